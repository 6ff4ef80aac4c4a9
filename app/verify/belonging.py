"""Whose number it is, where one sentence tells of several: "seven times with Trieva and twice with Bonn"."""

import re
from functools import lru_cache
from itertools import pairwise

from app.quantities import Kind, Quantity
from app.verify.align import Match, comparable
from app.verify.bearing import counted
from app.verify.clauses import clause_around
from app.verify.frame import Frame
from app.verify.index import Index, Place
from app.verify.kin import held
from app.verify.words import NOUNS_CAPITAL, Word, language, words

_COUNTED = (Kind.COUNT, Kind.RANK, Kind.ORDINAL)
# What counts persons, whoever they are: "217 people" may be 217 patients.
_ANYBODY = frozenset({"=person", "=population"})


def of_another(claim: Frame, quantity: Quantity, match: Match, laid_out: Index) -> bool:
    """Say whether the sentence gives the number to something else than the claim does.

    By what it counts, by the part of the sentence it stands in, by a namesake or a country there, or by its label.
    """
    if match.place.cell is not None:
        return False
    other = _counts_another(claim, quantity, match) or _in_another_part(claim, match) or _of_another_country(claim, match)
    return other or _of_namesake(claim, match) or _under_another_label(claim, match, laid_out)


def _counts_another(claim: Frame, quantity: Quantity, match: Match) -> bool:
    """Say whether a number beside it counts what the claim counts, and this one counts another thing: "61 goals in 104 matches".

    A number that stands nearest to the claim's words is the claim's all the same.
    """
    if quantity.kind not in _COUNTED or match.source.kind not in _COUNTED or not match.behind:
        return False
    here, there = counted(quantity, claim.lang), counted(match.source, claim.lang)
    if not here or not there or here & there:
        return False
    beside = (q for q in match.scene.quantities if q.start != match.source.start and q.kind in _COUNTED)
    return any(here & counted(q, claim.lang) for q in beside)


_Part = tuple[int, int]


def _in_another_part(claim: Frame, match: Match) -> bool:
    """Say whether words of the claim stand in a part of the sentence that has a like number of its own, and only foreign ones with this."""
    like = [q for q in match.scene.quantities if comparable(match.source, q)]
    parts = _each_with_number(_parts(match.place.text, claim.lang), like)
    own = next((part for part in parts if part[0] <= match.source.start < part[1]), None)
    if len(parts) < 2 or own is None:
        return False
    told = _told_in(own, match, first=own[0] == 0)
    if not told or any(held(w.stem, claim.stems) for w in told):
        return False
    named = any(w.name for w in told)
    theirs = (w for part in parts if part != own for w in _told_in(part, match, first=part[0] == 0) if named or not w.name)
    return any(held(w.stem, claim.content) for w in theirs)


def _each_with_number(parts: tuple[_Part, ...], like: list[Quantity]) -> list[_Part]:
    """Join parts until each holds a number of the kind: "17 partial or full-time members" is one."""
    found: list[_Part] = []
    start = 0
    for _, end in parts:
        if any(start <= q.start < end for q in like):
            found.append((start, end))
            start = end
    if found and parts:
        found[-1] = (found[-1][0], parts[-1][1])
    return found


def _told_in(part: _Part, match: Match, *, first: bool) -> list[Word]:
    """List the words that a part of the sentence tells of its number.

    Those before the first number of the sentence are the subject of all; of them, only names tell one part from the next.
    """
    inside = [q for q in match.scene.quantities if part[0] <= q.start < part[1]]
    start = min((q.start for q in inside), default=part[0]) if first else part[0]
    return [
        w
        for w in match.scene.words
        if part[0] <= w.start < part[1]
        and not (w.stop or w.number)
        and (w.start >= start or w.name)
        and not any(q.start <= w.start < q.end and (q.kind not in _COUNTED or q.unit == "times") for q in inside)
        and w.stem not in _ANYBODY
    ]


@lru_cache(maxsize=4096)
def _parts(text: str, lang: str) -> tuple[_Part, ...]:
    """Cut a sentence where it goes on to something else: at semicolons, "and", "while", at commas of scripts without blanks."""
    joins = language(lang).joins
    at = [m.end() for m in _CUT.finditer(text)]
    at += [w.start for w in words(text, lang) if w.text in joins]
    return tuple(pairwise([0, *sorted(at), len(text)]))


_CUT = re.compile(r"[;:]\s|[；，、：]")


def _of_another_country(claim: Frame, match: Match) -> bool:
    """Say whether the claim names a country and the number's clause only others: 210,000 Germans are no Frenchmen."""
    wanted = {stem for stem in claim.content if stem.startswith("@")}
    if not wanted or wanted & match.scene.here:
        return False
    clause = clause_around(match.place.text, match.source.start, match.source.end, whole=True)
    said = {w.stem for w in words(clause, claim.lang) if w.stem.startswith("@")}
    return bool(said)


def _of_namesake(claim: Frame, match: Match) -> bool:
    """Say whether the sentence speaks of another one of the claim's sort: the Holm glacier, where the claim says the Skarv glacier."""
    if match.passage or claim.lang in NOUNS_CAPITAL or any(held(name, match.scene.here) for name in claim.names):
        return False
    there = _named(match.scene.words, match.place.text)
    return any(sort in there and not there[sort] & names for sort, names in _named(claim.words, claim.view.sentence).items())


def _named(found: tuple[Word, ...], text: str) -> dict[str, set[str]]:
    """Map each common noun to the names that stand right beside it: "Skarv glacier", "embalse de Valdeoca"."""
    named: dict[str, set[str]] = {}
    for one, other in pairwise(w for w in found if not w.stop):
        if one.name != other.name and (_JOINED if other.name else _SPACE).fullmatch(text, one.end, other.start):
            name, noun = (one, other) if one.name else (other, one)
            if noun.text.islower():
                named.setdefault(noun.stem, set()).add(name.stem)
    return named


_SPACE = re.compile(r"\s")
_JOINED = re.compile(r"\s(?:(?:of|de|del|di|da|do|du|van|av) (?:the |los |las |la |le |el )?)?")


_LABELLED = re.compile(r"^([^.:;]{3,60}):\s*[^\w\s]{0,3}\d")
_LABELS_APART_MAX = 12


def _under_another_label(claim: Frame, match: Match, laid_out: Index) -> bool:
    """Say whether the place is a label with its value and the claim says another label's words: "Broadband customers: 2.31m"."""
    own = _label(match.place, laid_out)
    if not own:
        return False
    near = range(max(0, match.place.number - _LABELS_APART_MAX), min(len(laid_out.places), match.place.number + _LABELS_APART_MAX + 1))
    labels = [_label(laid_out.places[n], laid_out) for n in near if n != match.place.number]
    return any(
        any(held(w, claim.content) for w in label - own) and not any(held(w, claim.content) for w in own - label)
        for label in labels
        if label & own
    )


def _label(place: Place, laid_out: Index) -> frozenset[str]:
    found = _LABELLED.match(place.text) if place.cell is None else None
    return frozenset(w.stem for w in words(found[1], laid_out.lang) if not (w.stop or w.number)) if found else frozenset()
