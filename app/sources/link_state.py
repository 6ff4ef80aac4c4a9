"""Link state: what the history of checks says of a source (LINKS §3). Everything that moves a state lives in this file.

A fold: `step` takes what is known and one more check, `link_state` is `step` over a history, oldest first. However the
history is cut into batches, the end is the same. A fold is stored as JSON (`to_json`, `from_json`).
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from app.sources.outcome import Outcome, Resolves


class LinkState(StrEnum):
    UNCHECKED = "unchecked"
    OK = "ok"
    MOVED = "moved"
    SUSPECT = "suspect"
    DEAD = "dead"
    BLOCKED = "blocked"
    PAYWALLED = "paywalled"
    INSECURE = "insecure"
    UNKNOWN = "unknown"
    REFUSED = "refused"


# Strikes are counted in halves. Three whole ones, each days after the last, make a transient error of 1 % a year's rarity: at 5 %
# deaths a year, "dead at once" is right 8 % of the time, three independent strikes more than 99 % (`make simulate` prints it).
_WHOLE, _HALF = 2, 1
_HALVES_FOR_DEAD = 3 * _WHOLE
_HALVES_FAST = 2 * _WHOLE
_HALVES_WITH_WORD = _WHOLE
# Half strikes together weigh no more than one strike: a year of time-outs must not make the first 404 a death.
_HALVES_FROM_UNKNOWN_MAX = _WHOLE
_HALF_STRIKES = frozenset({Outcome.DNS_ERROR, Outcome.SERVER_ERROR, Outcome.TIMEOUT, Outcome.CONNECTION_REFUSED})
# Said by the server or the registry on purpose, hardly ever by accident: a shorter way.
_FAST_LANE = frozenset({Outcome.GONE, Outcome.DNS_NOT_FOUND})

# A link that was suspected and came back asks for one strike more for each time within a year, three at most: behind one bad node of
# five a page would be called dead every few years otherwise (`make simulate`: half of all false alarms).
_EXTRA_STRIKES_MAX = 3
RECOVERIES_REMEMBERED = timedelta(days=365)

SPACING = timedelta(days=3)
SPACING_FAST = timedelta(days=1)
SPAN_FOR_DEAD = timedelta(days=7)
UNKNOWN_AFTER = timedelta(days=30)
FLAPPING_WINDOW = timedelta(days=14)
FLAPPING_CHANGES = 3
# A permanent redirect seen so often, each time to the same place, is proposed as the new address.
REPLACEMENT_AFTER = 3
METHODS_FOR_DEAD = 2
# Death is decided by four at most, flapping by three; more would only grow the row.
_STRIKES_KEPT = 8
_CHANGES_KEPT = 8

_REFUSALS = frozenset({Outcome.ROBOTS_DISALLOWED, Outcome.UNSAFE_TARGET, Outcome.UNSAFE_REDIRECT, Outcome.INVALID_URL})
# What a visit that proves nothing makes of a state. Suspect and dead stay: only a success clears them.
_STAYS_UNTIL_SUCCESS = frozenset({LinkState.SUSPECT, LinkState.DEAD})
# Steps on the way, or nothing an editor can act on: shown, never sent.
_TOLD_TO_NOBODY = frozenset({LinkState.UNCHECKED, LinkState.SUSPECT, LinkState.BLOCKED, LinkState.REFUSED})


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """One check as the fold needs it. `method` names vantage and profile, such as "berlin/plain".

    `host_answers` is False when neither another link of the host nor our canaries answered around that time: the check
    is no strike then. `as_known` is False when the page is not what the last good visit saw. `changed` tells whether
    the text near the cited passage changed, `compared` whether that could be told at all.
    """

    at: datetime
    outcome: Outcome
    method: str = "here/plain"
    permanent: bool = False
    final_url: str = ""
    as_known: bool = True
    host_answers: bool = True
    void: bool = False
    compared: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class PersonsWord:
    """A person says that the link is dead. With one strike, before or after, that is enough."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Strike:
    """One counted strike: `halves` is 2 for a dead-class outcome, 1 for an unknown that may mean death."""

    at: datetime
    halves: int
    fast: bool
    method: str


