"""Overrides of the gate: entries of the audit log that name the revision they hold for."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from app.store import audit
from app.store.ids import Prefix, encode
from app.store.tables import Audit

VERB = "gate.override"


@dataclass(frozen=True, slots=True)
class Override:
    """Who let an article pass, when and why; it holds for one revision."""

    by: str
    at: datetime
    note: str


def add(session: Session, article_id: int, revision: int, given: Override) -> None:
    """Let one revision of an article pass."""
    detail = {"revision": revision, "note": given.note}
    audit.note(session, VERB, encode(Prefix.ARTICLE, article_id), actor=given.by, at=given.at, detail=detail)


def find(session: Session, article_id: int, revision: int) -> Override | None:
    """Return the last override of this very revision."""
    query = select(Audit).where(col(Audit.subject) == encode(Prefix.ARTICLE, article_id), col(Audit.verb) == VERB)
    entry = session.execute(query.order_by(col(Audit.id).desc()).limit(1)).scalars().first()
    if entry is None or entry.detail.get("revision") != revision:
        return None
    return Override(entry.actor, entry.at, str(entry.detail.get("note", "")))
