"""A dead link whose copy in an archive still supports the number is archived, not broken."""

from dataclasses import replace
from datetime import timedelta

import respx

from app.archives import Archive
from app.workflow.archive import rescue
from tests.workflow.conftest import Room

STATS = "https://stats.example/alder"
COPY = "https://archive.test/2024/https://stats.example/alder"
HERE = Archive("Test Archive", timemap="https://archive.test/timemap/")
TIMEMAP = f'<{COPY}>; rel="memento"; datetime="Mon, 01 Jan 2024 00:00:00 GMT"\n'


async def dead_source(room: Room) -> int:
    """Let the source of an article answer 410 twice, more than a day apart."""
    room.web.pages.clear()
    room.web.gone.add(STATS)
    article = room.submit(f"The town of Alder grew by 13.3 percent [1].\n\n[1] {STATS}\n").article_id
    await room.work()
    for days in (2, 4):
        room.web.ahead = timedelta(days=days)
        await room.recheck(article)
    assert room.rows(article)[STATS].link_state == "dead"
    return article


async def test_a_copy_that_supports_makes_a_dead_link_archived(room: Room) -> None:
    article = await dead_source(room)
    assert room.report(article).status == "broken"
    room.web.pages[COPY] = "The population of the town of Alder grew by 13.3 percent in ten years."
    with respx.mock() as web:
        web.get(HERE.timemap + STATS).respond(text=TIMEMAP)
        assert await rescue(replace(room.desk, archives=(HERE,)), 1) == 1
    row = room.rows(article)[STATS]
    assert (row.label, row.reason, row.status) == ("supported", "memento", "archived")
    assert COPY in row.trace[-1]


async def test_a_copy_that_says_something_else_changes_nothing(room: Room) -> None:
    article = await dead_source(room)
    room.web.pages[COPY] = "The population of the town of Alder grew by 12.1 percent in ten years."
    with respx.mock() as web:
        web.get(HERE.timemap + STATS).respond(text=TIMEMAP)
        assert await rescue(replace(room.desk, archives=(HERE,)), 1) == 0
    assert room.report(article).status == "broken"


async def test_an_archive_that_is_away_changes_nothing(room: Room) -> None:
    article = await dead_source(room)
    with respx.mock() as web:
        web.get(HERE.timemap + STATS).respond(503)
        assert await rescue(replace(room.desk, archives=(HERE,)), 1) == 0
    assert room.report(article).status == "broken"


async def test_the_worker_looks_for_a_copy_by_itself(room: Room) -> None:
    article = await dead_source(room)
    room.web.pages[COPY] = "The population of the town of Alder grew by 13.3 percent in ten years."
    room.desk = replace(room.desk, archives=(HERE,))
    room.web.ahead = timedelta(days=9)
    with respx.mock() as web:
        web.get(HERE.timemap + STATS).respond(text=TIMEMAP)
        await room.recheck(article)
    assert room.report(article).status == "archived"
