"""A second opinion may propose a passage; only our own reading of that passage decides (off by default).

A proposal is a string and nothing else: it is never executed, never shown as ours, and counts only if it stands word for
word in the main zone of the snapshot. So an instruction hidden in a page can at most make us look at that page once more.
"""

from dataclasses import replace

from app.extract.document import Document
from app.verify.index import Index, Place, index
from app.verify.judge import judge_within
from app.verify.verdict import ClaimView, Judgement, Label

# The only verdicts a second look may change.
_OPEN = (Label.AMBIGUOUS, Label.NOT_FOUND)
_PROPOSAL_CHARS_MAX = 2000
_PROPOSAL_CHARS_MIN = 12
PROPOSED = "proposed_passage"


def consider(claim: ClaimView, document: Document | Index, judgement: Judgement, proposed: str, *, sums: bool = True) -> Judgement:
    """Read a proposed passage; return a new judgement if it stands in the main zone and settles what was open, else the old one.

    The new judgement carries the flag `proposed_passage` and says so in its trace.
    """
    laid_out = document if isinstance(document, Index) else index(document)
    if judgement.label not in _OPEN:
        return judgement
    places = standing(proposed, laid_out)
    if not places:
        return judgement
    seen = judge_within(claim, laid_out, frozenset(p.number for p in places), sums=sums)
    if seen.label in _OPEN or seen.label is Label.UNREADABLE:
        return judgement
    note = "the passage was proposed by a second opinion, found word for word in the snapshot, and read by our own rules"
    verdicts = tuple(replace(v, flags=(*v.flags, PROPOSED), trace=(*v.trace, note)) for v in seen.verdicts)
    return replace(seen, verdicts=verdicts, trace=(*seen.trace, note))


def standing(proposed: str, laid_out: Index) -> tuple[Place, ...]:
    """Return the sentences of the main zone that a proposal quotes, blanks aside; () when it is not word for word there."""
    wanted = " ".join(proposed.split())
    if not _PROPOSAL_CHARS_MIN <= len(wanted) <= _PROPOSAL_CHARS_MAX:
        return ()
    places = [p for p in laid_out.places if p.cell is None]
    for first in range(len(places)):
        block = places[first].block
        run = [p for p in places[first:] if p.block == block]
        said = " ".join(" ".join(p.text for p in run).split())
        at = said.find(wanted)
        if at >= 0:
            return tuple(_touched(run, at, at + len(wanted)))
    return ()


def _touched(run: list[Place], start: int, end: int) -> list[Place]:
    touched = []
    cursor = 0
    for place in run:
        length = len(" ".join(place.text.split()))
        if cursor < end and start < cursor + length:
            touched.append(place)
        cursor += length + 1
    return touched
