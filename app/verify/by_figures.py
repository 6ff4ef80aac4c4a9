"""Judging a claim by its figures, in the order of NUMBERS §7."""

from dataclasses import replace

from app.quantities import Quantity
from app.quantities.agree import Relation, Severity
from app.quantities.interval import Interval, plain
from app.verify import thresholds
from app.verify.align import Match, matches
from app.verify.amounts import amount, stretch
from app.verify.belonging import of_another
from app.verify.derive import Derivation, derive
from app.verify.derive_row import derive_row
from app.verify.frame import Frame
from app.verify.gates import contradicting_gate, supporting_gate, was_before
from app.verify.headers import numbers_of
from app.verify.index import Index
from app.verify.passage import passage, place_in_words
from app.verify.scene import Scene
from app.verify.times import times
from app.verify.verdict import Label, Verdict


def judge_figures(claim: Frame, options: list[list[Match]], found: list[Scene], laid_out: Index) -> tuple[Verdict, ...]:
    """Give each figure of the claim its verdict."""
    rows = [[m for m in row if not m.scene.rival] or row for row in options]
    verdicts = tuple(_verdict(claim, q, row, found, laid_out) for q, row in zip(claim.quantities, rows, strict=True))
    return tuple(v for v in verdicts if not _names_row(v, verdicts)) or verdicts


def _names_row(verdict: Verdict, verdicts: tuple[Verdict, ...]) -> bool:
    """Say whether a number only names the row that another one was found in: the "1 to 4" of cases "among children aged 1 to 4"."""
    if verdict.label in (Label.SUPPORTED, Label.CONTRADICTED):
        return False
    spans = numbers_of(verdict.quantity.surface)
    told = (v.passage.cell for v in verdicts if v.passage is not None and v.label in (Label.SUPPORTED, Label.CONTRADICTED))
    return any(spans and spans <= numbers_of(cell.partition(" (")[2].partition(", column ")[0]) for cell in told)


def _verdict(claim: Frame, quantity: Quantity, options: list[Match], found: list[Scene], laid_out: Index) -> Verdict:
    least, strong = bars(laid_out)
    stopped = ""
    current = [m for m in options if not was_before(claim, quantity, m)]
    for match in _agreeing(current or options, least):
        reason = supporting_gate(claim, quantity, match, laid_out)
        denying = _denying(claim, quantity, match, options, laid_out) if reason else _of_its_time(claim, match, options, laid_out)
        now = _strongest_against(claim, quantity, denying, strong, laid_out)
        if now is not None:
            return _of(now, quantity, Label.CONTRADICTED, now.agreement.reason, laid_out)
        if not reason:
            return _of(match, quantity, Label.SUPPORTED, match.agreement.reason, laid_out)
        stopped = stopped or reason
    derived = (derive(quantity, claim, found, least) or derive_row(quantity, claim, found)) if claim.sums else None
    if derived is not None:
        return _of_derivation(derived, quantity, laid_out)
    against = _strongest_against(claim, quantity, options, strong, laid_out)
    if against is not None and not stopped and not _tells_of_another(claim, quantity, against, options, laid_out):
        return _of(against, quantity, Label.CONTRADICTED, against.agreement.reason, laid_out)
    unclear, reason = _unclear(claim, quantity, options, (least, against), laid_out)
    if unclear is not None:
        return _of(unclear, quantity, Label.AMBIGUOUS, stopped or reason, laid_out)
    return _not_found(quantity, found, laid_out)


def _of_its_time(claim: Frame, match: Match, options: list[Match], laid_out: Index) -> list[Match]:
    """List the numbers that the page gives for the claim's own time, where the one that agrees says no time and another sentence does.

    An undated claim is of today: a sentence of another year yields to one of none that says all it says of the claim, and more.
    """
    if not claim.times:
        return _of_today(claim, match, options) if len(laid_out.places) > thresholds.PASSAGE_PLACES_MAX else []
    if match.period is not None:
        return []
    near, noun = match.features["near"] - thresholds.TIMED_NEAR_LOSS, match.features["noun"]
    timed = [m for m in options if m.period is Relation.INSIDE and m.place.cell is None]
    return [m for m in timed if m.features["near"] >= near and m.features["noun"] >= noun]


def _of_today(claim: Frame, match: Match, options: list[Match]) -> list[Match]:
    if match.place.cell is not None or not times(match.place.text, claim.lang):
        return []
    said = claim.content & match.scene.here
    more = (m for m in options if m.place.cell is None and said < claim.content & m.scene.here)
    return [m for m in more if not times(m.place.text, claim.lang)]


