"""The shape of a quantity in JSON (`stet quantities`, `stet read`, the API)."""

from app.quantities.quantity import Period, Quantity


def to_json(quantity: Quantity) -> dict[str, object]:
    """Give a quantity as JSON values; numbers are plain decimal strings, never floats."""
    return {
        "surface": quantity.surface,
        "start": quantity.start,
        "end": quantity.end,
        "value": f"{quantity.value:f}",
        "high": None if quantity.high is None else f"{quantity.high:f}",
        "unit": quantity.unit,
        "kind": quantity.kind.value,
        "comparator": quantity.comparator.value,
        "ulp": f"{quantity.ulp:f}",
        "role": quantity.role.value,
        "direction": quantity.direction,
        "per": quantity.per,
        "noun": quantity.noun,
        "times": [_period(period) for period in quantity.times],
        "currency_assumed": quantity.currency_assumed,
        "vague": quantity.vague,
        "definite": quantity.definite,
        "readings": [
            {"low": f"{r.low:f}", "high": None if r.high is None else f"{r.high:f}", "unit": r.unit, "why": r.why}
            for r in quantity.readings
        ],
        "steps": list(quantity.steps),
    }


def _period(period: Period) -> dict[str, object]:
    return {
        "surface": period.surface,
        "first": None if period.first is None else period.first.isoformat(),
        "last": None if period.last is None else period.last.isoformat(),
        "role": period.role.value,
        "fiscal": period.fiscal,
    }
