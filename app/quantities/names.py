"""Figures that are no quantity: names, versions, times of day, phones, scores, lists (NUMBERS §2)."""

import re

from app.quantities import units
from app.quantities.lexicon import SYMBOLS
from app.quantities.measure import money_before
from app.quantities.numeral import Numeral
from app.quantities.quantity import Kind
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape, is_letters

# Prefixes that leave a number a number although they are glued to it by a hyphen.
_PREFIXES = frozenset([
    "of", "by", "to", "and", "mid", "early", "late", "pre", "post", "under", "over", "non", "sub", "near", "plus", "sub", "per",
    "about", "ca", "c", "nearly", "almost", "un", "pro", "some", "anti", "circa", "magnitude"
])  # fmt: skip
_HOUR = re.compile(r"\d{1,4}|\d{1,2}[.,:]\d\d")
_SLASHED = frozenset({("9", "11"), ("24", "7"), ("7", "7"), ("50", "50"), ("20", "20")})
_DIAL = frozenset({"+", "tel", "tel.", "phone", "call", "fax", "dial"})
# "020 7946 0958": what follows an area code comes in groups of so many figures.
_DIAL_GROUP_MIN = 3
_SCORE_REACH = 8
_FRACTION_BOTTOMS = frozenset({"2", "3", "4", "8", "16", "32", "64"})
# "412 Gl" may be a unit that is not known here; a longer capital is a name.
_SYMBOL_CHARS_MAX = 2
# Capitals that label a figure rather than name a thing.
_LABELS = frozenset({
    "SD", "SE", "CI", "OR", "HR", "RR", "AOR", "IQR", "AUC", "N", "P", "R", "BMI", "IQ", "GPA", "EPS", "PSA", "AQI", "PM", "ELO",
    "SAT", "GDP", "CPI", "PMI"
})  # fmt: skip


def aside_before(sentence: Sentence, index: int) -> tuple[int, str]:
    """Judge figures at `index` by their surroundings before reading them: (end, reason), reason "" for a number."""
    for judge in (_opaque_word, _chain, _clock, _slashed):
        end, reason = judge(sentence, index)
        if reason:
            return end, reason
    return index, ""


def _opaque_word(sentence: Sentence, index: int) -> tuple[int, str]:
    """Letters and figures in one word: "H1N1", "A4", "18F", "3D", "2FA", "COVID-19"."""
    tokens = sentence.tokens
    token, after = tokens[index], tokens[index + 1]
    before = sentence.before(index)
    prefixed = before.low in sentence.lexicon.measures.figure_prefixes
    side = before.low in {"x", "×"} and index > 1 and tokens[index - 2].shape is Shape.FIGURES and _has_sides(sentence, index)
    if side:
        return index, ""
    if token.glued and not prefixed and (before.text == "_" or (is_letters(before) and not _is_currency(sentence, index))):
        return _word_end(sentence, index), "part of a name"
    if token.glued and before.text == "-" and before.glued and index > 1:
        earlier = tokens[index - 2]
        if (
            earlier.shape is Shape.WORD
            and earlier.low not in _PREFIXES
            and not _in_words(sentence, earlier.low)
            and not _is_currency(sentence, index - 1)
        ):
            return _word_end(sentence, index), "part of a name"
    if (
        after.text == "("
        and after.glued
        and tokens[index + 2].shape is Shape.WORD
        and tokens[index + 3].text == ")"
        and tokens[index + 4].glued
    ):
        return (index + 5, "part of a name") if tokens[index + 4].shape is Shape.WORD else (index, "")
    if (
        after.glued
        and is_letters(after)
        and SYMBOLS.at(tokens, index + 1) is None
        and tokens[index + 2].glued
        and tokens[index + 2].shape is Shape.FIGURES
        and after.low not in {"x", "e", "h", "к"}
    ):
        return _word_end(sentence, index), "part of a name"
    return index, ""


def _in_words(sentence: Sentence, low: str) -> bool:
    return low in sentence.lexicon.numerals.single


def _is_currency(sentence: Sentence, index: int) -> bool:
    return money_before(sentence, index) is not None


def _word_end(sentence: Sentence, index: int) -> int:
    """Index after the word that holds token `index`; a full stop before a capital ends it ("COVID-19.As of")."""
    tokens = sentence.tokens
    end = index + 1
    while tokens[end].glued:
        token, after = tokens[end], tokens[end + 1]
        linked = token.text in {"-", ".", "/", "_", "+"} and after.glued and not (token.text == "." and after.text[:1].isupper())
        if token.shape not in {Shape.FIGURES, Shape.WORD} and not linked:
            break
        end += 1
    return end


