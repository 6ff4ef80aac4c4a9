"""The whole service, tormented: API and workers killed at random while editors write, PostgreSQL crashing under it.

`python -m tests.workflow.torment 200 [sqlite|postgresql]` kills so many times and prints what must be true afterwards: every
acknowledged write is there, the event log has no gap, every event reached the webhook at least once under one id, no lease is stuck,
no host was asked sooner than its gap, and folding anew changes nothing.
"""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

import httpx
from sqlalchemy import func, select
from sqlmodel import SQLModel

from app import store
from app.store import migrate
from app.workflow import keys
from app.workflow.desk import Desk, Limits
from app.workflow.rebuild import rebuild
from tests.databases import Cluster, cluster
from tests.fakes import Clock, FakeWeb, MemorySnapshots
from tests.notify.receivers import Received, Receiver, receiver

TABLES = SQLModel.metadata.tables
CHECK, HOST, EVENT, RUN, DELIVERY = (TABLES[name] for name in ("visit_check", "host", "event", "run", "delivery"))
HOSTS, PAGES, EDITORS, WORKERS = 4, 6, 3, 2
GAP_S, SLACK_S = 0.2, 0.02
CRASH_EVERY = 10  # kills between two crashes of PostgreSQL
AT_WORK = 0.8  # of the kills
AT_WORK_S = 8  # there may be nothing to visit
PATIENCE_S = 120  # three processes that start on a busy machine
SETTLE_S = 240
_ANY = object()


@dataclass
class Press:
    """Pages whose number changes now and then, and when each host was asked."""

    chance: random.Random
    asked: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    lock: Lock = field(default_factory=Lock)

    def page(self, port: int) -> bytes:
        with self.lock:
            self.asked[port].append(time.monotonic())
            wells = self.chance.choice((1_204, 1_204, 1_310))
        return f"<!doctype html><title>Town</title><main><p>The town has {wells:,} wells.</p></main>".encode()

    @property
    def visits(self) -> int:
        with self.lock:
            return sum(map(len, self.asked.values()))

    def was_asked_since(self, visits: int) -> bool:
        return self.visits > visits

    def hasty(self) -> int:
        """Count the requests that came sooner after another than the gap allows."""
        return sum(later - sooner < GAP_S - SLACK_S for times in self.asked.values() for sooner, later in pairwise(sorted(times)))


@contextmanager
def sites(press: Press) -> Iterator[list[int]]:
    """Serve the press on several ports."""

    class Site(BaseHTTPRequestHandler):
        timeout = 5

        def do_GET(self) -> None:
            body = press.page(int(self.headers["Host"].rpartition(":")[2]))
            self.send_response(404 if self.path == "/robots.txt" else 200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the signature of http.server
            """Stay silent."""

    servers = [ThreadingHTTPServer(("127.0.0.1", 0), Site) for _ in range(HOSTS)]
    threads = [Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True) for server in servers]
    for thread in threads:
        thread.start()
    yield [server.server_port for server in servers]
    for server, thread in zip(servers, threads, strict=True):
        server.shutdown()
        server.server_close()
        thread.join(5)


@dataclass
class Editor:
    """Hands articles in, asks for checks and reviews, each again until it is acknowledged; remembers what was."""

    base: str
    key: str
    name: str
    ports: list[int]
    chance: random.Random
    over: Event
    articles: dict[str, str] = field(default_factory=dict)
    runs: list[str] = field(default_factory=list)
    reviews: list[str] = field(default_factory=list)
    attempts: int = 0

    def work(self) -> None:
        with httpx.Client(base_url=self.base, headers={"Authorization": f"Bearer {self.key}"}, timeout=20) as client:
            number = 0
            while not self.over.is_set():
                number += 1
                self.chance.choice((self._write, self._write, self._ask, self._review))(client, number)

    def _write(self, client: httpx.Client, number: int) -> None:
        name, title = f"{self.name}-{self.chance.randrange(5)}", f"{self.name} {number}"
        cited = [(self.chance.choice(self.ports), self.chance.randrange(PAGES)) for _ in range(3)]
        body = "\n\n".join(f"Town {page} of {port} has 1,204 wells (http://127.0.0.1:{port}/{page})." for port, page in cited)
        said = {"body": body, "format": "text", "title": title}
        if self._until_acknowledged(lambda: client.put(f"/v1/articles/by-external/cms/{name}", json=said)):
            self.articles[name] = title

    def _ask(self, client: httpx.Client, number: int) -> None:
        asked = {"filter": {"status": ["attention", "pending", "verified"]}}
        once = {"Idempotency-Key": f"{self.name}-run-{number}"}
        if done := self._until_acknowledged(lambda: client.post("/v1/check-runs", json=asked, headers=once)):
            self.runs.append(done["id"])

    def _review(self, client: httpx.Client, number: int) -> None:
        found = self._until_acknowledged(lambda: client.get("/v1/claims?limit=20&expand=citations"))
        citations = [citation["id"] for claim in (found or {"items": []})["items"] for citation in claim["citations"]]
        if not citations:
            return
        place, said = self.chance.choice(citations), {"decision": "accepted", "note": f"{self.name} {number}"}
        once = {"Idempotency-Key": f"{self.name}-review-{number}"}
        if done := self._until_acknowledged(lambda: client.post(f"/v1/citations/{place}/reviews", json=said, headers=once)):
            self.reviews.append(done["id"])

    def _until_acknowledged(self, send: Callable[[], httpx.Response]) -> dict[str, Any] | None:
        """Send until it is acknowledged or refused: a server that is away or busy with the same request is asked again."""
        while not self.over.is_set():
            self.attempts += 1
            try:
                answer = send()
            except httpx.TransportError:
                time.sleep(0.05)
                continue
            if answer.is_success:
                acknowledged: dict[str, Any] = answer.json()
                return acknowledged
            if answer.status_code < 500:
                return None
            time.sleep(0.05)
        return None


