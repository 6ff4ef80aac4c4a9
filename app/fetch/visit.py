"""One visit: a walk to where the URL leads, what it met by the classifier's word, and the questions that settle a doubt."""

import hashlib
import secrets
import string
import time
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from app.errors import InvalidUrl
from app.fetch.exchange import Fault
from app.fetch.politeness import retry_after
from app.fetch.profiles import BROWSER_LIKE, PLAIN
from app.fetch.record import Cause, Conditional, Previous, Visit
from app.fetch.turns import HostBusy, Tools, Turns, root_url
from app.fetch.walk import Walk
from app.sources import (
    RULE_VERSION,
    CanonicalUrl,
    Decision,
    Failure,
    HopFacts,
    ProbeFacts,
    VisitFacts,
    classify,
    parse,
    sibling_url,
)  # fmt: skip
from app.sources.outcome import Outcome, Resolves

# Refusals that another honest way of asking may change, and the two that call a page dead by a status alone.
_SECOND_STATUSES = frozenset({400, 403, 404, 405, 406, 410, 421, 426, 999})
# A further question is asked only with this much of the deadline left.
_FURTHER_LEFT_SHARE = 0.25
_PROBE_LETTERS = 25
_ABSENT = (404, 410)


@dataclass(slots=True)
class Memory:
    """What one process remembers of hosts, so as not to ask twice: probes by directory, what `/` answered."""

    _kept: OrderedDict[tuple[str, str], tuple[float, ProbeFacts | int | None]] = field(default_factory=OrderedDict)
    entries_max: int = 5_000
    fresh_s: float = 3_600.0

    def get(self, kind: str, key: str) -> tuple[ProbeFacts | int | None] | None:
        """A 1-tuple of what is remembered, None when nothing (fresh) is."""
        found = self._kept.get((kind, key))
        if found is None or time.monotonic() - found[0] > self.fresh_s:
            return None
        return (found[1],)

    def put(self, kind: str, key: str, value: ProbeFacts | int | None) -> None:
        self._kept[kind, key] = (time.monotonic(), value)
        self._kept.move_to_end((kind, key))
        if len(self._kept) > self.entries_max:
            self._kept.popitem(last=False)


async def visit(
    tools: Tools,
    memory: Memory,
    url: str,
    *,
    conditional: Conditional | None = None,
    previous: Previous | None = None,
    asked_by: str = "",
    patience_s: float | None = None,
    second: bool = False,
) -> Visit:
    """See `Fetcher.visit`."""
    started_at = datetime.fromtimestamp(tools.now(), UTC)
    try:
        target = parse(url)
    except InvalidUrl as error:
        return _invalid(url, str(error), started_at, tools)
    limits = tools.limits
    patience = limits.visit_deadline_s if patience_s is None else patience_s
    begun = time.monotonic()
    walk = Walk(
        Turns(tools, begun + limits.visit_deadline_s, patience),
        target,
        profile=BROWSER_LIKE if second else PLAIN,
        conditional=conditional,
        retries_max=limits.retries_max,
        previous=previous,
    )
    question = _Question(tools, memory, url, target, previous)
    await walk.run()
    if walk.reply.status == 304 and not conditional:
        walk = await question.again(walk)
    decision = await question.settle(walk)
    walk = question.walk or walk
    return _record(walk, decision, url, started_at, asked_by, has_copy=conditional is not None)


