"""A sentence, laid out for judging: its words, its figures, its times, and what it speaks of apart from them."""

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from app.quantities import Comparator, Kind, Quantity
from app.verify import thresholds
from app.verify.times import Time, times
from app.verify.verdict import ClaimView
from app.verify.words import Word, fold, language, stem, words

_DIGITS = re.compile(r"\d[\d.,'’\u00a0\u202f]*")
_WEAK = (Kind.ORDINAL, Kind.RANK)


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim. `figures` are positions in `view.quantities`; `content` are the stems that carry the subject.

    `names` are those of capitalised words, `stems` those of all, `context` those of the sentence before and the headings.
    """

    view: ClaimView
    lang: str
    words: tuple[Word, ...]
    figures: tuple[int, ...]
    times: tuple[Time, ...]
    content: frozenset[str]
    stems: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    digits: tuple[str, ...]
    labels: "tuple[Labelled, ...]"
    negated: bool
    doubtful: bool

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures in order."""
        return tuple(self.view.quantities[i] for i in self.figures)

    @property
    def dated_only(self) -> bool:
        """Say whether a date is all, or nearly all, that the claim can be held to."""
        return any(not t.attributive for t in self.times) and all(is_weak(q) for q in self.quantities)


def is_weak(q: Quantity) -> bool:
    """Say whether a number is told in many ways besides figures: "first", "the opening", "a second"."""
    return q.kind in _WEAK


def frame(claim: ClaimView, lang: str = "") -> Frame:
    """Lay a claim out; `lang` is the document's, used where the claim does not say its own."""
    tongue = language(claim.lang or lang)
    found = words(claim.sentence, tongue.code)
    said = times_beside(claim.sentence, tongue.code, claim.quantities)
    figures = tuple(
        i
        for i, q in enumerate(claim.quantities)
        if is_figure(q, said) and not _points_back(q) and not is_name(claim.sentence, q, tongue.code)
    )
    speaking = [word for word in found if _speaks(word, [claim.quantities[i] for i in figures], said)]
    return Frame(
        view=claim,
        lang=tongue.code,
        words=found,
        figures=figures,
        times=said,
        content=frozenset(word.stem for word in speaking),
        stems=frozenset(word.stem for word in found),
        context=frozenset(w.stem for w in words(" . ".join((claim.context, *claim.section)), tongue.code) if not w.stop),
        names=frozenset(word.stem for word in speaking if word.name),
        digits=tuple(_DIGITS.findall(claim.sentence)),
        labels=labels(
            claim.sentence,
            found,
            [(q.start, q.end) for i, q in enumerate(claim.quantities) if i in figures] + [(t.start, t.end) for t in said],
        ),
        negated=is_negated(claim.sentence, tongue.code),
        doubtful=is_doubtful(claim.sentence, tongue.code) or bool(_HEADLINE_PLAN.match(claim.sentence)),
    )


