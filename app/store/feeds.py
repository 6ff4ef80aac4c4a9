"""Watched feeds and what they list. The table is the queue: whoever polls a feed first moves its turn on, so that no two do."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, insert, select, update
from sqlmodel import Session, col

from app.errors import Conflict, NotFound, Stale
from app.store.ids import Prefix, encode
from app.store.keyset import Order, Page, Position, Row, first, page, rows, table
from app.store.tables import Feed, FeedEntry

FEED, ENTRY = table(Feed), table(FeedEntry)
FEEDS_MAX = 1_000  # a group with a thousand sites is served by sitemaps of its own
TRIES_MAX = 3
CHUNK = 400  # rows of one statement: SQLite takes 32,766 values


@dataclass(frozen=True, slots=True)
class Listed:
    """One article of a list; `name` is the publisher's id of it."""

    name: str
    url: str
    title: str
    changed: datetime | None

    @property
    def key(self) -> str:
        return hashlib.sha256(self.name.encode("utf-8", "replace")).hexdigest()[:40]


def add(session: Session, feed: Feed) -> Feed:
    """Watch a feed. Raises Conflict when it is watched already, or when there are too many."""
    present = select(func.count()).select_from(FEED).where(FEED.c.removed_at.is_(None))
    if first(session, present.where(FEED.c.url == feed.url)) != {"count_1": 0}:
        raise Conflict("This feed is watched already.", field="url")
    if (first(session, present) or {})["count_1"] >= FEEDS_MAX:
        raise Conflict(f"There are {FEEDS_MAX} feeds already, the most there may be. Remove one first.")
    session.add(feed)
    session.flush()
    return feed


def held(session: Session, feed_id: int, expected_version: int | None = None) -> Feed:
    """Return a feed to be changed. Raises NotFound, Stale."""
    feed = session.get(Feed, feed_id)
    if feed is None or feed.removed_at is not None:
        raise NotFound(f"There is no feed {encode(Prefix.FEED, feed_id)}.")
    if expected_version is not None and feed.version != expected_version:
        raise Stale(f"The feed is at version {feed.version}, not {expected_version}: read it again and decide.")
    return feed


def read(session: Session, feed_id: int) -> Row | None:
    return first(session, select(FEED).where(FEED.c.id == feed_id, FEED.c.removed_at.is_(None)))


def list_feeds(session: Session, after: Position | None, limit: int) -> Page:
    """Newest first."""
    return page(session, select(FEED).where(FEED.c.removed_at.is_(None)), [Order(FEED.c.id, descending=True)], after, limit)


def list_entries(session: Session, feed_id: int, after: Position | None, limit: int) -> Page:
    """What a feed has listed, what it listed last first."""
    return page(session, select(ENTRY).where(ENTRY.c.feed_id == feed_id), [Order(ENTRY.c.id, descending=True)], after, limit)


def claim_due(session: Session, now: datetime, hold_s: float) -> Feed | None:
    """Take one feed whose turn it is, and move its turn on; None when there is none or another was faster."""
    due = select(Feed).where(col(Feed.removed_at).is_(None), col(Feed.next_poll_at) <= now).order_by(col(Feed.next_poll_at)).limit(1)
    feed = session.execute(due).scalars().first()
    if feed is None:
        return None
    mine = (FEED.c.id == feed.id, FEED.c.next_poll_at == feed.next_poll_at)
    taken = session.connection().execute(update(FEED).where(*mine).values(next_poll_at=now + timedelta(seconds=hold_s)))
    session.expunge(feed)
    return feed if taken.rowcount == 1 else None


def note_entries(session: Session, feed: Feed, listed: Sequence[Listed], now: datetime) -> None:
    """Write down what a feed lists. New and changed articles are wanted; of a feed that is read first, only the newest `backlog`."""
    # From the last to the first, so that the newest has the highest id, and the first place of one that is listed twice counts.
    unique = list({one.key: (place, one) for place, one in reversed(list(enumerate(listed)))}.items())
    known = _known(session, feed.id, [key for key, _ in unique])
    newest = _newest([one for _, (_, one) in unique], feed.backlog) if feed.polled_at is None else None
    fresh = [
        {
            "feed_id": feed.id, "key": key, "name": one.name, "url": one.url, "title": one.title, "changed": one.changed, "place": place,
            "wanted": newest is None or key in newest, "tries": 0, "article_id": None, "problem": "", "seen_at": now,
        }
        for key, (place, one) in unique
        if key not in known
    ]  # fmt: skip
    for begin in range(0, len(fresh), CHUNK):
        session.connection().execute(insert(ENTRY), fresh[begin : begin + CHUNK])
    for key, (place, one) in unique:
        if key in known and _is_other(known[key], one):
            changes = {"url": one.url, "title": one.title, "changed": one.changed, "place": place, "wanted": True, "tries": 0}
            session.connection().execute(update(ENTRY).where(ENTRY.c.feed_id == feed.id, ENTRY.c.key == key).values(**changes))


def _known(session: Session, feed_id: int, keys: Sequence[str]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for begin in range(0, len(keys), CHUNK):
        query = select(ENTRY).where(ENTRY.c.feed_id == feed_id, ENTRY.c.key.in_(keys[begin : begin + CHUNK]))
        found |= {row["key"]: row for row in rows(session, query)}
    return found


def _newest(listed: Sequence[Listed], most: int) -> Collection[str]:
    """Choose by date where dates are told; feeds are written newest first, sitemaps in any order."""
    dated = sorted(listed, key=lambda one: one.changed.timestamp() if one.changed else 0.0, reverse=True)
    return {one.key for one in dated[:most]}


def _is_other(known: Row, one: Listed) -> bool:
    return bool(known["url"] != one.url or (one.changed is not None and known["changed"] != one.changed))


def wanted(session: Session, feed_id: int, limit: int) -> list[Row]:
    """Return articles that are to be handed in, in the order of the list."""
    query = select(ENTRY).where(ENTRY.c.feed_id == feed_id, ENTRY.c.wanted).order_by(ENTRY.c.tries, ENTRY.c.place)
    return rows(session, query.limit(limit))


def mark(session: Session, feed_id: int, key: str, article_id: int | None, problem: str) -> None:
    """Write down how handing in went; after `TRIES_MAX` failures an article waits until the list says that it changed."""
    changes = {
        "tries": ENTRY.c.tries + 1,
        "wanted": False if article_id is not None else ENTRY.c.tries + 1 < TRIES_MAX,
        "problem": problem,
        **({"article_id": article_id} if article_id is not None else {}),
    }
    session.connection().execute(update(ENTRY).where(ENTRY.c.feed_id == feed_id, ENTRY.c.key == key).values(**changes))


def note_poll(session: Session, feed_id: int, now: datetime, next_in_s: float, **said: str) -> None:
    """Write down how a poll went, and when the next one is due; a feed removed meanwhile stays so."""
    values = {"polled_at": now, "next_poll_at": now + timedelta(seconds=next_in_s), "version": FEED.c.version + 1, **said}
    session.connection().execute(update(FEED).where(FEED.c.id == feed_id).values(**values))
