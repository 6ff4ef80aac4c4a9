"""The time reader: dates become periods, and periods date the quantities beside them (NUMBERS §3)."""

from datetime import date
from decimal import Decimal

import pytest

from app.quantities import Comparator, Hints, Kind, TimeRole, dates, read

DATES = [
    ("as of March 2017", "month", "2017-03-01", "2017-03-31", TimeRole.AS_OF),
    ("Since 2013", "year", "2013-01-01", "2013-12-31", TimeRole.SINCE),
    ("by 2024", "year", "2024-01-01", "2024-12-31", TimeRole.BY), ("in 2016", "year", "2016-01-01", "2016-12-31", TimeRole.IN),
    ("until May 2020", "month", "2020-05-01", "2020-05-31", TimeRole.UNTIL),
    ("before 1968", "year", "1968-01-01", "1968-12-31", TimeRole.BEFORE),
    ("after August 5, 2019", "day", "2019-08-05", "2019-08-05", TimeRole.AFTER),
    ("on December 31, 2016", "day", "2016-12-31", "2016-12-31", TimeRole.IN),
    ("on 31 December 2016", "day", "2016-12-31", "2016-12-31", TimeRole.IN),
    ("on 2016-12-31", "day", "2016-12-31", "2016-12-31", TimeRole.IN), ("on 31.12.2016", "day", "2016-12-31", "2016-12-31", TimeRole.IN),
    ("March 10 to March 31, 2020", "range", "2020-03-10", "2020-03-31", TimeRole.IN),
    ("13-15 August 2019", "day", "2019-08-13", "2019-08-15", TimeRole.IN),
    ("June 2015 through January 2017", "range", "2015-06-01", "2017-01-31", TimeRole.IN),
    ("between 2010 and 2015", "range", "2010-01-01", "2015-12-31", TimeRole.IN),
    ("2015-17", "range", "2015-01-01", "2017-12-31", TimeRole.IN),
    ("third quarter of 2021", "quarter", "2021-07-01", "2021-09-30", TimeRole.IN),
    ("Q3 2023", "quarter", "2023-07-01", "2023-09-30", TimeRole.IN),
    ("first half of 2020", "half", "2020-01-01", "2020-06-30", TimeRole.IN),
    ("the 1960s", "decade", "1960-01-01", "1969-12-31", TimeRole.IN),
    ("the 19th century", "century", "1801-01-01", "1900-12-31", TimeRole.IN),
    ("5 May", "month_day", "0001-05-05", "0001-05-05", TimeRole.IN),
]  # fmt: skip


@pytest.mark.parametrize(("text", "grain", "first", "last", "role"), DATES)
def test_dates_are_periods_with_a_grain_and_a_role(text: str, grain: str, first: str, last: str, role: TimeRole) -> None:
    (found,) = dates(text, "en")
    (period,) = found.times
    assert (found.kind, found.noun) == (Kind.DATE, grain)
    assert (period.first, period.last, period.role) == (date.fromisoformat(first), date.fromisoformat(last), role)


OTHER_LANGUAGES = [
    ("de", "am 10. März 2020", "2020-03-10"), ("fr", "le 10 mars 2020", "2020-03-10"), ("es", "el 10 de marzo de 2020", "2020-03-10"),
    ("it", "il 10 marzo 2020", "2020-03-10"),
    ("pt", "em 10 de março de 2020", "2020-03-10"), ("nl", "op 10 maart 2020", "2020-03-10"), ("zh", "2020年3月10日", "2020-03-10"),
    ("ja", "2020年3月10日", "2020-03-10"),
    ("ru", "10 марта 2020 года", "2020-03-10"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "day"), OTHER_LANGUAGES)
def test_dates_are_read_in_other_languages(lang: str, text: str, day: str) -> None:
    (found,) = dates(text, lang)
    assert found.times[0].first == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "value", "surface"),
    [
        ("Since 2013, they met", 2013, "Since 2013"),
        ("reaching a peak by 2024.", 2024, "by 2024"),
        ("The team has (as of March 2017) finished", 2017, "as of March 2017"),
        ("The 2016 elections", 2016, "2016"),
    ],
)
def test_a_date_with_its_year_is_a_quantity_whose_value_is_the_year(text: str, value: int, surface: str) -> None:
    (found,) = read(text, "en")
    assert (found.kind, found.unit, int(found.value), found.surface) == (Kind.DATE, "year", value, surface)


def test_fiscal_years_are_marked_and_span_the_year_before() -> None:
    (found,) = dates("fiscal year 2023", "en")
    assert (int(found.value), found.times[0].fiscal, found.times[0].first) == (2023, True, date(2022, 4, 1))


def test_before_and_after_bound_the_date() -> None:
    comparators = [dates(text, "en")[0].comparator for text in ("before 1968", "after 1968", "in 1968")]
    assert comparators == [Comparator.LESS_THAN, Comparator.MORE_THAN, Comparator.EXACT]


@pytest.mark.parametrize(("text", "expected"), [("last year", "2025-01-01"), ("this month", "2026-11-01"), ("next year", "2027-01-01")])
def test_relative_times_need_to_know_today(text: str, expected: str) -> None:
    anchored = dates(f"It rose {text}.", "en", Hints(today=date(2026, 11, 22)))
    assert [found.times[0].first for found in anchored] == [date.fromisoformat(expected)]
    assert dates(f"It rose {text}.", "en") == ()


def test_each_figure_is_dated_by_the_period_beside_it() -> None:
    found = [quantity for quantity in read("Sales were $5m in 2019 and $6m in 2020.", "en") if quantity.kind is Kind.MONEY]
    assert [[period.surface for period in quantity.times] for quantity in found] == [["in 2019"], ["in 2020"]]


def test_a_leading_period_dates_the_whole_sentence_and_no_other() -> None:
    text = "In 2019, 45 people died and 12 were hurt. Another 7 people were missing."
    found = [quantity for quantity in read(text, "en") if quantity.kind is Kind.COUNT]
    assert [[period.surface for period in quantity.times] for quantity in found] == [["In 2019"], ["In 2019"], []]


NOT_YEARS = [
    ("2000 IU a day", "2000"),
    ("over 2000 people", "2000"),
    ("$2016", "2016"),
    ("1500 people", "1500"),
    ("2010 people died", "2010"),
    ("2016 km", "2016"),
]


@pytest.mark.parametrize(("text", "value"), NOT_YEARS)
def test_four_figures_that_count_something_are_no_year(text: str, value: str) -> None:
    (found,) = read(text, "en")
    assert (found.kind is not Kind.DATE, found.value) == (True, Decimal(value))


YEARS = [
    "a 2020 coronavirus pandemic",
    "the 2018 Rogers Cup",
    "50% below 2005 levels",
    "closing gaps over 2017",
    "(Smith, 2016)",
    "in 1066",
    "mid-2019",
    "early 2020",
    "by 2050.",
]


@pytest.mark.parametrize("text", YEARS)
def test_four_figures_that_count_nothing_are_a_year(text: str) -> None:
    assert [found.kind for found in read(text, "en") if found.unit == "year"] == [Kind.DATE]
