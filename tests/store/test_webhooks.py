"""The outbox: every event reaches its endpoints at least once, under one id, in order per claim."""

from datetime import timedelta

from sqlalchemy import select
from sqlmodel import SQLModel

from app import store
from app.events import Event as Change
from app.events import EventType
from app.store import event_log, webhooks
from app.store.ids import Prefix, encode
from app.store.webhooks import Outgoing, Sent
from tests.store.press import NOW

DELIVERY = SQLModel.metadata.tables["delivery"]


def _endpoint(engine: store.Engine, *types: str) -> int:
    with store.begin(engine) as session:
        return webhooks.create(session, "https://desk.example/hook", types, "whsec_x", NOW).id


def _happen(engine: store.Engine, *claims: int | None, kind: EventType = EventType.CLAIM_STATUS_CHANGED) -> None:
    with store.begin(engine) as session:
        for claim_id in claims:
            event_log.append(session, Change(kind, f"clm_{claim_id}", {}), NOW, claim_id=claim_id)
    with store.begin(engine) as session:
        webhooks.expand(session, NOW)


def _take(engine: store.Engine, minutes: int = 0, limit: int = 100) -> list[Outgoing]:
    with store.begin(engine) as session:
        return webhooks.take_due(session, NOW + timedelta(minutes=minutes), limit=limit, lease_s=60)


def _mark(engine: store.Engine, out: Outgoing, *, ok: bool, retry: int | None = None) -> None:
    with store.begin(engine) as session:
        retry_at = None if retry is None else NOW + timedelta(minutes=retry)
        webhooks.mark(session, [Sent(out.id, out.attempts, ok, 200 if ok else 500, "", retry_at)], NOW)


def test_an_endpoint_is_told_of_what_happens_from_now_on_once(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        event_log.append(session, Change(EventType.CLAIM_STATUS_CHANGED, "clm_9", {}), NOW)
    _endpoint(engine)
    _happen(engine, 1, 2)
    with store.begin(engine) as session:
        assert webhooks.expand(session, NOW) == 0
    assert [out.subject for out in _take(engine)] == ["clm_1", "clm_2"]
    assert _take(engine) == []


def test_only_the_types_that_are_wanted(engine: store.Engine) -> None:
    _endpoint(engine, "run.finished")
    _happen(engine, 1)
    assert _take(engine) == []
    _happen(engine, None, kind=EventType.RUN_FINISHED)
    assert len(_take(engine)) == 1


def test_a_test_goes_to_its_endpoint_alone(engine: store.Engine) -> None:
    first = _endpoint(engine, "run.finished")
    _endpoint(engine)
    with store.begin(engine) as session:
        event_log.append(session, Change(EventType.WEBHOOK_TEST, encode(Prefix.WEBHOOK, first), {}), NOW)
    with store.begin(engine) as session:
        webhooks.expand(session, NOW)
    assert [out.webhook_id for out in _take(engine)] == [first]


def test_events_of_one_claim_wait_for_each_other(engine: store.Engine) -> None:
    _endpoint(engine)
    _happen(engine, 1, 1, 2)
    first = _take(engine)
    assert [out.event_id for out in first] == [1, 3]
    _mark(engine, first[0], ok=False, retry=5)
    _mark(engine, first[1], ok=True)
    assert _take(engine, 1) == []
    (again,) = _take(engine, 6, limit=1)
    assert again.message_id == first[0].message_id
    _mark(engine, again, ok=True)
    assert 2 in [out.event_id for out in _take(engine, 6)]


def test_one_that_is_given_up_lets_the_next_go(engine: store.Engine) -> None:
    _endpoint(engine)
    _happen(engine, 1, 1)
    _mark(engine, _take(engine)[0], ok=False)
    assert [out.event_id for out in _take(engine)] == [2]


def test_a_sender_that_died_is_followed_by_another(engine: store.Engine) -> None:
    _endpoint(engine)
    _happen(engine, 1)
    (lost,) = _take(engine)
    (again,) = _take(engine, 2)
    assert (again.message_id, again.attempts) == (lost.message_id, 2)
    _mark(engine, lost, ok=False)
    with store.read(engine) as session:
        assert session.connection().execute(select(DELIVERY.c.state)).scalar() == "sending"


def test_a_disabled_endpoint_waits_and_goes_on(engine: store.Engine) -> None:
    endpoint = _endpoint(engine)
    _happen(engine, 1)
    with store.begin(engine) as session:
        webhooks.disable(session, endpoint, "it answered 410", NOW)
    assert _take(engine) == []
    with store.begin(engine) as session:
        webhooks.enable(session, endpoint)
        webhooks.expand(session, NOW)
    assert [out.event_type for out in _take(engine)] == ["claim.status_changed", "webhook.disabled"]


def test_a_delivery_is_sent_again_under_its_id(engine: store.Engine) -> None:
    endpoint = _endpoint(engine)
    _happen(engine, 1)
    (out,) = _take(engine)
    _mark(engine, out, ok=True)
    with store.begin(engine) as session:
        assert webhooks.redeliver(session, [out.id], NOW) == 1
    (again,) = _take(engine)
    assert again.message_id == out.message_id
    with store.begin(engine) as session:
        webhooks.remove(session, endpoint)
    assert _take(engine, 9) == []


def test_work_is_seen_before_any_lock_is_taken(engine: store.Engine) -> None:
    def waiting(minutes: int = 0) -> bool:
        with store.read(engine) as session:
            return webhooks.is_work_waiting(session, NOW + timedelta(minutes=minutes))

    with store.begin(engine) as session:
        webhook_id = webhooks.create(session, "https://desk.example/hook", (), "whsec_x", NOW).id
    assert not waiting()
    with store.begin(engine) as session:
        event_log.append(session, Change(EventType.CLAIM_STATUS_CHANGED, "clm_1", {}), NOW)
    assert waiting()
    _happen(engine)
    assert waiting()
    _take(engine)
    assert not waiting()
    assert waiting(minutes=2)
    with store.begin(engine) as session:
        webhooks.disable(session, webhook_id, "enough", NOW)
    assert not waiting(minutes=2)
