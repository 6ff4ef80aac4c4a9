"""Two measures that make one amount: "3 dollars 50 cents", "5 feet 2 inches", "2 hours and 30 minutes"."""

from dataclasses import replace
from decimal import Decimal

from app.quantities import measure, units
from app.quantities.figures import in_figures
from app.quantities.measure import Measure
from app.quantities.numeral import Numeral
from app.quantities.quantity import Kind
from app.quantities.sentence import Sentence
from app.quantities.spelled import in_words
from app.quantities.tokens import Shape

_TWO = frozenset({Kind.LENGTH, Kind.MASS, Kind.DURATION})
_HUNDREDTH = Decimal("0.01")
# Hours, minutes, seconds: a third smaller unit is the last.
_UNITS_MAX = 2


def with_smaller(sentence: Sentence, number: Numeral, beside: Measure) -> tuple[Numeral, Measure]:
    """Add the smaller units that directly follow; the two as they were when nothing does."""
    if number.high is not None or not number.whole or number.scaled or number.vague:
        return number, beside
    if beside.kind is Kind.MONEY:
        return _with_cents(sentence, number, beside)
    unit_factor = beside.factor
    for _ in range(_UNITS_MAX if beside.kind in _TWO else 0):
        second = _small_number(sentence, _past_link(sentence, beside))
        read = _smaller_unit(sentence, number, beside, second, unit_factor) if second is not None else None
        if read is None:
            break
        number, beside, unit_factor = read
    return number, beside


def _with_cents(sentence: Sentence, number: Numeral, beside: Measure) -> tuple[Numeral, Measure]:
    links = sentence.lexicon.numerals.joiners | sentence.lexicon.numerals.point
    linked = sentence.tokens[beside.end].low in links
    second = _small_number(sentence, beside.end + 1 if linked else beside.end)
    return (number, beside) if second is None or beside.hyphened else _cents(sentence, number, beside, second, linked=linked)


def _past_link(sentence: Sentence, beside: Measure) -> int:
    """Over "and", a comma ("2 hours, 17 minutes") or the hyphen of "6-foot-4"."""
    tokens = sentence.tokens
    at = beside.end
    if tokens[at].text == "," and tokens[at].glued:
        at += 1
    if tokens[at].low in sentence.lexicon.numerals.joiners or (tokens[at].text == "-" and tokens[at].glued and tokens[at + 1].glued):
        at += 1
    return at


def _small_number(sentence: Sentence, at: int) -> Numeral | None:
    tokens = sentence.tokens
    if tokens[at].shape is Shape.FIGURES:
        found = in_figures(tokens, at, sentence.mark)
    elif tokens[at].low in sentence.lexicon.triggers or sentence.lexicon.language.glued:
        found = in_words(tokens, at, sentence.lexicon) if tokens[at].shape is Shape.WORD else None
    else:
        found = None
    return found if found is not None and 0 < found.value < 100 * 60 and not found.part else None


def _cents(sentence: Sentence, number: Numeral, beside: Measure, second: Numeral, *, linked: bool) -> tuple[Numeral, Measure]:
    """Read "13 dollars and 45 cents", "15 dollars 50"; a number alone must close the clause."""
    tokens = sentence.tokens
    coin = sentence.lexicon.measures.coins.at(tokens, second.end)
    if beside.factor != 1 or second.value >= 100 or not second.whole or tokens[number.end].text == "-":
        return number, beside
    if coin is not None and coin[1].factor == _HUNDREDTH:
        end = coin[0]
    elif coin is None and _closes(sentence, second, linked=linked):
        end = second.end
    else:
        return number, beside
    value = number.value + second.value * _HUNDREDTH
    step = f"with {second.value} hundredths"
    return replace(number, value=value, ulp=_HUNDREDTH, whole=False, steps=(*number.steps, step)), replace(beside, end=end)


def _closes(sentence: Sentence, second: Numeral, *, linked: bool) -> bool:
    after = sentence.tokens[second.end]
    if second.value < 10 or after.text in {"%", "-", "–", ":", "/"}:
        return False
    if after.shape is Shape.END or (after.text in {".", ",", ";", ")"} and not linked):
        return True
    return after.text == "." if linked else after.low in {"more", "each"}


def _smaller_unit(
    sentence: Sentence, number: Numeral, beside: Measure, second: Numeral, factor: Decimal
) -> tuple[Numeral, Measure, Decimal] | None:
    """Add "4 inches" to "6 feet"; `factor` is what one of the last unit is in the first one's code."""
    tokens = sentence.tokens
    at = second.end + 1 if tokens[second.end].text == "-" and tokens[second.end].glued else second.end
    smaller = measure.unit_at(sentence, at)
    if smaller is None and beside.unit == "ft" and (tokens[at].low == "in" or tokens[second.start - 1].text == "-") and second.value < 12:
        smaller = (at + 1 if tokens[at].low == "in" else second.end), "in", Decimal(1)
    if smaller is None:
        return None
    end, unit, size = smaller
    converted = units.convert(second.value * size, unit, beside.unit)
    one = units.convert(size, unit, beside.unit)
    if converted is None or one is None or one >= factor or converted >= factor:
        return None
    step = f"with {second.value} {unit}"
    added = replace(
        number,
        value=number.value + converted / beside.factor,
        ulp=one * second.ulp / beside.factor,
        whole=second.whole,
        steps=(*number.steps, step),
    )
    return added, replace(beside, end=end), one
