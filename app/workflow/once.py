"""Doing a request once, however often it is sent: the answer is kept under the caller's own token for a day."""

from dataclasses import dataclass, field

from app.store import idempotency
from app.store.idempotency import Answer
from app.workflow.desk import Desk

__all__ = ["Answer", "Attempt", "begin", "finish", "release"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A request under a token; `fingerprint` tells whether it is the same one."""

    key_id: int
    token: str
    fingerprint: str = field(repr=False)


def begin(desk: Desk, attempt: Attempt) -> Answer | None:
    """Take the token: None means do the work, an answer means it was done. Raises Conflict in flight, InvalidInput for another request."""
    with desk.begin() as session:
        return idempotency.claim(session, attempt.key_id, attempt.token, attempt.fingerprint, desk.now())


def finish(desk: Desk, attempt: Attempt, answer: Answer) -> None:
    with desk.begin() as session:
        idempotency.keep(session, attempt.key_id, attempt.token, answer)


def release(desk: Desk, attempt: Attempt) -> None:
    """Give the token back, because nothing was done."""
    with desk.begin() as session:
        idempotency.let_go(session, attempt.key_id, attempt.token)
