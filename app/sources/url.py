"""One WHATWG parser for judging and dialling, and the canonical form by which two citations are one source.

Grammar: the WHATWG URL standard (ada). Host limits: RFC 1035 §2.3.4. What is refused on top: docs of the guard (no userinfo, no control
characters, no backslash before the query, http and https only).
"""

import re
from functools import lru_cache
from typing import NamedTuple

import can_ada

from app.errors import InvalidUrl

# Longest URL that is taken: servers answer 414 from 8 KB on (nginx, Apache), so a longer one cannot be visited.
URL_CHARS_MAX = 8192
HOST_CHARS_MAX = 253
LABEL_CHARS_MAX = 63
PORT_MAX = 65535
_DEFAULT_PORTS = {"http": 80, "https": 443}
_AUTHORITY = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//([^/?#]*)", re.IGNORECASE)
_CONTROLS = frozenset(map(chr, (*range(0x20), 0x7F)))


class CanonicalUrl(NamedTuple):
    """A URL that may be visited. `url` has no fragment; `host` is ASCII, lower case, without brackets; `port` is the effective one.

    `site` is the registrable domain (the host itself for addresses and single labels), `query` has no question mark,
    `fragment` no hash sign. `is_address` is True for IPv4 and IPv6 literals, however they were written.
    """

    url: str
    scheme: str
    host: str
    port: int
    site: str
    path: str
    query: str = ""
    fragment: str = ""
    is_address: bool = False

    def __str__(self) -> str:
        return self.url


@lru_cache(maxsize=4096)
def parse(url: str, base: str = "") -> CanonicalUrl:
    """Read a URL as a browser would, relative to `base` if given. Raises InvalidUrl with a text fit for people."""
    text = url.strip(" \t\r\n\f")
    _refuse_text(text)
    try:
        parsed = can_ada.parse(base) + text if base else can_ada.parse(text)
    except ValueError:
        raise InvalidUrl(_why_unreadable(text, relative_allowed=bool(base))) from None
    scheme, host, port = parsed.protocol.removesuffix(":"), parsed.hostname, parsed.port
    _refuse_parts(parsed, scheme, host, port, text)
    return _assemble(parsed, scheme, host.removesuffix("."), port)


@lru_cache(maxsize=4096)
def canonical(url: str) -> CanonicalUrl:
    """Give the form by which sources are told apart: `parse`, with tracking parameters and an empty query off."""
    parsed = parse(url)
    query = without_tracking(parsed.query)
    if query == parsed.query:
        return parsed
    address = parsed.url.partition("?")[0]
    return parsed._replace(url=f"{address}?{query}" if query else address, query=query)


def without_tracking(query: str) -> str:
    """Drop from a query (no question mark) the parameters that only tell who sent the reader; the rest stays, in order."""
    return "&".join(part for part in query.split("&") if not _is_tracking(part))


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """Find the registrable domain of a host name in ASCII: `a.b.co.uk` -> `b.co.uk`. Source: public suffix list, the common part."""
    labels = host.split(".")
    if len(labels) <= 2:
        return host
    from app.sources.url_marks import SECOND_LEVEL, SHARED_HOSTING  # noqa: PLC0415  tables that addresses and short names do not need

    if ".".join(labels[-3:]) in SHARED_HOSTING:
        return ".".join(labels[-4:])
    if ".".join(labels[-2:]) in SHARED_HOSTING or labels[-2] in SECOND_LEVEL.get(labels[-1], ()) or labels[-2] == "blogspot":
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def _refuse_text(text: str) -> None:
    if not text:
        raise InvalidUrl("The URL is empty. Give a full address such as https://example.org/page.")
    if len(text) > URL_CHARS_MAX:
        raise InvalidUrl(f"The URL has {len(text)} characters; servers refuse more than {URL_CHARS_MAX}. Cite a shorter address.")
    if not _CONTROLS.isdisjoint(text):
        raise InvalidUrl("The URL holds a control character (such as a line break or NUL). Copy the address again, without it.")
    if "\\" in text.partition("?")[0].partition("#")[0]:
        raise InvalidUrl("The URL holds a backslash, which programs read in different ways. Write / instead.")


def _why_unreadable(text: str, *, relative_allowed: bool) -> str:
    scheme, colon, _ = text.partition(":")
    if not relative_allowed and (not colon or "." in scheme or "/" in scheme):
        return f"“{_shown(text)}” has no scheme. Put https:// in front of it."
    port = _authority(text).rpartition(":")[2]
    if port.isdigit() and int(port) > PORT_MAX:
        return f"Port {_shown(port)} does not exist; ports end at {PORT_MAX}. Check the number after the host name."
    return f"“{_shown(text)}” is not a URL: its host or port cannot be read. Check the part after ://."


def _refuse_parts(parsed: can_ada.URL, scheme: str, host: str, port: str, text: str) -> None:
    if scheme not in _DEFAULT_PORTS:
        raise InvalidUrl(f"The scheme “{_shown(scheme)}” cannot be visited. Only http and https addresses can.")
    if "@" in text and (parsed.username or parsed.password or "@" in _authority(text)):
        raise InvalidUrl("The URL holds a user name or password. Stet never sends credentials: cite the address without the part before @.")
    if port == "0":
        raise InvalidUrl("Port 0 cannot be visited. Leave the port out or give one from 1 to 65535.")
    if not _is_address(host):
        _refuse_name(host)


def _authority(text: str) -> str:
    found = _AUTHORITY.match(text)
    return found[1] if found else ""


def _is_address(host: str) -> bool:
    """Tell whether the parser made an address of the host: it reads every name with a numeric last label as IPv4, or refuses it."""
    return host.startswith("[") or host.rpartition(".")[2].isdigit()


def _refuse_name(host: str) -> None:
    name = host.removesuffix(".")
    if len(name) > HOST_CHARS_MAX:
        raise InvalidUrl(f"The host name has {len(name)} characters; names end at {HOST_CHARS_MAX}. Check the address.")
    for label in name.split("."):
        if not label:
            raise InvalidUrl(f"The host name “{_shown(host)}” has an empty part (two dots, or a dot in front). Check the address.")
        if len(label) > LABEL_CHARS_MAX:
            raise InvalidUrl(f"A part of the host name has {len(label)} characters; parts end at {LABEL_CHARS_MAX}. Check the address.")


def _assemble(parsed: can_ada.URL, scheme: str, host: str, port: str) -> CanonicalUrl:
    is_address, path, bare = _is_address(host), parsed.pathname, host.strip("[]")
    query = parsed.search.removeprefix("?")
    return CanonicalUrl(
        url=f"{scheme}://{host}{':' + port if port else ''}{path}{'?' + query if query else ''}",
        scheme=scheme,
        host=bare,
        port=int(port) if port else _DEFAULT_PORTS[scheme],
        site=bare if is_address else registrable(host),
        path=path,
        query=query,
        fragment=parsed.hash.removeprefix("#"),
        is_address=is_address,
    )


def _is_tracking(part: str) -> bool:
    from app.sources.url_marks import TRACKING_BEGINNINGS, TRACKING_NAMES  # noqa: PLC0415  as above

    name = part.partition("=")[0].lower()
    return name in TRACKING_NAMES or name.startswith(TRACKING_BEGINNINGS)


def _shown(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
