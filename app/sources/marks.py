"""The data files of this room, read once: what hosts, paths, headers and phrases tell. A new mark is a line there, not a branch here."""

import tomllib
from importlib.resources import files
from typing import Any

_DATA = files("app.sources") / "data"


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


_URL = _load("url.toml")
SECOND_LEVEL: dict[str, frozenset[str]] = {tld: frozenset(labels.split()) for tld, labels in _URL["second_level"].items()}
SHARED_HOSTING: frozenset[str] = frozenset(_URL["shared_hosting"]["suffixes"])
TRACKING_NAMES: frozenset[str] = frozenset(_URL["tracking"]["names"])
TRACKING_BEGINNINGS: tuple[str, ...] = tuple(_URL["tracking"]["beginnings"])
