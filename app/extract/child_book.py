"""Workbooks by calamine, inside the child process: sheets as rows of written values."""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError

from app.extract.child_percent import Percents, percent_cells
from app.extract.limits import TABLE_CELLS_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX

_SHEETS_MAX = 60
_Value = int | float | str | bool | date | time | datetime | timedelta


def read_book(body: bytes) -> dict[str, object]:
    """Return {"sheets": [{"name", "rows", "merged"}], "notes"} or {"unreadable": reason}."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
        percents = percent_cells(body)
        sheets = [_sheet(book.get_sheet_by_name(name), percents.get(name, {})) for name in shown[:_SHEETS_MAX]]
    except PasswordError:
        return {"unreadable": "encrypted"}
    except (CalamineError, ZipError, OSError, ValueError):
        return {"unreadable": "broken"}
    return {"sheets": sheets, "notes": ["truncated"] if any(sheet["cut"] for sheet in sheets) or len(shown) > _SHEETS_MAX else []}


def _sheet(sheet: CalamineSheet, percents: Percents) -> dict[str, object]:
    rows: list[list[str]] = []
    budget = TABLE_CELLS_MAX
    top, left = sheet.start or (0, 0)
    for number, row in enumerate(sheet.to_python(skip_empty_area=True, nrows=TABLE_ROWS_MAX), top):
        if budget <= 0:
            break
        written = [_shown(value, percents.get((number, column))) for column, value in enumerate(row[:TABLE_COLUMNS_MAX], left)]
        budget -= sum(map(bool, written))
        rows.append(written)
    areas = (sheet.merged_cell_ranges or [])[:TABLE_CELLS_MAX]
    merged = [[a - top, b - left, c - top, d - left] for (a, b), (c, d) in areas if a >= top and b >= left]
    return {"name": sheet.name, "rows": rows, "merged": merged, "cut": budget <= 0 or sheet.height > TABLE_ROWS_MAX}


def _shown(value: _Value, decimals: int | None) -> str:
    """Write a value as the sheet shows it; `decimals` are those of a cell that shows a percentage."""
    if decimals is not None and isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value * 100:.{min(decimals, 10)}f}%"
    return _written(value)


def _written(value: _Value) -> str:
    """Write a value as a spreadsheet shows it: 15 significant digits, no ".0", ISO dates."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)
