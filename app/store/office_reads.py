"""Reading what an administrator looks after: keys, the audit log, webhooks, deliveries, gate policies."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import Session

from app.events import EventType
from app.store.keyset import Order, Page, Position, Row, first, page, rows, table
from app.store.tables import Audit, Delivery, Event, GatePolicy, Key, Webhook

KEY, AUDIT, POLICY = table(Key), table(Audit), table(GatePolicy)
WEBHOOK, DELIVERY, EVENT = table(Webhook), table(Delivery), table(Event)

_KEY_COLUMNS = [column for column in KEY.c if column.key != "hash"]
_WEBHOOK_COLUMNS = [column for column in WEBHOOK.c if column.key not in {"secret", "old_secret", "cursor"}]


def list_keys(session: Session, after: Position | None, limit: int) -> Page:
    """Newest first, revoked ones too; never the hash."""
    return page(session, select(*_KEY_COLUMNS), [Order(KEY.c.id, descending=True)], after, limit)


def read_key(session: Session, key_id: int) -> Row | None:
    return first(session, select(*_KEY_COLUMNS).where(KEY.c.id == key_id))


def list_audit(session: Session, subject: str, actor: str, after: Position | None, limit: int) -> Page:
    """Latest first."""
    query = select(AUDIT)
    if subject:
        query = query.where(AUDIT.c.subject == subject)
    if actor:
        query = query.where(AUDIT.c.actor == actor)
    return page(session, query, [Order(AUDIT.c.id, descending=True)], after, limit)


def list_webhooks(session: Session, after: Position | None, limit: int) -> Page:
    """Newest first; never the secrets."""
    return page(session, select(*_WEBHOOK_COLUMNS), [Order(WEBHOOK.c.id, descending=True)], after, limit)


def read_webhook(session: Session, webhook_id: int) -> Row | None:
    return first(session, select(*_WEBHOOK_COLUMNS).where(WEBHOOK.c.id == webhook_id))


def list_deliveries(session: Session, webhook_id: int, states: Sequence[str], after: Position | None, limit: int) -> Page:
    """Latest first."""
    query = select(DELIVERY).where(DELIVERY.c.webhook_id == webhook_id)
    if states:
        query = query.where(DELIVERY.c.state.in_(states))
    return page(session, query, [Order(DELIVERY.c.id, descending=True)], after, limit)


def read_delivery(session: Session, delivery_id: int) -> Row | None:
    return first(session, select(DELIVERY).where(DELIVERY.c.id == delivery_id))


def list_policies(session: Session) -> list[Row]:
    """By name; there are few."""
    return rows(session, select(POLICY).order_by(POLICY.c.name).limit(1000))


def read_policy(session: Session, name: str) -> Row | None:
    return first(session, select(POLICY).where(POLICY.c.name == name))


def last_test(session: Session, webhook_id: int) -> int:
    """Return the delivery of the latest test event of an endpoint; there must be one."""
    query = select(DELIVERY.c.id).join(EVENT, EVENT.c.id == DELIVERY.c.event_id)
    query = query.where(DELIVERY.c.webhook_id == webhook_id, EVENT.c.type == EventType.WEBHOOK_TEST)
    return int(session.connection().execute(query.order_by(DELIVERY.c.id.desc()).limit(1)).scalar_one())
