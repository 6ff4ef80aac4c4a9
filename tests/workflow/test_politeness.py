"""Four workers on one database: no host is ever asked twice at once, or sooner than its gap, by visits, redirects or robots.txt."""

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Lock, Thread

import pytest

from app import store
from app.workflow import check, intake
from app.workflow.desk import Desk, Limits
from app.workflow.requests import RunRequest, Submission
from tests.fakes import Clock, FakeWeb, MemorySnapshots

HOSTS, PAGES, GAP_S = 5, 6, 0.25
# A page takes a while, so that two requests at once would be seen.
ANSWER_S = 0.05
# What the timer of a busy machine may lose between two requests of one client.
SLACK_S = 0.02
DEADLINE_S = 120


@dataclass
class Log:
    """When each host was asked, from the request's first line to the answer's last byte."""

    asked: dict[int, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    lock: Lock = field(default_factory=Lock)


@contextmanager
def hosts(log: Log) -> Iterator[list[int]]:
    """Serve pages on several ports; every other page is a redirect to the next host."""

    class Site(BaseHTTPRequestHandler):
        timeout = 5

        def do_GET(self) -> None:
            began, port = time.monotonic(), int(self.headers["Host"].rpartition(":")[2])
            time.sleep(ANSWER_S)
            body = f"<!doctype html><title>Page</title><main><p>Town {self.path} has 1,204 wells.</p></main>".encode()
            moved = self.path.startswith("/moved/")
            self.send_response(404 if self.path == "/robots.txt" else 302 if moved else 200)
            if moved:
                self.send_header("Location", f"http://127.0.0.1:{ports[(ports.index(port) + 1) % HOSTS]}/page{self.path}")
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            with log.lock:
                log.asked[port].append((began, time.monotonic()))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the signature of http.server
            """Stay silent."""

    servers = [ThreadingHTTPServer(("127.0.0.1", 0), Site) for _ in range(HOSTS)]
    ports = [server.server_port for server in servers]
    threads = [Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True) for server in servers]
    for thread in threads:
        thread.start()
    yield ports
    for server, thread in zip(servers, threads, strict=True):
        server.shutdown()
        server.server_close()
        thread.join(5)


@pytest.mark.slow
@pytest.mark.servers
@pytest.mark.enable_socket
def test_four_workers_together_are_as_polite_as_one(engine: store.Engine, database_url: str, tmp_path: Path) -> None:
    desk, log = Desk(engine, FakeWeb(), MemorySnapshots(), Clock(), Limits()), Log()
    with hosts(log) as ports:
        urls = [f"http://127.0.0.1:{port}/{'moved' if n % 2 else 'page'}/{n}" for port in ports for n in range(PAGES)]
        body = "\n\n".join(f"Town {n} has 1,204 wells [{n}]." for n, _ in enumerate(urls, 1))
        body += "\n\n" + "\n".join(f"[{n}] {url}" for n, url in enumerate(urls, 1)) + "\n"
        article = intake.submit(desk, Submission(body=body), by="test").article_id
        run = check.request_run(desk, RunRequest(article_ids=(article,)), by="test")
        environment = {
            **os.environ,
            "STET_DATABASE_URL": database_url,
            "STET_DATA": str(tmp_path),
            "STET_ALLOW_NETWORKS": "127.0.0.0/8",
            "STET_ALLOW_PORTS": ",".join(map(str, ports)),
            "STET_HOST_GAP_S": str(GAP_S),
        }
        workers = subprocess.Popen([sys.executable, "-m", "app", "work", "--processes", "4"], env=environment)
        try:
            until = time.monotonic() + DEADLINE_S
            while not check.run_progress(desk, run).finished and time.monotonic() < until:
                time.sleep(0.1)
        finally:
            workers.terminate()
            workers.wait(20)
    assert check.run_progress(desk, run).finished
    assert sum(len(requests) for requests in log.asked.values()) >= len(urls) * 1.5
    for port, requests in log.asked.items():
        for (_, ended), (began, _) in pairwise(sorted(requests)):
            assert began - ended >= GAP_S - SLACK_S - ANSWER_S, f"host {port} was asked {began - ended:.3f} s after its last answer"
            assert began >= ended, f"host {port} was asked twice at once"
