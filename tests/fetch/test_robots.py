"""robots.txt as RFC 9309 says, for our own agent name."""

import pytest

from app.fetch import Fetcher
from app.fetch.robots import KeptRobots, agent_token, allowed, crawl_delay, kept_from
from app.sources.outcome import Outcome
from tests.fetch.conftest import with_limits
from tests.press.pages import article
from tests.press.server import Handler, Press, Talk
from tests.press.wire import ok, resets_at_once

# rules, path, allowed?
RULES: list[tuple[str, str, bool]] = [
    ("", "/a", True),
    ("User-agent: *\nDisallow:", "/a", True),
    ("User-agent: *\nDisallow: /", "/a", False),
    ("User-agent: *\nDisallow: /a", "/a", False),
    ("User-agent: *\nDisallow: /a", "/ab", False),
    ("User-agent: *\nDisallow: /a", "/b", True),
    ("User-agent: *\nDisallow: /a/", "/a", True),
    ("User-agent: *\nDisallow: /A", "/a", True),
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
    ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/b/c", True),
    ("User-agent: *\nAllow: /p\nDisallow: /", "/page", True),
    ("User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page.htm", False),
    ("User-agent: *\nAllow: /folder\nDisallow: /folder", "/folder/page", True),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?page=2", True),
    ("User-agent: *\nDisallow: /a*z", "/abcz/d", False),
    ("User-agent: *\nDisallow: /a$", "/a", False),
    ("User-agent: *\nDisallow: /a$", "/ab", True),
    ("User-agent: *\nDisallow: /*?session=", "/page?session=1", False),
    ("User-agent: Stet\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
    ("User-agent: Stet\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/a", False),
    ("User-agent: stet\nDisallow: /a", "/a", False),
    ("User-agent: STET\nDisallow: /a", "/a", False),
    ("User-agent: other\nDisallow: /", "/a", True),
    ("User-agent: other\nUser-agent: Stet\nDisallow: /a", "/a", False),
    ("User-agent: Stet\nDisallow: /a\n\nUser-agent: other\nDisallow: /\n\nUser-agent: Stet\nDisallow: /b", "/b", False),
    ("user-agent: *\ndisallow: /a", "/a", False),
    ("User-agent : *\nDisallow : /a", "/a", False),
    ("User-agent: * # all\nDisallow: /a # none of this", "/a", False),
    ("# a comment\n\nUser-agent: *\n\nDisallow: /a", "/a", False),
    ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
    ("User-agent: *\r\nDisallow: /a\r\n", "/a", False),
    ("User-agent: *\rDisallow: /a\r", "/a", False),
    ("User-agent: *\nDisallow: /%7Ejoe/", "/~joe/x", False),
    ("User-agent: *\nDisallow: /größe", "/gr%C3%B6%C3%9Fe", False),
    ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
    ("User-agent: *\nNonsense: yes\nDisallow: /a", "/a", False),
    ("User-agent: *\nSitemap: http://x/s.xml\nDisallow: /a", "/a", False),
    ("Disallow: /a", "/a", True),
    ("<html><body>not a robots file</body></html>", "/a", True),
    ("User-agent: *\nDisallow: /", "/robots.txt", True),
]


@pytest.mark.parametrize(("text", "path", "may"), RULES)
def test_rules_are_read_as_the_standard_says(text: str, path: str, may: bool) -> None:  # noqa: FBT001  a column of the table
    assert allowed(KeptRobots("ok", text), f"http://example.org{path}", "Stet") is may


@pytest.mark.parametrize(
    ("status", "kept", "may"),
    [
        (200, "ok", True),
        (404, "absent", True),
        (403, "absent", True),
        (401, "absent", True),
        (429, "absent", True),
        (500, "unreachable", False),
        (503, "unreachable", False),
        (None, "unreachable", False),
        (301, "absent", True),
    ],
)
def test_what_a_status_means(status: int | None, kept: str, may: bool) -> None:  # noqa: FBT001  as above
    robots = kept_from(status, "", 0.0)
    assert (robots.status, allowed(robots, "http://example.org/a", "Stet")) == (kept, may)


@pytest.mark.parametrize(
    ("user_agent", "token"),
    [
        ("Stet/0.1 (+https://example.org/stet)", "Stet"),
        ("Desk-Checker/2 (mail@example.org)", "Desk-Checker"),
        ("Plain", "Plain"),
        ("Two words", "Two"),
    ],
)
def test_our_token_is_the_product_of_the_agent_string(user_agent: str, token: str) -> None:
    assert agent_token(user_agent) == token


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 7", 7.0),
        ("User-agent: Stet\nCrawl-delay: 2.5\n\nUser-agent: *\nCrawl-delay: 9", 2.5),
        ("User-agent: *\nDisallow:", None),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: *\nRequest-rate: 1/10", 10.0),
    ],
)
def test_a_crawl_delay_is_read_for_our_group(text: str, seconds: float | None) -> None:
    assert crawl_delay(KeptRobots("ok", text), "Stet") == seconds


