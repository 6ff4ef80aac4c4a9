"""Units by family with exact conversion, and the JSON shape of a quantity."""

import json
from decimal import Decimal

import pytest

from app.quantities import convert, family, read, to_json
from app.quantities.currencies import CODES
from app.quantities.languages import LANGUAGES
from app.quantities.lexicon import SPANS, lexicon
from app.quantities.unit_table import UNITS

CONVERSIONS = [
    ("1", "mi", "km", "1.609344"), ("5", "ft", "in", "60"), ("1", "lb", "kg", "0.45359237"), ("1", "gal", "l", "3.785411784"),
    ("1", "ha", "m2", "10000"), ("90", "min", "h", "1.5"),
    ("1", "GB", "MB", "1000"), ("1", "GiB", "MiB", "1024"), ("1", "GiB", "B", "1073741824"), ("1", "kWh", "J", "3600000"),
    ("1", "day", "h", "24"), ("2", "week", "day", "14"), ("7", "km", "km", "7"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "unit", "to", "expected"), CONVERSIONS)
def test_conversion_is_exact(value: str, unit: str, to: str, expected: str) -> None:
    assert convert(Decimal(value), unit, to) == Decimal(expected)


@pytest.mark.parametrize(("celsius", "fahrenheit"), [("0", "32"), ("100", "212"), ("-40", "-40")])
def test_temperatures_keep_their_offset(celsius: str, fahrenheit: str) -> None:
    found = convert(Decimal(fahrenheit), "[degF]", "Cel")
    assert found is not None
    assert abs(found - Decimal(celsius)) < Decimal("1e-9")


@pytest.mark.parametrize(("unit", "to"), [("km", "kg"), ("km", "people"), ("", "km"), ("USD", "EUR")])
def test_what_cannot_be_converted_is_none(unit: str, to: str) -> None:
    assert convert(Decimal(1), unit, to) is None


def test_families_hold_sixty_units_and_more() -> None:
    assert len(UNITS) >= 60
    assert {family(unit) for unit in ("km", "mi", "ft")} == {"length"}
    assert (family("people"), family("USD")) == ("", "")


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_language_names_only_known_units_and_currencies(code: str) -> None:
    language = LANGUAGES[code]
    assert set(language.units) <= set(UNITS) | set(SPANS)
    assert set(language.currencies) <= CODES
    assert {subunit.split()[0] for subunit in language.subunits} <= CODES
    assert lexicon(code).language is language


def test_a_quantity_is_json_with_decimal_strings() -> None:
    (quantity,) = read("about $3.50 a day", "en")
    found = json.loads(json.dumps(to_json(quantity)))
    assert (found["value"], found["unit"], found["per"], found["ulp"], found["comparator"]) == ("3.5", "USD", "day", "0.01", "about")
    assert (found["surface"], found["start"], found["end"], found["high"]) == ("about $3.50 a day", 0, 17, None)


def test_json_never_uses_exponents() -> None:
    found = [to_json(quantity)["value"] for quantity in read("5 trillion people and 0.0000001 percent", "en")]
    assert found == ["5000000000000", "0.0000001"]
