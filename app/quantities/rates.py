"""What a quantity is per: "per day", "/kg", "a year", "59 per million", "每平方米3万元"."""

from decimal import Decimal

from app.quantities import units
from app.quantities.lexicon import SYMBOLS
from app.quantities.measure import SHARE_KINDS, Measure, unit_at
from app.quantities.numeral import Numeral
from app.quantities.quantity import Kind
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape

_PER_ROUND = {Decimal(10) ** power: name for power, name in ((3, "per thousand"), (6, "per million"), (9, "per billion"))}
_PER = frozenset({"per", "pro", "par", "por", "je"})
# "25 grams of fibre per day", "a million barrels of crude oil a day".
_STUFF_WORDS_MAX = 3


def per_round(sentence: Sentence, number: Numeral) -> Measure | None:
    """Read "59 per million", "250 out of every million people": a rate in its own unit."""
    tokens = sentence.tokens
    out_of = sentence.lexicon.numerals.share_out_of.at(tokens, number.end)
    start = out_of[0] if out_of else number.end + 1 if tokens[number.end].low == "per" else 0
    if not start or (number.value == 1 and out_of) or number.part:
        return None
    row = sentence.lexicon.numerals.words.at(tokens, start)
    whole, end = (Decimal(row[1].value), row[0]) if row else (Decimal(0), start)
    if tokens[start].shape is Shape.FIGURES and tokens[start].text.replace(",", "").isdigit():
        whole, end = Decimal(tokens[start].text.replace(",", "")), start + 1
        if (scale := sentence.lexicon.numerals.scales.at(tokens, end)) is not None:
            whole, end = whole * scale[1], scale[0]
    if whole < 1000 or (out_of and tokens[start - 1].low not in {"every", "each", "cada", "ogni", "elke"}) or number.value >= whole:
        return None
    return Measure(end, Kind.RATIO, _PER_ROUND.get(whole, f"per {whole:f}"), step=f"a rate per {whole:f}")


def per(sentence: Sentence, end: int, kind: Kind) -> tuple[int, str]:  # noqa: PLR0911  one wording a line
    """Read "per day", "/kg", "a year", "annually", "each" after a measure: (index after it, what it is per)."""
    tokens, measures = sentence.tokens, sentence.lexicon.measures
    adverb = measures.per_adverbs.at(tokens, end)
    if adverb is not None and tokens[adverb[0]].shape is Shape.FIGURES:
        return end, ""  # "im Jahr 2023" is a date
    if adverb is not None:
        return adverb
    token = tokens[end]
    if kind is Kind.LENGTH and token.low in measures.sides and tokens[end + 1].shape is Shape.FIGURES:
        return end, ""  # "3 per 4 metri"
    if token.low == "of" and kind not in SHARE_KINDS.values():
        return _past_stuff(sentence, end)
    if token.low not in measures.per:
        return _over_period(sentence, end)
    if tokens[end + 1].shape is Shape.FIGURES and token.low not in _PER and token.text != "/":
        return end, ""
    at = end + 1
    unit = measures.units.at(tokens, at) or SYMBOLS.at(tokens, at)
    if unit is not None:
        code = unit[1].code if unit[1].factor == 1 else tokens[at].low
        return unit[0], code
    if kind in SHARE_KINDS.values():
        return end, ""
    if token.low in _PER or token.text == "/" or kind is Kind.MONEY:
        return _per_noun(sentence, at, token.text)
    return end, ""


def _past_stuff(sentence: Sentence, end: int) -> tuple[int, str]:
    """Read "400,000 ounces of gold a year": what is measured may stand before the span of time that it is measured over."""
    tokens, measures = sentence.tokens, sentence.lexicon.measures
    for at in range(end + 2, end + 2 + _STUFF_WORDS_MAX):
        if tokens[at - 1].shape is not Shape.WORD or tokens[at - 1].low in sentence.lexicon.around.stops:
            break
        span = measures.units.at(tokens, at + 1) if tokens[at].low in measures.per else None
        if span is not None:
            return (span[0], span[1].code) if span[1].factor == 1 and units.kind(span[1].code) is Kind.DURATION else (end, "")
    return end, ""


