"""The time reader: dates, years, quarters and fiscal years become periods; they are no other quantity (NUMBERS §3)."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from app.quantities import nouns
from app.quantities.lexicon import SYMBOLS, Measured
from app.quantities.nouns import looks_plural
from app.quantities.quantity import Comparator, Kind, Period, Quantity, TimeRole
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape, Token

# A bare four-figure number in this range is a year unless something is counted by it.
_YEARS_NEAR = range(1900, 2036)
_YEARS = range(1000, 2101)
# "50 % below 2005 levels".
_YEARLY = frozenset({"levels", "level", "baseline", "prices", "dollars"})
# A text with more dates is a calendar; the rest of it is not dated.
DATES_MAX = 5_000
_CENTURY = Measured("year", Decimal(100))
_DASHES = frozenset({"-", "–", "—", "/"})
_SUFFIXES = frozenset({"st", "nd", "rd", "th", "er", "º", "ª", "°", "."})
# A date without a year keeps month and day in this one, so that two such dates can be compared.
NO_YEAR = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time over tokens[start:end]."""

    start: int
    end: int
    first: date
    last: date
    grain: str
    fiscal: bool = False
    role: TimeRole = TimeRole.IN


def stretches(sentence: Sentence) -> list[Stretch]:
    """Find every date of the text in order, ranges joined and the words that govern them taken in."""
    found: list[Stretch] = []
    calendar = sentence.lexicon.calendar
    at = 0
    triggers = calendar.triggers
    starts = [index for index, token in enumerate(sentence.tokens) if token.shape is Shape.FIGURES or token.low in triggers]
    for index in starts:
        if len(found) >= DATES_MAX:
            break
        if index < at:
            continue
        read = _at(sentence, index)
        if read is None:
            continue
        joined = _range(sentence, read)
        at = joined.end
        found.append(_governed(sentence, joined, found[-1].end if found else 0))
    return found


def quantity(sentence: Sentence, stretch: Stretch) -> Quantity:
    """Make the record of a date: `value` the year (or the first of two), `noun` the grain, `times` the period itself."""
    start = sentence.plain.original(sentence.tokens[stretch.start].start)
    end = sentence.plain.original_end(sentence.tokens[stretch.end - 1].end)
    surface = sentence.text[start:end]
    years = stretch.first.year, stretch.last.year
    ranged = years[0] != years[1] and not stretch.fiscal and stretch.grain == "range"
    comparator = {TimeRole.BEFORE: Comparator.LESS_THAN, TimeRole.AFTER: Comparator.MORE_THAN}.get(stretch.role, Comparator.EXACT)
    value = Decimal(years[1] if stretch.fiscal else years[0])
    period = Period(surface, stretch.first, stretch.last, stretch.role, stretch.fiscal)
    step = f"a {stretch.grain.replace('_', ' ')} from {stretch.first} to {stretch.last}"
    return Quantity(
        surface,
        start,
        end,
        value,
        Kind.DATE,
        "year",
        Decimal(years[1]) if ranged else None,
        comparator,
        noun=stretch.grain,
        times=(period,),
        steps=(step,),
    )


# --- one date --------------------------------------------------------------------------------------------------------


def _at(sentence: Sentence, index: int) -> Stretch | None:
    token = sentence.tokens[index]
    if token.shape is Shape.FIGURES:
        for reader in (_numeric, _han, _day_first, _decade, _year):
            found = reader(sentence, index)
            if found is not None:
                return found
        return None
    for reader in (_century, _month_first, _quarter_sign, _relative):
        found = reader(sentence, index)
        if found is not None:
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    return (
        date(year, month, day)
        if 1 <= month <= 12 and 1 <= day <= monthrange(max(year, 2) if year != NO_YEAR else 4, month)[1] and year <= 9999
        else None
    )


def _month(start: int, end: int, year: int, month: int) -> Stretch:
    grain = "month" if year != NO_YEAR else "month_of_year"
    return Stretch(start, end, date(year, month, 1), date(year, month, monthrange(year if year != NO_YEAR else 2, month)[1]), grain)


def _days(start: int, end: int, first: date | None, last: date | None) -> Stretch | None:
    if first is None or last is None:
        return None
    return Stretch(start, end, min(first, last), max(first, last), "month_day" if first.year == NO_YEAR else "day")


