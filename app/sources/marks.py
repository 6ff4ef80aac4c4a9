"""The data files of this room, read once: what hosts, paths, headers and phrases tell. A new mark is a line there, not a branch here."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from app.sources.url_marks import load

_SITES = load("sites.toml")
PARKING_HOSTS: frozenset[str] = frozenset(_SITES["parking"]["hosts"])
PARKING_MARKS_SURE: tuple[str, ...] = tuple(_SITES["parking"]["marks_sure"])
PARKING_MARKS, PARKING_PATHS, PARKING_QUERIES = (tuple(_SITES["parking"][key]) for key in ("marks", "paths", "queries"))
SUSPENDED_PATHS, SUSPENDED_MARKS = (tuple(_SITES["suspended"][key]) for key in ("paths", "marks"))
LOGIN_HOSTS, LOGIN_LABELS, LOGIN_BACK = (frozenset(_SITES["login"][key]) for key in ("hosts", "labels", "back"))
CONSENT_HOSTS, CONSENT_LABELS, CONSENT_WORDS = (frozenset(_SITES["consent"][key]) for key in ("hosts", "labels", "words"))
AGE_WORDS, GEO_WORDS = frozenset(_SITES["age"]["words"]), frozenset(_SITES["geo"]["words"])
SHORTENERS: frozenset[str] = frozenset(_SITES["shorteners"]["hosts"])
RATE_TITLES: tuple[str, ...] = tuple(_SITES["rate"]["titles"])
SERVER_TITLES, SERVER_SENTENCES = (tuple(_SITES["default_server"][key]) for key in ("titles", "sentences"))
SAME_PAGE, MAIN_PAGES = (frozenset(_SITES["aliases"][key]) for key in ("same_page", "main_pages"))
PAYWALL_ASIDES: tuple[str, ...] = tuple(_SITES["paywall"]["asides"])
SPAM_PHRASES: tuple[str, ...] = tuple(_SITES["spam"]["phrases"])
SPAM_WORDS: frozenset[str] = frozenset(_SITES["spam"]["words"])


@cache
def _words() -> dict[str, Any]:
    return load("words.toml")


def words(family: str, key: str) -> tuple[str, ...]:
    """Give a list of data/words.toml."""
    return tuple(_words()[family][key].split())


@dataclass(frozen=True, slots=True)
class Wall:
    """One vendor of bot walls. `headers` are (name, beginning of the value); see data/walls.toml for what each list means."""

    vendor: str
    headers: tuple[tuple[str, str], ...]
    header_statuses: frozenset[int]
    marks: tuple[str, ...]
    bare_marks: tuple[str, ...]
    needs_words: bool


def _wall(vendor: str, entry: dict[str, Any]) -> Wall:
    lines = (line.partition(":") for line in entry["headers"])
    return Wall(
        vendor,
        tuple((name, value.strip()) for name, _, value in lines),
        frozenset(entry.get("header_statuses", ())),
        tuple(entry["marks"]),
        tuple(entry.get("bare_marks", ())),
        entry.get("needs_words", False),
    )


WALLS: tuple[Wall, ...] = tuple(_wall(vendor, entry) for vendor, entry in load("walls.toml").items())


def is_of(host: str, hosts: frozenset[str]) -> bool:
    """Tell whether the host, or a domain above it, is in the list."""
    labels = host.split(".")
    return any(".".join(labels[start:]) in hosts for start in range(len(labels)))
