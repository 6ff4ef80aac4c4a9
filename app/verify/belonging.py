"""Whose number it is, where one sentence tells of several: "seven times with Trieva and twice with Bonn"."""

import re
from functools import lru_cache
from itertools import pairwise

from app.quantities import Kind, Quantity
from app.verify.align import Match, comparable
from app.verify.bearing import counted, number_words
from app.verify.clauses import clause_around
from app.verify.frame import Frame
from app.verify.index import Index, Place
from app.verify.kin import held
from app.verify.parts import PART
from app.verify.times import is_dated
from app.verify.unspaced import is_unspaced
from app.verify.words import NOUNS_CAPITAL, Word, language, words

_COUNTED = (Kind.COUNT, Kind.RANK, Kind.ORDINAL)
# What counts persons or pieces, whoever and whatever they are: "217 people" may be 217 patients.
_ANYBODY = frozenset({"=person", "=population", "=copy"})
# What people are counted as: one may be another.
_PEOPLE = frozenset(
    {
        "=death", "=injury", "=case", "=recover", "=arrest", "=abduct", "=employee", "=layoff", "=hire", "=vote",
        "=student", "=child", "=woman", "=man", "=passenger", "=visitor", "=doctor", "=patient", "=follower", "=refugee", "=soldier",
        "=customer", "=research", "=birth", "=view", "=review", "=test", "=company",
    }
)  # fmt: skip


def of_another(claim: Frame, quantity: Quantity, match: Match, laid_out: Index) -> bool:
    """Say whether the sentence gives the number to something else than the claim does.

    By what it counts, by the part of the sentence it stands in, by a namesake or a country there, or by its label.
    """
    if match.place.cell is not None:
        return False
    if _bracketed_of_another(claim, match) or _of_another_country(claim, match) or _of_namesake(claim, match):
        return True
    lang = laid_out.lang or claim.lang
    told = _counts_another(claim, quantity, match, lang) or _counts_foreign(claim, quantity, match, lang)
    told = told or _after_another_name(claim, match) or _of_whole(claim, match)
    return told or _in_another_part(claim, quantity, match, lang) or _under_another_label(claim, match, laid_out)


# The number after a name: "Museum of the Sea (318,000)".
_JOINS = "of|the|de|del|della|di|du|des|la|le|les|von|van|der|da|do|dos|et|and"
_NAME = r"(?<!\w)[A-ZÀ-ÞŁŚŻ][\w’'-]{0,40}"
_BRACKETED = re.compile(rf"({_NAME}(?: (?:(?:{_JOINS}) ){{0,3}}{_NAME}){{0,5}}) ?\(([\d.,  ]+)\)")


def _bracketed_of_another(claim: Frame, match: Match) -> bool:
    """Say whether the number stands in brackets after a name the claim does not say, or outside them where one it says has its own."""
    if "(" not in match.place.text:
        return False
    like = [q.start for q in match.scene.quantities if comparable(match.source, q)]
    outside_said = False
    for found in _BRACKETED.finditer(match.place.text):
        low, high = found.span(2)
        if not any(low <= start < high for start in like):
            continue
        names = [w.stem for w in words(found[1], claim.lang) if not w.stop and w.stem not in _sorts(match)]
        said = not names or any(held(name, claim.stems) for name in names)
        if low <= match.source.start < high:
            return not said
        outside_said = outside_said or (said and bool(names))
    return outside_said


def _sorts(match: Match) -> frozenset[str]:
    """Return the capitalised words that the sentence says more than once: what "Musée Clavel" and "Musée de la Marine" share."""
    told = [w.stem for w in match.scene.words if w.text[:1].isupper()]
    return frozenset(word for word in told if told.count(word) > 1)


def _counts_another(claim: Frame, quantity: Quantity, match: Match, lang: str) -> bool:
    """Say whether a number beside it counts what the claim counts, and this one counts another thing: "61 goals in 104 matches".

    A number that stands nearest to the claim's words is the claim's all the same.
    """
    if quantity.kind not in _COUNTED or match.source.kind not in _COUNTED or not match.behind:
        return False
    here, there = counted(quantity, claim.lang), counted(match.source, lang)
    if not here or not there or here & there:
        return False
    beside = (q for q in match.scene.quantities if q.start != match.source.start and q.kind in _COUNTED)
    return any(here & counted(q, lang) for q in beside)


def _counts_foreign(claim: Frame, quantity: Quantity, match: Match, lang: str) -> bool:
    """Say whether the sentence says the claim's noun, but counts another thing with the number: "vehicles ... 2.5 million followers"."""
    if quantity.kind is not Kind.COUNT or match.source.kind is not Kind.COUNT:
        return False
    here, there = counted(quantity, claim.lang), counted(match.source, lang)
    if _known_apart(here, there):
        return True
    foreign = bool(here and there) and not (here & there or there & _ANYBODY or there & claim.stems)
    said = (quantity.noun or quantity.unit).casefold()
    return foreign and bool(said) and said in match.place.text.casefold()


