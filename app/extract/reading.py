"""The front of the room: one reader a media type."""

from collections.abc import Callable

from app.extract.assemble import About, assemble
from app.extract.charset import decode
from app.extract.document import Document
from app.extract.html import read_html
from app.extract.sniffing import HTML, PLAIN, sniff
from app.extract.text import read_text
from app.sources.page_facts import PageFacts

TextReader = Callable[[str, str], Document]
_TEXT_READERS: dict[str, TextReader] = {PLAIN: read_text}


def read(body: bytes, media_type: str = "", *, url: str = "", charset: str = "") -> Document:
    """Read a source's bytes; never raises, `Document.unreadable` says why there is no text.

    `media_type` and `charset` are what the server declared; the bytes win when they show otherwise. `url` only tells
    kinds of plain text apart.
    """
    return read_page(body, media_type, url=url, charset=charset)[0]


def read_page(body: bytes, media_type: str = "", *, url: str = "", charset: str = "") -> tuple[Document, PageFacts | None]:
    """Read a body once for both; the facts are None when it is not HTML."""
    kind = sniff(body, media_type, url)
    if not body.strip():
        return assemble(kind, (), About(unreadable="empty")), None
    if kind == HTML:
        return read_html(decode(body, charset)[0])
    reader = _TEXT_READERS.get(kind) or (read_text if kind.startswith("text/") else None)
    if reader is not None:
        return reader(decode(body, charset)[0], kind), None
    return assemble(kind, (), About(unreadable="not_text")), None


def page_facts(body: bytes, charset: str = "") -> PageFacts:
    """Return what an HTML body says of itself, for the outcome of a visit."""
    return read_html(decode(body, charset)[0])[1]
