"""What a claim allows, what a source says, and whether the one lies in the other (NUMBERS §5)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.quantities.interval import Interval
from app.quantities.quantity import Comparator, Kind, Quantity, Reading, Role
from app.quantities.units import convert


class Relation(StrEnum):
    """How what the source says (E) lies to what the claim allows (T)."""

    INSIDE = "inside"
    DISJOINT = "disjoint"
    PARTIAL = "partial"


class Severity(StrEnum):
    """How far off a conflict is: under 5 %, 5 to 25 %, more."""

    NONE = ""
    MINOR = "minor"
    MATERIAL = "material"
    MAJOR = "major"


@dataclass(frozen=True, slots=True)
class Agreement:
    """`allowed` is T in the claim's unit, `stated` is E converted to it; `value` is the source's number in that unit."""

    relation: Relation
    reason: str
    allowed: Interval
    stated: Interval
    value: Decimal
    severity: Severity = Severity.NONE
    flags: tuple[str, ...] = ()


# NUMBERS §5: "about" allows 5 %, is loose up to 10 %; "nearly" reaches 10 % down; a multiple holds within 5 %.
_ABOUT = Decimal("0.05")
_LOOSELY = Decimal("0.10")
_NEARLY = Decimal("0.10")
_MULTIPLE = Decimal("0.05")
# NUMBERS §5: above a quarter more than the bound, "over v" is true and says too little.
_UNDERSTATED = Decimal("1.25")
_MINOR, _MATERIAL = Decimal("0.05"), Decimal("0.25")
# A slip of scale leaves a ratio near 10^3 or 10^6; within 5 % the digits are "the same".
_SLIP = Decimal("0.05")
_SCALES = (Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9)
# Widening every trailing zero called 65 % of altered headlines supported; not at all calls rounded figures wrong.
# So a number ending in three zeros or more never conflicts with one that rounds to it: it is unclear.
_ZEROS_MIN = 3
_ROUND_MIN = Decimal(1000)
# 208,000 for 207,996: nobody alters a figure by so little.
_HARDLY = Decimal("0.002")

# "Up to v" asserts the maximum itself, "at most v" only a bound (NUMBERS §5).
_UP_TO = ("up to", "as many as", "as much as", "bis zu", "jusqu", "hasta", "fino a", "até", "tot wel", "upp till", "op til")
_POINTS = (Comparator.EXACT, Comparator.EXACTLY)
_BOUNDS = (Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.LESS_THAN, Comparator.AT_MOST, Comparator.NEARLY)


def allowed(claim: Quantity) -> Interval:
    """T: the values that make the claim's words true, in the claim's unit."""
    if claim.high is not None:
        return Interval(claim.value - half(claim), claim.high + half(claim))
    v, spread = claim.value, _spread(claim)
    match claim.comparator:
        case Comparator.EXACT | Comparator.EXACTLY | Comparator.BETWEEN:
            found = Interval(v - spread, v + spread)
        case Comparator.ABOUT:
            wide = max(spread, abs(v) * _ABOUT)
            found = Interval(v - wide, v + wide)
        case Comparator.MORE_THAN:
            found = Interval(v, None, low_closed=False)
        case Comparator.AT_LEAST:
            found = Interval(v, None)
        case Comparator.LESS_THAN:
            found = Interval(None, v, high_closed=False)
        case Comparator.AT_MOST:
            found = Interval(None, v)
        case Comparator.NEARLY:
            found = Interval(v - max(spread, abs(v) * _NEARLY), v, high_closed=False)
    return found


def half(q: Quantity) -> Decimal:
    """Half a unit of the last written place; nothing for counted things, which come whole."""
    return Decimal(0) if _is_whole_count(q) else q.ulp / 2


def _spread(q: Quantity) -> Decimal:
    return max(half(q), abs(q.value) * _MULTIPLE) if q.unit == "times" and q.role is not Role.LEVEL else half(q)


def _is_whole_count(q: Quantity) -> bool:
    counted = q.kind in (Kind.COUNT, Kind.RANK, Kind.ORDINAL, Kind.DATE)
    return counted and q.ulp == 1 and q.value == q.value.to_integral_value()


def compare(claim: Quantity, source: Quantity) -> Agreement:
    """Hold the source's number against the claim's, unit converted exactly.

    Inside supports, disjoint conflicts, anything between is unclear. When either side has several readings, all
    pairs must say the same, else the relation is partial with reason `several_readings`.
    """
    pairs = [_compare(c, s) for c in _readings(claim) for s in _readings(source)]
    first = pairs[0]
    if any(p.relation is not first.relation for p in pairs):
        return replace(first, relation=Relation.PARTIAL, reason="several_readings", severity=Severity.NONE)
    return first


def _readings(q: Quantity) -> list[Quantity]:
    return [q, *(_read_as(q, r) for r in q.readings if (r.low, r.high) != (q.value, q.high))]


def _read_as(q: Quantity, reading: Reading) -> Quantity:
    return replace(q, value=reading.low, high=reading.high, unit=reading.unit or q.unit, readings=())


def _compare(claim: Quantity, source: Quantity) -> Agreement:
    converted = in_unit_of(claim, source)
    allow = allowed(claim)
    if converted is None:
        flags = ("unit_slip_suspected",) if claim.value == source.value else ()
        return Agreement(Relation.PARTIAL, "unit_differs", allow, allowed(source), source.value, flags=flags)
    relation, reason, stated = _relate(claim, converted, allow, converted=source.unit != claim.unit and source.kind is not Kind.COUNT)
    result = Agreement(relation, reason, allow, stated, converted.value)
    match relation:
        case Relation.INSIDE:
            return replace(result, flags=_remarks(claim, converted))
        case Relation.DISJOINT:
            return replace(result, severity=severity(claim.value, converted.value), flags=_slips(claim, converted))
        case Relation.PARTIAL:
            return result


def _relate(claim: Quantity, source: Quantity, allow: Interval, *, converted: bool) -> tuple[Relation, str, Interval]:
    if claim.direction * source.direction < 0:
        return Relation.DISJOINT, "direction_differs", allowed(source)
    if _is_boundless(claim) or _is_boundless(source):
        return Relation.PARTIAL, "vague", allowed(source)
    if _same_number(claim, source) or _drops_hedge(claim, source):
        return Relation.INSIDE, "hedge_dropped" if _drops_hedge(claim, source) else "exact", allowed(source)
    stated = _stated(claim, source, converted=converted)
    if stated.within(allow):
        return _inside(claim, source, stated)
    if not stated.meets(allow):
        return _apart(claim, source, stated)
    return Relation.PARTIAL, _between(claim, source), stated


def _is_boundless(q: Quantity) -> bool:
    """Say whether a vague word bounds nothing: "several", "many"; "dozens" and "hundreds" do."""
    return q.vague and q.high is None and q.comparator not in _BOUNDS


def _drops_hedge(claim: Quantity, source: Quantity) -> bool:
    """Say whether the claim states the source's own number without its "at least", "about" or "more than".

    Newsrooms do so as a rule ("at least 23 dead": "23 dead"); it is supported and said, never passed over.
    """
    hedged = source.comparator in (Comparator.AT_LEAST, Comparator.ABOUT, Comparator.MORE_THAN)
    return hedged and claim.comparator is Comparator.EXACT and claim.value == source.value and claim.high is None and source.high is None


def _same_number(claim: Quantity, source: Quantity) -> bool:
    """Say whether both state one whole number plainly, though one writes it out: "455,000" and "455 thousand"."""
    plainly = claim.comparator in _POINTS and source.comparator in _POINTS and claim.high is None and source.high is None
    return plainly and claim.value == source.value and claim.ulp >= 1


def _stated(claim: Quantity, source: Quantity, *, converted: bool) -> Interval:
    """E by the table of T; a plain number no coarser than the claim's stands for itself, since it rounds or does not.

    So does a converted one: "9.9 miles" was made from the source's "16 kilometres", not from what that may be rounded from.
    """
    if source.high is None and source.comparator in _POINTS and (source.ulp <= claim.ulp or converted):
        return Interval(source.value, source.value)
    if source.high is None and source.comparator is Comparator.ABOUT and _is_counted_out(source):
        return Interval(source.value, source.value)
    wide = _implied(source) if claim.comparator in _BOUNDS else allowed(source)
    if claim.comparator in _BOUNDS and source.comparator in _POINTS:
        return replace(wide, low_closed=wide.low == wide.high, high_closed=wide.low == wide.high)
    return wide


def _is_counted_out(source: Quantity) -> bool:
    """Say whether a number is written out to five places or more: "roughly $75,085,894" hedges nothing."""
    digits = "".join(c for c in format(abs(source.value), "f") if c.isdigit()).strip("0")
    return len(digits) >= _COUNTED_OUT_MIN


_COUNTED_OUT_MIN = 5


def _implied(source: Quantity) -> Interval:
    """E of a bound held against a bound: who writes "over 790 million" means less than 800, or would have written that."""
    step = max(Decimal(10) ** _trailing_zeros(source.value), source.ulp)
    match source.comparator:
        case Comparator.MORE_THAN | Comparator.AT_LEAST:
            found = Interval(source.value, source.value + step, low_closed=source.comparator is Comparator.AT_LEAST, high_closed=False)
        case Comparator.LESS_THAN | Comparator.AT_MOST:
            found = Interval(source.value - step, source.value, low_closed=False, high_closed=source.comparator is Comparator.AT_MOST)
        case Comparator.EXACT | Comparator.EXACTLY | Comparator.BETWEEN | Comparator.ABOUT | Comparator.NEARLY:
            found = allowed(source)
    return found


def _inside(claim: Quantity, source: Quantity, stated: Interval) -> tuple[Relation, str, Interval]:
    if claim.comparator is Comparator.AT_MOST and _is_maximum(claim) and not _reaches(claim, source):
        return Relation.PARTIAL, "maximum_not_stated", stated
    if claim.value == source.value and claim.high == source.high:
        return Relation.INSIDE, "exact" if claim.comparator in _POINTS or claim.comparator is source.comparator else "within_hedge", stated
    return Relation.INSIDE, "rounded" if claim.comparator in _POINTS and claim.high is None else "within_hedge", stated


def _is_maximum(claim: Quantity) -> bool:
    return claim.surface.lower().startswith(_UP_TO)


def _reaches(claim: Quantity, source: Quantity) -> bool:
    top = source.high if source.high is not None else source.value
    return abs(top - claim.value) <= claim.ulp / 2


def _rounds_average(claim: Quantity, source: Quantity) -> bool:
    """Say whether a whole count rounds a source's broken one, which is an average: "28 bags per hectare" for 28.1."""
    plainly = claim.comparator in _POINTS and source.comparator in _POINTS and claim.high is None and source.high is None
    broken = source.value != source.value.to_integral_value()
    return plainly and broken and _is_whole_count(claim) and abs(source.value - claim.value) <= claim.ulp / 2


