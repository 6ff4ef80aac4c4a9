"""Figures with separators -> value and written precision; what cannot be told keeps both readings (NUMBERS §3, §4)."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

# Longer runs of figures are keys and hashes, not numbers; it also bounds the work on hostile input.
FIGURES_CHARS_MAX = 40


class Figures(NamedTuple):
    """A number in figures; `other` is the second reading where the separator could be either."""

    value: Decimal
    decimals: int
    other: "Figures | None" = None
    grouped: bool = False


_PLAIN = re.compile(r"\d+")
_ONE_MARK = re.compile(r"(\d+)([.,])(\d+)")
_GROUPED = re.compile(r"(\d{1,3}(?:([.,'])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?")
_INDIAN = re.compile(r"(\d{1,2}(?:,\d{2})*,\d{3})(?:\.(\d+))?")
_ARABIC = re.compile(r"(\d{1,3}(?:٬\d{3})*|\d+)(?:٫(\d+))?")


@lru_cache(maxsize=8192)
def figures(lexeme: str, mark: str | None) -> Figures | None:  # noqa: PLR0911  one convention of writing a line
    """Read one run of figures; `mark` is the document's decimal mark; `other` is set where it alone decided.

    None when the separators fit no convention (versions, dates, lists).
    """
    if len(lexeme) > FIGURES_CHARS_MAX:
        return None
    if _PLAIN.fullmatch(lexeme):
        return Figures(Decimal(lexeme), 0)
    if single := _ONE_MARK.fullmatch(lexeme):
        return _one_mark(single[1], single[2], single[3], mark)
    if (grouped := _GROUPED.fullmatch(lexeme)) and grouped[2] != grouped[3]:
        return _decimal(re.sub(r"\D", "", grouped[1]), grouped[4] or "", grouped=True)
    if indian := _INDIAN.fullmatch(lexeme):
        return _decimal(indian[1].replace(",", ""), indian[2] or "", grouped=True)
    if arabic := _ARABIC.fullmatch(lexeme):
        return _decimal(arabic[1].replace("٬", ""), arabic[2] or "", grouped=True)
    return None


def _decimal(whole: str, fraction: str, *, grouped: bool = False) -> Figures:
    return Figures(Decimal(f"{whole}.{fraction}") if fraction else Decimal(whole), len(fraction), None, grouped)


def _one_mark(whole: str, separator: str, rest: str, mark: str | None) -> Figures:
    as_decimal = _decimal(whole, rest)
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return as_decimal
    as_group = _decimal(whole + rest, "", grouped=True)
    first, second = (as_decimal, as_group) if separator == (mark or ".") else (as_group, as_decimal)
    return first._replace(other=second)


def is_irregular_list(lexeme: str, mark: str | None) -> bool:
    """Tell "14,15" in a text whose decimal mark is the point: a list of notes rather than a number."""
    return (
        mark == "." and "," in lexeme and "." not in lexeme and re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)*,\d{3}", lexeme) is None
    )