def _numeric(sentence: Sentence, index: int) -> Stretch | None:
    """Read "2016-12-31", "31.12.2016", "12/31/2016"; a date that could be either order spans both."""
    tokens = sentence.tokens
    if tokens[index].text.count(".") == 2:
        parts = tokens[index].text.split(".")
        return _from_parts(index, index + 1, parts) if len(parts[2]) == 4 and len(parts[0]) <= 2 and len(parts[1]) <= 2 else None
    first, second = tokens[index + 1], tokens[index + 3]
    if first.text not in {"-", "/"} or second.text != first.text or not (first.glued and second.glued and tokens[index + 2].glued):
        return None
    parts = [tokens[index].text, tokens[index + 2].text, tokens[index + 4].text]
    if not all(part.isdigit() for part in parts) or sorted(map(len, parts))[-1] != 4 or len(parts[1]) > 2:
        return None
    return _from_parts(index, index + 5, parts)


def _from_parts(start: int, end: int, parts: list[str]) -> Stretch | None:
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        day = _day(numbers[0], numbers[1], numbers[2]) if numbers[0] else None
        return _days(start, end, day, day)
    if len(parts[2]) != 4 or not numbers[2]:
        return None
    day_first, month_first = _day(numbers[2], numbers[1], numbers[0]), _day(numbers[2], numbers[0], numbers[1])
    return _days(start, end, day_first or month_first, (None if "." in parts else month_first) or day_first)


def _han(sentence: Sentence, index: int) -> Stretch | None:
    """Read "2020年3月10日"."""
    tokens = sentence.tokens
    year, end = NO_YEAR, index
    if tokens[index + 1].text == "年" and len(tokens[index].text) == 4:
        year, end = int(tokens[index].text), index + 2
    if not (tokens[end].text.isdigit() and tokens[end + 1].text == "月" and 1 <= int(tokens[end].text[:3]) <= 12):
        return Stretch(index, end, date(year, 1, 1), date(year, 12, 31), "year") if end > index and year else None
    month = int(tokens[end].text)
    if tokens[end + 2].text.isdigit() and tokens[end + 3].text in {"日", "号"}:
        day = _day(year, month, int(tokens[end + 2].text[:3]))
        return _days(index, end + 4, day, day)
    return _month(index, end + 2, year, month)


def _day_number(token: Token) -> int:
    return (
        int(token.text)
        if token.shape is Shape.FIGURES and token.text.isdigit() and len(token.text) <= 2 and 1 <= int(token.text) <= 31
        else 0
    )


def _year_number(token: Token) -> int:
    return (
        int(token.text)
        if token.shape is Shape.FIGURES and len(token.text) == 4 and token.text.isdigit() and int(token.text) in _YEARS
        else 0
    )


def _month_name(sentence: Sentence, index: int) -> tuple[int, int]:
    """Month at `index`, a full stop after its short form taken in: (number, index after it)."""
    tokens = sentence.tokens
    month = sentence.lexicon.calendar.months.get(tokens[index].low, 0)
    if not month:
        return 0, index
    end = index + 1
    if tokens[end].text == "." and tokens[end].glued and len(tokens[index].text) <= 5:
        end += 1
    return month, end


def _day_first(sentence: Sentence, index: int) -> Stretch | None:
    """Read "10 March 2020", "10th of March", "10. März 2020", "13–15 August 2020"."""
    tokens, links = sentence.tokens, sentence.lexicon.calendar.links
    first = last = _day_number(tokens[index])
    at = index + 1
    if not first:
        return None
    if tokens[at].text in _DASHES and (second := _day_number(tokens[at + 1])) > first:
        last, at = second, at + 2
    if tokens[at].glued and tokens[at].low in _SUFFIXES:
        at += 1
    if tokens[at].low in links and tokens[at].shape is Shape.WORD:
        at += 1
    month, end = _month_name(sentence, at)
    if not month:
        return None
    year, end = _year_after(sentence, end)
    return _days(index, end, _day(year, month, first), _day(year, month, last))


def _year_after(sentence: Sentence, index: int) -> tuple[int, int]:
    """Year after a month or day, past "de", "of" or a comma: (year, index after it), NO_YEAR when none follows."""
    tokens, links = sentence.tokens, sentence.lexicon.calendar.links
    at = index
    while at < index + 2 and (tokens[at].low in links or tokens[at].text in {",", "-"}):
        at += 1
    year = _year_number(tokens[at])
    return (year, at + 1) if year else (NO_YEAR, index)


