"""How much alike two texts are: F1 of runs of four words, as the public benchmarks of main-text extraction count."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")
_RUN = 4


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def f1(found: str, wanted: str) -> float:
    """1.0 when the texts have the same runs of words."""
    mine, true = _runs(found), _runs(wanted)
    shared = sum((mine & true).values())
    return 2 * shared / (sum(mine.values()) + sum(true.values()))


def numbers_kept(found: str, wanted: str) -> float:
    """The share of the wanted text's numbers that the found text holds."""
    digits = Counter(re.findall(r"\d[\d.,]*\d|\d", wanted))
    kept = digits & Counter(re.findall(r"\d[\d.,]*\d|\d", found))
    return sum(kept.values()) / max(1, sum(digits.values()))
