"""Which number of the source is the counterpart of the claim's (NUMBERS §6)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.extract.document import BlockType
from app.quantities import Kind, Quantity
from app.quantities.agree import Agreement, Relation, compare
from app.verify import thresholds
from app.verify.frame import Frame, bearing, is_figure, labels, times_beside
from app.verify.index import Index, Place
from app.verify.rank import candidates
from app.verify.times import Time, relate, same, times
from app.verify.words import Word, language, stem, words


@dataclass(frozen=True, slots=True)
class Scene:
    """A place, laid out against a claim. `coverage` and `names` run from 0 to 1: how much of the claim's subject it speaks of."""

    place: Place
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    here: frozenset[str]
    around: frozenset[str]
    coverage: float
    names: float
    period: Relation | None
    same_time: bool
    other_label: bool


@dataclass(frozen=True, slots=True)
class Match:
    """One number of the source beside one of the claim. `pair` weighs the two numbers' own words, `score` adds the place; both 0 to 1."""

    position: int
    scene: Scene
    source: Quantity
    pair: float
    score: float
    agreement: Agreement
    rivals: int
    parts: tuple[tuple[str, float], ...] = ()

    @property
    def far_off(self) -> bool:
        """Say whether the number is so far off in size, among others of its kind, that it is likely another figure."""
        size = dict(self.parts)["size"]
        return (
            self.rivals > 1
            and size < thresholds.RIVAL_SIZE_MIN**thresholds.SIZE_POWER
            and "scale_slip_suspected" not in self.agreement.flags
        )

    @property
    def place(self) -> Place:
        return self.scene.place


def scenes(claim: Frame, laid_out: Index) -> list[Scene]:
    """Lay out the places that may hold the claim's counterpart, best first."""
    places = candidates(claim, laid_out, thresholds.CANDIDATES_TOP, thresholds.CANDIDATES_FITTING_MAX)
    return [_scene(claim, place, laid_out) for place in places]


def _scene(claim: Frame, place: Place, laid_out: Index) -> Scene:
    here = laid_out.stems[place.number]
    around = _around(place, laid_out)
    lang = laid_out.lang or claim.lang
    quantities = laid_out.quantities(place)
    found = words(f"{place.text} {place.around}" if place.around else place.text, lang)
    said = (
        times(f"{place.around} {laid_out.document.blocks[place.block].caption}", lang)
        if place.cell
        else times_beside(place.text, lang, quantities)
    )
    return Scene(
        place=place,
        words=found,
        quantities=tuple(q for q in quantities if is_figure(q, () if place.cell else said)),
        times=said,
        here=here,
        around=around,
        coverage=_coverage(claim.content, here, around, laid_out),
        names=_coverage(claim.names, here, around, laid_out) if claim.names else 1.0,
        period=period(claim.times, said),
        other_label=_other_label(claim, place.text, found),
        same_time=not said or all(t.attributive or any(same(t, other) for other in said) for t in claim.times),
    )


def _other_label(claim: Frame, text: str, found: tuple[Word, ...]) -> bool:
    """Say whether the place bears the claim's name with another number: "PlayStation 5" where it says "PlayStation 4"."""
    given = labels(text, found, [])
    known = {number for number, _ in given}
    before = {name for _, name in given if name}
    shapes = {number.count("-") for number in known if "-" in number}
    return any(number not in known and (name in before or ("-" in number and number.count("-") in shapes)) for number, name in claim.labels)


def period(claimed: tuple[Time, ...], said: tuple[Time, ...]) -> Relation | None:
    """Hold the source's times against the claim's; None where either side says none."""
    if not claimed or not said:
        return None
    relations = [_best(time, said) for time in claimed]
    if Relation.DISJOINT in relations:
        return Relation.DISJOINT
    return Relation.INSIDE if all(r is Relation.INSIDE for r in relations) else Relation.PARTIAL


def _best(time: Time, said: tuple[Time, ...]) -> Relation:
    relations = {relate(time, other) for other in said}
    return next(r for r in (Relation.INSIDE, Relation.PARTIAL, Relation.DISJOINT) if r in relations)


def _around(place: Place, laid_out: Index) -> frozenset[str]:
    """Gather the words of neighbours in the block, headings, caption, note and title."""
    document = laid_out.document
    block = document.blocks[place.block]
    stems = set(_stems_of(f"{document.title} {' '.join(block.section)} {block.caption} {block.note}", laid_out.lang))
    if block.type is not BlockType.TABLE:
        for number in (place.number - 1, place.number + 1):
            if 0 <= number < len(laid_out.places) and laid_out.places[number].block == place.block:
                stems |= laid_out.stems[number]
    return frozenset(stems)


@lru_cache(maxsize=4096)
def _stems_of(text: str, lang: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text, lang) if not word.number)


def _coverage(wanted: frozenset[str], here: frozenset[str], around: frozenset[str], laid_out: Index) -> float:
    total = sum(laid_out.idf(word) for word in wanted)
    if not total:
        return 0.0
    return sum(laid_out.idf(w) * max(held(w, here), thresholds.AROUND_SHARE * held(w, around)) for w in wanted) / total


def held(word: str, stems: frozenset[str]) -> float:
    """Say how surely a stem is among others: 1 itself, less for one that differs in its ending only ("bulgaria", "bulgarian")."""
    if word in stems:
        return 1.0
    head = word[: thresholds.KIN_PREFIX]
    if len(head) < thresholds.KIN_PREFIX or head[0] in "=@":
        return 0.0
    longest = len(word) + thresholds.KIN_ENDING
    return (
        thresholds.KIN_SHARE
        if any(s.startswith(head) and len(s) <= longest and len(word) <= len(s) + thresholds.KIN_ENDING for s in stems)
        else 0.0
    )


