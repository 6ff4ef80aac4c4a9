"""One quantity, from the token where its number begins."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.quantities import bounds, measure, names, ranges, rates, units
from app.quantities.compound import pieces
from app.quantities.joined import with_smaller
from app.quantities.lexicon import Coin
from app.quantities.measure import Measure
from app.quantities.number import number_at
from app.quantities.numeral import Numeral
from app.quantities.quantity import Comparator, Kind, Quantity, Reading, Role
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape

_MINUS = frozenset({"-", "–", "−"})


# What is told per unit or per head before its number.
_RATED = frozenset({Kind.MONEY, Kind.COUNT, Kind.MASS, Kind.VOLUME, Kind.ENERGY})
_SHARES = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.BASIS_POINT, Kind.INDEX})
# Length, width and height.
_SIDES_MAX = 2
_TEN = Decimal(10)


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and the tokens it covers."""

    quantity: Quantity
    first: int
    end: int


def read_at(sentence: Sentence, index: int) -> Found | int:
    """Read the quantity whose number begins at `index`; else the index where to go on, with the aside noted."""
    tokens = sentence.tokens
    if tokens[index].shape is Shape.FIGURES:
        end, reason = names.aside_before(sentence, index)
        if reason:
            sentence.set_aside(index, end, reason)
            return end
    found = measure.money_before(sentence, index)
    first, coin = found or (index, None)
    between = bool(sentence.lexicon.bounds.between.before(tokens, first, sentence.floor))
    number = number_at(sentence, index, money=coin is not None or _money_after(sentence, index), joined=not between)
    if number is None:
        if tokens[index].shape is Shape.FIGURES:
            sentence.set_aside(index, index + 1, "figures that fit no way of writing numbers")
        return index + 1
    first = min(first, number.start)
    return _complete(sentence, number, first, coin, between=between)


def _money_after(sentence: Sentence, index: int) -> bool:
    """Read "5m euros", "3b €": the letter is a scale since money follows it."""
    at = index + 2
    return sentence.tokens[at].text in {"€", "$", "£"} or sentence.lexicon.measures.coins.at(sentence.tokens, at) is not None


def _complete(sentence: Sentence, number: Numeral, first: int, coin: Coin | None, *, between: bool) -> Found | int:
    """Add what stands around the number, or set it aside."""
    if coin is None and (row := sentence.lexicon.around.numbered_after.at(sentence.tokens, number.end)):
        sentence.set_aside(number.start, row[0], "a number of a series")
        return row[0]
    if coin is None and (magnitude := magnitudes(sentence, number)) is not None:
        number, beside = magnitude, Measure(magnitude.end, Kind.RATIO, "times")
    else:
        beside = (rates.per_round(sentence, number) if coin is None else None) or measure.beside(sentence, number, coin)
    number, beside, coin, joined = _range(sentence, number, beside, coin, between=between)
    number, beside = with_smaller(sentence, *scaled_coin(sentence, number, beside)) if not joined else (number, beside)
    first, negative = _sign(sentence, first, number)
    first, beside = _percent_before(sentence, *_speed_before(sentence, first, beside))
    bare = coin is None and beside.kind is Kind.COUNT and beside.unit != "times"
    lone = not sentence.lexicon.language.lone_counts and number.value < 100
    runs_on = beside.end == number.end or bool(beside.noun) or lone
    if bare and runs_on and names.is_character(sentence, number, first):
        sentence.set_aside(number.start, number.end, "a character of a word")
        return number.end
    if coin is None and rates.is_per(sentence, number, beside):
        sentence.set_aside(number.start, beside.end, "what a price or rate is for")
        return beside.end
    if names.is_article(sentence, number, beside.kind, first):
        sentence.set_aside(number.start, beside.end, "an article before a unit of time")
        return beside.end
    reason = names.aside_after(sentence, number, first=first, bare=bare, counted=bool(beside.noun) and not beside.hyphened)
    if reason:
        end = number.end + 2 if reason == "a score" else number.end
        sentence.set_aside(number.start, end, reason)
        return end
    return _finish(sentence, number, beside, first, negative=negative, between=between and joined)


