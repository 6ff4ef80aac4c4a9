"""Claims of an earlier revision -> the claims of a new one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz, process

from app.claims.claim import Claim

# Below this likeness (0 to 100) two sentences are two claims; an edited figure or a few edited words stay well above.
LIKENESS_MIN = 80.0


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
    places: dict[str, list[int]] = {}
    for index, claim in enumerate(new):
        places.setdefault(claim.selector.exact, []).append(index)
    for index, quote in enumerate(old):
        if here := places.get(quote.exact):
            best = max(here, key=lambda at: (_surroundings(quote, new[at].selector), -abs(at - index)))
            here.remove(best)
            yield Match(index, best, 100.0)


def _surroundings(one: Quoted, other: Quoted) -> float:
    return fuzz.ratio(one.prefix, other.prefix) + fuzz.ratio(one.suffix, other.suffix)


def _edited(old: Sequence[Quoted], new: Sequence[Claim], left_old: list[int], left_new: list[int]) -> list[Match]:
    choices = {index: new[index].sentence for index in left_new}
    pairs: list[Match] = []
    for index in left_old:
        found = process.extractOne(old[index].exact, choices, scorer=fuzz.ratio, score_cutoff=LIKENESS_MIN)
        if found:
            pairs.append(Match(index, found[2], found[1]))
            del choices[found[2]]
    return pairs
