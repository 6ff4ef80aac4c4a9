"""PDF -> document: lines into paragraphs, headings, captions and tables; running heads and feet set aside."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Any

from app.extract.assemble import About, Draft, assemble, fold
from app.extract.document import BlockType, Document, Zone
from app.extract.native import ask
from app.extract.pdf_page import Line, Segment, in_reading_order, lines_of, read_segments
from app.extract.pdf_table import find_tables, read_table
from app.extract.sniffing import PDF

# Running heads stand in the margins, less than an inch from the edge, and come back, digits aside, on two pages of five.
_EDGE = 0.09
_RUNNING_SHARE = 0.4
_EDGE_LINES = 3
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.|página|pagina|strona)?\s*[–—-]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[–—-]?(?:\s*(?:of|/|von|de|sur|di|van|z)\s*\d{1,4})?",
    re.IGNORECASE,
)

_CAPTION = re.compile(
    r"(?:figure|fig\.|table|tab\.|chart|box|abbildung|abb\.|tabelle|tableau|graphique|cuadro|tabla|gráfico|tabella|grafico|figura|quadro|tabel|figuur)\s*[A-Z]?\d{1,3}",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[•‣▪●○■◦·–—*-]|\(?[a-z0-9]{1,3}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?:;…。！？][\"'”’»)\]\d]*$")
# A heading is larger than the body text by a tenth, and short.
_HEADING_SIZE = 1.1
_HEADING_CHARS_MAX = 200
_PARAGRAPH_GAP = 1.4
# Room for the next word and half of it again, since letters differ in width.
_FIT = 1.5
_HYPHENS = ("\u00ad", "\x02", "\ufffe")
# Dots that lead to a page number; where titles are long there is no room for them.
_LEADERS = re.compile(r"(?:\.\s?){5,}\s?(?:\d{1,4}|[ivxlc]{1,6})(?!\w)|(?:\.\s?){8,}")
_RUNNING_CHARS_MAX = 60
_PDF_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_TEXT_LAYER_CHARS_MIN = 3


@dataclass(slots=True)
class _Page:
    number: int
    height: float
    segments: list[Segment]
    edges: list[Line]
    lines: list[Line]


def read_pdf(body: bytes, media_type: str = PDF) -> Document:
    """Read the text layer; scans without one are `no_text_layer`."""
    answer = ask(b"pdf ", body)
    about = About(title=fold(str(answer.get("title", ""))), unreadable=answer.get("unreadable", ""), notes=list(answer.get("notes", [])))
    about.published, about.modified = _day(answer.get("created", "")), _day(answer.get("modified", ""))
    pages = _pages(answer.get("pages", []))
    if not about.unreadable and sum(len(piece.text) for page in pages for piece in page.segments) < _TEXT_LAYER_CHARS_MIN:
        about.unreadable = "no_text_layer"
    body_height = _body_height(pages)
    drafts = _joined([draft for page in pages for draft in _page_drafts(page, body_height)])
    _set_contents_aside(drafts)
    about.title = about.title or next((draft.text for draft in drafts if draft.type is BlockType.HEADING), "")
    return assemble(media_type, drafts, about)


def _set_contents_aside(drafts: list[Draft]) -> None:
    """Tables of contents are frame: dots lead to page numbers there, which count nothing; so are their next pages without dots."""
    before = False
    for draft in drafts:
        if draft.type is BlockType.TABLE:
            before = draft.zone is not Zone.MAIN or (before and _counts_up(draft))
            draft.zone = Zone.BOILERPLATE if before else draft.zone
        elif draft.type is BlockType.PARAGRAPH and _LEADERS.search(draft.text):
            draft.zone, before = Zone.BOILERPLATE, True
        else:
            before = before and len(draft.text) <= _RUNNING_CHARS_MAX


def _counts_up(table: Draft) -> bool:
    """Say whether the last column holds nothing but rising whole numbers."""
    last = max((cell.column for cell in table.cells), default=0)
    numbers = [cell.text for cell in table.cells if cell.column == last and cell.text]
    return all(map(str.isdecimal, numbers)) and [int(text) for text in numbers] == sorted([int(text) for text in numbers])


def _day(text: str) -> date | None:
    found = _PDF_DAY.match(str(text))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _pages(raw: list[dict[str, Any]]) -> list[_Page]:
    pages = [_Page(number, page["height"], read_segments(page["words"]), [], []) for number, page in enumerate(raw, 1)]
    outer = [_edge_lines(page) for page in pages]
    seen = Counter(key for lines in outer for key in {_running_key(line) for line in lines})
    offsets = Counter(offset for page, lines in zip(pages, outer, strict=True) for offset in {_offset(line, page.number) for line in lines})
    often = max(2.0, len(pages) * _RUNNING_SHARE)
    for page, lines in zip(pages, outer, strict=True):
        for line in lines:
            offset = _offset(line, page.number)
            numbered = offset is not None and offsets[offset] >= often
            if numbered or _PAGE_NUMBER.fullmatch(_text(line)) or (len(pages) > 1 and seen[_running_key(line)] >= often):
                page.edges.append(line)
                page.segments = [segment for segment in page.segments if segment not in line]
        page.lines = in_reading_order(page.segments)
    return pages


def _edge_lines(page: _Page) -> list[Line]:
    """Take the lines nearest to the upper and lower edge."""
    inner = (page.height * _EDGE, page.height * (1 - _EDGE))
    outer = lines_of([segment for segment in page.segments if not inner[0] < segment.bottom < inner[1]])
    upper = [line for line in outer if line[0].bottom >= inner[1]]
    lower = [line for line in outer if line[0].bottom <= inner[0]]
    return upper[:_EDGE_LINES] + lower[-_EDGE_LINES:]


def _running_key(line: Line) -> str:
    return re.sub(r"\d+", "#", _text(line))


def _offset(line: Line, page: int) -> int | None:
    """The printed page number at either end of a line, less the page's place; the same on most pages if it is one."""
    text = _text(line)
    found = re.match(r"\d{1,4}(?=\s|$)", text) or re.search(r"(?<=\s)\d{1,4}$", text)
    return int(found[0]) - page if found else None


