"""Parts named after their whole: "三分之二", "üçte iki", "3人に1人"; and words that are number and unit at once ("полчаса")."""

from decimal import Decimal
from typing import NamedTuple

from app.quantities.number import number_at
from app.quantities.numeral import Numeral
from app.quantities.quantity import Kind
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape
from app.quantities.units import kind as kind_of

_PERCENT_OF = 100
# "3人に1人": more than a thousand are a second count.
_WHOLE_MAX = 1000


class Part(NamedTuple):
    """What was read up to token `end`."""

    end: int
    value: Decimal
    kind: Kind
    unit: str
    step: str


def part_at(sentence: Sentence, index: int) -> Part | None:
    """Read what is named whole first at `index`; None when nothing is."""
    numerals, tokens = sentence.lexicon.numerals, sentence.tokens
    amount = numerals.amounts.at(tokens, index)
    if amount is not None:
        value, unit = amount[1]
        return Part(amount[0], value, kind_of(unit), unit, f"“{tokens[index].text}” is {value} {unit}")
    row = numerals.denominators_first.at(tokens, index)
    if row is not None:
        part = number_at(sentence, row[0])
        return _share(part.end, part.value, Decimal(row[1])) if part is not None and part.value < row[1] else None
    if not numerals.fraction_link and not numerals.share_whole_first:
        return None
    if tokens[index].shape is not Shape.FIGURES and numerals.words.at(tokens, index) is None:
        return None
    whole = number_at(sentence, index)
    return None if whole is None else _linked(sentence, whole)


def _linked(sentence: Sentence, whole: Numeral) -> Part | None:
    numerals, tokens = sentence.lexicon.numerals, sentence.tokens
    link = numerals.fraction_link.at(tokens, whole.end)
    if link is not None:
        part = number_at(sentence, link[0])
        return _of_denominator(part, whole.value) if part is not None and whole.value else None
    mixed = numerals.mixed_link.at(tokens, whole.end)
    if mixed is not None and (rest := _fraction(sentence, mixed[0])) is not None:
        return Part(rest.end, whole.value + rest.value, Kind.COUNT, "", f"{whole.value} and {rest.value:.4f}")
    return _out_of(sentence, whole)


def _fraction(sentence: Sentence, index: int) -> Part | None:
    bottom = number_at(sentence, index)
    link = sentence.lexicon.numerals.fraction_link.at(sentence.tokens, bottom.end) if bottom is not None else None
    top = number_at(sentence, link[0]) if link is not None else None
    if bottom is None or top is None or not 0 < top.value < bottom.value:
        return None
    return _share(top.end, top.value, bottom.value)


def _out_of(sentence: Sentence, whole: Numeral) -> Part | None:
    """Read "10人中9人": the part of a whole that was named first."""
    lexicon, tokens = sentence.lexicon, sentence.tokens
    link = lexicon.numerals.share_whole_first.at(tokens, whole.end)
    if link is None or not whole.whole or not 1 < whole.value <= _WHOLE_MAX or whole.scaled:
        return None
    part = number_at(sentence, link[0])
    if part is None or not 0 < part.value < whole.value:
        return None
    counter = lexicon.measures.counters.at(tokens, part.end)
    share = _share(part.end, part.value, whole.value)
    return share._replace(end=counter[0]) if counter else share


def _of_denominator(part: Numeral, whole: Decimal) -> Part:
    if whole == _PERCENT_OF:
        return Part(part.end, part.value, Kind.PERCENT, "percent", f"{part.value} of a hundred parts")
    return _share(part.end, part.value, whole)


def _share(end: int, part: Decimal, whole: Decimal) -> Part:
    return Part(end, part / whole, Kind.RATIO, "share", f"{part} of {whole} parts")
