"""Tables in PDF pages: lines of several segments that stand in columns."""

import re
from collections import Counter

from app.extract.assemble import Draft, fold
from app.extract.document import BlockType
from app.extract.grid import RawCell, is_numeric, lay_out, unit_note
from app.extract.pdf_page import Line, Segment

_ROWS_MIN = 2
# A table goes on over one line of a single segment: a group's title or a label's second line.
_SINGLES_MAX = 1
_STEP_MAX = 4.0
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?")


def find_tables(lines: list[Line]) -> dict[int, int]:
    """Return first line -> line after the last, for each stretch that reads as a table."""
    found: dict[int, int] = {}
    at = 0
    while at < len(lines):
        end = _stretch(lines, at) if len(lines[at]) > 1 else at
        if _is_table(lines[at:end]):
            found[at] = end
            at = end
        else:
            at = max(end, at + 1)
    return found


def _stretch(lines: list[Line], first: int) -> int:
    end, singles = first + 1, 0
    for at in range(first + 1, len(lines)):
        step = lines[at - 1][0].bottom - lines[at][0].bottom
        if not -1.0 < step < lines[at][0].height * _STEP_MAX:
            break
        if len(lines[at]) > 1:
            end, singles = at + 1, 0
        else:
            singles += 1
            if singles > _SINGLES_MAX or len(lines[at][0].text) > 60:
                break
    return end


def _is_table(lines: list[Line]) -> bool:
    wide = [line for line in lines if len(line) > 1]
    if len(wide) < _ROWS_MIN:
        return False
    values = sum(is_numeric(piece.text) for line in wide for piece in line[1:])
    return values >= len(wide) - 1 or (values > 0 and len(wide) > 3)


def read_table(lines: list[Line], caption: str, page: int) -> Draft:
    """Lay the lines out by the columns most of them share."""
    columns = _columns(lines)
    body = next((at for at, line in enumerate(lines) if sum(_is_value(piece.text) for piece in line) > 1), 0)
    rows = [
        _heads_row(line, columns) if at < body and 1 < len(line) < len(columns) - 1 else _row(line, columns)
        for at, line in enumerate(lines)
    ]
    grid = lay_out(rows)
    return Draft(
        BlockType.TABLE,
        grid.text,
        cells=grid.cells,
        caption=caption,
        note=unit_note(caption, rows[0][0].text if rows[0] else ""),
        page=page,
    )


def _is_value(text: str) -> bool:
    return is_numeric(text) and not _YEAR.fullmatch(text)


def _heads_row(line: Line, columns: list[tuple[float, float]]) -> list[RawCell]:
    """Headers centred over several columns: each column belongs to the header whose middle is nearest."""
    first = 0 if line[0].left < columns[0][1] else 1
    middles = [(piece.left + piece.right) / 2 for piece in line]
    row = [RawCell("")] * first
    over: list[int] = []
    for left, right in columns[first:]:
        over.append(min(range(len(line)), key=lambda at: abs(middles[at] - (left + right) / 2)))
    return row + [RawCell(_clean(line[at].text), column_span=over.count(at)) for at in dict.fromkeys(over)]


def _columns(lines: list[Line]) -> list[tuple[float, float]]:
    """Merge overlapping segments of the fullest kind of line into columns."""
    counts = Counter(len(line) for line in lines if len(line) > 1)
    usual = max(counts, key=lambda size: (counts[size] >= 2, size))
    pieces = sorted((piece for line in lines if len(line) == usual for piece in line), key=lambda piece: piece.left)
    columns: list[tuple[float, float]] = []
    for piece in pieces:
        if columns and piece.left < columns[-1][1] - 1.0:
            columns[-1] = (columns[-1][0], max(columns[-1][1], piece.right))
        else:
            columns.append((piece.left, piece.right))
    return columns


def _row(line: Line, columns: list[tuple[float, float]]) -> list[RawCell]:
    """Put each segment into the columns it overlaps, or the nearest one."""
    row: list[RawCell] = []
    at = 0
    for piece in line:
        under = [number for number, (left, right) in enumerate(columns) if piece.left < right and piece.right > left] or [
            _nearest(piece, columns)
        ]
        first = max(under[0], at)
        if under[-1] < at and row:
            row[-1].text = fold(f"{row[-1].text} {piece.text}")
            continue
        row += [RawCell("") for _ in range(first - at)]
        width = max(1, under[-1] - first + 1)
        row.append(RawCell(_clean(piece.text), column_span=width))
        at = first + width
    return row


def _nearest(piece: Segment, columns: list[tuple[float, float]]) -> int:
    middle = (piece.left + piece.right) / 2
    return min(range(len(columns)), key=lambda number: abs((columns[number][0] + columns[number][1]) / 2 - middle))


def _clean(text: str) -> str:
    """Leader dots between a label and its value are no text."""
    return re.sub(r"[\s.·]{4,}$|(?:\s?\.){4,}", "", text)
