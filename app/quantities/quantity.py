"""The record of one quantity read from a text: the words everything above this room shares."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What is counted or measured; quantities of different kinds are never compared."""

    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    BASIS_POINT = "basis_point"
    COUNT = "count"
    RATIO = "ratio"
    DURATION = "duration"
    LENGTH = "length"
    MASS = "mass"
    AREA = "area"
    VOLUME = "volume"
    TEMPERATURE = "temperature"
    SPEED = "speed"
    ENERGY = "energy"
    POWER = "power"
    DATA = "data"
    MEASURE = "measure"
    INDEX = "index"
    ORDINAL = "ordinal"
    RANK = "rank"
    DATE = "date"


class Comparator(StrEnum):
    """How the words around the number bound it (NUMBERS §5)."""

    EXACT = "exact"
    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    BETWEEN = "between"


_SAID = {
    Comparator.EXACT: "", Comparator.EXACTLY: "exactly ", Comparator.ABOUT: "about ", Comparator.MORE_THAN: "more than ",
    Comparator.AT_LEAST: "at least ", Comparator.LESS_THAN: "less than ", Comparator.AT_MOST: "at most ", Comparator.NEARLY: "nearly ",
    Comparator.BETWEEN: "between ",
}  # fmt: skip


# A third or two hours and five minutes need no more places to be recognised.
_PLACES_SHOWN = 4


def _shown(value: Decimal) -> str:
    long = value == value.to_integral_value() or abs(int(value.as_tuple().exponent)) <= _PLACES_SHOWN
    return f"{value:,f}" if long or abs(value) < 1 / Decimal(10) ** _PLACES_SHOWN else f"{value:,.{_PLACES_SHOWN}f}"


class Role(StrEnum):
    """What the number says of its subject: how much, by how much it moved, what part, which place."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"
    RATE = "rate"


class TimeRole(StrEnum):
    """How a time bounds the figure."""

    IN = "in"
    AS_OF = "as_of"
    BY = "by"
    FROM = "from"
    TO = "to"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends inclusive; an open end is None."""

    surface: str
    first: date | None
    last: date | None
    role: TimeRole = TimeRole.IN
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an ambiguous number; `low` and `high` are expanded values in `unit`."""

    low: Decimal
    high: Decimal | None
    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity with its place in the text it was read from.

    `value` is expanded ("$3.5 billion" is 3500000000) and keeps a printed sign; percent stays as printed (13.3).
    `high` is the upper end of a range, else None. `unit` is an ISO 4217 code for money, UCUM-like for measures,
    "percent", "percentage_point", "basis_point", "times" for multiples, "share" for parts of one, "rank", else the
    plain English or original noun that is counted ("people"); "" when nothing is named. `ulp` is the value of one
    unit in the last written place (NUMBERS §4), always > 0. `direction` is -1 for "fell by", +1 for "rose by", 0 else;
    it never changes the sign of `value`. `start` and `end` are character offsets of `surface`, qualifier included;
    `surface == text[start:end]` always. `times` are the periods the sentence ties to this quantity.
    `definite` says that a small number only points back ("the two leaders"), which asserts no count. `unit` of a DATE is "year" and
    its `noun` the grain: day, month, year, quarter, half, fiscal_year, season, range, decade, week, month_day, month_of_year.
    """

    surface: str
    start: int
    end: int
    value: Decimal
    kind: Kind
    unit: str = ""
    high: Decimal | None = None
    comparator: Comparator = Comparator.EXACT
    ulp: Decimal = Decimal(1)
    role: Role = Role.LEVEL
    direction: int = 0
    per: str = ""
    noun: str = ""
    times: tuple[Period, ...] = ()
    currency_assumed: bool = False
    vague: bool = False
    definite: bool = False
    readings: tuple[Reading, ...] = ()
    steps: tuple[str, ...] = field(default=(), repr=False)

    def explain(self) -> str:
        """Say in words how the number was read, one clause a step, and what it came to."""
        return "; ".join((*self.steps, f"in all {self._reading()}")) if self.kind is not Kind.DATE else "; ".join(self.steps)

    def _reading(self) -> str:
        """The amount as a person would write it: "more than 3,500,000,000 USD per year"."""
        upper = "" if self.high is None else f" to {_shown(self.high)}"
        unit = f" {self.unit.replace('_', ' ')}" if self.unit else ""
        return f"{_SAID[self.comparator]}{_shown(self.value)}{upper}{unit}{f' per {self.per}' if self.per else ''}"


@dataclass(frozen=True, slots=True)
class Aside:
    """Digits or number words that are no quantity, and why (NUMBERS §2)."""

    surface: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Hints:
    """What the document knows and the sentence does not say.

    `decimal_mark` is "." or "," once the document has voted, else None. `country` is an ISO 3166 code that settles
    bare "$", "¥", "kr". `today` anchors relative times. `in_table` lets "(3.5)" be negative.
    """

    decimal_mark: str | None = None
    country: str | None = None
    today: date | None = None
    in_table: bool = False
