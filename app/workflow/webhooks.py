"""Webhook endpoints: made, changed, tested, stopped, their secrets changed, deliveries sent again."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.errors import Conflict, InvalidInput, NotFound, Stale, Unavailable
from app.events import Event, EventType
from app.notify import new_secret
from app.store import Session, audit, event_log, office_reads, webhooks
from app.store.ids import Prefix, encode
from app.store.tables import Webhook
from app.store.webhooks import DeliveryState
from app.workflow.desk import Desk

DELIVERY_STATES = tuple(DeliveryState)
ENDPOINTS_MAX = 100  # every event is looked at once for each


@dataclass(frozen=True, slots=True)
class Secret:
    """An endpoint and its signing secret, which is shown this once."""

    webhook_id: int
    secret: str


def create(desk: Desk, url: str, types: Sequence[EventType], *, by: str) -> Secret:
    """Make an endpoint; it is told of what happens from now on. Raises InvalidInput, Conflict."""
    _require_target(desk, url)
    secret, now = new_secret(), desk.now()
    with desk.begin() as session:
        if len(office_reads.list_webhooks(session, None, ENDPOINTS_MAX).rows) == ENDPOINTS_MAX:
            raise Conflict(f"There are {ENDPOINTS_MAX} endpoints already, the most there may be. Delete one first.")
        made = webhooks.create(session, url, list(types), secret, now)
        audit.note(session, "webhook.create", encode(Prefix.WEBHOOK, made.id), actor=by, at=now, detail={"url": url})
        return Secret(made.id, secret)


def change(  # noqa: PLR0913  what there is to change
    desk: Desk, webhook_id: int, url: str, types: Sequence[EventType], *, by: str, expected_version: int | None = None
) -> None:
    """Change address and events of an endpoint. Raises NotFound, Stale, InvalidInput."""
    _require_target(desk, url)
    with desk.begin() as session:
        endpoint = _held(session, webhook_id, expected_version)
        endpoint.url, endpoint.types = url, [kind.value for kind in types]
        endpoint.version += 1
        _note(session, desk, "webhook.change", webhook_id, by)


def delete(desk: Desk, webhook_id: int, *, by: str, expected_version: int | None = None) -> None:
    """Forget an endpoint and what is on its way to it. Raises NotFound, Stale."""
    with desk.begin() as session:
        _held(session, webhook_id, expected_version)
        webhooks.remove(session, webhook_id)
        _note(session, desk, "webhook.delete", webhook_id, by)


def rotate(desk: Desk, webhook_id: int, *, keep_old: bool, by: str) -> Secret:
    """Make a new secret; the old one signs beside it while it is kept. Raises NotFound."""
    secret = new_secret()
    with desk.begin() as session:
        endpoint = webhooks.held(session, webhook_id)
        endpoint.old_secret = endpoint.secret if keep_old else ""
        endpoint.secret = secret
        endpoint.version += 1
        _note(session, desk, "webhook.rotate", webhook_id, by)
    return Secret(webhook_id, secret)


def test(desk: Desk, webhook_id: int, *, by: str) -> int:
    """Put a test event on its way to this endpoint alone; returns the delivery. Raises NotFound, Conflict when it is disabled."""
    subject = encode(Prefix.WEBHOOK, webhook_id)
    with desk.begin() as session:
        if webhooks.held(session, webhook_id).disabled_at is not None:
            raise Conflict(f"{subject} is disabled, so nothing is sent to it: enable it first.")
        event_log.append(session, Event(EventType.WEBHOOK_TEST, subject, {"asked_by": by}), desk.now())
        _note(session, desk, "webhook.test", webhook_id, by)
    with desk.begin() as session:  # the event has its id only after its own commit
        while webhooks.expand(session, desk.now()):
            pass
        return office_reads.last_test(session, webhook_id)


def disable(desk: Desk, webhook_id: int, *, by: str) -> None:
    """Send nothing for now. Raises NotFound."""
    with desk.begin() as session:
        webhooks.disable(session, webhook_id, f"disabled by {by}", desk.now())
        _note(session, desk, "webhook.disable", webhook_id, by)


def enable(desk: Desk, webhook_id: int, *, by: str) -> None:
    """Send again, beginning where it stopped. Raises NotFound."""
    with desk.begin() as session:
        webhooks.enable(session, webhook_id)
        _note(session, desk, "webhook.enable", webhook_id, by)


def redeliver(desk: Desk, webhook_id: int, delivery_id: int, *, by: str) -> None:
    """Send a delivery again under its old message id. Raises NotFound."""
    with desk.begin() as session:
        webhooks.held(session, webhook_id)
        row = office_reads.read_delivery(session, delivery_id)
        if row is None or row["webhook_id"] != webhook_id:
            raise NotFound(f"There is no delivery {encode(Prefix.DELIVERY, delivery_id)} of {encode(Prefix.WEBHOOK, webhook_id)}.")
        webhooks.redeliver(session, [delivery_id], desk.now())
        _note(session, desk, "webhook.redeliver", webhook_id, by)


def _held(session: Session, webhook_id: int, expected_version: int | None) -> Webhook:
    endpoint = webhooks.held(session, webhook_id)
    if expected_version is not None and endpoint.version != expected_version:
        raise Stale(f"The webhook is at version {endpoint.version}, not {expected_version}: read it again and decide.")
    return endpoint


def _require_target(desk: Desk, url: str) -> None:
    if desk.channel is None:
        raise Unavailable("This process has no way to send messages, so no endpoint can be set.")
    refusal = desk.channel.refusal(url)
    if refusal:
        raise InvalidInput(refusal, field="url")


def _note(session: Session, desk: Desk, verb: str, webhook_id: int, by: str) -> None:
    audit.note(session, verb, encode(Prefix.WEBHOOK, webhook_id), actor=by, at=desk.now())
