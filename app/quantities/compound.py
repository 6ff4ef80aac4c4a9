"""Number words written together: "zweihundertfünfzig", "tweeëntwintig", "ventotto"."""

from functools import lru_cache

from app.quantities.lexicon import Class, Lexicon, Word
from app.quantities.phrases import words

# Longer words are no numbers in any language read here, and the cutting below is quadratic in the length.
WORD_CHARS_MAX = 90


def pieces(word: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """Cut a glued number word into the words it is made of, in the order of their sum; () when it is none."""
    return _pieces(word, lexicon) if 4 <= len(word) <= WORD_CHARS_MAX else ()


@lru_cache(maxsize=8192)
def _pieces(word: str, lexicon: Lexicon) -> tuple[Word, ...]:
    single = lexicon.numerals.single
    glue = words(lexicon.language.glue)
    longest = max(map(len, single), default=0)
    # best[i] is a cutting of word[i:]; longest pieces win.
    best: list[tuple[Word, ...] | None] = [None] * len(word) + [()]
    for start in range(len(word) - 1, -1, -1):
        for length in range(min(longest, len(word) - start), 0, -1):
            rest = best[start + length]
            if rest is None:
                continue
            piece = word[start : start + length]
            if piece in single:
                best[start] = (single[piece], *rest)
                break
            if piece in glue and start:
                best[start] = rest
                break
    found = best[0]
    return _ordered(found) if found and len(found) > 1 else ()


def _ordered(found: tuple[Word, ...]) -> tuple[Word, ...]:
    """Put the ten before the unit that was written first ("fünf-und-zwanzig")."""
    ordered = list(found)
    for index in range(len(ordered) - 1):
        unit, ten = ordered[index], ordered[index + 1]
        if unit.role is Class.ADD and ten.role is Class.ADD and unit.value < 10 and ten.value >= 20:
            ordered[index], ordered[index + 1] = ten, unit
    return tuple(ordered)
