"""How the times of a claim and of its source lie to one another."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.quantities import Quantity, TimeRole, dates
from app.quantities.agree import Relation
from app.verify.sentences import tidy
from app.verify.words import Language, language

# A date without a year is kept in year 1, which no real one is, and compared by month and day alone.
_NO_YEAR = 1


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of days, both ends inclusive, with its place; `yearless` when only month and day are said.

    `attributive` when a bare year names a thing rather than dates an event: "the 2018 draft", "the song 1999"; `baseline`
    when it only dates what the figure is compared with: "8 % more than in 2023"; `fiscal` for "FY2024", "2023/24".
    """

    surface: str
    start: int
    end: int
    first: date
    last: date
    role: TimeRole = TimeRole.IN
    yearless: bool = False
    attributive: bool = False
    baseline: bool = False
    fiscal: bool = False

    @property
    def days(self) -> int:
        """Return how many days the stretch has."""
        return (self.last - self.first).days + 1


@lru_cache(maxsize=4096)
def times(text: str, lang: str = "") -> tuple[Time, ...]:
    """Read every date, month, year and span of years, in order; a day without a year takes the sentence's only year."""
    found = [_time(text, q, language(lang)) for q in dates(tidy(text), lang)]
    return _with_years(tuple(t for t in found if t is not None))


def _time(text: str, q: Quantity, tongue: Language) -> Time | None:
    if not q.times or q.times[0].first is None or q.times[0].last is None:
        return None
    period = q.times[0]
    first, last = period.first, period.last
    assert first is not None and last is not None  # noqa: S101, PT018  said a line above, for the type checker
    bare = q.surface[:1].isdigit() and not tongue.bare_years and not _PLACED.search(text, max(0, q.start - _CUE_CHARS_MAX), q.start)
    named = q.noun in _NAMING and (bare or bool(_DETERMINED.search(q.surface) and _THING.match(text, q.end)))
    before = text[max(0, q.start - _CUE_CHARS_MAX) : q.start].casefold().rstrip()
    compared = before.endswith(tongue.baseline)
    return Time(q.surface, q.start, q.end, first, last, period.role, first.year == _NO_YEAR, named, compared, q.noun in _FISCAL)


_FISCAL = frozenset({"fiscal_year", "season"})
_NAMING = frozenset({"year", "season"})
_DETERMINED = re.compile(r"\b(?:the|a|an|this|der|die|das|dem|la|le|el|il|o|a|het|de) [\d–/-]+$", re.IGNORECASE)
_THING = re.compile(r" [^\W\d_]")
_CUE_CHARS_MAX = 24
# What stands before a year that dates something; any other word makes it part of a name.
_PLACED = re.compile(
    r"(?:\b(?:in|on|of|during|for|between|and|around|about|late|early|mid|summer|winter|spring|fall|autumn|en|im|jahr|année|annee|año|ano|anno|"
    r"nel|em|i|w|roku|el|le|den|del|de|år|jaar|quarter|q[1-4]|fiscal|year|fy|end|or|to|than"
    r"|with|since|by|from|versus|against|until|till|before|after|als|seit|bis|ab|ende|anfang|mitte|gegenüber|depuis|avant|après|dès"
    r"|desde|hasta|dal|dopo|prima|sinds|tot|vanaf|sedan|do|od|po|przed|frente a|rispetto al|face a) ?|[(\[–/,-] ?|^)$",
    re.IGNORECASE,
)


def _with_years(found: tuple[Time, ...]) -> tuple[Time, ...]:
    years = {t.first.year for t in found if not t.yearless and not t.attributive and t.first.year == t.last.year}
    if len(years) != 1:
        return found
    year = years.pop()
    return tuple(in_year(t, year) if t.yearless else t for t in found)


def in_year(time: Time, year: int) -> Time:
    """Put a time without a year into one; 29 February stays as it is where the year has none."""
    try:
        return replace(time, first=time.first.replace(year=year), last=time.last.replace(year=year), yearless=False)
    except ValueError:
        return time


# A day at which something ends or began, and not just a bound on when it happened.
_ENDS = (TimeRole.UNTIL, TimeRole.SINCE)


def relate(claim: Time, source: Time) -> Relation:
    """Hold the source's time against the claim's: inside supports, disjoint conflicts, else unclear.

    Where one side says no year, both are compared as if in the year of the other.
    """
    claim, source = in_one_year(claim, source)
    if claim.yearless != source.yearless:
        return Relation.PARTIAL
    if claim.fiscal and source.fiscal and _in(claim) and _in(source) and claim.last != source.last:
        # FY2023 and FY2024 share months on paper, and are two years all the same.
        return Relation.DISJOINT
    if claim.role is source.role and claim.role in _ENDS:
        # What is closed until the 5th is not closed until the 12th.
        claim = replace(claim, role=TimeRole.IN)
    low, high = allowed(claim)
    first, last = source.first.toordinal(), source.last.toordinal()
    if low <= first and last <= high:
        return Relation.INSIDE
    return Relation.DISJOINT if last < low or first > high else Relation.PARTIAL


def _in(time: Time) -> bool:
    return time.role in (TimeRole.IN, TimeRole.AS_OF)