def matches(claim: Frame, found: list[Scene], laid_out: Index) -> list[list[Match]]:
    """Return for each figure of the claim its counterparts, one or a few per place, best first."""
    options: list[list[Match]] = [[] for _ in claim.figures]
    for scene in found:
        for match in _assigned(claim, scene, laid_out):
            options[match.position].append(match)
    for row in options:
        row.sort(key=lambda m: (-m.score, m.agreement.relation is not Relation.INSIDE, m.place.number, m.source.start))
    return options


def _assigned(claim: Frame, scene: Scene, laid_out: Index) -> Iterator[Match]:
    """Pair the claim's figures with the place's so that no number serves twice, the surest pairs first."""
    pairs = [m for i in range(len(claim.figures)) for m in _pairs(claim, i, scene, laid_out)]
    pairs.sort(key=lambda m: (-m.pair, m.position, m.source.start))
    taken: set[int] = set()
    given: set[int] = set()
    for match in pairs:
        if match.position in given or match.source.start in taken:
            continue
        given.add(match.position)
        taken.add(match.source.start)
        yield match


def _pairs(claim: Frame, position: int, scene: Scene, laid_out: Index) -> Iterator[Match]:
    quantity = claim.quantities[position]
    wanted = _bearing_in_claim(claim, position)
    for source in scene.quantities:
        if comparable(quantity, source):
            yield _match(quantity, position, source, wanted, scene, laid_out)


def _bearing_in_claim(claim: Frame, position: int) -> dict[str, float]:
    q = claim.quantities[position]
    others = tuple((o.start, o.end) for o in claim.quantities if o is not q)
    return bearing(claim.words, q.start, q.end, others)


# Kinds that may be written for one another: "half" and "50 %", "25 basis points" and "0.25 points".
_KIN = (
    frozenset({Kind.PERCENT, Kind.RATIO}),
    frozenset({Kind.PERCENTAGE_POINT, Kind.BASIS_POINT, Kind.PERCENT}),
    frozenset({Kind.RANK, Kind.ORDINAL}),
    frozenset({Kind.COUNT, Kind.INDEX}),
)


def comparable(claim: Quantity, source: Quantity) -> bool:
    """Say whether the two could speak of the same thing at all, by kind alone."""
    return claim.kind is source.kind or any(claim.kind in kin and source.kind in kin for kin in _KIN)


def _match(quantity: Quantity, position: int, source: Quantity, wanted: dict[str, float], scene: Scene, laid_out: Index) -> Match:
    others = tuple((o.start, o.end) for o in scene.quantities if o is not source)
    given = bearing(scene.words, source.start, source.end, others)
    agreement = compare(quantity, source)
    features = {
        "noun": _noun(quantity, source, wanted, given, laid_out.lang),
        "near": similarity(wanted, given, laid_out),
        "size": _size(quantity, agreement),
        "unit": _unit(quantity, source, agreement),
    }
    pair = sum(thresholds.PAIR_WEIGHTS[name] * value for name, value in features.items())
    features |= {"coverage": scene.coverage, "names": scene.names, "pair": pair}
    score = sum(weight * features[name] for name, weight in thresholds.SCORE_WEIGHTS.items())
    rivals = sum(1 for other in scene.quantities if comparable(quantity, other))
    return Match(position, scene, source, pair, score, agreement, rivals, tuple(features.items()))


def similarity(wanted: dict[str, float], given: dict[str, float], laid_out: Index) -> float:
    """Compare the words close to the number here with the words close to the number there."""
    total = sum(weight * laid_out.idf(word) for word, weight in wanted.items())
    if not total:
        return 0.0
    return sum(weight * laid_out.idf(word) * math.sqrt(given.get(word, 0.0)) for word, weight in wanted.items()) / total


def _noun(quantity: Quantity, source: Quantity, wanted: dict[str, float], given: dict[str, float], lang: str) -> float:
    """Weigh whether the same thing is counted: 1 the same noun, 0.5 where one side names none, 0 another noun."""
    if quantity.kind not in (Kind.COUNT, Kind.RANK, Kind.ORDINAL):
        return 1.0
    here, there = _counted(quantity, lang), _counted(source, lang)
    if not here and not there:
        return 0.7
    if here & there:
        return 1.0
    best = max((*(given.get(word, 0.0) for word in here), *(wanted.get(word, 0.0) for word in there)), default=0.0)
    return max(0.9 * math.sqrt(best), thresholds.UNNAMED_NOUN if not here or not there else 0.0)


def _unit(quantity: Quantity, source: Quantity, agreement: Agreement) -> float:
    """Weigh the unit: 1 the same, less where it had to be converted, 0 where it cannot be."""
    if agreement.reason == "unit_differs":
        return 0.0
    return (
        1.0 if quantity.kind is source.kind and (quantity.unit == source.unit or quantity.kind is Kind.COUNT) else thresholds.CONVERTED_UNIT
    )


def _counted(q: Quantity, lang: str) -> frozenset[str]:
    tongue = language(lang)
    return frozenset(stem(w.text.casefold(), tongue.code) for w in words(q.noun or q.unit, lang) if not w.stop)


def _size(quantity: Quantity, agreement: Agreement) -> float:
    """Weigh nearness in magnitude: 1 the same, falling by the ratio."""
    a, b = abs(quantity.value), abs(agreement.value)
    if not a or not b:
        return 1.0 if a == b else 0.0
    return float(min(a, b) / max(a, b)) ** thresholds.SIZE_POWER
