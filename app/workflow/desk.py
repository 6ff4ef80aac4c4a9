"""The desk: everything a job needs that is not its argument. Made once by bootstrap, passed to every job."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app import store
from app.archives import Archive
from app.fetch import Conditional, Previous, Proposer, Visit
from app.notify import Channel


class Fetcher(Protocol):
    """Visits URLs; the real one is `app.fetch.Fetcher`, tests pass a FakeWeb."""

    async def visit(
        self, url: str, *, conditional: Conditional | None = None, previous: Previous | None = None, second: bool = False
    ) -> Visit: ...

    async def aclose(self) -> None: ...


class Snapshots(Protocol):
    """Bytes by digest; the real ones are in `app.snapshots`."""

    def put(self, body: bytes) -> str: ...

    def get(self, sha256: str) -> bytes: ...

    def has(self, sha256: str) -> bool: ...

    def delete(self, sha256: str, *, unless_put_since: datetime | None = None) -> bool: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What the jobs may use up; 0 days keep for ever."""

    article_max_bytes: int = 4_194_304
    lease_s: float = 90.0
    drain_s: float = 9.0
    concurrency: int = 200
    sources_per_host: int = 20
    batch: int = 100
    keep_checks_days: int = 0
    keep_snapshots_days: int = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """Open a transaction, visit, keep bytes, know the time.

    Without a `channel` deliveries wait; without `canaries` pages that answered lately stand in for them; without `archives` no
    copies are looked for; without `proposer` nobody is asked for a second opinion; without `sums` no arithmetic supports.
    """

    engine: store.Engine
    fetcher: Fetcher
    snapshots: Snapshots
    now: Callable[[], datetime]
    limits: Limits
    vantage: str = "default"
    channel: Channel | None = None
    canaries: tuple[str, ...] = ()
    archives: tuple[Archive, ...] = ()
    user_agent: str = ""
    proposer: Proposer | None = None
    sums: bool = True

    def begin(self) -> AbstractContextManager[store.Session]:
        """Open a write transaction: commits on leaving, rolls back on an error."""
        return store.begin(self.engine)

    def read(self) -> AbstractContextManager[store.Session]:
        """Open a read-only view."""
        return store.read(self.engine)
