"""Judging a claim by its figures."""

from app.quantities import Quantity
from app.quantities.agree import Relation, Severity
from app.quantities.interval import plain
from app.verify import thresholds
from app.verify.align import Match, Scene
from app.verify.derive import Derivation, derive
from app.verify.frame import Frame
from app.verify.gates import gate
from app.verify.index import Index
from app.verify.passage import passage, place_in_words
from app.verify.verdict import Label, Verdict


def judge_figures(claim: Frame, options: list[list[Match]], found: list[Scene], laid_out: Index) -> tuple[Verdict, ...]:
    """Give each figure of the claim its verdict."""
    return tuple(_verdict(claim, q, row, found, laid_out) for q, row in zip(claim.quantities, options, strict=True))


def _verdict(claim: Frame, quantity: Quantity, options: list[Match], found: list[Scene], laid_out: Index) -> Verdict:
    least, strong = _bars(laid_out)
    best = options[0] if options else None
    inside = next((m for m in options if m.agreement.relation is Relation.INSIDE), None)
    if inside and best and inside.score >= max(least, best.score - thresholds.AGREEING_LEAD):
        return _gated(claim, quantity, inside, Label.SUPPORTED, laid_out)
    derived = derive(quantity, claim, found, least)
    if derived is not None:
        return _of_derivation(derived, quantity, laid_out)
    if best is None or best.score < least:
        return _of(inside, quantity, Label.AMBIGUOUS, "other_subject", laid_out) if inside else _not_found(quantity, found, laid_out)
    if best.agreement.relation is Relation.DISJOINT and best.score >= strong:
        return _gated(claim, quantity, best, Label.CONTRADICTED, laid_out)
    reason = "weakly_aligned" if best.agreement.relation is Relation.DISJOINT else best.agreement.reason
    return _of(best, quantity, Label.AMBIGUOUS, reason, laid_out)


def _bars(laid_out: Index) -> tuple[float, float]:
    if len(laid_out.places) <= thresholds.PASSAGE_PLACES_MAX:
        return thresholds.PASSAGE_ALIGNED_MIN, thresholds.PASSAGE_ALIGNED_STRONGLY_MIN
    return thresholds.ALIGNED_MIN, thresholds.ALIGNED_STRONGLY_MIN


def _gated(claim: Frame, quantity: Quantity, match: Match, label: Label, laid_out: Index) -> Verdict:
    stopped = gate(claim, quantity, match, label)
    if stopped:
        return _of(match, quantity, Label.AMBIGUOUS, stopped, laid_out)
    return _of(match, quantity, label, match.agreement.reason, laid_out)


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
    said = f"{plain(match.source.value)} {match.source.unit}".strip()
    fit = ", ".join(f"{name} {value:.2f}" for name, value in match.parts)
    return (
        f'"{quantity.surface}" allows {match.agreement.allowed} {quantity.unit}'.rstrip(),
        f'{place_in_words(laid_out, match.place)} says {said} ("{match.source.surface}")',
        f"fit {match.score:.2f} ({fit})",
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
