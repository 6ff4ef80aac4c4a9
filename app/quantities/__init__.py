"""The language of numbers: what a text says in figures, with unit, precision and bounds."""

from app.quantities.as_json import to_json
from app.quantities.quantity import Aside, Comparator, Hints, Kind, Period, Quantity, Reading, Role, TimeRole
from app.quantities.read import RULE_VERSION, asides, dates, read, vote
from app.quantities.units import convert, family

__all__ = [
    "RULE_VERSION",
    "Aside",
    "Comparator",
    "Hints",
    "Kind",
    "Period",
    "Quantity",
    "Reading",
    "Role",
    "TimeRole",
    "asides",
    "convert",
    "dates",
    "family",
    "read",
    "to_json",
    "vote",
]
