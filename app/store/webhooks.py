"""The outbox: events become deliveries, deliveries are claimed by whoever sends, and marked by how it went.

At least once, under one message id, in order per claim: a delivery waits while an earlier one of its claim to the same endpoint is
neither delivered nor given up. A claimed delivery comes back by itself when its sender dies.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import and_, exists, insert, or_, select, update
from sqlmodel import Session, SQLModel

from app.errors import NotFound
from app.events import Event as Change
from app.events import EventType
from app.store import event_log
from app.store.columns import AnyRow
from app.store.ids import Prefix, encode
from app.store.tables import Webhook

_TABLES = SQLModel.metadata.tables
EVENT, DELIVERY, WEBHOOK = _TABLES["event"], _TABLES["delivery"], _TABLES["webhook"]
# Events looked at for one endpoint in one go.
EXPAND = 1_000


class DeliveryState(StrEnum):
    """`sending` is due again when its lease is over."""

    DUE = "due"
    SENDING = "sending"
    DELIVERED = "delivered"
    FAILED = "failed"


_OPEN = (DeliveryState.DUE.value, DeliveryState.SENDING.value)


def is_work_waiting(session: Session, now: datetime) -> bool:
    """Say whether an enabled endpoint has events to be made deliveries of, or a delivery that is due; takes no lock."""
    enabled = WEBHOOK.c.disabled_at.is_(None)
    last = select(_TABLES["event_clock"].c.last).scalar_subquery()
    behind = exists().where(enabled, WEBHOOK.c.cursor < last)
    due = [exists().where(DELIVERY.c.state == state, DELIVERY.c.next_at <= now, DELIVERY.c.webhook_id == WEBHOOK.c.id) for state in _OPEN]
    return bool(session.connection().execute(select(or_(behind, exists().where(enabled, or_(*due))))).scalar_one())


def expand(session: Session, now: datetime) -> int:
    """Make deliveries of what happened since each endpoint's cursor; returns how many. Two that expand at once do it once."""
    query = select(WEBHOOK.c.id, WEBHOOK.c.types, WEBHOOK.c.cursor).where(WEBHOOK.c.disabled_at.is_(None)).order_by(WEBHOOK.c.id)
    made = 0
    for webhook in session.connection().execute(query.with_for_update(skip_locked=True)).all():
        made += _expand_one(session, webhook, now)
    return made


def _expand_one(session: Session, webhook: AnyRow, now: datetime) -> int:
    columns = [EVENT.c.id, EVENT.c.type, EVENT.c.subject, EVENT.c.claim_id, EVENT.c.data]
    query = select(*columns).where(EVENT.c.id > webhook.cursor).order_by(EVENT.c.id).limit(EXPAND)
    events = session.connection().execute(query).all()
    if not events:
        return 0
    wanted = [event for event in events if _wants(webhook, event)]
    rows = [
        {
            "webhook_id": webhook.id,
            "event_id": event.id,
            "claim_id": event.claim_id,
            "message_id": f"msg_{uuid4().hex}",
            "state": DeliveryState.DUE.value,
            "next_at": now,
        }
        for event in wanted
    ]
    if rows:
        session.connection().execute(insert(DELIVERY), rows)
    session.connection().execute(update(WEBHOOK).where(WEBHOOK.c.id == webhook.id).values(cursor=events[-1].id))
    return len(rows)


