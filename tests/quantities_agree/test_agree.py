"""NUMBERS §5: what a claim allows, what a source says, and whether the one lies in the other."""

from decimal import Decimal

import pytest

from app.quantities import Comparator, Kind, Quantity, Reading, Role
from app.quantities.agree import Relation, Severity, allowed, compare, severity

C = Comparator
INSIDE, DISJOINT, PARTIAL = Relation.INSIDE, Relation.DISJOINT, Relation.PARTIAL


def number(
    value: str,
    comparator: Comparator = C.EXACT,
    *,
    ulp: str = "1",
    kind: Kind = Kind.COUNT,
    unit: str = "",
    high: str = "",
    surface: str = "",
) -> Quantity:
    top = Decimal(high) if high else None
    return Quantity(
        surface or value, 0, len(surface or value), Decimal(value), kind, unit, high=top, comparator=comparator, ulp=Decimal(ulp)
    )


def money(value: str, comparator: Comparator = C.EXACT, *, ulp: str = "1", unit: str = "USD", surface: str = "") -> Quantity:
    return number(value, comparator, ulp=ulp, kind=Kind.MONEY, unit=unit, surface=surface)


def percent(value: str, comparator: Comparator = C.EXACT, *, ulp: str = "1") -> Quantity:
    return number(value, comparator, ulp=ulp, kind=Kind.PERCENT, unit="percent")


@pytest.mark.parametrize(
    ("claim", "written"),
    [
        (money("245e9", ulp="1e9"), "[244500000000, 245500000000]"),
        (money("244.8e9", ulp="1e8"), "[244750000000, 244850000000]"),
        (number("42"), "[42, 42]"),
        (percent("42"), "[41.5, 42.5]"),
        (number("42", C.MORE_THAN), "(42, ∞)"),
        (number("42", C.AT_LEAST), "[42, ∞)"),
        (number("42", C.LESS_THAN), "(-∞, 42)"),
        (number("42", C.AT_MOST), "(-∞, 42]"),
        (number("100", C.ABOUT), "[95, 105]"),
        (number("100", C.NEARLY), "[90, 100)"),
        (percent("10", C.BETWEEN, ulp="1"), "[9.5, 10.5]"),
        (number("10", C.BETWEEN, high="15"), "[10, 15]"),
    ],
)
def test_the_table_of_what_a_claim_allows(claim: Quantity, written: str) -> None:
    assert str(allowed(claim)) == written


@pytest.mark.parametrize(
    ("claim", "source", "relation", "reason"),
    [
        (number("42"), number("42"), INSIDE, "exact"),
        (number("42"), number("43"), DISJOINT, "value_differs"),
        (number("42", C.MORE_THAN), number("43"), INSIDE, "within_hedge"),
        (number("42", C.MORE_THAN), number("42"), DISJOINT, "boundary"),
        (number("42", C.AT_LEAST), number("42"), INSIDE, "within_hedge"),
        (number("42", C.LESS_THAN), number("41"), INSIDE, "within_hedge"),
        (number("42", C.LESS_THAN), number("42"), DISJOINT, "boundary"),
        (money("245e9", ulp="1e9"), money("244.8e9", ulp="1e8"), INSIDE, "rounded"),
        (money("245e9", ulp="1e9"), money("244.5e9", ulp="1e8"), INSIDE, "rounded"),
        (money("245e9", ulp="1e9"), money("245.5e9", ulp="1e8"), INSIDE, "rounded"),
        (money("245e9", ulp="1e9"), money("244.4e9", ulp="1e8"), DISJOINT, "value_differs"),
        (money("244.8e9", ulp="1e8"), money("245e9", ulp="1e9"), PARTIAL, "source_coarser"),
        (number("100", C.ABOUT), number("104"), INSIDE, "within_hedge"),
        (number("100", C.ABOUT), number("108"), PARTIAL, "loosely"),
        (number("100", C.ABOUT), number("120"), DISJOINT, "value_differs"),
        (number("50", C.NEARLY), number("48"), INSIDE, "within_hedge"),
        (number("50", C.NEARLY), number("40"), DISJOINT, "value_differs"),
        (number("40", C.AT_MOST, surface="up to 40"), number("40"), INSIDE, "within_hedge"),
        (number("40", C.AT_MOST, surface="up to 40"), number("35"), PARTIAL, "maximum_not_stated"),
        (number("40", C.AT_MOST, surface="at most 40"), number("35"), INSIDE, "within_hedge"),
        (number("40"), number("40", C.ABOUT), INSIDE, "hedge_dropped"),
        (number("40"), number("40", C.MORE_THAN), INSIDE, "hedge_dropped"),
        (number("40"), number("40", C.LESS_THAN), PARTIAL, "bounds_overlap"),
        (number("790", C.MORE_THAN), number("800", C.LESS_THAN), PARTIAL, "bounds_overlap"),
        (number("50000000", C.LESS_THAN), number("32000000", C.MORE_THAN, ulp="1000000"), INSIDE, "within_hedge"),
        (number("1000", C.MORE_THAN), number("1200", C.MORE_THAN), INSIDE, "within_hedge"),
        (number("1200", C.MORE_THAN), number("1000", C.MORE_THAN), PARTIAL, "bounds_overlap"),
        (number("1000", C.LESS_THAN), number("1200", C.MORE_THAN), DISJOINT, "value_differs"),
        (number("3000000"), number("2987345"), PARTIAL, "maybe_rounded"),
        (number("2987345"), number("3000000"), PARTIAL, "maybe_rounded"),
        (number("3000000"), number("2400000"), DISJOINT, "value_differs"),
        (number("455000"), number("455000", ulp="1000"), INSIDE, "exact"),
        (percent("10.5", C.MORE_THAN, ulp="0.1"), percent("11"), INSIDE, "within_hedge"),
        (percent("91", C.MORE_THAN), percent("91"), DISJOINT, "boundary"),
        (percent("90.8", C.MORE_THAN, ulp="0.1"), percent("91"), PARTIAL, "source_coarser"),
    ],
)
def test_what_the_source_says_is_held_against_what_the_claim_allows(
    claim: Quantity, source: Quantity, relation: Relation, reason: str
) -> None:
    found = compare(claim, source)

    assert (relation, reason) == (found.relation, found.reason)


