"""The whole check: visit, snapshot, reading, verdict, database; the first time, unchanged by 304, unchanged by equal bytes.

2,000 pages of 50 KB on 200 loopback hosts, each cited by one claim; one worker as `stet work` runs it, politeness off, on SQLite.
CPU is that of the whole process, all its threads, user and system. What a process pays once (imports, statements put together)
is measured apart. The first check is measured on a tenth of the sources; the others are then put into the state that it left its
equals in (the hosts serve the same ten pages), so that the run stays short.
"""

import asyncio
import gc
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from sqlalchemy import select, update
from sqlmodel import SQLModel

from app import worker
from app.bootstrap import desk_from, opened
from app.settings import Settings
from app.store import bulk, schedule
from app.store.tables import Priority
from app.workflow import intake
from app.workflow.desk import Desk
from app.workflow.requests import Submission
from tests.fetch.bench_visit import serving, urls_on

FIRST, IN_ARTICLE, ROUNDS = 200, 200, 2
Row = tuple[str, float, str]
TABLES = SQLModel.metadata.tables
SOURCE, CITATION = TABLES["source"], TABLES["citation"]


def bench() -> list[Row]:
    """Return CPU milliseconds a check of each kind, checks a second, and the peak memory."""
    with serving() as port, tempfile.TemporaryDirectory() as folder:
        settings = settings_for(Path(folder), port)
        urls = random.Random(1).sample(urls_on(port), k=2_000)  # noqa: S311  an order in which every tenth has all pages
        began = time.process_time()
        with opened(settings) as desk:
            submit(desk, urls[:1])
            gc.freeze()  # as the worker of the command line does
            gc.set_threshold(50_000, 20, 50)
            _work(settings, desk)
            rows: list[Row] = [("start-up and one check, once a process", (time.process_time() - began) * 1000, "ms CPU")]
            submit(desk, urls[1 : FIRST + 1])
            rows += _measured("first time", settings, desk, FIRST)
            submit(desk, urls[FIRST + 1 :])
            as_if_visited(desk)
            for _ in range(ROUNDS):
                make_all_due(desk)
                found = _measured("unchanged (304)", settings, desk, len(urls))
            rows += found
            for _ in range(ROUNDS):
                make_all_due(desk, forget_validators=True)
                found = _measured("unchanged (200, same bytes)", settings, desk, len(urls))
            rows += found
    return [*rows, ("peak memory of the whole run", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MiB")]


def settings_for(folder: Path, port: int, database_url: str = "") -> Settings:
    """Return settings without politeness, for pages on loopback."""
    return Settings(
        data=folder,
        database_url=database_url,
        allow_networks=(ip_network("127.0.0.0/8"),),
        allow_ports=(port,),
        host_gap_s=0.0,
        ignore_robots=True,
    )


def submit(desk: Desk, urls: list[str]) -> None:
    """Store articles whose claims cite these pages, one a claim."""
    for start in range(0, len(urls), IN_ARTICLE):
        numbered = list(enumerate(urls[start : start + IN_ARTICLE], 1))
        claims = "\n\n".join(f"The harvest of district {start + n} grew by 12.{n % 10} percent [{n}]." for n, _ in numbered)
        notes = "\n".join(f"[{n}] {url}" for n, url in numbered)
        intake.submit(desk, Submission(body=f"{claims}\n\n{notes}\n"), by="bench")


def _measured(what: str, settings: Settings, desk: Desk, checks: int) -> list[Row]:
    wall, cpu = time.perf_counter(), time.process_time()
    _work(settings, desk)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    _require_checked(desk)
    return [(f"{what}: CPU a check", cpu / checks * 1000, "ms"), (f"{what}: checks", checks / wall, "1/s")]


def _work(settings: Settings, desk: Desk) -> None:
    """Do what is due with a fetcher of its own: every host is connected to anew."""
    with loop() as runner:
        runner.run(worker.run(desk_from(settings, desk.engine), asyncio.Event(), name="bench", until_idle=True))


@contextmanager
def loop() -> Iterator[asyncio.Runner]:
    """Run on uvloop where it is installed, as the command line does."""
    try:
        import uvloop  # noqa: PLC0415  not on every machine

        factory = uvloop.new_event_loop
    except ImportError:
        factory = None
    with asyncio.Runner(loop_factory=factory) as runner:
        yield runner


def _require_checked(desk: Desk) -> None:
    with desk.read() as session:
        wrong = session.connection().execute(select(SOURCE.c.url, SOURCE.c.link_state).where(SOURCE.c.link_state != "ok")).first()
        late = session.connection().execute(select(SOURCE.c.url).where(SOURCE.c.next_check_at <= desk.now())).first()
    if wrong or late:
        raise RuntimeError(f"not every source was checked, or one is not fine: {wrong or late}")


def as_if_visited(desk: Desk) -> None:
    """Put sources that were never visited, and what cites them, into the state of a visited one with the same page."""
    with desk.begin() as session:
        rows = [dict(row) for row in session.connection().execute(select(SOURCE)).mappings()]
        twins = {row["url"][-1]: row for row in rows if row["last_check_id"]}
        new = [row for row in rows if not row["last_check_id"]]
        bulk.update(session, SOURCE, [_visited(row, twins[row["url"][-1]]) for row in new])
        twin_of = {row["id"]: twins[row["url"][-1]]["id"] for row in new}
        citations = [dict(row) for row in session.connection().execute(select(CITATION)).mappings()]
        judged = {row["source_id"]: row for row in citations}
        folds = ("support", "reason", "status", "verdict_check_id", "verdict_sha256", "rule_version")
        pairs = [(row, judged[twin_of[row["source_id"]]]) for row in citations if row["source_id"] in twin_of]
        bulk.update(session, CITATION, [{"id": row["id"]} | {name: twin[name] for name in folds} for row, twin in pairs])


_KEPT = ("link_state", "outcome", "last_checked_at", "snapshot_sha256", "etag", "last_modified", "next_check_at", "priority")


def _visited(row: dict[str, Any], twin: dict[str, Any]) -> dict[str, Any]:
    good = twin["fold"]["good"] | {"final_url": row["url"]}
    return {"id": row["id"], "fold": twin["fold"] | {"good": good}} | {
        name: twin[name] for name in (*_KEPT, "last_check_id", "last_good_check_id")
    }


def make_all_due(desk: Desk, *, forget_validators: bool = False) -> None:
    """Let the time of every source's next visit come, as the schedule does."""
    with desk.begin() as session:
        if forget_validators:
            session.connection().execute(update(SOURCE).values(etag="", last_modified=""))
        ids = list(session.connection().execute(select(SOURCE.c.id)).scalars())
        schedule.make_due(session, ids, Priority.SCHEDULE, desk.now())


if __name__ == "__main__":
    for what, figure, unit in bench():
        print(f"{what:40} {figure:10.3f} {unit}")
