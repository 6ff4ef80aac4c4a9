"""The crash harness: workers that are killed in the middle of everything, and what must be true afterwards.

`python -m tests.store.crash 200` kills 200 times on each database and prints what came of it.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy import select
from sqlmodel import SQLModel

from app import store
from app.store import leases, migrate, runs, schedule
from app.store.checks import record
from app.store.finished import Batch
from app.store.leases import HostEnd
from app.store.moments import database_now
from app.store.rebuild import rebuild
from app.store.tables import Priority
from tests.databases import cluster
from tests.store.press import RULES, claim, lend, publish, visit
from tests.store.test_rebuild import PlainReplay

TABLES = SQLModel.metadata.tables
CHECK, SOURCE, HOST, EVENT, RUN = (TABLES[name] for name in ("visit_check", "source", "host", "event", "run"))
LEASE_S = 1.0
HOSTS, SOURCES_A_HOST, WORKERS = 12, 4, 3
_FORK = get_context("fork")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found after the last worker ended."""

    kills: int
    checks: int
    acknowledged: int
    lost: int
    twice: int
    unvisited: int
    quarantined: int
    event_gaps: int
    stuck_hosts: int
    unfinished_runs: int
    mended: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not (self.lost or self.twice or self.unvisited or self.event_gaps or self.stuck_hosts or self.unfinished_runs or self.mended)


def work(url: str, acknowledged: Path, seed: int) -> None:
    """Lease, visit, record, until killed: every check is written down as acknowledged after its commit."""
    chance = random.Random(seed)  # noqa: S311  a test's course of events
    engine = store.open_engine(url)
    name = f"w{os.getpid()}"
    with acknowledged.open("ab", buffering=0) as told:
        while True:
            with store.begin(engine) as session:
                leased = leases.lease(session, name, hosts=chance.randint(1, 4), sources_per_host=3, lease_s=LEASE_S)
            for lease in leased:
                with store.begin(engine) as session:
                    now = database_now(session)
                    if leases.heartbeat(session, {lease.host_id: lease.token}, LEASE_S):
                        continue
                    outcome, link = chance.choice((("ok", "ok"), ("not_found", "suspect"), ("gone", "dead")))
                    support = chance.choice(("supported", "contradicted"))
                    visits = tuple(
                        visit(session, due, lease.token, outcome=outcome, link=link, support=support, now=now) for due in lease.sources
                    )
                    done = record(session, Batch(visits, (HostEnd(lease.host_id, lease.token),)), RULES, now)
                told.write("".join(f"{source} {check}\n" for source, check in done.written.items()).encode())
            if not leased:
                time.sleep(0.01)


def torment(engine: store.Engine, url: str, folder: Path, kills: int, seed: int = 1) -> Outcome:
    """Keep workers busy and kill them `kills` times, then let one finish, and look."""
    chance = random.Random(seed)  # noqa: S311  a test's course of events
    _fill(engine)
    acknowledged = folder / "acknowledged"
    acknowledged.touch()
    workers = [_start(url, acknowledged, chance) for _ in range(WORKERS)]
    try:
        for kill in range(kills):
            _wait(acknowledged, chance)
            place = chance.randrange(WORKERS)
            _kill(workers[place])
            workers[place] = _start(url, acknowledged, chance)
            if kill % 5 == 0:
                _ask_for_everything(engine)
    finally:
        for worker in workers:
            _kill(worker)
    _finish(engine)
    return _look(engine, acknowledged, kills)


def _wait(acknowledged: Path, chance: random.Random) -> None:
    """Wait a moment of chance; every other time for something to be acknowledged, so that there is something to lose."""
    before, patience = acknowledged.stat().st_size, time.monotonic() + 2
    if chance.random() < 0.5:
        while acknowledged.stat().st_size == before and time.monotonic() < patience:
            time.sleep(0.005)
    time.sleep(chance.uniform(0.0, 0.1))


