"""How fast the store is: hosts leased, visits recorded, events appended, rows written in bulk; on both databases, durable settings."""

import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import SQLModel

from app import store
from app.events import Event, EventType
from app.store import bulk, event_log, leases, migrate
from app.store.checks import record
from app.store.finished import Batch, FinishedVisit
from app.store.leases import HostEnd, Lease
from tests.databases import NoPostgres, cluster
from tests.store.press import NOW, RULES, claim, publish, visit

HOSTS, SOURCES_A_HOST, BATCH = 600, 2, 100
Figure = tuple[str, float, str]


def bench() -> list[Figure]:
    """Measure on SQLite, and on PostgreSQL where there is one; figures are (what, value, unit)."""
    with tempfile.TemporaryDirectory() as folder:
        found = _measure("SQLite", f"sqlite:///{Path(folder) / 'stet.db'}")
    try:
        with cluster(settings={}) as server:
            return found + _measure("PostgreSQL", server.url(server.create()))
    except NoPostgres:
        return found


def _measure(name: str, url: str) -> list[Figure]:
    engine = store.open_engine(url)
    migrate.upgrade(engine)
    _fill(engine)
    # The first time through, every visit brings verdicts, three events and new folds; the second time nothing is new.
    found = [*_go_through(engine, f"{name}, first visits", NOW, judged=True)]
    found += _go_through(engine, f"{name}, nothing new", NOW + timedelta(days=30), judged=False)
    found.append((f"{name}, event rows written in bulk", _bulk_rows(engine), "rows/s"))
    found.append((f"{name}, transactions of one event", _events(engine), "tx/s"))
    engine.dispose()
    return found


def _fill(engine: store.Engine) -> None:
    names = [f"h{number % HOSTS}.org/{number // HOSTS}" for number in range(HOSTS * SOURCES_A_HOST)]
    for start in range(0, len(names), 50):
        with store.begin(engine) as session:
            publish(session, *(claim(f"{name}.", name, position=at) for at, name in enumerate(names[start : start + 50])))


def _go_through(engine: store.Engine, name: str, now: datetime, *, judged: bool) -> list[Figure]:
    leased: list[Lease] = []
    started = time.perf_counter()
    while True:
        with store.begin(engine) as session:
            taken = leases.lease(session, "bench", hosts=100, sources_per_host=20, lease_s=600, now=now)
        if not taken:
            break
        leased += taken
    lease_s = time.perf_counter() - started
    with store.read(engine) as session:
        visits = [_visit(session, lease, place, now, judged=judged) for lease in leased for place in range(len(lease.sources))]
    started, cpu = time.perf_counter(), time.process_time()
    for start in range(0, len(visits), BATCH):
        with store.begin(engine) as session:
            record(session, Batch(tuple(visits[start : start + BATCH])), RULES, now)
    record_s, cpu_s = time.perf_counter() - started, time.process_time() - cpu
    with store.begin(engine) as session:
        leases.release(session, [HostEnd(lease.host_id, lease.token) for lease in leased], now)
    return [
        (f"{name}: hosts leased", len(leased) / lease_s, "hosts/s"),
        (f"{name}: visits recorded", len(visits) / record_s, "visits/s"),
        (f"{name}: processor time of the worker", cpu_s / len(visits) * 1e6, "µs/visit"),
    ]


def _visit(session: store.Session, lease: Lease, place: int, now: datetime, *, judged: bool) -> FinishedVisit:
    made = visit(session, lease.sources[place], lease.token, now=now)
    return made if judged else FinishedVisit(made.due, made.token, made.check, made.source)


def _bulk_rows(engine: store.Engine) -> float:
    log = SQLModel.metadata.tables["audit"]
    rows = [{"at": NOW, "actor": "bench", "verb": "bench", "subject": f"art_{number}", "detail": {"n": number}} for number in range(BATCH)]

    def go() -> None:
        with store.begin(engine) as session:
            bulk.insert(session, log, rows)

    return BATCH / _seconds(go, 50)


def _events(engine: store.Engine) -> float:
    def go() -> None:
        with store.begin(engine) as session:
            event_log.append(session, Event(EventType.WEBHOOK_TEST, "x", {}), NOW)

    return 1 / _seconds(go, 100)


def _seconds(go: Callable[[], None], times: int) -> float:
    go()
    started = time.perf_counter()
    for _ in range(times):
        go()
    return (time.perf_counter() - started) / times
