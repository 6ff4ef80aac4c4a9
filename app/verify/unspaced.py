"""Words of scripts that write none apart: Han characters by twos, katakana by runs; hiragana is mostly endings and particles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_HAN, _KATAKANA, _HIRAGANA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆", "\u30a1-\u30fa\u30fc", "\u3041-\u309f"
_UNSPACED = re.compile(f"[{_HAN}{_KATAKANA}{_HIRAGANA}]")
_PIECE = re.compile(rf"(?P<number>\d[\d.,]*)|(?P<han>[{_HAN}]+)|(?P<run>[{_KATAKANA}]+|[^\W\d_{_HAN}{_KATAKANA}{_HIRAGANA}]+)")


class Piece(NamedTuple):
    """A part of a run with its place in it."""

    text: str
    start: int
    end: int
    number: bool = False


def is_unspaced(text: str) -> bool:
    """Say whether a text holds Han characters or kana."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def pieces(text: str, stops: re.Pattern[str], counters: re.Pattern[str]) -> Iterator[Piece]:
    """Cut a text into numbers, katakana or foreign words, and pairs of Han characters that follow one another.

    `stops` are words that carry no subject and end a run; `counters` match at the beginning of what follows a number.
    """
    after_number = False
    for match in _PIECE.finditer(text):
        if match["han"]:
            begin = counters.match(text, match.start()) if after_number else None
            yield from _pairs(text, begin.end() if begin else match.start(), match.end(), stops)
        else:
            yield Piece(match[0], match.start(), match.end(), number=bool(match["number"]))
        after_number = bool(match["number"])


def _pairs(text: str, start: int, end: int, stops: re.Pattern[str]) -> Iterator[Piece]:
    for stop in stops.finditer(text, start, end):
        yield from _of_run(text, start, stop.start())
        start = stop.end()
    yield from _of_run(text, start, end)


def _of_run(text: str, start: int, end: int) -> Iterator[Piece]:
    if end - start == 1:
        yield Piece(text[start:end], start, end)
    for at in range(start, end - 1):
        yield Piece(text[at : at + 2], at, at + 2)
