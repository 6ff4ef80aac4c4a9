"""One step of arithmetic inside one sentence or one row (NUMBERS §7): it may support, never contradict."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from app.quantities import Comparator, Kind, Quantity, Role
from app.quantities.agree import Relation, compare
from app.quantities.interval import plain
from app.verify.bearing import counted
from app.verify.clauses import direction, places_named
from app.verify.frame import Frame
from app.verify.scene import Scene
from app.verify.words import language

# A sum of more parts than this is found by chance in any sentence full of numbers.
_PARTS_MAX = 4
_NUMBERS_MAX = 6


@dataclass(frozen=True, slots=True)
class Derivation:
    """A number that a place gives after one step; `sum` is the step as a person writes it."""

    scene: Scene
    value: Decimal
    sum: str


def derive(quantity: Quantity, claim: Frame, found: list[Scene], least: float) -> Derivation | None:
    """Look for one step of arithmetic in one place that gives the claim's number, written precision included."""
    if quantity.vague or quantity.high is not None or quantity.comparator not in (Comparator.EXACT, Comparator.EXACTLY, Comparator.ABOUT):
        return None
    for scene in found:
        if scene.coverage < least or scene.place.cell is not None:
            continue
        for value, steps in _steps(quantity, scene, claim):
            made = replace(quantity, value=value, high=None, comparator=Comparator.EXACT, ulp=min(quantity.ulp, Decimal(1)), readings=())
            if compare(quantity, made).relation is Relation.INSIDE:
                return Derivation(scene, value, steps)
    return None


def _steps(quantity: Quantity, scene: Scene, claim: Frame) -> Iterator[tuple[Decimal, str]]:
    plainly = (Comparator.EXACT, Comparator.EXACTLY)
    exact = [q for q in scene.quantities if q.comparator in plainly and q.high is None and not q.vague][:_NUMBERS_MAX]
    alike = [q for q in exact if q.kind is quantity.kind and (q.unit == quantity.unit or q.kind is Kind.COUNT)]
    if quantity.kind is Kind.PERCENT:
        yield from _percent(quantity, exact, way=direction(scene.place.text, claim.lang))
    elif quantity.unit == "times":
        yield from _multiples(quantity, scene, exact, claim)
    elif quantity.kind not in (Kind.RANK, Kind.ORDINAL):
        if _all_places_named(claim, scene):
            yield from _sums(alike)
        yield from _last_of(quantity, exact, claim.lang)
        if quantity.role is Role.CHANGE:
            yield from _differences(alike)
        if quantity.kind is Kind.PERCENTAGE_POINT and _moves_alike(quantity, scene, claim):
            yield from _differences([q for q in exact if q.kind is Kind.PERCENT])


def _moves_alike(quantity: Quantity, scene: Scene, claim: Frame) -> bool:
    """Say whether two levels moved the way the claim says: by the sentence's words, else the second is what was before."""
    text = scene.place.text
    way = direction(text, claim.lang)
    levels = [q for q in scene.quantities if q.kind is Kind.PERCENT]
    if not way and len(levels) == _LEVELS:
        was_second = text[: levels[1].start].casefold().rstrip().endswith(language(claim.lang).baseline)
        way = (1 if levels[0].value > levels[1].value else -1) if was_second else 0
    return way != 0 and way == quantity.direction


_LEVELS = 2


def _all_places_named(claim: Frame, scene: Scene) -> bool:
    """Say whether the claim names every place of the sentence, or none: eleven in Haiti and three elsewhere are not fourteen in Haiti."""
    here, there = places_named(claim.view.sentence, claim.lang), places_named(scene.place.text, claim.lang)
    return not here & there or there <= here


def _last_of(quantity: Quantity, exact: list[Quantity], lang: str) -> Iterator[tuple[Decimal, str]]:
    """Count up to an ordinal: who wins an eighth medal has won eight."""
    if quantity.kind is not Kind.COUNT:
        return
    for q in exact:
        if q.kind is Kind.ORDINAL and q.value > 1 and counted(q, lang) & counted(quantity, lang):
            yield q.value, f'"{q.surface} {q.noun}" counts {plain(q.value)}'


def _sums(alike: list[Quantity]) -> Iterator[tuple[Decimal, str]]:
    """Sum all like numbers of the place, and nothing less: some two of many give any number by chance."""
    if not 2 <= len(alike) <= _PARTS_MAX or len({(q.value, q.noun) for q in alike}) < len(alike):
        return
    total = sum((q.value for q in alike), Decimal(0))
    yield total, f"{' + '.join(plain(q.value) for q in alike)} = {plain(total)}"


def _differences(alike: list[Quantity]) -> Iterator[tuple[Decimal, str]]:
    for a, b in combinations(alike, 2):
        gap = abs(a.value - b.value)
        yield gap, f"|{plain(b.value)} − {plain(a.value)}| = {plain(gap)}"


def _multiples(quantity: Quantity, scene: Scene, exact: list[Quantity], claim: Frame) -> Iterator[tuple[Decimal, str]]:
    """Read "rose to 412m from 206m" as doubled: only two levels of one unit, and moving the way the claim says."""
    levels = [q for q in exact if q.kind in (Kind.MONEY, Kind.COUNT, Kind.MASS, Kind.ENERGY) and q.value > 0]
    way = direction(scene.place.text, claim.lang)
    if len(levels) != _LEVELS or levels[0].unit != levels[1].unit or way * quantity.direction <= 0:
        return
    low, high = sorted(levels, key=lambda q: q.value)
    ratio = high.value / low.value if way > 0 else low.value / high.value
    yield ratio, f"{plain(high.value)} / {plain(low.value)} = {high.value / low.value:.2f}"


def _percent(quantity: Quantity, exact: list[Quantity], *, way: int) -> Iterator[tuple[Decimal, str]]:
    """Yield a change of two levels of one unit, moving no other way than the claim says, or a part of a whole."""
    if quantity.role is Role.CHANGE and quantity.direction * way < 0:
        return
    for a, b in combinations([q for q in exact if q.kind is not Kind.PERCENT], 2):
        if a.unit != b.unit or not a.value or not b.value:
            continue
        if quantity.role is Role.CHANGE:
            for old, new in ((a, b), (b, a)):
                change = abs(new.value - old.value) / abs(old.value) * 100
                yield change, f"({plain(new.value)} − {plain(old.value)}) / {plain(old.value)} = {change:.2f} %"
        else:
            part, whole = sorted((a, b), key=lambda q: q.value)
            share = part.value / whole.value * 100
            yield share, f"{plain(part.value)} / {plain(whole.value)} = {share:.2f} %"
