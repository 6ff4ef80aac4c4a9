"""Which number of the source is the counterpart of the claim's (NUMBERS §6)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.quantities import Kind, Quantity
from app.quantities.agree import Agreement, Relation, compare
from app.verify import thresholds
from app.verify.bearing import bearing, counted
from app.verify.contrast import contrast
from app.verify.former import is_former
from app.verify.frame import Frame
from app.verify.index import Index, Place
from app.verify.kin import kin_of
from app.verify.scene import Scene
from app.verify.tables import in_sense_of
from app.verify.times import Time, nearest, period, same, without_baselines, without_former


@dataclass(frozen=True, slots=True)
class Match:
    """One number of the source beside one of the claim. `pair` weighs the two numbers' own words, `score` adds the place; both 0 to 1."""

    position: int
    scene: Scene
    source: Quantity
    agreement: Agreement
    features: dict[str, float]
    pair: float
    score: float
    period: Relation | None
    same_time: bool
    contrast: str
    rivals: int
    behind: float = 0.0
    passage: bool = False

    @property
    def place(self) -> Place:
        return self.scene.place

    @property
    def relation(self) -> Relation:
        return self.agreement.relation

    @property
    def nearer(self) -> bool:
        """Say whether another number of the kind, in the same place, stands clearly nearer to the claim's words."""
        return self.behind > thresholds.NEARER_LEAD

    @property
    def far_off(self) -> bool:
        """Say whether the number is so far off in size, among others of its kind or for so poor a fit, that it is another figure."""
        slip = "scale_slip_suspected" in self.agreement.flags
        small = (
            self.features["size"] < thresholds.RIVAL_SIZE_MIN**thresholds.SIZE_POWER
            and self.features["near"] < thresholds.SAME_WORDS_NEAR_MIN
        )
        return small and not slip and (self.rivals > 1 or self.score < thresholds.FAR_OFF_SCORE_MIN)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A figure of the claim with what bears on it."""

    position: int
    quantity: Quantity
    bearing: dict[str, float]
    times: tuple[Time, ...]
    sentence: str


def matches(claim: Frame, found: list[Scene], laid_out: Index) -> list[list[Match]]:
    """Return for each figure of the claim its counterparts, at most one per place, best first."""
    options: list[list[Match]] = [[] for _ in claim.figures]
    wanted = [_wanted(claim, position) for position in range(len(claim.figures))]
    for scene in found:
        for match in _assigned(claim, wanted, scene, laid_out):
            options[match.position].append(match)
    for row in options:
        row.sort(key=_order)
    return options


def _order(match: Match) -> tuple[float, bool, float, int, int]:
    """Order by score; then agreement, then the later figure of a table, then reading order."""
    latest = -max((t.last.toordinal() for t in match.scene.times), default=0) if match.place.cell else 0
    return -round(match.score, 6), match.relation is not Relation.INSIDE, latest, match.place.number, match.source.start


def _assigned(claim: Frame, wanted: list[_Wanted], scene: Scene, laid_out: Index) -> Iterator[Match]:
    """Pair the claim's figures with the place's so that no number serves twice, the surest pairs first."""
    pairs = _compared(list(_pairs(wanted, scene, laid_out)))
    pairs.sort(key=lambda m: (-_sureness(claim, m), m.position, m.source.start))
    taken: set[int] = set()
    given: set[int] = set()
    for match in pairs:
        if match.position in given or match.source.start in taken:
            continue
        given.add(match.position)
        taken.add(match.source.start)
        yield match


def _sureness(claim: Frame, match: Match) -> float:
    former = is_former(claim, claim.quantities[match.position], match.scene, match.source, of_its_time=match.period is Relation.INSIDE)
    return match.pair + 2 * thresholds.PERIOD_LEAD[match.period] - thresholds.FORMER_LOSS * former


def _wanted(claim: Frame, position: int) -> _Wanted:
    quantity = claim.quantities[position]
    others = tuple((o.start, o.end) for o in claim.quantities if o is not quantity)
    found = bearing(claim.view.sentence, claim.words, quantity.start, quantity.end, others)
    said = nearest(claim.times, quantity.start, quantity.end, others)
    return _Wanted(position, quantity, found, said, claim.view.sentence)


def _pairs(wanted: list[_Wanted], scene: Scene, laid_out: Index) -> Iterator[Match]:
    for source in scene.quantities:
        fitting = [w for w in wanted if comparable(w.quantity, source)]
        if not fitting:
            continue
        others = tuple((o.start, o.end) for o in scene.quantities if o is not source)
        given = scene.headers or bearing(scene.place.text, scene.words, source.start, source.end, others)
        said = scene.times if scene.place.cell else _times_of(source, scene, others, laid_out.lang)
        for one in fitting:
            yield _match(one, _Given(source, given, said), scene, laid_out)


def _times_of(source: Quantity, scene: Scene, others: tuple[tuple[int, int], ...], lang: str) -> tuple[Time, ...]:
    said = without_former(scene.place.text, lang, scene.times, source.start, others)
    return nearest(said, source.start, source.end, others) or scene.times_above


def comparable(claim: Quantity, source: Quantity) -> bool:
    """Say whether the two could speak of the same thing at all, by kind alone."""
    return source.kind in kin_of(claim.kind)


def _compared(pairs: list[Match]) -> list[Match]:
    """Say of each number how much nearer another of its kind, in the same place, stands to the claim's words."""
    best: dict[int, float] = {}
    for match in pairs:
        best[match.position] = max(best.get(match.position, 0.0), match.features["near"])
    return [replace(m, behind=best[m.position] - m.features["near"]) for m in pairs]