def _month_first(sentence: Sentence, index: int) -> Stretch | None:
    """Read "March 10, 2020", "March 2020", "March 10–12", "Mar. 5"."""
    tokens = sentence.tokens
    month, at = _month_name(sentence, index)
    if not month or not (tokens[index].text[0].isupper() or sentence.lexicon.language.code not in {"en", "de"}):
        return None
    first = last = _day_number(tokens[at])
    if first and tokens[at + 1].text not in {"%", ":"} and sentence.lexicon.language.code == "en":
        end = at + 1
        if tokens[end].text in _DASHES and (second := _day_number(tokens[end + 1])) > first:
            last, end = second, end + 2
        if tokens[end].glued and tokens[end].low in _SUFFIXES and tokens[end].text != ".":
            end += 1
        year, end = _year_after(sentence, end)
        return _days(index, end, _day(year, month, first), _day(year, month, last))
    year, end = _year_after(sentence, at)
    if year == NO_YEAR and tokens[index].low in {"may", "march", "mar"} and not _in_time(sentence, index):
        return None
    return _month(index, end, year, month)


def _in_time(sentence: Sentence, index: int) -> bool:
    return sentence.before(index).low in sentence.lexicon.calendar.year_before


def _decade(sentence: Sentence, index: int) -> Stretch | None:
    """Read "the 1990s", "the '90s"."""
    tokens = sentence.tokens
    letter = tokens[index + 1]
    if tokens[index + 1].text == "'" and tokens[index + 2].low == "s" and tokens[index].text.endswith("0"):
        letter = tokens[index + 2]
    text = tokens[index].text
    if letter.low != "s" or not letter.glued or not text.isdigit() or not text.endswith("0") or len(text) not in {2, 4}:
        return None
    year = int(text) if len(text) == 4 else 1900 + int(text)
    span = 99 if len(text) == 4 and text.endswith("00") and year < 2000 else 9
    end = index + 2 if letter is tokens[index + 1] else index + 3
    return Stretch(index, end, date(year, 1, 1), date(year + span, 12, 31), "decade") if year in _YEARS else None


def _year(sentence: Sentence, index: int) -> Stretch | None:
    year = _year_number(sentence.tokens[index])
    if not year or not _is_year(sentence, index, year):
        return None
    tokens = sentence.tokens
    fiscal = sentence.lexicon.calendar.fiscal.before(tokens, index)
    dash, short = tokens[index + 1], tokens[index + 2]
    if (
        dash.text in _DASHES
        and dash.glued
        and short.glued
        and short.text.isdigit()
        and len(short.text) == 2
        and int(short.text) == (year + 1) % 100
    ):
        start = fiscal[0] if fiscal else index
        return Stretch(start, index + 3, date(year, 1, 1), date(year + 1, 12, 31), "season", fiscal=True)
    if fiscal:
        # A fiscal year ends in the year it is named after, and begins at most nine months before it (US: October, Japan: April).
        return Stretch(fiscal[0], index + 1, date(year - 1, 4, 1), date(year, 12, 31), "fiscal_year", fiscal=True)
    return _widened(sentence, Stretch(index, index + 1, date(year, 1, 1), date(year, 12, 31), "year"))