def scaled_coin(sentence: Sentence, number: Numeral, beside: Measure) -> tuple[Numeral, Measure]:
    """Read "75 USD million": the scale after the code."""
    if beside.kind is not Kind.MONEY or number.scaled or beside.end == number.end:
        return number, beside
    scale = sentence.lexicon.numerals.scales.at(sentence.tokens, beside.end)
    if scale is None or scale[1] < 1000:
        return number, beside
    return replace(number.times(Decimal(scale[1]), number.end, f"times {scale[1]}"), end=number.end), replace(beside, end=scale[0])


def magnitudes(sentence: Sentence, number: Numeral) -> Numeral | None:
    """Read "two orders of magnitude" is 100 times."""
    row = sentence.lexicon.numerals.magnitude.at(sentence.tokens, number.end)
    if row is None or not number.whole or not 1 <= number.value <= 30:
        return None
    value = _TEN ** int(number.value)
    return replace(number, end=row[0], value=value, ulp=value, steps=(*number.steps, f"orders of magnitude: {value:f} times"))


def _sign(sentence: Sentence, first: int, number: Numeral) -> tuple[int, bool]:  # noqa: PLR0911  one way to write a sign a line
    """Read a minus before the number or its currency sign, and the brackets of accounts inside tables."""
    tokens, before = sentence.tokens, sentence.before(first)
    if first <= sentence.floor:
        return first, False
    minus = sentence.lexicon.numerals.minus.before(tokens, first, sentence.floor)
    if minus is not None and bounds.before(sentence, first)[1] is Comparator.EXACT:
        return minus[0], True
    if (
        before.text == "-"
        and tokens[first].glued
        and not (before.glued and sentence.before(first - 1).shape in {Shape.WORD, Shape.FIGURES})
    ):
        return first - 1, True
    if before.text == "-" and not tokens[first].glued and not before.glued and _opens_negative(sentence, first, number):
        return first - 1, True
    if (
        before.text == "-"
        and not before.glued
        and sentence.text[sentence.plain.original(before.start)] == "−"
        and not _is_between(sentence, first - 1)
    ):
        return first - 1, True  # a true minus that stands apart
    if sentence.hints.in_table and before.text == "(" and tokens[number.end].text == ")":
        return first - 1, True
    if before.text == "+" and tokens[first].glued:
        return first - 1, False
    return first, False


def _is_between(sentence: Sentence, dash: int) -> bool:
    """Tell the minus of a difference or range from that of a number."""
    return sentence.before(dash).shape is Shape.FIGURES or sentence.before(dash).text in {"%", ")"}


def _percent_before(sentence: Sentence, first: int, beside: Measure) -> tuple[int, Measure]:
    """Read "%12" and "yüzde 12": the sign or word stands first."""
    before = sentence.before(first)
    spoken = before.low in sentence.lexicon.measures.percent_before and first > sentence.floor
    shown = beside.kind is Kind.COUNT or (before.text != "%" and beside.kind not in _SHARES)
    if not shown or not spoken or (before.text == "%" and (not sentence.tokens[first].glued or before.glued)):
        return first, beside
    return first - 1, Measure(0, Kind.PERCENT, "percent", step="percent, said first")


_SPEEDS = {"km": "km/h", "mi": "mi/h"}


def _speed_before(sentence: Sentence, first: int, beside: Measure) -> tuple[int, Measure]:
    """Read "時速60キロ", "saatte 180 kilometre": a word before the distance says that it is one of an hour."""
    row = sentence.lexicon.measures.speed_before.before(sentence.tokens, first, sentence.floor)
    unit = _SPEEDS.get(beside.unit)
    if row is None or unit is None:
        return first, beside
    return row[0], replace(beside, kind=Kind.SPEED, unit=unit, step=f"a speed in {unit}")


