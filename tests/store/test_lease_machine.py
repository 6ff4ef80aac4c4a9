"""The lease machine against a model: whatever workers do and whenever they vanish, one at a time holds a host, and history is right."""

import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlmodel import SQLModel

from app import store
from app.store import leases, runs
from app.store.checks import record
from app.store.finished import Batch
from app.store.leases import HostEnd, Lease
from tests.databases import Cluster, quick_folder
from tests.store.press import NOW, RULES, claim, lend, publish, visit

TABLES = SQLModel.metadata.tables
HOST, SOURCE, CHECK, RUN, ITEM = (TABLES[name] for name in ("host", "source", "visit_check", "run", "runitem"))
WORKERS = st.sampled_from(["ann", "bob", "cid"])


@dataclass
class _Held:
    """A lease as its worker knows it; `token` None: given back."""

    worker: str
    lease: Lease
    until: datetime
    left: list[int] = field(default_factory=list)


class LeaseMachine(RuleBasedStateMachine):
    """Subclasses say on which database."""

    def open(self) -> store.Engine:
        raise NotImplementedError

    @initialize()
    def begin(self) -> None:
        self.engine = self.open()
        self.now = NOW
        self.held: list[_Held] = []
        self.acknowledged: Counter[int] = Counter()
        self.published = 0
        self.publish(3)

    @rule(count=st.integers(1, 4))
    def publish(self, count: int) -> None:
        names = [f"h{(self.published + number) % 4}.org/{(self.published + number) % 7}" for number in range(count)]
        self.published += count
        with store.begin(self.engine) as session:
            publish(session, *(claim(f"{name}.", name, position=place) for place, name in enumerate(names)), now=self.now)

    @rule(worker=WORKERS, hosts=st.integers(1, 3), share=st.integers(1, 3))
    def lease(self, worker: str, hosts: int, share: int) -> None:
        with store.begin(self.engine) as session:
            leased = lend(session, worker, hosts=hosts, share=share, now=self.now)
        for lease in leased:
            assert not [held for held in self.held if held.lease.host_id == lease.host_id and held.until > self.now]
            assert lease.sources
            self.held.append(_Held(worker, lease, lease.until, [due.id for due in lease.sources]))

    @precondition(lambda self: self.held)
    @rule(data=st.data(), end=st.booleans())
    def record(self, data: st.DataObject, *, end: bool) -> None:
        held = data.draw(st.sampled_from(self.held))
        due = [source for source in held.lease.sources if source.id in held.left][:2]
        ends = (HostEnd(held.lease.host_id, held.lease.token),) if end else ()
        with store.begin(self.engine) as session:
            current = self._is_current(session, held)
            visits = tuple(visit(session, source, held.lease.token, now=self.now) for source in due)
            done = record(session, Batch(visits, ends), RULES, self.now)
        assert set(done.written) == ({source.id for source in due} if current else set())
        assert set(done.stale) == (set() if current else {source.id for source in due})
        self.acknowledged.update(done.written.keys())
        held.left = [source for source in held.left if source not in done.written]
        if end:
            self.held.remove(held)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def repeat(self, data: st.DataObject) -> None:
        """Send what was written already once more, as after a commit whose answer got lost."""
        held = data.draw(st.sampled_from(self.held))
        due = [source for source in held.lease.sources if source.id not in held.left]
        with store.begin(self.engine) as session:
            visits = tuple(visit(session, source, held.lease.token, now=self.now) for source in due)
            assert record(session, Batch(visits), RULES, self.now).written == {}

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def heartbeat(self, data: st.DataObject) -> None:
        held = data.draw(st.sampled_from(self.held))
        with store.begin(self.engine) as session:
            current = self._is_current(session, held)
            lost = leases.heartbeat(session, {held.lease.host_id: held.lease.token}, 90, self.now)
        assert bool(lost) != current
        held.until = self.now + timedelta(seconds=90) if current else held.until

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def give_back(self, data: st.DataObject) -> None:
        held = data.draw(st.sampled_from(self.held))
        with store.begin(self.engine) as session:
            leases.release(session, [HostEnd(held.lease.host_id, held.lease.token)], self.now)
        self.held.remove(held)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def vanish(self, data: st.DataObject) -> None:
        """The worker dies: nobody ever uses these tokens again."""
        worker = data.draw(WORKERS)
        self.held = [held for held in self.held if held.worker != worker]

    @rule(seconds=st.sampled_from([1, 30, 89, 91, 3_600, 86_400 * 8]))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule()
    def ask(self) -> None:
        with store.begin(self.engine) as session:
            ids = list(session.connection().execute(select(SOURCE.c.id)).scalars())
            runs.start(session, runs.Ask("ann"), ids[:3], self.now)

    @invariant()
    def what_was_acknowledged_is_there_once(self) -> None:
        with store.read(self.engine) as session:
            checks = Counter(session.connection().execute(select(CHECK.c.source_id)).scalars())
            tokens = session.connection().execute(select(CHECK.c.source_id, CHECK.c.lease_token)).all()
        assert checks == self.acknowledged
        assert len(set(tokens)) == len(tokens)

    @invariant()
    def clocks_agree_with_what_they_are_folded_from(self) -> None:
        with store.read(self.engine) as session:
            connection = session.connection()
            earliest: dict[int, datetime] = {}
            for row in connection.execute(select(SOURCE.c.host_id, SOURCE.c.next_check_at).where(SOURCE.c.next_check_at.is_not(None))):
                earliest[row.host_id] = min(row.next_check_at, earliest.get(row.host_id, row.next_check_at))
            for host in connection.execute(select(HOST)):
                if host.leased_until is None:
                    assert host.due_at == earliest.get(host.id)
                    assert host.ready_at == host.due_at
                elif host.leased_until > self.now:
                    assert host.ready_at == host.leased_until
            for run in connection.execute(select(RUN)):
                items = connection.execute(select(ITEM).where(ITEM.c.run_id == run.id)).all()
                assert run.done == sum(1 for item in items if item.check_id is not None or item.given_up)
                assert (run.state == "done") == (run.done == run.total)

    def _is_current(self, session: store.Session, held: _Held) -> bool:
        row = session.connection().execute(select(HOST.c.token, HOST.c.leased_by).where(HOST.c.id == held.lease.host_id)).one()
        return bool(row.token == held.lease.token and row.leased_by)

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.engine.dispose()


def _run(machine: type[LeaseMachine], examples: int) -> None:
    bounded = settings(max_examples=examples, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    run_state_machine_as_test(machine, settings=bounded)


def test_on_sqlite(sqlite_template: Path) -> None:
    with tempfile.TemporaryDirectory(dir=quick_folder()) as folder:

        class OnSqlite(LeaseMachine):
            opened = 0

            def open(self) -> store.Engine:
                OnSqlite.opened += 1
                path = Path(folder) / f"{OnSqlite.opened}.db"
                path.write_bytes(sqlite_template.read_bytes())
                return store.open_engine(f"sqlite:///{path}")

        _run(OnSqlite, 20)


@pytest.mark.postgres
def test_on_postgresql(postgres: Cluster) -> None:
    class OnPostgresql(LeaseMachine):
        def open(self) -> store.Engine:
            self.name = postgres.create(postgres.template)
            return store.open_engine(postgres.url(self.name))

        def teardown(self) -> None:
            super().teardown()
            postgres.drop(self.name)

    _run(OnPostgresql, 4)
