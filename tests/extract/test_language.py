"""The language of a text, declared or told by its words."""

import pytest

from app.extract.language import settle_language
from tests.extract.pages import ARTICLES


@pytest.mark.parametrize("lang", list(ARTICLES))
def test_an_undeclared_language_is_told_by_its_words_or_script(lang: str) -> None:
    assert settle_language("", " ".join(ARTICLES[lang][1])) == lang


@pytest.mark.parametrize(
    ("declared", "lang", "settled"),
    [
        ("de-AT", "de", "de-AT"),
        ("uk", "ru", "uk"),
        ("ja", "zh", "ja"),
        ("en", "de", "de"),
        ("en-US", "ru", "ru"),
        ("en", "en", "en"),
        ("xx", "en", "xx"),
    ],
)
def test_a_declaration_holds_unless_the_text_is_plainly_in_another_language(declared: str, lang: str, settled: str) -> None:
    assert settle_language(declared, " ".join(ARTICLES[lang][1]) * 3) == settled


@pytest.mark.parametrize("text", ["", "42 1.5 17 %", "Hull Kiel Brest"])
def test_figures_and_names_tell_nothing(text: str) -> None:
    assert settle_language("", text) == ""
