"""Telling endpoints what happened: events become deliveries, deliveries are sent, tried again, given up. At least once each.

1. `expand` makes deliveries of new events, in one transaction that also moves each endpoint's cursor.
2. A batch is claimed for a while; who dies while sending loses nothing, the claim runs out.
3. Everything in the batch is sent at the same time, no transaction open.
4. How it went is written in one transaction: delivered, due again later, given up; an endpoint that is gone is disabled.
"""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson

from app.notify import GIVE_UP_AFTER, Channel, Message, Target, TransportError, next_attempt
from app.store import Session, webhooks
from app.store.ids import Prefix, encode
from app.store.webhooks import Outgoing, Sent
from app.workflow.desk import Desk

BATCH = 50
# The longest delivery is mail's: 10 seconds to find the name, 30 to hand it over. Then 20 for a slow database to write how a batch went.
# What a killed sender held waits no longer than that.
LEASE_S = 60.0


@dataclass(frozen=True, slots=True)
class _Tried:
    """How one attempt went, and whether the endpoint asked for no more."""

    outgoing: Outgoing
    sent: Sent
    gone: bool = False


async def deliver_due(desk: Desk) -> int:
    """Send what is due, one batch; returns how many attempts were made."""
    if desk.channel is None:
        return 0
    batch = await asyncio.to_thread(_claim, desk)
    if not batch:
        return 0
    tried = await asyncio.gather(*(_try(desk.channel, outgoing, desk.now()) for outgoing in batch))
    await asyncio.to_thread(_record, desk, tried)
    return len(tried)


def _claim(desk: Desk) -> list[Outgoing]:
    now = desk.now()
    with desk.read() as session:  # twice a second, mostly for nothing: SQLite's one writer is not disturbed for that
        if not webhooks.is_work_waiting(session, now):
            return []
    with desk.begin() as session:
        webhooks.expand(session, now)
    with desk.begin() as session:
        return webhooks.take_due(session, now, limit=BATCH, lease_s=LEASE_S)


async def _try(channel: Channel, outgoing: Outgoing, now: datetime) -> _Tried:
    secrets_held = tuple(secret for secret in (outgoing.secret, outgoing.old_secret) if secret)
    try:
        status = await channel.send(message(outgoing), Target(outgoing.url, secrets_held), now)
    except TransportError as error:
        wait = None if error.permanent or error.gone else next_attempt(outgoing.attempts, secrets.randbelow(1000) / 1000)
        retry_at = None if wait is None else now + wait
        sent = Sent(outgoing.id, outgoing.attempts, ok=False, status=error.status, error=str(error), retry_at=retry_at)
        return _Tried(outgoing, sent, gone=error.gone)
    return _Tried(outgoing, Sent(outgoing.id, outgoing.attempts, ok=True, status=status))


def message(outgoing: Outgoing) -> Message:
    """Write an event as receivers get it: `type`, `timestamp` and `data`, as Standard Webhooks advises."""
    event_id = encode(Prefix.EVENT, outgoing.event_id)
    payload = {
        "type": outgoing.event_type,
        "timestamp": outgoing.event_at,
        "id": event_id,
        "subject": outgoing.subject,
        "data": outgoing.data,
    }
    body = orjson.dumps(payload, option=orjson.OPT_UTC_Z).decode()
    title = f"Stet: {outgoing.event_type.replace('.', ' ').replace('_', ' ')} ({outgoing.subject})"
    return Message(outgoing.message_id, outgoing.event_type, outgoing.event_at, body, title, _in_words(outgoing))


def _in_words(outgoing: Outgoing) -> str:
    """Say it in a few lines for people; only plain values of the event are shown."""
    lines = [outgoing.subject]
    if "from" in outgoing.data and "to" in outgoing.data:
        lines.append(f"{outgoing.data['from']} -> {outgoing.data['to']}")
    lines += [str(outgoing.data[name]) for name in ("title", "sentence", "url", "note", "why") if outgoing.data.get(name)]
    return "\n".join(lines)


def _record(desk: Desk, tried: Sequence[_Tried]) -> None:
    now = desk.now()
    with desk.begin() as session:
        webhooks.mark(session, [attempt.sent for attempt in tried], now)
        for webhook_id in sorted({attempt.outgoing.webhook_id for attempt in tried if not attempt.sent.ok}):
            _disable_if_hopeless(session, webhook_id, [attempt for attempt in tried if attempt.outgoing.webhook_id == webhook_id], now)


def _disable_if_hopeless(session: Session, webhook_id: int, tried: Sequence[_Tried], now: datetime) -> None:
    """Disable an endpoint that said 410, or that has failed for as long as messages are tried."""
    endpoint = webhooks.held(session, webhook_id)
    if any(attempt.gone for attempt in tried):
        webhooks.disable(session, webhook_id, "The receiver answered 410 Gone.", now)
    elif endpoint.failing_since is not None and endpoint.failing_since < now - GIVE_UP_AFTER:
        webhooks.disable(session, webhook_id, f"Nothing has arrived since {endpoint.failing_since:%Y-%m-%d %H:%M} UTC.", now)
