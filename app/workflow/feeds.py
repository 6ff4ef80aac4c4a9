"""Watched feeds: what a site lists is handed in by itself, and again when the list says that it changed."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from app.errors import InvalidInput, StetError
from app.extract.feed import FeedItem, NotAFeed, read_feed
from app.fetch import Conditional, HostBusy, Visit
from app.sources import Resolves, canonical
from app.store import audit, feeds
from app.store.feeds import Listed
from app.store.ids import Prefix, encode
from app.store.keyset import Row
from app.store.tables import Feed
from app.workflow import intake
from app.workflow.desk import Desk
from app.workflow.requests import TITLE_MAX_CHARS

log = structlog.get_logger()
EVERY_MIN_S = 60  # more often is a burden on the site and shows nothing new
EVERY_MAX_S = 30 * 86_400
EVERY_S = 900
BACKLOG = 20
BACKLOG_MAX = 1_000
HAND_IN_MAX = 20  # articles of one poll; the rest follow within a minute
SOON_S = 60.0
# A poll holds a feed for this long: the list, the sitemaps it names and twenty articles of one host, a second apart, with slow answers.
HOLD_S = 900.0
SITEMAPS_MAX = 50
NAME_MAX_CHARS = 200
SYSTEM = "feed"


@dataclass(frozen=True, slots=True)
class FeedOrder:
    """A feed to be watched. `backlog` is how many of the articles it lists already are handed in at the start."""

    url: str
    every_s: int = EVERY_S
    backlog: int = BACKLOG
    system: str = SYSTEM
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not EVERY_MIN_S <= self.every_s <= EVERY_MAX_S:
            raise InvalidInput(f"A feed is read every {EVERY_MIN_S} to {EVERY_MAX_S} seconds.", field="every_s")
        if not 0 <= self.backlog <= BACKLOG_MAX:
            raise InvalidInput(f"`backlog` is between 0 and {BACKLOG_MAX}.", field="backlog")


def watch(desk: Desk, order: FeedOrder, *, by: str) -> int:
    """Watch a feed from now on. Raises InvalidUrl, Conflict."""
    url, now = canonical(order.url).url, desk.now()
    with desk.begin() as session:
        feed = Feed(
            url=url, system=order.system, tags=list(order.tags), every_s=order.every_s, backlog=order.backlog,
            created_at=now, next_poll_at=now,
        )  # fmt: skip
        made = feeds.add(session, feed)
        audit.note(session, "feed.create", encode(Prefix.FEED, made.id), actor=by, at=now, detail={"url": url})
        return made.id


def remove(desk: Desk, feed_id: int, *, by: str, expected_version: int | None = None) -> None:
    """Watch a feed no more; its articles stay. Raises NotFound, Stale."""
    now = desk.now()
    with desk.begin() as session:
        feeds.held(session, feed_id, expected_version).removed_at = now
        audit.note(session, "feed.delete", encode(Prefix.FEED, feed_id), actor=by, at=now)


def poll_soon(desk: Desk, feed_id: int, *, by: str) -> None:
    """Let a feed be read as soon as a worker is free. Raises NotFound."""
    now = desk.now()
    with desk.begin() as session:
        feeds.held(session, feed_id).next_poll_at = now
        audit.note(session, "feed.poll", encode(Prefix.FEED, feed_id), actor=by, at=now)


async def poll_due(desk: Desk) -> bool:
    """Read one feed whose turn it is, and hand in what is new; says whether there was one.

    Nothing is lost by a kill: what was not handed in is still wanted, and the feed's turn comes again when the hold ends.
    """
    feed = await asyncio.to_thread(_claim, desk)
    if feed is None:
        return False
    try:
        visit = await desk.fetcher.visit(feed.url, conditional=Conditional(feed.etag, feed.last_modified))
        found = await _read(desk, feed, visit)
    except HostBusy:
        await asyncio.to_thread(_note, desk, feed, _Found(), soon=True)
        return True
    left = await _hand_in(desk, feed)
    await asyncio.to_thread(_note, desk, feed, found, soon=left)
    return True


def _claim(desk: Desk) -> Feed | None:
    with desk.begin() as session:
        return feeds.claim_due(session, desk.now(), HOLD_S)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a poll learnt of a feed, to be written down; None leaves it as it was."""

    problem: str | None = None
    title: str | None = None
    etag: str | None = None
    last_modified: str | None = None


