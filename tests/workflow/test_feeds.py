"""Watched feeds: what a site lists is handed in, once, and again when it changed."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from app.errors import Conflict, InvalidInput, InvalidUrl, NotFound
from app.fetch import Conditional, HostBusy, Previous, Visit
from app.sources import Outcome
from app.store import feeds as rows
from app.store.keyset import Row
from app.workflow import feeds, report
from app.workflow.feeds import FeedOrder
from tests.fakes import FakeWeb
from tests.workflow.conftest import Room

FEED = "https://press.example/feed.xml"


@dataclass
class Site(FakeWeb):
    """A press with lists as XML beside its pages; what is in `busy` may not be asked now."""

    busy: frozenset[str] = frozenset()

    async def visit(
        self, url: str, *, conditional: Conditional | None = None, previous: Previous | None = None, second: bool = False
    ) -> Visit:
        if url in self.busy:
            raise HostBusy("another asks it")
        text = self.pages.get(url, "")
        if not text.startswith("<"):
            return await super().visit(url, conditional=conditional, previous=previous, second=second)
        self.visited.append(url)
        now, tag = datetime.now(UTC), hashlib.sha256(text.encode()).hexdigest()
        if conditional and conditional.etag == tag:
            return Visit(url, url, Outcome.OK, "http.304", now, 0.01, http_status=304, not_modified=True)
        return Visit(url, url, Outcome.OK, "http.200", now, 0.01, http_status=200, media_type="text/xml", body=text.encode(), etag=tag)


def rss(*items: tuple[str, str]) -> str:
    """Write a feed of articles, each with the day it was changed."""
    listed = "".join(f"<item><link>https://press.example/{name}</link><pubDate>{day}</pubDate></item>" for name, day in items)
    return f"<rss><channel><title>The Press</title>{listed}</channel></rss>"


MONDAY, TUESDAY = "Mon, 05 Jan 2026 08:00:00 GMT", "Tue, 06 Jan 2026 08:00:00 GMT"


@pytest.fixture
def press(room: Room) -> Room:
    site = Site({f"https://press.example/{name}": f"{name} lends 48,000 books (https://library.example/{name})." for name in "abcd"})
    site.pages[FEED] = rss(("a", MONDAY), ("b", MONDAY))
    room.web, room.desk = site, replace(room.desk, fetcher=site)
    return room


def feed(room: Room) -> Row:
    with room.desk.read() as session:
        (row,) = rows.list_feeds(session, None, 10).rows
    return row


def entries(room: Room) -> dict[str, Row]:
    with room.desk.read() as session:
        return {row["url"].rpartition("/")[2]: row for row in rows.list_entries(session, 1, None, 100).rows}


async def poll(room: Room) -> bool:
    """Let the feed's turn come, and read it."""
    feeds.poll_soon(room.desk, 1, by="test")
    return await feeds.poll_due(room.desk)


async def test_what_a_feed_lists_is_handed_in_once(press: Room) -> None:
    feeds.watch(press.desk, FeedOrder(FEED, tags=("desk",)), by="test")
    assert await feeds.poll_due(press.desk)
    assert not await feeds.poll_due(press.desk)
    await poll(press)
    assert len(report.all_article_ids(press.desk)) == 2
    assert (feed(press)["title"], feed(press)["problem"]) == ("The Press", "")
    assert press.web.visited.count("https://press.example/a") == 1


async def test_only_the_newest_are_taken_at_the_start(press: Room) -> None:
    press.web.pages[FEED] = rss(("a", MONDAY), ("b", TUESDAY), ("c", MONDAY))
    feeds.watch(press.desk, FeedOrder(FEED, backlog=1), by="test")
    await feeds.poll_due(press.desk)
    assert {name for name, row in entries(press).items() if row["article_id"]} == {"b"}
    press.web.pages[FEED] = rss(("d", TUESDAY), ("a", MONDAY), ("b", TUESDAY), ("c", MONDAY))
    await poll(press)
    assert {name for name, row in entries(press).items() if row["article_id"]} == {"b", "d"}


async def test_a_changed_article_is_a_new_revision(press: Room) -> None:
    feeds.watch(press.desk, FeedOrder(FEED), by="test")
    await feeds.poll_due(press.desk)
    article = entries(press)["a"]["article_id"]
    press.web.pages["https://press.example/a"] = "It lends 52,000 books (https://library.example/a)."
    press.web.pages[FEED] = rss(("a", TUESDAY), ("b", MONDAY))
    await poll(press)
    assert entries(press)["a"]["article_id"] == article
    assert press.report(article).revision == 2
    assert press.web.visited.count("https://press.example/b") == 1