def _text(line: Line) -> str:
    return fold(" ".join([piece.text for piece in line]))


def _body_height(pages: list[_Page]) -> float:
    """The line height that most characters have."""
    heights: Counter[float] = Counter()
    for page in pages:
        for piece in page.segments:
            heights[round(piece.height)] += len(piece.text)
    return heights.most_common(1)[0][0] if heights else 10.0


def _page_drafts(page: _Page, body: float) -> Iterator[Draft]:
    at = 0
    lines = page.lines
    tables = find_tables(lines)
    while at < len(lines):
        end = tables.get(at)
        if end is not None:
            table = read_table(lines[at:end], _caption_above(lines, at), page.number)
            if any(_LEADERS.search(_text(line)) for line in lines[at:end]) and _counts_up(table):
                table.zone = Zone.BOILERPLATE
            yield table
            at = end
            continue
        stop = min((start for start in tables if start > at), default=len(lines))
        yield from _paragraphs(lines[at:stop], body, page.number)
        at = stop
    for line in page.edges:
        yield Draft(BlockType.PARAGRAPH, _text(line), Zone.BOILERPLATE, page=page.number)


def _caption_above(lines: list[Line], at: int) -> str:
    above = [_text(line) for line in lines[max(0, at - 3) : at]]
    captions = [text for text in above if _CAPTION.match(text)]
    return captions[-1] if captions else above[-1] if above and len(above[-1]) < _HEADING_CHARS_MAX else ""


