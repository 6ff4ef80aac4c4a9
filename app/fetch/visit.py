"""One visit: a walk to where the URL leads, what it met, and its record."""

import time
from datetime import UTC, datetime
from typing import NamedTuple

from app.errors import InvalidUrl
from app.fetch.memory import Memory
from app.fetch.politeness import retry_after
from app.fetch.profiles import BROWSER_LIKE, PLAIN
from app.fetch.record import Cause, Conditional, Previous, Visit
from app.fetch.turns import Tools, Turns
from app.fetch.walk import Walk
from app.sources import RULE_VERSION, Decision, parse
from app.sources.outcome import Outcome


class Asked(NamedTuple):
    """What is asked of one visit; see `Fetcher.visit`."""

    url: str
    conditional: Conditional | None = None
    previous: Previous | None = None
    asked_by: str = ""
    patience_s: float = 0.0
    second: bool = False


async def visit(tools: Tools, memory: Memory, asked: Asked) -> Visit:
    """One visit, from the judging of its URL to the record of what was met."""
    started_at = datetime.fromtimestamp(tools.now(), UTC)
    try:
        target = parse(asked.url)
    except InvalidUrl as error:
        return _invalid(asked, str(error), started_at, tools)
    limits = tools.limits
    walk = Walk(
        Turns(tools, time.monotonic() + limits.visit_deadline_s, asked.patience_s),
        target,
        profile=BROWSER_LIKE if asked.second else PLAIN,
        conditional=asked.conditional,
        retries_max=limits.retries_max,
        previous=asked.previous,
    )
    await walk.run()
    if walk.read.decided:
        return _record(walk, walk.read.decided, asked, started_at)
    from app.fetch.question import Question  # noqa: PLC0415  with it the classifier's words: a plainly fine page needs none of them

    question = Question(tools, memory, asked, target, walk)
    if walk.reply.status == 304 and not asked.conditional:
        await question.again()
    decision = await question.settle()
    return _record(question.walk, decision, asked, started_at)


def _record(walk: Walk, decision: Decision, asked: Asked, started_at: datetime) -> Visit:
    limits, reply, fault = walk.turns.tools.limits, walk.reply, walk.fault
    now = walk.turns.tools.now()
    pause = retry_after(reply.header("retry-after"), now) if reply.headers else None
    return Visit(
        url=asked.url,
        final_url=walk.hops[-1].url if walk.hops else asked.url,
        outcome=decision.outcome,
        rule=decision.rule,
        started_at=started_at,
        elapsed_s=max(0.0, time.monotonic() - (walk.turns.ends_at - limits.visit_deadline_s)),
        evidence=decision.evidence,
        hops=tuple(walk.hops),
        http_status=reply.status,
        media_type=walk.read.media_type,
        charset=walk.read.charset,
        body=reply.body,
        sha256=_digest(reply.body) if reply.body and limits.digests else "",
        truncated=fault is not None and fault.phase == "body",
        not_modified=reply.status == 304 and asked.conditional is not None,
        permanent="permanent" in decision.notes,
        etag=reply.header("etag"),
        last_modified=reply.header("last-modified"),
        retry_after_s=None if pause is None else min(pause, limits.retry_after_max_s),
        title=walk.read.title,
        notes=decision.notes,
        causes=walk.causes,
        rule_version=RULE_VERSION,
        vantage=limits.vantage,
        profile=walk.profile.name,
        asked_by=asked.asked_by,
    )


def _digest(body: bytes) -> str:
    import hashlib  # noqa: PLC0415  OpenSSL's digests: 2 ms to load, and not every visit asks for one

    return hashlib.sha256(body).hexdigest()


def _invalid(asked: Asked, why: str, started_at: datetime, tools: Tools) -> Visit:
    return Visit(
        url=asked.url,
        final_url=asked.url,
        outcome=Outcome.INVALID_URL,
        rule="fetch.invalid_url",
        started_at=started_at,
        elapsed_s=0.0,
        evidence=(why,),
        causes=(Cause("url", 0, "invalid_url"),),
        rule_version=RULE_VERSION,
        vantage=tools.limits.vantage,
    )
