"""Who did what: one row a write, in the same transaction as the write."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from app.store.tables import Audit


def note(  # noqa: PLR0913  the columns of one row
    session: Session,
    verb: str,
    subject: str,
    *,
    actor: str,
    at: datetime,
    key_id: int | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Add an entry: `verb` as in "article.delete", `subject` the public id, `actor` as in "key:desk"."""
    session.add(Audit(at=at, key_id=key_id, actor=actor, verb=verb, subject=subject, detail=dict(detail or {})))
