"""A desk on a real database, with a web that answers as told."""

import asyncio
from dataclasses import dataclass

import pytest

from app import store
from app.store.report import Report, ReportRow
from app.worker import run as work
from app.workflow import check, intake, report
from app.workflow.desk import Desk, Limits
from app.workflow.requests import RunRequest, Submission, Submitted
from tests.fakes import Clock, FakeWeb, MemorySnapshots

ARTICLE = (
    "The town of Alder grew by 13.3 percent in ten years [1].\n\n"
    "Its library lends 48,000 books a year [2].\n\n"
    "[1] https://stats.example/alder\n[2] https://library.example/figures\n"
)


@dataclass
class Room:
    """A desk and the fakes it was made of."""

    desk: Desk
    web: FakeWeb
    snapshots: MemorySnapshots
    clock: Clock

    def submit(self, body: str = ARTICLE, external_id: str = "1") -> Submitted:
        submission = Submission(body=body, external_system="cms", external_id=external_id)
        return intake.submit(self.desk, submission, by="test")

    async def work(self) -> None:
        """Do what is due until nothing is."""
        await work(self.desk, asyncio.Event(), name="test", until_idle=True)

    async def recheck(self, article_id: int) -> None:
        """Ask for everything an article cites, and do it."""
        check.request_run(self.desk, RunRequest(article_ids=(article_id,)), by="test")
        await self.work()

    def report(self, article_id: int) -> Report:
        return report.of_article(self.desk, article_id)

    def rows(self, article_id: int) -> dict[str, ReportRow]:
        """Return the report's rows by URL."""
        return {row.url: row for row in self.report(article_id).rows}


@pytest.fixture
def room(engine: store.Engine) -> Room:
    web, snapshots, clock = FakeWeb(), MemorySnapshots(), Clock()
    web.pages = {
        "https://stats.example/alder": "The population of the town of Alder grew by 13.3 percent in ten years.",
        "https://library.example/figures": "The library of Alder lends 52,000 books a year.",
    }
    return Room(Desk(engine, web, snapshots, clock, Limits()), web, snapshots, clock)
