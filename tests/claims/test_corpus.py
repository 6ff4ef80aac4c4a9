"""Whole articles of our own, in all formats and many languages: every claim, rejection and citation."""

import pytest

from tests.claims.corpus import NAMES, check


@pytest.mark.parametrize("name", NAMES)
def test_article_is_read_as_annotated(name: str) -> None:
    assert list(check(name)) == []