def _rounds_hardly(claim: Quantity, source: Quantity) -> bool:
    """Say whether a claim's zeros stand for places that hardly differ: 208,000 for 207,996."""
    gap = abs(claim.value - source.value)
    return claim.comparator in _POINTS and _maybe_rounded(claim, source) and gap <= abs(source.value) * _HARDLY


def _apart(claim: Quantity, source: Quantity, stated: Interval) -> tuple[Relation, str, Interval]:
    gap = abs(source.value - claim.value)
    if any(q.comparator is Comparator.ABOUT and gap <= abs(q.value) * _LOOSELY for q in (claim, source)):
        return Relation.PARTIAL, "loosely", stated
    if claim.comparator in _POINTS and source.comparator in _BOUNDS and source.value == claim.value:
        return Relation.PARTIAL, "bounds_overlap", stated
    if _rounds_average(claim, source) or _rounds_hardly(claim, source):
        return Relation.INSIDE, "rounded", stated
    if claim.comparator in _POINTS and (_maybe_rounded(claim, source) or _maybe_rounded(source, claim)):
        return Relation.PARTIAL, "maybe_rounded", stated
    if claim.comparator in _POINTS and _cuts_off(claim, source):
        return Relation.PARTIAL, "cut_off", stated
    return Relation.DISJOINT, "boundary" if claim.value == source.value else "value_differs", stated


