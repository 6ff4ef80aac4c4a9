"""What is asked when an answer leaves a doubt: the classifier's word, and the questions that settle it. A plainly fine page needs none."""

import secrets
import string
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.fetch.exchange import Fault
from app.fetch.memory import Memory
from app.fetch.profiles import BROWSER_LIKE, PLAIN
from app.fetch.record import Cause, Hop
from app.fetch.turns import HostBusy, Tools, root_url
from app.fetch.walk import Walk
from app.sources import CanonicalUrl, Decision, Failure, HopFacts, ProbeFacts, VisitFacts, classify, parse, sibling_url
from app.sources.outcome import Outcome, Resolves

if TYPE_CHECKING:
    from app.fetch.visit import Asked

# A further question is asked only with this much of the deadline left.
_FURTHER_LEFT_SHARE = 0.25
_PROBE_LETTERS = 25
_ABSENT = (404, 410)


@dataclass(slots=True)
class Question:
    """What is asked after the walk, while the answer is in doubt: another profile, the host's root, a made-up sibling."""

    tools: Tools
    memory: Memory
    asked: "Asked"
    target: CanonicalUrl
    walk: Walk  # the one whose answer counts

    async def again(self) -> None:
        """Walk the same way without validators: a 304 to nothing is an error of theirs."""
        self.walk = Walk(self.walk.turns, self.target)
        await self.walk.run()

    async def settle(self) -> Decision:
        walk = self.walk
        if walk.read.decided:
            return walk.read.decided
        facts = facts_of(walk, self.asked)
        decision = classify(facts)
        if decision.wants_profile and self.tools.limits.second_profile and self._has_time(walk):
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
        second = Walk(walk.turns, self.target)
        second.profile = PLAIN if walk.profile is BROWSER_LIKE else BROWSER_LIKE
        try:
            await second.run()
        except HostBusy:
            return facts, decision
        if second.reply.status is None:
            return facts, decision
        second_facts = facts_of(second, self.asked)
        second_decision = classify(second_facts)
        if second_decision.resolves is Resolves.ALIVE:
            second.hops[:0] = _as_other_profile(walk.hops)
            self.walk = second
            return second_facts, second_decision
        walk.hops.extend(_as_other_profile(second.hops))
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
        sibling = sibling_url(self.target.url, letters)
        if sibling is None:
            return None
        directory = sibling.rpartition("/")[0]
        if known := self.memory.get("probe", directory):
            return known[0] if isinstance(known[0], ProbeFacts) else None
        asked = await self._ask_beside(walk, sibling)
        if asked is None:
            return None
        probe = ProbeFacts(sibling, asked.reply.status, asked.target.url, asked.read.page, asked.read.start)
        self.memory.put("probe", directory, probe)
        return probe

    async def _ask_beside(self, walk: Walk, url: str) -> Walk | None:
        """Another URL of the same host, within what is left of the visit; None when it could not be asked."""
        if not self._has_time(walk):
            return None
        beside = Walk(walk.turns, parse(url))
        try:
            await beside.run()
        except HostBusy:
            return None
        return beside


def _as_other_profile(hops: list[Hop]) -> list[Hop]:
    return [hop._replace(how="profile") for hop in hops]


_FLAGS = {Outcome.TRUNCATED: "truncated", Outcome.TOO_LARGE: "too_large", Outcome.UNDECODABLE: "undecodable"}


def facts_of(walk: Walk, asked: "Asked") -> VisitFacts:
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
        url=asked.url,
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
        known=asked.previous.known if asked.previous else None,
    )


def _failure(fault: Fault, causes: tuple[Cause, ...]) -> Failure:
    cause = causes[-1] if causes else Cause("", 0, "")
    return Failure(fault.outcome, fault.phase, cause.layer, cause.code, cause.name, fault.kind)