@dataclass(slots=True)
class _Question:
    """What is asked after the walk, while the answer is in doubt: another profile, the host's root, a made-up sibling."""

    tools: Tools
    memory: Memory
    url: str
    asked: CanonicalUrl
    previous: Previous | None
    walk: Walk | None = None

    async def again(self, walk: Walk) -> Walk:
        """The same without validators."""
        repeated = self._walk(self.asked, walk)
        await repeated.run()
        return repeated

    async def settle(self, walk: Walk) -> Decision:
        self.walk = walk
        if walk.read.decided:
            return walk.read.decided
        facts = facts_of(walk, self.url, self.previous)
        decision = classify(facts)
        if self.tools.limits.second_profile and _second_may_help(walk, decision) and self._has_time(walk):
            facts, decision = await self._second(walk, facts, decision)
        if self.walk.reply.status in _ABSENT and decision.resolves is Resolves.DEAD:
            facts = replace(facts, root_status=await self._root_status(self.walk))
            decision = classify(facts)
        if decision.wants_probe and self.tools.limits.probe_sibling:
            probe = await self._probe(self.walk)
            decision = classify(replace(facts, probe=probe)) if probe else decision
        return decision

    def _has_time(self, walk: Walk) -> bool:
        return walk.turns.left_s() > _FURTHER_LEFT_SHARE * self.tools.limits.visit_deadline_s

    async def _second(self, walk: Walk, facts: VisitFacts, decision: Decision) -> tuple[VisitFacts, Decision]:
        second = self._walk(self.asked, walk)
        second.profile = PLAIN if walk.profile is BROWSER_LIKE else BROWSER_LIKE
        try:
            await second.run()
        except HostBusy:
            return facts, decision
        if second.reply.status is None:
            return facts, decision
        second_facts = facts_of(second, self.url, self.previous)
        second_decision = classify(second_facts)
        if second_decision.resolves is Resolves.ALIVE:
            second.hops[:0] = walk.hops
            self.walk = second
            return second_facts, second_decision
        walk.hops.extend(replace(hop, how="profile") for hop in second.hops)
        facts = replace(facts, second_status=second.reply.status)
        return facts, classify(facts)

    async def _root_status(self, walk: Walk) -> int | None:
        if walk.target.path == "/":
            return None
        root = root_url(walk.target)
        if known := self.memory.get("root", root):
            return known[0] if isinstance(known[0], int) else None
        asked = await self._ask_beside(walk, root)
        status = asked.reply.status if asked else None
        self.memory.put("root", root, status)
        return status

    async def _probe(self, walk: Walk) -> ProbeFacts | None:
        """A made-up sibling of the asked URL; never beside a root, once per directory and hour."""
        letters = "".join(secrets.choice(string.ascii_lowercase) for _ in range(_PROBE_LETTERS))
        sibling = sibling_url(self.asked.url, letters)
        if sibling is None:
            return None
        directory = sibling.rpartition("/")[0]
        if known := self.memory.get("probe", directory):
            return known[0] if isinstance(known[0], ProbeFacts) else None
        asked = await self._ask_beside(walk, sibling)
        if asked is None:
            return None
        probe = ProbeFacts(sibling, asked.reply.status, asked.target.url, asked.read.page)
        self.memory.put("probe", directory, probe)
        return probe

    async def _ask_beside(self, walk: Walk, url: str) -> Walk | None:
        """Another URL of the same host, within what is left of the visit; None when it could not be asked."""
        if not self._has_time(walk):
            return None
        beside = self._walk(parse(url), walk)
        try:
            await beside.run()
        except HostBusy:
            return None
        return beside

    def _walk(self, target: CanonicalUrl, after: Walk) -> Walk:
        return Walk(after.turns, target)


def _second_may_help(walk: Walk, decision: Decision) -> bool:
    return decision.outcome is Outcome.BOT_CHALLENGE or (
        walk.reply.status in _SECOND_STATUSES and decision.outcome is not Outcome.TOO_MANY_REDIRECTS
    )


_FLAGS = {Outcome.TRUNCATED: "truncated", Outcome.TOO_LARGE: "too_large", Outcome.UNDECODABLE: "undecodable"}


def facts_of(walk: Walk, url: str, previous: Previous | None) -> VisitFacts:
    """The walk in the classifier's words."""
    hops: list[HopFacts] = []
    for hop in walk.hops:
        fact = HopFacts(hop.url, hop.status, hop.headers, hop.how)
        if hop.how == "retry" and hops:
            hops[-1] = replace(fact, how=hops[-1].how)
        else:
            hops.append(fact)
    read, fault = walk.read, walk.fault
    flag = _FLAGS.get(fault.outcome, "") if fault and fault.phase == "body" else ""
    return VisitFacts(
        url=url,
        hops=tuple(hops),
        failure=_failure(fault, walk.causes) if fault and not flag else None,
        page=read.page,
        media_type=read.media_type,
        body_bytes=len(walk.reply.body),
        body_start=read.start,
        truncated=flag == "truncated",
        too_large=flag == "too_large",
        undecodable=flag == "undecodable",
        has_copy=walk.conditional is not None,
        known=previous.known if previous else None,
    )


def _failure(fault: Fault, causes: tuple[Cause, ...]) -> Failure:
    cause = causes[-1] if causes else Cause("", 0, "")
    return Failure(fault.outcome, fault.phase, cause.layer, cause.code, cause.name, fault.kind)


def _record(walk: Walk, decision: Decision, url: str, started_at: datetime, asked_by: str, *, has_copy: bool) -> Visit:
    limits, reply, fault = walk.turns.tools.limits, walk.reply, walk.fault
    now = walk.turns.tools.now()
    pause = retry_after(reply.header("retry-after"), now) if reply.headers else None
    return Visit(
        url=url,
        final_url=walk.hops[-1].url if walk.hops else url,
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
        sha256=hashlib.sha256(reply.body).hexdigest() if reply.body and limits.digests else "",
        truncated=fault is not None and fault.phase == "body",
        not_modified=reply.status == 304 and has_copy,
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
        asked_by=asked_by,
    )


def _invalid(url: str, why: str, started_at: datetime, tools: Tools) -> Visit:
    return Visit(
        url=url,
        final_url=url,
        outcome=Outcome.INVALID_URL,
        rule="fetch.invalid_url",
        started_at=started_at,
        elapsed_s=0.0,
        evidence=(why,),
        causes=(Cause("url", 0, "invalid_url"),),
        rule_version=RULE_VERSION,
        vantage=tools.limits.vantage,
    )
