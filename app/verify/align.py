"""Which number of the source is the counterpart of the claim's (NUMBERS §6)."""

import math
from dataclasses import dataclass
from functools import lru_cache

from app.extract.document import BlockType
from app.quantities import Kind, Quantity
from app.quantities.agree import Agreement, Relation, compare
from app.verify import thresholds
from app.verify.frame import Frame
from app.verify.index import Index, Place
from app.verify.rank import candidates
from app.verify.words import Word, fold, words


@dataclass(frozen=True, slots=True)
class Match:
    """One number of the source beside one of the claim. `score` runs from 0 to 1."""

    position: int
    place: Place
    source: Quantity
    score: float
    agreement: Agreement
    parts: tuple[tuple[str, float], ...] = ()

    @property
    def aligned(self) -> bool:
        return self.score >= thresholds.ALIGNED_MIN

    @property
    def strongly(self) -> bool:
        return self.score >= thresholds.ALIGNED_STRONGLY_MIN


def matches(claim: Frame, laid_out: Index) -> list[list[Match]]:
    """Return for each quantity of the claim its possible counterparts, best first."""
    places = candidates(claim, laid_out, thresholds.CANDIDATES_TOP, thresholds.CANDIDATES_FITTING_MAX)
    found: list[list[Match]] = [[] for _ in claim.view.quantities]
    for place in places:
        scene = _scene(claim, place, laid_out)
        for position, quantity in enumerate(claim.view.quantities):
            found[position] += (
                _match(claim, position, quantity, source, scene, laid_out)
                for source in laid_out.quantities(place)
                if comparable(quantity, source)
            )
    for options in found:
        options.sort(key=lambda m: (-m.score, m.agreement.relation is not Relation.INSIDE, m.place.number, m.source.start))
    return found


# Kinds that may be written for one another: "half" and "50 %", "25 basis points" and "0.25 points".
_KIN = (
    frozenset({Kind.PERCENT, Kind.RATIO}),
    frozenset({Kind.PERCENTAGE_POINT, Kind.BASIS_POINT, Kind.PERCENT}),
    frozenset({Kind.RANK, Kind.ORDINAL}),
    frozenset({Kind.COUNT, Kind.INDEX}),
)


def comparable(claim: Quantity, source: Quantity) -> bool:
    """Say whether the two could speak of the same thing at all, by kind alone."""
    return claim.kind is source.kind or any(claim.kind in kin and source.kind in kin for kin in _KIN)


@dataclass(frozen=True, slots=True)
class _Scene:
    place: Place
    words: tuple[Word, ...]
    here: frozenset[str]
    around: frozenset[str]
    coverage: float
    names: float


def _scene(claim: Frame, place: Place, laid_out: Index) -> _Scene:
    here = laid_out.stems[place.number]
    around = _around(place, laid_out)
    return _Scene(
        place=place,
        words=words(f"{place.text} {place.around}" if place.around else place.text, laid_out.lang),
        here=here,
        around=around,
        coverage=_coverage(claim.content, here, around, laid_out),
        names=_coverage(claim.names, here, around, laid_out) if claim.names else 1.0,
    )


def _around(place: Place, laid_out: Index) -> frozenset[str]:
    """Gather the words of neighbours in the block, headings, caption, note and title."""
    document = laid_out.document
    block = document.blocks[place.block]
    said = f"{document.title} {' '.join(block.section)} {block.caption} {block.note}"
    stems: set[str] = set(_stems_of(said, laid_out.lang))
    if block.type is not BlockType.TABLE:
        for number in (place.number - 1, place.number + 1):
            if 0 <= number < len(laid_out.places) and laid_out.places[number].block == place.block:
                stems |= laid_out.stems[number]
    return frozenset(stems)


@lru_cache(maxsize=4096)
def _stems_of(text: str, lang: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text, lang))


def _coverage(wanted: frozenset[str], here: frozenset[str], around: frozenset[str], laid_out: Index) -> float:
    total = sum(laid_out.idf(word) for word in wanted)
    if not total:
        return 0.0
    found = sum(laid_out.idf(w) * (1.0 if w in here else thresholds.AROUND_SHARE if w in around else 0.0) for w in wanted)
    return found / total


def _match(claim: Frame, position: int, quantity: Quantity, source: Quantity, scene: _Scene, laid_out: Index) -> Match:
    parts = (
        ("coverage", scene.coverage * thresholds.COVERAGE_WEIGHT),
        ("near", _near(claim, quantity, source, scene, laid_out) * thresholds.NEAR_WEIGHT),
        ("noun", _noun(quantity, source, scene, laid_out.lang) * thresholds.NOUN_WEIGHT),
        ("names", scene.names * thresholds.NAMES_WEIGHT),
    )
    return Match(position, scene.place, source, sum(value for _, value in parts), compare(quantity, source), parts)


def _near(claim: Frame, quantity: Quantity, source: Quantity, scene: _Scene, laid_out: Index) -> float:
    """Compare the words close to the number here with the words close to the number there."""
    wanted = _bearing(claim.words, quantity)
    given = _bearing(scene.words, source)
    total = sum(weight * laid_out.idf(word) for word, weight in wanted.items())
    if not total:
        return 0.0
    return sum(math.sqrt(weight * given.get(word, 0.0)) * math.sqrt(weight) * laid_out.idf(word) for word, weight in wanted.items()) / total


def _bearing(all_words: tuple[Word, ...], quantity: Quantity) -> dict[str, float]:
    bearing: dict[str, float] = {}
    order = next((i for i, word in enumerate(all_words) if word.end > quantity.start), len(all_words))
    for i, word in enumerate(all_words):
        if word.stop or word.number:
            continue
        weight = math.exp(-abs(i - order) / thresholds.NEAR_WORDS)
        bearing[word.stem] = max(weight, bearing.get(word.stem, 0.0))
    return bearing


def _noun(quantity: Quantity, source: Quantity, scene: _Scene, lang: str) -> float:
    if quantity.kind not in (Kind.COUNT, Kind.RANK, Kind.ORDINAL):
        return 1.0
    wanted = quantity.noun or quantity.unit
    if not wanted:
        return 0.5
    noun = _stems_of(fold(wanted), lang)
    if noun & _stems_of(fold(source.noun or source.unit), lang):
        return 1.0
    return 0.6 if noun & (scene.here | scene.around) else 0.0