_LABEL = re.compile(r"(?<![^\W\d_]-)\d+(?:[.,:/–-]\d+)*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A number that is neither figure nor date, with the capitalised word before it and the word after it: PlayStation 4, a 34-year-old."""

    number: str
    before: str
    after: str


def labels(text: str, found: tuple[Word, ...], taken: list[tuple[int, int]]) -> tuple[Labelled, ...]:
    """List the numbers of a sentence that lie in none of the given stretches."""
    loose = [m for m in _LABEL.finditer(text) if not any(a < m.end() and m.start() < b for a, b in taken)]
    return tuple(Labelled(m[0].replace("–", "-"), _name_before(m.start(), found), _word_after(text, m.end())) for m in loose)


def _name_before(start: int, found: tuple[Word, ...]) -> str:
    return next((w.stem for w in found if 0 < start - w.end <= _GAP_CHARS and w.text[:1].isupper() and not w.stop), "")


def _word_after(text: str, end: int) -> str:
    match = _NEXT.match(text, end)
    return fold(match[1]) if match else ""


_GAP_CHARS = 2
_NEXT = re.compile(r"-([^\W\d_]{3,})")


def times_beside(text: str, lang: str, quantities: tuple[Quantity, ...]) -> tuple[Time, ...]:
    """Read the times of a sentence, leaving out those that are part of a figure ("2000 copies")."""
    figures = [q for q in quantities if q.kind is not Kind.DATE and _is_more_than_year(q)]
    return tuple(t for t in times(text, lang) if not any(q.start <= t.start and t.end <= q.end for q in figures))


def _is_more_than_year(q: Quantity) -> bool:
    return q.kind is not Kind.COUNT or bool(q.unit or q.noun)


def is_figure(q: Quantity, said: tuple[Time, ...]) -> bool:
    """Say whether a quantity is a figure to check: no date, and no piece of one."""
    if q.kind is Kind.ORDINAL and q.noun in _PERIOD_NOUNS:
        return False
    if q.kind is Kind.COUNT and _YEAR.fullmatch(q.surface) and q.comparator is Comparator.EXACT and not q.noun:
        return False
    return q.kind is not Kind.DATE and not any(t.start <= q.start < t.end for t in said)


_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD_NOUNS = frozenset({"quarter", "half", "century", "week", "weekend", "day", "season", "month", "year", "time", "episode"})


def _points_back(q: Quantity) -> bool:
    """Say whether a small number only refers to what was told before: "the two leaders"."""
    return q.definite and q.value < _POINTING_MAX


_POINTING_MAX = 13


def is_negated(clause: str, lang: str) -> bool:
    """Say whether a clause denies what it says; "not only" and "no fewer than" do not."""
    if "n't" in clause or "n’t" in clause:
        return True
    denials = language(lang).negation
    order = [word.text.casefold() for word in words(clause, lang)]
    return any(word in denials and after not in _NO_DENIAL for word, after in zip(order, [*order[1:], ""], strict=False))


# "Airline to charge $15", "Company to cut 6,500 jobs": what a headline says will be.
_HEADLINE_PLAN = re.compile(r"(?:[A-Z0-9][\w.'’-]*\s){1,3}(?:[a-z]+\s)?to [a-z]+\b")


def is_doubtful(clause: str, lang: str) -> bool:
    """Say whether a clause forecasts, plans or supposes; "May" is a month."""
    doubt = language(lang).doubt
    return any(word.text.casefold() in doubt for word in words(clause, lang) if word.text != "May")


def direction(clause: str, lang: str) -> int:
    """Say which way a clause moves its number: 1 up, -1 down, 0 neither or both."""
    tongue = language(lang)
    said = {fold(word.text) for word in words(clause, lang)}
    return bool(said & tongue.up) - bool(said & tongue.down)


_NO_DENIAL = frozenset(
    {"only", "fewer", "less", "more", "later", "nur", "seulement", "solo", "solamente", "alleen", "bara", "tylko", "menos", "moins"}
)
# Where one thought ends and another begins; what is denied in one is not denied in the other.
_CLAUSE = re.compile(r"[,;:()–—]\s|\b(?:but|although|though|while|whereas|however|which|who|aber|mais|pero|ma|mas|maar|men|ale)\b")


# What is denied further away in a clause is mostly another thing.
_CLAUSE_WORDS_BEFORE, _CLAUSE_WORDS_AFTER = 6, 3


def clause_around(text: str, start: int, end: int, *, whole: bool = False) -> str:
    """Return the clause that holds [start, end): a few words on either side, or all of it."""
    cuts = [0, *_cuts(text), len(text)]
    first = max(cut for cut in cuts if cut <= start)
    last = min((cut for cut in cuts if cut >= end), default=len(text))
    if whole:
        return text[first:last]
    before, after = text[first:start].split(" "), text[start:last].split(" ")
    return " ".join((*before[-_CLAUSE_WORDS_BEFORE:], *after[:_CLAUSE_WORDS_AFTER]))


def is_name(text: str, q: Quantity, lang: str) -> bool:
    """Say whether a bare number belongs to a name: "Fallout 76 was", "Half Girlfriend", "the Big Four"."""
    if _PAIRED.search(text, max(0, q.start - 4), q.start) and q.surface[:1].isdigit():
        return True
    if q.comparator is not Comparator.EXACT or q.high is not None or lang in _NOUNS_CAPITAL:
        return False
    before, after = text[: q.start].rstrip(" \"'`“‘«("), text[q.start :]
    if not q.surface[:1].isdigit():
        return bool(_CAPITAL_PAIR.match(after) if not before else _CAPITAL.match(after))
    if q.kind not in (Kind.COUNT, Kind.RATIO, Kind.DURATION) or q.ulp != 1:
        return False
    if _NAME_BEFORE.search(before) and not _COUNTS_NEXT.match(after):
        return True
    titled = _TITLED.match(after)
    return bool(titled and not stem(titled[1].casefold()).startswith("@")) and not _COUNTS.match(after)


# The second half of a score: "3-1".
_PAIRED = re.compile(r"\d[-–]$")
# Where every noun has a capital, it tells no name.
_NOUNS_CAPITAL = ("de",)
_CAPITAL = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+\b")
_CAPITAL_PAIR = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]+\b")
# Two capitalised words, or one that starts the sentence or follows "of" or "the", stand before a name's number; "In Germany 73" is none.
_NAME_BEFORE = re.compile(
    r"(?:(?:^|[A-ZÀ-Þ][\w.’'-]*[ :–-]+|\b(?:of|the|film|game|song|series|season|episode|chapter|part) (?:[\"'`“‘]+ ?)?))[A-ZÀ-Þ][\w’'-]*$"
)
_COUNTS = re.compile(r"[\d.,]+ (?:[\w-]+ ){0,3}?[a-z-]+s\b(?<!was)(?<!is)(?<!has)(?<!'s)")
_COUNTS_NEXT = re.compile(r"[\d.,]+ (?:[a-z-]+ )?[a-z-]+s\b(?<!was)(?<!is)(?<!has)(?<!'s)")
_TITLED = re.compile(r"\d+ ([A-ZÀ-Þ][a-zà-ÿ]+)\b")