def _over_period(sentence: Sentence, end: int) -> tuple[int, str]:
    """Read "1,000 visits over a 30-day period": per 30 days."""
    tokens = sentence.tokens
    if tokens[end].low not in {"over", "in", "within"} or tokens[end + 1].low not in sentence.lexicon.numerals.articles:
        return end, ""
    number, at = tokens[end + 2], end + 4 if tokens[end + 3].text == "-" else end + 3
    unit = sentence.lexicon.measures.units.at(tokens, at)
    if number.shape is not Shape.FIGURES or unit is None or tokens[unit[0]].low not in {"period", "span", "window", "stretch"}:
        return end, ""
    return unit[0] + 1, f"{number.text} {unit[1].code}"


def _per_noun(sentence: Sentence, at: int, sign: str) -> tuple[int, str]:  # noqa: PLR0911  one wording a line
    tokens = sentence.tokens
    if tokens[at].shape is Shape.FIGURES and (unit := unit_at(sentence, at + 1)) is not None:
        return unit[0], f"{tokens[at].text} {unit[1]}"
    if tokens[at].shape is Shape.FIGURES and (sign == "/" or len(tokens[at].text) < 3):
        return at - 1, ""
    if tokens[at].shape is Shape.FIGURES or tokens[at].low in sentence.lexicon.numerals.single:
        row = sentence.lexicon.numerals.words.at(tokens, at)
        if tokens[at].shape is Shape.FIGURES:
            return at + 1, tokens[at].text.replace(",", "")
        return (row[0], str(row[1].value)) if row else (at - 1, "")
    if tokens[at].shape is not Shape.WORD or (tokens[at].low in sentence.lexicon.around.stops):
        return at - 1, ""
    if sign == "/" and not tokens[at].glued:
        return at - 1, ""
    return at + 1, tokens[at].low


def per_before(sentence: Sentence, start: int) -> tuple[int, str]:
    """Read "每平方米3万元", "varil başına 80 dolar", "1バレル80ドル": (first token of what a rate is per, its name), else (start, "")."""
    tokens, measures = sentence.tokens, sentence.lexicon.measures
    if not (measures.per_first or measures.per_last) or start == 0:
        return start, ""
    if (adverb := measures.per_adverbs.before(tokens, start)) is not None:
        return adverb
    last = measures.per_last.before(tokens, start)
    end = last[0] if last is not None else start
    unit = measures.units.before(tokens, end)
    counter = measures.counters.before(tokens, end) if unit is None else None
    at = unit[0] if unit is not None else counter[0] if counter is not None else end - 1
    first = measures.per_first.before(tokens, at)
    one = at > 0 and tokens[at - 1].text in {"1", "一"} and sentence.lexicon.language.unspaced
    named = unit is not None or counter is not None or (last is not None and at >= 0 and tokens[at].shape is Shape.WORD)
    if not named or (last is None and first is None and not (one and unit is not None)):
        return start, ""
    code = unit[1].code if unit is not None and unit[1].factor == 1 else "".join(token.low for token in tokens[at:end])
    return (first[0] if first is not None else at - one), code


def is_per(sentence: Sentence, number: Numeral, beside: Measure) -> bool:
    """Tell the "1バレル" of "1バレル80ドル" and "1バレル当たり": what a price is for counts nothing."""
    measures, tokens = sentence.lexicon.measures, sentence.tokens
    end = max(beside.end, number.end)
    if number.value != 1 or not sentence.lexicon.language.unspaced or not measures.per_last:
        return False
    if measures.per_last.at(tokens, end) is not None:
        return True
    priced = tokens[end].glued and tokens[end].shape is Shape.FIGURES and measures.coins.at(tokens, end + 1) is not None
    return priced and bool(beside.unit) and beside.kind is not Kind.MONEY
