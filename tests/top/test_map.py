"""The map at the top of the house is true."""

import re
from pathlib import Path

import app

ROOMS = Path(app.__file__).parent


def test_the_map_names_every_room() -> None:
    assert app.__doc__ is not None
    named = set(re.findall(r"^(\w+)  +\S", app.__doc__, re.MULTILINE))
    there = {path.stem for path in ROOMS.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()} - {"__init__"}
    assert named == there


def test_the_architecture_page_stays_short_enough_to_read() -> None:
    assert len((ROOMS / "ARCHITECTURE.md").read_text().splitlines()) <= 150
