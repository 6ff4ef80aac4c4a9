"""What headers, caption and note say of a table's numbers: currency, scale, unit."""

import json
import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files

from app.extract.document import Block, Cell
from app.quantities import Hints, Kind, Quantity, read

# What a cell holds when it holds no value.
_EMPTY = frozenset({"", ".", "..", "...", "…", "-", "–", "—", "n/a", "na", "n.a.", "k.a.", "s.o.", ":", "x", "nd", "n.d."})
_PLAIN = re.compile(r"[-−(]?\d[\d.,'’\s]*\)?\*?")


@dataclass(frozen=True, slots=True)
class CellNote:
    """Unit and scale that hold for a whole table or for one cell; `unit` is "" and `power` 0 where nothing is said."""

    kind: Kind = Kind.COUNT
    unit: str = ""
    power: int = 0

    def over(self, outer: "CellNote") -> "CellNote":
        """Let what a header says outrank what the caption says, each of unit and scale by itself."""
        unit = self if self.unit else outer
        power = self.power or (0 if self.kind not in (Kind.COUNT, Kind.MONEY) else outer.power)
        return CellNote(unit.kind, unit.unit, power)


@cache
def _marks() -> tuple[tuple[re.Pattern[str], Kind, str], ...]:
    data = json.loads((files("app.verify") / "table_units.json").read_text("utf-8"))
    return tuple((re.compile(mark["pattern"], re.IGNORECASE), Kind(mark["kind"]), mark["unit"]) for mark in data["units"])


@cache
def _scales() -> tuple[tuple[re.Pattern[str], int], ...]:
    data = json.loads((files("app.verify") / "table_units.json").read_text("utf-8"))
    return tuple((re.compile(mark["pattern"]), mark["power"]) for mark in data["scales"])


def note_of(text: str) -> CellNote:
    """Read unit and scale from a header, caption or note: "Exports (US$ million)" is USD, 6."""
    kind, unit = next(((kind, unit) for pattern, kind, unit in _marks() if pattern.search(text)), (Kind.COUNT, ""))
    power = next((power for pattern, power in _scales() if pattern.search(text)), 0)
    return CellNote(kind, unit, power)


def cell_note(block: Block) -> CellNote:
    """Read what caption, note and the nearest heading say of all cells."""
    note = note_of(block.note).over(note_of(block.caption))
    return note.over(note_of(block.section[-1])) if block.section else note


def read_cell(cell: Cell, table: CellNote, lang: str, hints: Hints) -> tuple[Quantity, ...]:
    """Read a cell's quantities with the unit and scale its headers and its table give it."""
    if cell.text.strip().casefold() in _EMPTY:
        return ()
    in_table = replace(hints, in_table=True)
    found = read(cell.text, lang, in_table)
    if not _PLAIN.fullmatch(cell.text.strip()):
        return tuple(_noted(q, cell, table) if q.kind is Kind.COUNT and not q.unit else q for q in found)
    counts = [q for q in found if q.kind is not Kind.DATE] or _bare_year(cell, found)
    return tuple(_noted(q, cell, table) for q in counts)


def _noted(q: Quantity, cell: Cell, table: CellNote) -> Quantity:
    note = _header_note(cell).over(table)
    factor = Decimal(10) ** note.power
    high = None if q.high is None else q.high * factor
    return replace(q, value=q.value * factor, high=high, ulp=q.ulp * factor, kind=note.kind, unit=note.unit)


def _header_note(cell: Cell) -> CellNote:
    note = CellNote()
    for header in (*reversed(cell.column_headers), *reversed(cell.row_headers)):
        note = note.over(note_of(header))
    return note


def _bare_year(cell: Cell, found: tuple[Quantity, ...]) -> list[Quantity]:
    """Read "1984" under "Inhabitants" as a count; under "Year" it stays a date."""
    if not found or any(_YEAR.search(header) for header in (*cell.column_headers, *cell.row_headers)):
        return list(found)
    try:
        value = Decimal(cell.text.strip())
    except InvalidOperation:
        return list(found)
    return [replace(found[0], value=value, kind=Kind.COUNT, unit="", times=(), surface=cell.text.strip())]


_YEAR = re.compile(
    r"\b(?:year|founded|opened|date|since|jahr|année|annee|año|anno|ano|jaar|år|rok|datum|fecha|data|gegründet|born|died|built)\b",
    re.IGNORECASE,
)