def _denying(claim: Frame, quantity: Quantity, match: Match, options: list[Match], laid_out: Index) -> list[Match]:
    """List what may deny a claim although a number agrees, since that one is what was before, or another's."""
    if was_before(claim, quantity, match):
        return [] if claim.times else _beside(claim, match, laid_out)
    if not of_another(claim, quantity, match, laid_out):
        return []
    return _beside(claim, match, laid_out) or [m for m in options if m is not match and _words_fit(m) >= _words_fit(match)]


def _words_fit(match: Match) -> float:
    """Return the score without the share of size: how well the words fit, whatever the number."""
    size = thresholds.SCORE_WEIGHTS["pair"] * thresholds.PAIR_WEIGHTS["size"]
    return match.score - size * match.features["size"]


def _beside(claim: Frame, match: Match, laid_out: Index) -> list[Match]:
    """Pair the claim's figure with the other numbers of the sentence."""
    left = tuple(q for q in match.scene.quantities if q.start != match.source.start)
    return matches(claim, [replace(match.scene, quantities=left)], laid_out)[match.position]


def bars(laid_out: Index) -> tuple[float, float]:
    """Return A1 and A2: for a page, or for a lone passage."""
    if len(laid_out.places) <= thresholds.PASSAGE_PLACES_MAX:
        return thresholds.PASSAGE_ALIGNED_MIN, thresholds.PASSAGE_ALIGNED_STRONGLY_MIN
    return thresholds.ALIGNED_MIN, thresholds.ALIGNED_STRONGLY_MIN


def _agreeing(options: list[Match], least: float) -> list[Match]:
    """Return the aligned matches that agree, of a fitting period, hardly worse in words than the best of all."""
    timely = [m for m in options if m.period is not Relation.DISJOINT]
    best = timely[0].score if timely else 0.0
    return [m for m in timely if m.relation is Relation.INSIDE and m.score >= max(least, best - thresholds.AGREEING_LEAD)]


def _strongest_against(claim: Frame, quantity: Quantity, options: list[Match], strong: float, laid_out: Index) -> Match | None:
    """Return the best match if it disagrees, is strongly aligned and passes every gate; the next best where only its time is unclear."""
    timely = [m for m in options if m.period is not Relation.DISJOINT]
    if not timely or timely[0].score < strong:
        return None
    timely = _of_now(claim, timely, strong)
    best = _latest(claim, timely)
    least = _words_fit(best) - thresholds.NEXT_BEST_LOSS
    for match in (best, *(m for m in timely if m is not best and m.score >= strong and _words_fit(m) >= least)):
        if match.relation is not Relation.DISJOINT:
            return None
        reason = contradicting_gate(claim, quantity, match, laid_out)
        if reason != "other_period":
            return None if reason else match
    return None


def _of_now(claim: Frame, timely: list[Match], strong: float) -> list[Match]:
    """Leave out what a sentence tells of a year, where the claim says none and another sentence of none fits, too."""
    if claim.times or timely[0].place.cell is not None or not _is_of_year(claim, timely[0]):
        return timely
    now = [m for m in timely if m.score >= strong and m.place.cell is None and not _is_of_year(claim, m)]
    return now or timely


def _is_of_year(claim: Frame, match: Match) -> bool:
    said = times(match.place.text, claim.lang) if match.place.cell is None else ()
    return any(t.days >= _YEAR_DAYS and not (t.yearless or t.attributive or t.baseline) for t in said)


# A day or a month mostly dates the news itself.
_YEAR_DAYS = 365


def _latest(claim: Frame, timely: list[Match]) -> Match:
    """Hold an undated claim to the latest figure of the row that fits best."""
    best = timely[0]
    cell = best.place.cell
    if cell is None or claim.times or not best.scene.times:
        return best
    of_row = [
        m
        for m in timely
        if m.place.cell is not None
        and (m.place.block, m.place.cell.row, m.place.cell.row_headers) == (best.place.block, cell.row, cell.row_headers)
        and m.scene.times
        and _words_fit(m) >= _words_fit(best) - thresholds.SAME_ROW_LOSS
    ]
    return max(of_row, key=lambda m: (max(t.last for t in m.scene.times), m is best))