def test_a_bound_far_exceeded_is_supported_and_said_to_be_understated() -> None:
    assert compare(number("42", C.MORE_THAN), number("60")).flags == ("understated",)
    assert compare(number("42", C.MORE_THAN), number("50")).flags == ()


@pytest.mark.parametrize(
    ("claim", "source", "graded"),
    [("102", "100", Severity.MINOR), ("110", "100", Severity.MATERIAL), ("125", "100", Severity.MATERIAL), ("130", "100", Severity.MAJOR)],
)
def test_a_conflict_is_graded_by_its_share_of_the_source(claim: str, source: str, graded: Severity) -> None:
    assert severity(Decimal(claim), Decimal(source)) is graded


@pytest.mark.parametrize("times", ["1e3", "1e6", "1e-3", "1e-9"])
def test_a_ratio_of_a_scale_is_suspected_to_be_a_slip(times: str) -> None:
    found = compare(money(str(Decimal("3.5e9") * Decimal(times))), money("3.5e9", ulp="1e8"))

    assert found.flags == ("scale_slip_suspected",)


def test_other_currencies_are_never_converted() -> None:
    found = compare(money("12e6", unit="USD"), money("12e6", unit="EUR"))

    assert (found.relation, found.reason, found.flags) == (PARTIAL, "unit_differs", ("unit_slip_suspected",))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (number("9.9", ulp="0.1", kind=Kind.LENGTH, unit="mi"), number("16", kind=Kind.LENGTH, unit="km")),
        (number("540", kind=Kind.DURATION, unit="min"), number("9", kind=Kind.DURATION, unit="h")),
        (number("0.85", ulp="0.01", kind=Kind.AREA, unit="ha"), number("8500", kind=Kind.AREA, unit="m2")),
        (percent("20"), number("0.2", ulp="0.01", kind=Kind.RATIO, unit="share")),
        (
            number("0.25", ulp="0.01", kind=Kind.PERCENTAGE_POINT, unit="percentage_point"),
            number("25", kind=Kind.BASIS_POINT, unit="basis_point"),
        ),
    ],
)
def test_units_of_one_family_are_converted_exactly(claim: Quantity, source: Quantity) -> None:
    assert compare(claim, source).relation is INSIDE


def test_percent_is_no_percentage_point() -> None:
    point = number("2", kind=Kind.PERCENTAGE_POINT, unit="percentage_point")

    assert compare(percent("2"), point).reason == "unit_differs"


def test_opposite_directions_conflict_whatever_the_value() -> None:
    rose = Quantity("2 %", 0, 3, Decimal(2), Kind.PERCENT, "percent", role=Role.CHANGE, direction=1)
    fell = Quantity("2 %", 0, 3, Decimal(2), Kind.PERCENT, "percent", role=Role.CHANGE, direction=-1)

    assert compare(rose, fell).reason == "direction_differs"


def test_a_vague_number_settles_nothing() -> None:
    several = Quantity("several", 0, 7, Decimal(3), Kind.COUNT, vague=True)

    assert compare(number("3"), several).reason == "vague"


def test_readings_that_disagree_leave_the_matter_open() -> None:
    either = Quantity("1.234", 0, 5, Decimal(1234), Kind.COUNT, readings=(Reading(Decimal("1.234"), None, "", "decimal point"),))

    assert compare(number("1234"), either).reason == "several_readings"


def test_readings_that_agree_decide() -> None:
    either = Quantity("1.234", 0, 5, Decimal(1234), Kind.COUNT, readings=(Reading(Decimal("1.234"), None, "", "decimal point"),))

    assert compare(number("5000", C.LESS_THAN), either).relation is INSIDE


@pytest.mark.parametrize("digits", [29, 60, 400])
def test_numbers_of_any_length_are_compared(digits: int) -> None:
    long = number("1" * digits)

    assert compare(number("42"), long).relation is DISJOINT
