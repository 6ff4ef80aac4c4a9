"""Stretches of numbers with open or closed ends; None is infinity."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`; an end that is None is infinite and counts as open."""

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def within(self, other: "Interval") -> bool:
        """Say whether every number of this stretch lies in `other`."""
        return self._starts_within(other) and self._ends_within(other)

    def _starts_within(self, other: "Interval") -> bool:
        if other.low is None:
            return True
        if self.low is None or self.low < other.low:
            return False
        return self.low > other.low or other.low_closed or not self.low_closed

    def _ends_within(self, other: "Interval") -> bool:
        if other.high is None:
            return True
        if self.high is None or self.high > other.high:
            return False
        return self.high < other.high or other.high_closed or not self.high_closed

    def meets(self, other: "Interval") -> bool:
        """Say whether the two share at least one number."""
        return self.begins_before_end_of(other) and other.begins_before_end_of(self)

    def begins_before_end_of(self, other: "Interval") -> bool:
        """Say whether this stretch starts no later than `other` ends."""
        if self.low is None or other.high is None or self.low < other.high:
            return True
        return self.low == other.high and self.low_closed and other.high_closed

    def __str__(self) -> str:
        left = "(-∞" if self.low is None else f"{'[' if self.low_closed else '('}{plain(self.low)}"
        right = "∞)" if self.high is None else f"{plain(self.high)}{']' if self.high_closed else ')'}"
        return f"{left}, {right}"


def plain(value: Decimal) -> str:
    """Write a decimal without exponent or trailing zeros: "3500000000", "24.5"."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
