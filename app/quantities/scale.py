"""Scale words and halves after a number: "3.5 billion", "140K", "three and a half", "3 hundred and 21"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.quantities.fraction import denominator_at
from app.quantities.lexicon import Class, Lexicon
from app.quantities.numeral import MIXED_ULP, Numeral, divide, plain
from app.quantities.spelled import Sum
from app.quantities.tokens import Shape, Token

# After "5m": words that make it metres rather than millions.
_DIMENSIONS = frozenset([
    "high", "tall", "deep", "long", "wide", "above", "below", "away", "across", "apart", "thick", "race", "run", "sprint", "hurdles",
    "pool", "lang", "hoch", "breit", "tief", "de", "di", "of"
])  # fmt: skip


def and_a_half(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon) -> Numeral:
    """Read "three and a half", "two-and-a-quarter", "one million and a half", "five billion and three quarters"."""
    at = found.end
    added = lexicon.numerals.added_after.at(tokens, at)
    if added is not None and found.whole:
        return _added(found, added[0], Decimal(added[1]) / 100, tokens)
    if tokens[at].text == "-":
        at += 1
    if tokens[at].low not in lexicon.numerals.joiners | lexicon.numerals.point or not found.whole:
        return found
    at += 1
    read = proper(tokens, at, lexicon)
    if read is None:
        return found
    end, part = read
    smaller = lexicon.numerals.scales.at(tokens, end)
    if smaller is not None and found.scaled and 1000 <= smaller[1] < found.scale:
        end, unit = smaller[0], Decimal(smaller[1])
    else:
        unit = found.scale if found.scaled else Decimal(1)
    return replace(
        found, end=end, value=found.value + part * unit, ulp=MIXED_ULP * unit, whole=False,
        steps=(*found.steps, f"“{tokens[end - 1].text}” adds {plain(part * unit)}"),
    )  # fmt: skip


def _added(found: Numeral, end: int, part: Decimal, tokens: Sequence[Token]) -> Numeral:
    """Read "bir buçuk", "три с половиной", "مليون ونصف": words that add a part of the last unit."""
    unit = found.scale if found.scaled else Decimal(1)
    step = f"“{tokens[end - 1].text}” adds {plain(part * unit)}"
    return replace(found, end=end, value=found.value + part * unit, ulp=MIXED_ULP * unit, whole=False, steps=(*found.steps, step))


def proper(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[int, Decimal] | None:
    """Proper fraction in words: "a half", "three quarters", "fifty-four hundredths": (index after it, value)."""
    at = index
    while tokens[at].text == "-" or tokens[at].low in lexicon.numerals.articles:
        at += 1
    if (whole := lexicon.numerals.fractions.at(tokens, at)) is not None:
        return whole[0], divide(*whole[1])
    numerator = Sum(lexicon.numerals.grammar)
    while (word := lexicon.numerals.words.at(tokens, at)) is not None and word[1].role is Class.ADD and numerator.take(word[1]):
        at = word[0] + 1 if tokens[word[0]].text == "-" else word[0]
    denominator = denominator_at(tokens, at, lexicon)
    if denominator is None:
        return None
    part = divide(numerator.value or 1, denominator[1])
    return (denominator[0], part) if part < 1 else None


def scaled(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon, *, money: bool) -> Numeral:
    """Apply scale words and letters after a number: "3.5 billion", "140K", "lakh crore", "two dozen"."""
    for _ in range(3):
        at = found.end
        if tokens[at].text == "-" and tokens[at].glued and tokens[at + 1].glued:
            at += 1
        if tokens[at].low in lexicon.numerals.scale_gap and lexicon.numerals.scales.at(tokens, at + 1) is not None:
            at, found = at + 1, replace(found, vague=True)
        word = tokens[at]
        scale = lexicon.numerals.scales.at(tokens, at)
        if (
            scale is not None
            and not (scale[1] == 100 and not found.vague and (found.in_words or not _hundreds(tokens, at, found, lexicon)))
            and not _is_year_mark(tokens, scale[0], lexicon)
        ):
            found = found.times(Decimal(scale[1]), scale[0], f"“{word.text}” is times {scale[1]}")
        elif word.low in lexicon.numerals.dozens and found.value < 1000:
            factor = lexicon.numerals.dozens[word.low]
            about = found.value == 1 and tokens[found.start].low.rpartition("'")[2] in lexicon.numerals.articles
            found = replace(found.times(Decimal(factor), at + 1, f"“{word.text}” is times {factor}"), scaled=False, about=about)
        elif not found.in_words and not found.scaled and (factor := _short_scale(tokens, at, lexicon, money=money)):
            found = found.times(Decimal(factor), _past_stop(tokens, at + 1, lexicon), f"“{word.text}” is times {factor}")
        else:
            break
    return _chained(tokens, found, lexicon) if found.scaled and not found.in_words else found


def _hundreds(tokens: Sequence[Token], at: int, found: Numeral, lexicon: Lexicon) -> bool:
    """Tell "3 hundred" and "2.12 hundred" from "322 cents", which is money."""
    small = found.whole and found.value < 10
    return small or (not lexicon.language.unspaced and lexicon.measures.coins.at(tokens, at) is None)


def _chained(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon) -> Numeral:
    """Read "3 hundred and 21", "5 crore 20 lakh": smaller parts after a figure with its scale."""
    if not found.whole:
        return found
    if lexicon.language.tail_tenths and (tail := _tail(tokens, found, lexicon)) is not None:
        return tail
    joined = tokens[found.end].low in lexicon.numerals.joiners
    at = found.end + 1 if joined else found.end
    if tokens[at].shape is Shape.FIGURES and tokens[at].text.isdigit() and len(tokens[at].text) <= 4:
        part, end = int(tokens[at].text), at + 1
    elif joined and (word := lexicon.numerals.words.at(tokens, at)) is not None and word[1].role is Class.ADD:
        part, end = word[1].value, word[0]
    else:
        return found
    scale, end = _scales(tokens, end, lexicon)
    thousands = found.scale == 1000 and scale == 1 and len(tokens[at].text) == 3 and lexicon.language.code != "en"  # "2 тыс. 500 человек"
    fits = 0 < part * scale < found.scale and (scale > 1 or tokens[at].glued or thousands or (found.scale == 100 and joined))
    if not fits:
        return found
    smaller = replace(
        found,
        end=end,
        value=found.value + part * scale,
        ulp=Decimal(scale),
        scale=Decimal(scale),
        steps=(*found.steps, f"and {part * scale}"),
    )
    return _chained(tokens, smaller, lexicon) if scale > 1 else smaller


def _tail(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon) -> Numeral | None:
    """Read "6万2" is 62,000: one digit after the scale counts tenths of it, unless it has a scale of its own."""
    token = tokens[found.end]
    word = lexicon.numerals.single.get(token.low)
    digit = int(token.text) if token.text.isdigit() and len(token.text) == 1 else word.value if word is not None else 0
    if not token.glued or not 0 < digit < 10 or lexicon.numerals.scales.at(tokens, found.end + 1) is not None or found.scale < 100:
        return None
    unit = found.scale / 10
    step = f"“{token.text}” adds {plain(digit * unit)}"
    return replace(found, end=found.end + 1, value=found.value + digit * unit, ulp=unit, steps=(*found.steps, step))


def _scales(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[int, int]:
    """Product of the scale words from `index` on: (factor, index after them)."""
    factor, at = 1, index
    for _ in range(3):
        row = lexicon.numerals.scales.at(tokens, at)
        if row is None:
            break
        factor, at = factor * row[1], row[0]
    return factor, at


def _is_year_mark(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """A scale that is also a piece of a longer unit never stands before a glued figure ("千2")."""
    return tokens[end].glued and tokens[end].shape is Shape.FIGURES and not lexicon.language.unspaced


def _past_stop(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Read "Mio. Euro": the full stop of the short form, when the sentence goes on."""
    stop, after = tokens[at], tokens[at + 1]
    goes_on = (
        after.shape is not Shape.END
        and not after.glued
        and (after.shape is not Shape.WORD or after.text[0].islower() or lexicon.measures.coins.at(tokens, at + 1) is not None)
    )
    return at + 1 if stop.text == "." and stop.glued and len(tokens[at - 1].text) >= 2 and goes_on else at


def _short_scale(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, money: bool) -> int:  # noqa: PLR0911  one letter a line
    """Factor of a scale letter; "m", "b" and "t" alone need money or something counted beside them."""
    word, after = tokens[at], tokens[at + 1]
    factor = lexicon.numerals.short_scales.get(word.low, 0)
    if not factor or (after.glued and after.shape is not Shape.MARK) or (after.text in {"²", "³", "/", "^"} and after.glued):
        return 0
    if len(word.text) > 2 or word.low in {"bn", "mn", "tn", "md", "mi", "bi", "cr"}:
        return factor
    if word.low == "k":
        return factor
    if money or word.text in {"M", "MM"}:
        return factor
    if word.text in {"B", "T"} and not (after.shape is Shape.WORD and after.text[0].islower()):
        return 0
    if word.low == "mm":
        return 0
    followed = after.shape is Shape.WORD and after.low not in lexicon.around.stops and after.low not in _DIMENSIONS
    coin = lexicon.measures.coins.at(tokens, at + 1) is not None or after.text in {"€", "$", "£"}
    if word.low == "b" and word.glued:
        return factor
    return factor if coin or (word.glued and followed and word.low != "t" and not word.text.isupper()) else 0
