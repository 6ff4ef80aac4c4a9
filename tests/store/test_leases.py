"""Hosts are lent to one worker at a time, in order of need, and come back whatever happens to the worker."""

from datetime import timedelta

from sqlalchemy import select, update
from sqlmodel import SQLModel

from app import store
from app.store import Session, intake, leases, runs, schedule, source_policies
from app.store.checks import record
from app.store.finished import Batch
from app.store.leases import HostEnd, Lease
from app.store.tables import Priority, Run
from tests.store.press import NOW, RULES, check_all, claim, lend, publish, visit

HOST, SOURCE, EVENT = (SQLModel.metadata.tables[name] for name in ("host", "source", "event"))
LATER = NOW + timedelta(minutes=2)


def _publish(engine: store.Engine, *sources: str) -> None:
    with store.begin(engine) as session:
        publish(session, *(claim(f"{name}.", name, position=place) for place, name in enumerate(sources)))


def _hosts(leased: list[Lease]) -> list[str]:
    return sorted(lease.host for lease in leased)


def _source(session: Session, name: str) -> int:
    return int(session.connection().execute(select(SOURCE.c.id).where(SOURCE.c.url == f"https://{name}")).scalar_one())


def test_a_host_is_lent_once(engine: store.Engine) -> None:
    _publish(engine, "a.org/1", "b.org/1")
    with store.begin(engine) as session:
        assert _hosts(lend(session, "w1")) == ["a.org", "b.org"]
    with store.begin(engine) as session:
        assert lend(session, "w2") == []


def test_two_workers_share_without_waiting(engine: store.Engine) -> None:
    if engine.dialect.name == "sqlite":
        return  # it has one writer at a time
    _publish(engine, "a.org/1", "b.org/1")
    with store.begin(engine) as first, store.begin(engine) as second:
        assert len(lend(first, "w1", hosts=1)) == 1
        assert len(lend(second, "w2", hosts=5)) == 1


def test_a_host_gives_its_share_and_then_goes_to_the_end(engine: store.Engine) -> None:
    _publish(engine, "a.org/1", "a.org/2", "a.org/3")
    with store.begin(engine) as session:
        (leased,) = lend(session, share=2)
        assert len(leased.sources) == 2
        check_all(session, [leased])
    with store.begin(engine) as session:
        (leased,) = lend(session, share=2)
        assert len(leased.sources) == 1


def test_an_expired_lease_comes_back_and_the_old_token_writes_nothing(engine: store.Engine) -> None:
    _publish(engine, "a.org/1")
    with store.begin(engine) as session:
        (first,) = lend(session, "w1")
    with store.begin(engine) as session:
        (second,) = lend(session, "w2", now=LATER)
    assert second.token > first.token
    with store.begin(engine) as session:
        late = record(session, Batch((visit(session, first.sources[0], first.token),)), RULES, LATER)
    assert (late.written, late.stale) == ({}, (first.sources[0].id,))
    with store.begin(engine) as session:
        assert leases.release(session, [HostEnd(first.host_id, first.token)], LATER) == {first.host_id}
        assert leases.heartbeat(session, {first.host_id: first.token}, 90, LATER) == {first.host_id}
        assert check_all(session, [second], now=LATER).written


def test_a_lease_that_ran_over_counts_while_nobody_took_it(engine: store.Engine) -> None:
    _publish(engine, "a.org/1")
    with store.begin(engine) as session:
        leased = lend(session)
    with store.begin(engine) as session:
        assert check_all(session, leased, now=LATER).written


def test_a_heartbeat_prolongs(engine: store.Engine) -> None:
    _publish(engine, "a.org/1")
    with store.begin(engine) as session:
        (leased,) = lend(session)
        assert leases.heartbeat(session, {leased.host_id: leased.token}, 90, NOW + timedelta(seconds=60)) == set()
    with store.begin(engine) as session:
        assert lend(session, "w2", now=LATER) == []
        assert _hosts(lend(session, "w2", now=LATER + timedelta(minutes=1))) == ["a.org"]


def test_what_is_handed_back_is_due_at_once_and_blames_nobody(engine: store.Engine) -> None:
    _publish(engine, "a.org/1")
    for _ in range(5):
        with store.begin(engine) as session:
            (leased,) = lend(session)
            assert leased.sources[0].attempts == 0
            leases.release(session, [HostEnd(leased.host_id, leased.token)], NOW)


