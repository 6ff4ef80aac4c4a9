"""Judging a claim by its dates, where it holds no other figure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from app.quantities import Kind, Period, Quantity, TimeRole
from app.quantities.agree import Relation
from app.verify import thresholds
from app.verify.absence import subject_replaced
from app.verify.align import similarity
from app.verify.bearing import bearing
from app.verify.clauses import is_denied
from app.verify.frame import Frame
from app.verify.index import Index
from app.verify.passage import passage, place_in_words
from app.verify.scene import Scene
from app.verify.times import Time, relate
from app.verify.verdict import Label, Verdict


@dataclass(frozen=True, slots=True)
class _Pair:
    scene: Scene
    source: Time
    relation: Relation
    score: float


def judge_dates(claim: Frame, found: list[Scene], laid_out: Index) -> tuple[Verdict, ...]:
    """Give each date of the claim its verdict."""
    return tuple(_verdict(claim, time, found, laid_out) for time in claim.times if not time.attributive)


def _verdict(claim: Frame, time: Time, found: list[Scene], laid_out: Index) -> Verdict:
    pairs = sorted(_pairs(claim, time, found, laid_out), key=lambda p: (-p.score, p.scene.place.number, p.source.start))
    least = _least(time, laid_out)
    inside = next((p for p in pairs if p.relation is Relation.INSIDE), None)
    quantity = _quantity(claim, time)
    if not pairs or (pairs[0].score < least and inside is None):
        reason = "topic_present" if found else "topic_absent"
        return Verdict(quantity, Label.NOT_FOUND, reason, trace=(f'"{time.surface}": no date fits: not found',))
    if pairs[0].score < least and inside is not None:
        return _of(inside, quantity, Label.AMBIGUOUS, "other_subject", laid_out)
    chosen = inside if inside is not None and inside.score >= pairs[0].score - thresholds.AGREEING_LEAD else pairs[0]
    if subject_replaced(claim, chosen.scene, laid_out):
        return _of(chosen, quantity, Label.AMBIGUOUS, "other_subject", laid_out)
    label, reason = _decide(claim, time, chosen, page=len(laid_out.places) > thresholds.PASSAGE_PLACES_MAX)
    return _of(chosen, quantity, label, reason, laid_out)


def _least(time: Time, laid_out: Index) -> float:
    """Return the fit a date must have: on a page, in a lone passage, and there for "before" and "after"."""
    if len(laid_out.places) > thresholds.PASSAGE_PLACES_MAX:
        return thresholds.DATE_MIN
    bounded = time.role in (TimeRole.BEFORE, TimeRole.AFTER)
    return thresholds.PASSAGE_BOUNDED_DATE_MIN if bounded else thresholds.PASSAGE_DATE_MIN


def _decide(claim: Frame, time: Time, chosen: _Pair, *, page: bool) -> tuple[Label, str]:
    if chosen.relation is Relation.PARTIAL:
        return Label.AMBIGUOUS, "source_coarser"
    if chosen.scene.other_label and chosen.relation is Relation.INSIDE:
        return Label.AMBIGUOUS, "other_subject"
    if claim.negated != _negated(chosen, claim):
        return Label.AMBIGUOUS, "negated"
    if chosen.relation is Relation.DISJOINT:
        same_event = chosen.score >= (
            thresholds.SAME_EVENT_MIN if page or time.role is TimeRole.IN else thresholds.PASSAGE_BOUNDED_DATE_MIN
        )
        return (Label.CONTRADICTED, "date_differs") if same_event else (Label.AMBIGUOUS, "other_event")
    return Label.SUPPORTED, "exact" if time.role is TimeRole.IN else "within_hedge"


def _pairs(claim: Frame, time: Time, found: list[Scene], laid_out: Index) -> Iterator[_Pair]:
    others = tuple((t.start, t.end) for t in claim.times if t is not time)
    wanted = bearing(claim.view.sentence, claim.words, time.start, time.end, others)
    for scene in found:
        for source in _sources(claim, scene):
            beside = tuple((t.start, t.end) for t in scene.times if t.start != source.start)
            given = scene.headers or bearing(scene.place.text, scene.words, source.start, source.end, beside)
            features = {"near": similarity(wanted, given, laid_out), "coverage": scene.coverage, "names": scene.names}
            score = sum(weight * features[name] for name, weight in thresholds.DATE_WEIGHTS.items())
            yield _Pair(scene, source, relate(_begun(time, scene), source), score)


def _begun(time: Time, scene: Scene) -> Time:
    """Hold "in service since 2021" to the very year where a cell says when it began."""
    return replace(time, role=TimeRole.IN) if time.role is TimeRole.SINCE and scene.place.cell is not None else time


def _sources(claim: Frame, scene: Scene) -> Iterator[Time]:
    """List the dates of a place: what a cell itself holds when the claim names its row, else what the sentence says."""
    if scene.place.cell is not None:
        yield from scene.own_times if scene.names >= thresholds.ROW_SURE_MIN else ()
        return
    yield from scene.times
    yield from _of_life(claim, scene.times)


_YEAR_DAYS = 366


def _of_life(claim: Frame, said: tuple[Time, ...]) -> Iterator[Time]:
    """Read "(28 November 1967 – 8 February 2007)" after a name as birth and death."""
    for time in said:
        if time.days > _YEAR_DAYS and not time.attributive:
            if "=birth" in claim.content:
                yield replace(time, last=time.first)
            if "=death" in claim.content:
                yield replace(time, first=time.last)


def _negated(pair: _Pair, claim: Frame) -> bool:
    place, source = pair.scene.place, pair.source
    return place.cell is None and is_denied(place.text, source.start, source.end, claim.lang)


def _quantity(claim: Frame, time: Time) -> Quantity:
    """Return the claim's own quantity for a time, else write the time as one."""
    dates = [q for q in claim.view.quantities if q.kind is Kind.DATE and q.start < time.end and time.start < q.end]
    return dates[0] if dates else as_quantity(time)


def as_quantity(time: Time) -> Quantity:
    """Write a time as a quantity of kind date; `value` is the year, 0 where none is said."""
    year = 0 if time.yearless else time.first.year
    return Quantity(
        time.surface,
        time.start,
        time.end,
        Decimal(year),
        Kind.DATE,
        "date",
        times=(Period(time.surface, time.first, time.last, time.role),),
    )


def _of(pair: _Pair, quantity: Quantity, label: Label, reason: str, laid_out: Index) -> Verdict:
    place = pair.scene.place
    return Verdict(
        quantity=quantity,
        label=label,
        reason=reason,
        source_value=None if pair.source.yearless else Decimal(pair.source.first.year),
        source_unit="date",
        passage=passage(laid_out, place),
        trace=(
            f'"{quantity.surface}" is what the claim is held to',
            f'{place_in_words(laid_out, place)} says "{pair.source.surface}" (fit {pair.score:.2f})',
            f"{reason.replace('_', ' ')}: {label}",
        ),
    )