def _fill(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        now = database_now(session)
        names = [f"h{host}.org/{source}" for host in range(HOSTS) for source in range(SOURCES_A_HOST)]
        for place in range(0, len(names), 8):
            publish(session, *(claim(f"{name}.", name, position=at) for at, name in enumerate(names[place : place + 8])), now=now)


def _start(url: str, acknowledged: Path, chance: random.Random) -> BaseProcess:
    worker = _FORK.Process(target=work, args=(url, acknowledged, chance.randrange(2**32)), daemon=True)
    worker.start()
    return worker


def _kill(worker: BaseProcess) -> None:
    if worker.pid is not None and worker.is_alive():
        os.kill(worker.pid, signal.SIGKILL)
    worker.join(timeout=30)


def _ask_for_everything(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        ids = list(session.connection().execute(select(SOURCE.c.id)).scalars())
        runs.start(session, runs.Ask("harness"), ids, database_now(session))


def _finish(engine: store.Engine) -> None:
    """Visit what is due until nothing is; sources that were quarantined in the torment get their new chance."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with store.begin(engine) as session:
            now = database_now(session)
            out = list(session.connection().execute(select(SOURCE.c.id).where(SOURCE.c.quarantined_at.is_not(None))).scalars())
            schedule.make_due(session, out, Priority.ASKED, now)
            leased = lend(session, "last", now=now)
            for lease in leased:
                visits = tuple(visit(session, due, lease.token, now=now) for due in lease.sources)
                record(session, Batch(visits, (HostEnd(lease.host_id, lease.token),)), RULES, now)
            open_leases = session.connection().execute(select(HOST.c.id).where(HOST.c.leased_until.is_not(None))).first()
            due = session.connection().execute(select(SOURCE.c.id).where(SOURCE.c.next_check_at <= now)).first()
        if not leased and not out and open_leases is None and due is None:
            return
        time.sleep(0.02)


def _look(engine: store.Engine, acknowledged: Path, kills: int) -> Outcome:
    told = [tuple(map(int, line.split())) for line in acknowledged.read_text().splitlines()]
    with store.read(engine) as session:
        connection = session.connection()
        checks = {row.id: (row.source_id, row.lease_token) for row in connection.execute(select(CHECK))}
        sources = connection.execute(select(SOURCE.c.id, SOURCE.c.last_check_id, SOURCE.c.quarantined_at)).all()
        events = list(connection.execute(select(EVENT.c.id).order_by(EVENT.c.id)).scalars())
        quarantines = connection.execute(select(EVENT.c.id).where(EVENT.c.type == "source.quarantined")).all()
        stuck = connection.execute(select(HOST.c.id).where(HOST.c.leased_until.is_not(None))).all()
        unfinished = connection.execute(select(RUN.c.id).where(RUN.c.state != "done")).all()
        now = database_now(session)
    return Outcome(
        kills=kills,
        checks=len(checks),
        acknowledged=len(told),
        lost=sum(1 for source, check in told if checks.get(check, (None,))[0] != source),
        twice=sum(count - 1 for count in Counter(checks.values()).values()) + len(told) - len(set(told)),
        unvisited=sum(1 for row in sources if row.last_check_id is None),
        quarantined=len(quarantines),
        event_gaps=sum(1 for place, number in enumerate(events, 1) if place != number),
        stuck_hosts=len(stuck),
        unfinished_runs=len(unfinished),
        mended=rebuild(engine, RULES, PlainReplay(), now).mended,
    )


def main(kills: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stet.db"
        _torment_one("SQLite", f"sqlite:///{path}", Path(folder), kills)
    with cluster(settings={}) as server, tempfile.TemporaryDirectory() as folder:
        _torment_one("PostgreSQL", server.url(server.create()), Path(folder), kills)


def _torment_one(name: str, url: str, folder: Path, kills: int) -> None:
    engine = store.open_engine(url)
    migrate.upgrade(engine)
    found = torment(engine, url, folder, kills)
    engine.dispose()
    sys.stdout.write(f"{name}: {'sound' if found.sound else 'NOT SOUND'} {found}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
