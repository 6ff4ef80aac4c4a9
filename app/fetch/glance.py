"""A look at a page's bytes that tells most living articles from everything that wants a full reading, at a hundredth of its cost.

It answers only one question: is this surely a long text under an innocent title, with none of the marks by which walls,
missing pages and moved ones are known? In any doubt the answer is None and the page is parsed and classified.
"""

import re
from typing import NamedTuple

from app.sources import CanonicalUrl, is_innocent

# Prose that no wall, notice, parking page or frame has: ten paragraphs. Consent walls reach 2,000 characters of legal text.
_PROSE_BYTES_MIN = 4_000
# A run of text between two tags counts as prose from this length on, with a blank in every 12 bytes and no brace: scripts and data differ.
_RUN = re.compile(rb">[^<]{150,}")
_BYTES_PER_BLANK_MAX = 12
# A window with a tag in every 80 bytes at most is two thirds text at the least; menus have one in every 20.
_WINDOW_BYTES = 8_192
_BYTES_PER_TAG_MIN = 80
# Blanks are so many that counting them all costs more than all else; this part of the window stands for it.
_SAMPLE = slice(2_048, 4_096)
_HEAD_BYTES_MAX = 65_536
_SCANNED_BYTES_MAX = 4_194_304
_TITLE = re.compile(rb"<title[^>]{0,100}>([^<]{1,500})</title", re.IGNORECASE)
_HEADING = re.compile(rb"<h1[^>]{0,500}>([^<]{0,500})<", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_META_BYTES = 2_048
_ASCII_COMPATIBLE = ("utf-8", "utf8", "us-ascii", "ascii", "iso-8859-", "latin1", "windows-125", "cp125")
# In the head: a refresh, a word to robots, a text that is withheld.
_MARKS = (b"refresh", b"noindex", b"paywall", b"accessibleforfree")


class Glance(NamedTuple):
    """What was seen of a plainly fine page."""

    title: str
    charset: str


def glance(body: bytes, header_charset: str, url: CanonicalUrl) -> Glance | None:
    """The title, if the page is plainly a fine one; None when only a full reading can tell."""
    end = _head_end(body)
    if end < 0 or len(body) > _SCANNED_BYTES_MAX or not _has_prose(body, end):
        return None
    head = body[:end]
    if not _innocent_head(head, url):
        return None
    charset = _charset(body, header_charset or _META_CHARSET.findall(head[:_META_BYTES])[:1])
    return _innocent_titles(head, body, end, charset) if charset else None


def _head_end(body: bytes) -> int:
    """Where the head ends: at its closing tag, or at the body's opening one in pages that write neither; -1 when it cannot be told."""
    for mark in (b"</head", b"<body", b"</HEAD", b"<BODY"):
        if (at := body.find(mark, 0, _HEAD_BYTES_MAX)) >= 0:
            return at
    return -1


def _charset(body: bytes, declared: str | list[bytes]) -> str:
    """utf-8, if the page is that by its word or, without a word, by its bytes; a declared other one only for pure ASCII; else ""."""
    name = (declared if isinstance(declared, str) else declared[0].decode("ascii", "replace") if declared else "").lower()
    if body.isascii() and (not name or name.startswith(_ASCII_COMPATIBLE)):
        return name or "utf-8"
    if name not in ("", "utf-8", "utf8"):
        return ""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _has_prose(body: bytes, start: int) -> bool:
    return _is_mostly_prose(body[start : start + _WINDOW_BYTES]) or _has_runs(body, start)


def _is_mostly_prose(window: bytes) -> bool:
    """Few tags, no braces, blanks as in running text: four counts instead of a search."""
    size, sample = len(window), window[_SAMPLE]
    return (
        size >= _PROSE_BYTES_MIN * 3 // 2
        and window.count(b"<") * _BYTES_PER_TAG_MIN < size
        and sample.count(b" ") * _BYTES_PER_BLANK_MAX > len(sample)
        and b"{" not in window
    )


def _has_runs(body: bytes, start: int) -> bool:
    found = 0
    for run in _RUN.finditer(body, start):
        text = run[0]
        if b"{" not in text and text.count(b" ") * _BYTES_PER_BLANK_MAX > len(text):
            found += len(text)
            if found >= _PROSE_BYTES_MIN:
                return True
    return False


def _innocent_head(head: bytes, url: CanonicalUrl) -> bool:
    lowered = head.lower()
    for mark in _MARKS:
        if mark in lowered:
            return False
    places = _places(lowered, (b"canonical", b"og:url"))
    if not places:
        return True
    own = url.url.partition("://")[2].partition("?")[0].encode("ascii", "replace").lower()
    return all(own in lowered[at : at + 500] for at in places)


def _places(text: bytes, words: tuple[bytes, ...]) -> list[int]:
    """Where the tag that holds each word begins, for the first of each."""
    return [max(0, text.rfind(b"<", 0, at)) for word in words if (at := text.find(word)) >= 0]


def _innocent_titles(head: bytes, body: bytes, end: int, charset: str) -> Glance | None:
    title, heading = _TITLE.search(head), _HEADING.search(body, end)
    named, headed = _folded(title[1]) if title else "", _folded(heading[1]) if heading else ""
    if not (named or headed) or not is_innocent(named) or (headed != named and not is_innocent(headed)):
        return None
    return Glance(named, charset)


def _folded(raw: bytes) -> str:
    text = raw.decode("utf-8", "replace")
    if "&" in text:
        import html  # noqa: PLC0415  its table of names is long, and most titles need none

        text = html.unescape(text)
    return " ".join(text.split())
