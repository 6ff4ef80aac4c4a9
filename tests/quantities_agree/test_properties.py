"""What must hold for all numbers: rounding, hedges, conversion."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from app.quantities import Comparator, Kind, Quantity, convert
from app.quantities.agree import Relation, allowed, compare
from app.quantities.interval import Interval

EXAMPLES = settings(max_examples=150, deadline=None)
VALUES = st.decimals(min_value="0.001", max_value="1e9", places=3, allow_nan=False, allow_infinity=False)
PLACES = st.integers(min_value=0, max_value=2)
LENGTHS = st.sampled_from(["km", "m", "mi", "ft"])


def measured(value: Decimal, ulp: Decimal, comparator: Comparator = Comparator.EXACT, unit: str = "km") -> Quantity:
    return Quantity("x", 0, 1, value, Kind.LENGTH, unit, comparator=comparator, ulp=ulp)


def counted(value: int, comparator: Comparator = Comparator.EXACT) -> Quantity:
    return Quantity("x", 0, 1, Decimal(value), Kind.COUNT, comparator=comparator)


@EXAMPLES
@given(value=VALUES, places=PLACES, rounding=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
def test_a_source_that_rounds_to_the_claim_always_supports(value: Decimal, places: int, rounding: str) -> None:
    ulp = Decimal(10) ** -places
    claim = measured(value.quantize(ulp, rounding=rounding), ulp)

    assert compare(claim, measured(value, Decimal("0.001"))).relation is Relation.INSIDE


@EXAMPLES
@given(value=VALUES, places=PLACES)
def test_a_finer_source_that_does_not_round_to_the_claim_never_supports(value: Decimal, places: int) -> None:
    ulp = Decimal(10) ** -places
    claim = measured(value.quantize(ulp) + 2 * ulp, ulp)

    assert compare(claim, measured(value, Decimal("0.001"))).relation is not Relation.INSIDE


@EXAMPLES
@given(value=st.integers(1, 10**9), source=st.integers(1, 10**9))
def test_a_wider_hedge_never_turns_support_into_conflict(value: int, source: int) -> None:
    """Exactly v < about v, and v < at least v, at most v."""
    if compare(counted(value), counted(source)).relation is Relation.INSIDE:
        for hedge in (Comparator.ABOUT, Comparator.AT_LEAST, Comparator.AT_MOST):
            assert compare(counted(value, hedge), counted(source)).relation is not Relation.DISJOINT


@EXAMPLES
@given(bound=st.integers(1, 10**6), lower=st.integers(0, 10**6), source=st.integers(1, 10**7))
def test_a_lower_bound_that_holds_holds_for_every_smaller_bound(bound: int, lower: int, source: int) -> None:
    smaller = min(bound, max(1, bound - lower))
    if compare(counted(bound, Comparator.MORE_THAN), counted(source)).relation is Relation.INSIDE:
        assert compare(counted(smaller, Comparator.MORE_THAN), counted(source)).relation is Relation.INSIDE


@EXAMPLES
@given(bound=st.integers(1, 10**6), source=st.integers(1, 10**6))
def test_more_than_and_at_most_never_both_hold(bound: int, source: int) -> None:
    over = compare(counted(bound, Comparator.MORE_THAN), counted(source)).relation
    at_most = compare(counted(bound, Comparator.AT_MOST), counted(source)).relation

    assert {over, at_most} == {Relation.INSIDE, Relation.DISJOINT}


@EXAMPLES
@given(value=VALUES, unit=LENGTHS, other=LENGTHS)
def test_a_quantity_supports_itself_in_every_unit(value: Decimal, unit: str, other: str) -> None:
    converted = convert(value, unit, other)
    assert converted is not None
    claim = measured(converted.quantize(Decimal("0.01")), Decimal("0.01"), unit=other)

    assert compare(claim, measured(value, Decimal("0.001"), unit=unit)).relation is Relation.INSIDE


ENDS = st.one_of(st.none(), st.decimals(min_value=-50, max_value=50, places=1))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    closed = low == high or draw(st.booleans())
    return Interval(low, high, low_closed=closed, high_closed=low == high or draw(st.booleans()))


@EXAMPLES
@given(a=intervals(), b=intervals())
def test_what_lies_within_meets(a: Interval, b: Interval) -> None:
    if a.within(b):
        assert a.meets(b)
    assert a.meets(b) == b.meets(a)


@EXAMPLES
@given(value=st.integers(1, 10**9), comparator=st.sampled_from(list(Comparator)))
def test_what_a_claim_allows_lies_within_itself(value: int, comparator: Comparator) -> None:
    assert allowed(counted(value, comparator)).within(allowed(counted(value, comparator)))
