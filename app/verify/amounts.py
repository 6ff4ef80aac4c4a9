"""Amounts as a person writes them: "3.45–3.55 billion USD", "more than 2,000 people"."""

from decimal import Decimal

from app.quantities.interval import Interval, plain

# Millions and more are written in words; what is smaller is read at a glance with its thousands parted.
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def amount(value: Decimal, unit: str) -> str:
    """Write one value with its unit."""
    factor, scale = _scale(value)
    return _joined(_shown(value, factor), scale, unit)


def stretch(found: Interval, unit: str) -> str:
    """Write a stretch of values with its unit; open ends in words."""
    if found.low is None:
        return f"{'at most' if found.high_closed else 'less than'} {amount(found.high, unit)}" if found.high is not None else "any value"
    if found.high is None:
        return f"{'at least' if found.low_closed else 'more than'} {amount(found.low, unit)}"
    if found.low == found.high:
        return amount(found.low, unit)
    factor, scale = _scale(max(abs(found.low), abs(found.high)))
    link = "–" if found.low >= 0 and found.low_closed and found.high_closed else " to " if found.high_closed else " to less than "
    return _joined(f"{_shown(found.low, factor)}{link}{_shown(found.high, factor)}", scale, unit)


def _scale(value: Decimal) -> tuple[Decimal, str]:
    return next(((factor, name) for factor, name in _SCALES if abs(value) >= factor), (Decimal(1), ""))


def _shown(value: Decimal, factor: Decimal) -> str:
    whole, point, places = plain(value / factor).partition(".")
    return f"{int(whole):,}{point}{places}" if whole not in ("-0", "0") else f"{whole}{point}{places}"


def _joined(figures: str, scale: str, unit: str) -> str:
    return " ".join(part for part in (figures, scale, unit.replace("_", " ")) if part)
