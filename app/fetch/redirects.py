"""Where an answer points to: Location, Refresh and meta refresh, read as a browser would."""

from typing import NamedTuple

import can_ada

from app.errors import InvalidUrl
from app.fetch.exchange import Fault, Reply
from app.sources import CanonicalUrl, parse
from app.sources.outcome import Outcome

_WEB = ("http:", "https:")


class Pointer(NamedTuple):
    """The next address, or why it cannot be one."""

    target: CanonicalUrl | None = None
    fault: Fault | None = None


def location(reply: Reply, base: CanonicalUrl) -> Pointer:
    """Where a redirect status leads. Several different Locations contradict each other: none is taken."""
    found = {value for name, value in reply.headers if name == "location"}
    if len(found) > 1:
        return _bad("several locations")
    text = next(iter(found), "")
    if not text:
        return _bad("empty location" if any(name == "location" for name, _ in reply.headers) else "no location")
    return resolve(text, base)


def refresh_header(reply: Reply) -> tuple[float, str] | None:
    """`Refresh: 5; url=/next` as (seconds, target)."""
    value = next((value for name, value in reply.headers if name == "refresh"), "")
    seconds, _, rest = value.partition(";")
    key, equals, target = rest.strip().partition("=")
    seconds = seconds.strip()
    if key.strip().lower() != "url" or not equals or not seconds.replace(".", "", 1).isdigit():
        return None
    return float(seconds[:12]), target.strip().strip("'\"")


def resolve(text: str, base: CanonicalUrl) -> Pointer:
    """`text` against `base`; a fragment is carried along when the target has none of its own."""
    try:
        target = parse(text, base.url)
    except InvalidUrl as error:
        return _refused(text, base, str(error))
    if not target.fragment and base.fragment:
        target = target._replace(fragment=base.fragment)
    return Pointer(target)


def _refused(text: str, base: CanonicalUrl, why: str) -> Pointer:
    """Readable but not for us (another scheme, credentials) is unsafe; unreadable is bad."""
    try:
        parsed = can_ada.parse(base.url) + text.strip()
    except ValueError:
        return _bad(why)
    if parsed.protocol not in _WEB:
        return Pointer(fault=Fault(Outcome.UNSAFE_REDIRECT, "redirect", "scheme"))
    if parsed.username or parsed.password:
        return Pointer(fault=Fault(Outcome.UNSAFE_REDIRECT, "redirect", "credentials"))
    return _bad(why)


def _bad(why: str) -> Pointer:
    return Pointer(fault=Fault(Outcome.BAD_REDIRECT, "redirect", why))
