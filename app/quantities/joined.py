"""Two measures that make one amount: "3 dollars 50 cents", "5 feet 2 inches", "2 hours and 30 minutes"."""

from dataclasses import replace
from decimal import Decimal

from app.quantities import measure, units
from app.quantities.figures import in_figures
from app.quantities.measure import Measure
from app.quantities.numeral import MIXED_ULP, Numeral
from app.quantities.quantity import Kind
from app.quantities.scale import proper
from app.quantities.sentence import Sentence
from app.quantities.spelled import in_words
from app.quantities.tokens import Shape

_TWO = frozenset({Kind.LENGTH, Kind.MASS, Kind.DURATION})
_HALVED = frozenset({Kind.LENGTH, Kind.MASS, Kind.DURATION, Kind.VOLUME, Kind.AREA})
_HUNDREDTH = Decimal("0.01")
_TEN, _HUNDRED = Decimal(10), Decimal(100)
_HALF = Decimal("0.5")
# "A year and a quarter of the staff": a part of something else.
_OF = frozenset(["of", "de", "di", "des", "der", "von", "van", "del", "della", "dei", "delle", "do", "da", "dos", "das", "av"])
# What "one metre eighty" may be in.
_DIMENSIONS = frozenset(["lang", "lång", "hög", "hoog", "tall", "high", "long", "lungo", "alto", "alta", "hoch", "groß", "de", "di"])
_QUARTERS = frozenset({Decimal("0.25"), _HALF, Decimal("0.75")})
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
    if beside.end > number.end and beside.unit and (part := part_after(sentence, beside.end, beside.kind)):
        step = f"“{sentence.tokens[part[0] - 1].text}” adds {part[1]}"
        added = replace(number, value=number.value + part[1], ulp=MIXED_ULP, whole=False, steps=(*number.steps, step))
        return added, replace(beside, end=part[0])
    unit_factor = beside.factor
    for _ in range(_UNITS_MAX if beside.kind in _TWO else 0):
        second = _small_number(sentence, _past_link(sentence, beside))
        read = _smaller_unit(sentence, number, beside, second, unit_factor) if second is not None else None
        if read is None:
            break
        number, beside, unit_factor = read
    return number, beside


def part_after(sentence: Sentence, unit_end: int, kind: Kind) -> tuple[int, Decimal] | None:
    """Read "una hora y media", "1時間半", "due ore e tre quarti": (index after the part, its value) behind a unit."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if kind not in _HALVED:
        return None
    if tokens[unit_end].low in lexicon.numerals.joiners:
        part = proper(tokens, unit_end + 1, lexicon)
    elif lexicon.language.unspaced:
        row = lexicon.numerals.denominators.at(tokens, unit_end)
        part = (row[0], _HALF) if row is not None and row[1] == 2 else None
    else:
        return None
    if part is None or part[1] not in _QUARTERS or (part[1] != _HALF and tokens[part[0]].low in _OF):
        return None
    return None if lexicon.numerals.scales.at(tokens, part[0]) or lexicon.measures.units.at(tokens, part[0]) else part


def _with_hundredths(sentence: Sentence, number: Numeral, beside: Measure) -> tuple[Numeral, Measure]:
    """Read "七成五", "2割5分", "3割2分5厘": digits after tenths count hundredths and thousandths."""
    part = Decimal(1)
    for sign in ("分", "厘") if beside.factor > 1 else ():
        second = _small_number(sentence, beside.end)
        if second is None or second.value >= 10 or not sentence.tokens[beside.end].glued:
            break
        part /= 10
        end = second.end + 1 if sentence.tokens[second.end].text == sign else second.end
        steps = (*number.steps, f"and {second.value * part} tenths")
        number = replace(number, value=number.value + second.value * part, ulp=number.ulp / 10, whole=False, steps=steps)
        beside = replace(beside, end=end)
    return number, beside


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


def _tells_height(sentence: Sentence, number: Numeral, second: Numeral) -> bool:
    """Read "un metro e ottanta", "een meter tachtig lang": centimetres that are not named, both numbers in words."""
    after, around = sentence.tokens[second.end], sentence.lexicon.around
    counted = after.shape is Shape.WORD and after.low not in around.stops and after.low not in _DIMENSIONS
    return number.in_words and second.in_words and second.whole and _TEN <= second.value < _HUNDRED and number.value < _TEN and not counted


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
    if smaller is None and beside.unit == "m" and _tells_height(sentence, number, second):
        smaller = second.end, "cm", Decimal(1)
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
