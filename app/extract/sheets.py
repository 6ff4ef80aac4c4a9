"""Rows of a workbook -> one table a sheet, with its title lines before and its notes after."""

from collections.abc import Sequence

from app.extract.assemble import Draft, fold
from app.extract.document import BlockType
from app.extract.grid import RawCell, is_numeric, lay_out, unit_note
from app.extract.limits import SPAN_MAX

_MERGED_MAX = 2_000
Rows = Sequence[Sequence[str]]


def sheet_drafts(name: str, rows: Rows, merged: Sequence[tuple[int, int, int, int]] = ()) -> list[Draft]:
    """Read one sheet. `merged` are (first row, first column, last row, last column) of merged cells, counted from 0."""
    filled = [[fold(cell) for cell in row] for row in rows]
    first, last = _bounds(filled)
    before, after = _lines(filled[:first]), _lines(filled[last:])
    drafts = [Draft(BlockType.HEADING, fold(name), level=2)] if name else []
    drafts += [Draft(BlockType.PARAGRAPH, line) for line in before]
    if first < last:
        spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged}
        covered = {
            (row, column)
            for top, left, bottom, right in merged[:_MERGED_MAX]
            for row in range(top + 1, min(bottom, top + SPAN_MAX) + 1)
            for column in range(left, min(right, left + SPAN_MAX) + 1)
        }
        grid = lay_out([_raw_row(row, number, spans, covered) for number, row in enumerate(filled[first:last], first)])
        note = unit_note(*before, *after, name)
        drafts.append(Draft(BlockType.TABLE, grid.text, cells=grid.cells, caption=before[0] if before else name, note=note))
    return drafts + [Draft(BlockType.FOOTNOTE, line) for line in after]


def _raw_row(
    row: Sequence[str], number: int, spans: dict[tuple[int, int], tuple[int, int]], covered: set[tuple[int, int]]
) -> list[RawCell]:
    cells: list[RawCell] = []
    column = 0
    while column < len(row):
        height, width = spans.get((number, column), (1, 1))
        if (number, column) in covered:
            column += 1
            continue
        cells.append(RawCell(row[column], column_span=width, row_span=height))
        column += width
    return cells


def _bounds(rows: Rows) -> tuple[int, int]:
    """The table begins with the first row that fills two cells or more and ends with the last one that holds a value."""
    wide = [sum(map(bool, row)) > 1 for row in rows]
    if True not in wide:
        return (0, 0)
    valued = [any(is_numeric(cell) for cell in row[1:]) for row in rows]
    first = wide.index(True)
    last = len(rows) - (valued if True in valued else wide)[::-1].index(True)
    return first, max(first, last)


def _lines(rows: Rows) -> list[str]:
    return [" ".join(cells) for row in rows if (cells := [cell for cell in row if cell])]
