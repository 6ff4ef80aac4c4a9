"""Claims of an earlier revision -> the claims of a new one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

from rapidfuzz import fuzz, process

from app.claims.claim import Claim

# Below this likeness (0 to 100) two sentences are two claims; an edited figure or a few edited words stay well above.
LIKENESS_MIN = 80.0
# Of one sentence that repeats, at most so many are told apart: a table of pairs is built of them.
REPEATS_MAX = 40
# Sentences compared by likeness: more than this on both sides is another article.
EDITED_MAX = 600


class Quoted(Protocol):
    """What is kept of a claim between revisions: a W3C TextQuoteSelector."""

    @property
    def exact(self) -> str: ...
    @property
    def prefix(self) -> str: ...
    @property
    def suffix(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Match:
    """`old` and `new` are indices; `likeness` is 100 when the sentence is unchanged."""

    old: int
    new: int
    likeness: float


def match(old: Sequence[Quoted], new: Sequence[Claim]) -> tuple[Match, ...]:
    """Pair each old claim with at most one new claim: same sentence in the likest surroundings first, then the likest sentence."""
    pairs = list(_unchanged(old, new))
    taken_old, taken_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    left_old = [index for index in range(len(old)) if index not in taken_old]
    left_new = [index for index in range(len(new)) if index not in taken_new]
    pairs += _edited(old, new, left_old, left_new)
    return tuple(sorted(pairs, key=lambda pair: pair.old))


def _unchanged(old: Sequence[Quoted], new: Sequence[Claim]) -> Iterator[Match]:
    """Pair equal sentences; of those that repeat, the pairs in the likest surroundings go first."""
    olds, news = _places([quote.exact for quote in old]), _places([claim.selector.exact for claim in new])
    for exact, here in olds.items():
        there = news.get(exact, [])[:REPEATS_MAX]
        ranked = sorted(
            product(here[:REPEATS_MAX], there), key=lambda pair: (-_likeness(old[pair[0]], new[pair[1]]), abs(pair[0] - pair[1]))
        )
        taken: set[tuple[str, int]] = set()
        for one, other in ranked:
            if not taken & {("old", one), ("new", other)}:
                taken |= {("old", one), ("new", other)}
                yield Match(one, other, 100.0)


def _places(sentences: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, sentence in enumerate(sentences):
        places.setdefault(sentence, []).append(index)
    return places


def _likeness(one: Quoted, other: Claim) -> float:
    return fuzz.ratio(one.prefix, other.selector.prefix) + fuzz.ratio(one.suffix, other.selector.suffix)


def _edited(old: Sequence[Quoted], new: Sequence[Claim], left_old: list[int], left_new: list[int]) -> list[Match]:
    choices = {index: new[index].sentence for index in left_new[:EDITED_MAX]}
    pairs: list[Match] = []
    for index in left_old[:EDITED_MAX]:
        found = process.extractOne(old[index].exact, choices, scorer=fuzz.ratio, score_cutoff=LIKENESS_MIN)
        if found:
            pairs.append(Match(index, found[2], found[1]))
            del choices[found[2]]
    return pairs