def _cuts_off(claim: Quantity, source: Quantity) -> bool:
    """Say whether a claim leaves out a source's last places without rounding, as headlines do: $55 million for $55.6 million.

    Only where the claim keeps two figures of its own: "1 percent" for 1.9 is wrong.
    """
    finer = source.ulp < claim.ulp and source.comparator in _POINTS and claim.high is None and source.high is None
    kept = len(format(abs(claim.value / claim.ulp), "f").partition(".")[0])
    return finer and kept >= _KEPT_MIN and 0 < abs(source.value) - abs(claim.value) < claim.ulp and not _is_whole_count(claim)


_KEPT_MIN = 2


def _maybe_rounded(coarse: Quantity, fine: Quantity) -> bool:
    """Say whether the coarse number's zeros may be places nobody counted: 3,000,000 beside 2,987,345."""
    if coarse.comparator not in _POINTS or coarse.high is not None or abs(coarse.value) < _ROUND_MIN:
        return False
    zeros = _trailing_zeros(coarse.value)
    return zeros >= _ZEROS_MIN and abs(fine.value - coarse.value) <= Decimal(10) ** zeros / 2


def _trailing_zeros(value: Decimal) -> int:
    digits = format(abs(value), "f").partition(".")[0] if value == value.to_integral_value() else "1"
    return len(digits) - len(digits.rstrip("0"))


