"""Words that differ in their ending only."""

from functools import lru_cache

from app.verify import thresholds


def held(word: str, stems: frozenset[str]) -> float:
    """Say how surely a stem is among others: 1 itself, less for one that differs in its ending only ("bulgaria", "bulgarian")."""
    if word in stems:
        return 1.0
    kin = _by_head(stems).get(word[: thresholds.KIN_PREFIX], ())
    return thresholds.KIN_SHARE if any(abs(len(s) - len(word)) <= thresholds.KIN_ENDING for s in kin) else 0.0


@lru_cache(maxsize=4096)
def _by_head(stems: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in stems:
        if len(word) >= thresholds.KIN_PREFIX and word[0] not in "=@":
            found.setdefault(word[: thresholds.KIN_PREFIX], []).append(word)
    return found
