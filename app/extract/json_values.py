"""JSON: lists of records become tables, the rest lines of "key: value" under their path."""

import json
import re
from collections.abc import Iterator
from itertools import islice

from app.extract.assemble import About, Draft, assemble, fold
from app.extract.document import BlockType, Document
from app.extract.grid import RawCell, is_numeric, lay_out, unit_note
from app.extract.json_parts import headed_rows
from app.extract.json_stat import read_cube
from app.extract.limits import BLOCKS_MAX, JSON_DEPTH_MAX, TABLE_CELLS_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX
from app.extract.markup import texts_of
from app.extract.sniffing import JSON

# Values keep the digits they were written with: "1.50" and "1e6" are told apart from 1.5 and 1000000.
_Value = dict[str, "_Value"] | list["_Value"] | str | bool | None
_PROSE_CHARS = 120
# What objects say of themselves stands in their first entries.
_SAID_MAX = 40
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_TITLES = ("title", "name", "headline", "label")
_LANGUAGES = ("language", "lang", "inLanguage", "locale")


def read_json(text: str, media_type: str = JSON) -> Document:
    """Read one JSON value, or one a line (NDJSON); broken JSON is unreadable."""
    about = About()
    try:
        value = _parse(text)
    except (ValueError, RecursionError):
        return assemble(media_type, (), About(unreadable="broken"))
    if isinstance(value, dict):
        about.title = next((fold(found) for key in _TITLES if isinstance(found := value.get(key), str)), "")
        about.lang = next((found for key in _LANGUAGES if isinstance(found := value.get(key), str) and len(found) <= 10), "")
    budget = _Budget()
    drafts = list(_drafts(value, (), budget))
    if budget.left <= 0:
        about.notes.append("truncated")
    return assemble(media_type, drafts, about)


class _Budget:
    def __init__(self) -> None:
        self.left = BLOCKS_MAX


def _parse(text: str) -> "_Value":
    try:
        value: _Value = json.loads(text, parse_int=str, parse_float=str, parse_constant=str, strict=False)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        value = [json.loads(line, parse_int=str, parse_float=str, parse_constant=str, strict=False) for line in lines[:TABLE_ROWS_MAX]]
    return value


def _drafts(value: "_Value", path: tuple[str, ...], budget: _Budget, said: tuple[str, ...] = ()) -> Iterator[Draft]:
    """Yield the blocks of a value; `said` is what the objects round it say of themselves, where units and scales stand."""
    if len(path) > JSON_DEPTH_MAX or budget.left <= 0:
        return
    budget.left -= 1
    if isinstance(value, dict):
        said = (*_said(value), *said)[:_SAID_MAX]
    parts = headed_rows(value) if isinstance(value, dict) else None
    if parts is not None and isinstance(value, dict):
        yield from _members({key: inner for key, inner in value.items() if key not in parts[1]}, path, budget, said)
        yield _table(parts[0], 1, _caption(value, path), path, said)
    elif rows := _records(value):
        heads = 0 if isinstance(value, list) and isinstance(value[0], list) and _has_values(rows[0]) else 1
        yield _table(rows, heads, _caption(value, path), path, said)
    elif isinstance(value, dict):
        yield from _members(value, path, budget, said)
    elif isinstance(value, list):
        for inner in value:
            yield from _drafts(inner, path, budget, said)
    elif text := _scalar(value):
        yield Draft(BlockType.PARAGRAPH if len(text) > _PROSE_CHARS else BlockType.LIST_ITEM, text, section=path)


def _members(value: dict[str, "_Value"], path: tuple[str, ...], budget: _Budget, said: tuple[str, ...]) -> Iterator[Draft]:
    for key, inner in value.items():
        yield from _entry(str(key), inner, path, budget, said)


def _table(rows: list[list[str]], heads: int, caption: str, path: tuple[str, ...], said: tuple[str, ...]) -> Draft:
    grid = lay_out([[RawCell(cell) for cell in row] for row in rows], heads)
    note = unit_note(*path, caption, *said)
    return Draft(BlockType.TABLE, grid.text, cells=grid.cells, caption=caption, note=note, section=path)


def _said(value: dict[str, "_Value"]) -> list[str]:
    """The short texts of an object, as "unit: thousands"."""
    texts = [f"{_words(key)}: {inner}" for key, inner in islice(value.items(), _SAID_MAX) if isinstance(inner, str)]
    return [text for text in texts if len(text) <= _PROSE_CHARS]


