"""What became of a claim whose evidence has changed (NUMBERS §8)."""

from dataclasses import replace
from decimal import Decimal

from app.quantities import Quantity
from app.quantities.agree import Relation, compare, severity
from app.quantities.interval import plain
from app.verify.align import comparable
from app.verify.evidence import Found, Refound, find
from app.verify.frame import Frame
from app.verify.index import Index
from app.verify.passage import passage
from app.verify.times import Time, times
from app.verify.verdict import Label, Previous, Verdict


def with_history(claim: Frame, verdicts: tuple[Verdict, ...], previous: Previous, laid_out: Index) -> tuple[Verdict, ...]:
    """Look at each verdict again in the light of what supported the claim before: moved, superseded, or of a later period now."""
    again = find(previous.passage, laid_out)
    return tuple(_with_history(claim, v, previous, again, laid_out) for v in verdicts)


def _with_history(claim: Frame, verdict: Verdict, previous: Previous, again: Refound, laid_out: Index) -> Verdict:
    if verdict.label is Label.SUPPORTED:
        return verdict if again.how is Found.EXACT else _moved(verdict, previous)
    if again.place is None or not _supported(verdict.quantity, previous):
        return verdict
    new = _replacement(verdict.quantity, again, laid_out)
    if new is None:
        return verdict
    now = times(f"{again.place.text} {again.place.around}", laid_out.lang or claim.lang)
    changed = replace(verdict, passage=passage(laid_out, again.place), source_value=new.value, source_high=new.high, source_unit=new.unit)
    return _superseded(changed, previous, new.value, later=_speaks_of_later(claim.times, now))


def _moved(verdict: Verdict, previous: Previous) -> Verdict:
    if verdict.passage is not None and verdict.passage.exact == previous.passage.exact:
        return verdict
    line = f'what supported it before is gone ("{previous.passage.exact}"), another passage supports it now: moved'
    return replace(verdict, flags=(*verdict.flags, "moved"), trace=(*verdict.trace, line))


def _supported(quantity: Quantity, previous: Previous) -> bool:
    """Say whether the value of then was this quantity's evidence."""
    then = replace(quantity, value=previous.value, unit=previous.unit or quantity.unit, high=None, readings=(), ulp=quantity.ulp)
    return compare(quantity, then).relation is Relation.INSIDE


def _replacement(quantity: Quantity, again: Refound, laid_out: Index) -> Quantity | None:
    """Find the number that stands in the old frame now: the only one of its kind that denies the claim."""
    assert again.place is not None  # noqa: S101  the caller asked
    kin = [q for q in laid_out.quantities(again.place) if comparable(quantity, q)]
    apart = [q for q in kin if compare(quantity, q).relation is Relation.DISJOINT]
    return apart[0] if apart and len(apart) == len(kin) else None


def _speaks_of_later(claimed: tuple[Time, ...], now: tuple[Time, ...]) -> bool:
    dated = [t for t in claimed if not t.yearless]
    said = [t for t in now if not t.yearless]
    return bool(dated and said) and max(t.last for t in said) > max(t.last for t in dated)


def _superseded(verdict: Verdict, previous: Previous, new: Decimal, *, later: bool) -> Verdict:
    change = f"the same sentence said {plain(previous.value)} before and says {plain(new)} now"
    day = f" of {previous.day.isoformat()}" if previous.day else ""
    end = f"it speaks of a later period; our snapshot{day} supported the claim: ambiguous" if later else "superseded: contradicted"
    return replace(
        verdict,
        label=Label.AMBIGUOUS if later else Label.CONTRADICTED,
        reason="other_period" if later else "superseded",
        severity=verdict.severity if later else severity(verdict.quantity.value, new),
        flags=(*verdict.flags, "superseded"),
        trace=(*verdict.trace, f"{change}; {end}"),
    )
