"""Two measures that make one amount: "3 dollars 50 cents", "5 feet 2 inches", "2 hours and 30 minutes"."""

from dataclasses import replace
from decimal import Decimal

from app.quantities import measure, units
from app.quantities.figures import in_figures
from app.quantities.measure import Measure
from app.quantities.numeral import MIXED_ULP, Numeral
from app.quantities.quantity import Kind
from app.quantities.sentence import Sentence
from app.quantities.spelled import in_words
from app.quantities.tokens import Shape

_TWO = frozenset({Kind.LENGTH, Kind.MASS, Kind.DURATION})
_HALVED = frozenset({Kind.LENGTH, Kind.MASS, Kind.DURATION, Kind.VOLUME, Kind.AREA})
_HUNDREDTH = Decimal("0.01")
_HALF = Decimal("0.5")
# Days, hours, minutes, seconds: a third smaller unit is the last.
_UNITS_MAX = 3


def with_smaller(sentence: Sentence, number: Numeral, beside: Measure) -> tuple[Numeral, Measure]:
    """Add the smaller units that directly follow; the two as they were when nothing does."""
    if number.high is not None or not number.whole or number.scaled or number.vague:
        return number, beside
    if beside.kind is Kind.MONEY:
        return _with_cents(sentence, number, beside)
    if beside.kind is Kind.PERCENT:
        return _with_hundredths(sentence, number, beside)
    if (half := half_end(sentence, beside.end, beside.kind)) and beside.end > number.end and beside.unit:
        step = f"“{sentence.tokens[half - 1].text}” adds a half"
        added = replace(number, value=number.value + _HALF, ulp=MIXED_ULP, whole=False, steps=(*number.steps, step))
        return added, replace(beside, end=half)
    unit_factor = beside.factor
    for _ in range(_UNITS_MAX if beside.kind in _TWO else 0):
        second = _small_number(sentence, _past_link(sentence, beside))
        read = _smaller_unit(sentence, number, beside, second, unit_factor) if second is not None else None
        if read is None:
            break
        number, beside, unit_factor = read
    return number, beside


def half_end(sentence: Sentence, unit_end: int, kind: Kind) -> int:
    """Index after "and a half" behind a unit: "una hora y media", "1時間半"; 0 when there is none."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    at = unit_end
    if kind not in _HALVED:
        return 0
    if tokens[at].low in lexicon.numerals.joiners:
        at += 2 if tokens[at + 1].low in lexicon.numerals.articles else 1
    elif not lexicon.language.unspaced:
        return 0
    row = lexicon.numerals.denominators.at(tokens, at)
    if row is None or row[1] != 2 or lexicon.numerals.scales.at(tokens, row[0]) or lexicon.measures.units.at(tokens, row[0]):
        return 0
    return row[0]


def _with_hundredths(sentence: Sentence, number: Numeral, beside: Measure) -> tuple[Numeral, Measure]:
    """Read "七成五", "2割5分": a digit after tenths counts hundredths."""
    second = _small_number(sentence, beside.end) if beside.factor > 1 else None
    if second is None or second.value >= 10 or not sentence.tokens[beside.end].glued:
        return number, beside
    after = sentence.tokens[second.end]
    end = second.end + 1 if after.text == "分" else second.end
    step = f"and {second.value} hundredths"
    value = number.value + second.value / 10
    return replace(number, value=value, ulp=number.ulp / 10, whole=False, steps=(*number.steps, step)), replace(beside, end=end)


def _with_cents(sentence: Sentence, number: Numeral, beside: Measure) -> tuple[Numeral, Measure]:
    links = sentence.lexicon.numerals.joiners | sentence.lexicon.numerals.point
    size = beside.factor
    for _ in range(_UNITS_MAX if not beside.hyphened else 0):
        linked = sentence.tokens[beside.end].low in links
        second = _small_number(sentence, beside.end + 1 if linked else beside.end)
        read = None if second is None else _cents(sentence, number, beside, second, size, linked=linked)
        if read is None:
            break
        number, beside, size = read
    return number, beside


def _past_link(sentence: Sentence, beside: Measure) -> int:
    """Over "and", a comma ("2 hours, 17 minutes") or the hyphen of "6-foot-4"."""
    tokens = sentence.tokens
    at = beside.end
    if tokens[at].text == "," and (tokens[at].glued or tokens[at + 1].shape is Shape.FIGURES):
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


def _cents(  # noqa: PLR0913  the two amounts and what lies between
    sentence: Sentence, number: Numeral, beside: Measure, second: Numeral, size: Decimal, *, linked: bool
) -> tuple[Numeral, Measure, Decimal] | None:
    """Read "13 dollars and 45 cents", "15 dollars 50", "3元5角2分", "两块五"; a number alone must close the clause."""
    tokens = sentence.tokens
    coin = sentence.lexicon.measures.coins.at(tokens, second.end)
    if beside.factor != 1 or second.value >= 100 or not second.whole or tokens[number.end].text == "-":
        return None
    if coin is not None and coin[1].factor < size and second.value * coin[1].factor < size:
        end, part = coin[0], coin[1].factor
    elif coin is None and sentence.lexicon.language.tail_tenths and second.value < 10 and _ends_here(sentence, second):
        end, part = second.end, size / 10
    elif coin is None and size == 1 and _closes(sentence, second, linked=linked):
        end, part = second.end, _HUNDREDTH
    else:
        return None
    step = f"with {second.value} times {part}"
    added = replace(number, value=number.value + second.value * part, ulp=part, whole=False, steps=(*number.steps, step))
    return added, replace(beside, end=end), part


def _ends_here(sentence: Sentence, second: Numeral) -> bool:
    """A digit that counts tenths of the coin before it is followed by no unit or counter of its own."""
    measures, tokens = sentence.lexicon.measures, sentence.tokens
    counted = measures.units.at(tokens, second.end) or measures.counters.at(tokens, second.end)
    return tokens[second.end].shape is not Shape.WORD or not counted


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
    tailed = beside.unit == "m" and sentence.lexicon.language.tail_tenths and second.value < 100
    if smaller is None and tailed and _ends_here(sentence, second):
        smaller = second.end, "dm" if second.value < 10 else "cm", Decimal(1)  # "一米八"
    if smaller is None and tokens[second.start - 1].text == "h" and len(tokens[second.start].text) == 2 and second.value < 60:
        smaller = second.end, "min", Decimal(1)  # "2 h 30"
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
