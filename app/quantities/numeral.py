"""A number by itself: figures, words, fractions and scales, before anything is said of what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from app.quantities.digits import figures, is_irregular_list
from app.quantities.lexicon import Class, Lexicon, Word
from app.quantities.tokens import Shape, Token
from app.quantities.compound import pieces

# A share in words is meant to about two percentage points (NUMBERS §4).
WORD_FRACTION_ULP = Decimal("0.02")
_TENTH = Decimal("0.1")
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6),
    "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
# No number of a text is larger; it bounds the work on "10^99999999".
EXPONENT_MAX = 60
_DENOMINATOR_MAX = 1000


class Mark(NamedTuple):
    """The decimal mark a text uses, and whether that is known or assumed."""

    sign: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over tokens[start:end]; `part` says that it is a fraction of one; `other` is the second reading."""

    start: int
    end: int
    value: Decimal
    ulp: Decimal
    steps: tuple[str, ...] = ()
    high: Decimal | None = None
    other: Decimal | None = None
    in_words: bool = False
    scaled: bool = False
    scale: Decimal = Decimal(1)
    part: bool = False
    vague: bool = False
    whole: bool = True

    def times(self, factor: Decimal, end: int, step: str) -> "Numeral":
        """Multiply by a scale word that ends at `end`."""
        return replace(
            self,
            end=end,
            value=self.value * factor,
            ulp=self.ulp * factor,
            other=None if self.other is None else self.other * factor,
            high=None if self.high is None else self.high * factor,
            scaled=True,
            scale=self.scale * factor,
            part=False,
            whole=self.whole or factor >= 1000,
            steps=(*self.steps, step),
        )


def _plain(value: Decimal) -> str:
    return f"{value:f}"


def divide(numerator: int, denominator: int) -> Decimal:
    return Decimal(numerator) / Decimal(denominator)


# --- figures ---------------------------------------------------------------------------------------------------------


def in_figures(tokens: Sequence[Token], index: int, mark: Mark) -> Numeral | None:
    """Read figures at `index`, with groups, powers and fractions, without scale words."""
    token = tokens[index]
    lexeme, end = _grouped(tokens, index)
    read = figures(lexeme, mark.sign, mark.sure)
    if read is None or (is_irregular_list(lexeme, mark.sign) and not _continues(tokens[end])):
        return None
    ulp = Decimal(1).scaleb(-read.decimals)
    steps = (f"“{lexeme}” is {_plain(read.value)}",)
    value, start = read.value, index
    if index and tokens[index - 1].text == "." and token.glued and (index < 2 or not tokens[index - 1].glued):
        value, ulp, start = Decimal(f"0.{lexeme}") if lexeme.isdigit() else value, Decimal(1).scaleb(-len(lexeme)), index - 1
        steps = (f"“.{lexeme}” is {_plain(value)}",)
    found = Numeral(start, end, value, ulp, steps, other=read.other.value if read.other else None, whole=value == value.to_integral_value())
    return _power(tokens, _fraction(tokens, found))


def _continues(token: Token) -> bool:
    return token.text in {"%", "€", "$", "£"} or token.shape is Shape.WORD


