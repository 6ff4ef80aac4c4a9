"""Whether a host's robots.txt lets our agent have a page; the file is fetched when no fresh one is kept."""

import asyncio
from typing import NamedTuple

from app.fetch.exchange import REDIRECT_STATUSES, Fault, Reply
from app.fetch.politeness import CRAWL_DELAY_MAX_S
from app.fetch.profiles import PLAIN, header_lines
from app.fetch.record import Cause
from app.fetch.redirects import location
from app.fetch.robots import (
    ROBOTS_BYTES_MAX,
    ROBOTS_REDIRECTS_MAX,
    KeptRobots,
    agent_token,
    allowed,
    crawl_delay,
    kept_from,
)
from app.fetch.turns import Turns, host_key, refused, root_url
from app.sources import CanonicalUrl
from app.sources.outcome import Outcome

# RFC 9309 §2.3.1.2: redirects that lead nowhere are as no file.
_NO_FILE = Reply(status=404)


class Denial(NamedTuple):
    """Why the page is not asked for. `causes` tell what happened to robots.txt itself."""

    fault: Fault
    causes: tuple[Cause, ...] = ()


async def denial(turns: Turns, target: CanonicalUrl) -> Denial | None:
    """Why robots.txt keeps us from `target`, or None."""
    tools = turns.tools
    host, agent = host_key(target), agent_token(tools.limits.user_agent)
    robots = await tools.clock.robots(host)
    if robots is None or not robots.fresh(tools.now()):
        found = await _learn(turns, target, host, agent)
        if isinstance(found, Denial):
            return found
        robots = found
    return _judge(robots, target, agent)


async def _learn(turns: Turns, target: CanonicalUrl, host: str, agent: str) -> KeptRobots | Denial:
    """The host's robots.txt, fetched by one visit for all that wait for it."""
    tools = turns.tools
    async with tools.asking_robots.setdefault(host, asyncio.Lock()):
        kept = await tools.clock.robots(host)
        if kept and kept.fresh(tools.now()):
            return kept
        reply = await _fetch(turns, target)
        if reply.fault and reply.status is None:
            # No answer at all: what kept us from robots.txt keeps us from the page, and is the better word for it.
            return Denial(reply.fault, reply.causes)
        robots = kept_from(reply.status, reply.body[:ROBOTS_BYTES_MAX].decode("utf-8", "replace"), tools.now())
        await tools.clock.keep_robots(host, robots)
        turns.delays[host] = min(crawl_delay(robots, agent) or 0.0, CRAWL_DELAY_MAX_S)
        return robots


def _judge(robots: KeptRobots, target: CanonicalUrl, agent: str) -> Denial | None:
    if robots.status == "unreachable":
        return Denial(Fault(Outcome.ROBOTS_UNREACHABLE, "robots", "unreachable"), (Cause("robots", 0, "unreachable"),))
    if allowed(robots, target.url, agent):
        return None
    return Denial(Fault(Outcome.ROBOTS_DISALLOWED, "robots", "disallowed"), (Cause("robots", 0, "disallowed"),))


async def _fetch(turns: Turns, target: CanonicalUrl) -> Reply:
    file = target._replace(path="/robots.txt", query="", fragment="", url=f"{root_url(target)}robots.txt")
    lines = header_lines(turns.tools.limits, PLAIN, None, "")
    for redirects in range(ROBOTS_REDIRECTS_MAX + 1):
        reply = await turns.ask(file, lines, wire_max_bytes=ROBOTS_BYTES_MAX)
        if reply.status is None and redirects:
            return _NO_FILE
        if reply.status not in REDIRECT_STATUSES:
            return reply
        pointer = location(reply, file)
        if pointer.target is None or refused(turns.tools.guard, pointer.target):
            return _NO_FILE
        file = pointer.target
    return _NO_FILE
