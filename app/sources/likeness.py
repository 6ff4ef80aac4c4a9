"""How alike two texts are."""

from rapidfuzz.fuzz import ratio

# Enough to tell two pages apart; the cost grows with the square of it.
_CHARS_MAX = 4000


def alike(one: str, other: str) -> float:
    """From 0 to 1: the share of characters that both texts have in common order. Two empty texts are alike."""
    one, other = one[:_CHARS_MAX], other[:_CHARS_MAX]
    if one == other:
        return 1.0
    return ratio(one, other) / 100
