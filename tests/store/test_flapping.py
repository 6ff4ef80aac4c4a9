"""A link that flaps: its changes are kept in the log, told to nobody one by one, and summed up once when it has settled."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import SQLModel

from app import store
from app.sources import LinkFold
from app.store import webhooks
from app.store.checks import record
from app.store.finished import Batch, FinishedVisit
from app.store.leases import HostEnd
from app.store.rebuild import rebuild
from app.store.webhooks import Sent
from app.workflow.link_fold import Kept, fold_check
from app.workflow.rebuild import HistoryReplay
from tests.store.press import NOW, RULES, claim, lend, publish, visit

TABLES = SQLModel.metadata.tables
EVENT, SOURCE = TABLES["event"], TABLES["source"]
UPS_AND_DOWNS = ("ok", "not_found", "ok", "not_found", "ok", "not_found", "ok")
QUIET = ("ok", "ok", "ok")
DAY = timedelta(days=1)


def _folded(made: FinishedVisit) -> FinishedVisit:
    """Decide the link as the main job does; one visit is due a day later, so that a test can make each day's."""
    kept = fold_check(Kept.of(made.due), made.check)
    link: LinkFold = kept.link
    decided = replace(
        made.source, link_state=link.state.value, flapping=link.flapping, fold=kept.to_json(), next_check_at=made.check.at + DAY
    )
    return replace(made, source=decided, citations=())


def _live(engine: store.Engine, *outcomes: str, every: timedelta = DAY, begin: datetime = NOW) -> datetime:
    """Visit the one source again and again with these outcomes; returns the moment after the last."""
    now = begin
    for outcome in outcomes:
        with store.begin(engine) as session:
            (leased,) = lend(session, now=now)
            made = visit(session, leased.sources[0], leased.token, outcome=outcome, link="ok" if outcome == "ok" else "dead", now=now)
            record(session, Batch((_folded(made),), (HostEnd(leased.host_id, leased.token),)), RULES, now)
        now += every
    return now


def _publish(engine: store.Engine, *types: str) -> None:
    with store.begin(engine) as session:
        webhooks.create(session, "https://desk.example/hook", types, "whsec_x", NOW)
        publish(session, claim("A.", "a.org/1"))


def _told(engine: store.Engine, now: datetime) -> list[str]:
    """Deliver what is due; returns what the endpoint hears of the source by it."""
    with store.begin(engine) as session:
        webhooks.expand(session, now)
        taken = webhooks.take_due(session, now, limit=100, lease_s=60)
        webhooks.mark(session, [Sent(out.id, out.attempts, ok=True, status=200) for out in taken], now)
    return [out.event_type for out in taken if out.event_type.startswith("source.")]


def _settled(engine: store.Engine) -> list[dict[str, Any]]:
    with store.read(engine) as session:
        return list(session.connection().execute(select(EVENT.c.data).where(EVENT.c.type == "source.settled")).scalars())


def test_changes_are_held_while_a_link_flaps(engine: store.Engine) -> None:
    _publish(engine)
    now = _live(engine, *UPS_AND_DOWNS)
    assert _told(engine, now) == ["source.link_changed"] * 3 + ["source.flapping"]


def test_held_changes_stay_in_the_log(engine: store.Engine) -> None:
    _publish(engine)
    _live(engine, *UPS_AND_DOWNS)
    with store.read(engine) as session:
        changes = session.connection().execute(select(EVENT.c.data).where(EVENT.c.type == "source.link_changed").order_by(EVENT.c.id))
        assert [bool(data.get("held")) for data in changes.scalars()] == [False] * 3 + [True] * 4


def test_a_link_that_settles_is_summed_up_once(engine: store.Engine) -> None:
    _publish(engine)
    now = _live(engine, *UPS_AND_DOWNS)
    _told(engine, now)
    now = _live(engine, *QUIET, every=7 * DAY, begin=now + 6 * DAY)
    assert _told(engine, now) == ["source.settled"]
    (digest,) = _settled(engine)
    wanted = {"since": (NOW + 3 * DAY).isoformat(), "changes": 4, "from": "ok", "to": "ok", "url": "https://a.org/1"}
    assert {name: digest[name] for name in wanted} == wanted


def test_a_link_that_settles_in_a_new_state_is_told_in_the_sum(engine: store.Engine) -> None:
    _publish(engine)
    now = _live(engine, *UPS_AND_DOWNS)
    _told(engine, now)
    now = _live(engine, "not_found", begin=now + 20 * DAY)
    assert _told(engine, now) == ["source.settled"]
    (digest,) = _settled(engine)
    assert (digest["changes"], digest["from"], digest["to"]) == (5, "ok", "suspect")


def test_a_second_period_is_summed_up_by_itself(engine: store.Engine) -> None:
    _publish(engine)
    now = _live(engine, *UPS_AND_DOWNS, *QUIET, every=DAY)
    now = _live(engine, "ok", begin=now + 20 * DAY)
    now = _live(engine, *UPS_AND_DOWNS, begin=now)
    _live(engine, "ok", begin=now + 20 * DAY)
    first, second = _settled(engine)
    assert (first["changes"], second["changes"]) == (4, 4)
    assert second["since"] > first["since"]


def test_who_asked_for_changes_alone_gets_the_sum(engine: store.Engine) -> None:
    _publish(engine, "source.link_changed")
    now = _live(engine, *UPS_AND_DOWNS)
    _told(engine, now)
    now = _live(engine, "ok", begin=now + 20 * DAY)
    assert _told(engine, now) == ["source.settled"]


def test_a_link_that_never_flapped_has_no_sum(engine: store.Engine) -> None:
    _publish(engine)
    now = _live(engine, "ok", "not_found", "ok", *QUIET, every=7 * DAY)
    assert _told(engine, now) == ["source.link_changed"] * 3
    assert _settled(engine) == []


def test_rebuilding_a_link_that_flapped_tells_nothing(engine: store.Engine) -> None:
    _publish(engine)
    now = _live(engine, *UPS_AND_DOWNS)
    now = _live(engine, "ok", begin=now + 20 * DAY)
    rebuilt = rebuild(engine, RULES, HistoryReplay(), now)
    assert [name for name in rebuilt.mended if name.startswith("source")] == []
    assert len(_settled(engine)) == 1
