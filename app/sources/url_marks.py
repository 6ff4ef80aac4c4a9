"""What our URL rules know about the world: data/url.toml, read once."""

import tomllib
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"  # importlib.resources would load zip files and temporary folders: 10 ms of every start


def load(name: str) -> dict[str, Any]:
    """Read a data file of this room."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


_URL = load("url.toml")
SECOND_LEVEL: dict[str, frozenset[str]] = {tld: frozenset(labels.split()) for tld, labels in _URL["second_level"].items()}
SHARED_HOSTING: frozenset[str] = frozenset(_URL["shared_hosting"]["suffixes"])
TRACKING_NAMES: frozenset[str] = frozenset(_URL["tracking"]["names"])
TRACKING_BEGINNINGS: tuple[str, ...] = tuple(_URL["tracking"]["beginnings"])