def _opens_negative(sentence: Sentence, first: int, number: Numeral) -> bool:
    """Tell "- 2,5 %", "recul de - 2,5 %": a minus that stands apart, but no dash between clauses and no bullet of a list."""
    after, earlier, around = sentence.tokens[number.end], sentence.before(first - 1), sentence.lexicon.around
    if after.text == "%" and (earlier.low in around.by or earlier.low in around.to or earlier.low in around.from_ or earlier.low == "of"):
        return True
    ends = after.text in {"%", ")", "|"} or (after.shape is Shape.END and first == 1)
    bullet = after.text == "%" and sentence.tokens[number.end + 1].shape is Shape.WORD
    return ends and earlier.text in {"", ":", "(", ";", "|"} and not bullet


def _range(
    sentence: Sentence, number: Numeral, beside: Measure, coin: Coin | None, *, between: bool
) -> tuple[Numeral, Measure, Coin | None, bool]:
    """Join a second end to the number when the words between say so."""
    if number.high is not None:
        return number, beside, coin, False
    for at, own in ((number.end, None), (beside.end, beside)):
        start, word = ranges.joint(sentence, at, between=between)
        if not start or (own is None and at == beside.end and beside.unit):
            continue
        upper = _upper(sentence, start, word, coin, joined=not between)
        if upper is None:
            continue
        if word == "to" and _is_movement(sentence, number, bare=own is None, upper=upper):
            return *_shared(number, beside, upper), coin, False
        if ranges.fits(number, own if own is not None and own.unit else None, upper):
            return _joined(number, beside if at == beside.end else None, upper, coin)
    return number, _listed(sentence, number, beside, coin), coin, False


def _listed(sentence: Sentence, number: Numeral, beside: Measure, coin: Coin | None) -> Measure:
    """Give "8" in "8 and 16-bit" the unit that the list names at its end."""
    tokens, bounds_ = sentence.tokens, sentence.lexicon.bounds
    at = number.end + 1 if tokens[number.end].text == "-" else number.end
    if tokens[at].low in sentence.lexicon.measures.sides and tokens[at + 1].shape is Shape.FIGURES and coin is None:
        return _side(sentence, number, beside, at + 1)
    if beside.unit or coin is not None or number.part or tokens[at].low not in bounds_.and_ | bounds_.or_ or number.in_words:
        return beside
    upper = _upper(sentence, at + 1, "and", None, joined=True) if tokens[at + 1].shape is Shape.FIGURES else None
    if (
        upper is None
        or not upper.measure.unit
        or upper.coin is not None
        or upper.number.part
        or tokens[upper.number.start].shape is not Shape.FIGURES
    ):
        return beside
    return replace(upper.measure, end=number.end)


def _side(sentence: Sentence, number: Numeral, beside: Measure, at: int) -> Measure:
    """Give "4" in "4 by 5 metres", "2 x 3 x 5 m" the unit that the last side names; not "4 times 5 million"."""
    for _ in range(_SIDES_MAX):
        upper = _upper(sentence, at, "and", None, joined=True)
        if upper is None:
            break
        if upper.measure.kind is Kind.LENGTH and upper.number.high is None:
            return replace(upper.measure, end=number.end)
        at = upper.number.end + 1
        if sentence.tokens[at - 1].low not in sentence.lexicon.measures.sides or sentence.tokens[at].shape is not Shape.FIGURES:
            break
    return beside


def _shared(number: Numeral, beside: Measure, upper: ranges.Span) -> tuple[Numeral, Measure]:
    """Read "fell from 25 to 30 percent": the first figure shares the unit and scale that the second names."""
    if beside.unit or not upper.measure.unit or upper.coin is not None:
        return number, beside
    return ranges.spread(number, upper.number), replace(upper.measure, end=number.end)


