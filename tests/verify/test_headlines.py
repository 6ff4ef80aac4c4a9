"""A headline and the article below it: the true number is found in whatever words, an altered one never is."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import verify

DATA: dict[str, list[dict[str, Any]]] = tomllib.loads((Path(__file__).parent / "golden_headlines.toml").read_text("utf-8"))
TODAY = date(2013, 10, 1)


def label(headline: str, article: str) -> verify.Label:
    return verify.judge_text(headline, article, "en", TODAY).label


@pytest.mark.parametrize("pair", DATA["pairs"], ids=lambda pair: pair["headline"])
def test_a_true_headline_is_supported(pair: dict[str, str]) -> None:
    assert label(pair["headline"], pair["article"]) is verify.Label.SUPPORTED


@pytest.mark.parametrize("pair", DATA["pairs"], ids=lambda pair: pair["altered"])
def test_an_altered_headline_is_not(pair: dict[str, str]) -> None:
    assert label(pair["altered"], pair["article"]) is not verify.Label.SUPPORTED


@pytest.mark.parametrize("pair", DATA["others"], ids=lambda pair: pair["headline"])
def test_an_article_of_another_matter_supports_nothing(pair: dict[str, str]) -> None:
    assert label(pair["headline"], pair["article"]) is not verify.Label.SUPPORTED
