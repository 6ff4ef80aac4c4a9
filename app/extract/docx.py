"""DOCX: paragraphs, headings, lists and tables of the main part, by the zip and XML readers of the standard library."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element, ParseError

import defusedxml
from defusedxml.ElementTree import fromstring

from app.extract.assemble import About, Draft, assemble, fold
from app.extract.document import BlockType, Document
from app.extract.grid import RawCell, lay_out
from app.extract.limits import SPAN_MAX, UNZIPPED_BYTES_MAX
from app.extract.sniffing import DOCX

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|überschrift|berschrift|titre|titolo|título|titulo|kop|rubrik)\s?(\d)", re.IGNORECASE)


def read_docx(body: bytes, media_type: str = DOCX) -> Document:
    """Read the main text; broken and oversized files are unreadable."""
    about = About()
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            main = fromstring(_member(package, "word/document.xml"), forbid_dtd=True)
            _read_properties(package, about)
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ParseError,
        defusedxml.DefusedXmlException,
        ValueError,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ):
        about.unreadable = "broken"
        return assemble(media_type, (), about)
    except OverflowError:
        about.unreadable = "too_large"
        return assemble(media_type, (), about)
    parts = main.find(f"{_W}body")
    drafts = [draft for element in (parts if parts is not None else ()) for draft in _block(element)]
    about.title = about.title or next((draft.text for draft in drafts if draft.type is BlockType.HEADING), "")
    return assemble(media_type, drafts, about)


def _member(package: zipfile.ZipFile, name: str) -> bytes:
    """Read one member up to the cap; the sizes that the archive states are not believed."""
    with package.open(name) as member:
        data = member.read(UNZIPPED_BYTES_MAX + 1)
    if len(data) > UNZIPPED_BYTES_MAX:
        raise OverflowError(name)
    return data


def _read_properties(package: zipfile.ZipFile, about: About) -> None:
    if "docProps/core.xml" not in package.namelist():
        return
    for element in fromstring(_member(package, "docProps/core.xml"), forbid_dtd=True):
        name, value = element.tag.rpartition("}")[2], fold(element.text or "")
        if name == "title":
            about.title = value
        elif name == "language":
            about.lang = value
        elif name in ("created", "modified") and re.fullmatch(r"\d{4}-\d\d-\d\d.*", value):
            day = date.fromisoformat(value[:10])
            about.published = day if name == "created" else about.published
            about.modified = day if name == "modified" else about.modified


def _block(element: Element) -> Iterator[Draft]:
    if element.tag == f"{_W}p":
        text = _text(element)
        if text:
            level = _level(element)
            listed = element.find(f"{_W}pPr/{_W}numPr") is not None
            yield Draft(BlockType.HEADING if level else BlockType.LIST_ITEM if listed else BlockType.PARAGRAPH, text, level=level)
    elif element.tag == f"{_W}tbl":
        grid = lay_out([[_cell(cell) for cell in row.iterfind(f"{_W}tc")] for row in element.iterfind(f"{_W}tr")])
        yield Draft(BlockType.TABLE, grid.text, cells=grid.cells)
    elif element.tag == f"{_W}sdt":
        for inner in element.iterfind(f"{_W}sdtContent/*"):
            if inner.tag != f"{_W}sdt":
                yield from _block(inner)


def _level(paragraph: Element) -> int:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    found = _HEADING.search(name)
    if found:
        return max(1, min(int(found[1]), 6))
    return 1 if name.lower() in ("title", "titel", "titre") else 0


def _text(element: Element) -> str:
    parts: list[str] = []
    for node in element.iter():
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
    return fold("".join(parts))


def _cell(cell: Element) -> RawCell:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    value = span.get(f"{_W}val", "1") if span is not None else "1"
    text = fold(" ".join([_text(paragraph) for paragraph in cell.iter(f"{_W}p")]))
    return RawCell(text, column_span=max(1, min(int(value), SPAN_MAX)) if value.isdigit() else 1)
