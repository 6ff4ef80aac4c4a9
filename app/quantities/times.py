"""The time reader: dates, years, quarters and fiscal years become periods; they are no other quantity (NUMBERS §3)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.quantities import nouns
from app.quantities.nouns import looks_plural
from app.quantities.quantity import Comparator, Kind, Period, Quantity, TimeRole
from app.quantities.sentence import Sentence
from app.quantities.spans import century, decade, nth, part_of_year, quarter_sign, relative
from app.quantities.stretch import NO_YEAR, SUFFIXES, YEARS, Stretch, day_number, day_of, days_of, month_of, year_number
from app.quantities.tokens import Shape, Token

# A bare four-figure number in this range is a year unless something is counted by it.
_YEARS_NEAR = range(1900, 2036)
# "50 % below 2005 levels".
_YEARLY = frozenset({"levels", "level", "baseline", "prices", "dollars"})
# A text with more dates is a calendar; the rest of it is not dated.
DATES_MAX = 5_000
_HAN_YEAR, _HAN_MONTH, _HAN_DAY = frozenset("年년"), frozenset("月월"), frozenset("日号號일")
_DASHES = frozenset({"-", "–", "—", "/"})


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
        for reader in (_numeric, decade, _han, _day_first, _year):
            found = reader(sentence, index)
            if found is not None:
                return found
        return None
    for reader in (century, _month_first, quarter_sign, relative):
        found = reader(sentence, index)
        if found is not None:
            return found
    return None


def _numeric(sentence: Sentence, index: int) -> Stretch | None:
    """Read "2016-12-31", "31.12.2016", "12/31/2016"; a date that could be either order spans both."""
    tokens = sentence.tokens
    if tokens[index].text.count(".") == 2:
        parts = tokens[index].text.split(".")
        dated = all(part.isdigit() for part in parts) and len(parts[2]) == 4 and len(parts[0]) <= 2 and len(parts[1]) <= 2
        return _from_parts(index, index + 1, parts) if dated else None
    first, second = tokens[index + 1], tokens[index + 3]
    if first.text not in {"-", "/"} or second.text != first.text or not (first.glued and second.glued and tokens[index + 2].glued):
        return None
    parts = [tokens[index].text, tokens[index + 2].text, tokens[index + 4].text]
    if not all(part.isdigit() for part in parts) or max(map(len, parts)) != 4 or len(parts[1]) > 2:
        return None
    return _from_parts(index, index + 5, parts)


def _from_parts(start: int, end: int, parts: list[str]) -> Stretch | None:
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        day = day_of(numbers[0], numbers[1], numbers[2]) if numbers[0] else None
        return days_of(start, end, day, day)
    if len(parts[2]) != 4 or not numbers[2]:
        return None
    day_first, month_first = day_of(numbers[2], numbers[1], numbers[0]), day_of(numbers[2], numbers[0], numbers[1])
    return days_of(start, end, day_first or month_first, (None if "." in parts else month_first) or day_first)


def _han(sentence: Sentence, index: int) -> Stretch | None:
    """Read "2020年3月10日", "2020년 3월 10일"."""
    tokens = sentence.tokens
    year, end = NO_YEAR, index
    if tokens[index + 1].text in _HAN_YEAR and len(tokens[index].text) == 4 and tokens[index].text.isdigit():
        year, end = int(tokens[index].text), index + 2
    elif (era := sentence.lexicon.calendar.eras.before(tokens, index, sentence.floor)) and tokens[index + 1].text in _HAN_YEAR:
        year, end, index = era[1] + (day_number(tokens[index]) or 1), index + 2, era[0]
    month = day_number(tokens[end]) if tokens[end + 1].text in _HAN_MONTH else 0
    if not 1 <= month <= 12:
        return Stretch(index, end, date(year, 1, 1), date(year, 12, 31), "year") if end > index and year else None
    if tokens[end + 2].text.isdigit() and tokens[end + 3].text in _HAN_DAY:
        day = day_of(year, month, int(tokens[end + 2].text[:3]))
        return days_of(index, end + 4, day, day)
    return month_of(index, end + 2, year, month)


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
    first = last = day_number(tokens[index])
    at = index + 1
    if not first:
        return None
    if tokens[at].text in _DASHES and (second := day_number(tokens[at + 1])) > first:
        last, at = second, at + 2
    if tokens[at].glued and tokens[at].low in SUFFIXES:
        at += 1
    if tokens[at].low in links and tokens[at].shape is Shape.WORD:
        at += 1
    month, end = _month_name(sentence, at)
    if not month:
        return None
    year, end = _year_after(sentence, end)
    return days_of(index, end, day_of(year, month, first), day_of(year, month, last))


def _year_after(sentence: Sentence, index: int) -> tuple[int, int]:
    """Year after a month or day, past "de", "of" or a comma: (year, index after it), NO_YEAR when none follows."""
    tokens, links = sentence.tokens, sentence.lexicon.calendar.links
    at = index
    while at < index + 2 and (tokens[at].low in links or tokens[at].text in {",", "-"}):
        at += 1
    year = year_number(tokens[at])
    return (year, at + 1) if year else (NO_YEAR, index)


def _month_first(sentence: Sentence, index: int) -> Stretch | None:
    """Read "March 10, 2020", "March 2020", "March 10–12", "Mar. 5"."""
    tokens = sentence.tokens
    month, at = _month_name(sentence, index)
    if not month or not (tokens[index].text[0].isupper() or sentence.lexicon.language.code not in {"en", "de"}):
        return None
    first = last = day_number(tokens[at])
    if first and tokens[at + 1].text not in {"%", ":"} and sentence.lexicon.language.code == "en":
        end = at + 1
        if tokens[end].text in _DASHES and (second := day_number(tokens[end + 1])) > first:
            last, end = second, end + 2
        if tokens[end].glued and tokens[end].low in SUFFIXES and tokens[end].text != ".":
            end += 1
        year, end = _year_after(sentence, end)
        return days_of(index, end, day_of(year, month, first), day_of(year, month, last))
    year, end = _year_after(sentence, at)
    if year == NO_YEAR and tokens[index].low in {"may", "march", "mar"} and not _in_time(sentence, index):
        return None
    return month_of(index, end, year, month)


def _in_time(sentence: Sentence, index: int) -> bool:
    return sentence.before(index).low in sentence.lexicon.calendar.year_before


def _year(sentence: Sentence, index: int) -> Stretch | None:
    year = year_number(sentence.tokens[index])
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


def _is_year(sentence: Sentence, index: int, year: int) -> bool:  # noqa: C901, PLR0911  one reason a line
    """Weigh a bare four-figure number by what stands around it."""
    tokens, calendar = sentence.tokens, sentence.lexicon.calendar
    before, after = sentence.before(index), tokens[index + 1]
    if before.text in {"$", "€", "£", "¥", "#", "№"} or (
        before.glued and before.text in {"-", ".", ","} and tokens[index].glued and index > 1 and before.text != "-"
    ):
        return False
    if after.low in calendar.year_after and not after.glued:
        return year in _YEARS_NEAR
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
    return text.isdigit() and ((len(text) == 4 and int(text) in YEARS and int(text) >= year) or (len(text) == 2 and int(text) > year % 100))


def _measured(sentence: Sentence, at: int) -> bool:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens[at].text == "-" and tokens[at].glued:
        at += 1
    return (
        lexicon.numerals.scales.at(tokens, at) is not None
        or lexicon.measures.units.at(tokens, at) is not None
        or sentence.symbol(at) is not None
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
        which = nth(sentence, at - 2)
        part = (
            part_of_year(year.first.year, which, at - 2, year.end, 4 if tokens[at - 1].low in calendar.quarters else 2) if which else None
        )
        if part is not None:
            return part
    early = calendar.early_late.before(tokens, year.start)
    if early is None and tokens[year.start - 1].text == "-" and year.start > 1:
        early = calendar.early_late.before(tokens, year.start - 1)
    return replace(year, start=early[0]) if early else year


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
