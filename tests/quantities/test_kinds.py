"""What a number counts or measures: money, shares, units, multiples, ranks (NUMBERS §3)."""

from decimal import Decimal

import pytest

from app.quantities import Hints, Kind, Quantity, Role, read


def only(text: str, lang: str = "en", hints: Hints | None = None) -> Quantity:
    (quantity,) = [found for found in read(text, lang, hints or Hints()) if found.kind is not Kind.DATE]
    return quantity


MONEY = [
    ("US$5", "USD", False), ("$5", "USD", True), ("C$5", "CAD", False), ("A$5", "AUD", False), ("HK$5", "HKD", False),
    ("NZ$5", "NZD", False),
    ("R$5", "BRL", False), ("AR$150", "ARS", False), ("£5", "GBP", False), ("€5", "EUR", False), ("¥5", "JPY", True),
    ("₹5", "INR", False), ("₽5", "RUB", False),
    ("₩5", "KRW", False), ("CHF 5", "CHF", False), ("5 CHF", "CHF", False), ("USD 5", "USD", False), ("5 USD", "USD", False),
    ("kr 500", "SEK", True),
    ("RMB 5", "CNY", False), ("5 yuan", "CNY", False), ("5 renminbi", "CNY", False), ("5 euros", "EUR", False), ("5 dollars", "USD", True),
    ("5 Canadian dollars", "CAD", False), ("5 pounds sterling", "GBP", False), ("5 Swiss francs", "CHF", False),
    ("5 million pounds", "GBP", True),
    ("5 billion Norwegian crowns", "NOK", False), ("0.1 ETH", "ETH", False), ("30 MUSD", "USD", False), ("75 USD million", "USD", False),
    ("5 bitcoins", "BTC", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "currency", "assumed"), MONEY)
def test_money_names_its_currency_and_says_when_it_is_assumed(text: str, currency: str, assumed: bool) -> None:  # noqa: FBT001  a table's column
    quantity = only(text)
    assert (quantity.kind, quantity.unit, quantity.currency_assumed) == (Kind.MONEY, currency, assumed)


@pytest.mark.parametrize(
    ("text", "country", "currency"),
    [
        ("$5", "CA", "CAD"),
        ("$5", "AU", "AUD"),
        ("¥5", "CN", "CNY"),
        ("kr 500", "NO", "NOK"),
        ("5 pesos", "AR", "ARS"),
        ("5 rupees", "PK", "PKR"),
    ],
)
def test_the_documents_country_settles_a_shared_sign(text: str, country: str, currency: str) -> None:
    quantity = only(text, "en", Hints(country=country))
    assert (quantity.unit, quantity.currency_assumed) == (currency, False)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("88¢", "0.88", "USD"),
        ("50 cents", "0.5", "USD"),
        ("50p", "0.5", "GBP"),
        ("640 microdollars per IU", "0.00064", "USD"),
        ("13 dollars and 45 cents", "13.45", "USD"),
        ("15 dollars 50", "15.5", "USD"),
    ],
)
def test_subunits_become_their_currency(text: str, value: str, unit: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


POINTS = [
    ("13.3%", Kind.PERCENT, "percent"), ("13.3 per cent", Kind.PERCENT, "percent"),
    ("13.3 percentage points", Kind.PERCENTAGE_POINT, "percentage_point"),
    ("25 basis points", Kind.BASIS_POINT, "basis_point"), ("180 points", Kind.INDEX, "points"), ("a third of voters", Kind.RATIO, "share"),
    ("one in five adults", Kind.RATIO, "share"), ("1 in 5 adults", Kind.RATIO, "share"), ("7/10", Kind.RATIO, "share"),
    ("42 times", Kind.COUNT, "times"),
    ("34×", Kind.RATIO, "times"), ("4.2 times as likely", Kind.RATIO, "times"), ("a tenfold rise", Kind.RATIO, "times"),
    ("prices doubled", Kind.RATIO, "times"),
    ("twice as many", Kind.RATIO, "times"), ("he voted twice", Kind.COUNT, "times"), ("59 per million", Kind.RATIO, "per million"),
    ("second only to Hawaii", Kind.RANK, "rank"),
    ("#8 in the nation", Kind.RANK, "rank"), ("the third-largest city", Kind.RANK, "rank"), ("the third album", Kind.ORDINAL, ""),
    ("12 people", Kind.COUNT, "people"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "unit"), POINTS)
def test_percent_points_ratios_and_ranks_are_told_apart(text: str, kind: Kind, unit: str) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.unit) == (kind, unit)


