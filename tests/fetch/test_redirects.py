"""Redirects are followed as a browser follows them, and no further than is safe."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from app.fetch import Fetcher
from app.sources.outcome import Outcome
from tests.press.redirects import ROUTES, TURNS, Turn
from tests.press.server import Press, Talk

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket]


async def _second_page(talk: Talk) -> None:
    await (ROUTES["/story/*"](talk) if talk.query else TURNS["/a/b/query-only"](talk))


@pytest_asyncio.fixture
async def press() -> AsyncIterator[Press]:
    async with Press({**ROUTES, "/a/b/query-only": _second_page}) as opened:
        yield opened


@pytest.mark.parametrize(("path", "turn"), TURNS.items())
async def test_every_location_leads_where_it_says_or_nowhere(fetcher: Fetcher, press: Press, path: str, turn: Turn) -> None:
    visit = await fetcher.visit(press.url(path))
    assert visit.outcome is turn.outcome, visit
    if turn.ends_at:
        assert visit.final_url == press.url(turn.ends_at)


async def test_fragments_are_carried_along(fetcher: Fetcher, press: Press) -> None:
    assert (await fetcher.visit(press.url("/absolute#mine"))).final_url == press.url("/story/12#mine")


async def test_a_fragment_of_the_location_wins(fetcher: Fetcher, press: Press) -> None:
    assert (await fetcher.visit(press.url("/fragment#mine"))).final_url == press.url("/story/12#part")


async def test_ten_redirects_are_followed(fetcher: Fetcher, press: Press) -> None:
    visit = await fetcher.visit(press.url("/ten/0"))
    assert (visit.outcome, visit.redirects, visit.permanent) == (Outcome.REDIRECTED, 10, True)


async def test_an_eleventh_is_not(fetcher: Fetcher, press: Press) -> None:
    visit = await fetcher.visit(press.url("/endless/0"))
    assert (visit.outcome, len(press.met) - 1) == (Outcome.TOO_MANY_REDIRECTS, 11)


async def test_a_wall_that_only_wants_its_cookie_back_is_passed(fetcher: Fetcher, press: Press) -> None:
    visit = await fetcher.visit(press.url("/cookie-wall"))
    assert (visit.outcome, visit.http_status, visit.redirects) == (Outcome.OK, 200, 1)


async def test_cookies_end_with_the_visit(fetcher: Fetcher, press: Press) -> None:
    await fetcher.visit(press.url("/cookie-wall"))
    assert (await fetcher.visit(press.url("/shows-cookies"))).title == "Cookies none"


async def test_cookies_for_another_site_are_not_taken(fetcher: Fetcher, press: Press) -> None:
    assert (await fetcher.visit(press.url("/foreign-cookie"))).title == "Cookies none"


@pytest.mark.parametrize("path", ["/meta-refresh", "/refresh-header"])
async def test_a_quick_refresh_is_a_redirect(fetcher: Fetcher, press: Press, path: str) -> None:
    visit = await fetcher.visit(press.url(path))
    assert (visit.outcome, visit.final_url) == (Outcome.REDIRECTED, press.url("/story/12"))
    assert [hop.how for hop in visit.hops] == ["request", "refresh"]


@pytest.mark.parametrize("path", ["/slow-meta-refresh", "/refreshes-itself"])
async def test_a_page_that_only_reloads_stands(fetcher: Fetcher, press: Press, path: str) -> None:
    visit = await fetcher.visit(press.url(path))
    assert (visit.outcome, visit.final_url) == (Outcome.OK, press.url(path))


async def test_locations_that_contradict_each_other_lead_nowhere(fetcher: Fetcher, press: Press) -> None:
    assert (await fetcher.visit(press.url("/two-locations"))).outcome is Outcome.BAD_RESPONSE


async def test_no_request_reaches_a_server_in_clear_of_the_guard(fetcher: Fetcher, press: Press) -> None:
    visit = await fetcher.visit(press.url("/into-metadata"))
    assert [hop.address for hop in visit.hops] == ["127.0.0.1", ""]
