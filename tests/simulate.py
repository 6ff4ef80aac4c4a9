"""Link state policies over years of a made-up web: how often `dead` is right, how soon it is said, what it costs.

`python -m tests.simulate` prints Stet's policy beside two fixed ones: "dead at the first failure, weekly", as most checkers do,
and InternetArchiveBot's: weekly, dead after three failures three days apart, the last one seen from elsewhere; refusals do not count.
The web: 5 % of pages die a year, a sixth of them come back; 1 % of visits fail in passing; hosts are down twice a year for hours and
once in 20 years for days; 8 % of hosts turn robots away, 4 % now and then, 1 % tell only our plain agent 404; 2 % of pages flap
behind a bad node; our own network fails six times a year.
"""

import argparse
import sys
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median

from app.sources import CheckFacts, LinkFold, LinkState, Outcome, Resolves, Terms, next_check, step

_START = datetime(2020, 1, 1, tzinfo=UTC)
_YEAR_DAYS = 365.0
_SOURCES_PER_HOST = 5
_DEATHS_PER_YEAR = 0.05
_RETURNING = 1 / 6
_PASSING_FAILURES = 0.01
# A death is worth finding if it lasted so long; the others come and go between two visits.
_LASTING_DAYS = 45.0
_PLAIN, _OTHER = "here/plain", "here/browser"

_WAYS_TO_DIE = (
    (Outcome.NOT_FOUND, 55),
    (Outcome.REDIRECT_TO_HOME, 15),
    (Outcome.DNS_NOT_FOUND, 12),
    (Outcome.SOFT_404, 10),
    (Outcome.GONE, 8),
)
_PASSING = (
    (Outcome.SERVER_ERROR, 40),
    (Outcome.TIMEOUT, 30),
    (Outcome.NOT_FOUND, 12),
    (Outcome.CONNECTION_RESET, 10),
    (Outcome.DNS_ERROR, 8),
)
# A name that is missing for days, or a host that answers 404 to all for days, is no outage but a death, which may come back.
_DOWN_FOR_DAYS = ((Outcome.TIMEOUT, 40), (Outcome.SERVER_ERROR, 30), (Outcome.CONNECTION_REFUSED, 20))
_DOWN_FOR_HOURS = (*_DOWN_FOR_DAYS, (Outcome.NOT_FOUND, 10), (Outcome.DNS_NOT_FOUND, 5))
_WALLS = ((Outcome.FORBIDDEN, 60), (Outcome.BOT_CHALLENGE, 40))

Span = tuple[float, float, Outcome]


def _pick(random: Random, weighted: Sequence[tuple[Outcome, int]]) -> Outcome:
    return random.choices([outcome for outcome, _ in weighted], [weight for _, weight in weighted])[0]


def _spans(random: Random, days: float, per_year: float, mean_days: float, weighted: Sequence[tuple[Outcome, int]]) -> list[Span]:
    spans, at = [], random.expovariate(per_year / _YEAR_DAYS)
    while at < days:
        end = at + random.expovariate(1 / mean_days)
        spans.append((at, end, _pick(random, weighted)))
        at = end + random.expovariate(per_year / _YEAR_DAYS)
    return spans


def _at(spans: Sequence[Span], day: float) -> Outcome | None:
    place = bisect_right(spans, (day, float("inf"), Outcome.OK)) - 1
    return spans[place][2] if place >= 0 and day < spans[place][1] else None


