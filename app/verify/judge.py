"""The verdict, in the order of NUMBERS §7."""

from dataclasses import replace
from datetime import date

from app.extract.document import Document
from app.verify.align import matches
from app.verify.by_dates import judge_dates
from app.verify.by_figures import judge_figures
from app.verify.by_words import judge_words
from app.verify.frame import Frame, frame, is_weak
from app.verify.index import Index, index
from app.verify.passage import passage
from app.verify.rollup import citation_support
from app.verify.scene import Scene, scenes
from app.verify.supersede import with_history
from app.verify.verdict import ClaimView, Judgement, Label, Passage, Previous, Verdict

# Raised whenever the same snapshot may be judged otherwise than before; verdicts keep it.
RULE_VERSION = "v4"


def judge(claim: ClaimView, document: Document | Index, today: date, *, previous: Previous | None = None, sums: bool = True) -> Judgement:
    """Judge every quantity of a claim against one document; the label is the worst of them (NUMBERS §7).

    Pass an `Index` to judge many claims against one document. `today` settles "this year"; the same claim, document
    and day give the same judgement byte for byte. `previous` is what supported the claim on an earlier snapshot.
    Without `sums`, no number is supported that the document does not write out itself.
    """
    laid_out = document if isinstance(document, Index) else index(document)
    unreadable = laid_out.document.unreadable
    if unreadable or not laid_out.places:
        return _unreadable(claim, unreadable or "empty")
    del today
    framed = replace(frame(claim, laid_out.lang), sums=sums)
    found = scenes(framed, laid_out)
    verdicts, reason = _verdicts(framed, found, laid_out)
    if previous is not None:
        verdicts = with_history(framed, verdicts, previous, laid_out)
    return _fold(verdicts, reason, _top(found, laid_out))


def judge_within(claim: ClaimView, laid_out: Index, places: frozenset[int], *, sums: bool = True) -> Judgement:
    """Judge a claim by some places of a document alone, as strictly as by all of them."""
    framed = replace(frame(claim, laid_out.lang), sums=sums)
    found = scenes(framed, laid_out, places)
    verdicts, reason = _verdicts(framed, found, laid_out)
    return _fold(verdicts, reason, _top(found, laid_out))


def _unreadable(claim: ClaimView, reason: str) -> Judgement:
    trace = (f"nothing readable: {reason}",)
    verdicts = tuple(Verdict(q, Label.UNREADABLE, reason, trace=trace) for q in claim.quantities)
    return Judgement(Label.UNREADABLE, reason, verdicts, RULE_VERSION, trace)


def _verdicts(claim: Frame, found: list[Scene], laid_out: Index) -> tuple[tuple[Verdict, ...], str]:
    figures = judge_figures(claim, matches(claim, found, laid_out), found, laid_out) if claim.figures else ()
    dates = judge_dates(claim, found, laid_out) if claim.dated_only else ()
    verdicts = _asserted((*dates, *figures))
    return (verdicts, "") if verdicts else (judge_words(claim, found, laid_out), "no_figure")


def _asserted(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Leave out a "first" that the source does not say in so many words, where other figures tell."""
    told = tuple(v for v in verdicts if not (is_weak(v.quantity) and v.label is Label.NOT_FOUND))
    return told or verdicts


def _fold(verdicts: tuple[Verdict, ...], reason: str, top: Passage | None) -> Judgement:
    label = citation_support(v.label for v in verdicts) if verdicts else Label.NOT_FOUND
    deciding = next((v for v in verdicts if v.label is label), None)
    trace = tuple(line for v in verdicts for line in v.trace)
    shown = deciding.passage if deciding and label in (Label.SUPPORTED, Label.CONTRADICTED) else top
    return Judgement(label, deciding.reason if deciding else reason, verdicts, RULE_VERSION, trace, shown)


def _top(found: list[Scene], laid_out: Index) -> Passage | None:
    """Return the place that ranks first, whatever the verdict."""
    return passage(laid_out, found[0].place) if found else None
