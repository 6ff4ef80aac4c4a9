"""Reads over HTTP on a filled database: p50 and p99 at 200 and 1,000 requests a second, and how many a second there can be.

The service runs in processes of its own, as `stet serve` would; requests leave at fixed moments whether or not earlier ones came back,
and the time counts from that moment, so that a queue is seen.
"""

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

import uvicorn
from fastapi import FastAPI
from sqlalchemy import insert
from sqlmodel import SQLModel

from app import store
from app.main import create_app
from app.settings import Settings
from app.store.migrate import upgrade
from app.store.sources import url_key
from app.workflow import keys
from app.workflow.desk import Desk, Limits
from tests.databases import cluster
from tests.fakes import FakeWeb, MemorySnapshots

ARTICLES, CLAIMS_EACH, SOURCES = 5_000, 10, 10_000
RATES = (200, 1_000)
SECONDS = 3.0
CONNECTIONS = 32
NOW = datetime(2026, 1, 1, tzinfo=UTC)
STATUSES = ("verified", "verified", "verified", "attention", "pending")


def desk_on(url: str) -> Desk:
    return Desk(store.open_engine(url), FakeWeb(), MemorySnapshots(), lambda: datetime.now(UTC), Limits())


def fill(desk: Desk) -> None:
    """Write rows as intake would leave them, in bulk."""
    tables = SQLModel.metadata.tables
    claims = range(1, ARTICLES * CLAIMS_EACH + 1)
    with desk.begin() as session:
        put = session.connection().execute
        put(insert(tables["host"]), [{"id": n, "name": f"h{n}.example"} for n in range(1, 1001)])
        put(insert(tables["source"]), [_source(n) for n in range(1, SOURCES + 1)])
        put(insert(tables["article"]), [_article(n) for n in range(1, ARTICLES + 1)])
        put(insert(tables["claim"]), [_claim(n) for n in claims])
        put(insert(tables["quantity"]), [_quantity(n) for n in claims])
        put(insert(tables["citation"]), [_citation(n) for n in claims])


def _source(n: int) -> dict[str, object]:
    url = f"https://h{n % 1000 + 1}.example/page/{n}"
    return {"id": n, "url": url, "url_key": url_key(url), "host_id": n % 1000 + 1, "created_at": NOW, "changed_at": NOW, "link_state": "ok"}


def _article(n: int) -> dict[str, object]:
    return {
        "id": n,
        "title": f"Article {n}",
        "lang": "en",
        "format": "text",
        "created_at": NOW,
        "updated_at": NOW,
        "status": STATUSES[n % 5],
    }


