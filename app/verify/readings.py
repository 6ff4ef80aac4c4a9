"""What a page's words add to the numbers read from it: parts of a whole, counted millions, changes."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import repeat

from app.quantities import Kind, Quantity
from app.verify.motion import in_context
from app.verify.tables import counts
from app.verify.words import words

_OUT_OF = re.compile(r"\b(\d{1,4}) (?:out )?of (?:the )?\d")
_PART_OF = re.compile(r" (?:out )?(?:of|von|sur|de|su|van|av|z|ze|di) (?:(?:the|den|der|les|las|los|os|as|de|de las|de los) )?")


def told(found: tuple[Quantity, ...], text: str, lang: str) -> tuple[Quantity, ...]:
    """Read the quantities of a sentence as its words tell them."""
    read = with_parts(tuple(in_context(_counted_millions(q, text, lang), text, lang) for q in found), text)
    tally = _tally(text, lang) if "-" in text or "–" in text else ()
    return tuple(sorted((*read, *tally), key=lambda q: q.start)) if tally else read


# "The Senate approved the bill 51-49".
_TALLY = re.compile(r"(?<![\w.,:/–-])(\d{1,3})[-–](\d{1,3})(?![\w/–-]|[.,:]\d)")
_VOTED = frozenset({"=vote", "=accept", "=reject"})


def _tally(text: str, lang: str) -> tuple[Quantity, ...]:
    """Read the two sides of a vote, which elsewhere would be a score."""
    found = _TALLY.search(text)
    if found is None or not any(word.stem in _VOTED for word in words(text, lang)):
        return ()
    return tuple(
        Quantity(found[side], *found.span(side), value=Decimal(found[side]), kind=Kind.COUNT, unit="votes", noun="votes", ulp=Decimal(1))
        for side in (1, 2)
    )


# "Mobile customers: 9.8m" counts millions; customers have no length.
_LABEL = re.compile(r"^([^.:;]{3,60}):\s*$")


def _counted_millions(q: Quantity, text: str, lang: str) -> Quantity:
    if q.unit != "m" or q.kind is not Kind.LENGTH or not re.fullmatch(r"[\d.,]+m", q.surface):
        return q
    label = _LABEL.match(text[: q.start])
    if label is None or not counts((label[1],), lang):
        return q
    return replace(
        q, value=q.value * _MILLION, high=None if q.high is None else q.high * _MILLION, ulp=q.ulp * _MILLION, kind=Kind.COUNT, unit=""
    )


_MILLION = Decimal(10) ** 6


def with_parts(found: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
    """Let the 26 of "26 out of 28 provinces" count provinces, too; where it is read as a share, beside that."""
    parts = (_part(q) for q in found if q.kind is Kind.RATIO)
    return (*map(_named_by_whole, found, (*found[1:], None), repeat(text)), *(q for q in parts if q is not None))


def _named_by_whole(q: Quantity, whole: Quantity | None, text: str) -> Quantity:
    counts = whole is not None and q.kind is Kind.COUNT is whole.kind and not (q.noun or q.unit)
    return replace(q, noun=whole.noun, unit=whole.unit) if whole and counts and _PART_OF.fullmatch(text, q.end, whole.start) else q


def _part(q: Quantity) -> Quantity | None:
    match = _OUT_OF.search(q.surface)
    if match is None:
        return None
    start = q.start + match.start(1)
    return replace(
        q,
        surface=match[1],
        start=start,
        end=q.start + match.end(1),
        value=Decimal(match[1]),
        kind=Kind.COUNT,
        unit=q.noun,
        ulp=Decimal(1),
        readings=(),
    )
