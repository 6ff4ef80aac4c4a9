"""Judging a claim that holds neither figure nor date: by its words alone, which support rarely and contradict never."""

from decimal import Decimal

from app.quantities import Kind, Quantity
from app.verify import thresholds
from app.verify.absence import subject_replaced
from app.verify.clauses import is_negated
from app.verify.contrast import contrast
from app.verify.frame import Frame
from app.verify.index import Index
from app.verify.kin import held
from app.verify.passage import passage, place_in_words
from app.verify.scene import Scene
from app.verify.verdict import Label, Verdict

# Stands for the sentence as a whole where it names no quantity at all.
_NOTHING = Quantity("", 0, 0, Decimal(0), Kind.COUNT)


def judge_words(claim: Frame, found: list[Scene], laid_out: Index) -> tuple[Verdict, ...]:
    """Judge the sentence as a whole, and say the same of each of its quantities, none of which is a figure to check."""
    best = max(found, key=lambda s: (s.coverage, -s.place.number), default=None)
    label, reason, said = _decide(claim, best, laid_out)
    shown = passage(laid_out, best.place) if best else None
    trace = (f"the claim holds no figure; {said}: {label}",)
    return tuple(Verdict(q, label, reason, passage=shown, trace=trace) for q in claim.view.quantities or (_NOTHING,))


def _decide(claim: Frame, best: Scene | None, laid_out: Index) -> tuple[Label, str, str]:
    if best is None or best.coverage < thresholds.TOPIC_MIN:
        return Label.NOT_FOUND, "no_figure", "no place speaks of its subject"
    said = f"{place_in_words(laid_out, best.place)} says {best.coverage:.0%} of its words"
    denied = is_negated(best.place.text, claim.lang) != claim.negated
    other = best.other_label or subject_replaced(claim, best, laid_out) or _says_other(claim, best, laid_out)
    if denied or other or not _says_enough(claim, best, laid_out):
        return Label.AMBIGUOUS, "no_figure", said
    return Label.SUPPORTED, "wording", said


def _says_other(claim: Frame, best: Scene, laid_out: Index) -> bool:
    """Say whether the place says the opposite of one of the claim's words, or, on a page, names others where the claim's are missing."""
    opposed = contrast(dict.fromkeys(claim.content, 1.0), dict.fromkeys(best.here, 1.0))
    passage = len(laid_out.places) <= thresholds.PASSAGE_PLACES_MAX
    if opposed or passage or not claim.names or best.names >= thresholds.WORDING_NAMES_MIN:
        return bool(opposed)
    return any(w.name and not held(w.stem, claim.stems) for w in best.words)


def _says_enough(claim: Frame, best: Scene, laid_out: Index) -> bool:
    """Ask for most of the words; on a page, for every number of the claim's as well, in a passage for its scores and tallies."""
    if len(laid_out.places) <= thresholds.PASSAGE_PLACES_MAX:
        said = all(label.number in best.place.text.replace("–", "-") for label in claim.labels if "-" in label.number)
        return said and best.coverage >= thresholds.PASSAGE_WORDING_MIN
    return best.coverage >= thresholds.WORDING_MIN and all(digits in best.place.text for digits in claim.digits)
