"""Whether the one a claim speaks of is on the page at all."""

import re
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from app.verify import thresholds
from app.verify.align import Match
from app.verify.frame import Frame
from app.verify.index import Index
from app.verify.kin import held
from app.verify.scene import Scene
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


def subject_replaced(claim: Frame, scene: Scene, laid_out: Index) -> bool:
    """Say whether the place begins with another name where the claim has its own: "Ford delivered" for "Tesla delivered".

    Sure where both are names for certain and the claim's stands nowhere, or where both do the same.
    """
    if scene.place.cell is not None:
        return False
    here, there = _subject(claim.words, claim.view.sentence), _subject(scene.words, scene.place.text)
    told = frozenset(word.stem for word in scene.words)
    if not (here.run and there.run) or any(held(w.stem, claim.stems) for w in there.run) or any(held(w.stem, told) for w in here.run):
        return False
    if here.verb and here.verb == there.verb:
        return True
    certain = here.certain and there.certain and claim.lang not in NOUNS_CAPITAL
    return certain and not any(laid_out.speaks_of(word.stem) for word in here.run)


@dataclass(frozen=True, slots=True)
class _Subject:
    """The name that a sentence begins with and the stem of what it does; `certain` where no common word could be written so."""

    run: tuple[Word, ...] = ()
    verb: str = ""
    certain: bool = False


_NO_SUBJECT = _Subject()


def _subject(found: tuple[Word, ...], text: str) -> _Subject:
    """Read the name before the verb, past an adjunct ("In 2019, ...") and an article."""
    order = _past_adjunct(found, text)
    rest = list(dropwhile(lambda w: w.stop, order[:_ARTICLES_MAX])) + list(order[_ARTICLES_MAX:])
    run = _capitalised(rest)
    if not run or any(w.stem.startswith("=") for w in run) or not _GOES_ON.match(text, run[-1].end):
        return _NO_SUBJECT
    after = rest[len(run) : len(run) + 1]
    verb = after[0].stem if after and not after[0].stop and _ADJOINING.fullmatch(text, run[-1].end, after[0].start) else ""
    certain = len(run) > 1 or run[0] is not found[0] or run[0].stem.startswith("@")
    return _Subject(tuple(run), verb, certain)


# More words without weight before it, and a name is no subject.
_ARTICLES_MAX = 1
_ADJOINING = re.compile(r"\s")
# After a comma or a dash, it was no subject but an adjunct or the place of the report.
_GOES_ON = re.compile(r"\s[^\W\d_]")
_ADJUNCT_CHARS_MAX = 60


def _past_adjunct(found: tuple[Word, ...], text: str) -> tuple[Word, ...]:
    comma = text.find(",", 0, _ADJUNCT_CHARS_MAX)
    led_in = found and found[0].stop and comma > 0
    return tuple(w for w in found if w.start > comma) if led_in else found


def _capitalised(order: list[Word]) -> list[Word]:
    return list(takewhile(lambda w: w.text[:1].isupper() and not w.stop and not w.number, order))


def subject_names(claim: Frame, laid_out: Index) -> frozenset[str]:
    """Return the stems of the name a claim begins with, where the page writes it with a capital inside a sentence, too."""
    return frozenset(word.stem for word in _leading_name(claim) if laid_out.is_name(word.text))


def _leading_name(claim: Frame) -> list[Word]:
    """Return the capitalised words a claim begins with, articles left out; none where they are part of a figure or a common word."""
    order = list(dropwhile(lambda w: w.stop, claim.words))
    run = _capitalised(order)
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
