"""What a page says of itself apart from its text: title, language, dates, JSON-LD and meta facts."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from app.extract.assemble import fold
from app.extract.days import find_day

_JSON_LD_CHARS_MAX = 300_000
_JSON_LD_NODES_MAX = 500
_SCRIPTS_MAX = 200
_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|WebPage|Dataset|ScholarlyArticle|NewsArticle)$")
_FACT_KEYS = ("headline", "datePublished", "dateModified", "dateCreated", "isAccessibleForFree", "inLanguage", "name", "temporalCoverage")
_DATED_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=/|$)")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publication_date",
    "citation_publication_date",
    "citation_date",
    "sailthru.date",
    "parsely-pub-date",
    "og:published_time",
    "article.published",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "dateupdate",
)
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_AUTHORS_MAX = 10
_NAME_CHARS_MAX = 50
_NAME_WORDS_MAX = 5
_MODIFIED = (
    "article:modified_time",
    "datemodified",
    "last-modified",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "article.updated",
    "revised",
)


@dataclass(slots=True)
class Head:
    title: str = ""
    lang: str = ""
    published: date | None = None
    modified: date | None = None
    metas: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    json_ld: list[str] = field(default_factory=list)
    script_sources: list[str] = field(default_factory=list)
    script_count: int = 0
    canonical: str = ""
    article_body: str = ""
    authors: tuple[str, ...] = ()


def read_head(page: LexborHTMLParser) -> Head:
    """Read title, metas, links and scripts; none of it is text of the page."""
    head = Head()
    title = page.css_first("title")
    head.title = fold(title.text()) if title is not None else ""
    root = page.root
    head.lang = _lang(root.attributes) if root is not None else ""
    _read_metas(page, head)
    _read_scripts(page, head)
    for link in page.css("link[rel=canonical]")[:1]:
        head.canonical = (link.attributes.get("href") or "").strip()
    _read_facts(head)
    head.authors += tuple([head.metas[key] for key in _AUTHORS if _is_name(head.metas.get(key, ""))])
    head.lang = head.lang or head.metas.get("content-language", "") or head.metas.get("og:locale", "").replace("_", "-")
    head.published = _first_day(head.facts.get("datePublished", ""), *(head.metas.get(key, "") for key in _PUBLISHED))
    if head.published is None and (time := page.css_first("time[datetime]")) is not None:
        head.published = find_day(time.attributes.get("datetime") or "")
    head.published = head.published or _day_of_address(head.canonical or head.metas.get("og:url", ""))
    head.modified = _first_day(head.facts.get("dateModified", ""), *(head.metas.get(key, "") for key in _MODIFIED))
    return head


def _day_of_address(url: str) -> date | None:
    """Read the day in the page's own address ("/2024/03/12/"), which systems put there when the page is published."""
    found = _DATED_PATH.search(url)
    return find_day(f"{found[1]}-{found[2]}-{found[3]}") if found else None


def _lang(attributes: dict[str, str | None]) -> str:
    value = (attributes.get("lang") or attributes.get("xml:lang") or "").strip()
    return value if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", value) else ""


def _read_metas(page: LexborHTMLParser, head: Head) -> None:
    for meta in page.css("meta[content]"):
        attributes = meta.attributes
        key = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv") or attributes.get("itemprop")
        if key:
            head.metas.setdefault(key.strip().lower(), (attributes.get("content") or "").strip()[:1000])


def _read_scripts(page: LexborHTMLParser, head: Head) -> None:
    for script in page.css("script, iframe")[:_SCRIPTS_MAX]:
        attributes = script.attributes
        if script.tag == "script":
            head.script_count += 1
        if source := attributes.get("src"):
            head.script_sources.append(source)
        elif "ld+json" in (attributes.get("type") or ""):
            head.json_ld.append(script.text()[:_JSON_LD_CHARS_MAX])


def _read_facts(head: Head) -> None:
    for text in head.json_ld:
        for thing in _things(text):
            for key in _FACT_KEYS:
                value = thing.get(key)
                if isinstance(value, str | bool | int | float) and key not in head.facts:
                    head.facts[key] = str(value)[:500]
            if isinstance(body := thing.get("articleBody"), str):
                head.facts.setdefault("articleBodyChars", str(len(body)))
                head.article_body = head.article_body or body
            head.authors += tuple(_names(thing.get("author")))
    for key in ("og:title", "og:type", "og:site_name", "og:locale", "description"):
        if value := head.metas.get(key):
            head.facts.setdefault(key, value[:500])


def _names(author: object) -> Iterator[str]:
    """Names of people, given as text, as an object or as a list of these."""
    for one in (author if isinstance(author, list) else [author])[:_AUTHORS_MAX]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and _is_name(name):
            yield fold(name)


def _is_name(text: str) -> bool:
    """Two words or more, as long as names are, and no address."""
    return len(text) <= _NAME_CHARS_MAX and 2 <= len(text.split()) <= _NAME_WORDS_MAX and "/" not in text


def _things(text: str) -> Iterator[dict[str, object]]:
    """Yield the objects of a JSON-LD script that describe an article or page; broken JSON yields none."""
    try:
        queue: list[object] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_JSON_LD_NODES_MAX):
        if not queue:
            return
        thing = queue.pop(0)
        if isinstance(thing, list):
            queue.extend(thing[:50])
        elif isinstance(thing, dict):
            kinds = thing.get("@type", "")
            if any(_ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield thing
            queue.extend(thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(thing.get(key), dict | list))


def _first_day(*texts: str) -> date | None:
    return next((day for text in texts if text and (day := find_day(text))), None)
