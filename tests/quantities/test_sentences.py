"""Sentences as news, encyclopaedias and reports write them, each with every number that it asserts.

One sentence a line: `text => value unit @comparator; low..high unit; …`. Dates and ordinals are left out; unit and comparator
are optional.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from app.quantities import Kind, Quantity, read

FOLDER = Path(__file__).parent / "sentences"
CLOSE_ENOUGH = Decimal("0.001")


def lines() -> list[tuple[str, str, str]]:
    return [
        (path.stem, *map(str.strip, line.rpartition("=>")[::2]))  # type: ignore[misc]
        for path in sorted(FOLDER.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def close(found: Decimal, expected: str) -> bool:
    wanted = Decimal(expected)
    return abs(found - wanted) <= CLOSE_ENOUGH * abs(wanted)


def matches(quantity: Quantity, expected: str) -> bool:
    written, _, comparator = map(str.strip, expected.partition("@"))
    value, _, unit = written.partition(" ")
    low, _, high = value.partition("..")
    units = {quantity.unit, f"{quantity.unit}/{quantity.per}"}
    bounded = (not high and quantity.high is None) or (bool(high) and quantity.high is not None and close(quantity.high, high))
    compared = not comparator or comparator == quantity.comparator
    return close(quantity.value, low) and bounded and compared and (not unit or unit in units)


@pytest.mark.parametrize(("lang", "text", "expected"), lines())
def test_every_asserted_number_is_read_and_no_other(lang: str, text: str, expected: str) -> None:
    found = [quantity for quantity in read(text, lang) if quantity.kind not in {Kind.DATE, Kind.ORDINAL}]
    wanted = [item.strip() for item in expected.split(";") if item.strip()]
    assert len(found) == len(wanted), [(quantity.surface, str(quantity.value), quantity.unit) for quantity in found]
    assert [item for item in wanted if not any(matches(quantity, item) for quantity in found)] == []


@pytest.mark.parametrize(("lang", "text", "expected"), lines())
def test_a_surface_is_a_piece_of_the_text(lang: str, text: str, expected: str) -> None:
    assert expected is not None
    assert all(text[quantity.start : quantity.end] == quantity.surface for quantity in read(text, lang))
