"""What stands beside a number: currency, percent, unit, "per", the noun counted."""

from dataclasses import dataclass
from decimal import Decimal

from app.quantities import nouns, units
from app.quantities.currencies import SHARED, SHARED_SIGNS
from app.quantities.lexicon import SIGNS_AFTER, SIGNS_BEFORE, Coin
from app.quantities.numeral import Numeral
from app.quantities.quantity import Kind
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape


@dataclass(frozen=True, slots=True)
class Measure:
    """Kind and unit of a number, up to token `end`; `factor` turns the written number into the unit."""

    end: int
    kind: Kind
    unit: str = ""
    factor: Decimal = Decimal(1)
    noun: str = ""
    assumed: bool = False
    step: str = ""
    hyphened: bool = False


SHARE_KINDS = {"percent": Kind.PERCENT, "percentage_point": Kind.PERCENTAGE_POINT, "basis_point": Kind.BASIS_POINT}
# Codes in small letters, as people type them: "usd 20".
_CODES_BEFORE = frozenset({"dollar", "euro", "eur", "usd", "gbp", "cad", "aud", "nzd", "rmb", "rs"})
# Symbols of one letter that are words or names when they stand apart from the figure ("5 a day", "plan 9 C").
_WARMTH = frozenset([
    "temperature", "temperatures", "warming", "warmer", "cooler", "heat", "heatwave", "hot", "cold", "degrees", "climate", "pre",
    "industrial", "high", "highs", "low", "lows", "celsius", "fahrenheit", "weather", "freezing", "oven", "temp", "temps"
])  # fmt: skip
_WARMTH_REACH = 10
# Currencies whose names are other words as well: "Four won 78 seats".
_COINS_TOO = frozenset({"won", "real", "sol", "mark", "marks", "sum", "rand", "quid", "sen", "lei", "dong", "buck"})
_COIN_MIN = 20
# Points and minutes unless a larger coin stands before them: "得了15分".
_SMALL_CHANGE = frozenset({"分"})
_OF = frozenset({"de", "di", "d'", "des", "von", "van"})
_GLUED_ONLY = frozenset({"h", "d", "V", "A", "N", "J", "K", "B"})


def money_before(sentence: Sentence, start: int) -> tuple[int, Coin] | None:
    """Currency sign, code or word just before token `start`: (its first token, coin)."""
    tokens = sentence.tokens
    found = SIGNS_BEFORE.before(tokens, start, sentence.floor)
    if found is not None and len(tokens[found[0]].text) == 1 and found[0] < start - 1 and not tokens[found[0] + 1].glued:
        found = SIGNS_BEFORE.before(tokens, start, found[0] + 1)  # "a $5 note" is no Australian one
    if found is not None:
        sign = "".join(token.text for token in tokens[found[0] : start])
        if sign.isalpha() and len(sign) <= 2 and not _plain_sign(sentence, found[0], start):
            return None
        return found[0], found[1]._replace(shared=SHARED_SIGNS.get(sign, ""))
    word = sentence.before(start)
    if word.low in _CODES_BEFORE and start > sentence.floor:
        coin = sentence.lexicon.measures.coins.at(tokens, start - 1)
        if coin is not None and (tokens[start].glued or word.low != "euro"):
            return start - 1, coin[1]
    return None


def _plain_sign(sentence: Sentence, first: int, start: int) -> bool:
    """Tell "Rs 500" and "kr 500" from initials and words of two letters."""
    return sentence.tokens[start].shape is Shape.FIGURES and not sentence.tokens[first].glued


def settle(sentence: Sentence, coin: Coin) -> tuple[str, bool]:
    """ISO code of a coin, and whether it was assumed because several countries share the name."""
    if not coin.shared:
        return coin.code, False
    row = SHARED[coin.shared]
    country = sentence.hints.country
    if country in row:
        return row[country], False
    return next(iter(row.values())), True


