"""What a page's words add to the numbers read from it: parts of a whole, counted millions, changes."""

import re
from dataclasses import replace
from decimal import Decimal

from app.quantities import Kind, Quantity
from app.verify.motion import in_context
from app.verify.tables import counts

_OUT_OF = re.compile(r"\b(\d{1,4}) (?:out )?of (?:the )?\d")


def told(found: tuple[Quantity, ...], text: str, lang: str) -> tuple[Quantity, ...]:
    """Read the quantities of a sentence as its words tell them."""
    return with_parts(tuple(in_context(_counted_millions(q, text, lang), text, lang) for q in found))


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


def with_parts(found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Let "26 out of 28 provinces", read as a share, also count its 26 provinces."""
    parts = (_part(q) for q in found if q.kind is Kind.RATIO)
    return (*found, *(q for q in parts if q is not None))


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
