"""Families of units and exact conversion between them."""

from decimal import Decimal

from app.quantities.quantity import Kind
from app.quantities.unit_table import UNITS

_KINDS = {
    "duration": Kind.DURATION,
    "length": Kind.LENGTH,
    "mass": Kind.MASS,
    "area": Kind.AREA,
    "volume": Kind.VOLUME,
    "temperature": Kind.TEMPERATURE,
    "speed": Kind.SPEED,
    "energy": Kind.ENERGY,
    "power": Kind.POWER,
    "data": Kind.DATA,
}


def family(unit: str) -> str:
    """Name the family of a unit code ("km" -> "length"); "" for currencies, counted nouns and unknown codes."""
    known = UNITS.get(unit)
    return known.family if known else ""


def kind(unit: str) -> Kind:
    """Say what a unit measures; families without a kind of their own are MEASURE."""
    return _KINDS.get(family(unit), Kind.MEASURE)


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Convert between two units of one family (exact factors of NIST SP 811, temperatures with their offset).

    None when the families differ or a unit is unknown; GB and GiB are one family with different factors.
    """
    if unit == to:
        return value
    source, target = UNITS.get(unit), UNITS.get(to)
    if source is None or target is None or source.family != target.family:
        return None
    return (value * source.factor + source.offset - target.offset) / target.factor
