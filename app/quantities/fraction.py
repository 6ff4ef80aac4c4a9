"""Parts of one in words: "a third of", "two-thirds", "one in five", "half a million"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.quantities.compound import pieces
from app.quantities.figures import in_figures
from app.quantities.lexicon import SYMBOLS, Lexicon
from app.quantities.numeral import VULGAR, WORD_FRACTION_ULP, Mark, Numeral, divide
from app.quantities.phrases import words
from app.quantities.spelled import Sum, in_words
from app.quantities.tokens import END, Shape, Token

# What must stand beside "a third" to make it a share and not the third of a row.
_AFTER_SHARE = frozenset([
    "of", "more", "fewer", "less", "higher", "lower", "the", "as", "its", "their", "his", "her", "our", "all", "those", "these",
    "each", "to", "are", "were", "is", "was", "have", "had", "said", "say", "compared", "larger", "smaller", "from", "in", "on",
    "des", "der", "d", "de", "du", "del", "dei", "della", "degli", "delle", "da", "do", "dos", "das", "van", "aller", "alle"
])  # fmt: skip
_BEFORE_SHARE = frozenset([
    "by", "than", "about", "almost", "nearly", "over", "around", "up", "down", "under", "roughly", "least", "most", "only", "just",
    "some", "approximately", "um", "fast", "rund", "etwa", "über", "knapp", "de", "environ", "près", "presque", "casi", "cerca",
    "unos", "alrededor", "circa", "quasi", "oltre", "cerca", "bijna", "ongeveer", "quase"
])  # fmt: skip
_NOT_HALF_BEFORE = frozenset(
    ["first", "second", "latter", "other", "better", "last", "final", "next", "third", "fourth", "back", "top", "bottom", "one's"]
)
_OF_ALL = frozenset({"de", "von", "aus", "of"})
_EVERY = frozenset({"every", "each", "cada", "ogni", "elke"})
_OF = frozenset({"of", "de", "d'un", "d'une", "di", "van", "von", "of the", "d"})
# "1 in 5", "26 out of 100": larger wholes are a second count ("6200 out of 25 million").
_WHOLE_MAX = 1000
# "9 out of 10" and "65 out of 100" are shares; "26 out of 28 provinces" counts both.
_SMALL_WHOLE = 10
_SCORE = 20


def vulgar(tokens: Sequence[Token], index: int) -> Numeral | None:
    """Read "½" alone."""
    pair = VULGAR.get(tokens[index].text)
    if pair is None:
        return None
    value = divide(*pair)
    return Numeral(index, index + 1, value, WORD_FRACTION_ULP, (f"“{tokens[index].text}” is {value:.4f}",), part=True, whole=False)


def of_number(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon) -> Numeral:
    """Turn a number before a denominator into a fraction: "two thirds", "one-fifth", "a hundred thirty fifths"."""
    at = found.end + 1 if tokens[found.end].text == "-" else found.end
    row = denominator_at(tokens, at, lexicon) or _spaced_denominator(tokens, at, lexicon)
    if row is None or not found.whole or found.value <= 0:
        return found
    end, denominator = row
    word = tokens[end - 1].low
    hyphened = at > found.end and found.value < denominator  # "a two-third majority"
    plural = word.endswith("s") or lexicon.language.code != "en" or hyphened
    if (found.value > 1 and not plural) or (
        found.value == 1 and denominator < 20 and word.endswith("s") and denominator != 3 and not tokens[end - 1].low.endswith("avos")
    ):
        return found
    return _as_share(found.start, end, divide(int(found.value), denominator), tokens)


def _spaced_denominator(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read "vinte e um avos": the ending stands apart from its number."""
    endings = words(lexicon.language.denominator_endings)
    number = in_words(tokens, index, lexicon) if endings and tokens[index].low in lexicon.triggers else None
    if number is None or tokens[number.end].low not in endings or number.value <= 1:
        return None
    return number.end + 1, int(number.value)