def _speaks(word: Word, figures: list[Quantity], said: tuple[Time, ...]) -> bool:
    dated = next((t for t in said if t.start <= word.start < t.end), None)
    if dated is not None:
        return dated.attributive
    if word.stop or word.number:
        return False
    inside = next((q for q in figures if q.start <= word.start < q.end), None)
    # Inside a quantity only the counted noun speaks of the subject: "9 people", not "nine million".
    return inside is None or word.text.casefold() in (inside.noun or inside.unit).casefold().split()


_PLACE_NAME = r"[A-ZÀ-ÞŁŚŻ][\w’'-]+"


@cache
def _placed(lang: str) -> re.Pattern[str]:
    """Match "in Port Ellery", "from North Wales": a place that a preposition ties to what is said."""
    prepositions = "|".join(sorted(language(lang).places))
    return re.compile(rf"\b(?:{prepositions}) ({_PLACE_NAME}(?: (?:de |of |la |del )?{_PLACE_NAME}){{0,2}})")


def places_named(text: str, lang: str) -> frozenset[str]:
    """Return the words, folded, of the places a text names after a preposition."""
    return frozenset(word.casefold() for name in _placed(lang).findall(text) for word in name.split())


def counted(q: Quantity, lang: str) -> frozenset[str]:
    """Return the stems of what a number counts."""
    code = language(lang).code
    return frozenset(stem(fold(w.text), code) for w in words(q.noun or q.unit, lang) if not w.stop)


def bearing(text: str, found: tuple[Word, ...], start: int, end: int, others: tuple[tuple[int, int], ...]) -> dict[str, float]:
    """Weigh every stem by how closely it bears on the number at [start, end).

    It fades with distance, with each number and each end of a clause between; what stands before the first number of the
    sentence is mostly the subject of all of them and bears on each alike.
    """
    weights: dict[str, float] = {}
    first = min(start, *(a for a, _ in others)) if others else start
    cuts = _cuts(text)
    for word in found:
        if word.start < end and word.end > start:
            _raise(weights, word, 1.0)
    breaks = _breaks(text)
    for side in ([w for w in reversed(found) if w.end <= start], [w for w in found if w.start >= end]):
        for distance, word in enumerate(side):
            if word.stop or word.number:
                continue
            crossed = sum(1 for a, b in others if (end <= a < word.start) or (word.end <= b <= start))
            cut = sum(1 for c in cuts if end <= c <= word.start or word.end <= c <= start)
            near = math.exp(-distance / thresholds.NEAR_WORDS) * thresholds.CROSSING_SHARE**crossed * thresholds.CLAUSE_SHARE**cut
            subject = word.end <= first and (crossed or distance > thresholds.SUBJECT_WORDS)
            apart = subject and any(c <= start and word.end <= c for c in breaks)
            _raise(weights, word, max(near, thresholds.SUBJECT_BEARING) if subject and not apart else near)
    return weights


# Where a sentence changes its subject.
_BREAK = re.compile(
    r"[;:]\s|\b(?:but|while|whereas|although|however|aber|während|mais|tandis|pero|mientras|ma|mentre|mas|enquanto|maar|terwijl|men|medan|ale)\b"
)


@lru_cache(maxsize=4096)
def _breaks(text: str) -> tuple[int, ...]:
    return tuple(m.end() for m in _BREAK.finditer(text))


@lru_cache(maxsize=4096)
def _cuts(text: str) -> tuple[int, ...]:
    return tuple(m.end() for m in _CLAUSE.finditer(text))


def _raise(weights: dict[str, float], word: Word, weight: float) -> None:
    if not (word.stop or word.number) and weight > weights.get(word.stem, 0.0):
        weights[word.stem] = weight
