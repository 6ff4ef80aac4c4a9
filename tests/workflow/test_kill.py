"""`stet work` killed in the middle of its work: nothing acknowledged is lost, nothing is acknowledged twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import func, select
from sqlmodel import col

from app import store
from app.store.run_targets import Progress, progress
from app.store.tables import Check, RunItem, Source
from app.workflow import check, intake
from app.workflow.desk import Desk, Limits
from app.workflow.requests import RunRequest, Submission
from tests.fakes import Clock, FakeWeb, MemorySnapshots

SOURCES, HOSTS = 500, 10
DEADLINE_S = 120


class _Page(BaseHTTPRequestHandler):
    timeout = 5

    def do_GET(self) -> None:
        body = f"<!doctype html><title>Page</title><main><p>Town {self.path} has 1,204 wells.</p></main>".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the signature of http.server
        """Stay silent."""


@contextmanager
def hosts() -> Iterator[list[int]]:
    """Serve pages on several loopback ports."""
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), _Page) for _ in range(HOSTS)]
    threads = [Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True) for server in servers]
    for thread in threads:
        thread.start()
    yield [server.server_port for server in servers]
    for server, thread in zip(servers, threads, strict=True):
        server.shutdown()
        server.server_close()
        thread.join(5)


@contextmanager
def worker(database_url: str, ports: list[int], data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run `stet work` as a process of its own; it is killed at the end if it still runs."""
    environment = {
        **os.environ,
        "STET_DATABASE_URL": database_url,
        "STET_DATA": str(data),
        "STET_ALLOW_NETWORKS": "127.0.0.0/8",
        "STET_ALLOW_PORTS": ",".join(map(str, ports)),
        "STET_HOST_GAP_S": "0",
        "STET_IGNORE_ROBOTS": "1",
        "STET_LEASE_S": "2",
    }
    process = subprocess.Popen([sys.executable, "-m", "app", "work"], env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait(10)


def until_done(desk: Desk, run: int, at_least: int) -> Progress:
    """Wait until a run has counted so many sources."""
    until = time.monotonic() + DEADLINE_S
    while True:
        with desk.read() as session:
            found = progress(session, run)
        assert found is not None
        if found.done >= at_least or time.monotonic() > until:
            return found
        time.sleep(0.02)


@pytest.mark.slow
@pytest.mark.servers
@pytest.mark.enable_socket
def test_a_killed_worker_loses_nothing_and_acknowledges_nothing_twice(engine: store.Engine, database_url: str, tmp_path: Path) -> None:
    desk = Desk(engine, FakeWeb(), MemorySnapshots(), Clock(), Limits())
    with hosts() as ports:
        links = [f"Town {n} has 1,204 wells [{n}]." for n in range(1, SOURCES + 1)]
        notes = [f"[{n}] http://127.0.0.1:{ports[n % HOSTS]}/town/{n}" for n in range(1, SOURCES + 1)]
        article = intake.submit(desk, Submission(body="\n\n".join(links) + "\n\n" + "\n".join(notes)), by="test").article_id
        run = check.request_run(desk, RunRequest(article_ids=(article,)), by="test")
        acknowledged = 0
        for kill_at in (60, 300):
            with worker(database_url, ports, tmp_path) as process:
                acknowledged = until_done(desk, run, kill_at).done
                process.send_signal(signal.SIGKILL)
        with worker(database_url, ports, tmp_path) as process:
            done = until_done(desk, run, SOURCES)
            process.send_signal(signal.SIGTERM)
            assert process.wait(10) == 0
    assert 300 <= acknowledged <= done.done == done.total == SOURCES
    with desk.read() as session:
        checks = dict(session.execute(select(col(Check.source_id), func.count()).group_by(col(Check.source_id))).all())
        answered = session.execute(select(func.count()).where(col(RunItem.check_id).is_not(None))).scalar_one()
        quarantined = session.execute(select(func.count()).where(col(Source.quarantined_at).is_not(None))).scalar_one()
    assert (len(checks), set(checks.values())) == (SOURCES, {1})
    assert (answered, quarantined) == (SOURCES, 0)
