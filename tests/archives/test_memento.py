"""Archives answer in link lists; each way of failing is an answer too."""

from datetime import UTC, datetime

import httpx
import pytest
import respx
from hypothesis import given
from hypothesis import strategies as st

from app.archives import Archive, LookUp, Memento, look_up, nearest, save
from app.archives.link_format import parse_links

HERE = Archive("Test Archive", timemap="https://archive.test/timemap/", save="https://archive.test/save/")
PAGE = "https://paper.test/a,b;c?d=1"
TIMEMAP = (
    f'<{PAGE}>; rel="original",\n'
    '<https://archive.test/timegate/x>; rel="timegate",\n'
    f'<https://archive.test/2019/{PAGE}>; rel="first memento"; datetime="Tue, 01 Jan 2019 00:00:00 GMT",\n'
    f'<https://archive.test/2021/{PAGE}>; rel="last memento"; datetime="Fri, 01 Jan 2021 00:00:00 GMT"\n'
)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


async def test_mementos_are_read_from_a_time_map() -> None:
    with respx.mock(assert_all_called=True) as web:
        web.get(HERE.timemap + PAGE).respond(text=TIMEMAP)
        async with httpx.AsyncClient() as client:
            found = await look_up(client, HERE, PAGE)
    assert [m.moment.year for m in found.mementos] == [2019, 2021]
    assert found.mementos[0] == Memento(f"https://archive.test/2019/{PAGE}", datetime(2019, 1, 1, tzinfo=UTC), "Test Archive")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (httpx.Response(404), LookUp()),
        (httpx.Response(503), LookUp(problem="Test Archive answered 503")),
        (httpx.ConnectTimeout("slow"), LookUp(problem="Test Archive could not be asked: ConnectTimeout")),
        (httpx.Response(200, text="<html>not a list</html>"), LookUp()),
    ],
)
async def test_an_archive_that_fails_is_an_answer(answer: httpx.Response | Exception, expected: LookUp) -> None:
    with respx.mock() as web:
        route = web.get(HERE.timemap + PAGE)
        route.mock(side_effect=answer) if isinstance(answer, Exception) else route.mock(return_value=answer)
        async with httpx.AsyncClient() as client:
            assert await look_up(client, HERE, PAGE) == expected


async def test_saving_returns_the_new_copy() -> None:
    with respx.mock() as web:
        web.get(HERE.save + PAGE).respond(302, headers={"Location": "/2026/copy"})
        async with httpx.AsyncClient() as client:
            found = await save(client, HERE, PAGE, NOW)
    assert found == LookUp((Memento("https://archive.test/2026/copy", NOW, "Test Archive"),))


async def test_saving_without_a_copy_says_so() -> None:
    with respx.mock() as web:
        web.get(HERE.save + PAGE).respond(200)
        async with httpx.AsyncClient() as client:
            assert (await save(client, HERE, PAGE, NOW)).problem == "Test Archive answered 200 without a copy"


def test_the_nearest_copy_is_taken() -> None:
    copies = [Memento("u", datetime(year, 1, 1, tzinfo=UTC), "a") for year in (2015, 2019, 2023)]
    assert nearest(copies, datetime(2020, 6, 1, tzinfo=UTC)) == copies[1]
    assert nearest([], NOW) is None


@given(st.text(alphabet='<>;,="a rel', max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert len(list(parse_links(text))) <= text.count("<")