def _has_values(row: list[str]) -> bool:
    """Years are no values where columns are named."""
    return any(is_numeric(cell) and not _YEAR.fullmatch(cell) for cell in row)


def _caption(value: "_Value", path: tuple[str, ...]) -> str:
    label = value.get("label") or value.get("title") if isinstance(value, dict) else None
    return fold(label) if isinstance(label, str) else " / ".join(path)


def _entry(key: str, value: "_Value", path: tuple[str, ...], budget: _Budget, said: tuple[str, ...]) -> Iterator[Draft]:
    if isinstance(value, dict | list):
        yield from _drafts(value, (*path, fold(key)), budget, said)
    elif text := _scalar(value):
        budget.left -= 1
        if len(text) > _PROSE_CHARS:
            for part in texts_of(text):
                budget.left -= 1
                yield Draft(BlockType.PARAGRAPH, part, section=(*path, fold(key)))
        else:
            yield Draft(BlockType.LIST_ITEM, f"{_words(key)}: {text}", section=path)


def _words(key: str) -> str:
    """Read a key as words: `totalPopulation` and `total_population` are "total Population" and "total population"."""
    spaced = "".join([f" {sign}" if sign.isupper() and at and key[at - 1].islower() else sign for at, sign in enumerate(key)])
    return fold(spaced.replace("_", " "))


def _scalar(value: "_Value") -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return fold(value) if isinstance(value, str) else ""


def _records(value: "_Value") -> list[list[str]]:
    """Lay a value out as rows, header first, when it is a table in one of the usual shapes."""
    if isinstance(value, list) and len(value) > 1:
        if all(isinstance(item, dict) for item in value):
            return _from_objects([("", item) for item in value if isinstance(item, dict)])
        if all(isinstance(item, list) and item and not any(isinstance(cell, dict | list) for cell in item) for item in value):
            return [[_scalar(cell) for cell in item[:TABLE_COLUMNS_MAX]] for item in value[:TABLE_ROWS_MAX] if isinstance(item, list)]
    if isinstance(value, dict) and len(value) > 1:
        return read_cube(value) or _from_named(value)
    return []


def _from_named(value: dict[str, "_Value"]) -> list[list[str]]:
    """Read objects of objects (rows by name) and objects of equally long lists (columns by name)."""
    inner = list(value.values())
    if all(isinstance(item, dict) for item in inner):
        objects = [(str(key), item) for key, item in value.items() if isinstance(item, dict)]
        keys = [frozenset(item) for _, item in objects]
        if len(objects) > 2 and all(len(own & keys[0]) * 2 >= len(own | keys[0]) for own in keys[1:20]):
            return _from_objects(objects)
    columns = [item for item in inner if isinstance(item, list) and not any(isinstance(cell, dict | list) for cell in item)]
    if len(columns) == len(inner) and len(columns) > 1 and len({len(column) for column in columns}) == 1 and len(columns[0]) > 1:
        rows = zip(*[column[:TABLE_ROWS_MAX] for column in columns], strict=True)
        return [[_words(str(key)) for key in value], *([_scalar(cell) for cell in row] for row in rows)]
    return []


def _from_objects(objects: list[tuple[str, dict[str, "_Value"]]]) -> list[list[str]]:
    """One row an object; nested objects become columns "outer inner"; long lists inside make it no table."""
    flat: list[dict[str, str]] = []
    columns: dict[str, None] = {}
    cells = 0
    for name, item in objects[:TABLE_ROWS_MAX]:
        row: dict[str, str] = {"": name} if name else {}
        if not _flatten(item, "", row, 0):
            return []
        columns.update(dict.fromkeys(row))
        flat.append(row)
        cells += len(row)
        if cells > TABLE_CELLS_MAX:
            break
    names = list(columns)[:TABLE_COLUMNS_MAX]
    return [[_words(name) for name in names], *([row.get(name, "") for name in names] for row in flat)]


# Records deeper than this are trees, not rows.
_RECORD_DEPTH_MAX = 4


def _flatten(item: dict[str, "_Value"], prefix: str, row: dict[str, str], depth: int) -> bool:
    for key, value in item.items():
        name = f"{prefix} {key}".strip()
        if isinstance(value, dict):
            if depth >= _RECORD_DEPTH_MAX or not _flatten(value, name, row, depth + 1):
                return False
        elif isinstance(value, list):
            if any(isinstance(inner, dict | list) for inner in value):
                return False
            row[name] = ", ".join([_scalar(inner) for inner in value[:50]])
        else:
            row[name] = _scalar(value)
    return True
