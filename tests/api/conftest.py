"""A service on a real database, spoken to over ASGI."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from app import store
from app.main import create_app
from app.settings import Settings
from app.worker import run as work
from app.workflow import keys
from app.workflow.desk import Desk, Limits
from tests.fakes import Clock, FakeWeb, MemorySnapshots, RecordingChannel

ARTICLE = (
    "The town of Alder grew by 13.3 percent in ten years (https://stats.example/alder).\n\n"
    "Its library lends 48,000 books a year (https://library.example/figures).\n"
)
PAGES = {
    "https://stats.example/alder": "The population of the town of Alder grew by 13.3 percent in ten years.",
    "https://library.example/figures": "The library lends 52,000 books a year.",
}


@dataclass
class Service:
    """The service and everything it was made of."""

    desk: Desk
    web: FakeWeb
    snapshots: MemorySnapshots
    channel: RecordingChannel
    clock: Clock
    client: httpx.AsyncClient
    app: Any

    def key(self, *scopes: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {keys.issue(self.desk, name='test ' + '+'.join(scopes), scopes=scopes, by='test').secret}"}

    async def work(self) -> None:
        """Do what is due until nothing is."""
        await work(self.desk, asyncio.Event(), name="test", until_idle=True)

    async def hand_in(self, body: str = ARTICLE, **said: object) -> dict[str, Any]:
        answer = await self.client.post("/v1/articles", json={"body": body, "format": "text", **said})
        assert answer.status_code in {200, 201}, answer.text
        made: dict[str, Any] = answer.json()
        return made


def make(url: str) -> Service:
    web, snapshots, channel, clock = FakeWeb(dict(PAGES)), MemorySnapshots(), RecordingChannel(), Clock()
    desk = Desk(store.open_engine(url), web, snapshots, clock, Limits(), channel=channel)
    app = create_app(desk, Settings())
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=transport, base_url="http://stet.example")
    service = Service(desk, web, snapshots, channel, clock, client, app)
    client.headers.update(service.key("admin"))
    return service


@pytest.fixture
def empty(sqlite_template: Path, tmp_path: Path) -> str:
    """Give the URL of an empty SQLite database."""
    path = tmp_path / "stet.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
async def service(empty: str) -> AsyncIterator[Service]:
    """Give a service on SQLite, with an admin's key."""
    made = make(empty)
    yield made
    await made.client.aclose()
    made.desk.engine.dispose()


@pytest.fixture
async def either(database_url: str) -> AsyncIterator[Service]:
    """Give a service, once on each database, with an admin's key."""
    made = make(database_url)
    yield made
    await made.client.aclose()
    made.desk.engine.dispose()
