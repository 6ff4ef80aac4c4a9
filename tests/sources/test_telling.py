import json

import pytest

from app.sources import is_innocent, says_missing
from tests.sources.write_telling import FILE, derived


def test_the_kept_words_and_headers_are_those_that_follow_from_phrases_and_walls() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == derived(), "write it anew: python -m tests.sources.write_telling"


@pytest.mark.parametrize("title", ["Page not found", "Error 404", "Just a moment...", "Access denied", "This domain is for sale"])
def test_a_telling_title_is_not_innocent(title: str) -> None:
    assert not is_innocent(title)


@pytest.mark.parametrize("title", ["Harvest survey 2024", "Ministers agree on a budget of 40 billion", "Why bees sleep"])
def test_a_plain_title_is_innocent(title: str) -> None:
    assert is_innocent(title)
    assert not says_missing(title)
