"""Two numbers that make one quantity: "10 to 15", "$10-15 billion", "between 5 and 7", "two or three"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.quantities.lexicon import Coin
from app.quantities.measure import Measure
from app.quantities.numeral import Numeral
from app.quantities.quantity import Kind
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape, Token

_HUNDRED = Decimal(100)
_DASHES = frozenset({"-", "–", "—", "~", "‐"})


@dataclass(frozen=True, slots=True)
class Span:
    """The upper end of a range, and what joins the two."""

    number: Numeral
    end: int
    coin: Coin | None
    measure: Measure
    joined_by: str


def joint(sentence: Sentence, at: int, *, between: bool) -> tuple[int, str]:
    """Find what may join two ends at token `at`: (index of the second end, the joining word); 0 when nothing does."""
    tokens, bounds = sentence.tokens, sentence.lexicon.bounds
    token, after = tokens[at], tokens[at + 1]
    if token.text in _DASHES and token.shape is Shape.MARK:
        if (row := bounds.to.at(tokens, at + 1)) is not None:
            return row[0] + (tokens[row[0]].text == "-"), "to"
        return (at + 1, "-") if _is_dash(token, after) else (0, "")
    if between and token.low in bounds.and_:
        return at + 1, "and"
    if (row := bounds.to.at(tokens, at)) is not None:
        return row[0], "to"
    if token.low in bounds.or_:
        return at + 1, "or"
    return 0, ""


def _is_dash(token: Token, after: Token) -> bool:
    return token.glued == after.glued or after.text in {"$", "€", "£"} or token.text == "~"


def fits(low: Numeral, low_measure: Measure | None, upper: Span) -> bool:
    """Tell a range from two numbers that merely stand side by side."""
    if upper.number.part != low.part or (upper.joined_by == "or" and (low_measure is not None or not _neighbours(low, upper.number))):
        return False
    if low_measure is not None and low_measure.unit and upper.measure.unit and low_measure.unit != upper.measure.unit:
        return low_measure.kind is upper.measure.kind and low_measure.kind.value in {"length", "mass", "duration", "volume", "data", "area"}
    if low_measure is not None and low_measure.kind is Kind.PERCENT and not upper.measure.unit and upper.number.value > _ALL_PERCENT:
        return False  # "um 0,8 Prozent auf 214.300"
    return spread(low, upper.number).value < upper.number.value


_ALL_PERCENT = 100


def _neighbours(low: Numeral, high: Numeral) -> bool:
    return low.value < high.value <= low.value * 2 + 1 and not low.scaled


def spread(low: Numeral, high: Numeral) -> Numeral:
    """Give the lower end the upper end's scale when it has none and was meant in it ("$10 to $15 billion")."""
    if (
        low.in_words
        and high.in_words
        and low.value < 10 <= high.value / 10 < 100
        and high.value % 100 == 0
        and low.value * 100 < high.value
    ):
        return low.times(_HUNDRED, low.end, "shares the hundred")
    if low.scaled or not high.scaled or low.value >= 1000 or high.in_words != low.in_words:
        return low
    factor = high.scale
    if low.value * factor >= high.value:
        return low
    return low.times(factor, low.end, f"shares the scale {factor:f}")


def combine(low: Numeral, upper: Span) -> Numeral:
    """One numeral with both ends; the coarser written precision rules."""
    first = spread(low, upper.number)
    step = f"a range up to {upper.number.value:f}"
    return replace(
        first, end=upper.number.end, high=upper.number.value, ulp=max(first.ulp, upper.number.ulp),
        scaled=first.scaled or upper.number.scaled,
        steps=(*first.steps, *upper.number.steps, step), other=None,
    )  # fmt: skip