def denominator_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Denominator at `index`: "fifths", "twenty-firsts", "veinticincoavos": (index after it, value)."""
    row = lexicon.numerals.denominators.at(tokens, index)
    if row is not None:
        return row
    low = tokens[index].low
    for ending in words(lexicon.language.denominator_endings):
        value = _stem_of(low.removesuffix(ending), lexicon) if low.endswith(ending) else 0
        if value >= 4:
            return index + 1, value
    tens = lexicon.numerals.single.get(low)
    if tens is None or not 20 <= tens.value < 100:
        return None
    at = index + 1
    while tokens[at].text == "-" or (tokens[at].low in lexicon.numerals.joiners and at < index + 4):
        at += 1
    unit = lexicon.numerals.ordinals.get(tokens[at].low) or lexicon.numerals.ordinals.get(tokens[at].low.removesuffix("s"), 0)
    return (at + 1, tens.value + unit) if 0 < unit < 10 and lexicon.language.code in {"en", "fr"} else None


def _stem_of(stem: str, lexicon: Lexicon) -> int:
    """Value of a stem that may have lost its last vowel ("ventun-esimo")."""
    return next((value for vowel in ("", *"oeia") if (value := stem_value(stem + vowel, lexicon))), 0)


def stem_value(stem: str, lexicon: Lexicon) -> int:
    """Value of a number word without its ending, 0 when it is none."""
    single = lexicon.numerals.single.get(stem)
    if single is not None:
        return single.value
    total = Sum(lexicon.numerals.grammar)
    parts = pieces(stem, lexicon)
    return total.value if parts and all(total.take(part) for part in parts) else 0


def _as_share(start: int, end: int, value: Decimal, tokens: Sequence[Token]) -> Numeral:
    surface = " ".join(token.text for token in tokens[start:end])
    return Numeral(
        start, end, value, WORD_FRACTION_ULP, (f"“{surface}” is {value:.4f}".rstrip("0"),), in_words=True, part=True, whole=False
    )


def bare(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Numeral | None:
    """Read "half", "a third of", "a quarter": a denominator with no number before it."""
    alone = lexicon.numerals.fractions.at(tokens, index)
    if alone is not None:
        return _as_share(index, alone[0], divide(*alone[1]), tokens)
    row = lexicon.numerals.denominators.at(tokens, index)
    if row is None:
        return None
    end, denominator = row
    before = tokens[index - 1] if index else END
    start = index - 1 if before.low in lexicon.numerals.articles else index
    if not _is_share(tokens, index, end, denominator, lexicon):
        return None
    return _as_share(start, end, divide(1, denominator), tokens)


def _is_share(  # noqa: PLR0911  one reason a line
    tokens: Sequence[Token], index: int, end: int, denominator: int, lexicon: Lexicon
) -> bool:
    before = tokens[index - 1] if index else END
    after = tokens[end]
    joined = before.low in lexicon.numerals.articles and index > 1 and tokens[index - 2].low in lexicon.numerals.joiners
    if joined and (denominator == 2 or after.low not in _OF_ALL):
        return False  # "a box and a half"
    if (
        after.shape is Shape.WORD
        and after.text[0].isupper()
        and tokens[index].text[0].isupper()
        and before.low not in lexicon.numerals.articles
    ):
        return False  # "Half Girlfriend"
    if tokens[index].low in lexicon.numerals.half_adjectives:
        return _halves_something(tokens, end, before, lexicon)
    if lexicon.language.unspaced and end == index + 1:
        known = (
            lexicon.measures.units.at(tokens, end) or lexicon.measures.counters.at(tokens, end) or lexicon.numerals.scales.at(tokens, end)
        )
        return known is not None or _million(tokens, end, lexicon) > 0
    if denominator == 2:
        nearest = tokens[index - 2] if before.text == "-" and before.glued and index > 1 else before
        if nearest.low in _NOT_HALF_BEFORE or (before.shape is Shape.FIGURES and not before.low.isdigit()):
            return False
        compound = after.text == "-" and after.glued
        return not compound or lexicon.numerals.scales.at(tokens, end + 1) is not None or _measures(tokens, end + 1, lexicon)
    if denominator == 4 and _million(tokens, end, lexicon):
        return True
    if before.low not in lexicon.numerals.articles:
        return False
    if lexicon.numerals.scales.at(tokens, end) or _million(tokens, end, lexicon) or _is_point(tokens, end, lexicon):
        return True
    earlier = tokens[index - 2].low if index > 1 else ""
    return (after.shape in {Shape.MARK, Shape.END} and after.text != "-") or after.low in _AFTER_SHARE or earlier in _BEFORE_SHARE


def _measures(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell "half-hour", "half-percent", "half-point" from "half-brother"."""
    measures = lexicon.measures
    return bool(measures.units.at(tokens, at) or measures.shares.at(tokens, at)) or tokens[at].low in measures.index_points