def beside(sentence: Sentence, number: Numeral, coin: Coin | None) -> Measure:
    """Read what follows the number; a coin found before it settles the matter."""
    tokens = sentence.tokens
    at = number.end
    hyphened = tokens[at].text == "-" and tokens[at].glued and tokens[at + 1].glued
    if hyphened or _cut_hyphen(sentence, at):
        at += 1
    if coin is not None:
        return _money(sentence, number.end, coin)
    if (number.part or number.value < 1) and not hyphened:
        at = _past_article(sentence, at)
    return _measured(sentence, number, at) or _count(sentence, number, at, hyphened=hyphened)


def _measured(sentence: Sentence, number: Numeral, at: int) -> Measure | None:
    """Percent, coin or unit at token `at`, or past "of" after a scale, or past an adjective."""
    tokens = sentence.tokens
    linked = tokens[at].low in _OF and (number.scaled or number.vague or number.part or number.about)
    for reader in (_share, _coin, _unit):
        if (found := reader(sentence, at, number)) is not None:
            return found
        if linked and reader is not _share and (found := reader(sentence, at + 1, number)) is not None:
            return found
    return _qualified(sentence, at, number) if tokens[at].low in sentence.lexicon.measures.unit_adjectives else None


def _qualified(sentence: Sentence, at: int, number: Numeral) -> Measure | None:
    """Read "27 straight months", "three more percentage points": a word for the unit behind an adjective."""
    tokens, measures = sentence.tokens, sentence.lexicon.measures
    if measures.units.at(tokens, at + 1) is not None:
        return _unit(sentence, at + 1, number)
    if measures.shares.at(tokens, at + 1) is not None:
        return _share(sentence, at + 1, number)
    return _coin(sentence, at + 1, number) if measures.coins.at(tokens, at + 1) is not None else None


def _cut_hyphen(sentence: Sentence, at: int) -> bool:
    """Read "8.5 - percent", "20 - year - old": a hyphen that stands apart in text that was cut into tokens."""
    tokens, measures = sentence.tokens, sentence.lexicon.measures
    apart = tokens[at].text == "-" and not tokens[at].glued and not tokens[at + 1].glued
    return apart and (measures.units.at(tokens, at + 1) or measures.shares.at(tokens, at + 1)) is not None


def _past_article(sentence: Sentence, at: int) -> int:
    """Read "half an hour", "a quarter of a mile": to the unit, when one follows; else where it was."""
    tokens = sentence.tokens
    ahead = at + 1 if tokens[at].low in {"of", "de", "di"} else at
    if tokens[ahead].low in sentence.lexicon.numerals.articles:
        ahead += 1
    measures = sentence.lexicon.measures
    known = measures.units.at(tokens, ahead) or measures.shares.at(tokens, ahead) or tokens[ahead].low in measures.index_points
    return ahead if ahead > at and known and tokens[ahead - 1].low != "of" else at


def _money(sentence: Sentence, end: int, coin: Coin) -> Measure:
    code, assumed = settle(sentence, coin)
    tokens = sentence.tokens
    again = sentence.lexicon.measures.coins.at(tokens, end) or SIGNS_AFTER.at(tokens, end)
    same = again is not None and (not again[1].code or again[1].code == code or assumed)
    same = same and again is not None and again[1].factor == coin.factor
    if again is not None and same and tokens[end].text != "p" and not _begins_next(sentence, end, again[0]):
        end = again[0]
        if again[1].code and assumed:
            code, assumed = again[1].code, False
    step = f"money in {code}" + (", assumed from the sign alone" if assumed else "")
    return Measure(end, Kind.MONEY, code, coin.factor, assumed=assumed, step=step)