def _after_another_name(claim: Frame, match: Match) -> bool:
    """Say whether each of two like numbers follows a name of its own, and the claim's is the other: "Lusia bought 22 %, Erin 18 %"."""
    source = match.source
    if claim.lang in NOUNS_CAPITAL:
        return False
    like = sorted((q for q in match.scene.quantities if comparable(source, q) and q.unit == source.unit), key=lambda q: q.start)
    if len(like) < _PAIR:
        return False
    own, others = frozenset[str](), list[frozenset[str]]()
    for before, q in zip((None, *like), like, strict=False):
        names = _names_between(match, before.end if before else 0, q.start)
        if q.start == source.start:
            own = names
        else:
            others.append(names)
    if not any(_GAPPED.fullmatch(match.place.text, word.end, q.start) for q in like[1:] for word in match.scene.words if word.name):
        return False
    return bool(own) and not _said_by(claim, own) and any(names and _said_by(claim, names) and not names & own for names in others)


# Nothing between a name and its number: the verb was said before.
_GAPPED = re.compile(r"\s[$€£]?")
_PAIR = 2


def _names_between(match: Match, low: int, high: int) -> frozenset[str]:
    """Return the stems of the last run of names in a stretch."""
    inside = [w for w in match.scene.words if low <= w.start < high and not w.number]
    run: list[Word] = []
    for word in reversed(inside):
        if word.name or (word.start == 0 and word.stem.startswith("@")) or (word.stem.startswith("@") and word.text[:1].isupper()):
            run.append(word)
        elif run:
            break
    return frozenset(w.stem for w in run)


def _said_by(claim: Frame, names: frozenset[str]) -> bool:
    return any(held(name, claim.stems) for name in names)


def _of_whole(claim: Frame, match: Match) -> bool:
    """Say whether the claim's subject is that of a part told after the number: hotels, in "12,900 jobs, of which 4,100 in hotels"."""
    text, source = match.place.text, match.source
    found = PART.search(text, source.end, source.end + _PART_CHARS_MAX)
    part = found and next((q for q in match.scene.quantities if q.start >= found.end() and comparable(source, q)), None)
    if not part:
        return False
    end = min((m.start() for m in _TOLD_END.finditer(text, part.end)), default=len(text))
    said = frozenset(w.stem for w in match.scene.words if not part.end <= w.start < end)
    first = next((w.stem for w in claim.words if w.stem in claim.content), "")
    told = frozenset(w.stem for w in match.scene.words if part.end <= w.start < end and not (w.stop or w.number))
    return bool(first) and held(first, told) > 0 and not held(first, said)


_TOLD_END = re.compile(r"[,;:()]")
_PART_CHARS_MAX = 60


def _known_apart(here: frozenset[str], there: frozenset[str]) -> bool:
    """Say whether two things counted are both known, and known to be two: children and cars; passengers may be children."""
    one, other = _concepts_of(here), _concepts_of(there)
    return bool(one and other) and not here & there and not (one | other) & _ANYBODY and not (one & _PEOPLE and other & _PEOPLE)


def _concepts_of(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in stems if stem.startswith("="))


_Part = tuple[int, int]


def _in_another_part(claim: Frame, quantity: Quantity, match: Match, lang: str) -> bool:
    """Say whether words of the claim stand in a part of the sentence that has a like number of its own, and only foreign ones with this."""
    source = match.source
    like = [q for q in match.scene.quantities if comparable(source, q) and (q.unit == source.unit or source.kind in _COUNTED)]
    dated = is_dated(match.place.text, source.start, source.end, claim.lang)
    parts = _each_with_number(_parts(match.place.text, claim.lang, compared=not dated), like)
    own = next((part for part in parts if part[0] <= match.source.start < part[1]), None)
    if len(parts) < 2 or own is None:
        return False
    others = [(part, q) for q in like for part in parts if part != own and part[0] <= q.start < part[1]]
    noun = counted(quantity, claim.lang)
    # What all the numbers count tells none from the next.
    shared = noun if all(counted(q, lang) <= noun for _, q in others) else frozenset()
    mine = [w for w in _told_in(own, match, match.source, first=own[0] == 0) if w.stem not in shared]
    theirs = [w for part, q in others for w in _told_in(part, match, q, first=part[0] == 0) if w.stem not in shared]
    # Nor do the pairs of characters that both parts say: "operating profit" and "net profit" share that of profit.
    common = {w.stem for w in mine} & {w.stem for w in theirs} if is_unspaced(match.place.text) else set()
    mine = [w for w in mine if w.stem not in common]
    mine = [w for w in mine if not _is_base(w, match)]
    if not mine or any(held(w.stem, claim.stems) for w in mine):
        return False
    named = any(w.name for w in mine)
    wanted = _beside(claim, quantity) - shared - common
    return any(held(w.stem, wanted) for w in theirs if named or not w.name)


