"""The whole check: visit, snapshot, reading, verdict, database; the first time, unchanged by 304, unchanged by equal bytes.

300 pages of 50 KB on 200 loopback hosts, each cited by one claim; one worker, politeness off, on SQLite.
"""

import asyncio
import resource
import tempfile
import time
from ipaddress import ip_network
from pathlib import Path

from sqlalchemy import update
from sqlmodel import col

from app import worker
from app.bootstrap import opened
from app.settings import Settings
from app.store.tables import Source
from app.workflow import check, intake
from app.workflow.desk import Desk
from app.workflow.requests import RunRequest, Submission
from tests.fetch.bench_visit import serving, urls_on

PAGES = 300
Row = tuple[str, float, str]


def bench() -> list[Row]:
    """Return visits per second and CPU milliseconds per check of each kind, and the peak memory."""
    with serving() as port, tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            data=Path(folder), allow_networks=(ip_network("127.0.0.0/8"),), allow_ports=(port,), host_gap_s=0.0, ignore_robots=True
        )
        urls = urls_on(port)[:PAGES]
        body = "\n\n".join(f"The harvest of district {n} grew by 12.{n % 10} percent [{n}]." for n in range(1, PAGES + 1))
        body += "\n\n" + "\n".join(f"[{n}] {url}" for n, url in enumerate(urls, 1)) + "\n"
        rows: list[Row] = []
        with opened(settings) as desk:
            article = intake.submit(desk, Submission(body=body), by="bench").article_id
            rows += _round(desk, article, "first time")
        with opened(settings) as desk:
            rows += _round(desk, article, "unchanged (304)")
        with opened(settings) as desk:
            _forget_validators(desk)
            rows += _round(desk, article, "unchanged (200, same bytes)")
    return [*rows, ("peak memory of the whole run", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MiB")]


def _round(desk: Desk, article: int, what: str) -> list[Row]:
    check.request_run(desk, RunRequest(article_ids=(article,)), by="bench")
    wall, cpu = time.perf_counter(), time.process_time()
    asyncio.run(worker.run(desk, asyncio.Event(), name="bench", until_idle=True))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return [(f"{what}: checks", PAGES / wall, "1/s"), (f"{what}: CPU a check", cpu / PAGES * 1000, "ms")]


def _forget_validators(desk: Desk) -> None:
    with desk.begin() as session:
        session.execute(update(Source).values(etag="", last_modified="").where(col(Source.id) > 0))
