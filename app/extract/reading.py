"""The front of the room: one reader a media type."""

from collections.abc import Callable

from app.extract.assemble import About, assemble
from app.extract.book import read_book
from app.extract.charset import decode
from app.extract.delimited import read_delimited
from app.extract.document import Document
from app.extract.docx import read_docx
from app.extract.html import read_html, read_html_page
from app.extract.json_values import read_json
from app.extract.markdown import read_markdown
from app.extract.pdf import read_pdf
from app.extract.sniffing import ATOM, CSV, DOCX, HTML, JSON, MARKDOWN, ODS, PDF, PLAIN, RSS, TSV, XLS, XLSX, XML, sniff
from app.extract.text import read_text
from app.extract.xml import read_xml
from app.sources.page_facts import PageFacts

_TEXT_READERS: dict[str, Callable[[str, str], Document]] = {
    PLAIN: read_text,
    MARKDOWN: read_markdown,
    CSV: read_delimited,
    TSV: read_delimited,
    JSON: read_json,
    XML: read_xml,
    RSS: read_xml,
    ATOM: read_xml,
}
_BYTE_READERS: dict[str, Callable[[bytes, str], Document]] = {
    PDF: read_pdf,
    XLSX: read_book,
    XLS: read_book,
    ODS: read_book,
    DOCX: read_docx,
}


def read(body: bytes, media_type: str = "", *, url: str = "", charset: str = "") -> Document:
    """Read a source's bytes; never raises, `Document.unreadable` says why there is no text.

    `media_type` and `charset` are what the server declared; the bytes win when they show otherwise. `url` only tells
    kinds of plain text apart.
    """
    kind = sniff(body, media_type, url)
    if kind == HTML and not body.isspace():
        return read_html(decode(body, charset)[0])
    return _read_other(body, kind, charset)


def read_page(body: bytes, media_type: str = "", *, url: str = "", charset: str = "") -> tuple[Document, PageFacts | None]:
    """Read a body once for both; the facts are None when it is not HTML."""
    kind = sniff(body, media_type, url)
    if kind == HTML and not body.isspace():
        return read_html_page(decode(body, charset)[0])
    return _read_other(body, kind, charset), None


def page_facts(body: bytes, charset: str = "") -> PageFacts:
    """Return what an HTML body says of itself, for the outcome of a visit."""
    return read_html_page(decode(body, charset)[0])[1]


def _read_other(body: bytes, kind: str, charset: str) -> Document:
    if not body.strip():
        return assemble(kind, (), About(unreadable="empty"))
    if kind in _BYTE_READERS:
        return _BYTE_READERS[kind](body, kind)
    reader = _TEXT_READERS.get(kind) or (read_text if kind.startswith("text/") else None)
    if reader is not None:
        return reader(decode(body, charset)[0], kind)
    return assemble(kind, (), About(unreadable="not_text"))
