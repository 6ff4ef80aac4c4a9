"""The language of numbers: what a text says in figures, with unit, precision and bounds."""

from app.quantities.quantity import Aside, Comparator, Hints, Kind, Period, Quantity, Reading, Role, TimeRole

__all__ = ["Aside", "Comparator", "Hints", "Kind", "Period", "Quantity", "Reading", "Role", "TimeRole"]
