"""Judging a claim that holds neither figure nor date: by its words alone, which supports rarely and contradicts never."""

from decimal import Decimal

from app.quantities import Kind, Quantity
from app.verify import thresholds
from app.verify.frame import Frame, is_negated
from app.verify.index import Index
from app.verify.passage import passage, place_in_words
from app.verify.scene import Scene
from app.verify.verdict import Label, Verdict


def judge_words(claim: Frame, found: list[Scene], laid_out: Index) -> tuple[Verdict, ...]:
    """Judge the sentence as a whole; the quantity of the verdict is an empty count."""
    best = max(found, key=lambda s: (s.coverage, -s.place.number), default=None)
    nothing = Quantity("", 0, 0, Decimal(0), Kind.COUNT)
    if best is None or best.coverage < thresholds.TOPIC_MIN:
        return (Verdict(nothing, Label.NOT_FOUND, "no_figure", trace=("the claim holds no figure, and no place speaks of its subject",)),)
    where = place_in_words(laid_out, best.place)
    shown = passage(laid_out, best.place)
    said = f"the claim holds no figure; {where} says {best.coverage:.0%} of its words"
    least = thresholds.PASSAGE_WORDING_MIN if len(laid_out.places) <= thresholds.PASSAGE_PLACES_MAX else thresholds.WORDING_MIN
    if best.coverage >= least and not best.other_label and is_negated(best.place.text, claim.lang) == claim.negated:
        return (Verdict(nothing, Label.SUPPORTED, "wording", passage=shown, trace=(f"{said}: supported",)),)
    return (Verdict(nothing, Label.AMBIGUOUS, "no_figure", passage=shown, trace=(f"{said}: ambiguous",)),)
