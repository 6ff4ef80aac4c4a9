"""Ties the periods of a sentence to the quantities that they date."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from app.quantities.quantity import Kind, Period, TimeRole
from app.quantities.reading import Found
from app.quantities.sentence import Sentence
from app.quantities.stretch import Stretch
from app.quantities.tokens import PAD, Shape

_DATES_MAX = 8
_STANDING = frozenset({TimeRole.SINCE, TimeRole.AS_OF})


def tie(sentence: Sentence, found: Sequence[Found], dates: Sequence[Stretch], periods: Sequence[Period]) -> list[Found]:
    """Give each quantity the period next after it, else the one before it, within its sentence.

    "$5m in 2019 and $6m in 2020" are two dated figures; "since 2013" and "as of 2020" hold for the whole sentence.
    """
    if not dates:
        return list(found)
    pairs = list(zip(dates, periods, strict=True))
    clauses = _Clauses(
        sentence, [stretch.start for stretch in dates], [item.first for item in found if item.quantity.kind is not Kind.DATE]
    )
    return [_tied(item, pairs, clauses) if item.quantity.kind is not Kind.DATE else item for item in found]


class _Clauses:
    """Where sentences end, dates begin and quantities begin: sorted, to be bisected."""

    def __init__(self, sentence: Sentence, dates: list[int], quantities: list[int]) -> None:
        tokens = sentence.tokens
        self.dates = dates
        self.quantities = quantities
        self.ends = [
            index
            for index, token in enumerate(tokens[:-PAD])
            if token.shape is Shape.MARK
            and token.text in ".!?;"
            and not tokens[index + 1].glued
            and (token.text == ";" or tokens[index + 1].text[:1].isupper())
        ]

    def around(self, first: int) -> tuple[int, int]:
        """The dates of the sentence that holds token `first`, as a slice."""
        at = bisect_left(self.ends, first)
        low = self.ends[at - 1] if at else -1
        high = self.ends[at] if at < len(self.ends) else sys.maxsize
        begin, end = bisect_right(self.dates, low), bisect_left(self.dates, high)
        # A sentence with more dates is a table; the nearest suffice.
        near = bisect_left(self.dates, first)
        return max(begin, near - _DATES_MAX), min(end, near + _DATES_MAX)

    def next_quantity(self, end: int) -> int:
        at = bisect_left(self.quantities, end)
        return self.quantities[at] if at < len(self.quantities) else sys.maxsize


def _tied(item: Found, pairs: list[tuple[Stretch, Period]], clauses: _Clauses) -> Found:
    begin, end = clauses.around(item.first)
    near = pairs[begin:end]
    if not near:
        return item
    after = [period for stretch, period in near if stretch.start >= item.end]
    starts = [stretch.start for stretch, _ in near if stretch.start >= item.end]
    before = [period for stretch, period in near if stretch.end <= item.first]
    follows = bool(after) and (starts[0] < clauses.next_quantity(item.end) or not before)
    chosen = after[:1] if follows else before[-1:]
    chosen += [period for period in before if period.role in _STANDING and period not in chosen]
    return replace(item, quantity=replace(item.quantity, times=tuple(chosen)))
