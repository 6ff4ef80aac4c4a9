"""Words that differ in their ending only, and kinds of quantities written for one another."""

from functools import lru_cache

from app.quantities import Kind
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


# Kinds that may be written for one another: "half" and "50 %", "25 basis points" and "0.25 points".
_KIN = (
    frozenset({Kind.PERCENT, Kind.RATIO}),
    frozenset({Kind.PERCENTAGE_POINT, Kind.BASIS_POINT, Kind.PERCENT}),
    frozenset({Kind.RANK, Kind.ORDINAL}),
    frozenset({Kind.COUNT, Kind.INDEX}),
)


@lru_cache(maxsize=64)
def kin_of(kind: Kind) -> frozenset[Kind]:
    """Return the kinds that a number of a kind may be written as, itself included."""
    return frozenset({kind}).union(*(kin for kin in _KIN if kind in kin))
