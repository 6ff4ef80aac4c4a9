"""Our own failure is not theirs: when many unrelated hosts fail at once, it is our network, and what was seen is void.

Pure: the state is a value, time an argument. Who runs visits feeds every visit to `after_visit`; while the state is open it
pauses, asks the `canaries` (pages that answered lately), tells `after_canaries`, and counts failed visits as void.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

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
    """The last visit to a site: when (seconds), and the URL."""

    at: float
    url: str


@dataclass(frozen=True, slots=True)
class BreakerState:
    """`open_since` is None while all is well; else visits that failed from `void_from` on are void.

    `answered` and `failed` are the last visits by site, each site in one of them, the oldest visit first; apart, so that one more
    visit costs no look at every site.
    """

    answered: Mapping[str, Seen] = field(default_factory=dict)
    failed: Mapping[str, Seen] = field(default_factory=dict)
    open_since: float | None = None
    void_from: float | None = None

    @property
    def is_open(self) -> bool:
        return self.open_since is not None


def after_visit(state: BreakerState, *, host: str, url: str, outcome: Outcome, now: float) -> BreakerState:
    """The state after one visit, which may trip the breaker."""
    if outcome in _SAYS_NOTHING or not host:
        return state
    site = registrable(host)
    answered, failed = _lately(state.answered, site, now), _lately(state.failed, site, now)
    (failed if outcome in _LOOKS_LIKE_US else answered)[site] = Seen(now, url)
    opens = not state.is_open and _is_tripped(len(failed), len(failed) + len(answered))
    since, void_from = (now, _first(failed)) if opens else (state.open_since, state.void_from)
    return BreakerState(answered, failed, since, void_from)


def _lately(seen: Mapping[str, Seen], site: str, now: float) -> dict[str, Seen]:
    """Copy what was seen of other sites within the window, of the last ones where there are too many."""
    others = dict(seen)
    others.pop(site, None)
    old = len(others) - _SITES_MAX
    for each in list(islice(others, max(old, 0))):
        del others[each]
    while others and now - others[oldest := next(iter(others))].at > WINDOW_S:
        del others[oldest]
    return others


def _is_tripped(failing: int, sites: int) -> bool:
    return sites >= SITES_MIN and failing > FAILING_SHARE_MAX * sites


def _first(failed: Mapping[str, Seen]) -> float:
    return min(each.at for each in failed.values())


def canaries(state: BreakerState) -> tuple[str, ...]:
    """Pages of unrelated sites that answered last; asked again to learn whether we are back. Empty when none ever did."""
    return tuple(each.url for each in reversed(list(state.answered.values())) if each.url)[:CANARIES_MAX]


def after_canaries(state: BreakerState, outcomes: tuple[Outcome, ...], now: float) -> BreakerState:
    """The state after the canaries were asked: closed again, with nothing held against anybody, if enough of them answered."""
    answered = sum(outcome not in _LOOKS_LIKE_US for outcome in outcomes)
    if not outcomes or answered < CANARIES_SHARE_MIN * len(outcomes):
        return state
    return BreakerState({site: replace(each, at=now) for site, each in state.answered.items()})


def is_void(state: BreakerState, outcome: Outcome, at: float) -> bool:
    """Whether a visit made at `at` is to be counted as void."""
    return state.void_from is not None and at >= state.void_from and outcome in _LOOKS_LIKE_US