def _chain(sentence: Sentence, index: int) -> tuple[int, str]:
    """Three runs of figures or more, glued by hyphens, points or slashes: phones, ISBNs, versions, dates in figures."""
    tokens = sentence.tokens
    end, runs = index + 1, 1
    while (
        tokens[end].glued and tokens[end].text in {"-", ".", "/", "–"} and tokens[end + 1].glued and tokens[end + 1].shape is Shape.FIGURES
    ):
        end += 2
        runs += 1
    if runs >= 3 and not _is_mixed(sentence, index, end):
        return end, "telephone, version or serial number"
    lexeme = tokens[index].text
    if lexeme.count(".") >= 2 and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", lexeme):
        return end, "version or date"
    before = sentence.before(index)
    if (
        before.text == "+"
        and len(lexeme) <= 4
        and index > 0
        and tokens[index + 1].shape == Shape.FIGURES
        and tokens[index + 2].shape is Shape.FIGURES
    ):
        return _run_of_figures(sentence, index), "telephone number"
    if before.low in _DIAL and before.shape is Shape.WORD and len(lexeme) >= 3 and tokens[index + 1].text in {"-", ")"}:
        return _run_of_figures(sentence, index), "telephone number"
    if len(lexeme) > 1 and lexeme[0] == "0" and lexeme.isdigit() and before.text not in {".", ","}:
        end = index + 1
        while tokens[end].shape is Shape.FIGURES and tokens[end].text.isdigit() and len(tokens[end].text) >= _DIAL_GROUP_MIN:
            end += 1
        return end, "identifier with a leading zero"
    return index, ""


def _is_mixed(sentence: Sentence, index: int, end: int) -> bool:
    """Tell "1-1/4 cents": a whole number, a hyphen and a proper fraction of stock and timber."""
    tokens = sentence.tokens
    top, bottom = tokens[index + 2].text, tokens[end - 1].text
    proper = top.isdigit() and bottom in _FRACTION_BOTTOMS and int(top[:3]) < int(bottom)
    return end == index + 5 and proper and tokens[index + 1].text == "-" and tokens[index + 3].text == "/"


def _run_of_figures(sentence: Sentence, index: int) -> int:
    end = index + 1
    while sentence.tokens[end].shape is Shape.FIGURES or sentence.tokens[end].text in {"-", "(", ")", "/"}:
        end += 1
    return end


def _clock(sentence: Sentence, index: int) -> tuple[int, str]:
    tokens = sentence.tokens
    token, after, minutes = tokens[index], tokens[index + 1], tokens[index + 2]
    calendar = sentence.lexicon.calendar
    if after.text == ":" and after.glued and minutes.glued and minutes.shape is Shape.FIGURES:
        if len(minutes.text) == 2 and minutes.text < "60" and token.text.isdigit():
            end = index + 3
            while tokens[end].text == ":" and tokens[end + 1].shape is Shape.FIGURES:
                end += 2
            clock = calendar.clock.at(tokens, end)
            return clock[0] if clock else end, "time of day"
        if re.fullmatch(r"[0-5]\d[.,]\d{1,3}", minutes.text):
            return index + 3, "the time of a race"
        if "0" in {minutes.text, token.text} or (sentence.before(index).low in sentence.lexicon.around.scores):
            return index + 3, "score"
        return index, ""
    clock = calendar.clock.at(tokens, index + 1)
    if clock is not None and _HOUR.fullmatch(token.text):
        minutes = tokens[clock[0]]  # "à 20 h 15"
        told = tokens[clock[0] - 1].low == "h" and minutes.text.isdigit() and len(minutes.text) == 2 and minutes.text < "60"
        return clock[0] + told, "time of day"
    return index, ""


def _slashed(sentence: Sentence, index: int) -> tuple[int, str]:
    tokens = sentence.tokens
    by = tokens[index + 1]
    if by.text == "/" and by.glued and tokens[index + 2].glued and _is_act(tokens[index].text, tokens[index + 2].text):
        return index + 3, "the number of a law or file"
    if (
        by.low in {"x", "×"}
        and by.glued
        and tokens[index + 2].glued
        and tokens[index + 2].shape is Shape.FIGURES
        and tokens[index + 2].text != "10"
        and not _has_sides(sentence, index)
    ):
        return index + 3, "dimensions or a name"
    if tokens[index + 1].text == "/" and tokens[index + 1].glued and (tokens[index].text, tokens[index + 2].text) in _SLASHED:
        return index + 3, "a name or saying"
    return index, ""


