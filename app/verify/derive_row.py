"""One step of arithmetic between two years of one row (NUMBERS §7): what changed, by how much or how many percent."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from app.quantities import Comparator, Kind, Quantity, Role
from app.quantities.agree import Relation, compare
from app.quantities.interval import plain
from app.verify import thresholds
from app.verify.derive import Derivation
from app.verify.frame import Frame
from app.verify.scene import Scene
from app.verify.times import Time, same

_PLAIN = (Comparator.EXACT, Comparator.EXACTLY)
# A row of more years than this is a series: every difference stands in it somewhere.
_YEARS_MAX = 30


def derive_row(quantity: Quantity, claim: Frame, found: list[Scene]) -> Derivation | None:
    """Look for a claimed change between two cells of one row that the claim names, in the direction it says."""
    if quantity.role is not Role.CHANGE or quantity.vague or quantity.high is not None:
        return None
    for row in _rows(found):
        for old, new in _steps(claim.times, row):
            made = _change(quantity, old, new)
            if made is not None:
                return made
    return None


def _rows(found: list[Scene]) -> list[list[Scene]]:
    """Gather the dated cells of each row the claim surely names, by time."""
    rows: dict[tuple[int, int], list[Scene]] = {}
    for scene in found:
        cell = scene.place.cell
        if cell is not None and not scene.rival and scene.names >= thresholds.ROW_SURE_MIN and len(scene.times) == 1 and scene.quantities:
            rows.setdefault((scene.place.block, cell.row), []).append(scene)
    return [sorted(row, key=_day) for row in rows.values() if 1 < len(row) <= _YEARS_MAX]


def _day(scene: Scene) -> date:
    return scene.times[0].last


def _steps(said: tuple[Time, ...], row: list[Scene]) -> Iterator[tuple[Scene, Scene]]:
    """Choose the two cells: those of the two times a claim says, that of its one time and the one before, else the last two."""
    dated = [scene for time in said for scene in row if same(time, scene.times[0])]
    if len(said) > 1:
        yield from [(min(dated, key=_day), max(dated, key=_day))] if len(dated) > 1 else []
    elif said:
        yield from (pair for pair in pairwise(row) if pair[1] in dated)
    else:
        yield row[-2], row[-1]


def _change(quantity: Quantity, old: Scene, new: Scene) -> Derivation | None:
    before, after = old.quantities[0], new.quantities[0]
    if before.unit != after.unit or before.kind is not after.kind or before.comparator not in _PLAIN or not before.value:
        return None
    gap = after.value - before.value
    if quantity.direction * gap < 0:
        return None
    if quantity.kind is Kind.PERCENT and before.kind is not Kind.PERCENT:
        value = abs(gap) / abs(before.value) * 100
        step = f"({plain(after.value)} − {plain(before.value)}) / {plain(before.value)} = {value:.2f} %"
    elif before.kind is quantity.kind or (before.kind is Kind.PERCENT and quantity.kind is Kind.PERCENTAGE_POINT):
        value = abs(gap)
        step = f"|{plain(after.value)} − {plain(before.value)}| = {plain(value)}"
    else:
        return None
    made = replace(quantity, value=value, comparator=Comparator.EXACT, ulp=min(quantity.ulp, Decimal(1)), readings=())
    return Derivation(new, value, step) if compare(quantity, made).relation is Relation.INSIDE else None