@dataclass
class Service:
    """`stet serve` without a worker, and workers beside it; any of them can be killed."""

    environment: dict[str, str]
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self) -> None:
        self.processes = [self._open(place) for place in range(1 + WORKERS)]

    def _open(self, place: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "app", *(["work"] if place else ["serve", "--no-worker"])]
        return subprocess.Popen(command, env=self.environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)  # noqa: S603

    def kill(self, place: int) -> None:
        self.processes[place].kill()
        self.processes[place].wait(10)
        self.processes[place] = self._open(place)

    def stop(self) -> None:
        for process in self.processes:
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found when all had settled; all but the first line must be 0."""

    kills: int
    crashes_of_the_database: int
    articles: int
    runs: int
    reviews: int
    checks: int
    events: int
    asked: int
    lost_articles: int
    lost_runs: int
    lost_reviews: int
    unfinished_runs: int
    event_gaps: int
    events_untold: int
    events_under_two_ids: int
    checks_twice: int
    stuck_leases: int
    hasty_requests: int
    mended: int

    @property
    def wrong(self) -> dict[str, int]:
        return {item.name: count for item in fields(self)[8:] if (count := getattr(self, item.name))}


def torment(url: str, folder: Path, kills: int, *, seed: int = 1, server: Cluster | None = None, with_webhook: bool = True) -> Outcome:
    """Kill so many times, let it settle, and look. Without a webhook that is sooner: a dead sender's message waits two minutes."""
    chance = random.Random(seed)  # noqa: S311  a test's course of events
    engine = store.open_engine(url)
    desk = Desk(engine, FakeWeb(), MemorySnapshots(), Clock(), Limits())
    key = keys.issue(desk, "harness", ("admin",), by="test").secret
    press = Press(random.Random(seed))  # noqa: S311  a test's course of events
    with sites(press) as ports, receiver(204) as cms:
        port = _free_port()
        service = Service(_environment(url, folder, port, [*ports, cms.port]))
        base, over = f"http://127.0.0.1:{port}", Event()
        service.start()
        try:
            _await(partial(_answers, base), PATIENCE_S)
            if with_webhook:
                httpx.post(f"{base}/v1/webhooks", json={"url": cms.url}, headers={"Authorization": f"Bearer {key}"}).raise_for_status()
            editors = [Editor(base, key, f"ed{n}", ports, random.Random(seed + n), over) for n in range(EDITORS)]  # noqa: S311
            threads = [Thread(target=editor.work) for editor in editors]
            for thread in threads:
                thread.start()
            crashes = sum(_crash(server, kill) if server else 0 for kill in _strike(service, base, press, kills, chance))
            over.set()
            for thread in threads:
                thread.join(60)
            _settle(engine)
            _await(partial(_answers, base), PATIENCE_S)
            lost = _lost(base, key, editors)
        finally:
            over.set()
            service.stop()
    found = _look(engine, cms, editors)
    mended = len(rebuild(desk).mended)
    engine.dispose()
    return Outcome(kills=kills, crashes_of_the_database=crashes, **found, **lost, hasty_requests=press.hasty(), mended=mended)


def _environment(url: str, folder: Path, port: int, allowed: list[int]) -> dict[str, str]:
    return {
        **os.environ,
        "STET_DATABASE_URL": url,
        "STET_DATA": str(folder),
        "STET_PORT": str(port),
        "STET_ALLOW_NETWORKS": "127.0.0.0/8",
        "STET_ALLOW_PORTS": ",".join(map(str, allowed)),
        "STET_HOST_GAP_S": str(GAP_S),
        "STET_LEASE_S": "2",
        "STET_WEBHOOK_HTTP": "1",
        "STET_API_RATE_PER_MINUTE": "1000000",
    }


def _await(ready: Callable[[], bool], patience_s: float) -> None:
    until = time.monotonic() + patience_s
    while not ready() and time.monotonic() < until:
        time.sleep(0.05)


def _answers(base: str) -> bool:
    try:
        return httpx.get(f"{base}/readyz", timeout=5).is_success
    except httpx.TransportError:
        return False


