"""Numbers that no numeral writes: multiples, ranks, ordinals, orders of magnitude, deciles; and sayings that hold none."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from app.quantities import bounds, fraction, nouns, rates, units, whole_first
from app.quantities.joined import part_after
from app.quantities.number import number_at
from app.quantities.numeral import WORD_FRACTION_ULP
from app.quantities.quantity import Comparator, Kind, Quantity, Role
from app.quantities.reading import Found
from app.quantities.sentence import Sentence
from app.quantities.tokens import PAD, Shape

# "highest rate of any state": the scope stands at most this many words after the superlative.
_SCOPE_WORDS = 8
_TEN = Decimal(10)
_FOOT_INCHES = 12
_ONE_TO_NINE = frozenset("123456789")
_RATIOS = frozenset({
    "ratio", "ratios", "odds", "leverage", "leveraged", "verhältnis", "rapport", "proporción", "relación", "rapporto", "verhouding",
    "proporção"
})  # fmt: skip
_HEIGHT = re.compile(r"(\d{1,2})'(\d{1,2}(?:\.\d)?)")


def special_at(sentence: Sentence, index: int) -> Found | int | None:
    """Read a special number at `index`: found, the index after an aside, or None when there is nothing special."""
    low = sentence.tokens[index].low
    lexicon = sentence.lexicon
    named_first = lexicon.links_parts or low in lexicon.part_starts
    if named_first and (part := whole_first.part_at(sentence, index)) is not None:
        return _part(sentence, index, part)
    if low in lexicon.idiom_starts:
        idiom = lexicon.around.idioms.at(sentence.tokens, index)
        if idiom is not None and not _counted_idiom(sentence, index, idiom[0]):
            sentence.set_aside(index, idiom[0], "a saying or pronoun")
            return idiom[0]
    if lexicon.numerals.whole and low in lexicon.numerals.articles:
        return _one_unit(sentence, index)
    if sentence.tokens[index].shape is Shape.FIGURES:
        readers = _OF_FIGURES
    elif low in lexicon.special_starts or lexicon.language.glued:
        readers = _OF_WORDS
    else:
        readers = _OF_NUMBERS
    if named_first and (place := _prefixed_ordinal(sentence, index)) is not None:
        return place
    for reader in readers:
        found = reader(sentence, index)
        if found is not None:
            return found
    return None


def _part(sentence: Sentence, index: int, part: whole_first.Part) -> Found:
    """Make the record of a part named after its whole; a share in words is meant to about two points."""
    minus = sentence.lexicon.numerals.minus.before(sentence.tokens, index, sentence.floor)
    joint = sentence.lexicon.bounds.to.at(sentence.tokens, part.end)
    upper = whole_first.part_at(sentence, joint[0]) if joint is not None else None
    high = upper.value if upper is not None and upper.kind is part.kind and upper.value > part.value else None
    end = upper.end if upper is not None and high is not None else part.end
    value = -part.value if minus is not None else part.value
    found = _found(sentence, minus[0] if minus is not None else index, end, value, part.kind, part.unit, part.step)
    role = Role.SHARE if part.unit == "share" else Role.LEVEL
    ulp = WORD_FRACTION_ULP if part.unit == "share" else Decimal(1).scaleb(min(0, int(part.value.as_tuple().exponent)))
    return replace(found, quantity=replace(found.quantity, role=role, ulp=ulp, high=high))


def _prefixed_ordinal(sentence: Sentence, index: int) -> Found | None:
    """Read "第三", "제3": a sign before the number makes it a place in a row."""
    prefix = sentence.lexicon.numerals.ordinal_prefix.before(sentence.tokens, index, sentence.floor)
    number = number_at(sentence, index) if prefix is not None else None
    if prefix is None or number is None:
        return None
    return _found(sentence, prefix[0], number.end, number.value, Kind.ORDINAL, "", f"number {number.value} of a row")


def _counted_idiom(sentence: Sentence, index: int, end: int) -> bool:
    """Tell "one of every five", "one of five": a share all the same."""
    token, after = sentence.tokens[end], sentence.tokens[end + 1]
    unit = sentence.lexicon.measures.units.at(sentence.tokens, index + 1) if sentence.lexicon.language.unspaced else None
    if unit is not None and unit[0] > end:
        return True  # "一時間" is no "一時"
    if sentence.tokens[end - 1].low in sentence.lexicon.numerals.one and sentence.lexicon.measures.units.at(sentence.tokens, end):
        return True  # "that one mile"
    return (
        token.low in sentence.lexicon.numerals.every and (after.shape is Shape.FIGURES or after.low in sentence.lexicon.numerals.single)
    ) or token.text == "-"


def _found(sentence: Sentence, first: int, end: int, value: Decimal, kind: Kind, unit: str, step: str) -> Found:  # noqa: PLR0913, PLR0917  the fields of one record
    start, comparator = bounds.before(sentence, first)
    a = sentence.plain.original(sentence.tokens[start].start)
    b = sentence.plain.original_end(sentence.tokens[end - 1].end)
    role = {Kind.RANK: Role.RANK, Kind.ORDINAL: Role.RANK, Kind.RATIO: Role.CHANGE}.get(kind, Role.LEVEL)
    ulp = Decimal("0.1") if kind is Kind.RATIO else Decimal(1)
    quantity = Quantity(sentence.text[a:b], a, b, value, kind, unit, comparator=comparator, ulp=ulp, role=role, steps=(step,))
    return Found(quantity, start, end)


def _multiple(sentence: Sentence, index: int) -> Found | None:
    numerals, tokens = sentence.lexicon.numerals, sentence.tokens
    row = numerals.multiples.at(tokens, index)
    if row is None:
        row = numerals.multiples_if.at(tokens, index)
        if row is not None and not _is_multiple(sentence, index, row[0]):
            row = None
    if row is not None:
        value = Decimal(row[1]) / 100
        found = _found(sentence, index, row[0], value, Kind.RATIO, "times", f"“{tokens[index].text}” is {value} times")
        return replace(found, quantity=replace(found.quantity, direction=1 if value > 1 else -1))
    count = numerals.adverb_times.get(tokens[index].low)
    if count is None:
        return None
    end, rate = rates.per(sentence, index + 1, Kind.COUNT)
    found = _found(sentence, index, end, Decimal(count), Kind.COUNT, "times", f"“{tokens[index].text}” is {count} times")
    return replace(found, quantity=replace(found.quantity, per=rate)) if rate else found


def _is_multiple(sentence: Sentence, index: int, end: int) -> bool:
    """Tell "el doble", "twice as many" from the adjective: a comparison follows, or the article and the end of the clause enclose it."""
    after = sentence.tokens[end]
    return after.low in sentence.lexicon.measures.times_ratio or (end > index + 1 and after.shape in {Shape.MARK, Shape.END})


def _fold(sentence: Sentence, index: int) -> Found | None:
    """Read "tenfold", "hundertfach": a number word with the ending of a multiple."""
    token = sentence.tokens[index]
    for ending in sentence.lexicon.numerals.fold:
        stem = token.low.removesuffix(ending)
        if not stem or stem == token.low:
            continue
        value = fraction.stem_value(stem, sentence.lexicon)
        if value:
            return _found(sentence, index, index + 1, Decimal(value), Kind.RATIO, "times", f"“{token.text}” is {value} times")
    return None


def _magnitude(sentence: Sentence, index: int) -> Found | None:
    row = sentence.lexicon.numerals.magnitude.at(sentence.tokens, index)
    if row is None:
        return None
    found = _found(sentence, index, row[0], _TEN, Kind.RATIO, "times", "an order of magnitude is about 10 times")
    return replace(found, quantity=replace(found.quantity, comparator=Comparator.ABOUT, ulp=_TEN))


def _decile(sentence: Sentence, index: int) -> Found | None:
    row = sentence.lexicon.numerals.deciles.at(sentence.tokens, index)
    if row is None:
        return None
    return _found(sentence, index, row[0], Decimal(row[1]), Kind.PERCENT, "percent", f"a part of {row[1]} percent")


def _second_to(sentence: Sentence, index: int) -> Found | None:
    row = sentence.lexicon.around.second_to.at(sentence.tokens, index)
    return row and _found(sentence, index, row[0], Decimal(2), Kind.RANK, "rank", "the second place")


def _one_unit(sentence: Sentence, index: int) -> Found | int | None:
    """Read "less than an hour", "a full year", "an hour and a half": the article counts one when something bounds, fills or adds to it."""
    tokens = sentence.tokens
    at = index + 2 if tokens[index + 1].low in sentence.lexicon.numerals.whole else index + 1
    unit = sentence.lexicon.measures.units.at(tokens, at)
    if unit is None or unit[1].code in {"in", "s"} or sentence.tokens[unit[0]].low in sentence.lexicon.calendar.ago:
        return index + 1
    start, comparator = bounds.before(sentence, index)
    code, factor = unit[1]
    kind = units.kind(code)
    part = part_after(sentence, unit[0], kind)
    if at == index + 1 and comparator in {Comparator.EXACT, Comparator.EXACTLY} and part is None:
        return index + 1
    end, value = (part[0], factor * (1 + part[1])) if part is not None else (unit[0], factor)
    found = _found(sentence, index, end, value, kind, code, f"“{tokens[index].text} {tokens[at].text}” is {factor} {code}")
    return replace(found, quantity=replace(found.quantity, comparator=comparator)) if start < index else found


def _odds(sentence: Sentence, index: int) -> Found | None:
    """Read "3:1", "33-to-1", "a ratio of 3 to 1" as how many times one is the other."""
    tokens = sentence.tokens
    token, joint = tokens[index], tokens[index + 1]
    if token.shape is not Shape.FIGURES or not token.text.isdigit() or len(token.text) > 4:
        return None
    hyphened = joint.text == "-" and joint.glued
    link = index + 2 if hyphened else index + 1
    other = link + 2 if hyphened and tokens[link + 1].text == "-" else link + 1
    near = {word.low for word in tokens[max(0, index - 4) : index]}
    colon = joint.text == ":" and joint.glued and tokens[other].glued and tokens[other].text in _ONE_TO_NINE
    spoken = tokens[link].low in sentence.lexicon.bounds.to.firsts() and tokens[other].text.isdigit() and (hyphened or bool(near & _RATIOS))
    if not (colon or (spoken and len(tokens[other].text) <= 4)) or tokens[other].shape is not Shape.FIGURES or int(tokens[other].text) == 0:
        return None
    if not colon and not near & _RATIOS and tokens[other].text != "1":
        return None
    if near & sentence.lexicon.around.scores or int(token.text) == 0:
        return None
    value = Decimal(token.text) / Decimal(tokens[other].text)
    found = _found(sentence, index, other + 1, value, Kind.RATIO, "times", f"{token.text} to {tokens[other].text}")
    return replace(found, quantity=replace(found.quantity, role=Role.LEVEL))


def _feet_and_inches(sentence: Sentence, index: int) -> Found | None:
    r"""Read "6'2\"" as a height."""
    token, mark = sentence.tokens[index], sentence.tokens[index + 1]
    match = _HEIGHT.fullmatch(token.text) if token.shape is Shape.FIGURES else None
    if match is None or mark.text not in {'"', "'"} or not mark.glued or Decimal(match[2]) >= _FOOT_INCHES:
        return None
    value = Decimal(match[1]) + Decimal(match[2]) / _FOOT_INCHES
    return _found(sentence, index, index + 2, value, Kind.LENGTH, "ft", f"{match[1]} feet and {match[2]} inches")


def _number_sign(sentence: Sentence, index: int) -> Found | None:
    """Read "#8 in the nation", "ranked No. 3": a rank; any other "No. 5" is set aside elsewhere."""
    token = sentence.tokens[index]
    if token.shape is not Shape.FIGURES or not token.text.isdigit() or len(token.text) > 4:
        return None
    sign = sentence.lexicon.around.numbering.before(sentence.tokens, index, sentence.floor)
    if sign is None:
        return None
    around, after = sentence.lexicon.around, sentence.tokens[index + 1]
    ranked = (
        sentence.before(sign[0]).low in around.rank_verbs
        or after.low in around.rank_nouns
        or after.low in {"in", "worldwide", "nationally", "seed"}
    )
    named = sentence.before(sign[0]).text[:1].isupper() and sign[0] > sentence.floor and not ranked
    if named or (sentence.before(index).text != "#" and not ranked):
        return None
    return _found(sentence, sign[0], index + 1, Decimal(token.text), Kind.RANK, "rank", f"place {token.text}")


def _all_but(sentence: Sentence, index: int) -> Found | None:
    """Read "all but three states" says fourth of them, counted from the other end."""
    row = sentence.lexicon.around.all_but.before(sentence.tokens, index, sentence.floor)
    if row is None:
        return None
    token = sentence.tokens[index]
    word = sentence.lexicon.numerals.single.get(token.low)
    count = int(token.text) if token.shape is Shape.FIGURES and token.text.isdigit() and len(token.text) < 4 else word.value if word else 0
    if not count:
        return None
    end, _ = nouns.counted(sentence, index + 1, single=count == 1)
    return _found(sentence, row[0], end, Decimal(count + 1), Kind.RANK, "rank", f"all but {count}: place {count + 1}")


def _superlative(sentence: Sentence, index: int) -> Found | None:
    """Read "highest … of any state": the first place, said of a whole group."""
    row = sentence.lexicon.around.superlatives.at(sentence.tokens, index)
    if row is None:
        return None
    for at in range(row[0], min(row[0] + _SCOPE_WORDS, len(sentence.tokens) - PAD)):
        token = sentence.tokens[at]
        if token.shape is Shape.MARK and token.text in ".;!?":
            return None
        scope = sentence.lexicon.around.scope.at(sentence.tokens, at)
        if scope is not None:
            return _found(sentence, index, row[0], Decimal(1), Kind.RANK, "rank", "the first place of a group")
    return None


def _grouped_well(text: str) -> bool:
    """Tell "1,000th" from "12,32e+14"."""
    return all(len(group) == 3 for group in text.split(",")[1:])


def _is_pointed(sentence: Sentence, index: int) -> bool:
    """Read "in der 90. Minute", "na 3. miejscu": a full stop that ends no sentence."""
    if not sentence.lexicon.language.ordinal_point:
        return False
    stop, after = sentence.tokens[index + 1], sentence.tokens[index + 2]
    if stop.text != "." or not stop.glued or after.glued or after.shape is not Shape.WORD or len(sentence.tokens[index].text) > 3:
        return False
    return after.text[0].islower() or sentence.before(index).low in sentence.lexicon.calendar.determiners


def _suits(figure: str, suffix: str) -> bool:
    """Tell "11st 4lb": after all but one, "st" is no ending."""
    return suffix != "st" or (figure[-1:] == "1" and figure[-2:] != "11")


def ordinal_at(sentence: Sentence, index: int) -> tuple[int, int]:
    """Ordinal number at `index`, in figures or words: (value, index after it); 0 when there is none."""
    tokens, numerals = sentence.tokens, sentence.lexicon.numerals
    token = tokens[index]
    if token.shape is Shape.FIGURES:
        suffix, after = tokens[index + 1], tokens[index + 2]
        figure = token.text.replace(",", "")
        raised = after.glued and (after.shape is Shape.FIGURES or tokens[index + 3].shape is Shape.FIGURES)
        at = index + 2 if suffix.text == "-" and suffix.glued and after.glued else index + 1  # "на 3-м месте"
        marked = tokens[at].glued and tokens[at].low in numerals.ordinal_suffixes and not raised and _suits(figure, tokens[at].low)
        if (marked or _is_pointed(sentence, index)) and figure.isdigit() and len(figure) < 10 and _grouped_well(token.text):
            return int(figure), at + 1
        return 0, index
    value = numerals.ordinals.get(token.low, 0)
    if value:
        return value, index + 1
    tens = numerals.single.get(token.low)
    if tens is not None and 20 <= tens.value < 100:
        at = index + 2 if tokens[index + 1].text == "-" else index + 1
        unit = numerals.ordinals.get(tokens[at].low, 0)
        if 0 < unit < 10:
            return tens.value + unit, at + 1
    return 0, index


def _ordinal(sentence: Sentence, index: int) -> Found | None:  # noqa: PLR0911  one kind of order a line
    if fraction.bare(sentence.tokens, index, sentence.lexicon) is not None:
        return None
    value, end = ordinal_at(sentence, index)
    if not value:
        return None
    tokens, around = sentence.tokens, sentence.lexicon.around
    if value > 1 and sentence.before(index).low in sentence.lexicon.numerals.every and index > sentence.floor:
        share = Decimal(1) / value
        found = _found(sentence, index - 1, end, share, Kind.RATIO, "share", f"one of every {value}")
        return replace(found, quantity=replace(found.quantity, role=Role.SHARE, ulp=Decimal("0.02")))
    at = end + 1 if tokens[end].text == "-" else end
    superlative = around.superlatives.at(tokens, at)
    if superlative is not None:
        return _found(sentence, index, superlative[0], Decimal(value), Kind.RANK, "rank", f"place {value} in an order")
    if tokens[at].low in around.rank_nouns:
        return _found(sentence, index, at + 1, Decimal(value), Kind.RANK, "rank", f"place {value}")
    if sentence.before(index).low in around.rank_verbs and sentence.before(index).low != "at":
        return _found(sentence, index, end, Decimal(value), Kind.RANK, "rank", f"place {value}")
    _, noun = nouns.counted(sentence, at, single=True)
    found = _found(sentence, index, end, Decimal(value), Kind.ORDINAL, "", f"number {value} of a row")
    return replace(found, quantity=replace(found.quantity, noun=noun))


_OF_FIGURES: tuple[Callable[[Sentence, int], Found | None], ...] = (_odds, _feet_and_inches, _number_sign, _all_but, _ordinal)
_OF_WORDS: tuple[Callable[[Sentence, int], Found | None], ...] = (
    _multiple,
    _fold,
    _magnitude,
    _decile,
    _second_to,
    _all_but,
    _ordinal,
    _superlative,
)
_OF_NUMBERS: tuple[Callable[[Sentence, int], Found | None], ...] = (_all_but,)