def _joined(number: Numeral, low: Measure | None, upper: ranges.Span, coin: Coin | None) -> tuple[Numeral, Measure, Coin | None, bool]:
    combined = ranges.combine(number, upper)
    high = upper.measure
    if low is not None and low.unit and low.unit != high.unit and low.kind is high.kind and coin is None:
        converted = units.convert(number.value, low.unit, high.unit)
        if converted is not None:
            combined = replace(combined, value=converted, steps=(*combined.steps, f"lower end in {high.unit}"))
    result = high if high.unit or low is None or not low.unit else replace(low, end=high.end)
    return combined, result, upper.coin or coin, True


def _is_movement(sentence: Sentence, number: Numeral, *, bare: bool, upper: ranges.Span) -> bool:
    """Read "rose by 3 % to 45", "went from 6 to 23": a change and a level, never a range (NUMBERS §3); "rose 25 to 30 %" is one."""
    around, tokens = sentence.lexicon.around, sentence.tokens
    near = tokens[max(0, number.start - 6) : number.start]
    verbs = {token.low for token in near if token.shape is Shape.WORD}
    if not verbs & (around.rise | around.fall) or sentence.lexicon.bounds.between.before(tokens, number.start):
        return False
    return not (bare and upper.measure.unit) or sentence.before(number.start).low in around.from_


def _upper_start(sentence: Sentence, start: int) -> int:
    """Token at which the upper number begins, past an article or a sign; 0 when there is none."""
    lexicon = sentence.lexicon
    for at in range(start, start + 4):
        token = sentence.tokens[at]
        if at == start and token.low in lexicon.bounds.articles and token.low not in lexicon.numerals.single:
            continue
        glued = lexicon.language.glued and token.shape is Shape.WORD and bool(pieces(token.low, lexicon))
        if token.shape is Shape.FIGURES or glued or token.low in lexicon.triggers or token.text in {"½", "¼", "¾"}:
            return at
    return 0


def _upper(sentence: Sentence, start: int, word: str, coin: Coin | None, *, joined: bool) -> ranges.Span | None:
    """Read the number at the upper end; a currency sign may be repeated before it."""
    tokens = sentence.tokens
    own, at = None, _upper_start(sentence, start)
    if not at:
        return None
    if at > start:
        found = measure.money_before(sentence, at)
        article = at == start + 1 and tokens[start].low in sentence.lexicon.numerals.articles | sentence.lexicon.bounds.articles
        percent = at == start + 1 and tokens[start].low in sentence.lexicon.measures.percent_before
        if not article and not percent and (found is None or found[0] > start):
            return None
        own = found[1] if found else None
    if tokens[at].shape is Shape.FIGURES and names.aside_before(sentence, at)[1] and tokens[at - 1].text != "-":
        return None
    number = number_at(sentence, at, money=own is not None or coin is not None, joined=joined)
    if number is None:
        return None
    beside = measure.beside(sentence, number, own or coin)
    return ranges.Span(number, beside.end, own, beside, word)


def _finish(sentence: Sentence, number: Numeral, beside: Measure, first: int, *, negative: bool, between: bool) -> Found:  # noqa: PLR0913  what was read of one quantity
    """Bounds, "per" and the record itself."""
    start, comparator = bounds.before(sentence, first)
    if between:
        row = sentence.lexicon.bounds.between.before(sentence.tokens, first, sentence.floor)
        start, comparator = (row[0] if row else start), Comparator.BETWEEN
    if comparator is Comparator.EXACT and (number.vague or number.about):
        comparator = Comparator.MORE_THAN if number.vague else Comparator.ABOUT
    beside, frozen = _below_zero(sentence, beside)
    negative = negative or frozen
    end = max(beside.end, number.end)
    tail, postfix = bounds.after(sentence, number.end)
    if postfix is Comparator.EXACT or tail < end:
        end, per = rates.per(sentence, end, beside.kind)
        tail, postfix = bounds.after(sentence, end)
    else:
        per = ""
    if postfix is not Comparator.EXACT:
        end, comparator = tail, bounds.stronger(comparator, postfix)
        if beside.end == number.end:
            beside = measure.beside(sentence, replace(number, end=tail), None) if beside.kind is Kind.COUNT else beside
            end = max(end, beside.end)
            end, per = rates.per(sentence, end, beside.kind)
    if not per and beside.kind in _RATED:
        rated, per = rates.per_before(sentence, start)
        start = max(rated, sentence.floor)
    return Found(_record(sentence, number, beside, (start, end), comparator, per, negative=negative), start, end)


