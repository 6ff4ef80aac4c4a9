"""JSON tables in parts: names of columns beside rows without names, categories beside series of values."""

from collections.abc import Mapping

from app.extract.assemble import fold
from app.extract.limits import TABLE_COLUMNS_MAX, TABLE_ROWS_MAX

_NAMES = ("name", "label", "title", "id", "field")


def headed_rows(value: Mapping[str, object]) -> tuple[list[list[str]], frozenset[str]] | None:
    """Return rows, header first, and the keys they were taken from; None when the object is no such table.

    Read are `{"columns": [names], "data": [[…]]}` as data frames and APIs write it, whatever the keys, and
    `{"categories": [names], "series": [{"name": …, "data": […]}]}` as charts have it.
    """
    heads: dict[int, dict[str, list[str]]] = {}
    for key, held in value.items():
        if names := _names(held):
            heads.setdefault(len(names), {})[key] = names
    for key, held in value.items() if heads else ():
        for rows, corner in ((_bare_rows(held), []), (_series(held), [""])):
            fitting = heads.get(len(rows[0]) - len(corner), {}) if rows else {}
            head = next((head for head in fitting if head != key), None)
            if head is not None:
                return [[*corner, *fitting[head]], *rows], frozenset({key, head})
    return None


def _names(held: object) -> list[str]:
    """A list of words, or of objects that have a name each; [] for anything else."""
    if not isinstance(held, list) or not 1 < len(held) <= TABLE_COLUMNS_MAX:
        return []
    named = [
        next((item[key] for key in _NAMES if isinstance(item.get(key), str)), None) if isinstance(item, dict) else item for item in held
    ]
    return [fold(name) for name in named if isinstance(name, str)] if all(isinstance(name, str) for name in named) else []


def _bare_rows(held: object) -> list[list[str]]:
    """A list of equally long lists of plain values."""
    if not isinstance(held, list) or not held or not isinstance(held[0], list):
        return []
    rows = [item for item in held[:TABLE_ROWS_MAX] if isinstance(item, list) and len(item) == len(held[0])]
    plain = len(rows) == len(held[:TABLE_ROWS_MAX]) and not any(isinstance(cell, dict | list) for row in rows for cell in row)
    return [[_shown(cell) for cell in row] for row in rows] if plain else []


def _series(held: object) -> list[list[str]]:
    """A list of objects that have a name and one list of plain values each, all equally long."""
    if not isinstance(held, list) or not held or not all(isinstance(item, dict) for item in held):
        return []
    rows: list[list[str]] = []
    for item in held[:TABLE_ROWS_MAX]:
        name = next((item[key] for key in _NAMES if isinstance(item.get(key), str)), None)
        lists = [inner for inner in item.values() if isinstance(inner, list) and not any(isinstance(cell, dict | list) for cell in inner)]
        if name is None or len(lists) != 1:
            return []
        rows.append([fold(name), *map(_shown, lists[0])])
    return rows if len({len(row) for row in rows}) == 1 else []


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return fold(value) if isinstance(value, str) else ""
