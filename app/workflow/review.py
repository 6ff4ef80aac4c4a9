"""People's decisions on citations."""

from datetime import datetime

from app.errors import InvalidInput
from app.store import audit, ids, reviews
from app.verify import ReviewState
from app.workflow.desk import Desk
from app.workflow.requests import NOTE_MAX_CHARS
from app.workflow.rules import RULES


def record(  # noqa: PLR0913  what a decision is made of
    desk: Desk,
    citation_id: int,
    decision: str,
    note: str,
    *,
    by: str,
    expires_at: datetime | None = None,
    expected_version: int | None = None,
    pinned_sha256: str | None = None,
) -> int:
    """Record a decision, pinned to the evidence it was made on; "none" takes the last one back. Returns the review's id.

    Raises InvalidInput, NotFound, Stale when the citation changed since `expected_version`, Conflict when its evidence did.
    """
    if decision not in set(ReviewState):
        raise InvalidInput(f"There is no decision {decision!r}: choose from {', '.join(ReviewState)}.", field="decision")
    if len(note) > NOTE_MAX_CHARS:
        raise InvalidInput(f"The note is longer than {NOTE_MAX_CHARS} characters.", field="note")
    now = desk.now()
    if expires_at is not None and expires_at <= now:
        raise InvalidInput("The decision would have expired already: choose a moment to come.", field="expires_at")
    made = reviews.Decision(decision, by, note, expires_at, expected_version, pinned_sha256)
    with desk.begin() as session:
        review = reviews.record(session, RULES, citation_id, made, now)
        audit.note(session, "review.record", ids.encode(ids.Prefix.CITATION, citation_id), actor=by, at=now, detail={"decision": decision})
        return review.id


def expire_due(desk: Desk) -> int:
    """End the reviews whose time is over; returns how many."""
    with desk.begin() as session:
        return len(reviews.expire_due(session, RULES, desk.now()))