class LinkFold(NamedTuple):
    """All that the history says. `since` is when the state began, `told` the state that people were last told of.

    `misses` counts visits in a row that proved nothing, `quiet_since` is when they began. `dead_looks` counts visits
    since death. `recoveries` are the latest moments when a suspicion was cleared. `looks`, `changes_seen`,
    `watched_days`, `gap_days_min` and `gap_days_max` feed the schedule.
    """

    state: LinkState = LinkState.UNCHECKED
    since: datetime | None = None
    outcome: Outcome | None = None
    last_at: datetime | None = None
    last_success_at: datetime | None = None
    strikes: tuple[Strike, ...] = ()
    word_at: datetime | None = None
    recoveries: tuple[datetime, ...] = ()
    doubtful_successes: int = 0
    misses: int = 0
    quiet_since: datetime | None = None
    dead_looks: int = 0
    state_changes: tuple[datetime, ...] = ()
    flapping: bool = False
    told: LinkState = LinkState.UNCHECKED
    moved_to: str = ""
    moved_times: int = 0
    looks: int = 0
    changes_seen: int = 0
    watched_days: float = 0.0
    gap_days_min: float = 0.0
    gap_days_max: float = 0.0

    @property
    def replacement_url(self) -> str:
        """The address to propose instead, once a permanent redirect there was seen three times in a row; else ""."""
        return self.moved_to if self.moved_times >= REPLACEMENT_AFTER else ""

    @property
    def in_fast_lane(self) -> bool:
        return bool(self.strikes) and all(strike.fast for strike in self.strikes)

    @property
    def wants_other_method(self) -> bool:
        """True if the next visit should come from another vantage or with the second profile than the first strike: they take turns.

        A host that tells one of our methods 404 and another the page is cleared every second visit.
        """
        suspected = self.state is LinkState.SUSPECT and not self.in_fast_lane
        return suspected and self.strikes[-1].method == self.strikes[0].method

    def to_json(self) -> dict[str, Any]:
        record = self._asdict()
        record["strikes"] = [{**asdict(strike), "at": strike.at.isoformat()} for strike in self.strikes]
        for key in _MOMENTS:
            record[key] = record[key].isoformat() if record[key] else None
        for key in _MOMENT_LISTS:
            record[key] = [at.isoformat() for at in record[key]]
        return record

    @classmethod
    def from_json(cls, record: dict[str, Any]) -> "LinkFold":
        known = dict(record)
        for key in _MOMENTS:
            known[key] = datetime.fromisoformat(known[key]) if known.get(key) else None
        for key in _MOMENT_LISTS:
            known[key] = tuple(map(datetime.fromisoformat, known.get(key, ())))
        known["strikes"] = tuple([Strike(**{**strike, "at": datetime.fromisoformat(strike["at"])}) for strike in known.get("strikes", ())])
        for key in _STATES:
            known[key] = LinkState(known.get(key, LinkState.UNCHECKED))
        known["outcome"] = Outcome(known["outcome"]) if known.get("outcome") else None
        return cls(**known)


_MOMENTS = ("since", "last_at", "last_success_at", "word_at", "quiet_since")
_STATES = ("state", "told")
_MOMENT_LISTS = ("state_changes", "recoveries")
NEVER_CHECKED = LinkFold()


def link_state(history: Iterable[CheckFacts | PersonsWord], fold: LinkFold = NEVER_CHECKED) -> LinkFold:
    """Fold a history, oldest first, onto what is known already."""
    for entry in history:
        fold = step(fold, entry)
    return fold


def step(fold: LinkFold, entry: CheckFacts | PersonsWord) -> LinkFold:
    """Fold one more check or word. Void checks change nothing; a clock that ran backwards is held at the last moment."""
    at = max(entry.at, fold.last_at or entry.at)
    if isinstance(entry, PersonsWord):
        return _turn(fold._replace(word_at=at), _after_strikes(fold._replace(word_at=at)), at)
    if entry.void or entry.outcome is Outcome.VOIDED:
        return fold
    counted = _count_look(fold._replace(outcome=entry.outcome), entry, at)
    match entry.outcome.resolves:
        case Resolves.ALIVE:
            return _succeed(counted, entry, at)
        case Resolves.DEAD:
            return _strike(counted, entry, at)
        case Resolves.BLOCKED | Resolves.UNKNOWN:
            return _miss(counted, entry, at)


def _succeed(fold: LinkFold, check: CheckFacts, at: datetime) -> LinkFold:
    if not check.as_known and fold.state in _STAYS_UNTIL_SUCCESS and fold.doubtful_successes == 0:
        return fold._replace(doubtful_successes=1, misses=0, quiet_since=None)
    recovers = fold.state in _STAYS_UNTIL_SUCCESS
    seen_before = check.permanent and check.final_url == fold.moved_to
    cleared = fold._replace(
        strikes=(),
        word_at=None,
        recoveries=(*fold.recoveries, at)[-_EXTRA_STRIKES_MAX:] if recovers else fold.recoveries,
        doubtful_successes=0,
        misses=0,
        quiet_since=None,
        dead_looks=0,
        last_success_at=at,
        moved_to=check.final_url if check.permanent else "",
        moved_times=(fold.moved_times + 1 if seen_before else 1) if check.permanent else 0,
    )
    return _turn(cleared, _state_of_success(check), at)


def _state_of_success(check: CheckFacts) -> LinkState:
    if check.outcome is Outcome.PAYWALLED:
        return LinkState.PAYWALLED
    return LinkState.MOVED if check.outcome is Outcome.REDIRECTED and check.permanent else LinkState.OK


