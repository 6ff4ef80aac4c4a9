"""Rows of raw cells -> cells with header paths: the same for HTML, spreadsheets, CSV and Markdown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.extract.document import Cell
from app.extract.limits import SPAN_MAX, TABLE_CELLS_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX

_NUMERIC = re.compile(
    r"[\s(≈~<>≤≥+±\-−–—]*(?:[$€£¥₹₽₩%]|[A-Z]{0,3}\$|[A-Z]{3}\s)?\s*[+\-−–]?\d[\d.,'’\s\u00a0\u202f/:]*(?:\s?(?:%|‰|[a-zµ°²³]{1,4}|bn|mn|million|billion))?[\s)*†‡]*(?:\[\w{1,4}\])*",
    re.IGNORECASE,
)
# The longest values are ranges with a unit.
_VALUE_CHARS_MAX = 60
_YEAR = re.compile(
    r"(?:FY\s?)?(?:1[5-9]|20|21)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?(?:\s?[A-Za-z*]|\[\w{1,3}\])?|Q[1-4](?:\s\d{4})?", re.IGNORECASE
)
_NO_VALUE = frozenset(
    {"", ".", "..", "...", "…", "-", "–", "—", "−", "n/a", "na", "n.a.", "nan", "null", "none", ":", "x", "c", "k.a.", "s.o.", "nd", "n.d."}
)


@dataclass(slots=True)
class RawCell:
    text: str
    header: bool = False
    column_span: int = 1
    row_span: int = 1
    row_scope: bool = False


@dataclass(slots=True)
class Grid:
    """A table laid out: `cells` in reading order, `text` with a tab between cells and a newline between rows."""

    text: str = ""
    cells: tuple[Cell, ...] = ()
    rows: int = 0
    columns: int = 0


@dataclass(slots=True)
class _Place:
    raw: RawCell
    row: int
    column: int
    width: int


@dataclass(slots=True)
class _Layout:
    """Which place covers each spot, spans expanded."""

    spots: list[dict[int, _Place]] = field(default_factory=list)
    places: list[list[_Place]] = field(default_factory=list)
    width: int = 0


def is_numeric(text: str) -> bool:
    """Say whether a cell holds a value rather than a label; a bare year is a label as often as a value."""
    return len(text) <= _VALUE_CHARS_MAX and bool(_NUMERIC.fullmatch(text))


def lay_out(rows: Sequence[Sequence[RawCell]], header_rows: int = 0) -> Grid:
    """Expand spans, find header rows and columns and give each cell its header paths.

    `header_rows` is the number of leading rows the format itself calls headers (thead); 0 lets the cells tell.
    """
    layout = _expand(rows[:TABLE_ROWS_MAX])
    if not layout.width:
        return Grid()
    heads = header_rows or _header_rows(layout)
    heads = min(heads, len(layout.places))
    stub = _stub_columns(layout, heads)
    cells: list[Cell] = []
    lines: list[str] = []
    offset = 0
    title = ""
    for number, places in enumerate(layout.places):
        if number >= heads and (spanning := _spanning_title(layout, number, heads)):
            title = spanning
        line: list[str] = []
        for place in places:
            text = place.raw.text
            if not text:
                continue
            cells.append(_cell(layout, place, heads, stub, title, offset))
            line.append(text)
            offset += len(text) + 1
        if line:
            lines.append("\t".join(line))
    return Grid("\n".join(lines), tuple(cells), len(layout.places), layout.width)


def _expand(rows: Sequence[Sequence[RawCell]]) -> _Layout:
    layout = _Layout()
    budget = TABLE_CELLS_MAX
    pending: dict[int, tuple[int, _Place]] = {}
    for number, row in enumerate(rows):
        if budget <= 0:
            break
        spots: dict[int, _Place] = {}
        for column, (left, place) in list(pending.items()):
            spots[column] = place
            if left <= 1:
                del pending[column]
            else:
                pending[column] = (left - 1, place)
        places: list[_Place] = []
        column = 0
        for raw in row:
            while column in spots:
                column += 1
            if column >= TABLE_COLUMNS_MAX:
                break
            width = max(1, min(raw.column_span, SPAN_MAX, TABLE_COLUMNS_MAX - column))
            place = _Place(raw, number, column, width)
            places.append(place)
            for spot in range(column, column + width):
                spots.setdefault(spot, place)
                if raw.row_span > 1:
                    pending[spot] = (min(raw.row_span, SPAN_MAX) - 1, place)
            column += width
            budget -= 1
        layout.spots.append(spots)
        layout.places.append(places)
        layout.width = max(layout.width, max(spots, default=-1) + 1)
    return layout


def _header_rows(layout: _Layout) -> int:
    """Count leading rows made of header cells; without any, the first row when it is all labels over columns with values."""
    count = 0
    for places in layout.places:
        filled = [place for place in places if place.raw.text]
        if not filled or not all(place.raw.header and not place.raw.row_scope for place in filled):
            break
        if len(filled) == 1 and filled[0].width < layout.width and count:
            break
        count += 1
    if count == len(layout.places):
        return 1 if layout.width > 1 and count > 1 else 0
    return count or _guessed_header_rows(layout)


def _guessed_header_rows(layout: _Layout) -> int:
    for number, places in enumerate(layout.places[:4]):
        filled = [place.raw.text for place in places if place.raw.text]
        if len(filled) < 2:
            continue
        labels = all(not is_numeric(text) or _YEAR.fullmatch(text) for text in filled)
        below = [place.raw.text for row in layout.places[number + 1 : number + 6] for place in row if place.column]
        values = sum(is_numeric(text) for text in below)
        if labels and values and values * 2 >= len([text for text in below if text.lower() not in _NO_VALUE]):
            return number + 1
        return 0
    return 0


def _stub_columns(layout: _Layout, heads: int) -> int:
    """Count the leading columns that name their rows."""
    body = layout.spots[heads:]
    if not body or layout.width < 2:
        return 0
    stub = 0
    for column in range(min(layout.width - 1, 4)):
        places = [row[column] for row in body if column in row and row[column].raw.text and row[column].width < layout.width]
        if not places:
            break
        headers = sum(place.raw.header for place in places)
        labels = sum(not is_numeric(place.raw.text) or bool(_YEAR.fullmatch(place.raw.text)) for place in places)
        if headers * 2 > len(places) or (column == 0 and labels * 10 >= len(places) * 7):
            stub = column + 1
        else:
            break
    return stub


def _spanning_title(layout: _Layout, number: int, heads: int) -> str:
    """Return the text of a row that titles the rows below it: one cell over the full width, or one header alone in its row."""
    places = [place for place in layout.places[number] if place.raw.text]
    if len(places) != 1 or layout.width < 2 or len(places[0].raw.text) > 160:
        return ""
    place = places[0]
    alone = place.width >= layout.width or (
        place.column == 0 and len(layout.spots[number]) >= layout.width > 2 and not _row_is_spanned(layout, number)
    )
    return place.raw.text if alone and not is_numeric(place.raw.text) and number + 1 < len(layout.places) and number >= heads else ""


def _row_is_spanned(layout: _Layout, number: int) -> bool:
    return any(place.row < number and place.raw.text for place in layout.spots[number].values())


def _cell(layout: _Layout, place: _Place, heads: int, stub: int, title: str, offset: int) -> Cell:
    text = place.raw.text
    header = place.row < heads or place.column < stub or (place.raw.header and place.width < layout.width) or text == title
    above = _column_path(layout, place, heads) if place.row >= heads else ()
    beside = _row_path(layout, place, stub) if place.row >= heads and place.column >= stub else ()
    if title and text != title and place.row >= heads:
        beside = (title, *beside)
    return Cell(place.row, place.column, text, header, beside, above if place.column >= stub else (), offset, offset + len(text))


def _column_path(layout: _Layout, place: _Place, heads: int) -> tuple[str, ...]:
    path: list[str] = []
    for spots in layout.spots[:heads]:
        head = spots.get(place.column)
        if head is not None and head.raw.text and head.raw.text not in path[-1:]:
            path.append(head.raw.text)
    return tuple(path)


def _row_path(layout: _Layout, place: _Place, stub: int) -> tuple[str, ...]:
    spots = layout.spots[place.row]
    path: list[str] = []
    for column in range(stub):
        head = spots.get(column)
        if head is not None and head.raw.text and head is not place and head.raw.text not in path[-1:]:
            path.append(head.raw.text)
    return tuple(path)
