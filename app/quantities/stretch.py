"""A stretch of time in a text, and what days, months and years look like as tokens."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from app.quantities.quantity import TimeRole
from app.quantities.tokens import Shape, Token

YEARS = range(1000, 2101)
SUFFIXES = frozenset({"st", "nd", "rd", "th", "er", "º", "ª", "°", "."})
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


def day_of(year: int, month: int, day: int) -> date | None:
    return (
        date(year, month, day)
        if 1 <= month <= 12 and 1 <= day <= monthrange(max(year, 2) if year != NO_YEAR else 4, month)[1] and year <= 9999
        else None
    )


def month_of(start: int, end: int, year: int, month: int) -> Stretch:
    grain = "month" if year != NO_YEAR else "month_of_year"
    return Stretch(start, end, date(year, month, 1), date(year, month, monthrange(year if year != NO_YEAR else 2, month)[1]), grain)


def days_of(start: int, end: int, first: date | None, last: date | None) -> Stretch | None:
    if first is None or last is None:
        return None
    return Stretch(start, end, min(first, last), max(first, last), "month_day" if first.year == NO_YEAR else "day")


def day_number(token: Token) -> int:
    return (
        int(token.text)
        if token.shape is Shape.FIGURES and token.text.isdigit() and len(token.text) <= 2 and 1 <= int(token.text) <= 31
        else 0
    )


def year_number(token: Token) -> int:
    return (
        int(token.text)
        if token.shape is Shape.FIGURES and len(token.text) == 4 and token.text.isdigit() and int(token.text) in YEARS
        else 0
    )
