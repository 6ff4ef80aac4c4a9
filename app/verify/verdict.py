"""What a document says of a claim's numbers: labels, reasons, passages, verdicts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.quantities import Quantity
from app.quantities.agree import Severity

__all__ = ["ClaimView", "Judgement", "Label", "Passage", "Previous", "ReviewState", "Severity", "Status", "Verdict"]


class Label(StrEnum):
    """Support: the label of a verdict."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    UNREADABLE = "unreadable"
    UNCHECKED = "unchecked"


class ReviewState(StrEnum):
    NONE = "none"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    NEEDS_CORRECTION = "needs_correction"
    CORRECTED = "corrected"


class Status(StrEnum):
    """The headline folded from link x support x review (DESIGN §1)."""

    VERIFIED = "verified"
    ATTENTION = "attention"
    BROKEN = "broken"
    ARCHIVED = "archived"
    UNVERIFIABLE = "unverifiable"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Passage:
    """The piece of a document that decided: W3C quote and position selectors on `Document.text`.

    `cell` is "row,column" with headers in words when the evidence is a table cell, else "". `fragment` is the
    `#:~:text=` part of a deep link.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    section: tuple[str, ...] = ()
    cell: str = ""
    page: int = 0
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """For one quantity of one claim against one document. `source_value` is what the document says, expanded, in `source_unit`."""

    quantity: Quantity
    label: Label
    reason: str
    source_value: Decimal | None = None
    source_high: Decimal | None = None
    source_unit: str = ""
    severity: Severity = Severity.NONE
    flags: tuple[str, ...] = ()
    passage: Passage | None = None
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """All verdicts of one claim against one document; the label is the worst of them (NUMBERS §7).

    `passage` is the place that bears most on the claim as a whole, whatever the label.
    """

    label: Label
    reason: str
    verdicts: tuple[Verdict, ...]
    rule_version: str
    trace: tuple[str, ...] = ()
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What judging needs of a claim; offsets of `quantities` count in `sentence`."""

    sentence: str
    quantities: tuple[Quantity, ...]
    lang: str = ""
    section: tuple[str, ...] = ()
    context: str = ""


@dataclass(frozen=True, slots=True)
class Previous:
    """What supported the claim last time: the passage, its value in `unit`, and the day its snapshot was taken."""

    passage: Passage
    value: Decimal
    unit: str = ""
    day: date | None = None