def _wants(webhook: AnyRow, event: AnyRow) -> bool:
    """Say whether an endpoint is told of an event: by its types, none being all; a test goes to its subject alone.

    What is held of a flapping link goes to nobody; who asked for its changes alone gets their sum in their place.
    """
    if event.type == EventType.WEBHOOK_TEST:
        return bool(event.subject == encode(Prefix.WEBHOOK, webhook.id))
    if event.data.get("held"):
        return False
    sums_up = event.type == EventType.SOURCE_SETTLED and EventType.SOURCE_LINK_CHANGED in webhook.types
    return not webhook.types or event.type in webhook.types or sums_up


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A delivery in hand, with everything to send it."""

    id: int
    webhook_id: int
    message_id: str
    attempts: int
    url: str
    secret: str
    old_secret: str
    event_id: int
    event_at: datetime
    event_type: str
    subject: str
    data: dict[str, Any]


def take_due(session: Session, now: datetime, *, limit: int, lease_s: float) -> list[Outgoing]:
    """Claim due deliveries of endpoints that are enabled, oldest event first, for `lease_s` seconds."""
    earlier = DELIVERY.alias("earlier")
    waits = exists().where(
        earlier.c.webhook_id == DELIVERY.c.webhook_id,
        earlier.c.claim_id == DELIVERY.c.claim_id,
        earlier.c.state.in_(_OPEN),
        earlier.c.event_id < DELIVERY.c.event_id,
    )
    enabled = exists().where(WEBHOOK.c.id == DELIVERY.c.webhook_id, WEBHOOK.c.disabled_at.is_(None))
    due = [and_(DELIVERY.c.state == state, DELIVERY.c.next_at <= now) for state in _OPEN]
    query = select(DELIVERY.c.id).where(or_(*due), or_(DELIVERY.c.claim_id.is_(None), ~waits), enabled)
    query = query.order_by(DELIVERY.c.next_at, DELIVERY.c.event_id).limit(limit)
    ids = list(session.connection().execute(query.with_for_update(skip_locked=True, of=DELIVERY)).scalars())
    if not ids:
        return []
    values = {"state": DeliveryState.SENDING.value, "next_at": now + timedelta(seconds=lease_s), "attempts": DELIVERY.c.attempts + 1}
    session.connection().execute(update(DELIVERY).where(DELIVERY.c.id.in_(ids)).values(values))
    return _outgoing(session, ids)


def _outgoing(session: Session, ids: Sequence[int]) -> list[Outgoing]:
    query = (
        select(
            DELIVERY.c.id, DELIVERY.c.webhook_id, DELIVERY.c.message_id, DELIVERY.c.attempts, WEBHOOK.c.url, WEBHOOK.c.secret,
            WEBHOOK.c.old_secret, EVENT.c.id.label("event_id"), EVENT.c.at.label("event_at"), EVENT.c.type.label("event_type"),
            EVENT.c.subject, EVENT.c.data,
        )
        .join(WEBHOOK, WEBHOOK.c.id == DELIVERY.c.webhook_id)
        .join(EVENT, EVENT.c.id == DELIVERY.c.event_id)
        .where(DELIVERY.c.id.in_(ids))
        .order_by(EVENT.c.id)
    )  # fmt: skip
    return [Outgoing(**row) for row in session.connection().execute(query).mappings()]


@dataclass(frozen=True, slots=True)
class Sent:
    """How one attempt went. `retry_at` None after a failure gives the delivery up."""

    delivery_id: int
    attempts: int
    ok: bool
    status: int | None = None
    error: str = ""
    retry_at: datetime | None = None


def mark(session: Session, results: Iterable[Sent], now: datetime) -> None:
    """Write how attempts went. A result of an attempt that was claimed anew in the meantime counts only when it is a success."""
    results = sorted(results, key=lambda sent: sent.delivery_id)
    for sent in results:
        session.connection().execute(_mark(sent, now))
    _note_health(session, results, now)


def _mark(sent: Sent, now: datetime) -> Any:  # noqa: ANN401  a statement
    same = DELIVERY.c.id == sent.delivery_id
    told = {"last_status": sent.status, "last_error": sent.error[:1_000]}
    if sent.ok:
        return update(DELIVERY).where(same).values(told | {"state": DeliveryState.DELIVERED.value, "delivered_at": now, "next_at": None})
    still_mine = and_(same, DELIVERY.c.attempts == sent.attempts, DELIVERY.c.state == DeliveryState.SENDING.value)
    state = DeliveryState.FAILED if sent.retry_at is None else DeliveryState.DUE
    return update(DELIVERY).where(still_mine).values(told | {"state": state.value, "next_at": sent.retry_at})


def _note_health(session: Session, results: Sequence[Sent], now: datetime) -> None:
    """Keep since when an endpoint fails: from its first failure to its next success."""
    query = select(DELIVERY.c.id, DELIVERY.c.webhook_id).where(DELIVERY.c.id.in_([sent.delivery_id for sent in results]))
    webhooks = {row.id: row.webhook_id for row in session.connection().execute(query)}
    good = {webhooks[sent.delivery_id] for sent in results if sent.ok and sent.delivery_id in webhooks}
    bad = {webhooks[sent.delivery_id] for sent in results if not sent.ok and sent.delivery_id in webhooks} - good
    connection = session.connection()
    connection.execute(update(WEBHOOK).where(WEBHOOK.c.id.in_(sorted(good))).values(failing_since=None))
    started = update(WEBHOOK).where(WEBHOOK.c.id.in_(sorted(bad)), WEBHOOK.c.failing_since.is_(None))
    connection.execute(started.values(failing_since=now))


def create(session: Session, url: str, types: Sequence[str], secret: str, now: datetime) -> Webhook:
    """Make an endpoint; it is told of what happens from now on."""
    last = session.connection().execute(select(_TABLES["event_clock"].c.last)).scalar_one()
    webhook = Webhook(url=url, types=list(types), secret=secret, created_at=now, cursor=last)
    session.add(webhook)
    session.flush()
    return webhook


def disable(session: Session, webhook_id: int, why: str, now: datetime) -> Webhook:
    """Stop telling an endpoint; what is open waits until it is enabled again. Raises NotFound."""
    webhook = held(session, webhook_id)
    if webhook.disabled_at is None:
        webhook.disabled_at, webhook.disabled_why = now, why
        webhook.version += 1
        session.flush()
        data = {"url": webhook.url, "why": why}
        event_log.append(session, Change(EventType.WEBHOOK_DISABLED, encode(Prefix.WEBHOOK, webhook_id), data), now)
    return webhook


def enable(session: Session, webhook_id: int) -> Webhook:
    """Tell an endpoint again, beginning where it was stopped. Raises NotFound."""
    webhook = held(session, webhook_id)
    webhook.disabled_at, webhook.disabled_why, webhook.failing_since = None, "", None
    webhook.version += 1
    session.flush()
    return webhook


def held(session: Session, webhook_id: int) -> Webhook:
    """Return an endpoint, held until commit; raises NotFound."""
    webhook = session.get(Webhook, webhook_id, with_for_update=True, populate_existing=True)
    if webhook is None:
        raise NotFound(f"There is no webhook {encode(Prefix.WEBHOOK, webhook_id)}.")
    return webhook


def redeliver(session: Session, delivery_ids: Sequence[int], now: datetime) -> int:
    """Make deliveries due again under their old message ids; returns how many. One that is being sent is left alone."""
    ended = update(DELIVERY).where(DELIVERY.c.id.in_(delivery_ids), DELIVERY.c.state != DeliveryState.SENDING.value)
    values = {"state": DeliveryState.DUE.value, "next_at": now, "delivered_at": None}
    return len(session.connection().execute(ended.values(values).returning(DELIVERY.c.id)).all())


def remove(session: Session, webhook_id: int) -> None:
    """Forget an endpoint and its deliveries. Raises NotFound."""
    webhook = held(session, webhook_id)
    session.connection().execute(DELIVERY.delete().where(DELIVERY.c.webhook_id == webhook_id))
    session.delete(webhook)
    session.flush()