def _has_sides(sentence: Sentence, index: int) -> bool:
    """Tell "10x15 cm", "3x4 metri" from "4x4": a unit of length ends the row of sides."""
    tokens, at = sentence.tokens, index + 1
    while tokens[at].low in {"x", "×"} and tokens[at + 1].shape is Shape.FIGURES and at < index + 6:
        at += 2
    unit = SYMBOLS.at(tokens, at) or sentence.lexicon.measures.units.at(tokens, at)
    return unit is not None and units.kind(unit[1].code) is Kind.LENGTH


def _is_act(one: str, two: str) -> bool:
    """Tell "605/2003" and "2016/679": a running number and the year of a law."""
    years = [text.isdigit() and len(text) == 4 and text[:2] in {"19", "20"} for text in (one, two)]
    return any(years) and one.isdigit() and two.isdigit() and max(len(one), len(two)) == 4 and min(len(one), len(two)) >= 2


def aside_after(sentence: Sentence, number: Numeral, *, first: int, bare: bool, counted: bool) -> str:  # noqa: C901, PLR0911  one reason a line
    """Judge a number that was read; `bare` when nothing but perhaps a noun stands beside it, `counted` when a noun does.

    "" when it is a quantity.
    """
    tokens = sentence.tokens
    if bare and _in_title(sentence, number):
        return "a numeral in a name"
    if bare and _lettered(sentence, number) and (not counted or sentence.tokens[number.end].text.isupper()):
        return "part of a name"
    if not bare or number.scaled or number.part:
        return ""
    if number.in_words and number.value == 1 and number.high is None and first == number.start and _is_pronoun(sentence, number, first):
        return "“one” as a pronoun or article"
    if sentence.lexicon.around.numbering.before(tokens, number.start, sentence.floor):
        return "a number of a series"
    if number.start != first or (not number.whole and number.in_words):
        return ""
    if not number.in_words and number.start == number.end - 1 and _is_score(sentence, number):
        return "a score"
    among = counted and sentence.before(number.start).text == "top"  # "the top 10 banks"
    if number.value < 10000 and not number.in_words and not among and _is_named(sentence, number):
        return "a numeral in a name or reference"
    if not counted and _after_name(sentence, number):
        return "a numeral in a name"
    if not counted and _before_name(sentence, number, first):
        return "a numeral in a name"
    return "an item's number in a list" if _enumerates(sentence, number) else ""


def is_article(sentence: Sentence, number: Numeral, kind: Kind, first: int) -> bool:
    """Tell "sur un an", "in einer Woche": where "one" and "a" are one word, a span of time counts it only when bounded."""
    if kind is not Kind.DURATION or number.value != 1 or sentence.lexicon.numerals.whole or not number.in_words or number.scaled:
        return False
    article = sentence.tokens[number.start].low in sentence.lexicon.numerals.one and number.end == number.start + 1
    if article and sentence.tokens[number.end + 1].low in sentence.lexicon.calendar.ago:
        return True  # "meer dan een jaar eerder"
    return article and sentence.lexicon.bounds.before.before(sentence.tokens, first, sentence.floor) is None


def is_character(sentence: Sentence, number: Numeral, first: int) -> bool:
    """Tell "一般", "三菱" in texts without blanks: a lone number character that runs on into a word counts nothing."""
    if not sentence.lexicon.language.unspaced or not number.in_words or number.end != number.start + 1 or number.start != first:
        return False
    before, after = sentence.before(number.start), sentence.tokens[number.end]
    runs_on = after.glued and after.shape is Shape.WORD
    follows = sentence.tokens[number.start].glued and before.shape in {Shape.WORD, Shape.FIGURES}
    if runs_on or follows:
        return sentence.lexicon.bounds.before.before(sentence.tokens, first, sentence.floor) is None
    return not sentence.lexicon.language.lone_counts and not _counts_apart(sentence, number)


def _counts_apart(sentence: Sentence, number: Numeral) -> bool:
    """Tell "세 명", "네 시간": a number of one character that stands alone, with its counter or unit ending the word after it."""
    measures, tokens = sentence.lexicon.measures, sentence.tokens
    if tokens[number.start].glued or tokens[number.end].glued:
        return False
    return (measures.counters.at(tokens, number.end) or measures.units.at(tokens, number.end)) is not None


def _lettered(sentence: Sentence, number: Numeral) -> bool:
    """Letters glued to the figure that are no unit: "an 18F effort", "3D", "5G"; or a piece of a path: "/3.6/"."""
    after, before = sentence.tokens[number.end], sentence.before(number.start)
    if number.in_words:
        return False
    if before.text == "/" and sentence.tokens[number.start].glued and after.text == "/" and after.glued:
        return True
    return after.glued and is_letters(after) and after.low not in sentence.lexicon.measures.times