def _is_point(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Tell "a quarter point", "a quarter-percentage-point": never a quarter of a year or of a town."""
    at = end + 1 if tokens[end].text == "-" and tokens[end].glued else end
    return tokens[at].low in lexicon.measures.index_points or lexicon.measures.shares.at(tokens, at) is not None


def _halves_something(tokens: Sequence[Token], end: int, before: Token, lexicon: Lexicon) -> bool:
    """Tell "media hora", "ein halbes Dutzend", "un medio" from "los medios", "de media"."""
    if _million(tokens, end, lexicon) or lexicon.measures.units.at(tokens, end) or lexicon.measures.shares.at(tokens, end):
        return True
    at = end + 1 if tokens[end].text == "-" else end
    if lexicon.numerals.scales.at(tokens, at) or lexicon.measures.units.at(tokens, at):
        return True
    return before.low in lexicon.numerals.articles and tokens[end].shape is Shape.END


def _million(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Index of the scale word in "half a million", "a quarter of a million", "half a dozen"; 0 when there is none."""
    at = end
    if tokens[at].low in _OF:
        at += 1
    if tokens[at].low in lexicon.numerals.articles:
        at += 1
    row = lexicon.numerals.scales.at(tokens, end)
    if row is not None and row[1] >= 1000:
        return end
    if tokens[end].low in lexicon.numerals.dozens:
        return end
    if at > end and (lexicon.numerals.scales.at(tokens, at) or tokens[at].low in lexicon.numerals.dozens):
        return at
    return 0


def of_scale(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon) -> Numeral:
    """Read "half a million" is 500000, "three quarters of a million" 750000."""
    at = _million(tokens, found.end, lexicon)
    if not found.part or not at:
        return found
    row = lexicon.numerals.scales.at(tokens, at)
    end, factor = row or (at + 1, lexicon.numerals.dozens[tokens[at].low])
    if factor < 1000 and row:
        return found
    return replace(found.times(Decimal(factor), end, f"of “{tokens[end - 1].text}” is times {factor}"), scaled=row is not None)


def of_percent(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon, mark: Mark) -> Numeral:
    """Read "half of 1 percent" is 0.5 percent."""
    if not found.part or tokens[found.end].low not in _OF:
        return found
    at = found.end + 1
    whole = in_figures(tokens, at, mark) if tokens[at].shape is Shape.FIGURES else in_words(tokens, at, lexicon)
    if whole is None or whole.value > 1 or lexicon.measures.shares.at(tokens, whole.end) is None:
        return found
    step = f"of {whole.value} percent"
    return replace(
        found, end=whole.end, value=found.value * whole.value, ulp=found.ulp * whole.value, part=False, steps=(*found.steps, step)
    )


def one_in(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon, mark: Mark) -> Numeral:
    """Read "one in five", "1 in 5", "nine out of 10", "two out of every three", "1-in-5"."""
    if found.value <= 0 or found.scaled or found.part:
        return found
    at = found.end + 1 if tokens[found.end].text == "-" and tokens[found.end].glued else found.end
    out_of = lexicon.numerals.share_out_of.at(tokens, at)
    if out_of is None and _names_whole(tokens, at, found, lexicon):
        at += 1
        out_of = lexicon.numerals.share_out_of.at(tokens, at)
    if not found.whole and out_of is None:
        return found
    end = out_of[0] if out_of else at + 1 if tokens[at].low in lexicon.numerals.share_in else 0
    over = not end and tokens[at].low in lexicon.numerals.share_over
    if over:
        end = at + 1
    if not end:
        return found
    if tokens[end].text == "-":
        end += 1
    whole = in_figures(tokens, end, mark) if tokens[end].shape is Shape.FIGURES else in_words(tokens, end, lexicon)
    if whole is None or not whole.whole or whole.value == 0 or (found.value > 1 and whole.value >= 1000 and tokens[end - 1].low in _EVERY):
        return found
    if not (_ends(tokens[whole.end]) if over else _fits(tokens, found, whole, lexicon, sure=out_of is not None)):
        return found
    share = found.value / whole.value
    step = f"{found.value} of {whole.value} is {share:.4f}"
    return replace(
        found, end=whole.end, value=share, ulp=min(WORD_FRACTION_ULP, share / 10), part=True, whole=False, steps=(*found.steps, step)
    )


def _names_whole(tokens: Sequence[Token], at: int, found: Numeral, lexicon: Lexicon) -> bool:
    """Read "one American in five": a noun between the part and the whole."""
    noun, link, whole = tokens[at], tokens[at + 1], tokens[at + 2]
    sure = found.in_words or whole.text in {"10", "100"} or (lexicon.language.code != "en" and whole.text in {"3", "4", "5", "20"})
    if noun.shape is not Shape.WORD or noun.low in lexicon.around.stops or found.value > 99 or not sure or link.low in _OF_ALL:
        return False
    named = link.low in lexicon.numerals.share_in and lexicon.measures.units.at(tokens, at) is None and SYMBOLS.at(tokens, at) is None
    return named and (whole.shape is Shape.FIGURES or whole.low in lexicon.numerals.single)


def _ends(token: Token) -> bool:
    return token.shape is Shape.END or token.text in {".", ",", ";", "%"} or token.low == "por"


def _fits(tokens: Sequence[Token], part: Numeral, whole: Numeral, lexicon: Lexicon, *, sure: bool) -> bool:
    if not part.value < whole.value:
        return False
    text = tokens[whole.start].text
    year = len(text) == 4 and text.isdigit() and whole.end == whole.start + 1
    if sure:
        every = tokens[whole.start - 1].low in lexicon.numerals.every
        return every or whole.value <= _SMALL_WHOLE or whole.value == _SCORE or whole.value % 100 == 0
    after = tokens[whole.end]
    timed = (
        lexicon.measures.units.at(tokens, whole.end) is not None
        or after.text in {"%", "/", ":", "-", "–"}
        or lexicon.measures.shares.at(tokens, whole.end)
    )
    return not year and not timed and whole.value >= 2 and part.value <= 20 and (whole.value <= _WHOLE_MAX or _round(whole.value))


def _round(value: Decimal) -> bool:
    return value in {Decimal(10) ** power for power in range(2, 10)} and value >= 100
