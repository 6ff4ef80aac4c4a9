"""The phrase files are TOML, whoever reads them."""

import tomllib
from pathlib import Path

import pytest

from app.sources import phrases

_FILES = sorted((Path(phrases.__file__).parent / "data" / "phrases").glob("*.toml"))


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_our_reader_reads_what_tomllib_reads(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert phrases.read_phrases(text) == tomllib.loads(text)


def test_scripts_that_do_not_part_words_are_told() -> None:
    assert [text for text in ("page", "страница", "ページ", "页面", "หน้า", "페이지") if phrases.runs_together(text)] == [
        "ページ",
        "页面",
        "หน้า",
        "페이지",
    ]