def _is_named(sentence: Sentence, number: Numeral) -> bool:
    """Tell "Section 5", "A 7"; a small letter alone is a word ("il y en a 500")."""
    row = sentence.lexicon.around.name_words.before(sentence.tokens, number.start, sentence.floor)
    before = sentence.before(number.start)
    if before.text.islower() and sentence.before(number.start - 1).low == "to":
        # "To release 80 prisoners", "to build 500 homes": a verb.
        return False
    return row is not None and not (len(before.text) == 1 and before.text.islower())


def _in_title(sentence: Sentence, number: Numeral) -> bool:
    """Read "Alexa Top 1 Million", "Fortune Global 500 list": a capitalised list and its length."""
    before = sentence.before(number.start)
    return before.text in {"Top", "Global"} and number.start > 1 and sentence.tokens[number.start - 2].text[:1].isupper()


def _is_pronoun(sentence: Sentence, number: Numeral, first: int) -> bool:
    """Tell "one" counts before a unit or a noun of persons and events ("one death"), else it stands for "a" or for a thing."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens[number.start].low not in lexicon.numerals.one:
        return False
    bounded = lexicon.bounds.before.before(tokens, first, sentence.floor) is not None
    near = {token.low for token in tokens[number.end : number.end + 3]}
    return not bounded and not near & lexicon.around.one_counts


def _after_name(sentence: Sentence, number: Numeral) -> bool:
    """A capitalised word just before a bare figure, not at the start of the sentence: "Voyager 2", "Windows 11"."""
    before = sentence.before(number.start)
    if number.in_words or before.shape is not Shape.WORD or not before.text[0].isupper() or number.start < 2:
        return False
    earlier = sentence.tokens[number.start - 2]
    opening = earlier.text in {".", ":", "•", "*", "|", "\n", "!", "?"}
    lexicon = sentence.lexicon
    known = (
        before.text in _LABELS
        or before.low in lexicon.around.stops
        or before.low in lexicon.calendar.months
        or before.low in lexicon.calendar.weekdays
    )
    named = sentence.lexicon.language.noun != "capital" or (before.text.isupper() and len(before.text) > 1)
    return not opening and not known and number.value < 100000 and named


def _before_name(sentence: Sentence, number: Numeral, first: int) -> bool:
    """Tell "21 Jump Street", "30 Rock": a bare figure and a capital right after it, where nothing bounds it."""
    one = sentence.tokens[number.end]
    named = (
        one.shape is Shape.WORD and one.text[0].isupper() and not one.text.endswith("s") and one.low not in sentence.lexicon.around.stops
    )
    plain = number.end == number.start + 1 and number.value < 1000 and sentence.lexicon.language.noun == "plural"
    after = sentence.tokens[number.end + 1]
    if after.shape is Shape.FIGURES or (len(one.text) == 1 and after.text == "." and after.glued):
        return False  # "230 Boeing 737 jets", "400 U.S. farmers"
    known = one.low in sentence.lexicon.calendar.months or one.low in sentence.lexicon.calendar.weekdays
    return named and plain and not known and sentence.lexicon.bounds.before.before(sentence.tokens, first, sentence.floor) is None


def _enumerates(sentence: Sentence, number: Numeral) -> bool:
    """Tell "(1)", "2)", and "3." at the start."""
    if number.in_words or not number.whole or number.value > 40 or number.end != number.start + 1:
        return False
    before, after = sentence.before(number.start), sentence.tokens[number.end]
    if after.text == ")" and before.text in {"(", "", ",", ";", ":", "."}:
        # "(2023: 22)" tells a number after its year.
        return not (before.text == ":" and any(token.text == "(" for token in sentence.tokens[max(0, number.start - 4) : number.start - 1]))
    return after.text == "." and number.start == 0 and sentence.tokens[number.end + 1].shape is Shape.WORD


def _is_score(sentence: Sentence, number: Numeral) -> bool:
    """Tell "beat them 3-1", "a 52-48 vote": two whole numbers on a dash, falling or after a word of winning."""
    tokens = sentence.tokens
    dash, other = tokens[number.end], tokens[number.end + 1]
    voted = sentence.lexicon.bounds.to.at(tokens, number.end) is not None
    if (
        (dash.text not in {"-", "–"} and not voted)
        or other.shape is not Shape.FIGURES
        or dash.glued != other.glued
        or not other.text.isdigit()
    ):
        return False
    near = {token.low for token in tokens[max(0, number.start - _SCORE_REACH) : number.start]} | {
        token.low for token in tokens[number.end + 2 : number.end + 4]
    }
    falls, scored = int(other.text[:9]) <= number.value, bool(near & sentence.lexicon.around.scores)
    return (falls and scored) if voted else (falls or scored)
