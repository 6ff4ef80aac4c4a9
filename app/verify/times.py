"""Dates and years in a sentence, and how they bound what it says."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from app.quantities.agree import Relation
from app.verify.words import fold, language

# A date without a year is kept in a leap year far from any real one, and compared by month and day alone.
_NO_YEAR = 4


class Bound(StrEnum):
    """How a time bounds the event or figure."""

    IN = "in"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    SINCE = "since"
    UNTIL = "until"
    AS_OF = "as_of"


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of days, both ends inclusive, with its place; `yearless` when only month and day are said.

    `attributive` when a bare year names a thing rather than dates an event: "the 2018 draft", "the song 1999".
    """

    surface: str
    start: int
    end: int
    first: date
    last: date
    bound: Bound = Bound.IN
    yearless: bool = False
    attributive: bool = False

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


_YEAR = r"(?:1[0-9]|20)\d\d"


@cache
def _grammar(code: str) -> tuple[re.Pattern[str], dict[str, int], re.Pattern[str], dict[str, Bound]]:
    tongue, english = language(code), language("en")
    months = {name: i for source in (english, tongue) for i, names in enumerate(source.months, 1) for name in fold(names).split("|")}
    named = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    dates = re.compile(
        rf"\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
        rf"|\b(?P<d1>[0-3]?\d)(?:st|nd|rd|th|\.|º|er)?\s?(?:of |de |d')?(?P<m1>{named})\b\.?(?:,? (?:de |del )?(?P<y1>{_YEAR})\b)?"
        rf"|\b(?P<m2>{named})\b\.? (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\b(?! ?[:%]|[.,]\d)(?: ?,? ?(?P<y2>{_YEAR})\b)?"
        rf"|\b(?P<m3>{named})\b\.?,? (?:of |de |del )?(?P<y3>{_YEAR})\b"
        rf"|(?<![\d.,$€£-])\b(?P<y4>{_YEAR})(?: ?[–/-] ?(?P<y5>{_YEAR}|\d\d))?(?P<s>s)?\b(?![.,]?\d| ?%)",
    )
    cues = {fold(cue): Bound(key) for source in (english, tongue) for key, found in source.time.items() for cue in found}
    before = "|".join(sorted(map(re.escape, cues), key=len, reverse=True))
    between = r"(?:the|el|le|il|den|de|dem|early|late|mid|about|around|season|end of|year|month of|september|the end of)"
    return dates, months, re.compile(rf"\b({before})(?: {between}){{0,3}} $"), cues


def times(text: str, lang: str = "") -> tuple[Time, ...]:
    """Read every date, month with year, year and span of years, in order; a day without a year takes the sentence's only year."""
    dates, months, cue, cues = _grammar(language(lang).code)
    folded = fold(text) if len(fold(text)) == len(text) else text.lower()
    found = []
    for match in dates.finditer(folded):
        stretch = _stretch(match, months)
        if stretch is not None:
            said = cue.search(folded, max(0, match.start() - _CUE_CHARS_MAX), match.start())
            bound = cues[said[1]] if said else Bound.IN
            names = (
                said is None
                and match["y4"] is not None
                and not _PLACED.search(folded, max(0, match.start() - _CUE_CHARS_MAX), match.start())
            )
            found.append(
                Time(text[match.start() : match.end()], match.start(), match.end(), *stretch, bound, stretch[0].year == _NO_YEAR, names)
            )
    return _with_years(tuple(found))


_CUE_CHARS_MAX = 30
# What stands before a year that dates something; any other word makes it part of a name.
_PLACED = re.compile(
    r"(?:\b(?:in|on|of|during|for|between|and|around|about|late|early|mid|summer|winter|spring|fall|autumn|en|im|jahr|année|annee|año|ano|anno|"
    r"nel|em|i|w|roku|el|le|den|del|de|ar|aret|jaar|quarter|q[1-4]|fiscal|year|fy|end|or|to|than) ?|[(\[–/,-] ?|^)$"
)


def _stretch(match: re.Match[str], months: dict[str, int]) -> tuple[date, date] | None:
    try:
        if match["iso"]:
            day = date.fromisoformat(match["iso"])
            return day, day
        if match["m1"] or match["m2"]:
            day = date(int(match["y1"] or match["y2"] or _NO_YEAR), months[match["m1"] or match["m2"]], int(match["d1"] or match["d2"]))
            return day, day
    except ValueError:
        return None
    if match["m3"]:
        year, month = int(match["y3"]), months[match["m3"]]
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    first = int(match["y4"])
    last = first + 9 if match["s"] else _last_year(first, match["y5"])
    return (date(first, 1, 1), date(last, 12, 31)) if last >= first else None


def _last_year(first: int, written: str | None) -> int:
    if not written:
        return first
    return int(written) if len(written) == 4 else first // 100 * 100 + int(written)


def _with_years(found: tuple[Time, ...]) -> tuple[Time, ...]:
    years = {t.first.year for t in found if not t.yearless and t.first.year == t.last.year}
    if len(years) != 1:
        return found
    year = years.pop()
    return tuple(_in_year(t, year) if t.yearless else t for t in found)


def _in_year(time: Time, year: int) -> Time:
    try:
        day = time.first.replace(year=year)
    except ValueError:
        return time
    return Time(time.surface, time.start, time.end, day, day, time.bound)


def relate(claim: Time, source: Time) -> Relation:
    """Hold the source's time against the claim's: inside supports, disjoint conflicts, else unclear.

    Where one side says no year, both are compared as if in the year of the other.
    """
    if claim.yearless != source.yearless:
        year = source.first.year if claim.yearless else claim.first.year
        if (claim if source.yearless else source).days > 1:
            return Relation.PARTIAL
        claim, source = (_in_year(t, year) if t.yearless else t for t in (claim, source))
    low, high = allowed(claim)
    first, last = source.first.toordinal(), source.last.toordinal()
    if low <= first and last <= high:
        return Relation.INSIDE
    return Relation.DISJOINT if last < low or first > high else Relation.PARTIAL


_EVER = 10**8


def allowed(time: Time) -> tuple[int, int]:
    """Return the first and last day, as ordinals, that the claim's words allow."""
    first, last = time.first.toordinal(), time.last.toordinal()
    match time.bound:
        case Bound.IN | Bound.AS_OF:
            return first, last
        case Bound.BEFORE:
            return -_EVER, first - 1
        case Bound.AFTER:
            return last + 1, _EVER
        case Bound.BY | Bound.UNTIL:
            return -_EVER, last
        case Bound.SINCE:
            return first, _EVER