def _between(claim: Quantity, source: Quantity) -> str:
    if source.comparator not in _POINTS or source.high is not None:
        return "bounds_overlap"
    return "source_coarser" if source.ulp > claim.ulp else "partly_outside"


def _remarks(claim: Quantity, source: Quantity) -> tuple[str, ...]:
    if _drops_hedge(claim, source):
        return ("hedge_dropped",)
    over = claim.comparator in (Comparator.MORE_THAN, Comparator.AT_LEAST) and claim.value > 0
    return ("understated",) if over and source.value > claim.value * _UNDERSTATED else ()


def severity(claim: Decimal, source: Decimal) -> Severity:
    """Grade the gap: under 5 % of the source's value minor, 5 to 25 % material, more major."""
    if source == 0:
        return Severity.MAJOR
    gap = abs(claim - source) / abs(source)
    return Severity.MINOR if gap < _MINOR else Severity.MATERIAL if gap <= _MATERIAL else Severity.MAJOR


def _slips(claim: Quantity, source: Quantity) -> tuple[str, ...]:
    if claim.value == 0 or source.value == 0:
        return ()
    ratio = abs(claim.value / source.value)
    near = any(abs(r / scale - 1) <= _SLIP for scale in _SCALES for r in (ratio, 1 / ratio))
    return ("scale_slip_suspected",) if near else ()


def in_unit_of(claim: Quantity, source: Quantity) -> Quantity | None:
    """Convert the source's quantity to the claim's unit; None where no exact conversion exists (currencies, unlike kinds)."""
    if source.unit == claim.unit or (source.kind is claim.kind is Kind.COUNT):
        return source
    value, zero, one = (_converted(number, source, claim) for number in (source.value, Decimal(0), Decimal(1)))
    if value is None or zero is None or one is None:
        return None
    high = None if source.high is None else _converted(source.high, source, claim)
    return replace(source, value=value, high=high, unit=claim.unit, kind=claim.kind, ulp=abs(one - zero) * source.ulp)


def _converted(number: Decimal, source: Quantity, claim: Quantity) -> Decimal | None:
    factor = _FACTORS.get((source.unit, claim.unit))
    return convert(number, source.unit, claim.unit) if factor is None else number * factor


# A part of one is a hundred percent of it; a hundred basis points are one percentage point.
_FACTORS = {
    ("share", "percent"): Decimal(100),
    ("percent", "share"): Decimal("0.01"),
    ("basis_point", "percentage_point"): Decimal("0.01"),
    ("percentage_point", "basis_point"): Decimal(100),
}