def _tells_of_another(claim: Frame, quantity: Quantity, against: Match, options: list[Match], laid_out: Index) -> bool:
    """Say whether the claim's own number stands elsewhere, for another than the claim's subject, of which the page says nothing."""
    if against.place.cell is not None or claim.lang != (laid_out.lang or claim.lang):
        return False
    same = [m for m in options if m.relation is Relation.INSIDE and _is_same_number(quantity, m)]
    unspoken = any(not laid_out.speaks_of(word) for word in claim.content if word[0] != "=" and len(word) >= _WORD_CHARS_MIN)
    return unspoken and any(supporting_gate(claim, quantity, m, laid_out) == "other_subject" for m in same)


# "@BR" is a country.
_WORD_CHARS_MIN = 3


def _unclear(
    claim: Frame, quantity: Quantity, options: list[Match], bar: tuple[float, Match | None], laid_out: Index
) -> tuple[Match | None, str]:
    """Find what keeps the verdict open: an agreeing number that is gated or of another subject or period, or one that fits in part."""
    least, against = bar
    aligned = [m for m in options if m.score >= least]
    inside = [m for m in options if m.relation is Relation.INSIDE]
    for match in inside:
        if match in aligned:
            return match, supporting_gate(claim, quantity, match, laid_out) or "other_subject"
    same = [m for m in inside if _is_same_number(quantity, m)]
    if same:
        return same[0], "other_subject"
    if against is not None:
        return against, "weakly_aligned"
    for match in aligned:
        if match.relation is Relation.PARTIAL:
            return match, match.agreement.reason
    for match in aligned:
        if match.period is Relation.DISJOINT or not match.same_time:
            return match, "other_period"
    return None, ""


def _is_same_number(quantity: Quantity, match: Match) -> bool:
    """Say whether a number elsewhere is the claim's own, and not just one of many that its bound allows or any page holds."""
    if match.features["size"] < thresholds.SAME_SIZE_MIN**thresholds.SIZE_POWER:
        return False
    digits = "".join(c for c in plain(abs(quantity.value)) if c.isdigit()).strip("0")
    return len(digits) >= thresholds.DISTINCT_DIGITS_MIN or match.score >= thresholds.SAME_NUMBER_SCORE_MIN


def _not_found(quantity: Quantity, found: list[Scene], laid_out: Index) -> Verdict:
    nearest = max(found, key=lambda s: s.coverage, default=None)
    present = nearest is not None and nearest.coverage >= thresholds.TOPIC_MIN
    topic = "the document speaks of the subject without this number" if present else "the document does not speak of the subject"
    return Verdict(
        quantity=quantity,
        label=Label.NOT_FOUND,
        reason="topic_present" if present else "topic_absent",
        passage=passage(laid_out, nearest.place) if nearest else None,
        trace=(f'"{quantity.surface}": {topic}: not found',),
    )


def _of(match: Match, quantity: Quantity, label: Label, reason: str, laid_out: Index) -> Verdict:
    agreement = match.agreement
    return Verdict(
        quantity=quantity,
        label=label,
        reason=reason,
        source_value=match.source.value,
        source_high=match.source.high,
        source_unit=match.source.unit,
        severity=agreement.severity if label is Label.CONTRADICTED else Severity.NONE,
        flags=agreement.flags,
        passage=passage(laid_out, match.place),
        trace=_trace(match, quantity, label, reason, laid_out),
    )


def _trace(match: Match, quantity: Quantity, label: Label, reason: str, laid_out: Index) -> tuple[str, ...]:
    source = match.source
    said = stretch(Interval(source.value, source.high), source.unit) if source.high is not None else amount(source.value, source.unit)
    fit = ", ".join(f"{name} {value:.2f}" for name, value in match.features.items())
    return (
        f'claim "{quantity.surface}" allows {stretch(match.agreement.allowed, quantity.unit)}',
        f'{place_in_words(laid_out, match.place)} says {said} ("{source.surface}")',
        f"fit {match.score:.2f} ({fit})" + (f"; {match.contrast} exclude one another" if match.contrast else ""),
        f"{reason.replace('_', ' ')}: {label}",
    )


def _of_derivation(derived: Derivation, quantity: Quantity, laid_out: Index) -> Verdict:
    return Verdict(
        quantity=quantity,
        label=Label.SUPPORTED,
        reason="derived",
        source_value=derived.value,
        source_unit=quantity.unit,
        flags=("derived",),
        passage=passage(laid_out, derived.scene.place),
        trace=(f'"{quantity.surface}": {place_in_words(laid_out, derived.scene.place)}: {derived.sum}', "derived: supported"),
    )