@dataclass(frozen=True, slots=True)
class Host:
    """What befalls all pages of a host. `wall` is the share of visits turned away; `shy` hosts tell our plain agent 404."""

    down: tuple[Span, ...]
    wall: float
    wall_outcome: Outcome
    shy: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One cited page: when it was dead, when its cited passage changed, how often a bad node hides it."""

    url: str
    host: Host
    dead: tuple[Span, ...]
    changes: tuple[float, ...]
    bad_node: float

    def answer(self, day: float, method: str, random: Random) -> Outcome:
        if down := _at(self.host.down, day):
            return down
        if random.random() < _PASSING_FAILURES:
            return _pick(random, _PASSING)
        if self.host.wall and random.random() < self.host.wall:
            return self.host.wall_outcome
        if dead := _at(self.dead, day):
            return dead
        if (self.host.shy and method == _PLAIN) or random.random() < self.bad_node:
            return Outcome.NOT_FOUND
        return Outcome.OK


@dataclass(frozen=True, slots=True)
class Web:
    pages: tuple[Page, ...]
    our_outages: tuple[Span, ...]
    days: float


def make_web(seed: int, sources: int, years: float) -> Web:
    random = Random(seed)  # noqa: S311  a simulation wants the same dice every time
    days = years * _YEAR_DAYS
    pages: list[Page] = []
    while len(pages) < sources:
        host = _make_host(random, days)
        pages.extend(_make_page(random, host, days, len(pages) + n) for n in range(min(_SOURCES_PER_HOST, sources - len(pages))))
    return Web(tuple(pages), tuple(_spans(random, days, 6, 0.1, ((Outcome.TIMEOUT, 1),))), days)


def _make_host(random: Random, days: float) -> Host:
    down = sorted([*_spans(random, days, 2, 0.3, _DOWN_FOR_HOURS), *_spans(random, days, 0.05, 6, _DOWN_FOR_DAYS)])
    kind = random.random()
    wall = 1.0 if kind < 0.08 else 0.3 if kind < 0.12 else 0.0
    return Host(tuple(down), wall, _pick(random, _WALLS), shy=0.12 <= kind < 0.13)


def _make_page(random: Random, host: Host, days: float, number: int) -> Page:
    dead: list[Span] = []
    died = random.expovariate(_DEATHS_PER_YEAR / _YEAR_DAYS)
    if died < days:
        back = died + random.uniform(10, 150) if random.random() < _RETURNING else float("inf")
        dead.append((died, back, _pick(random, _WAYS_TO_DIE)))
    rate = random.choice((0.0, 0.0, 0.5, 1.0, 4.0, 12.0, 52.0)) / _YEAR_DAYS
    changes: list[float] = []
    at = random.expovariate(rate) if rate else days
    while at < days:
        changes.append(at)
        at += random.expovariate(rate)
    bad_node = 0.2 if random.random() < 0.02 else 0.0
    return Page(f"https://host{number // _SOURCES_PER_HOST}.example/{number}", host, tuple(dead), tuple(changes), bad_node)


@dataclass(slots=True)
class Score:
    """What a policy did. `right` and `wrong` count declared deaths, `found` and `lasting` deaths that lasted."""

    visits: int = 0
    link_days: float = 0.0
    right: int = 0
    wrong: int = 0
    found: int = 0
    lasting: int = 0
    fresh_days: float = 0.0
    living_days: float = 0.0
    delays: list[float] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.lasting if self.lasting else 1.0

    @property
    def false_alarms_per_link_year(self) -> float:
        return self.wrong / (self.link_days / _YEAR_DAYS)

    @property
    def visits_per_link_year(self) -> float:
        return self.visits / (self.link_days / _YEAR_DAYS)

    @property
    def freshness(self) -> float:
        return self.fresh_days / self.living_days if self.living_days else 1.0

    @property
    def delay_days(self) -> float:
        return median(self.delays) if self.delays else 0.0


class Policy:
    """Decides after every visit when to come again, and whether the link is dead."""

    method = _PLAIN
    dead = False

    def __init__(self, page: Page) -> None:
        self.page = page

    def see(self, day: float, outcome: Outcome, *, ours: bool, changed: bool) -> float:
        """Take in one visit (`ours`: spoiled by our own network); return the day of the next."""
        raise NotImplementedError


class FirstFailure(Policy):
    def see(self, day: float, outcome: Outcome, *, ours: bool, changed: bool) -> float:  # noqa: ARG002  knows no better
        self.dead = outcome.resolves is not Resolves.ALIVE
        return day + 7


class ArchiveBot(Policy):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.failures = 0

    def see(self, day: float, outcome: Outcome, *, ours: bool, changed: bool) -> float:  # noqa: ARG002  knows no better
        if outcome.resolves is Resolves.BLOCKED:
            return day + 7
        self.failures = 0 if outcome.resolves is Resolves.ALIVE else self.failures + 1
        self.dead = self.failures >= 3
        self.method = _OTHER if self.failures == 2 else _PLAIN
        return day + (3 if 0 < self.failures < 3 else 7)


class Stet(Policy):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.fold = LinkFold()
        self.terms = Terms(key=page.url)

    def see(self, day: float, outcome: Outcome, *, ours: bool, changed: bool) -> float:
        if ours:
            return day + 1 / 24
        now = _START + timedelta(days=day)
        alive = outcome.resolves is Resolves.ALIVE
        self.fold = step(self.fold, CheckFacts(now, outcome, self.method, compared=alive, changed=changed))
        self.dead = self.fold.state is LinkState.DEAD
        self.method = _OTHER if self.fold.wants_other_method else _PLAIN
        due = next_check(self.fold, now, self.terms)
        assert due is not None
        return day + (due - now) / timedelta(days=1)


def replay(web: Web, policy: Callable[[Page], Policy], seed: int) -> Score:
    """Let a policy watch every page of the web, each from a day of its own."""
    score, random = Score(), Random(seed)  # noqa: S311  as above
    for page in web.pages:
        _watch(web, page, policy(page), random, score)
    return score


def _watch(web: Web, page: Page, policy: Policy, random: Random, score: Score) -> None:
    day = began = random.uniform(0, 30)
    declared: list[float] = []
    seen_at: float | None = None
    while day < web.days:
        score.visits += 1
        ours = _at(web.our_outages, day) is not None
        outcome = Outcome.TIMEOUT if ours else page.answer(day, policy.method, random)
        was_dead = policy.dead
        came = policy.see(day, outcome, ours=ours, changed=_changed(page, seen_at, day))
        if outcome is Outcome.OK:
            _count_fresh(page, seen_at, day, score)
            seen_at = day
        if policy.dead and not was_dead:
            declared.append(day)
        day = came
    score.link_days += web.days - began
    _count_deaths(web, page, began, declared, score)


def _changed(page: Page, since: float | None, until: float) -> bool:
    return since is not None and bisect_right(page.changes, until) > bisect_right(page.changes, since)


def _count_fresh(page: Page, since: float | None, until: float, score: Score) -> None:
    if since is None:
        return
    place = bisect_right(page.changes, since)
    stale_from = min(page.changes[place], until) if place < len(page.changes) else until
    score.fresh_days += stale_from - since
    score.living_days += until - since


def _count_deaths(web: Web, page: Page, began: float, declared: Sequence[float], score: Score) -> None:
    for day in declared:
        if _at(page.dead, day):
            score.right += 1
        else:
            score.wrong += 1
    for died, back, _ in page.dead:
        lasts = min(back, web.days) - max(died, began) >= _LASTING_DAYS
        if not lasts or page.host.wall == 1:
            continue
        score.lasting += 1
        found = [day for day in declared if died <= day < back]
        if found or any(day < died for day in declared[-1:]):
            score.found += 1
        score.delays.extend(day - died for day in found[:1] if died > began)


POLICIES: tuple[tuple[str, Callable[[Page], Policy]], ...] = (
    ("Stet", Stet),
    ("InternetArchiveBot's", ArchiveBot),
    ("dead at first failure, weekly", FirstFailure),
)

_COLUMNS: tuple[tuple[str, Callable[[Score], str]], ...] = (
    ("precision", lambda score: f"{score.precision:.4f}"),
    ("recall", lambda score: f"{score.recall:.4f}"),
    ("false/link-year", lambda score: f"{score.false_alarms_per_link_year:.5f}"),
    ("visits/link-year", lambda score: f"{score.visits_per_link_year:.1f}"),
    ("freshness", lambda score: f"{score.freshness:.4f}"),
    ("days to find", lambda score: f"{score.delay_days:.1f}"),
)


def table(web: Web, seed: int) -> str:
    """One line a policy, under a line of names."""
    width = max(len(name) for name, _ in POLICIES)
    lines = [" " * width + "".join(f"{name:>18}" for name, _ in _COLUMNS)]
    for name, policy in POLICIES:
        score = replay(web, policy, seed)
        lines.append(f"{name:<{width}}" + "".join(f"{show(score):>18}" for _, show in _COLUMNS))
    return "\n".join(lines)


def main() -> None:
    words = argparse.ArgumentParser(description="Link state policies over years of a made-up web.")
    words.add_argument("--sources", type=int, default=10_000)
    words.add_argument("--years", type=float, default=2.0)
    words.add_argument("--seed", type=int, default=20260101)
    asked = words.parse_args()
    web = make_web(asked.seed, asked.sources, asked.years)
    sys.stdout.write(f"{asked.sources:,} sources, {asked.years:g} years, seed {asked.seed}\n{table(web, asked.seed)}\n")


if __name__ == "__main__":
    main()