def in_one_year(claim: Time, source: Time) -> tuple[Time, Time]:
    """Give the side that says no year the other's, where that one is a day or a month."""
    if claim.yearless and not source.yearless and source.days <= _MONTH_DAYS:
        return in_year(claim, source.first.year), source
    if source.yearless and not claim.yearless and claim.days <= _MONTH_DAYS:
        return claim, in_year(source, claim.first.year)
    return claim, source


_MONTH_DAYS = 31


def same(claim: Time, source: Time) -> bool:
    """Say whether both name the same stretch, or the source a part of the claim's."""
    claim, source = in_one_year(claim, source)
    return claim.yearless == source.yearless and claim.first <= source.first and source.last <= claim.last


def nearest(said: tuple[Time, ...], start: int, end: int, others: tuple[tuple[int, int], ...]) -> tuple[Time, ...]:
    """Choose the times that bear on the number at [start, end): with several, the closest one with the fewest numbers between."""
    if len(said) <= 1:
        return said
    dated = [t for t in said if not t.attributive and not t.baseline] or list(said)
    best = min(_distance(t, start, end, others) for t in dated)
    return tuple(t for t in dated if _distance(t, start, end, others) == best)


def is_dated(text: str, start: int, end: int, lang: str) -> bool:
    """Say whether a time stands right at the number [start, end): "against 52.8 percent in 2020", "(2023: 22)"."""
    return any(0 <= t.start - end <= _FOLLOWS_CHARS_MAX or 0 <= start - t.end <= _LEADS_CHARS_MAX for t in times(text, lang))


_FOLLOWS_CHARS_MAX, _LEADS_CHARS_MAX = 8, 3


def without_baselines(said: tuple[Time, ...], other: tuple[Time, ...]) -> tuple[Time, ...]:
    """Leave out what a figure is only compared with ("9 % less than in 2023"), unless the other side says nothing else either."""
    if any(t.baseline for t in other):
        return said
    return tuple(t for t in said if not t.baseline)


def without_former(text: str, lang: str, said: tuple[Time, ...], start: int, others: tuple[tuple[int, int], ...]) -> tuple[Time, ...]:
    """Leave out the times that belong to a compared number alone: the 2022 of "540 last year, against 498 in 2022"."""
    compared = [(a, b) for a, b in others if a != start and _is_compared(text, a, lang)]
    labelled = {a for a, _ in others if a != start}
    return tuple(
        t
        for t in said
        if not any(0 <= t.start - b <= _OWN_TIME_CHARS_MAX for _, b in compared)
        and not any(_LABELS.fullmatch(text, t.end, a) for a in labelled)
    )


# "17 (2023: 22)": the year labels the number after it and no other.
_LABELS = re.compile(r":\s*")


def _is_compared(text: str, start: int, lang: str) -> bool:
    lead = text[max(0, start - _CUE_CHARS_MAX) : start].casefold().rstrip()
    phrases = (*language(lang).baseline, *_FORMER)
    if lead.endswith(phrases):
        return True
    # "Against a loss of": what is compared may be named; "than" and "als" are too many other things.
    last = _LAST_STRETCH.split(lead)[-1]
    return any(f" {phrase} " in f" {last} " for phrase in phrases if len(phrase) >= _PHRASE_MIN)


_LAST_STRETCH = re.compile(r"[\d.,;:()]")
_PHRASE_MIN = 6
# How the number that something changed from is led in, besides the words that compare.
_FORMER = ("up from", "down from")
# "498 millions en 2022": what stands between a number and its own time.
_OWN_TIME_CHARS_MAX = 6


def _distance(time: Time, start: int, end: int, others: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    low, high = min(time.end, end), max(time.start, start)
    crossed = sum(1 for a, b in others if low <= a and b <= high)
    return crossed, max(time.start - end, start - time.end, 0)


def period(claimed: tuple[Time, ...], said: tuple[Time, ...]) -> Relation | None:
    """Hold the source's times against the claim's; None where either side says none."""
    if not claimed or not said:
        return None
    relations = [_best(time, said) for time in claimed]
    if Relation.DISJOINT in relations:
        return Relation.DISJOINT
    return Relation.INSIDE if all(r is Relation.INSIDE for r in relations) else Relation.PARTIAL


def _best(time: Time, said: tuple[Time, ...]) -> Relation:
    relations = {relate(time, other) for other in said}
    return next(r for r in (Relation.INSIDE, Relation.PARTIAL, Relation.DISJOINT) if r in relations)


_EVER = 10**8


def allowed(time: Time) -> tuple[int, int]:
    """Return the first and last day, as ordinals, that the claim's words allow."""
    first, last = time.first.toordinal(), time.last.toordinal()
    match time.role:
        case TimeRole.IN | TimeRole.AS_OF:
            return first, last
        case TimeRole.BEFORE:
            return -_EVER, first - 1
        case TimeRole.AFTER:
            return last + 1, _EVER
        case TimeRole.BY | TimeRole.UNTIL | TimeRole.TO:
            return -_EVER, last
        case TimeRole.SINCE | TimeRole.FROM:
            return first, _EVER
