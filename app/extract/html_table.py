"""HTML tables: data told from layout, rows of raw cells out of the tree."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from app.extract.assemble import fold
from app.extract.grid import Grid, RawCell, lay_out, unit_note
from app.extract.html_marks import is_hidden
from app.extract.limits import SPAN_MAX, TABLE_CELLS_MAX, TABLE_ROWS_MAX

_DATA_CLASS = re.compile(r"wikitable|data|stat|infobox|sortable|table-(?:bordered|striped)", re.IGNORECASE)
# What a cell of a layout holds and a cell of a data table does not.
_LAYOUT_TAGS = frozenset({"h1", "h2", "h3", "form", "article", "nav", "ul", "ol", "iframe", "section"})
# Longer than any cell of a data table that was seen; prose in a cell means layout.
_CELL_CHARS_MAX = 700
# Tables with at least this many rows and columns, of cells this short on average, are data whatever tags are in them.
_SQUARED_WIDTH_MIN = 3
_SQUARED_CHARS_MAX = 40
_SQUARED_ROWS_LOOKED_AT = 40
GRID_ROLES = frozenset({"table", "grid", "treegrid"})
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class HtmlTable:
    grid: Grid
    caption: str
    note: str
    links: int


def read_table(node: LexborNode, read_cell: Callable[[LexborNode], tuple[str, int]]) -> HtmlTable | None:
    """Return the table, or None when it only lays the page out; `read_cell` gives a cell's text and its link characters."""
    attributes = node.attributes
    if attributes.get("role") in ("presentation", "none"):
        return None
    grid = attributes.get("role") in GRID_ROLES
    rows, heads, caption_node = _roles(node) if grid and node.tag != "table" else _rows(node)
    width = max(map(len, rows), default=0)
    if width < 2:
        return None
    named = bool(_DATA_CLASS.search(attributes.get("class") or ""))
    declared = named or grid or caption_node is not None or heads > 0 or any(cell.tag == "th" for row in rows[:3] for cell in row)
    if (len(rows) < 2 and not declared) or _lays_out(rows, named=named, declared=declared):
        return None
    links, longest = 0, 0
    raw_rows: list[list[RawCell]] = []
    for row in rows:
        raw: list[RawCell] = []
        for cell in row:
            text, linked = _simple_text(cell) or read_cell(cell)
            longest = max(longest, len(text))
            links += linked
            raw.append(_raw_cell(cell, text))
        raw_rows.append(raw)
    if longest > _CELL_CHARS_MAX and not (declared and len(rows) > 2):
        return None
    caption = read_cell(caption_node)[0] if caption_node is not None else ""
    corner = raw_rows[0][0].text if raw_rows[0] else ""
    return HtmlTable(lay_out(raw_rows, heads), caption, unit_note(caption, corner), links)


def _lays_out(rows: list[list[LexborNode]], *, named: bool, declared: bool) -> bool:
    """Say whether cells hold tables, or parts of a page in a table that does not call itself data."""
    if named:
        return False
    declared = declared or _is_squared(rows)
    for row in rows:
        for cell in row:
            child = cell.first_child
            if child is None or (child.next is None and child.tag == "-text"):
                continue
            paragraphs = 0
            for inside in cell.traverse(include_text=False):
                tag = inside.tag
                paragraphs += tag == "p"
                if tag == "table" or (not declared and (tag in _LAYOUT_TAGS or paragraphs > 1)):
                    return True
    return False


def _is_squared(rows: list[list[LexborNode]]) -> bool:
    """Say whether rows and columns are so many, and cells so short, that paragraphs in them lay nothing out."""
    width = max(map(len, rows))
    cells = [cell for row in rows[:_SQUARED_ROWS_LOOKED_AT] for cell in row]
    if width < _SQUARED_WIDTH_MIN or len(rows) < _SQUARED_WIDTH_MIN or len(cells) * 2 < width * min(len(rows), _SQUARED_ROWS_LOOKED_AT):
        return False
    return sum([len(fold(cell.text(deep=True, separator=" "))) for cell in cells]) <= _SQUARED_CHARS_MAX * len(cells)


def _roles(grid: LexborNode) -> tuple[list[list[LexborNode]], int, LexborNode | None]:
    """Rows and cells of a table made of other elements, by the roles that ARIA gives them."""
    rows = [row.css("[role=cell], [role=gridcell], [role=columnheader], [role=rowheader]") for row in grid.css("[role=row]")]
    return [row for row in rows[:TABLE_ROWS_MAX] if row], 0, grid.css_first("[role=caption]")


def _rows(table: LexborNode) -> tuple[list[list[LexborNode]], int, LexborNode | None]:
    """Collect the rows; return them with the number of leading rows in thead and the caption's node."""
    rows: list[list[LexborNode]] = []
    heads = 0
    caption = None
    budget = TABLE_CELLS_MAX
    part = table.first_child
    while part is not None:
        tag = part.tag
        if tag == "caption":
            caption = part
        elif tag in ("thead", "tbody", "tfoot"):
            row = part.first_child
            while row is not None and budget > 0:
                if row.tag == "tr" and not is_hidden(row.attributes):
                    rows.append(_cells(row))
                    budget -= len(rows[-1])
                row = row.next
            if tag == "thead" and heads == 0:
                heads = len(rows)
        part = part.next
    return rows, heads, caption


def _cells(row: LexborNode) -> list[LexborNode]:
    cells: list[LexborNode] = []
    cell = row.first_child
    while cell is not None:
        if cell.tag in ("td", "th"):
            cells.append(cell)
        cell = cell.next
    return cells


def _simple_text(cell: LexborNode) -> tuple[str, int] | None:
    """Read a cell that holds nothing but one run of text, perhaps in one link or one emphasis; most cells do."""
    child = cell.first_child
    if child is None:
        return "", 0
    if child.next is not None:
        return None
    tag = child.tag
    if tag == "-text":
        return fold(child.text_content or ""), 0
    inner = child.first_child if tag in ("a", "b", "strong", "p", "em") else None
    if inner is not None and inner.next is None and inner.tag == "-text":
        text = fold(inner.text_content or "")
        return text, len(text) if tag == "a" else 0
    return None


def _raw_cell(cell: LexborNode, text: str) -> RawCell:
    attributes = cell.attributes
    header = cell.tag == "th"
    if not attributes:
        return RawCell(text, header)
    if is_hidden(attributes):
        text = ""
    return RawCell(
        text,
        header or attributes.get("role") in ("columnheader", "rowheader"),
        _span(attributes.get("colspan")),
        _span(attributes.get("rowspan")),
        attributes.get("scope") in ("row", "rowgroup") or attributes.get("role") == "rowheader",
    )


def _span(value: str | None) -> int:
    found = _NUMBER.match(value.strip()[:6]) if value else None
    return max(1, min(int(found[0]), SPAN_MAX)) if found else 1
