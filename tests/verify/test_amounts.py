"""Amounts in traces read as a person writes them."""

from decimal import Decimal

import pytest

from app.quantities.interval import Interval
from app.verify.amounts import amount, stretch


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [("4100000000", "USD", "4.1 billion USD"), ("1200", "", "1,200"), ("0.25", "percentage_point", "0.25 percentage point"),
     ("-3500000", "EUR", "-3.5 million EUR")],
)  # fmt: skip
def test_an_amount_has_its_scale_and_unit(value: str, unit: str, written: str) -> None:
    assert amount(Decimal(value), unit) == written


@pytest.mark.parametrize(
    ("found", "written"),
    [
        (Interval(Decimal(3450000000), Decimal(3550000000)), "3.45–3.55 billion USD"),
        (Interval(Decimal(54), Decimal(60), high_closed=False), "54 to less than 60 USD"),
        (Interval(Decimal(2000), None, low_closed=False), "more than 2,000 USD"),
        (Interval(None, Decimal(10)), "at most 10 USD"),
        (Interval(Decimal(51), Decimal(51)), "51 USD"),
        (Interval(Decimal("-2.5"), Decimal("-1.5")), "-2.5 to -1.5 USD"),
    ],
)
def test_a_stretch_tells_its_ends_in_words(found: Interval, written: str) -> None:
    assert stretch(found, "USD") == written