def test_a_host_that_asks_for_patience_is_not_lent_before(engine: store.Engine) -> None:
    _publish(engine, "a.org/1")
    with store.begin(engine) as session:
        (leased,) = lend(session)
        free_at = NOW + timedelta(hours=1)
        leases.release(session, [HostEnd(leased.host_id, leased.token, free_at=free_at, backoff=2, gap_s=5.0)], NOW)
    with store.begin(engine) as session:
        schedule.make_due(session, [_source(session, "a.org/1")], Priority.GATE, NOW)
        assert lend(session) == []
        (leased,) = lend(session, now=free_at)
        assert (leased.backoff, leased.gap_s) == (2, 5.0)


def test_gate_before_person_before_new_before_schedule(engine: store.Engine) -> None:
    names = ["new.org", "plain.org", "asked.org", "gate.org"]
    _publish(engine, *(f"{name}/1" for name in names))
    with store.begin(engine) as session:
        leased = [lease for lease in lend(session) if lease.host != "new.org"]
        check_all(session, leased)
        session.connection().execute(update(HOST).where(HOST.c.name == "new.org").values(leased_by="", leased_until=None, ready_at=NOW))
    later = NOW + timedelta(days=30)
    with store.begin(engine) as session:
        schedule.make_due(session, [_source(session, "asked.org/1")], Priority.ASKED, later)
        schedule.make_due(session, [_source(session, "gate.org/1")], Priority.GATE, later)
    order = []
    for _ in names:
        with store.begin(engine) as session:
            order += [lease.host for lease in lend(session, hosts=1, now=later)]
    assert order == ["gate.org", "asked.org", "new.org", "plain.org"]


def test_a_large_request_does_not_push_a_small_one_aside(engine: store.Engine) -> None:
    _publish(engine, *(f"h{number}.org/1" for number in range(150)))
    with store.begin(engine) as session:
        publish(session, claim("Small.", "small.org/1"), now=NOW + timedelta(seconds=1))
    with store.begin(engine) as session:
        leased = lend(session, hosts=101, now=NOW + timedelta(seconds=2))
    assert "small.org" in _hosts(leased)


def test_the_urgent_source_of_a_host_goes_first(engine: store.Engine) -> None:
    _publish(engine, *(f"a.org/{number}" for number in range(5)))
    with store.begin(engine) as session:
        check_all(session, lend(session))
    later = NOW + timedelta(days=30)
    with store.begin(engine) as session:
        schedule.make_due(session, [_source(session, "a.org/3")], Priority.ASKED, later)
        (leased,) = lend(session, share=1, now=later)
        assert [due.url for due in leased.sources] == ["https://a.org/3"]


def test_a_suspect_is_lent_alone_and_poison_is_quarantined(engine: store.Engine) -> None:
    _publish(engine, "a.org/1", "a.org/2", "a.org/poison")
    now, quarantined = NOW, False
    for _ in range(20):
        now += timedelta(minutes=2)
        with store.begin(engine) as session:
            leased = lend(session, now=now)
            if not leased:
                break
            if any(due.url.endswith("poison") for due in leased[0].sources):
                continue  # the worker dies with the lease in hand
            check_all(session, leased, now=now)
    with store.read(engine) as session:
        rows = session.connection().execute(select(SOURCE.c.url, SOURCE.c.quarantined_at, SOURCE.c.last_check_id)).all()
        told = session.connection().execute(select(EVENT.c.subject).where(EVENT.c.type == "source.quarantined")).all()
    for row in rows:
        quarantined = row.url.endswith("poison")
        assert (row.quarantined_at is not None) == quarantined
        assert (row.last_check_id is None) == quarantined
    assert len(told) == 1


def test_a_person_gives_a_quarantined_source_a_new_chance(engine: store.Engine) -> None:
    _publish(engine, "a.org/1")
    for attempt in range(4):
        with store.begin(engine) as session:
            lend(session, now=NOW + attempt * timedelta(minutes=2))
    much_later = NOW + timedelta(hours=1)
    with store.begin(engine) as session:
        assert lend(session, now=much_later) == []
        source = _source(session, "a.org/1")
        schedule.make_due(session, [source], Priority.SCHEDULE, much_later)
        assert lend(session, now=much_later) == []
        schedule.make_due(session, [source], Priority.ASKED, much_later)
        (leased,) = lend(session, now=much_later)
        assert leased.sources[0].attempts == 0


