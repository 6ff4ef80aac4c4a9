"""CSV and TSV: one table, with the lines before and after it as paragraphs."""

import csv
import re
from collections import Counter

from app.extract.assemble import About, Draft, assemble, fold
from app.extract.document import BlockType, Document
from app.extract.grid import RawCell, is_numeric, lay_out, unit_note
from app.extract.limits import TABLE_CELLS_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX
from app.extract.sniffing import CSV, TSV
from app.extract.text import read_text

_DELIMITERS = ",;\t|"
# The delimiter shows in the first lines; a preamble of metadata is rarely longer than ten.
_SAMPLE_LINES = 60
# Spreadsheets are told the delimiter in a line of its own.
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d.{0,6}")
_HINT = re.compile(r"sep=([,;\t|])\r?\n")


def read_delimited(text: str, media_type: str = CSV) -> Document:
    """Read delimited text; falls back to plain text when no delimiter divides it."""
    hint = _HINT.match(text)
    sign = hint[1] if hint else "\t" if media_type == TSV else _delimiter(text)
    rows = _rows(text[hint.end() if hint else 0 :], sign)
    width = _width(rows)
    if width < 2:
        return read_text(text, media_type)
    first, last = _table_bounds(rows, width)
    about = About()
    table = rows[first:last]
    if len(table) > TABLE_ROWS_MAX or sum(map(len, table)) > TABLE_CELLS_MAX:
        about.notes.append("truncated")
    before, after = _lines(rows[:first]), _lines(rows[last:])
    grid = lay_out([[RawCell(cell) for cell in row] for row in table], _header_rows(table))
    drafts = [Draft(BlockType.PARAGRAPH, line) for line in before]
    drafts.append(Draft(BlockType.TABLE, grid.text, cells=grid.cells, caption=before[0] if before else "", note=unit_note(*before, *after)))
    drafts += [Draft(BlockType.FOOTNOTE, line) for line in after]
    about.title = before[0] if before else ""
    return assemble(media_type, drafts, about)


def _delimiter(text: str) -> str:
    """Take the sign that divides most lines into the same number of fields, at least two."""
    lines = [line for line in text[:60_000].splitlines()[:_SAMPLE_LINES] if line.strip()]
    best, best_score = ",", 0.0
    for sign in _DELIMITERS:
        counts = Counter(len(row) for row in _parse(lines, sign) if len(row) > 1)
        if counts:
            width, times = counts.most_common(1)[0]
            score = times + min(width, 20) / 100
            if score > best_score:
                best, best_score = sign, score
    return best


def _parse(lines: list[str], sign: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=sign, skipinitialspace=True))
    except csv.Error:
        return [line.split(sign) for line in lines]


def _rows(text: str, sign: str) -> list[list[str]]:
    lines = re.sub(r"\r\n?", "\n", text.replace("\x00", "")).split("\n")[: TABLE_ROWS_MAX * 2]
    return [
        cells for row in _parse([f"{line}\n" for line in lines], sign) if any(cells := [fold(cell) for cell in row[:TABLE_COLUMNS_MAX]])
    ]


def _width(rows: list[list[str]]) -> int:
    counts = Counter(len(row) for row in rows)
    return max(counts, key=lambda width: (counts[width] * (width > 1), width), default=0)


def _table_bounds(rows: list[list[str]], width: int) -> tuple[int, int]:
    """Leave out the lines before and after the table, which have one or two fields where the table has more."""
    full = [(len(row) >= width and sum(map(bool, row)) * 2 > width) or (width == 2 and len(row) == 2) for row in rows]
    first = full.index(True) if True in full else 0
    last = len(full) - full[::-1].index(True) if True in full else len(rows)
    return first, last


def _header_rows(table: list[list[str]]) -> int:
    """The first row names the columns unless it holds values; so does one of units below it, which has nothing to name a row by."""
    if _has_values(table[0]):
        return 0
    units = len(table) > 2 and not table[1][0] and not _has_values(table[1]) and _has_values(table[2])
    return 2 if units else 1


def _has_values(row: list[str]) -> bool:
    """Years are no values where columns are named."""
    return any(is_numeric(cell) and not _YEAR.fullmatch(cell) for cell in row)


def _lines(rows: list[list[str]]) -> list[str]:
    return [": ".join(cells) if len(cells) == 2 else " ".join(cells) for row in rows if (cells := [cell for cell in row if cell])]
