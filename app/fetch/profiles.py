"""How we ask: two honest ways. The agent string is ours in both; the second speaks as a browser's Accept headers do, over HTTP/1.1."""

from functools import lru_cache
from typing import NamedTuple

from app.fetch.limits import Limits
from app.fetch.record import Conditional

_CODINGS = "Accept-Encoding: gzip, deflate, br, zstd"


class Profile(NamedTuple):
    name: str
    lines: tuple[str, ...]
    http1_only: bool = False


PLAIN = Profile("plain", ("Accept: text/html,application/xhtml+xml,application/pdf,*/*;q=0.8", _CODINGS))
BROWSER_LIKE = Profile(
    "browser_like",
    (
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
        "Accept-Language: en-US,en;q=0.9",
        _CODINGS,
        "Upgrade-Insecure-Requests: 1",
    ),
    http1_only=True,
)


@lru_cache(64)
def _plain_lines(user_agent: str, profile: Profile) -> tuple[str, ...]:
    return (f"User-Agent: {user_agent}", *profile.lines)


def header_lines(limits: Limits, profile: Profile, conditional: Conditional | None, cookies: str) -> tuple[str, ...]:
    lines = _plain_lines(limits.user_agent, profile)
    if conditional and conditional.etag and conditional.etag.isprintable():
        lines += (f"If-None-Match: {conditional.etag}",)
    if conditional and conditional.last_modified and conditional.last_modified.isprintable():
        lines += (f"If-Modified-Since: {conditional.last_modified}",)
    return (*lines, f"Cookie: {cookies}") if cookies else lines
