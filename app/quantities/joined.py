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


def with_smaller(sentence: Sentence, number: Numeral, beside: Measure) -> tuple[Numeral, Measure]:
    """Add the smaller unit that directly follows; the two as they were when nothing does."""
    if number.high is not None or not number.whole or number.scaled or number.vague or beside.hyphened:
        return number, beside
    if beside.kind is not Kind.MONEY and beside.kind not in _TWO:
        return number, beside
    tokens = sentence.tokens
    links = sentence.lexicon.numerals.joiners | sentence.lexicon.numerals.point
    linked = tokens[beside.end].low in links
    at = beside.end + 1 if linked else beside.end
    second = _small_number(sentence, at)
    if second is None:
        return number, beside
    if beside.kind is Kind.MONEY:
        return _cents(sentence, number, beside, second, linked=linked)
    return _smaller_unit(sentence, number, beside, second)


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
    """ "13 dollars and 45 cents", "15 dollars 50"; a number alone must close the clause."""
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


def _smaller_unit(sentence: Sentence, number: Numeral, beside: Measure, second: Numeral) -> tuple[Numeral, Measure]:
    tokens = sentence.tokens
    smaller = measure.unit_at(sentence, second.end)
    if smaller is None and beside.unit == "ft" and tokens[second.end].low == "in":
        smaller = second.end + 1, "in", Decimal(1)
    if smaller is None:
        return number, beside
    end, unit, factor = smaller
    converted = units.convert(second.value * factor, unit, beside.unit)
    if converted is None or converted >= beside.factor:
        return number, beside
    value = number.value + converted / beside.factor
    ulp = units.convert(second.ulp * factor, unit, beside.unit) or number.ulp
    step = f"with {second.value} {unit}"
    return replace(number, value=value, ulp=ulp / beside.factor, whole=False, steps=(*number.steps, step)), replace(beside, end=end)
