"""What the log says of a source's link: each change of state, and the weeks in which it flaps.

While a link flaps its changes are kept in the log as `held`: true, and sent to nobody. When it has settled, one event sums them up.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, SQLModel

from app.events import Event, EventType
from app.store import event_log
from app.store.columns import AnyRow
from app.store.finished import Written
from app.store.ids import Prefix, encode

EVENT = SQLModel.metadata.tables["event"]


def tell(session: Session, item: Written, now: datetime) -> None:
    """Write what a finished visit changed about the link; most change nothing."""
    before, new, check = item.before, item.visit.source, item.visit.check
    subject = encode(Prefix.SOURCE, item.visit.due.id)
    facts = {"url": before.url, "outcome": check.outcome, "http_status": check.http_status, "final_url": check.final_url}
    if new.link_state != before.link_state:
        # The change with which it settles is held too: the sum says it.
        held = {"held": True} if new.flapping or before.flapping else {}
        data = {"from": before.link_state, "to": new.link_state} | facts | held
        event_log.append(session, Event(EventType.SOURCE_LINK_CHANGED, subject, data), now)
    if new.flapping and not before.flapping:
        event_log.append(session, Event(EventType.SOURCE_FLAPPING, subject, facts), now)
    if before.flapping and not new.flapping:
        data = _sum(session, subject, item, now) | facts
        event_log.append(session, Event(EventType.SOURCE_SETTLED, subject, data), now)


def _sum(session: Session, subject: str, item: Written, now: datetime) -> dict[str, Any]:
    """Sum up what was held: since when, how many changes, from the state last told to the one that stays."""
    before, to = item.before.link_state, item.visit.source.link_state
    held = _held(session, subject)
    changes = len(held) + (to != before)  # an event of this very transaction is not in the log yet
    since, start = (held[0].at, held[0].data["from"]) if held else (now, before)
    why = f"changes held since {since:%Y-%m-%d %H:%M} UTC: {changes}"
    return {"since": since.isoformat(), "changes": changes, "from": start, "to": to, "why": why}


def _held(session: Session, subject: str) -> Sequence[AnyRow]:
    """Return the changes held since the link last settled, oldest first."""
    about = select(func.coalesce(func.max(EVENT.c.id), 0)).where(EVENT.c.subject == subject, EVENT.c.type == EventType.SOURCE_SETTLED.value)
    query = select(EVENT.c.at, EVENT.c.data).where(EVENT.c.subject == subject, EVENT.c.type == EventType.SOURCE_LINK_CHANGED.value)
    rows = session.connection().execute(query.where(EVENT.c.id > about.scalar_subquery()).order_by(EVENT.c.id)).all()
    return [row for row in rows if row.data.get("held")]
