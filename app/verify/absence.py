"""Whether the one a claim speaks of is on the page at all."""

import re
from itertools import dropwhile, takewhile

from app.verify import thresholds
from app.verify.align import Match
from app.verify.frame import Frame
from app.verify.index import Index
from app.verify.kin import held
from app.verify.tables import is_total
from app.verify.words import NOUNS_CAPITAL, Word, fold, words

# "Due to", "Part of": a lone first word before one of these is no name.
_AFTER_NO_NAME = frozenset(
    {"to", "of", "for", "in", "on", "by", "with", "de", "du", "des", "di", "del", "do", "da", "van", "voor", "av", "af"}
)
# Concepts and countries are told in other words, too: absence of the word says nothing.
_CONCEPT_MARKS = ("=", "@")
# Even as a sentence's first word, "Osterby's" names somebody.
_POSSESSIVE = re.compile(r"[A-ZÀ-Þ].*['’]s$")


def subject_absent(claim: Frame, match: Match, laid_out: Index) -> bool:
    """Say whether the name a claim begins with stands nowhere on a page; a lone word only where the place names somebody else."""
    if len(laid_out.places) <= thresholds.PASSAGE_PLACES_MAX or claim.lang in NOUNS_CAPITAL:
        return False
    run = _leading_name(claim)
    if not run or (len(run) == 1 and not _names_another(claim, match)):
        return False
    return not any(laid_out.speaks_of(word.stem) for word in run)


def _leading_name(claim: Frame) -> list[Word]:
    """Return the capitalised words a claim begins with, articles left out; none where they are part of a figure or a common word."""
    order = list(dropwhile(lambda w: w.stop, claim.words))
    run = list(takewhile(lambda w: w.text[:1].isupper() and not w.stop and not w.number, order))
    inside = any(q.start <= w.start < q.end for w in run for q in claim.quantities)
    common = any(w.stem.startswith(_CONCEPT_MARKS) for w in run)
    lone = len(run) == 1 and any(fold(w.text) in _AFTER_NO_NAME for w in order[1:2])
    return [] if inside or common or lone else run


def _names_another(claim: Frame, match: Match) -> bool:
    cell = match.place.cell
    if cell is None:
        return any((w.name or _POSSESSIVE.match(w.text)) and not held(w.stem, claim.stems) for w in match.scene.words)
    said = words(" . ".join(cell.row_headers), claim.lang)
    return not is_total(cell) and any(w.text[:1].isupper() and not held(w.stem, claim.stems) for w in said)