def _grouped(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Join groups of three that stand apart by a blank, or by a comma in text that was cut into tokens ("4 , 000")."""
    lexeme, end = tokens[index].text, index + 1
    if not (lexeme.isdigit() and len(lexeme) <= 3) or lexeme.startswith("0"):
        return lexeme, end
    joined = [lexeme]
    while True:
        token = tokens[end]
        if token.shape is Shape.FIGURES and token.start == tokens[end - 1].end + 1 and _is_group(token.text):
            joined.append(token.text)
            end += 1
        elif token.text == "," and _spaced_group(tokens, end):
            joined.append(tokens[end + 1].text)
            end += 2
        else:
            break
    if tokens[end].glued and tokens[end].shape is Shape.WORD and len(joined) > 1 and tokens[end].text[0].isupper():
        return lexeme, index + 1
    return "".join(joined), end


def _is_group(text: str) -> bool:
    return len(text) >= 3 and text[:3].isdigit() and (len(text) == 3 or text[3] in ".,") and text.count(".") + text.count(",") <= 1


def _spaced_group(tokens: Sequence[Token], comma: int) -> bool:
    after = tokens[comma + 1]
    return (
        not tokens[comma].glued
        and not after.glued
        and after.shape is Shape.FIGURES
        and _is_group(after.text)
        and after.text[0:3] == after.text[:3]
    )


def _fraction(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """ "3/4", "3 1/2", "26⅔", "26 2/3"."""
    end = found.end
    token = tokens[end]
    if not found.whole:
        return found
    if token.text in VULGAR:
        part = divide(*VULGAR[token.text])
        return replace(
            found, end=end + 1, value=found.value + part, ulp=_TENTH, whole=False, steps=(*found.steps, f"“{token.text}” adds {part:.4f}")
        )
    if token.text == "/" and (ratio := _slash(tokens, found.end - 1)) is not None and found.end - 1 == _last_figures(tokens, found):
        return replace(
            found, end=end + 2, value=ratio, ulp=WORD_FRACTION_ULP, part=True, whole=False, other=None,
            steps=(f"“{tokens[end - 1].text}/{tokens[end + 1].text}” is {ratio:.4f}",),
        )  # fmt: skip
    mixed = end + 1 if token.text == "-" and token.glued else end
    ratio = _slash(tokens, mixed) if tokens[mixed].shape is Shape.FIGURES else None
    if ratio is not None and ratio < 1 and tokens[mixed].start - tokens[end - 1].end <= 1:
        return replace(
            found, end=mixed + 3, value=found.value + ratio, ulp=_TENTH, whole=False, steps=(*found.steps, f"a fraction adds {ratio:.4f}")
        )
    return found


def _last_figures(tokens: Sequence[Token], found: Numeral) -> int:
    return found.end - 1 if found.end - 1 == found.start else -1


def _slash(tokens: Sequence[Token], index: int) -> Decimal | None:
    """Value of "3/4" at `index`; None for dates, paths and ratios to large numbers."""
    top, slash, bottom, after = tokens[index], tokens[index + 1], tokens[index + 2], tokens[index + 3]
    if (
        slash.text != "/"
        or bottom.shape is not Shape.FIGURES
        or slash.glued != bottom.glued
        or not (top.text.isdigit() and bottom.text.isdigit())
    ):
        return None
    if after.text == "/" or (after.glued and after.shape is Shape.WORD) or len(bottom.text) > 4 or len(top.text) > 4:
        return None
    denominator = int(bottom.text)
    return divide(int(top.text), denominator) if 2 <= denominator <= _DENOMINATOR_MAX else None


def _power(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """ "10^9", "10⁹", "1.5×10⁶", "1.5 x 10^6", "1.5e6"."""
    end = found.end
    token = tokens[end]
    if token.low == "e" and token.glued:
        signed = end + 2 if tokens[end + 1].text in "+-" and tokens[end + 1].text else end + 1
        if (
            tokens[signed].shape is Shape.FIGURES
            and tokens[signed].glued
            and tokens[signed].text.isdigit()
            and len(tokens[signed].text) <= 3
        ):
            return _raise(found, int(tokens[signed].text) * (-1 if tokens[end + 1].text == "-" else 1), signed + 1, Decimal(1))
    if token.text in {"×", "x", "X", "*", "·"} and tokens[end + 1].text == "10":
        exponent = _exponent(tokens, end + 2)
        return _raise(found, exponent[0], exponent[1], Decimal(1)) if exponent else found
    if tokens[end - 1].text == "10" and end - 1 == found.start and (exponent := _exponent(tokens, end)):
        return _raise(found, exponent[0], exponent[1], Decimal(10))
    if token.text == "^" and token.glued and found.whole and (exponent := _exponent(tokens, end)):
        power = found.value ** exponent[0] if abs(exponent[0]) <= EXPONENT_MAX else found.value
        return replace(found, end=exponent[1], value=power, ulp=Decimal(1), steps=(*found.steps, f"to the power of {exponent[0]}"))
    return found


def _exponent(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Exponent written after the base: (exponent, index after it)."""
    token = tokens[index]
    if not token.glued:
        return None
    if token.text == "^":
        signed = index + 2 if tokens[index + 1].text == "-" else index + 1
        number = tokens[signed].text
        if not number.isdigit() or len(number) > 2:
            return None
        return int(number) * (-1 if signed == index + 2 else 1), signed + 1
    raised, end = "", index
    while tokens[end].shape is Shape.MARK and tokens[end].text in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺" and (end == index or tokens[end].glued):
        raised += tokens[end].text
        end += 1
    digits = raised.translate(_RAISED)
    return (int(digits), end) if digits.lstrip("-+").isdigit() and len(digits) <= 3 else None


def _raise(found: Numeral, exponent: int, end: int, base: Decimal) -> Numeral:
    if abs(exponent) > EXPONENT_MAX:
        return found
    factor = Decimal(10) ** exponent
    value = factor if base != 1 else found.value * factor
    step = f"times 10^{exponent}" if base == 1 else f"10^{exponent}"
    ulp = found.ulp * factor
    return replace(
        found, end=end, value=value, ulp=ulp, scaled=True, whole=value == value.to_integral_value(), other=None, steps=(*found.steps, step)
    )


# --- words -----------------------------------------------------------------------------------------------------------


class _Sum:
    """Adds number words up: "two hundred and fifty thousand". `room` is what the next word must stay below."""

    def __init__(self) -> None:
        self.total = 0
        self.group = 0
        self.room = 1000
        self.scale = 0
        self.ulp = 1

    def take(self, word: Word, vigesimal: frozenset[int]) -> bool:
        match word.role:
            case Class.ADD:
                return self._add(word.value, vigesimal)
            case Class.HUNDRED:
                return self._hundred()
            case Class.SCALE:
                return self._scale(word.value)

    def _add(self, value: int, vigesimal: frozenset[int]) -> bool:
        if value >= self.room or (value == 0 and (self.total or self.group)):
            return False
        self.group += value
        self.ulp = 1
        if value >= 100:
            self.room = 100
        elif value >= 20 and value % 10 == 0:
            self.room = 20 if value in vigesimal else 10
        else:
            self.room = 1
        return True

    def _hundred(self) -> bool:
        if self.group >= 100 or (self.group == 0 and self.room < 1000):
            return False
        self.group = max(self.group, 1) * 100
        self.room = 100
        self.ulp = 1
        return True

    def _scale(self, value: int) -> bool:
        if self.group == 0 and self.total and self.room != 1000:
            return False
        if self.total and value > self.scale or self.group == 0 and self.total:
            self.total = (self.total + self.group) * value
        else:
            self.total += max(self.group, 1) * value
        self.group, self.room, self.scale, self.ulp = 0, 1000, value, value
        return self.total < 10**30

    @property
    def value(self) -> int:
        return self.total + self.group


_VIGESIMAL = frozenset({60, 80})
_NONE: frozenset[int] = frozenset()


def in_words(tokens: Sequence[Token], index: int, lexicon: Lexicon, *, joined: bool = True) -> Numeral | None:
    """Read number words at `index`; `joined` False stops at "and" ("between one hundred and two hundred")."""
    numerals = lexicon.numerals
    vigesimal = _VIGESIMAL if lexicon.language.code == "fr" else _NONE
    running = _Sum()
    at = index
    while True:
        start = at
        if at > index:
            start = _over_joiner(tokens, at, lexicon, running.room, joined=joined)
            if start < 0:
                break
        step = _take(tokens, start, lexicon, running, vigesimal)
        if step == start:
            break
        at = step
    if at == index:
        return None
    surface = " ".join(token.text for token in tokens[index:at])
    value = Decimal(running.value)
    found = Numeral(
        index,
        at,
        value,
        Decimal(running.ulp),
        (f"“{surface}” is {value}",),
        in_words=True,
        scaled=running.scale >= 1000,
        scale=Decimal(max(1, running.scale)),
    )
    return _decimals(tokens, found, lexicon) if tokens[at].low in numerals.point else found


def _over_joiner(tokens: Sequence[Token], at: int, lexicon: Lexicon, room: int, *, joined: bool) -> int:
    """Index of the next number word, past a hyphen or an "and" that joins; -1 when nothing may follow."""
    token = tokens[at]
    if token.text == "-" and token.glued and tokens[at + 1].glued:
        return at + 1
    if token.low in lexicon.numerals.joiners:
        if not joined or (lexicon.language.code == "en" and room < 100):
            return -1
        following = lexicon.numerals.words.at(tokens, at + 1)
        fits = following is not None and following[1].role is Class.ADD and 0 < following[1].value < room
        return at + 1 if fits else -1
    return at if not token.glued or token.text.isalpha() else -1


def _take(tokens: Sequence[Token], at: int, lexicon: Lexicon, running: _Sum, vigesimal: frozenset[int]) -> int:
    """Add the word at `at`; returns the index after it, or `at` when it does not fit."""
    found = lexicon.numerals.words.at(tokens, at)
    if found is not None:
        return found[0] if running.take(found[1], vigesimal) else at
    if lexicon.language.glued and tokens[at].shape is Shape.WORD:
        parts = pieces(tokens[at].low, lexicon)
        if parts and all(running.take(part, vigesimal) for part in parts):
            return at + 1
    return at


def _decimals(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon) -> Numeral:
    """ "nine point nought four": digit by digit after the point."""
    digits = ""
    at = found.end + 1
    while (
        (word := lexicon.numerals.single.get(tokens[at].low)) is not None
        and word.role is Class.ADD
        and word.value < 100
        and len(digits) < 20
    ):
        digits += str(word.value)
        at += 1
    if not digits:
        return found
    value = Decimal(f"{found.value}.{digits}")
    return replace(found, end=at, value=value, ulp=Decimal(1).scaleb(-len(digits)), whole=False, steps=(f"in words {value}",))


# --- scales and halves after a number ---------------------------------------------------------------------------------


def and_a_half(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon) -> Numeral:
    """ "three and a half", "two-and-a-quarter", "one million and a half"."""
    at = found.end
    if tokens[at].text == "-":
        at += 1
    if tokens[at].low not in lexicon.numerals.joiners or not found.whole:
        return found
    at += 1
    numerator = 1
    while tokens[at].text == "-" or tokens[at].low in lexicon.numerals.articles:
        at += 1
    if (count := lexicon.numerals.single.get(tokens[at].low)) is not None and count.role is Class.ADD and 1 <= count.value <= 20:
        numerator = count.value
        at += 2 if tokens[at + 1].text == "-" else 1
    denominator = lexicon.numerals.denominators.at(tokens, at)
    if denominator is None or denominator[1] > 1000:
        return found
    unit = found.ulp if found.scaled else Decimal(1)
    part = divide(numerator, denominator[1])
    if part >= 1:
        return found
    return replace(
        found, end=denominator[0], value=found.value + part * unit, ulp=_TENTH * unit, whole=False,
        steps=(*found.steps, f"“{tokens[denominator[0] - 1].text}” adds {_plain(part * unit)}"),
    )  # fmt: skip


def scaled(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon, *, money: bool) -> Numeral:
    """Apply scale words and letters after a number: "3.5 billion", "140K", "lakh crore", "two dozen"."""
    for _ in range(3):
        at = found.end
        if tokens[at].text == "-" and tokens[at].glued and tokens[at + 1].glued:
            at += 1
        word = tokens[at]
        scale = lexicon.numerals.scales.at(tokens, at)
        if scale is not None and not (scale[1] == 100 and found.in_words):
            found = found.times(Decimal(scale[1]), scale[0], f"“{word.text}” is times {scale[1]}")
        elif word.low in lexicon.numerals.dozens and found.value < 1000:
            factor = lexicon.numerals.dozens[word.low]
            found = replace(found.times(Decimal(factor), at + 1, f"“{word.text}” is times {factor}"), scaled=False)
        elif not found.in_words and not found.scaled and (factor := _short_scale(tokens, at, lexicon, money=money)):
            found = found.times(Decimal(factor), at + 1, f"“{word.text}” is times {factor}")
        else:
            break
    return found


# After "5m": words that make it metres rather than millions.
_DIMENSIONS = frozenset(
    "high tall deep long wide above below away across apart thick race run sprint hurdles pool lang hoch breit tief de di of".split()
)


def _short_scale(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, money: bool) -> int:
    """Factor of a scale letter; "m", "b" and "t" alone need money or something counted beside them."""
    word, after = tokens[at], tokens[at + 1]
    factor = lexicon.numerals.short_scales.get(word.low, 0)
    if not factor or (after.glued and after.shape is not Shape.MARK) or (after.text in {"²", "³", "/", "^"} and after.glued):
        return 0
    if len(word.text) > 2 or word.low in {"bn", "mn", "tn"}:
        return factor
    if word.low == "k":
        return factor if word.glued or word.text == "K" or money else 0
    if money or word.text in {"M", "MM"}:
        return factor
    if word.low == "mm":
        return 0
    followed = after.shape is Shape.WORD and after.low not in lexicon.around.stops and after.low not in _DIMENSIONS
    coin = lexicon.measures.coins.at(tokens, at + 1) is not None or after.text in {"€", "$", "£"}
    if word.text == "B":
        return factor if followed or coin else 0
    return factor if coin or (word.glued and followed and word.low != "t" and not word.text.isupper()) else 0
