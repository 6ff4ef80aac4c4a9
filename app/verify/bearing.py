"""How closely the words of a sentence bear on one of its numbers."""

import json
import math
from functools import cache
from importlib.resources import files

from app.quantities import Quantity
from app.verify import thresholds
from app.verify.clauses import breaks, cuts
from app.verify.words import Word, fold, language, stem, words


def counted(q: Quantity, lang: str) -> frozenset[str]:
    """Return the stems of what a number counts; "watched 5 million times" names nothing."""
    code = language(lang).code
    return frozenset(stem(fold(w.text), code) for w in words(q.noun or q.unit, lang) if not w.stop) - _OCCASIONS


_OCCASIONS = frozenset({"=occasion"})


@cache
def number_words() -> frozenset[str]:
    """Return the stems of words that are pieces of numbers ("million", "percent"): they tell nothing of what a number is about."""
    data = json.loads((files("app.verify") / "number_words.json").read_text("utf-8"))
    return frozenset(stem(fold(word), code) for code, text in data.items() for word in text.split())


def bearing(text: str, found: tuple[Word, ...], start: int, end: int, others: tuple[tuple[int, int], ...]) -> dict[str, float]:
    """Weigh every stem by how closely it bears on the number at [start, end).

    It fades with distance, with each number and each end of a clause between; what stands before the first number of the
    sentence is mostly the subject of all of them and bears on each alike.
    """
    weights: dict[str, float] = {}
    first = min(start, *(a for a, _ in others)) if others else start
    ends = cuts(text)
    for word in found:
        if word.start < end and word.end > start and word.stem not in number_words():
            _raise(weights, word, 1.0)
    turns = breaks(text)
    for side in ([w for w in reversed(found) if w.end <= start], [w for w in found if w.start >= end]):
        for distance, word in enumerate(side):
            if word.stop or word.number:
                continue
            crossed = sum(1 for a, b in others if (end <= a < word.start) or (word.end <= b <= start))
            cut = sum(1 for c in ends if end <= c <= word.start or word.end <= c <= start)
            near = math.exp(-distance / thresholds.NEAR_WORDS) * thresholds.CROSSING_SHARE**crossed * thresholds.CLAUSE_SHARE**cut
            subject = word.end <= first and (crossed or distance > thresholds.SUBJECT_WORDS)
            apart = subject and any(c <= start and word.end <= c for c in turns)
            _raise(weights, word, max(near, thresholds.SUBJECT_BEARING) if subject and not apart else near)
    return weights


def _raise(weights: dict[str, float], word: Word, weight: float) -> None:
    if not (word.stop or word.number) and weight > weights.get(word.stem, 0.0):
        weights[word.stem] = weight