def _below_zero(sentence: Sentence, beside: Measure) -> tuple[Measure, bool]:
    """Read "12 degrees below zero" is -12."""
    if beside.kind is not Kind.TEMPERATURE and beside.unit != "deg":
        return beside, False
    row = sentence.lexicon.measures.below_zero.at(sentence.tokens, beside.end)
    return (beside, False) if row is None else (replace(beside, end=row[0]), True)


def _record(  # noqa: PLR0913, PLR0917  what was read of one quantity
    sentence: Sentence, number: Numeral, beside: Measure, tokens: tuple[int, int], comparator: Comparator, per: str, *, negative: bool
) -> Quantity:
    start = sentence.plain.original(sentence.tokens[tokens[0]].start)
    end = sentence.plain.original_end(sentence.tokens[tokens[1] - 1].end)
    factor = -beside.factor if negative else beside.factor
    steps = [*number.steps]
    steps += ["a minus"] * negative + [beside.step] * bool(beside.step) + [f"per {per}"] * bool(per)
    steps += [f"bounded: {comparator}"] * (comparator is not Comparator.EXACT)
    value = _tidy(number.value * factor)
    high = None if number.high is None else _tidy(number.high * factor)
    readings = _readings(sentence, number, beside, factor)
    ulp = number.ulp * beside.factor
    if readings and readings[0].low != value:
        value, ulp = readings[0].low, beside.factor
    return Quantity(
        surface=sentence.text[start:end], start=start, end=end, value=value, kind=beside.kind, unit=beside.unit, high=high,
        comparator=comparator, ulp=ulp, role=Role.SHARE if number.part and beside.unit == "share" else Role.LEVEL, per=per,
        noun=beside.noun, currency_assumed=beside.assumed, vague=number.vague, readings=readings,
        definite=_is_definite(sentence, number, tokens[0]),
        steps=tuple(steps),
    )  # fmt: skip


def _readings(sentence: Sentence, number: Numeral, beside: Measure, factor: Decimal) -> tuple[Reading, ...]:
    """Both values of "1.234" where nothing tells the mark, or where the known mark would count a broken thing ("30.000 inhabitants")."""
    if number.other is None or number.high is not None:
        return ()
    broken = beside.kind is Kind.COUNT and bool(beside.noun) and number.ulp < 1 and not number.scaled
    if sentence.mark.sure and not broken:
        return ()
    written, otherwise = number.value * factor, number.other * factor
    first, second = (otherwise, written) if broken else (written, otherwise)
    return (
        Reading(_tidy(first), None, beside.unit, "the separator marks groups" if broken else "the separator read as usual here"),
        Reading(_tidy(second), None, beside.unit, "the separator read the other way"),
    )


def _is_definite(sentence: Sentence, number: Numeral, first: int) -> bool:
    before = sentence.before(first).low
    if before in {"those", "these"} and number.value <= 10:
        return True
    small = number.in_words and number.whole and 2 <= number.value <= 10 and first == number.start
    return small and before in sentence.lexicon.around.definite


def _tidy(value: Decimal) -> Decimal:
    """Drop noughts after the point; written precision is kept in `ulp`."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()