VALUES = [
    ("one in ten", "0.1"), ("half of them", "0.5"), ("prices doubled", "2"), ("sales halved", "0.5"), ("sales tripled", "3"),
    ("an order of magnitude", "10"),
    ("two orders of magnitude", "100"), ("the highest of any state", "1"), ("second only to Hawaii", "2"), ("all but three states", "4"),
    ("the bottom decile", "10"),
    ("hundreds of people", "100"), ("dozens of people", "24"), ("tens of thousands of deaths", "10000"),
    ("several hundred workers", "100"), ("every fifth house", "0.2"),
    ("half of 1 percent", "0.5"), ("12 degrees below zero", "-12"), ("6'2\" tall", "6.166666666666666666666666667"),
    ("five feet two inches", "5.166666666666666666666666667"),
    ("2 hours and 30 minutes", "2.5"), ("250 out of every million people", "250"), ("nine out of ten", "0.9"),
    ("an entire century", "100"), ("two decades", "20"), ("an hour and a half", "1.5"), ("less than a mile and a half away", "1.5"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_values_are_expanded_as_the_claims_guide_says(text: str, value: str) -> None:
    assert only(text).value == Decimal(value)


UNITS = [
    ("5 km", "km", Kind.LENGTH), ("5 kilometres", "km", Kind.LENGTH), ("5 miles", "mi", Kind.LENGTH),
    ("a 2.5-mile stretch", "mi", Kind.LENGTH), ("5 kg", "kg", Kind.MASS),
    ("5 tonnes", "t", Kind.MASS), ("5 pounds of beef", "lb", Kind.MASS), ("5 hectares", "ha", Kind.AREA),
    ("5 square miles", "mi2", Kind.AREA), ("5 km²", "km2", Kind.AREA),
    ("5 litres", "l", Kind.VOLUME), ("5 mℓ", "ml", Kind.VOLUME), ("5 barrels", "bbl", Kind.VOLUME), ("5 °C", "Cel", Kind.TEMPERATURE),
    ("5 degrees Fahrenheit", "[degF]", Kind.TEMPERATURE),
    ("5 km/h", "km/h", Kind.SPEED), ("5 mph", "mi/h", Kind.SPEED), ("5 kWh", "kWh", Kind.ENERGY), ("5 megawatts", "MW", Kind.POWER),
    ("5 GB", "GB", Kind.DATA), ("5 GiB", "GiB", Kind.DATA),
    ("5 hours", "h", Kind.DURATION), ("a 12-year-old boy", "year", Kind.DURATION), ("2000 IU", "IU", Kind.MEASURE),
    ("421 ppm", "ppm", Kind.MEASURE), ("5 hPa", "hPa", Kind.MEASURE),
    ("5 decibels", "dB", Kind.MEASURE), ("5 GHz", "GHz", Kind.MEASURE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "kind"), UNITS)
def test_units_have_a_code_and_a_kind(text: str, unit: str, kind: Kind) -> None:
    quantity = only(text)
    assert (quantity.unit, quantity.kind) == (unit, kind)


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("$38 million per day", "USD", "day"),
        ("US$1.28/day", "USD", "day"),
        ("10–80 μg/day", "ug", "day"),
        ("$5 a month", "USD", "month"),
        ("$245 billion annually", "USD", "year"),
        ("450 IU per spoonful", "IU", "spoonful"),
        ("33 visits a day", "visits", "day"),
        ("$84 a barrel", "USD", "bbl"),
        ("5.4 litres per 100 km", "l", "100 km"),
        ("1,000 visits over a 30 day period", "visits", "30 day"),
    ],
)
def test_per_is_kept_beside_the_unit(text: str, unit: str, per: str) -> None:
    quantity = only(text)
    assert (quantity.unit, quantity.per) == (unit, per)


ROLES = [
    ("rose 2%", Role.CHANGE, 1), ("rose to 2%", Role.LEVEL, 0), ("fell by 5 points", Role.CHANGE, -1), ("a 5% increase", Role.CHANGE, 1),
    ("a loss of 500 jobs", Role.CHANGE, -1),
    ("2% of voters", Role.SHARE, 0), ("a third of voters", Role.SHARE, 0), ("$5 a day", Role.RATE, 0), ("5% higher", Role.CHANGE, 1),
    ("two more years", Role.CHANGE, 1), ("5 fewer deaths", Role.CHANGE, -1), ("strengthened 0.4 percent", Role.CHANGE, 1),
    ("ranked third", Role.RANK, 0), ("fell to 45", Role.LEVEL, 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "direction"), ROLES)
def test_verbs_and_nouns_give_role_and_direction(text: str, role: Role, direction: int) -> None:
    quantity = only(text, "en")
    assert (quantity.role, quantity.direction) == (role, direction)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "sank um 5 Prozent", [(Role.CHANGE, -1)]),
        ("de", "ein Rückgang von 12 Prozent", [(Role.CHANGE, -1)]),
        ("fr", "le chômage a reculé de 0,3 point à 7,1 %", [(Role.CHANGE, -1), (Role.LEVEL, 0)]),
        ("fr", "il est passé de 3 % à 7 %", [(Role.LEVEL, 0), (Role.LEVEL, 0)]),
        ("nl", "een stijging van 12 procent", [(Role.CHANGE, 1)]),
    ],
)
def test_of_and_by_are_told_apart_in_other_languages(lang: str, text: str, expected: list[tuple[Role, int]]) -> None:
    assert [(quantity.role, quantity.direction) for quantity in read(text, lang)] == expected


def test_brackets_are_negative_in_tables_only() -> None:
    assert only("(3.5)", "en", Hints(in_table=True)).value == Decimal("-3.5")
    assert only("they lost (3.5)", "en").value == Decimal("3.5")


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("a third of voters", "in all 0.3333 share"), ("between 5 and 7 percent", "in all between 5 to 7 percent"),
        ("2 hours 5 minutes", "in all 2.0833 h"), ("up to 1,200 people", "in all at most 1,200 people"),
        ("4.5 percentage points", "in all 4.5 percentage point"), ("0.00002 m", "in all 0.00002 m"),
    ],
)  # fmt: skip
def test_an_explanation_ends_with_the_amount(text: str, ending: str) -> None:
    assert only(text).explain().endswith(ending)


def test_a_quantity_explains_itself_step_by_step() -> None:
    explained = only("more than $3.5 billion a year").explain()
    assert (
        explained
        == "“3.5” is 3.5; “billion” is times 1000000000; money in USD, assumed from the sign alone; per year; bounded: more_than; "
        "in all more than 3,500,000,000 USD per year"
    )