@dataclass(frozen=True, slots=True)
class _Given:
    """A number of the source with what bears on it."""

    quantity: Quantity
    bearing: dict[str, float]
    times: tuple[Time, ...]


def _in_sense(quantity: Quantity, source: Quantity, scene: Scene, sentence: str, lang: str) -> Quantity:
    return source if scene.place.cell is None else in_sense_of(quantity, sentence, source, scene.place.cell, lang)


def _match(wanted: _Wanted, source: _Given, scene: Scene, laid_out: Index) -> Match:
    sentence = wanted.sentence
    quantity, given, said = wanted.quantity, source.bearing, source.times
    agreement = compare(quantity, _in_sense(quantity, source.quantity, scene, sentence, laid_out.lang))
    excluded = contrast(wanted.bearing, given)
    features = {
        "noun": _noun(quantity, source.quantity, wanted.bearing, given, laid_out.lang),
        "near": similarity(wanted.bearing, given, laid_out),
        "size": _size(quantity, agreement),
        "unit": _unit(quantity, source.quantity, agreement),
    }
    pair = sum(thresholds.PAIR_WEIGHTS[name] * value for name, value in features.items()) - thresholds.CONTRAST_LOSS * bool(excluded)
    features |= {"coverage": scene.coverage, "said": scene.said, "names": scene.names, "pair": pair}
    said = without_baselines(said, wanted.times)
    when = period(without_baselines(wanted.times, said), said)
    score = sum(weight * features[name] for name, weight in thresholds.SCORE_WEIGHTS.items()) + thresholds.PERIOD_LEAD[when]
    is_same = not said or all(t.attributive or any(same(t, other) for other in said) for t in wanted.times)
    is_passage = len(laid_out.places) <= thresholds.PASSAGE_PLACES_MAX
    rivals = sum(1 for other in scene.quantities if comparable(quantity, other))
    return Match(
        wanted.position, scene, source.quantity, agreement, features, pair, score, when, is_same, excluded, rivals, passage=is_passage
    )


def similarity(wanted: dict[str, float], given: dict[str, float], laid_out: Index) -> float:
    """Compare the words close to the number here with the words close to the number there."""
    total = sum(weight * laid_out.idf(word) for word, weight in wanted.items())
    if not total:
        return 0.0
    return sum(weight * laid_out.idf(word) * math.sqrt(given.get(word, 0.0)) for word, weight in wanted.items()) / total


def _noun(quantity: Quantity, source: Quantity, wanted: dict[str, float], given: dict[str, float], lang: str) -> float:
    """Weigh whether the same thing is counted: 1 the same noun, less where one side names none, 0 another noun."""
    if quantity.kind not in (Kind.COUNT, Kind.RANK, Kind.ORDINAL):
        return 1.0
    here, there = counted(quantity, lang), counted(source, lang)
    if not here and not there:
        return thresholds.BOTH_UNNAMED
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


def _size(quantity: Quantity, agreement: Agreement) -> float:
    """Weigh nearness in magnitude: 1 the same, falling by the ratio."""
    a, b = abs(quantity.value), abs(agreement.value)
    if not a or not b:
        return 1.0 if a == b else 0.0
    return math.pow(min(a, b) / max(a, b), thresholds.SIZE_POWER)