def _strike(fold: LinkFold, check: CheckFacts, at: datetime) -> LinkFold:
    fold = fold._replace(misses=0, quiet_since=None, doubtful_successes=0, dead_looks=fold.dead_looks + (fold.state is LinkState.DEAD))
    if not check.host_answers:
        return _turn(fold, LinkState.UNKNOWN, at) if fold.state is LinkState.UNCHECKED else fold
    struck = fold._replace(strikes=_with_strike(fold.strikes, check, at, _WHOLE))
    return _turn(struck, _after_strikes(struck), at)


def _miss(fold: LinkFold, check: CheckFacts, at: datetime) -> LinkFold:
    fold = fold._replace(
        misses=fold.misses + 1, quiet_since=fold.quiet_since or at, dead_looks=fold.dead_looks + (fold.state is LinkState.DEAD)
    )
    if check.outcome in _HALF_STRIKES and check.host_answers:
        fold = fold._replace(strikes=_with_strike(fold.strikes, check, at, _HALF))
    return _turn(fold, _after_miss(fold, check.outcome, at), at)


def _with_strike(strikes: tuple[Strike, ...], check: CheckFacts, at: datetime, halves: int) -> tuple[Strike, ...]:
    fast = check.outcome in _FAST_LANE
    if halves == _WHOLE and strikes and strikes[-1].halves == _HALF:
        strikes = strikes[:-1] if at - strikes[-1].at < SPACING else strikes
    if strikes and at - strikes[-1].at < (SPACING_FAST if fast else SPACING):
        return strikes
    if halves == _HALF and sum(strike.halves == _HALF for strike in strikes) >= _HALVES_FROM_UNKNOWN_MAX:
        return strikes
    return (*strikes, Strike(at, halves, fast, check.method))[-_STRIKES_KEPT:]


def _after_strikes(fold: LinkFold) -> LinkState:
    whole = [strike for strike in fold.strikes if strike.halves == _WHOLE]
    if not whole or fold.state is LinkState.DEAD:
        return fold.state
    halves = sum(strike.halves for strike in fold.strikes)
    last = fold.strikes[-1].at
    extra = _WHOLE * sum(last - at < RECOVERIES_REMEMBERED for at in fold.recoveries)
    slow = (
        halves >= _HALVES_FOR_DEAD + extra
        and last - fold.strikes[0].at >= SPAN_FOR_DEAD
        and len(_methods(fold.strikes)) >= METHODS_FOR_DEAD
    )
    fast = sum(strike.halves for strike in whole if strike.fast) >= _HALVES_FAST + extra
    with_word = fold.word_at is not None and halves >= _HALVES_WITH_WORD
    return LinkState.DEAD if slow or fast or with_word else LinkState.SUSPECT


def _methods(strikes: tuple[Strike, ...]) -> frozenset[str]:
    return frozenset(strike.method for strike in strikes if strike.halves == _WHOLE)


def _after_miss(fold: LinkFold, outcome: Outcome, at: datetime) -> LinkState:
    if fold.state is LinkState.DEAD:
        return LinkState.DEAD
    long_quiet = fold.quiet_since is not None and at - fold.quiet_since >= UNKNOWN_AFTER
    if outcome in _REFUSALS or outcome is Outcome.TLS_ERROR:
        named = LinkState.REFUSED if outcome in _REFUSALS else LinkState.INSECURE
        return fold.state if fold.state is LinkState.SUSPECT and not long_quiet else named
    if long_quiet:
        return LinkState.UNKNOWN
    if fold.state is LinkState.UNCHECKED:
        return LinkState.BLOCKED if outcome.resolves is Resolves.BLOCKED else LinkState.UNKNOWN
    settled = fold.state in (LinkState.SUSPECT, LinkState.UNKNOWN) or outcome.resolves is Resolves.UNKNOWN
    return fold.state if settled else LinkState.BLOCKED


def _turn(fold: LinkFold, state: LinkState, at: datetime) -> LinkFold:
    recent = tuple(moment for moment in fold.state_changes if at - moment < FLAPPING_WINDOW)
    if state is not fold.state:
        first = fold.state is LinkState.UNCHECKED
        recent = recent if first else (*recent, at)[-_CHANGES_KEPT:]
        fold = fold._replace(state=state, since=at)
    flapping = len(recent) >= FLAPPING_CHANGES
    told = fold.told if flapping or state in _TOLD_TO_NOBODY else state
    return fold._replace(state_changes=recent, flapping=flapping, told=told)


def _count_look(fold: LinkFold, check: CheckFacts, at: datetime) -> LinkFold:
    """Keep what the change rate needs: gaps between visits that could be compared, and how many of those saw a change."""
    fold = fold._replace(last_at=at)
    if not check.compared or fold.last_success_at is None:
        return fold
    gap_days = (at - fold.last_success_at) / timedelta(days=1)
    return fold._replace(
        looks=fold.looks + 1,
        changes_seen=fold.changes_seen + check.changed,
        watched_days=fold.watched_days + gap_days,
        gap_days_min=min(fold.gap_days_min, gap_days) if fold.looks else gap_days,
        gap_days_max=max(fold.gap_days_max, gap_days),
    )
