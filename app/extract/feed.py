"""Lists of articles that sites publish: RSS, Atom, JSON Feed, sitemaps. What is listed is read here, never what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

import defusedxml
import orjson
from defusedxml.ElementTree import fromstring

from app.extract.charset import decode

ITEMS_MAX = 50_000  # what one sitemap may hold (sitemaps.org)
_ENTRY = {"item", "entry", "url"}
_DATES = ("updated", "modified", "lastmod", "published", "pubDate", "date")


class NotAFeed(ValueError):
    """The bytes are none of the lists that are read here; the text says what was met."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One article of a list. `id` is the publisher's own, else its address; `changed` is when it was last changed, as far as it is told."""

    id: str
    url: str
    title: str = ""
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class FeedListing:
    """What a list holds, in its order; `lists` are further sitemaps that it names."""

    title: str
    items: tuple[FeedItem, ...]
    lists: tuple[str, ...] = ()


def read_feed(body: bytes, url: str, charset: str = "") -> FeedListing:
    """Read a list of articles; relative addresses are taken from `url`.

    RSS 0.9-2.0, Atom (RFC 4287), JSON Feed 1.1, sitemaps and sitemap indexes (sitemaps.org). Raises NotAFeed.
    """
    text = decode(body, charset)[0].lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return _of_json(text, url)
    root = _root(text)
    kind = _name(root)
    if kind == "sitemapindex":
        return FeedListing("", (), tuple(dict.fromkeys(_address(entry, url) for entry in root)))
    if kind not in {"rss", "RDF", "feed", "urlset"}:
        raise NotAFeed(f"This is no RSS, Atom, JSON Feed or sitemap: its root is <{kind[:40]}>.")
    title = next((_text(found) for found in root.iter() if _name(found) == "title"), "")
    return FeedListing("" if kind == "urlset" else title, tuple(_items(root, url)))


def _root(text: str) -> Element:
    # The text is decoded already; a declaration of another encoding would be refused.
    start = text.find("?>") + 2 if text.startswith("<?xml") else 0
    try:
        root: Element = fromstring(text[start:], forbid_entities=True, forbid_external=True)
    except (ParseError, defusedxml.DefusedXmlException, ValueError, LookupError) as error:
        raise NotAFeed(f"This is no RSS, Atom, JSON Feed or sitemap: it is no well-formed XML ({str(error)[:80]}).") from error
    return root


def _items(root: Element, base: str) -> Iterator[FeedItem]:
    for count, entry in enumerate(element for element in root.iter() if _name(element) in _ENTRY):
        if count == ITEMS_MAX:
            return
        parts = {_name(child): _text(child) for child in entry}
        address = _address(entry, base)
        if address:
            yield FeedItem(parts.get("guid") or parts.get("id") or address, address, parts.get("title", ""), _changed(parts))


def _address(entry: Element, base: str) -> str:
    """Return where the article is: Atom's alternate link, RSS's link, a sitemap's loc, else a guid that is a permalink."""
    for child in entry:
        name = _name(child)
        if name == "link" and child.get("href") and child.get("rel", "alternate") == "alternate":
            return urljoin(base, child.get("href", "").strip())
        if name in {"link", "loc"} and _text(child):
            return urljoin(base, _text(child))
    guid = next((child for child in entry if _name(child) == "guid" and child.get("isPermaLink") != "false"), None)
    return _text(guid) if guid is not None and _text(guid).startswith("http") else ""


def _of_json(text: str, base: str) -> FeedListing:
    try:
        said = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise NotAFeed(f"This is no JSON Feed: {error}.") from error
    if "jsonfeed.org" not in str(said.get("version", "")) or not isinstance(said.get("items"), list):
        raise NotAFeed("This JSON is no JSON Feed: it has no `version` of jsonfeed.org with `items`.")
    items = tuple(item for one in said["items"][:ITEMS_MAX] if isinstance(one, dict) and (item := _json_item(one, base)))
    return FeedListing(str(said.get("title", "")), items)


def _json_item(one: dict[str, Any], base: str) -> FeedItem | None:
    address = str(one.get("url") or "")
    if not address:
        return None
    parts = {"updated": str(one.get("date_modified") or ""), "published": str(one.get("date_published") or "")}
    return FeedItem(str(one.get("id") or address), urljoin(base, address), str(one.get("title") or ""), _changed(parts))


def _changed(parts: dict[str, str]) -> datetime | None:
    return next((moment for name in _DATES if (moment := _moment(parts.get(name, "")))), None)


def _moment(text: str) -> datetime | None:
    """Read RFC 3339 or RFC 5322; what has no zone is taken as UTC."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    return None


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