def _strike(service: Service, base: str, press: Press, kills: int, chance: random.Random) -> Iterator[int]:
    """Kill at any moment, but mostly someone who has begun to work: an API that answers, a worker after a visit."""
    for kill in range(1, kills + 1):
        place = chance.randrange(1 + WORKERS)
        if chance.random() < AT_WORK:
            _await(partial(_answers, base), PATIENCE_S)
            _await(partial(press.was_asked_since, press.visits), AT_WORK_S if place else 0)
        time.sleep(chance.uniform(0.0, 0.6))
        service.kill(place)
        yield kill


def _crash(server: Cluster, kill: int) -> int:
    """Let the database crash now and then; returns how often."""
    if kill % CRASH_EVERY != CRASH_EVERY // 2:
        return 0
    server.stop(signal.SIGQUIT)
    server.start()
    return 1


def _settle(engine: store.Engine) -> None:
    """Wait until every run is done and every event was told, or time is up."""
    until = time.monotonic() + SETTLE_S
    while time.monotonic() < until:
        with store.read(engine) as session:
            connection = session.connection()
            runs = connection.execute(select(func.count()).where(RUN.c.state.not_in(("done", "cancelled")))).scalar_one()
            told = connection.execute(select(func.count()).select_from(DELIVERY).where(DELIVERY.c.state != "delivered")).scalar_one()
            leased = connection.execute(select(func.count()).where(HOST.c.leased_until.is_not(None))).scalar_one()
        if not runs + told + leased:
            return
        time.sleep(0.2)


def _lost(base: str, key: str, editors: list[Editor]) -> dict[str, int]:
    with httpx.Client(base_url=base, headers={"Authorization": f"Bearer {key}"}, timeout=30) as client:

        def missing(path: str, title: object = _ANY) -> bool:
            answer = client.get(path)
            return answer.status_code != 200 or (title is not _ANY and answer.json()["title"] != title)

        return {
            "lost_articles": sum(
                missing(f"/v1/articles/by-external/cms/{name}", title) for ed in editors for name, title in ed.articles.items()
            ),
            "lost_runs": sum(missing(f"/v1/check-runs/{run}") for ed in editors for run in ed.runs),
            "lost_reviews": sum(missing(f"/v1/reviews/{review}") for ed in editors for review in ed.reviews),
        }


def _look(engine: store.Engine, cms: Receiver, editors: list[Editor]) -> dict[str, int]:
    with store.read(engine) as session:
        connection = session.connection()
        checks = connection.execute(select(CHECK.c.source_id, CHECK.c.lease_token)).all()
        events = list(connection.execute(select(EVENT.c.id).order_by(EVENT.c.id)).scalars())
        owed = set(connection.execute(select(DELIVERY.c.event_id)).scalars())
        stuck = connection.execute(select(func.count()).where(HOST.c.leased_until.is_not(None))).scalar_one()
        unfinished = connection.execute(select(func.count()).where(RUN.c.state.not_in(("done", "cancelled")))).scalar_one()
    told = _told(cms.got)
    return {
        "articles": sum(len(editor.articles) for editor in editors),
        "runs": sum(len(editor.runs) for editor in editors),
        "reviews": sum(len(editor.reviews) for editor in editors),
        "checks": len(checks),
        "events": len(events),
        "asked": sum(editor.attempts for editor in editors),
        "unfinished_runs": unfinished,
        "event_gaps": sum(place != number for place, number in enumerate(events, 1)),
        "events_untold": len(owed - told.keys()),
        "events_under_two_ids": sum(len(ids) > 1 for ids in told.values()),
        "checks_twice": sum(count - 1 for count in Counter(map(tuple, checks)).values()),
        "stuck_leases": stuck,
    }


def _told(got: list[Received]) -> dict[int, set[str]]:
    """Return under which message ids each event arrived."""
    told: dict[int, set[str]] = defaultdict(set)
    for received in got:
        told[int(json.loads(received.body)["id"].removeprefix("evt_"))].add(received.headers["webhook-id"])
    return told


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def main(kills: int, wanted: str) -> int:
    wrong = 0
    for name in ("sqlite", "postgresql") if not wanted else (wanted,):
        with tempfile.TemporaryDirectory() as folder:
            if name == "sqlite":
                found = _on(f"sqlite:///{folder}/stet.db", Path(folder), kills, None)
            else:
                with cluster(settings={}) as server:
                    found = _on(server.url(server.create()), Path(folder), kills, server)
        wrong += bool(found.wrong)
        told = "\n".join(f"  {item.name.replace('_', ' '):<26} {getattr(found, item.name):>7}" for item in fields(found))
        sys.stdout.write(f"{name}: {'NOT SOUND' if found.wrong else 'sound'}\n{told}\n")
    return int(wrong > 0)


def _on(url: str, folder: Path, kills: int, server: Cluster | None) -> Outcome:
    engine = store.open_engine(url)
    migrate.upgrade(engine)
    engine.dispose()
    return torment(url, folder, kills, server=server)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, sys.argv[2] if len(sys.argv) > 2 else ""))
