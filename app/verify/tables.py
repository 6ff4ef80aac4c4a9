"""What headers, caption and note say of a table's numbers: currency, scale, unit, whether they are changes."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from importlib.resources import files

from app.extract.document import Block, Cell
from app.quantities import Hints, Kind, Quantity, Role, read
from app.verify.clauses import direction
from app.verify.headers import RowLabels
from app.verify.words import fold, words

# What a cell holds when it holds no value.
_EMPTY = frozenset({"", ".", "..", "...", "…", "-", "–", "—", "n/a", "na", "n.a.", "k.a.", "s.o.", ":", "x", "nd", "n.d."})
_PLAIN = re.compile(r"[-−+(]?\d[\d.,'’\s\u00a0\u202f]*\)?\*?")
# Kinds whose numbers a scale in the caption may multiply; "in million dollars" says nothing of kilometres.
_SCALED = (Kind.COUNT, Kind.MONEY)


@dataclass(frozen=True, slots=True)
class CellNote:
    """Unit and scale that hold for a whole table or for one cell; `unit` is "" and `power` 0 where nothing is said."""

    kind: Kind = Kind.COUNT
    unit: str = ""
    power: int = 0

    def over(self, outer: "CellNote") -> "CellNote":
        """Let what stands nearer outrank what stands further out, unit and scale each by itself."""
        unit = self if self.unit else outer
        power = self.power or (outer.power if unit is outer or unit.kind in _SCALED else 0)
        return CellNote(unit.kind, unit.unit, power)


@dataclass(frozen=True, slots=True)
class TableNote:
    """What holds for a table: `whole` for all cells, `rows` for those whose row names its unit in a column of its own."""

    whole: CellNote
    rows: Mapping[int, CellNote]
    excepted: frozenset[str] = frozenset()
    lead: CellNote = field(default_factory=CellNote)


@cache
def _data() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads((files("app.verify") / "table_units.json").read_text("utf-8"))
    return found


@cache
def _marks() -> tuple[tuple[re.Pattern[str], Kind, str], ...]:
    return tuple((re.compile(mark["pattern"], re.IGNORECASE), Kind(mark["kind"]), mark["unit"]) for mark in _data()["units"])


@cache
def _scales() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(mark["pattern"]), int(mark["power"])) for mark in _data()["scales"])


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_data()['words'][0][name]})\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def note_of(text: str, lang: str = "") -> CellNote:
    """Read unit and scale from a header, caption or note: "Exports (US$ million)" is USD, 6; "Length (km)" is km."""
    text = text.replace("_", " ")
    rate = _RATE.search(text)
    if rate:
        # "per 1,000 inhabitants" is a rate, no number of thousands.
        return CellNote(Kind.RATIO, f"per {''.join(c for c in rate[1] if c.isdigit())}")
    kind, unit = next(((kind, unit) for pattern, kind, unit in _marks() if pattern.search(text)), (Kind.COUNT, ""))
    power = next((power for pattern, power in _scales() if pattern.search(text)), 0)
    if kind is Kind.PERCENT:
        # "Share of 1,000 households (%)" multiplies nothing.
        return CellNote(kind, unit)
    return CellNote(kind, unit, power) if unit else replace(_measured(text, lang), power=power)


def _measured(text: str, lang: str) -> CellNote:
    """Read "(km)" or ", in tonnes" as a unit of measure."""
    for piece in (*_IN_BRACKETS.findall(text), *_AFTER_COMMA.findall(text), text if len(text) <= _UNIT_CHARS_MAX else ""):
        said = _UNIT_LED_IN.sub("", piece.strip())
        found = next((q for q in (read(f"1 {said}", lang), read(f"1 {said}", "en")) if len(q) == 1 and q[0].unit), ()) if said else ()
        if len(found) == 1 and found[0].kind not in (Kind.COUNT, Kind.DATE, Kind.RATIO, Kind.RANK, Kind.ORDINAL, Kind.INDEX):
            return CellNote(found[0].kind, found[0].unit)
    return CellNote()


_RATE = re.compile(r"\b(?:per|je|pro|pour|por|cada|per ogni|op de) (1[.,   ]?0(?:0[.,   ]?){1,8})(?![\d])")
_IN_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{1,40})[)\]）]")
_UNIT_LED_IN = re.compile(r"^(?:in |en |em |w |i |单位[:：]|単位[:：])", re.IGNORECASE)
_AFTER_COMMA = re.compile(r", (?:in )?([^,()]{1,40})$")
_UNIT_CHARS_MAX = 12


def table_note(block: Block, lang: str = "") -> TableNote:
    """Read what caption, note and the nearest heading say of all cells, and what a column of units says of each row."""
    whole = note_of(_without_figures(block.note, lang), lang).over(note_of(_without_figures(block.caption, lang), lang))
    if block.section:
        whole = whole.over(note_of(_without_figures(block.section[-1], lang), lang))
    # "GBP million" above the row headers speaks of every cell.
    corner = next((c.text for c in block.cells if c.header and not (c.row or c.column)), "")
    whole = whole.over(note_of(corner, lang))
    rows = {
        c.row: note_of(f"({c.text})", lang)
        for c in block.cells
        if c.column_headers and _words("unit").fullmatch(c.column_headers[-1].strip())
    }
    return TableNote(whole, rows, _exceptions(f"{block.caption} . {block.note}"), _lead_unit(block.caption, lang))


def _without_figures(text: str, lang: str) -> str:
    """Leave out what a caption or the sentence beside a table tells itself: "71 % of consumption" is no unit of the cells."""
    if not any(c.isdigit() for c in text):
        return text
    for q in reversed(read(text, lang)):
        if q.kind is not Kind.DATE and q.surface[:1].isdigit() and _SAYS_SOMETHING.search(q.surface) and not _THOUSANDS.match(q.surface):
            text = f"{text[: q.start]} {text[q.end :]}"
    return text


_SAYS_SOMETHING = re.compile(r"[^\W\d_]|[%$€£¥]")
# "In 1,000 euros" is a scale.
_THOUSANDS = re.compile(r"1[.,   ]?000\b")


# What a note leaves out: "in thousands of US dollars, except headcount".
_EXCEPT = re.compile(
    r"\b(?:except|excluding|außer|ausser|sauf|hors|excepto|salvo|tranne|eccetto|exceto|behalve)\s([^.;()]{3,80})", re.IGNORECASE
)


def _exceptions(text: str) -> frozenset[str]:
    return frozenset(fold(word) for said in _EXCEPT.findall(text) for word in re.findall(r"[^\W\d_]{4,}", said))


def _excepted(headers: tuple[str, ...], table: TableNote) -> bool:
    return bool(table.excepted) and any(fold(word) in table.excepted for header in headers for word in re.findall(r"[^\W\d_]{4,}", header))


def row_labels(block: Block) -> RowLabels:
    """Return the texts of each row that are no headers but tell it from others: words, and what stands under "Year"."""
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for cell in block.cells:
        if not cell.header and len(cell.text) <= _LABEL_CHARS_MAX and _is_label(cell):
            found[cell.row].append((cell.column, cell.text.strip()))
    return {row: tuple(labels) for row, labels in found.items()}


_LABEL_CHARS_MAX = 60


def _is_label(cell: Cell) -> bool:
    text = cell.text.strip()
    if any(_words("unit").fullmatch(header.strip()) for header in cell.column_headers[-1:]):
        return False
    if any(c.isdigit() for c in text):
        return any(_words("dated").fullmatch(header.strip()) for header in cell.column_headers[-1:])
    return any(c.isalpha() for c in text) and text.casefold() not in _EMPTY


def read_cell(cell: Cell, table: TableNote, lang: str, hints: Hints) -> tuple[Quantity, ...]:
    """Read a cell's quantities with the unit and scale its headers and its table give it."""
    text = cell.text.strip()
    if text.casefold() in _EMPTY:
        return ()
    found = read(cell.text, lang, replace(hints, in_table=True))
    if not _PLAIN.fullmatch(text):
        return tuple(_noted(q, cell, table, lang) if q.kind is Kind.COUNT and not q.unit else replace(q, role=_role(cell)) for q in found)
    counts = [q for q in found if q.kind is not Kind.DATE] or _bare_year(cell, found)
    noted = tuple(_noted(q, cell, table, lang) for q in counts)
    return (*noted, *(m for q in noted for m in _as_measured(q, cell, table, lang)))


