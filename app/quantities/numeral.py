"""A number by itself, before anything is said of what it counts."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

# A share in words is meant to about two percentage points (NUMBERS §4).
WORD_FRACTION_ULP = Decimal("0.02")
# "3½" and "26⅔" are meant to about a tenth.
MIXED_ULP = Decimal("0.1")
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6),
    "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


class Mark(NamedTuple):
    """The decimal mark a text uses, and whether that is known or assumed."""

    sign: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over tokens[start:end]; `part` says that it is a fraction of one; `other` is the second reading."""

    start: int
    end: int
    value: Decimal
    ulp: Decimal
    steps: tuple[str, ...] = ()
    high: Decimal | None = None
    other: Decimal | None = None
    in_words: bool = False
    scaled: bool = False
    scale: Decimal = Decimal(1)
    part: bool = False
    vague: bool = False
    about: bool = False
    whole: bool = True

    def times(self, factor: Decimal, end: int, step: str) -> "Numeral":
        """Multiply by a scale word that ends at `end`."""
        return replace(
            self,
            end=end,
            value=self.value * factor,
            ulp=self.ulp * factor,
            other=None if self.other is None else self.other * factor,
            high=None if self.high is None else self.high * factor,
            scaled=True,
            scale=self.scale * factor,
            part=False,
            whole=self.whole or factor >= 1000,
            steps=(*self.steps, step),
        )


def plain(value: Decimal) -> str:
    return f"{value:f}"


def divide(numerator: int, denominator: int) -> Decimal:
    return Decimal(numerator) / Decimal(denominator)
