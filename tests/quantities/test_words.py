"""Whole numbers in words are read back in every language that is read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.quantities import Kind, read
from tests.quantities.spelling import SMALLEST, WRITERS


def values(text: str, lang: str) -> list[int]:
    return [int(quantity.value) for quantity in read(text, lang) if quantity.kind is not Kind.DATE]


@settings(max_examples=500, deadline=None)
@given(data=st.data(), lang=st.sampled_from(sorted(WRITERS)))
def test_numbers_in_words_are_read_back(data: st.DataObject, lang: str) -> None:
    write, largest, noun = WRITERS[lang]
    digits = data.draw(st.integers(min_value=1, max_value=len(str(largest))))
    smallest = SMALLEST.get(lang, 2)
    number = data.draw(st.integers(min_value=smallest, max_value=max(smallest, min(largest, 10**digits))))
    assert values(f"{write(number)}{noun}", lang) == [number]


@pytest.mark.parametrize("lang", sorted(WRITERS))
def test_every_number_up_to_a_hundred_and_twenty_is_read_back(lang: str) -> None:
    write, _, noun = WRITERS[lang]
    assert [number for number in range(SMALLEST.get(lang, 2), 121) if values(f"{write(number)}{noun}", lang) != [number]] == []