def _as_measured(q: Quantity, cell: Cell, table: TableNote, lang: str) -> tuple[Quantity, ...]:
    """Read a bare number also in the unit its header ends in: 141 under "snow days", 1840 under "elevation m"."""
    if q.kind is not Kind.COUNT or q.unit:
        return ()
    notes = (_tail_unit(header, lang) for header in (*reversed(cell.column_headers), *reversed(cell.row_headers)))
    note = next((found for found in (*notes, table.lead) if found.unit), None)
    return (replace(q, kind=note.kind, unit=note.unit),) if note else ()


def _lead_unit(caption: str, lang: str) -> CellNote:
    """Read what a caption counts: "Days above the limit", "Number of hours of sunshine"."""
    said = _NUMBER_OF.sub("", caption.rsplit(":", maxsplit=1)[-1].strip()).split(" ")[0].lower()
    found = read(f"2 {said}", lang or "en") if said.isalpha() else ()
    return CellNote(found[0].kind, found[0].unit) if len(found) == 1 and found[0].kind is Kind.DURATION else CellNote()


_NUMBER_OF = re.compile(
    r"^(?:(?:the )?number of|anzahl der|zahl der|nombre de|nombre d['’]|número de|numero di|aantal|antal|liczba)\s*", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def _tail_unit(header: str, lang: str) -> CellNote:
    """Read the last words of a header as a unit; a lone letter only in a name written by a machine ("max depth m")."""
    parts = header.replace("_", " ").split()
    for count in (2, 1):
        tail = " ".join(parts[-count:]).removeprefix("in ")
        before = fold(parts[-count - 1]) if len(parts) > count else ""
        if len(parts) < 2 or before in _PER or (len(tail) == 1 and header != header.lower()) or _words("dated").fullmatch(tail):
            continue
        found = read(f"2 {tail.upper() if tail in _DEGREES else tail}", lang or "en") or read(f"2 {tail}", "en")
        if len(found) == 1 and found[0].end == len(tail) + 2 and found[0].kind in _TAIL_KINDS and found[0].unit:
            return CellNote(found[0].kind, found[0].unit)
        if tail in _DEGREES:
            return CellNote(Kind.TEMPERATURE, _DEGREES[tail])
    return CellNote()


_PER = frozenset({"per", "a", "an", "each", "pro", "je", "par", "por", "al", "alla", "op"})
_DEGREES = {"c": "Cel", "f": "[degF]"}
_TAIL_KINDS = frozenset(
    {
        Kind.DURATION, Kind.LENGTH, Kind.MASS, Kind.AREA, Kind.VOLUME, Kind.TEMPERATURE, Kind.SPEED, Kind.ENERGY, Kind.POWER, Kind.DATA,
        Kind.PERCENT,
    }
)  # fmt: skip


def _noted(q: Quantity, cell: Cell, table: TableNote, lang: str) -> Quantity:
    if q.kind is Kind.DATE:
        return q
    note = _note(cell, table, lang)
    factor = Decimal(10) ** note.power
    high = None if q.high is None else q.high * factor
    return replace(q, value=q.value * factor, high=high, ulp=q.ulp * factor, kind=note.kind, unit=note.unit, role=_role(cell))


def _role(cell: Cell) -> Role:
    changes = any(_words("change").search(header) for header in (*cell.column_headers, *cell.row_headers))
    return (
        Role.CHANGE if changes or (_SIGNED_SHARE.match(cell.text.strip()) and not _words("level").search(_said_above(cell))) else Role.LEVEL
    )


# "+7.3%" has moved.
_SIGNED_SHARE = re.compile(r"\+\s?\d")


def _said_above(cell: Cell) -> str:
    return " / ".join((*cell.row_headers, *cell.column_headers))


def in_sense_of(claim: Quantity, said: str, source: Quantity, cell: Cell, lang: str) -> Quantity:
    """Turn a signed number of a table the way the claim words it: "fell by 4.6" is a change of -4.6, costs of 151 stand as (151).

    `said` is the claim's sentence. A rise held against a fall keeps its sign, and so denies it.
    """
    if source.role is Role.CHANGE:
        moved = -1 if direction(_said_above(cell), lang) < 0 else 1
        return _signed(source, moved * (claim.direction or (1 if source.value * moved >= 0 else -1)))
    if source.value < 0 <= claim.value and (_words("outflow").search(_said_above(cell)) or _words("outflow").search(said)):
        return _signed(source, -1)
    return source


def _signed(q: Quantity, sign: int) -> Quantity:
    if sign > 0:
        return q
    high = None if q.high is None else -q.high
    return replace(q, value=-q.value, high=high)


def _note(cell: Cell, table: TableNote, lang: str) -> CellNote:
    note = table.rows.get(cell.row, CellNote())
    headers = (*reversed(cell.column_headers), *reversed(cell.row_headers))
    for header in headers:
        note = note.over(note_of(header, lang))
    if not note.unit and (_excepted(headers, table) or (table.whole.kind is not Kind.COUNT and counts(headers, lang))):
        # "in € million unless stated otherwise" says nothing of employees.
        return note
    return note.over(table.whole)


def sums_up(header: str) -> bool:
    """Say whether a header is that of a sum: "Total 2024", "All lines"."""
    return bool(_words("total").match(header.strip()))


def is_total(cell: Cell) -> bool:
    """Say whether the cell's row sums the others up: "All lines", "Total"."""
    return any(sums_up(header) for header in cell.row_headers)


def is_unit_note(q: Quantity) -> bool:
    """Say whether a "number" only names a unit: the "million dollars" of "Cost, in million dollars"."""
    return not any(c.isdigit() for c in q.surface) and q.value in _BARE_SCALES


_BARE_SCALES = frozenset(Decimal(10) ** power for power in (3, 6, 9, 12))


@lru_cache(maxsize=4096)
def counts(headers: tuple[str, ...], lang: str) -> bool:
    """Say whether headers name what is counted one by one: employees, cars, votes."""
    counted = frozenset(_data()["words"][0]["counted"].split())
    return any(word.stem in counted for header in headers for word in words(fold(header), lang))


def _bare_year(cell: Cell, found: tuple[Quantity, ...]) -> list[Quantity]:
    """Read "1984" under "Inhabitants" as a count; under "Year" it stays a date."""
    if not found or any(_words("year").search(header) for header in (*cell.column_headers, *cell.row_headers)):
        return list(found)
    try:
        value = Decimal(cell.text.strip())
    except InvalidOperation:
        return list(found)
    return [replace(found[0], value=value, kind=Kind.COUNT, unit="", noun="", times=(), surface=cell.text.strip())]
