"""Whatever the text: nothing is raised, every surface is a piece of it, and the work stays bounded."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.quantities import Hints, asides, dates, read, to_json, vote
from app.quantities.read import CANDIDATES_MAX, TEXT_CHARS_MAX
from app.quantities.times import DATES_MAX

PIECES = [
    "1",
    "2.5",
    "1,000",
    "1.234,5",
    "$",
    "€",
    "%",
    "5%",
    "-",
    "–",
    "to",
    "from",
    "between",
    "and",
    "or",
    "one",
    "two",
    "half",
    "third",
    "a",
    "an",
    "the",
    "of",
    "in",
    "million",
    "bn",
    "k",
    "m",
    "½",
    "²",
    "10⁹",
    "×",
    "x",
    "/",
    ":",
    "(",
    ")",
    "[1]",
    "per",
    "year",
    "hour",
    "March",
    "2020",
    "Q3",
    "century",
    "more",
    "than",
    "over",
    "up",
    "to",
    "about",
    "zweihundert",
    "und",
    "mille",
    "et",
    "万",
    "亿",
    "%",
    "°",
    "C",
    "F",
    "'",
    '"',
    ".",
    ",",
    ";",
    "+",
    "^",
    "e",
    "#",
    "No.",
    "p",
    "£",
    "kr",
    "US",
    "people",
    "times",
    "fold",
    "doubled",
    "dozen",
    "hundreds",
    "several",
    "every",
    "billion",
    "ft",
    "in",
    "6'2",
    "today",
    "last",
    "XIX",
    "`",
    "\\(",
    "\\)",
    "{{",
    "@",
    "www.",
    "http://",
    "12/31/2016",
    "2016-12-31",
    "~",
    "≥",
    "<",
    ">",
    "=",
    "‰",
    "π",
    "三",
    "百",
    "万",
    "分之",
    "半",
    "割",
    "人に",
    "年",
    "第",
    "元",
    "角",
    "米",
    "만",
    "이",
    "명 중",
    "साढ़े",
    "सौ",
    "से",
    "ألف",
    "ونصف",
    "و",
    "üçte",
    "buçuk",
    "yüzde",
    "с половиной",
    "сто",
    "пять",
    "полчаса",
    "pół",
    "sto",
    "mezz'ora",
    "d'un",
    "avos",
    "con",
    "e",
    "y",
    "anni",
    "90",
]
LANGS = st.sampled_from(["", "en", "de", "fr", "es", "it", "pt", "pt-BR", "nl", "zh", "ja", "ko", "ru", "pl", "sv", "tr", "ar", "hi", "xx"])
HINTS = st.builds(
    Hints,
    decimal_mark=st.sampled_from([None, ".", ","]),
    country=st.sampled_from([None, "US", "GB", "CN"]),
    today=st.sampled_from([None, date(2026, 11, 22), date.min, date.max]),
    in_table=st.booleans(),
)


def check(text: str, lang: str, hints: Hints) -> None:
    for quantity in (*read(text, lang, hints), *dates(text, lang, hints)):
        assert quantity.surface == text[quantity.start : quantity.end]
        assert quantity.surface
        assert quantity.ulp > 0
        assert quantity.value.is_finite()
        assert to_json(quantity)["surface"] == quantity.surface
    for aside in asides(text, lang, hints):
        assert aside.surface == text[aside.start : aside.end]
        assert aside.reason
    vote(text, lang)


@settings(max_examples=400, deadline=None)
@given(text=st.text(max_size=80), lang=LANGS, hints=HINTS)
def test_any_text_is_read_without_an_error(text: str, lang: str, hints: Hints) -> None:
    check(text, lang, hints)


@settings(max_examples=800, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=14), glue=st.sampled_from([" ", "", " ", "-"]), lang=LANGS, hints=HINTS)
def test_any_jumble_of_the_language_of_numbers_is_read_without_an_error(pieces: list[str], glue: str, lang: str, hints: Hints) -> None:
    check(glue.join(pieces), lang, hints)


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
def test_quantities_stand_in_order_and_apart(pieces: list[str]) -> None:
    found = read(" ".join(pieces), "en")
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize(
    "text",
    ["1.2.70,1", "1.23年", "00648月", "0^-1", "0 -", "1e-99 1e99", "10^99", "9" * 50, "5 - 5 - 5 -", "$", "1/0", "0/0", "one in 0", "0:0"],
)
def test_texts_that_once_or_could_break_a_reader_are_read(text: str) -> None:
    for lang in ("", "en", "de", "zh"):
        check(text, lang, Hints())


HOSTILE = [
    "1,",
    "1 ",
    "one ",
    "((((",
    "1-",
    "1/",
    "111 ",
    "one and ",
    "half a ",
    "$1 ",
    "1% ",
    "1 to ",
    "1-2 ",
    "2020 ",
    "1 May 2020 ",
    "\\( ",
    "` ",
    "a@",
    "¹1",
    "½",
    "e\u0301",
    "1'",
    "million ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_yields_a_bounded_number_of_quantities(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    assert len(read(text, "en")) <= CANDIDATES_MAX + DATES_MAX


def test_a_text_without_end_is_read_up_to_the_limit() -> None:
    text = "1 " * TEXT_CHARS_MAX
    found = read(text, "en")
    assert len(found) <= CANDIDATES_MAX
    assert found[-1].end <= TEXT_CHARS_MAX