def _paragraphs(lines: list[Line], body: float, page: int) -> Iterator[Draft]:
    """Join lines until a gap, another size, a bullet, an indent or a short last line ends the paragraph."""
    right = max((line[-1].right for line in lines), default=0.0)
    left = min((line[0].left for line in lines), default=0.0)
    leading = _leading(lines)
    current: list[Line] = []
    for line in lines:
        if current and _breaks(current, line, leading, (left, right)):
            yield _paragraph(current, body, page)
            current = []
        current.append(line)
    if current:
        yield _paragraph(current, body, page)


def _leading(lines: list[Line]) -> float:
    steps = [before[0].bottom - after[0].bottom for before, after in pairwise(lines)]
    positive = [step for step in steps if 0 < step < 60]
    return median(positive) if positive else 14.0


def _breaks(current: list[Line], line: Line, leading: float, edges: tuple[float, float]) -> bool:
    before, here = _longest(current[-1]), _longest(line)
    step = before.bottom - here.bottom
    if step < -here.height or step > leading * _PARAGRAPH_GAP or not 0.9 < here.height / before.height < 1.1:
        return step > 0 or (step < -here.height and _ended(current))
    if _BULLET.match(f"{line[0].text} "):
        return True
    left, right = edges
    indented = line[0].left > current[-1][0].left + here.height * 0.7 and len(current) > 1
    short = current[-1][-1].right < right - (right - left) * 0.15
    if _ended(current):
        return bool(indented or short)
    return _would_have_fitted(current[-1][-1], line[0], right) and not line[0].text[:1].islower()


def _longest(line: Line) -> Segment:
    """The piece that tells a line's height and place; bullets and raised signs before it have their own."""
    return max(line, key=lambda piece: piece.right - piece.left)


def _would_have_fitted(last: Segment, following: Segment, right: float) -> bool:
    """Say whether the next line's first word had room on this one: then the author broke the line."""
    word = following.text.partition(" ")[0]
    width = (following.right - following.left) * (len(word) + 1) / max(len(following.text), 1)
    return last.right + width * _FIT < right


def _ended(current: list[Line]) -> bool:
    return bool(_SENTENCE_END.search(current[-1][-1].text))


def _paragraph(lines: list[Line], body: float, page: int) -> Draft:
    text = _join([_text(line) for line in lines])
    height = median(piece.height for line in lines for piece in line)
    if height >= body * _HEADING_SIZE and len(text) <= _HEADING_CHARS_MAX:
        return Draft(BlockType.HEADING, text, level=1 if height >= body * 1.6 else 2 if height >= body * 1.3 else 3, page=page)
    if _CAPTION.match(text):
        return Draft(BlockType.CAPTION, text, page=page)
    if _BULLET.match(text):
        return Draft(BlockType.LIST_ITEM, text, page=page)
    small = height <= body * 0.88 and re.match(r"\[?\d{1,2}\]?\s", text)
    return Draft(BlockType.FOOTNOTE if small else BlockType.PARAGRAPH, text, page=page)


def _join(lines: list[str]) -> str:
    """Join lines; a hyphen at a line's end before a small letter was put there by the typesetter."""
    text = ""
    for line in lines:
        if text.endswith(_HYPHENS) or (text.endswith("-") and len(text) > 1 and text[-2].isalpha() and line[:1].islower()):
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return re.sub("[\x02\u00ad\ufffe]", "", text)


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Join a paragraph that runs on over a column or page."""
    done: list[Draft] = []
    last: Draft | None = None
    for draft in drafts:
        if draft.zone is Zone.MAIN and draft.type is BlockType.PARAGRAPH and last is not None and _runs_on(last, draft):
            last.text = _join([last.text, draft.text])
            continue
        done.append(draft)
        if draft.zone is Zone.MAIN:
            last = draft if draft.type is BlockType.PARAGRAPH else None
    return done


def _runs_on(last: Draft, draft: Draft) -> bool:
    return not _SENTENCE_END.search(last.text) and draft.text[:1].islower() and draft.page - last.page <= 1 and len(last.text) > 40
