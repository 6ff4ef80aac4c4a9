"""Ties the periods of a sentence to the quantities that they date."""

from collections.abc import Sequence
from dataclasses import replace

from app.quantities.quantity import Kind, Period, TimeRole
from app.quantities.reading import Found
from app.quantities.sentence import Sentence
from app.quantities.times import Stretch
from app.quantities.tokens import Shape

_STANDING = frozenset({TimeRole.SINCE, TimeRole.AS_OF})


def tie(sentence: Sentence, found: Sequence[Found], dates: Sequence[Stretch], periods: Sequence[Period]) -> list[Found]:
    """Give each quantity the period next after it, else the one before it, within its sentence.

    "$5m in 2019 and $6m in 2020" are two dated figures; "since 2013" and "as of 2020" hold for the whole sentence.
    """
    if not dates:
        return list(found)
    ends = _sentence_ends(sentence)
    pairs = list(zip(dates, periods, strict=True))
    starts = [item.first for item in found if item.quantity.kind is not Kind.DATE]
    return [_tied(item, pairs, ends, starts) if item.quantity.kind is not Kind.DATE else item for item in found]


def _sentence_ends(sentence: Sentence) -> list[int]:
    tokens = sentence.tokens
    return [
        index
        for index, token in enumerate(tokens[:-3])
        if token.shape is Shape.MARK
        and token.text in ".!?;"
        and not tokens[index + 1].glued
        and (token.text == ";" or tokens[index + 1].text[:1].isupper())
    ]


def _tied(item: Found, pairs: list[tuple[Stretch, Period]], ends: list[int], starts: list[int]) -> Found:
    low = max((end for end in ends if end < item.first), default=-1)
    high = min((end for end in ends if end >= item.first), default=1 << 60)
    near = [(stretch, period) for stretch, period in pairs if low < stretch.start < high]
    if not near:
        return item
    after = [(stretch, period) for stretch, period in near if stretch.start >= item.end]
    before = [(stretch, period) for stretch, period in near if stretch.end <= item.first]
    following = min((start for start in starts if start >= item.end), default=1 << 60)
    if after and (after[0][0].start < following or not before):
        chosen = [after[0][1]]
    else:
        chosen = [before[-1][1]] if before else []
    chosen += [period for stretch, period in before if period.role in _STANDING and period not in chosen]
    return replace(item, quantity=replace(item.quantity, times=tuple(chosen)))
