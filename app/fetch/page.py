"""A body looked at as far as the outcome needs it."""

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from app.fetch.exchange import Reply
from app.fetch.glance import glance
from app.fetch.record import Previous
from app.sources import RULE_VERSION, WALL_HEADERS, CanonicalUrl, Decision, Outcome, Resolves

if TYPE_CHECKING:
    from app.sources.page_facts import PageFacts

# What the classifier reads of a body that is no page, and of scripts in one that is.
_START_CHARS = 32_768
# Facts are read from this much of a page: frame, title and signs of a wall come first, and tag-dense HTML takes 2 µs a byte.
_PAGE_BYTES_MAX = 262_144
# Of a page that did not arrive whole only the title and the signs of a wall can still matter.
_BROKEN_BYTES_MAX = 65_536
# A page over this is read in a thread: 10 ms and more of parsing would make other visits miss their deadlines.
_THREAD_BYTES = 65_536
# What arrives at the last moment may still be read: a visit's deadline is kept to the second.
_PATIENCE_MIN_S = 0.5
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_TEXT = ("text/", "application/json", "application/xml", "application/javascript", "application/x-javascript")


class PageRead(NamedTuple):
    media_type: str = ""
    charset: str = ""
    page: "PageFacts | None" = None
    start: str = ""
    title: str = ""
    decided: Decision | None = None  # without reading: there is nothing to classify


async def read_page(reply: Reply, patience_s: float = 60.0) -> PageRead:
    """Read a page; raises TimeoutError when a long one is not read in `patience_s`."""
    if len(reply.body) > _THREAD_BYTES:
        return await asyncio.wait_for(asyncio.to_thread(_read, reply), max(patience_s, _PATIENCE_MIN_S))
    return _read(reply)


def _read(reply: Reply) -> PageRead:
    from app import extract  # noqa: PLC0415  plain pages need no reader: a third of the room's import time

    declared = reply.header("content-type")
    media_type = extract.sniff(reply.body, declared)
    if not reply.body:
        return PageRead(media_type)
    header_charset = charset_of(declared)
    if media_type in _HTML:
        most = _BROKEN_BYTES_MAX if reply.fault else _PAGE_BYTES_MAX
        page = extract.page_facts(reply.body[:most], header_charset)
        start, charset = extract.decode(reply.body[:_START_CHARS], header_charset)
        return PageRead(media_type, charset, page, start, page.title)
    if media_type.startswith(_TEXT) or media_type.endswith(("+json", "+xml")):
        start, charset = extract.decode(reply.body[:_START_CHARS], header_charset)
        return PageRead(media_type, charset, None, start)
    return PageRead(media_type)


# With one of these headers a page is read in full.
_TELLING_HEADERS = ("refresh", "x-robots-tag", *WALL_HEADERS)
_PLAINLY_FINE = Decision(Outcome.OK, "glance.fine")


def known_page(reply: Reply, url: str, previous: Previous) -> PageRead | None:
    """The page, if it came with the very bytes of the last good visit and the rules are the same; None when it must be looked at."""
    if reply.status != 200 or reply.fault or url != previous.final_url or previous.rule_version != RULE_VERSION or not previous.outcome:
        return None
    import hashlib  # noqa: PLC0415  OpenSSL's digests: nothing else here needs them

    if previous.outcome.resolves is not Resolves.ALIVE or hashlib.sha256(reply.body).hexdigest() != previous.sha256:
        return None
    decided = Decision(previous.outcome, previous.rule, ("the same bytes as at the last good visit",))
    return PageRead(previous.media_type, previous.charset, None, "", previous.title, decided)


def plain_page(reply: Reply, url: CanonicalUrl) -> PageRead | None:
    """The page, if a glance shows it to be plainly fine; None when it must be read."""
    declared = ""
    for name, value in reply.headers:
        if name == "content-type":
            declared = value
        elif name.startswith(_TELLING_HEADERS):
            return None
    if reply.status != 200 or reply.fault or url.fragment or not declared.startswith("text/html"):
        return None
    seen = glance(reply.body, charset_of(declared), url)
    return PageRead("text/html", seen.charset, None, "", seen.title, decided=_PLAINLY_FINE) if seen else None


def charset_of(content_type: str) -> str:
    _, _, parameters = content_type.partition(";")
    for part in parameters.split(";"):
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").lower()
    return ""