def _is_year(sentence: Sentence, index: int, year: int) -> bool:
    """Weigh a bare four-figure number by what stands around it."""
    tokens, calendar = sentence.tokens, sentence.lexicon.calendar
    before, after = sentence.before(index), tokens[index + 1]
    if before.text in {"$", "€", "£", "¥", "#", "№"} or (
        before.glued and before.text in {"-", ".", ","} and tokens[index].glued and index > 1 and before.text != "-"
    ):
        return False
    if after.text in {"%", "°", "+"} or (after.glued and after.shape is Shape.WORD) or _measured(sentence, index + 1):
        return False
    if (
        after.text in _DASHES
        and after.glued
        and tokens[index + 2].glued
        and tokens[index + 2].shape is Shape.FIGURES
        and not _paired(tokens[index + 2], year)
    ):
        return False
    if before.text == "/" and before.glued and tokens[index].glued and sentence.before(index - 1).shape is Shape.FIGURES:
        return False
    if before.low in calendar.year_before or before.low in calendar.months or sentence.lexicon.calendar.fiscal.before(tokens, index):
        return True
    if year in _YEARS_NEAR and after.low in _YEARLY:
        return True
    if year not in _YEARS_NEAR and year > 1900 and sentence.lexicon.calendar.roles.before(tokens, index) is not None:
        return after.shape is not Shape.WORD or after.low in sentence.lexicon.around.stops
    if (
        year not in _YEARS_NEAR
        or (sentence.lexicon.bounds.before.before(tokens, index) and (year % 10 == 0 or after.shape is Shape.WORD))
        or (before.low in {"of", "total"} and after.shape is Shape.WORD and year % 100 == 0)
    ):
        return False
    if after.shape is not Shape.WORD or after.text[0].isupper() or after.low in sentence.lexicon.around.stops:
        return True
    if before.low in calendar.determiners or year % 10 != 0:
        return True
    return not looks_plural(sentence, after) and not (after.low.endswith("ed") and nouns.counted(sentence, index + 1, single=False)[1])


def _paired(other: Token, year: int) -> bool:
    """Read "2015–2017", "2015-17"."""
    text = other.text
    return text.isdigit() and (
        (len(text) == 4 and int(text) in _YEARS and int(text) >= year) or (len(text) == 2 and int(text) > year % 100)
    )


def _measured(sentence: Sentence, at: int) -> bool:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens[at].text == "-" and tokens[at].glued:
        at += 1
    return (
        lexicon.numerals.scales.at(tokens, at) is not None
        or lexicon.measures.units.at(tokens, at) is not None
        or SYMBOLS.at(tokens, at) is not None
        or lexicon.measures.coins.at(tokens, at) is not None
        or lexicon.measures.shares.at(tokens, at) is not None
        or (tokens[at].low in lexicon.measures.times and tokens[at].low != "x")
    )


# --- quarters, halves, parts of a year, relative times ----------------------------------------------------------------


def _widened(sentence: Sentence, year: Stretch) -> Stretch:
    """Take in what stands before the year: "third quarter of 2023", "early 2020", "summer 2015"."""
    tokens, calendar = sentence.tokens, sentence.lexicon.calendar
    at = year.start
    while (
        at > 0
        and (tokens[at - 1].low in calendar.links or tokens[at - 1].low in sentence.lexicon.bounds.articles | calendar.determiners)
        and at > year.start - 2
    ):
        at -= 1
    if at > 0 and tokens[at - 1].low in calendar.quarters | calendar.halves and at > 1:
        nth = _nth(sentence, at - 2)
        if nth:
            return _part(year.first.year, nth, at - 2, year.end, 4 if tokens[at - 1].low in calendar.quarters else 2)
    early = calendar.early_late.before(tokens, year.start)
    if early is None and tokens[year.start - 1].text == "-" and year.start > 1:
        early = calendar.early_late.before(tokens, year.start - 1)
    return replace(year, start=early[0]) if early else year


def _nth(sentence: Sentence, index: int) -> int:
    token = sentence.tokens[index]
    if token.low in sentence.lexicon.numerals.ordinal_suffixes and index > 0 and token.glued:
        return _day_number(sentence.tokens[index - 1])
    return sentence.lexicon.numerals.ordinals.get(token.low, 0)


def _part(year: int, nth: int, start: int, end: int, parts: int) -> Stretch | None:
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


def _quarter_sign(sentence: Sentence, index: int) -> Stretch | None:
    """Read "Q3 2023", "H1 2020", "FY2023", "FY23"."""
    tokens = sentence.tokens
    token, number = tokens[index], tokens[index + 1]
    if token.text not in {"Q", "H", "FY", "T"} or not number.glued or not number.text.isdigit():
        return None
    if token.text == "FY":
        year = _year_number(number) or (2000 + int(number.text) if len(number.text) == 2 else 0)
        return Stretch(index, index + 2, date(year - 1, 4, 1), date(year, 12, 31), "fiscal_year", fiscal=True) if year else None
    at = index + 3 if tokens[index + 2].low in {"of", "/", "'", "-", "de", "in"} else index + 2
    year = _year_number(tokens[at])
    return _part(year, int(number.text[:2]), index, at + 1, 2 if token.text == "H" else 4) if year else None


