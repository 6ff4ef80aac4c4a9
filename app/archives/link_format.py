"""Link lists as archives send them (RFC 6690, RFC 7089 §5): `<url>; rel="memento"; datetime="..."`, comma separated."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

LINKS_MAX = 100_000


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a list; `rels` are its relation types."""

    url: str
    rels: frozenset[str]
    moment: datetime | None = None


def parse_links(text: str) -> Iterator[Link]:
    """Yield the links of a list; what is no link is passed over. Linear in the text; at most LINKS_MAX links."""
    at = 0
    for _ in range(LINKS_MAX):
        opened = text.find("<", at)
        closed = text.find(">", opened + 1)
        if opened < 0 or closed < 0:
            return
        at, attributes = _attributes(text, closed + 1)
        yield Link(text[opened + 1 : closed].strip(), frozenset(attributes.get("rel", "").lower().split()), _moment(attributes))


def _attributes(text: str, at: int) -> tuple[int, dict[str, str]]:
    """Read `; name="value"` pairs from `at` up to the comma that ends the link; return where the next link begins."""
    found: dict[str, str] = {}
    while at < len(text):
        mark = text[at]
        if mark == ",":
            return at + 1, found
        if mark != ";":
            at += 1
            continue
        equals = text.find("=", at)
        if equals < 0:
            return len(text), found
        name = text[at + 1 : equals].strip().lower()
        at, value = _value(text, equals + 1)
        found.setdefault(name, value)
    return at, found


def _value(text: str, at: int) -> tuple[int, str]:
    if text[at : at + 1] == '"':
        end = text.find('"', at + 1)
        end = len(text) if end < 0 else end
        return end + 1, text[at + 1 : end]
    end = min((found for found in (text.find(mark, at) for mark in ";,") if found >= 0), default=len(text))
    return end, text[at:end].strip()


def _moment(attributes: dict[str, str]) -> datetime | None:
    try:
        return parsedate_to_datetime(attributes["datetime"])
    except (KeyError, ValueError):
        return None
