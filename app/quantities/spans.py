"""Parts and multiples of a year: quarters, halves, decades, centuries, and times told from today."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from app.quantities.lexicon import Measured
from app.quantities.sentence import Sentence
from app.quantities.stretch import SUFFIXES, YEARS, Stretch, day_number, month_of, year_number

_CENTURY = Measured("year", Decimal(100))
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ROMAN_CHARS_MAX = 6


def decade(sentence: Sentence, index: int) -> Stretch | None:
    """Read "the 1990s", "the '90s"."""
    tokens = sentence.tokens
    if (named := _named_decade(sentence, index)) is not None:
        return named
    letter = tokens[index + 1]
    if tokens[index + 1].text == "'" and tokens[index + 2].low == "s" and tokens[index].text.endswith("0"):
        letter = tokens[index + 2]
    text = tokens[index].text
    if letter.low != "s" or not letter.glued or not text.isdigit() or not text.endswith("0") or len(text) not in {2, 4}:
        return None
    year = int(text) if len(text) == 4 else 1900 + int(text)
    span = 99 if len(text) == 4 and text.endswith("00") and year < 2000 else 9
    end = index + 2 if letter is tokens[index + 1] else index + 3
    return Stretch(index, end, date(year, 1, 1), date(year + span, 12, 31), "decade") if year in YEARS else None


def _named_decade(sentence: Sentence, index: int) -> Stretch | None:
    """Read "les années 90", "negli anni '80", "90年代", "die 90er Jahre"."""
    tokens, calendar = sentence.tokens, sentence.lexicon.calendar
    text = tokens[index].text
    if text[-1] != "0" or len(text) not in {2, 4} or not text.isdigit():
        return None
    mark = index - 1 if index and tokens[index - 1].text == "'" else index
    at = index + 2 if tokens[index + 1].text == "-" else index + 1
    before, after = calendar.decade_words.before(tokens, mark, sentence.floor), calendar.decade_endings.at(tokens, at)
    year = int(text) if len(text) == 4 else 1900 + int(text)
    if (before is None and after is None) or year not in YEARS:
        return None
    start, end = before[0] if before else mark, after[0] if after else index + 1
    return Stretch(start, end, date(year, 1, 1), date(year + 9, 12, 31), "decade")


def nth(sentence: Sentence, index: int) -> int:
    token = sentence.tokens[index]
    if token.low in sentence.lexicon.numerals.ordinal_suffixes and index > 0 and token.glued:
        return day_number(sentence.tokens[index - 1])
    return sentence.lexicon.numerals.ordinals.get(token.low, 0)


def part_of_year(year: int, nth: int, start: int, end: int, parts: int) -> Stretch | None:
    months = 12 // parts
    last = nth * months
    if not 1 <= nth <= parts:
        return None
    return Stretch(
        start,
        end,
        date(year, last - months + 1, 1),
        date(year, last, monthrange(max(year, 2), last)[1]),
        "quarter" if parts == 4 else "half",
    )


def quarter_sign(sentence: Sentence, index: int) -> Stretch | None:
    """Read "Q3 2023", "H1 2020", "FY2023", "FY23"."""
    tokens = sentence.tokens
    token, number = tokens[index], tokens[index + 1]
    if token.text not in {"Q", "H", "FY", "T"} or not number.glued or not number.text.isdigit():
        return None
    if token.text == "FY":
        year = year_number(number) or (2000 + int(number.text) if len(number.text) == 2 else 0)
        return Stretch(index, index + 2, date(year - 1, 4, 1), date(year, 12, 31), "fiscal_year", fiscal=True) if year else None
    at = index + 3 if tokens[index + 2].low in {"of", "/", "'", "-", "de", "in"} else index + 2
    year = year_number(tokens[at])
    return part_of_year(year, int(number.text[:2]), index, at + 1, 2 if token.text == "H" else 4) if year else None


def _roman(low: str) -> int:
    """Read a Roman number below thirty, its French or Spanish ending dropped; 0 for any other word."""
    text = low.removesuffix("e").removesuffix("è")
    if not text or len(text) > _ROMAN_CHARS_MAX or any(char not in _ROMAN for char in text):
        return 0
    digits = [_ROMAN[char] for char in text]
    total = sum(-digit if digit < following else digit for digit, following in zip(digits, [*digits[1:], 0], strict=True))
    return total if total < 30 else 0


def century(sentence: Sentence, index: int) -> Stretch | None:
    """Read "the 19th century", "im 19. Jahrhundert", "XIXe siècle", "siglo XIX" from the word for the century."""
    tokens = sentence.tokens
    unit = sentence.lexicon.measures.units.at(tokens, index)
    if unit is None or unit[1] != _CENTURY or index == 0:
        return None
    after = _roman(tokens[unit[0]].low) if tokens[unit[0]].text.isupper() else 0
    if after:
        return _hundred_years(after, index, unit[0] + 1)
    before = index - 1
    while before > index - 3 and before > 0 and (tokens[before].text in {"-", "."} or tokens[before].low in SUFFIXES):
        before -= 1
    token = tokens[before]
    number = day_number(token) if before < index - 1 or sentence.lexicon.language.unspaced else 0
    number = number or sentence.lexicon.numerals.ordinals.get(token.low, 0) or (_roman(token.low) if token.text[:1].isupper() else 0)
    return _hundred_years(number, before, unit[0]) if 0 < number <= 30 else None


def _hundred_years(number: int, start: int, end: int) -> Stretch:
    return Stretch(start, end, date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), "century")


def relative(sentence: Sentence, index: int) -> Stretch | None:
    """Read "last year", "this month": only when the document says what today is."""
    today, calendar, tokens = sentence.hints.today, sentence.lexicon.calendar, sentence.tokens
    if today is None:
        return None
    for shift, phrases in ((-1, calendar.last), (0, calendar.this), (1, calendar.next)):
        found = phrases.at(tokens, index)
        if found is None:
            continue
        unit = sentence.lexicon.measures.units.at(tokens, found[0])
        if unit is not None and unit[1].factor == 1:
            return _shifted(today, shift, unit[1].code, index, unit[0])
    return None


def _shifted(today: date, shift: int, unit: str, start: int, end: int) -> Stretch | None:
    if unit == "year" and 1 < today.year + shift < 9999:
        return Stretch(start, end, date(today.year + shift, 1, 1), date(today.year + shift, 12, 31), "year")
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + shift, 12)
        return month_of(start, end, year, month + 1)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return Stretch(start, end, monday, monday + timedelta(days=6), "week")
    return None
