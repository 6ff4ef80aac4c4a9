"""When to look at a source again (LINKS §4). Pure: the moment now, the article's age and the spread are given.

Change rates: Cho and Garcia-Molina, "Estimating frequency of change" (2003), for even gaps; a Gamma prior for uneven ones.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from app.sources.link_state import LinkFold, LinkState
from app.sources.outcome import Outcome

# Look again when the chance that the cited passage changed meanwhile has grown to this.
_CHANCE_OF_CHANGE = 0.2
_DAYS_MIN, _DAYS_MAX = 1.0, 30.0
_DAYS_MAX_YOUNG_ARTICLE, _YOUNG_DAYS = 7.0, 30.0
_PUBLICATION_DAYS = 2.0
# Half a change in 30 days: a page of which nothing is known is looked at again after two weeks.
_PRIOR_CHANGES, _PRIOR_DAYS = 0.5, 30.0
_LOOKS_TO_STAND_ALONE = 4
# Gaps within this of each other are even (our own jitter makes ±10 %), and the estimator that undoes saturation holds.
_EVEN_GAPS = 1.3
_SUSPECT_DAYS, _SUSPECT_FAST_DAYS = 3.0, 1.0
_DEAD_DAYS, _DEAD_GROWTH, _DEAD_DAYS_MAX = 7.0, 1.5, 90.0
_REFUSED_DAYS = 30.0
_VOID_HOURS = 1.0
_JITTER = 0.1


@dataclass(frozen=True, slots=True)
class HostRate:
    """Changes seen and days watched over all sources of a host."""

    changes: int = 0
    watched_days: float = 0.0


_ALONE = HostRate()


@dataclass(frozen=True, slots=True)
class Policy:
    """What a person set for one source: a fixed interval in days, or not to visit it at all."""

    interval_days: float | None = None
    skip: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What bears on the next visit besides the history. `key` (the URL) spreads visits over time.

    `published_at` is that of the youngest article citing the source; `not_before` is what Retry-After asked for.
    """

    key: str
    published_at: datetime | None = None
    host: HostRate = HostRate()
    policy: Policy = Policy()
    not_before: datetime | None = None


def next_check(fold: LinkFold, now: datetime, terms: Terms) -> datetime | None:
    """Say when to visit again; None for never."""
    if terms.policy.skip:
        return None
    if fold.last_at is None:
        return max(now, terms.not_before or now)
    days = terms.policy.interval_days or _days(fold, terms.host, _article_days(terms.published_at, now))
    due = now + timedelta(days=days * (1 + _JITTER * _spread(terms.key, fold)))
    return max(due, terms.not_before) if terms.not_before else due


def after_void(now: datetime) -> datetime:
    """Say when to try again after a visit that our own network spoiled."""
    return now + timedelta(hours=_VOID_HOURS)


def change_rate(fold: LinkFold, host: HostRate = _ALONE) -> float:
    """Estimate changes a day near the cited passage. Until a source was compared four times, its host's sources speak too."""
    if fold.looks >= _LOOKS_TO_STAND_ALONE and fold.gap_days_max <= fold.gap_days_min * _EVEN_GAPS:
        mean_days = fold.watched_days / fold.looks
        return -math.log((fold.looks - fold.changes_seen + 0.5) / (fold.looks + 0.5)) / mean_days or _floor_rate(fold)
    changes, days = _PRIOR_CHANGES + fold.changes_seen, _PRIOR_DAYS + fold.watched_days
    if fold.looks < _LOOKS_TO_STAND_ALONE:
        changes, days = changes + host.changes, days + host.watched_days
    return changes / days


def _floor_rate(fold: LinkFold) -> float:
    return _PRIOR_CHANGES / (_PRIOR_DAYS + fold.watched_days)


def _article_days(published_at: datetime | None, now: datetime) -> float | None:
    return None if published_at is None else (now - published_at) / timedelta(days=1)


def _days(fold: LinkFold, host: HostRate, article_days: float | None) -> float:
    if fold.state is LinkState.DEAD:
        return min(_DEAD_DAYS * _DEAD_GROWTH ** min(fold.dead_looks, 10), _DEAD_DAYS_MAX)
    if fold.state is LinkState.SUSPECT:
        return _SUSPECT_FAST_DAYS if fold.in_fast_lane else _SUSPECT_DAYS
    if fold.state is LinkState.REFUSED:
        return _REFUSED_DAYS
    days = _by_change(fold, host) if fold.misses == 0 else _after_misses(fold)
    if article_days is None:
        return days
    if abs(article_days) <= _PUBLICATION_DAYS:
        return min(days, _DAYS_MIN)
    return min(days, _DAYS_MAX_YOUNG_ARTICLE) if article_days < _YOUNG_DAYS else days


def _by_change(fold: LinkFold, host: HostRate) -> float:
    days = -math.log(1 - _CHANCE_OF_CHANGE) / change_rate(fold, host)
    return min(max(days, _DAYS_MIN), _DAYS_MAX)


def _after_misses(fold: LinkFold) -> float:
    # A passing trouble is over tomorrow; a standing one is not worth a visit a day.
    doubled = _DAYS_MIN * 2.0 ** min(fold.misses - 1, 5)
    patient = fold.outcome in (Outcome.RATE_LIMITED, Outcome.BOT_CHALLENGE, Outcome.FORBIDDEN)
    return min(doubled * (2 if patient else 1), _DAYS_MAX)


def _spread(key: str, fold: LinkFold) -> float:
    """From -1 to 1, the same for the same state of the same source; for a suspect from 0 up, so that the next strike counts."""
    moment = fold.last_at.isoformat() if fold.last_at else ""
    share = int.from_bytes(blake2b(f"{key} {moment}".encode(), digest_size=4).digest(), "big") / 0xFFFFFFFF
    return share if fold.state is LinkState.SUSPECT else 2 * share - 1
