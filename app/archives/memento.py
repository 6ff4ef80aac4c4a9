"""Copies held by web archives that speak Memento (RFC 7089): find them, ask for a new one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx

from app.archives.link_format import parse_links

TIMEOUT_S = 30.0
TIMEMAP_MAX_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Archive:
    """Where an archive answers: `timemap` and `save` are prefixes that a URL is appended to; `save` may be ""."""

    name: str
    timemap: str
    save: str = ""


@dataclass(frozen=True, slots=True)
class Memento:
    """One copy: where it is, of which moment, in whose keeping."""

    url: str
    moment: datetime
    archive: str


@dataclass(frozen=True, slots=True)
class LookUp:
    """What an archive answered. `problem` is "" when it answered at all; no mementos then means it holds none."""

    mementos: tuple[Memento, ...] = ()
    problem: str = ""


async def look_up(client: httpx.AsyncClient, archive: Archive, url: str) -> LookUp:
    """Ask an archive for all its copies of `url`. An archive that fails is an answer too, never an exception."""
    try:
        text, status = await _limited(client, archive.timemap + url)
    except httpx.HTTPError as error:
        return LookUp(problem=f"{archive.name} could not be asked: {type(error).__name__}")
    if status == httpx.codes.NOT_FOUND:
        return LookUp()
    if status != httpx.codes.OK:
        return LookUp(problem=f"{archive.name} answered {status}")
    return LookUp(tuple(_mementos(text, archive.name)))


async def _limited(client: httpx.AsyncClient, url: str) -> tuple[str, int]:
    """Return the body, cut at TIMEMAP_MAX_BYTES, and the status."""
    async with client.stream("GET", url, timeout=TIMEOUT_S, follow_redirects=True) as response:
        parts, size = [], 0
        async for part in response.aiter_bytes():
            parts.append(part)
            size += len(part)
            if size > TIMEMAP_MAX_BYTES:
                break
        return b"".join(parts).decode("utf-8", "replace"), response.status_code


def _mementos(text: str, archive: str) -> Iterable[Memento]:
    for link in parse_links(text):
        if "memento" in link.rels and link.moment is not None and link.url.startswith(("http://", "https://")):
            yield Memento(link.url, link.moment.astimezone(UTC), archive)


def nearest(mementos: Iterable[Memento], moment: datetime) -> Memento | None:
    """Return the copy closest in time to `moment`, the earlier one of two as close; None when there is none."""
    return min(mementos, key=lambda memento: (abs(memento.moment - moment), memento.moment), default=None)


async def save(client: httpx.AsyncClient, archive: Archive, url: str, now: datetime) -> LookUp:
    """Ask an archive to keep a copy of `url`; `now` dates it where the archive does not."""
    if not archive.save:
        return LookUp(problem=f"{archive.name} takes no requests to save")
    try:
        response = await client.get(archive.save + url, timeout=TIMEOUT_S, follow_redirects=False)
    except httpx.HTTPError as error:
        return LookUp(problem=f"{archive.name} could not be asked: {type(error).__name__}")
    place = response.headers.get("Content-Location") or response.headers.get("Location", "")
    if response.is_error or not place:
        return LookUp(problem=f"{archive.name} answered {response.status_code} without a copy")
    when = next((link.moment for link in parse_links(response.headers.get("Link", "")) if "memento" in link.rels and link.moment), None)
    made = when or now
    return LookUp((Memento(str(response.url.join(place)), made.astimezone(UTC), archive.name),))
