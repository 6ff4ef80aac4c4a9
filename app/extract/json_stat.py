"""JSON-stat 2.0, the cubes that statistics offices answer with: one row a cell of the cube, its categories before the value."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from app.extract.assemble import fold
from app.extract.limits import TABLE_ROWS_MAX

_DIMENSIONS_MAX = 12


def read_cube(value: Mapping[str, object]) -> list[list[str]]:
    """Return header and rows, or [] when the object is no cube; cells without a value are left out."""
    ids, dimensions, values = value.get("id"), value.get("dimension"), value.get("value")
    if not isinstance(ids, list) or not isinstance(dimensions, dict) or not isinstance(values, dict | list) or len(ids) > _DIMENSIONS_MAX:
        return []
    axes = [_axis(dimensions.get(name)) for name in ids if isinstance(name, str)]
    if len(axes) != len(ids) or not all(labels for _, labels in axes) or prod(len(labels) for _, labels in axes) > TABLE_ROWS_MAX * 50:
        return []
    header = [title or str(name) for (title, _), name in zip(axes, ids, strict=True)]
    return [[*header, "value"], *_rows([labels for _, labels in axes], values)]


def _axis(dimension: object) -> tuple[str, list[str]]:
    """Read a dimension's name and its categories' labels in their order."""
    if not isinstance(dimension, dict):
        return "", []
    category = dimension.get("category")
    if not isinstance(category, dict):
        return "", []
    index, labels = category.get("index"), category.get("label")
    if isinstance(index, dict):
        keys: list[str] = sorted(index, key=lambda key: int(place) if str(place := index[key]).isdigit() else 0)
    else:
        keys = [str(key) for key in index] if isinstance(index, list) else list(labels) if isinstance(labels, dict) else []
    named = labels if isinstance(labels, dict) else {}
    return fold(str(dimension.get("label") or "")), [fold(str(named.get(key, key))) for key in keys]


def _rows(axes: Sequence[Sequence[str]], values: Mapping[str, object] | Sequence[object]) -> Iterator[list[str]]:
    """Walk the cube in its own order, the last dimension fastest."""
    shown = 0
    for place, labels in enumerate(product(*axes)):
        held = values.get(str(place)) if isinstance(values, Mapping) else values[place] if place < len(values) else None
        if isinstance(held, str) and shown < TABLE_ROWS_MAX:
            shown += 1
            yield [*labels, held]