def test_recording_the_same_visits_twice_writes_once(engine: store.Engine) -> None:
    _publish(engine, "a.org/1", "b.org/1")
    with store.begin(engine) as session:
        leased = lend(session)
        visits = tuple(visit(session, lease.sources[0], lease.token) for lease in leased)
        assert len(record(session, Batch(visits), RULES, NOW).written) == 2
    with store.begin(engine) as session:
        again = record(session, Batch(visits), RULES, NOW)
        assert again.written == {}
        assert len(again.repeated) == 2


def test_what_is_asked_for_during_a_visit_stays_due_after_it(engine: store.Engine) -> None:
    _publish(engine, "a.org/1")
    with store.begin(engine) as session:
        leased = lend(session)
    with store.begin(engine) as session:
        run = runs.start(session, runs.Ask("key:desk"), [leased[0].sources[0].id], NOW)
    with store.begin(engine) as session:
        check_all(session, leased)
    with store.begin(engine) as session:
        found = session.get(Run, run.id)
        assert found is not None
        assert (found.state, found.done) == ("queued", 0)
        check_all(session, lend(session))
    with store.begin(engine) as session:
        found = session.get(Run, run.id)
        assert found is not None
        assert (found.state, found.done) == ("done", 1)


def test_a_void_visit_answers_no_run(engine: store.Engine) -> None:
    _publish(engine, "a.org/1")
    with store.begin(engine) as session:
        run = runs.start(session, runs.Ask("key:desk"), [_source(session, "a.org/1")], NOW)
        (leased,) = lend(session)
        record(session, Batch((visit(session, leased.sources[0], leased.token, void=True),)), RULES, NOW)
        assert run.done == 0


def test_a_source_that_policy_skips_is_not_lent_until_asked_for(engine: store.Engine) -> None:
    _publish(engine, "a.org/1")
    with store.begin(engine) as session:
        source = _source(session, "a.org/1")
        source_policies.set_policy(session, source, {"skip": True}, NOW)
        assert lend(session) == []
        schedule.make_due(session, [source], Priority.NEW, NOW)
        assert lend(session) == []
        source_policies.set_policy(session, source, {}, NOW)
        assert _hosts(lend(session)) == ["a.org"]


def test_a_clock_that_jumped_ahead_and_back_leaves_nothing_stuck(engine: store.Engine) -> None:
    _publish(engine, "a.org/1", "b.org/1")
    ahead = NOW + timedelta(days=3650)
    with store.begin(engine) as session:
        leased = lend(session, now=ahead)
        check_all(session, leased[:1], now=ahead)
    with store.begin(engine) as session:
        assert lend(session) == []
        assert leases.mend_clocks(session, NOW) == 2
        assert _hosts(lend(session)) == ["a.org", "b.org"]
        assert leases.mend_clocks(session, NOW) == 0


def test_the_clock_of_a_host_is_the_earliest_of_its_sources(engine: store.Engine) -> None:
    _publish(engine, "a.org/1", "a.org/2")
    with store.begin(engine) as session:
        check_all(session, lend(session))
        sooner = NOW + timedelta(hours=3)
        schedule.plan(session, _source(session, "a.org/2"), sooner, NOW)
        assert session.connection().execute(select(HOST.c.due_at)).scalar() == sooner
        schedule.plan(session, _source(session, "a.org/2"), None, NOW)
        assert session.connection().execute(select(HOST.c.due_at)).scalar() == NOW + timedelta(days=7)


def test_no_run_waits_for_what_will_not_be_visited(engine: store.Engine) -> None:
    _publish(engine, "poison.org/1", "gone.org/1")
    with store.begin(engine) as session:
        ids = [_source(session, "poison.org/1"), _source(session, "gone.org/1")]
        run = runs.start(session, runs.Ask("key:desk"), ids, NOW)
        lend(session)
    for attempt in range(1, 4):
        with store.begin(engine) as session:
            leased = lend(session, now=NOW + attempt * timedelta(minutes=2))
            gone = [lease for lease in leased if lease.host == "gone.org"]
            leases.release(session, [HostEnd(lease.host_id, lease.token) for lease in gone], NOW)
    with store.begin(engine) as session:
        found = session.get(Run, run.id)
        assert found is not None
        assert (found.state, found.done, found.total) == ("running", 1, 2)
        intake.delete(session, 1, NOW)
        session.refresh(found)
        assert (found.state, found.done) == ("done", 2)
