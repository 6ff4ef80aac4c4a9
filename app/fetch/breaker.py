"""Our own failure is not theirs: when many unrelated hosts fail at once, it is our network, and what was seen is void.

Pure: the state is a value, time an argument. Who runs visits feeds every visit to `after_visit`; while the state is open it
pauses, asks the `canaries` (pages that answered lately), tells `after_canaries`, and counts failed visits as void.
"""

from dataclasses import dataclass, replace

from app.sources import registrable
from app.sources.outcome import Outcome

# LINKS: more than 30 % of at least 10 unrelated hosts within 5 minutes.
WINDOW_S = 300.0
SITES_MIN = 10
FAILING_SHARE_MAX = 0.3
# Half of the canaries must answer: one of them may have died on its own.
CANARIES_SHARE_MIN = 0.5
CANARIES_MAX = 10
# One visit per site is kept; beyond this many sites the oldest are let go.
_SITES_MAX = 2_000

# What a broken network of ours looks like. TLS is among them: a hotel's gateway answers for everybody with its own certificate.
_LOOKS_LIKE_US = frozenset({
    Outcome.DNS_ERROR, Outcome.DNS_NOT_FOUND, Outcome.TIMEOUT, Outcome.CONNECTION_REFUSED, Outcome.CONNECTION_RESET, Outcome.TLS_ERROR,
})  # fmt: skip
# What says nothing of the network: no socket was opened.
_SAYS_NOTHING = frozenset({Outcome.INVALID_URL, Outcome.UNSAFE_TARGET, Outcome.ROBOTS_DISALLOWED, Outcome.VOIDED})


@dataclass(frozen=True, slots=True)
class Seen:
    """The last visit to a site: when (seconds), whether it failed as our network would, and the URL if it answered."""

    site: str
    at: float
    failed: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class BreakerState:
    """`open_since` is None while all is well; else visits that failed from `void_from` on are void."""

    seen: tuple[Seen, ...] = ()
    open_since: float | None = None
    void_from: float | None = None

    @property
    def is_open(self) -> bool:
        return self.open_since is not None


def after_visit(state: BreakerState, *, host: str, url: str, outcome: Outcome, now: float) -> BreakerState:
    """The state after one visit, which may trip the breaker."""
    if outcome in _SAYS_NOTHING or not host:
        return state
    failed = outcome in _LOOKS_LIKE_US
    site = registrable(host)
    others = tuple(each for each in state.seen if each.site != site and now - each.at <= WINDOW_S)
    state = replace(state, seen=(*others, Seen(site, now, failed, "" if failed else url))[-_SITES_MAX:])
    return replace(state, open_since=now, void_from=_first_failure(state)) if not state.is_open and _is_tripped(state) else state


def _is_tripped(state: BreakerState) -> bool:
    failing = sum(each.failed for each in state.seen)
    return len(state.seen) >= SITES_MIN and failing > FAILING_SHARE_MAX * len(state.seen)


def _first_failure(state: BreakerState) -> float:
    return min(each.at for each in state.seen if each.failed)


def canaries(state: BreakerState) -> tuple[str, ...]:
    """Pages of unrelated sites that answered last; asked again to learn whether we are back. Empty when none ever did."""
    return tuple(each.url for each in reversed(state.seen) if each.url)[:CANARIES_MAX]


def after_canaries(state: BreakerState, outcomes: tuple[Outcome, ...], now: float) -> BreakerState:
    """The state after the canaries were asked: closed again, with nothing held against anybody, if enough of them answered."""
    answered = sum(outcome not in _LOOKS_LIKE_US for outcome in outcomes)
    if not outcomes or answered < CANARIES_SHARE_MIN * len(outcomes):
        return state
    return BreakerState(seen=tuple(replace(each, at=now) for each in state.seen if not each.failed))


def is_void(state: BreakerState, outcome: Outcome, at: float) -> bool:
    """Whether a visit made at `at` is to be counted as void."""
    return state.void_from is not None and at >= state.void_from and outcome in _LOOKS_LIKE_US