def _tenths(sentence: Sentence, at: int, number: Numeral) -> Measure | None:
    """Read "三成" is 30 percent, "八折" 80; of "85折" the figure is the percentage itself."""
    found = sentence.lexicon.measures.percent_by.at(sentence.tokens, at)
    if found is None or number.scaled or not 0 < number.value < 100:
        return None
    factor = Decimal(found[1] if number.value <= 100 // found[1] else 1)
    return Measure(found[0], Kind.PERCENT, "percent", factor, step=f"“{sentence.tokens[at].text}” is {factor} percent")


def _share(sentence: Sentence, at: int, number: Numeral) -> Measure | None:
    found = sentence.lexicon.measures.shares.at(sentence.tokens, at)
    if found is None:
        return _tenths(sentence, at, number)
    end, unit = found
    return Measure(end, SHARE_KINDS[unit], unit, step=f"unit {unit}")


def _coin(sentence: Sentence, at: int, number: Numeral) -> Measure | None:
    tokens = sentence.tokens
    found = SIGNS_AFTER.at(tokens, at) or sentence.lexicon.measures.coins.at(tokens, at) or _national(sentence, at)
    if found is None:
        return None
    end, coin = found
    if (
        _begins_next(sentence, at, end)
        or _means_otherwise(sentence, at, end, number)
        or (coin.shared == "pound" and _is_weight(sentence, at, number))
    ):
        return None
    code, assumed = settle(sentence, coin)
    step = f"“{tokens[at].text}” is {code}" + (", assumed" if assumed else "")
    return Measure(end, Kind.MONEY, code, coin.factor, assumed=assumed, step=step)


def _national(sentence: Sentence, at: int) -> tuple[int, Coin] | None:
    """Read "12 Poolse zloty", "12 ryska rubel": an adjective of a country before a currency that is no other word."""
    tokens, language = sentence.tokens, sentence.lexicon.language
    word = tokens[at]
    named = word.text[:1].isupper() or (bool(language.national_ending) and word.low.endswith(language.national_ending))
    if language.noun != "first" or word.shape is not Shape.WORD or not named or tokens[at + 1].low in _COINS_TOO:
        return None
    found = sentence.lexicon.measures.coins.at(tokens, at + 1)
    return (
        found
        if found is not None and not found[1].shared and found[1].factor == 1 and tokens[found[0]].shape is not Shape.FIGURES
        else None
    )


def _means_otherwise(sentence: Sentence, at: int, end: int, number: Numeral) -> bool:
    """Tell a coin from another word written the same: "Four won 78 seats", "5 p", "15分钟"."""
    token, lexicon = sentence.tokens[at], sentence.lexicon
    if token.text == "p":
        return not (token.glued and lexicon.language.code == "en")
    if token.text in _SMALL_CHANGE:
        unit = lexicon.measures.units.at(sentence.tokens, at)
        return end == at + 1 or (unit is not None and unit[0] > end)
    return token.low in _COINS_TOO and number.in_words and number.value < _COIN_MIN


def _begins_next(sentence: Sentence, at: int, end: int) -> bool:
    """The sign belongs to the next number: "12 $5 notes"."""
    tokens = sentence.tokens
    return tokens[end].shape is Shape.FIGURES and tokens[end].glued and not tokens[at].glued


_WEIGHING = frozenset(
    {"weigh", "weighs", "weighed", "weighing", "weight", "lost", "lose", "gained", "heavy", "heavier", "lifted", "carry", "carrying"}
) | {"tow", "tows", "towing", "haul", "hauls", "payload", "体重"}


def _is_weight(sentence: Sentence, at: int, number: Numeral) -> bool:
    """Pounds: sterling with a scale word or in a British text, else a weight when weighing is spoken of."""
    if sentence.hints.country == "GB":
        return False
    tokens = sentence.tokens
    near = {token.low for token in tokens[max(0, number.start - 8) : at]} | {tokens[at + 1].low}
    of_stuff = tokens[at + 1].low == "of" or (tokens[at + 1].low == "per" and sentence.lexicon.measures.units.at(tokens, at + 2) is None)
    return bool(near & _WEIGHING) or of_stuff or (tokens[at - 1].text == "-" and not number.scaled)


def _unit(sentence: Sentence, at: int, _number: Numeral) -> Measure | None:
    tokens = sentence.tokens
    symbol = sentence.symbol(at)
    word = sentence.lexicon.measures.units.at(tokens, at)
    if symbol is not None and not _is_symbol(sentence, at, symbol[0]):
        symbol = None
    if symbol is None and word is None and (degrees := _degrees(sentence, at)) is not None:
        return degrees
    found = max((row for row in (symbol, word) if row is not None), key=lambda row: row[0], default=None)
    if found is None:
        if sentence.lexicon.measures.coins.at(tokens, at) is not None and tokens[at].low in {"pound", "pounds"}:
            return Measure(at + 1, Kind.MASS, "lb", step="“pounds” as a weight")
        return None
    end, measured = found
    factor = f", times {measured.factor}" if measured.factor != 1 else ""
    return Measure(end, units.kind(measured.code), measured.code, measured.factor, step=f"“{tokens[at].text}” is {measured.code}{factor}")


def _degrees(sentence: Sentence, at: int) -> Measure | None:
    """Read "1.5C", "90F", "-5 C": a letter right after the figure where the text speaks of warmth."""
    tokens = sentence.tokens
    token, code = tokens[at], {"C": "Cel", "F": "[degF]"}.get(tokens[at].text)
    if code is None or (tokens[at + 1].glued and tokens[at + 1].shape is not Shape.MARK):
        return None
    if not token.glued and (tokens[at - 1].shape is not Shape.FIGURES or tokens[at + 1].text[:1].isupper()):
        return None
    near = {other.low for other in tokens[max(0, at - _WARMTH_REACH) : at + _WARMTH_REACH]}
    return Measure(at + 1, Kind.TEMPERATURE, code, step=f"“{token.text}” is {code}") if near & _WARMTH else None


def unit_at(sentence: Sentence, at: int) -> tuple[int, str, Decimal] | None:
    """Unit symbol or word at token `at`: (index after it, code, factor)."""
    found = sentence.symbol(at) or sentence.lexicon.measures.units.at(sentence.tokens, at)
    return (found[0], found[1].code, found[1].factor) if found is not None else None


def _is_symbol(sentence: Sentence, at: int, end: int) -> bool:
    token, after = sentence.tokens[at], sentence.tokens[end]
    if after.glued and (after.text in _ELISION or (after.shape is Shape.WORD and sentence.tokens[end - 1].shape is Shape.WORD)):
        return False
    return token.glued or token.text not in _GLUED_ONLY or (after.text == "/" and after.glued)


# "nel 2023 l'azienda": no litres.
_ELISION = frozenset({"'", "’"})


def _count(sentence: Sentence, number: Numeral, at: int, *, hyphened: bool) -> Measure:
    tokens, measures = sentence.tokens, sentence.lexicon.measures
    word = tokens[at]
    if word.low in measures.times and (number.value != 1 or word.low in {"times", "x", "×"}):
        ratio = word.text in {"×", "x", "X"} or tokens[at + 1].low in measures.times_ratio
        return Measure(
            at + 1,
            Kind.RATIO if ratio else Kind.COUNT,
            "times",
            noun="" if ratio else word.text,
            step="a multiple" if ratio else "counts times",
        )
    if word.low in sentence.lexicon.numerals.fold and word.shape is Shape.WORD:
        return Measure(at + 1, Kind.RATIO, "times", step="a multiple")
    if word.low in measures.index_points and (number.part or not number.in_words) and word.shape is Shape.WORD:
        return Measure(at + 1, Kind.INDEX, "points", noun=word.text, step="points of an index or score")
    if number.part:
        return Measure(number.end, Kind.RATIO, "share", step="a part of one")
    counter = measures.counters.at(tokens, at)
    end, noun = (counter[0], "") if counter is not None else nouns.counted(sentence, at, single=abs(number.value) == 1, hyphened=hyphened)
    if noun:
        return Measure(end, Kind.COUNT, noun, noun=noun, step=f"counts “{noun}”", hyphened=hyphened)
    return Measure(max(number.end, end if counter is not None else 0), Kind.COUNT)