def test_a_file_is_good_for_a_day_and_a_failure_for_ten_minutes() -> None:
    assert KeptRobots("ok", at=0.0).fresh(86_399) is True
    assert KeptRobots("ok", at=0.0).fresh(86_401) is False
    assert KeptRobots("unreachable", at=0.0).fresh(599) is True
    assert KeptRobots("unreachable", at=0.0).fresh(601) is False
    assert KeptRobots("ok", at=1000.0).fresh(0) is False  # a clock set back


def says(text: str, status: int = 200) -> Handler:
    async def robots(talk: Talk) -> None:
        await talk.answer(status, text, media_type="text/plain")

    return robots


@pytest.mark.servers
@pytest.mark.enable_socket
class TestVisits:
    async def test_a_disallowed_page_is_not_asked_for(self, fetcher: Fetcher) -> None:
        async with Press({"/robots.txt": says("User-agent: *\nDisallow: /secret"), "/*": ok}) as press:
            outcomes = [(await fetcher.visit(press.url(path))).outcome for path in ("/secret/x", "/open")]
        assert outcomes == [Outcome.ROBOTS_DISALLOWED, Outcome.OK]
        assert press.paths() == ["/robots.txt", "/open"]

    async def test_robots_may_be_ignored_by_setting(self) -> None:
        async with (
            Press({"/robots.txt": says("User-agent: *\nDisallow: /"), "/*": ok}) as press,
            with_limits(ignore_robots=True) as fetcher,
        ):
            assert (await fetcher.visit(press.url("/a"))).outcome is Outcome.OK
        assert press.paths() == ["/a"]

    async def test_a_failing_robots_keeps_us_out_for_now(self, fetcher: Fetcher) -> None:
        async with Press({"/robots.txt": says("", 500), "/*": ok}) as press:
            outcomes = [(await fetcher.visit(press.url("/a"))).outcome for _ in range(2)]
        assert outcomes == [Outcome.ROBOTS_UNREACHABLE] * 2
        assert press.paths() == ["/robots.txt"]

    async def test_a_host_that_gives_no_answer_is_told_by_its_own_failure(self, fetcher: Fetcher) -> None:
        async with Press({"/robots.txt": resets_at_once, "/*": ok}) as press:
            outcomes = [(await fetcher.visit(url)).outcome for url in (press.url("/a"), "http://127.0.0.1:1/a")]
        assert outcomes == [Outcome.CONNECTION_RESET, Outcome.CONNECTION_REFUSED]

    async def test_a_redirected_robots_is_followed(self, fetcher: Fetcher) -> None:
        async def moved(talk: Talk) -> None:
            await talk.answer(301, Location="/r/robots.txt")

        async with Press({"/robots.txt": moved, "/r/robots.txt": says("User-agent: *\nDisallow: /a"), "/*": ok}) as press:
            assert (await fetcher.visit(press.url("/a"))).outcome is Outcome.ROBOTS_DISALLOWED

    async def test_a_robots_that_redirects_inside_is_as_none(self, fetcher: Fetcher) -> None:
        async def inside(talk: Talk) -> None:
            await talk.answer(302, Location="http://10.0.0.1/robots.txt")

        async with Press({"/robots.txt": inside, "/*": ok}) as press:
            assert (await fetcher.visit(press.url("/a"))).outcome is Outcome.OK

    async def test_only_the_first_500_kilobytes_count(self, fetcher: Fetcher) -> None:
        long = "User-agent: *\nDisallow: /a\n" + "#" * 600_000 + "\nDisallow: /b\n"
        async with Press({"/robots.txt": says(long), "/*": ok}) as press:
            outcomes = [(await fetcher.visit(press.url(path))).outcome for path in ("/a", "/b")]
        assert outcomes == [Outcome.ROBOTS_DISALLOWED, Outcome.OK]

    async def test_every_host_on_the_way_is_asked(self, fetcher: Fetcher) -> None:
        async with Press({"/robots.txt": says("User-agent: Stet\nDisallow: /"), "/*": ok}) as closed:

            async def away(talk: Talk) -> None:
                await talk.answer(302, Location=closed.url("/page"))

            async with Press({"/go": away}) as press:
                visit = await fetcher.visit(press.url("/go"))
        assert (visit.outcome, closed.paths()) == (Outcome.ROBOTS_DISALLOWED, ["/robots.txt"])

    async def test_the_file_is_asked_for_once_a_day(self, fetcher: Fetcher) -> None:
        async def page(talk: Talk) -> None:
            await talk.answer(200, article())

        async with Press({"/robots.txt": says("User-agent: *\nDisallow: /no"), "/*": page}) as press:
            for number in range(3):
                await fetcher.visit(press.url(f"/{number}"))
        assert press.paths() == ["/robots.txt", "/0", "/1", "/2"]
