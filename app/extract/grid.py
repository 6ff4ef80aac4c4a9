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
# Labels stand left of the values; more than four levels were never seen. A rank, a flag or an id may come first.
_STUB_COLUMNS_MAX = 5
_RANK_COLUMNS = 2
# Longer than any title of a group of rows that was seen; beyond it a full-width row is a remark.
_TITLE_CHARS_MAX = 160
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
    heads = min(header_rows or _header_rows(layout), len(layout.places))
    stub = _stub_columns(layout, heads)
    above = [_column_path(layout, column, heads) for column in range(layout.width)]
    cells: list[Cell] = []
    lines: list[str] = []
    offset = 0
    title: tuple[str, ...] = ()
    for number, places in enumerate(layout.places):
        body = number >= heads
        if body and (spanning := _spanning_title(layout, number)):
            title = (spanning,)
        labels = _row_labels(layout, number, stub) if body else []
        line: list[str] = []
        for place in places:
            text = place.raw.text
            if not text:
                continue
            cells.append(_cell(place, body, above, labels, title, offset))
            line.append(text)
            offset += len(text) + 1
        if line:
            lines.append("\t".join(line))
    return Grid("\n".join(lines), tuple(cells), len(layout.places), layout.width)


def _cell(place: _Place, body: bool, above: list[tuple[str, ...]], labels: list[_Place], title: tuple[str, ...], offset: int) -> Cell:  # noqa: FBT001, PLR0913, PLR0917  one call, in the loop over all cells
    text = place.raw.text
    end = offset + len(text)
    if not body:
        return Cell(place.row, place.column, text, header=True, start=offset, end=end)
    if title == (text,):
        return Cell(place.row, place.column, text, header=True, start=offset, end=end)
    beside = [label.raw.text for label in labels if label is not place and (label.column < place.column or place not in labels)]
    header = place in labels or place.raw.header
    return Cell(place.row, place.column, text, header, (*title, *beside), above[place.column], offset, end)


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


# A name and a value a row: "Born | 3 June 1971" heads no column.
_LIST_WIDTH = 2


def _guessed_header_rows(layout: _Layout) -> int:
    for number, places in enumerate(layout.places[:4]):
        filled = [place.raw.text for place in places if place.raw.text]
        if len(filled) < 2:
            continue
        if layout.width == _LIST_WIDTH and places[0].raw.header and not places[-1].raw.header:
            return 0
        labels = all(not is_numeric(text) or _YEAR.fullmatch(text) for text in filled)
        below = [place.raw.text for row in layout.places[number + 1 : number + 6] for place in row if place.column]
        values = sum(is_numeric(text) for text in below)
        if labels and values and values * 2 >= len([text for text in below if text.lower() not in _NO_VALUE]):
            return number + 1 + _further_header_rows(layout, number + 1)
        return 0
    return 0


def _further_header_rows(layout: _Layout, number: int) -> int:
    """Count rows below a header row that still name columns: years or labels over the places of values.

    The corner's label may stand in a line of its own between two rows of headers.
    """
    further = skipped = 0
    for at in range(number, min(number + 4, len(layout.places) - 1)):
        names = [place.raw.text for place in layout.places[at] if place.raw.text and place.column]
        if not names and not skipped:
            skipped = 1
        elif names and all(_names_column(text) for text in names) and any(text.lower() not in _NO_VALUE for text in names):
            further += 1 + skipped
            skipped = 0
        else:
            break
    return further


def _names_column(text: str) -> bool:
    return bool(_YEAR.fullmatch(text)) or not is_numeric(text)


def _stub_columns(layout: _Layout, heads: int) -> tuple[int, ...]:
    """Find the columns that name their rows: the leading ones with labels, else the first with labels (after a rank or an id)."""
    body = layout.spots[heads:]
    if layout.width < 2:
        return ()
    found: list[int] = []
    for column in range(min(layout.width - 1, _STUB_COLUMNS_MAX) if layout.width > 2 else 1):
        places = [row[column] for row in body if column in row and row[column].raw.text and row[column].width < layout.width]
        headers = sum([place.raw.header for place in places])
        labels = sum([not is_numeric(place.raw.text) or bool(_YEAR.fullmatch(place.raw.text)) for place in places])
        if places and (headers * 2 > len(places) or labels * 10 >= len(places) * 7):
            found.append(column)
        elif found or column >= _RANK_COLUMNS:
            break
    return tuple(found)


def _spanning_title(layout: _Layout, number: int) -> str:
    """Return the text of a row that titles the rows below it: one cell over the full width, or one label alone in its row."""
    places = [place for place in layout.places[number] if place.raw.text]
    if len(places) != 1 or layout.width < 2 or number + 1 >= len(layout.places) or len(places[0].raw.text) > _TITLE_CHARS_MAX:
        return ""
    place = places[0]
    alone = place.column == 0 and (place.width >= layout.width or (layout.width > 2 and not _row_is_spanned(layout, number)))
    return place.raw.text if alone and not is_numeric(place.raw.text) else ""


def _row_is_spanned(layout: _Layout, number: int) -> bool:
    return any(place.row < number and place.raw.text for place in layout.spots[number].values())


def _column_path(layout: _Layout, column: int, heads: int) -> tuple[str, ...]:
    path: list[str] = []
    for number, spots in enumerate(layout.spots[:heads]):
        head = spots.get(column)
        if (head is None or not head.raw.text) and number + 1 < heads:
            head = _head_to_the_left(layout, number, column)
        if head is not None and head.raw.text and head.raw.text not in path[-1:]:
            path.append(head.raw.text)
    return tuple(path)


def _head_to_the_left(layout: _Layout, number: int, column: int) -> _Place | None:
    """In an upper header row a blank continues the header to its left ("Exports", "", "Imports", ""), unless that one spans."""
    left = next((place for place in reversed(layout.places[number]) if place.column < column and place.raw.text), None)
    return left if left is not None and left.column > 0 and left.width == 1 else None


def _row_labels(layout: _Layout, number: int, stub: tuple[int, ...]) -> list[_Place]:
    spots = layout.spots[number]
    labels = [spots[column] for column in stub if column in spots and spots[column].raw.text]
    return [place for at, place in enumerate(labels) if at == 0 or place is not labels[at - 1]]


_SCALES = (
    r"thousands? millions? billions? trillions? percent percentage crores? lakhs? tausend tsd mio\.? mill\.? mrd\.? millionen milliarden "
    "prozent milliers milliards miles millones milhões milhares mil migliaia milioni miliardi duizend duizenden miljoen miljard miljarden "
    "tys mln mld tysięcy milionów тыс млн млрд 千 百万 億 万 亿"
).replace(" ", "|")
_NOTE_WORDS = "in|en|em|w|в|figures|values|amounts|angaben|données|valores|dati|unit|units|unité|einheit|unidad|单位|単位"
_NOT_CLOSED = r"[^()\[\];.\n]{0,40}"
_UNIT_NOTE = re.compile(
    rf"(?:[(\[,:;–—-]|\b(?:{_NOTE_WORDS})\b){_NOT_CLOSED}?(?<!\w)(?:{_SCALES}|%|'000|000s|US\$|€|£)(?!\w){_NOT_CLOSED}", re.IGNORECASE
)
_NOTE_CHARS_MAX = 300


def unit_note(*texts: str) -> str:
    """Return the words of the first text that give a table's scale or unit ("in millions of euros"), or ""."""
    for text in texts:
        found = _UNIT_NOTE.search(text[:_NOTE_CHARS_MAX]) if text else None
        if found:
            return found[0].strip(" ([,:;–—-")
    return ""