async def test_an_article_that_cannot_be_had_is_tried_three_times_and_says_why(press: Room) -> None:
    press.web.pages[FEED] = rss(("missing", MONDAY), ("a", MONDAY))
    feeds.watch(press.desk, FeedOrder(FEED), by="test")
    for _ in range(5):
        await poll(press)
    missing = entries(press)["missing"]
    assert (missing["tries"], missing["wanted"], missing["article_id"]) == (3, False, None)
    assert "could not be fetched: not found" in missing["problem"]
    assert len(report.all_article_ids(press.desk)) == 1


async def test_a_long_list_is_handed_in_over_several_polls(press: Room) -> None:
    names = [f"n{number}" for number in range(30)]
    press.web.pages |= {f"https://press.example/{name}": f"{name} lends 48,000 books (https://library.example/{name})." for name in names}
    press.web.pages[FEED] = rss(*((name, MONDAY) for name in names))
    feeds.watch(press.desk, FeedOrder(FEED, backlog=30), by="test")
    await feeds.poll_due(press.desk)
    assert len(report.all_article_ids(press.desk)) == feeds.HAND_IN_MAX
    assert feed(press)["next_poll_at"] - press.desk.now() < timedelta(seconds=feeds.SOON_S + 1)
    press.clock.ahead = timedelta(seconds=feeds.SOON_S)
    await feeds.poll_due(press.desk)
    assert len(report.all_article_ids(press.desk)) == 30


async def test_sitemaps_lead_to_sitemaps(press: Room) -> None:
    press.web.pages[FEED] = (
        "<sitemapindex><sitemap><loc>https://press.example/1.xml</loc></sitemap>"
        "<sitemap><loc>https://press.example/2.xml</loc></sitemap></sitemapindex>"
    )
    press.web.pages["https://press.example/1.xml"] = "<urlset><url><loc>https://press.example/a</loc></url></urlset>"
    feeds.watch(press.desk, FeedOrder(FEED), by="test")
    await feeds.poll_due(press.desk)
    assert {name for name, row in entries(press).items() if row["article_id"]} == {"a"}
    assert "https://press.example/2.xml" in feed(press)["problem"]


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (None, "not found"),
        ("<html></html>", "its root is <html>"),
        ("<rss><oops>", "no well-formed XML"),
        ("some text", "its root is <html>"),
    ],
)
async def test_a_feed_that_cannot_be_read_says_why_and_is_read_again(press: Room, page: str | None, problem: str) -> None:
    press.web.pages.pop(FEED)
    if page is not None:
        press.web.pages[FEED] = page
    feeds.watch(press.desk, FeedOrder(FEED, every_s=60), by="test")
    await feeds.poll_due(press.desk)
    assert problem in feed(press)["problem"]
    press.web.pages[FEED] = rss(("a", MONDAY))
    press.clock.ahead = timedelta(seconds=61)
    await feeds.poll_due(press.desk)
    assert (feed(press)["problem"], len(entries(press))) == ("", 1)


async def test_a_busy_host_is_asked_again_soon_and_nothing_is_lost(press: Room) -> None:
    site = press.desk.fetcher
    assert isinstance(site, Site)
    site.busy = frozenset({"https://press.example/b"})
    feeds.watch(press.desk, FeedOrder(FEED), by="test")
    await feeds.poll_due(press.desk)
    assert entries(press)["b"]["wanted"]
    assert entries(press)["b"]["tries"] == 0
    site.busy = frozenset()
    await poll(press)
    assert len(report.all_article_ids(press.desk)) == 2


async def test_a_killed_poll_leaves_the_feed_to_the_next_turn(press: Room) -> None:
    feeds.watch(press.desk, FeedOrder(FEED), by="test")
    with press.desk.begin() as session:
        assert rows.claim_due(session, press.desk.now(), feeds.HOLD_S) is not None
    assert not await feeds.poll_due(press.desk)
    press.clock.ahead = timedelta(seconds=feeds.HOLD_S + 1)
    assert await feeds.poll_due(press.desk)


def test_watching_is_refused_with_a_reason(press: Room) -> None:
    feeds.watch(press.desk, FeedOrder(FEED), by="test")
    with pytest.raises(Conflict, match="watched already"):
        feeds.watch(press.desk, FeedOrder(FEED), by="test")
    with pytest.raises(InvalidUrl):
        feeds.watch(press.desk, FeedOrder("ftp://press.example/"), by="test")
    with pytest.raises(InvalidInput, match="every 60 to"):
        FeedOrder(FEED, every_s=1)
    feeds.remove(press.desk, 1, by="test")
    with pytest.raises(NotFound):
        feeds.remove(press.desk, 1, by="test")
    assert feeds.watch(press.desk, FeedOrder(FEED), by="test") == 2