async def _read(desk: Desk, feed: Feed, visit: Visit) -> _Found:
    """Write down what the feed lists. The validators are kept only when all of it was read, or a failure would hide what is new."""
    if visit.not_modified:
        return _Found(problem="")
    if visit.resolves is not Resolves.ALIVE or not visit.body:
        return _Found(problem=f"It could not be read: {visit.outcome.value.replace('_', ' ')}.")
    try:
        listing = await asyncio.to_thread(read_feed, visit.body, visit.final_url, visit.charset)
    except NotAFeed as error:
        return _Found(problem=str(error))
    nested, failed = await _nested(desk, listing.lists[:SITEMAPS_MAX])
    await asyncio.to_thread(_note_entries, desk, feed, (*listing.items, *nested))
    if failed:
        return _Found(problem=f"Of the sitemaps it names, {len(failed)} could not be read, first {failed[0]}.", title=listing.title)
    if listing.lists:  # it may stay as it is while they change
        return _Found("", listing.title)
    return _Found("", listing.title, visit.etag, visit.last_modified)


async def _nested(desk: Desk, urls: Sequence[str]) -> tuple[list[FeedItem], list[str]]:
    """Read the sitemaps that a sitemap index names; also return those that could not be read."""
    items: list[FeedItem] = []
    failed: list[str] = []
    for url in urls:
        try:
            visit = await desk.fetcher.visit(canonical(url).url)
            items += read_feed(visit.body, visit.final_url, visit.charset).items
        except (StetError, NotAFeed):
            failed.append(url)
    return items, failed


def _note_entries(desk: Desk, feed: Feed, items: Sequence[FeedItem]) -> None:
    listed = [Listed(item.id, item.url, item.title, item.changed) for item in items]
    with desk.begin() as session:
        feeds.note_entries(session, feed, listed, desk.now())


async def _hand_in(desk: Desk, feed: Feed) -> bool:
    """Hand in the articles that are wanted, one by one; says whether more are left for soon."""
    wanted = await asyncio.to_thread(_wanted, desk, feed)
    for entry in wanted[:HAND_IN_MAX]:
        try:
            article_id, problem = await _submit(desk, feed, entry), ""
        except HostBusy:
            return True
        except StetError as error:
            article_id, problem = None, str(error)
            log.warning("a listed article could not be handed in", feed=feed.url, url=entry["url"], problem=problem)
        await asyncio.to_thread(_mark, desk, feed, entry, article_id, problem)
    return len(wanted) > HAND_IN_MAX


def _wanted(desk: Desk, feed: Feed) -> list[Row]:
    with desk.read() as session:
        return feeds.wanted(session, feed.id, HAND_IN_MAX + 1)


async def _submit(desk: Desk, feed: Feed, entry: Row) -> int:
    fetched = await intake.fetch_submission(desk, entry["url"])
    name = entry["name"] if len(entry["name"]) <= NAME_MAX_CHARS else entry["key"]
    said = replace(fetched, external_system=feed.system, external_id=name, title=entry["title"][:TITLE_MAX_CHARS], tags=tuple(feed.tags))
    done = await asyncio.to_thread(intake.submit, desk, said, by=encode(Prefix.FEED, feed.id))
    return done.article_id


def _mark(desk: Desk, feed: Feed, entry: Row, article_id: int | None, problem: str) -> None:
    with desk.begin() as session:
        feeds.mark(session, feed.id, entry["key"], article_id, problem)


def _note(desk: Desk, feed: Feed, found: _Found, *, soon: bool) -> None:
    said = {name: value for name in found.__slots__ if (value := getattr(found, name)) is not None}
    with desk.begin() as session:
        feeds.note_poll(session, feed.id, desk.now(), SOON_S if soon else feed.every_s, **said)
