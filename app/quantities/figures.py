"""Numbers in figures: groups, powers, fractions and mixed numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.quantities.digits import figures, is_irregular_list
from app.quantities.numeral import MIXED_ULP, VULGAR, WORD_FRACTION_ULP, Mark, Numeral, divide, plain
from app.quantities.tokens import Shape, Token, is_letters

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
# No number of a text is larger; it bounds the work on "10^99999999".
EXPONENT_MAX = 60
# "7.8/10": marks given out of so many.
_RATED = re.compile(r"\d{1,2}[.,]\d{1,2}")
_MARKS_OUT_OF = frozenset({"5", "10", "20", "100"})
_DENOMINATOR_MAX = 1000
_BLANKS_MAX = 3
# Ten groups of three are a quintillion times a million; longer runs are tables.
_GROUPS_MAX = 10


def in_figures(tokens: Sequence[Token], index: int, mark: Mark) -> Numeral | None:
    """Read figures at `index`, with groups, powers and fractions, without scale words."""
    token = tokens[index]
    lexeme, end = _grouped(tokens, index)
    read = figures(lexeme, mark.sign)
    if read is None or (is_irregular_list(lexeme, mark.sign) and not _continues(tokens[end])):
        return None
    ulp = Decimal(1).scaleb(-read.decimals)
    steps = (f"“{lexeme}” is {plain(read.value)}",)
    value, start = read.value, index
    if index and tokens[index - 1].text in {".", mark.sign} and token.glued and (index < 2 or not tokens[index - 1].glued):
        value, ulp, start = Decimal(f"0.{lexeme}") if lexeme.isdigit() else value, Decimal(1).scaleb(-len(lexeme)), index - 1
        steps = (f"“.{lexeme}” is {plain(value)}",)
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
    while len(joined) < _GROUPS_MAX:
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
    """Tell "3/4", "3 1/2", "26⅔", "26 2/3"."""
    end = found.end
    token = tokens[end]
    rated = token.text == "/" and tokens[end + 1].text in _MARKS_OUT_OF
    if not found.whole and not rated:
        return found
    if token.text in VULGAR:
        part = divide(*VULGAR[token.text])
        return replace(
            found,
            end=end + 1,
            value=found.value + part,
            ulp=MIXED_ULP,
            whole=False,
            steps=(*found.steps, f"“{token.text}” adds {part:.4f}"),
        )
    if (
        token.text == "/"
        and not _is_pair(tokens, found.end - 1)
        and (ratio := _slash(tokens, found.end - 1)) is not None
        and found.end - 1 == found.start
    ):
        return replace(
            found, end=end + 2, value=ratio, ulp=WORD_FRACTION_ULP, part=True, whole=False, other=None,
            steps=(f"“{tokens[end - 1].text}/{tokens[end + 1].text}” is {ratio:.4f}",),
        )  # fmt: skip
    mixed = end + 1 if token.text == "-" and token.glued else end
    ratio = _slash(tokens, mixed) if tokens[mixed].shape is Shape.FIGURES else None
    if ratio is not None and ratio < 1 and tokens[mixed].start - tokens[end - 1].end <= _BLANKS_MAX:
        return replace(
            found,
            end=mixed + 3,
            value=found.value + ratio,
            ulp=MIXED_ULP,
            whole=False,
            steps=(*found.steps, f"a fraction adds {ratio:.4f}"),
        )
    return found


def _is_pair(tokens: Sequence[Token], index: int) -> bool:
    """Tell "140/90 mmHg": two readings, not a fraction; so is anything above one with a large second part."""
    top, bottom = tokens[index].text, tokens[index + 2].text
    return top.isdigit() and bottom.isdigit() and len(top) <= 4 and len(bottom) <= 4 and int(top) > int(bottom) >= 20


def _slash(tokens: Sequence[Token], index: int) -> Decimal | None:
    """Value of "3/4" at `index`; None for dates, paths and ratios to large numbers."""
    top, slash, bottom, after = tokens[index], tokens[index + 1], tokens[index + 2], tokens[index + 3]
    if (
        slash.text != "/"
        or bottom.shape is not Shape.FIGURES
        or slash.glued != bottom.glued
        or not bottom.text.isdigit()
        or not (top.text.isdigit() or (_RATED.fullmatch(top.text) and bottom.text in _MARKS_OUT_OF))
    ):
        return None
    if after.text == "/" or (after.glued and is_letters(after)) or len(bottom.text) > 4 or len(top.text) > 4:
        return None
    denominator = int(bottom.text)
    return Decimal(top.text.replace(",", ".")) / denominator if 2 <= denominator <= _DENOMINATOR_MAX else None


def _power(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """Read "10^9", "10⁹", "1.5×10⁶", "1.5 x 10^6", "1.5e6"."""
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
        exponent = _exponent(tokens, end + 2) or _flattened(tokens, end + 2)
        return _raise(found, exponent[0], exponent[1], Decimal(1)) if exponent else found
    if tokens[end - 1].text == "10" and end - 1 == found.start and (exponent := _exponent(tokens, end)):
        return _raise(found, exponent[0], exponent[1], Decimal(10))
    if token.text == "^" and token.glued and found.value and (exponent := _exponent(tokens, end)):
        power = found.value ** exponent[0] if abs(exponent[0]) <= EXPONENT_MAX else found.value
        return replace(
            found,
            end=exponent[1],
            value=power,
            whole=power == power.to_integral_value(),
            ulp=found.ulp,
            steps=(*found.steps, f"to the power of {exponent[0]}"),
        )
    return found


def _flattened(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Read the exponent of "2.48×10−5", whose raised figures were lost on the way."""
    minus, number = tokens[index], tokens[index + 1]
    if minus.text != "-" or not minus.glued or not number.glued or not number.text.isdigit() or len(number.text) > 2:
        return None
    return -int(number.text), index + 2


def _exponent(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Exponent written after the base: (exponent, index after it)."""
    token = tokens[index]
    if not token.glued:
        return None
    if token.text == "^":
        signed, sign = index + 1, 1
        while tokens[signed].text in {"-", "+"} and signed < index + 3:
            sign, signed = (-1 if tokens[signed].text == "-" else sign), signed + 1
        number = tokens[signed].text
        return (int(number) * sign, signed + 1) if number.isdigit() and len(number) <= 2 else None
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
