"""Schemathesis against the running service: what is sent by the document is answered by the document.

    python -m tests.api.fuzz [--seeds 1-15] [--examples 30] [--on sqlite,postgresql] [--phases …]

A run depends on its seed, its number of examples and the code alone: the service's clock starts at a fixed moment and stands still,
nothing is bounded by elapsed time, and no examples are kept from one run to the next.
"""

import argparse
import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.types import ASGIApp, Receive, Scope, Send

from app import store
from app.api.limits import RateLimiter
from app.api.route import TOKEN
from app.main import create_app
from app.settings import Settings
from app.store import migrate
from app.workflow.desk import Desk
from tests.api.conftest import Service, make
from tests.api.servers import serving
from tests.databases import cluster, quick_folder

ALL_PHASES = "examples,coverage,fuzzing,stateful"
CONFIG = Path(__file__).with_name("schemathesis.toml")
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
END_AFTER_S = 3_000  # a run that hangs ends; one that works is done long before


def fuzz(desk: Desk, key: str, *, seed: int, examples: int, phases: str = ALL_PHASES) -> subprocess.CompletedProcess[str]:
    """Serve on loopback and send so many examples per operation; a return code of 0 means that nothing was found."""
    app = create_app(desk, Settings())
    app.state.front = replace(app.state.front, per_key=RateLimiter(10**9), strangers=RateLimiter(10**9))
    with serving(_FreshTokens(app)) as base:
        said = ["--phases", phases, "--max-examples", str(examples), "--seed", str(seed), "--header", f"Authorization:{key}"]
        command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIG), "run", f"{base}/openapi.json", *said]
        environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(CONFIG.parents[2])}
        return subprocess.run(  # noqa: S603  our own tool
            command, capture_output=True, text=True, timeout=END_AFTER_S, check=False, env=environment
        )


@dataclass
class _FreshTokens:
    """Gives every request an Idempotency-Key of its own: an old one under another request is 422, and no document can say so."""

    app: ASGIApp
    seen: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope["headers"] = [(name, self._fresh(value) if name == b"idempotency-key" else value) for name, value in scope["headers"]]
        await self.app(scope, receive, send)

    def _fresh(self, token: bytes) -> bytes:
        if not TOKEN.fullmatch(token.decode("latin-1")):
            return token
        self.seen += 1
        return b"%d" % self.seen


async def filled(service: Service) -> Desk:
    """Hand in an article and check it, then stop the clock."""
    service.desk = replace(service.desk, now=lambda: NOON)
    await service.hand_in()
    await service.work()
    return service.desk


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-15")
    parser.add_argument("--examples", type=int, default=30)
    parser.add_argument("--on", default="sqlite,postgresql")
    parser.add_argument("--phases", default=ALL_PHASES)
    asked = parser.parse_args()
    failed = 0
    for name in asked.on.split(","):
        with _databases(name) as urls:
            for seed, url in zip(_seeds(asked.seeds), urls, strict=False):
                failed += _run(url, name, seed, asked)
    return 1 if failed else 0


def _run(url: str, name: str, seed: int, asked: argparse.Namespace) -> bool:
    service = make(url)
    desk = asyncio.run(filled(service))
    done = fuzz(desk, service.client.headers["authorization"], seed=seed, examples=asked.examples, phases=asked.phases)
    desk.engine.dispose()
    sys.stdout.write(f"=== {name}, seed {seed}: {'nothing found' if done.returncode == 0 else 'FAILED'}\n{done.stdout}{done.stderr}\n")
    sys.stdout.flush()
    return done.returncode != 0


def _seeds(text: str) -> Iterator[int]:
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


@contextmanager
def _databases(name: str) -> Iterator[Iterator[str]]:
    """Give migrated, empty databases, one after the other."""
    if name == "sqlite":
        with TemporaryDirectory(prefix="stet-", dir=quick_folder()) as folder:
            yield (_migrated(f"sqlite:///{folder}/{number}.db") for number in range(10**6))
    else:
        with cluster() as server:
            yield (_migrated(server.url(server.create())) for _ in range(10**6))


def _migrated(url: str) -> str:
    engine = store.open_engine(url)
    migrate.upgrade(engine)
    engine.dispose()
    return url


if __name__ == "__main__":
    sys.exit(main())