_ROMAN = {"i": 1, "v": 5, "x": 10}
_ROMAN_CHARS_MAX = 6


def _roman(low: str) -> int:
    """Read a Roman number below thirty, its French or Spanish ending dropped; 0 for any other word."""
    text = low.removesuffix("e").removesuffix("è")
    if not text or len(text) > _ROMAN_CHARS_MAX or any(char not in _ROMAN for char in text):
        return 0
    digits = [_ROMAN[char] for char in text]
    total = sum(-digit if digit < following else digit for digit, following in zip(digits, [*digits[1:], 0], strict=True))
    return total if total < 30 else 0


def _century(sentence: Sentence, index: int) -> Stretch | None:
    """Read "the 19th century", "im 19. Jahrhundert", "XIXe siècle", "siglo XIX" from the word for the century."""
    tokens = sentence.tokens
    unit = sentence.lexicon.measures.units.at(tokens, index)
    if unit is None or unit[1] != _CENTURY or index == 0:
        return None
    after = _roman(tokens[unit[0]].low) if tokens[unit[0]].text.isupper() else 0
    if after:
        return _hundred_years(after, index, unit[0] + 1)
    before = index - 1
    while before > index - 3 and before > 0 and (tokens[before].text in {"-", "."} or tokens[before].low in _SUFFIXES):
        before -= 1
    token = tokens[before]
    number = _day_number(token) if before < index - 1 else 0
    number = number or sentence.lexicon.numerals.ordinals.get(token.low, 0) or (_roman(token.low) if token.text[:1].isupper() else 0)
    return _hundred_years(number, before, unit[0]) if 0 < number <= 30 else None


def _hundred_years(number: int, start: int, end: int) -> Stretch:
    return Stretch(start, end, date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), "century")


def _relative(sentence: Sentence, index: int) -> Stretch | None:
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
        return _month(start, end, year, month + 1)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return Stretch(start, end, monday, monday + timedelta(days=6), "week")
    return None


# --- ranges and the words before --------------------------------------------------------------------------------------


def _range(sentence: Sentence, first: Stretch) -> Stretch:
    """Join "2010–2015", "from March 10 to March 31, 2020", "between 2010 and 2015", "2015-17"."""
    tokens, calendar = sentence.tokens, sentence.lexicon.calendar
    join = tokens[first.end]
    between = sentence.before(first.start).low in {"between", "zwischen", "entre", "tra", "fra", "tussen"}
    if (
        not (join.text in _DASHES or join.low in calendar.range_to or (between and join.low in calendar.range_and))
        or first.grain == "season"
    ):
        return first
    short = tokens[first.end + 1]
    if (
        join.text in _DASHES
        and first.grain == "year"
        and len(short.text) == 2
        and short.text.isdigit()
        and int(short.text) > first.first.year % 100
        and short.glued
    ):
        return replace(first, end=first.end + 2, last=date(first.first.year // 100 * 100 + int(short.text), 12, 31), grain="range")
    second = _at(sentence, first.end + 1)
    if second is None or second.start != first.end + 1 or (tokens[second.start].shape is Shape.FIGURES and join.text == "/"):
        return first
    begin = first.first
    if begin.year == NO_YEAR and second.first.year != NO_YEAR:
        begin = date(second.first.year, begin.month, min(begin.day, 28) if begin.month == 2 else begin.day)
    return replace(first, end=second.end, first=begin, last=second.last, grain="range") if begin <= second.last else first


def _governed(sentence: Sentence, stretch: Stretch, floor: int) -> Stretch:
    """Take in the preposition before the date and its role."""
    tokens, start = sentence.tokens, stretch.start
    article = (
        start - 1
        if start - 1 > floor and tokens[start - 1].low in sentence.lexicon.calendar.determiners and tokens[start - 1].low != "s"
        else start
    )
    for at in (start, article):
        found = sentence.lexicon.calendar.roles.before(tokens, at, floor)
        if found is not None:
            role = TimeRole.IN if stretch.grain == "range" else found[1]
            return replace(stretch, start=found[0], role=role)
    if stretch.grain == "range" and start > floor and tokens[start - 1].low in {"between", "zwischen", "entre", "tra", "fra", "tussen"}:
        return replace(stretch, start=start - 1)
    return stretch