def _claim(n: int) -> dict[str, object]:
    sentence = f"Town {n} grew by {n % 90 + 1}.5 percent in ten years, more than its neighbours."
    place = {"article_id": (n - 1) // CLAIMS_EACH + 1, "position": (n - 1) % CLAIMS_EACH, "start": 0, "end": len(sentence)}
    return {**place, "id": n, "first_revision": 1, "last_revision": 1, "sentence": sentence, "status": STATUSES[n % 5], "changed_at": NOW}


def _quantity(n: int) -> dict[str, object]:
    value = f"{n % 90 + 1}.5"
    return {"id": n, "claim_id": n, "position": 0, "surface": f"{value} percent", "value": value, "unit": "percent", "kind": "percent"}


def _citation(n: int) -> dict[str, object]:
    return {
        "id": n,
        "claim_id": n,
        "source_id": n % SOURCES + 1,
        "url": f"https://h{n % 1000 + 1}.example/page/{n}",
        "support": "supported",
    }


PATHS: dict[str, Callable[[int], str]] = {
    "article": lambda n: f"/v1/articles/art_{n % ARTICLES + 1}",
    "claims of an article": lambda n: f"/v1/articles/art_{n % ARTICLES + 1}/claims",
    "triage, 50 with citations": lambda _: "/v1/claims?status=attention,broken&expand=citations",
}


class Client:
    """Keep-alive connections that send one request at a time; parses no more of an answer than its length."""

    def __init__(self, port: int, key: str) -> None:
        self.port = port
        self.head = f"Host: localhost\r\nAuthorization: Bearer {key}\r\n\r\n"
        self.free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()

    async def open(self) -> None:
        for _ in range(CONNECTIONS):
            self.free.put_nowait(await asyncio.open_connection("127.0.0.1", self.port))

    async def get(self, path: str) -> int:
        reader, writer = await self.free.get()
        writer.write(f"GET {path} HTTP/1.1\r\n{self.head}".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        self.free.put_nowait((reader, writer))
        return int(head[9:12])

    async def close(self) -> None:
        while not self.free.empty():
            self.free.get_nowait()[1].close()


async def at_rate(client: Client, path: str, rate: int) -> tuple[float, float, float]:
    """Send at a rate; returns p50 and p99 in milliseconds and the answers a second that were had."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    spent: list[float] = []

    async def one(number: int) -> None:
        due = begun + number / rate
        await asyncio.sleep(max(0.0, due - loop.time()))
        status = await client.get(PATHS[path](number * 7919))
        assert status == 200, status
        spent.append(loop.time() - due)

    await asyncio.gather(*(one(number) for number in range(int(rate * SECONDS))))
    cuts = quantiles(spent, n=100)
    return cuts[49] * 1000, cuts[98] * 1000, len(spent) / (loop.time() - begun)


async def measure(port: int, key: str, name: str) -> list[tuple[str, float, str]]:
    client = Client(port, key)
    await client.open()
    found: list[tuple[str, float, str]] = []
    for path in PATHS:
        await at_rate(client, path, 50)
        for rate in RATES:
            p50, p99, had = await at_rate(client, path, rate)
            label = f"{name}: {path} at {rate}/s"
            found += [(f"{label}, p50", p50, "ms"), (f"{label}, p99", p99, "ms"), (f"{label}, answered", had, "req/s")]
    await client.close()
    return found


def bench(processes: int = 1) -> list[tuple[str, float, str]]:
    """Fill SQLite and read it through so many processes of the service."""
    with tempfile.TemporaryDirectory() as folder:
        return bench_on(f"sqlite:///{Path(folder) / 'stet.db'}", "SQLite", processes)


def bench_postgresql(processes: int = 1) -> list[tuple[str, float, str]]:
    """Do the same with PostgreSQL."""
    with cluster() as server:
        return bench_on(server.url(server.create()), "PostgreSQL", processes)


def bench_on(url: str, name: str, processes: int) -> list[tuple[str, float, str]]:
    engine = store.open_engine(url)
    upgrade(engine)
    engine.dispose()
    desk = desk_on(url)
    fill(desk)
    secret = keys.issue(desk, name="bench", scopes=["read"], by="bench").secret
    desk.engine.dispose()
    port = _free_port()
    command = [sys.executable, "-m", "tests.api.bench_api", "--serve"]
    told = {"BENCH_URL": url, "BENCH_PORT": str(port), "BENCH_PROCESSES": str(processes)}
    server = subprocess.Popen(command, env={**os.environ, **told})  # noqa: S603  our own module
    try:
        _wait_for(port)
        return asyncio.run(measure(port, secret, f"{name}, {processes} process{'es' if processes > 1 else ''}"))
    finally:
        server.terminate()
        server.wait(10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise TimeoutError("the service did not start")


def served() -> FastAPI:
    """Make the service in a process of its own."""
    return create_app(desk_on(os.environ["BENCH_URL"]), Settings(api_rate_per_minute=10_000_000))


def serve() -> None:
    port, processes = int(os.environ["BENCH_PORT"]), int(os.environ["BENCH_PROCESSES"])
    target = f"{__spec__.name}:served"
    uvicorn.run(
        target,
        factory=True,
        host="127.0.0.1",
        port=port,
        workers=processes,
        timeout_worker_healthcheck=60,  # a busy machine takes more than the usual five seconds to start a process
        log_level="warning",
        access_log=False,
    )


if __name__ == "__main__":
    if "--serve" in sys.argv:
        serve()
    else:
        serving = [int(word) for word in sys.argv[1:]] or [1]
        for on_database in (bench, bench_postgresql):
            for label, value, unit in on_database(serving[0]):
                print(f"{label:60} {value:10.2f} {unit}", flush=True)
