"""A sentence, laid out for judging: its words, its figures, its times, and what it speaks of apart from them."""

import re
from dataclasses import dataclass, replace

from app.quantities import Comparator, Kind, Quantity
from app.verify.bearing import number_words
from app.verify.clauses import is_doubtful, is_negated
from app.verify.motion import in_context
from app.verify.names import Labelled, is_name, labels
from app.verify.times import Time, times
from app.verify.verdict import ClaimView
from app.verify.words import Word, fold, language, words

# "Airline to charge $15", "Company to cut 6,500 jobs": what a headline says will be.
_HEADLINE_PLAN = re.compile(r"(?:[A-Z0-9][\w.'’-]*\s){1,3}(?:[a-z]+\s)?to [a-z]+\b")
_DIGITS = re.compile(r"\d[\d.,'’\u00a0\u202f]*")
_WEAK = (Kind.ORDINAL, Kind.RANK)


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim. `figures` are positions in `view.quantities`; `content` are the stems that carry the subject.

    `names` are those of capitalised words, `stems` those of all, `context` those of the sentence before and the headings.
    `sums` lets one step of arithmetic support it.
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
    labels: tuple[Labelled, ...]
    negated: bool
    doubtful: bool
    sums: bool = True

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures in order."""
        return tuple(self.view.quantities[i] for i in self.figures)

    @property
    def dated_only(self) -> bool:
        """Say whether a date is all, or nearly all, that the claim can be held to."""
        return any(not t.attributive for t in self.times) and all(is_weak(q) for q in self.quantities)


# A sentence with more numbers is a table or a list; the first ones are judged.
_FIGURES_MAX = 24


def is_weak(q: Quantity) -> bool:
    """Say whether a number is told in many ways besides figures: "first", "the opening", "a second"."""
    return q.kind in _WEAK


def frame(claim: ClaimView, lang: str = "") -> Frame:
    """Lay a claim out; `lang` is the document's, used where the claim does not say its own."""
    tongue = language(claim.lang or lang)
    found = words(claim.sentence, tongue.code)
    claim = replace(claim, quantities=tuple(in_context(q, claim.sentence, tongue.code) for q in claim.quantities))
    said = times_beside(claim.sentence, tongue.code, claim.quantities)
    figures = tuple(
        i
        for i, q in enumerate(claim.quantities)
        if is_figure(q, said) and not _points_back(q) and not is_name(claim.sentence, q, tongue.code)
    )[:_FIGURES_MAX]
    hedges = tongue.more | tongue.less
    speaking = [w for w in found if _speaks(w, [claim.quantities[i] for i in figures], said) and fold(w.text) not in hedges]
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


_COUNTED = (Kind.COUNT, Kind.RANK, Kind.ORDINAL)


def _speaks(word: Word, figures: list[Quantity], said: tuple[Time, ...]) -> bool:
    dated = next((t for t in said if t.start <= word.start < t.end), None)
    if dated is not None:
        return dated.attributive
    if word.stop or word.number:
        return False
    inside = next((q for q in figures if q.start <= word.start < q.end), None)
    # Inside a quantity only what is counted speaks of the subject: "nine independent candidates", not "nine million".
    if inside is None or inside.kind not in _COUNTED:
        return inside is None
    noun = (inside.noun or inside.unit).casefold().split()
    return word.text.casefold() in noun or (inside.kind is Kind.COUNT and bool(noun) and word.stem not in number_words())