def _is_base(word: Word, match: Match) -> bool:
    """Say whether a word is what a percentage is a part of, which the next one shares: "59 % of households keep a pet; 38 % a dog"."""
    return match.source.kind is Kind.PERCENT and _OF_WHOLE.fullmatch(match.place.text, match.source.end, word.start) is not None


_OF_WHOLE = re.compile(r" (?:of|der|des|von|de|d'|dos|das|van|av|af)\s?(?:all |the |les |las |los |gli |alle )?")


def _beside(claim: Frame, quantity: Quantity) -> frozenset[str]:
    """Return the words of the claim that stand between the figures on either side of this one."""
    low = max((q.end for q in claim.quantities if q.end <= quantity.start), default=0)
    high = min((q.start for q in claim.quantities if q.start >= quantity.end), default=len(claim.view.sentence))
    return frozenset(w.stem for w in claim.words if low <= w.start < high and w.stem in claim.content)


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


def _told_in(part: _Part, match: Match, number: Quantity, *, first: bool) -> list[Word]:
    """List the words that a part of the sentence tells of one of its numbers, up to the numbers of the kind on either side.

    Those before the first number of the sentence are the subject of all; of them, only names tell one part from the next.
    """
    inside = [q for q in match.scene.quantities if part[0] <= q.start < part[1]]
    low = max((q.end for q in inside if q.end <= number.start and comparable(number, q)), default=part[0])
    high = min((q.start for q in inside if q.start >= number.end and comparable(number, q)), default=part[1])
    start = number.start if first and low == part[0] else low
    return [
        w
        for w in match.scene.words
        if low <= w.start < high
        and not (w.stop or w.number)
        and (w.start >= start or w.name)
        and not any(q.start <= w.start < q.end and (q.kind not in _COUNTED or q.unit == "times") for q in inside)
        and w.stem not in _ANYBODY | number_words()
    ]


@lru_cache(maxsize=4096)
def _parts(text: str, lang: str, *, compared: bool) -> tuple[_Part, ...]:
    """Cut a sentence where it goes on to something else: at semicolons, "and", "while", "compared with", at commas of unspaced scripts."""
    tongue = language(lang)
    at = {m.end() for m in _CUT.finditer(text)}
    at |= {w.start for w in words(text, lang) if w.text in tongue.joins}
    # What is compared with itself at another time goes on to nothing else.
    phrases = tongue.baseline if compared else ()
    at |= {found for phrase in phrases if len(phrase) >= _PHRASE_MIN and (found := text.find(f" {phrase} ")) > 0}
    return tuple(pairwise([0, *sorted(at), len(text)]))


# "Als", "än" and "dan" cut too much.
_PHRASE_MIN = 5
_CUT = re.compile(r"[;:]\s|[；，、：]")


def _of_another_country(claim: Frame, match: Match) -> bool:
    """Say whether the claim names a country and the number's clause only others: 210,000 Germans are no Frenchmen."""
    wanted = {stem for stem in claim.content if stem.startswith("@")}
    if match.passage or not wanted or wanted & match.scene.here:
        return False
    clause = clause_around(match.place.text, match.source.start, match.source.end, whole=True)
    said = {w.stem for w in words(clause, claim.lang) if w.stem.startswith("@")}
    return bool(said)


def _of_namesake(claim: Frame, match: Match) -> bool:
    """Say whether the sentence speaks of another one of the claim's sort: the Holm glacier where the claim says the Skarv glacier."""
    if match.passage or claim.lang in NOUNS_CAPITAL:
        return False
    return _of_sort(claim, match) or _of_first_name(claim, match)


def _of_sort(claim: Frame, match: Match) -> bool:
    if any(held(name, match.scene.here) for name in claim.names):
        return False
    there = _named(match.scene.words, match.place.text)
    return any(sort in there and not there[sort] & names for sort, names in _named(claim.words, claim.view.sentence).items())


def _of_first_name(claim: Frame, match: Match) -> bool:
    """Tell Storm Gerda from Storm Alva: the same first word, another second one, and the nearest such name before the number."""
    there = [(one, other) for one, other, start in _double_names(match.scene.words) if start < match.source.start]
    for first, second, _ in _double_names(claim.words):
        alike = [other for one, other in there if one == first]
        if alike and alike[-1] != second and alike[-1] not in claim.stems:
            return True
    return False


def _double_names(found: tuple[Word, ...]) -> list[tuple[str, str, int]]:
    run = pairwise(w for w in found if not w.stop)
    return [(a.stem, b.stem, a.start) for a, b in run if a.text[:1].isupper() and b.name and not b.number]


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
