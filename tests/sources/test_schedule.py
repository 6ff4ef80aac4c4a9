"""When a source is looked at again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sources import CheckFacts, HostRate, LinkFold, LinkState, Outcome, Policy, Terms, after_void, change_rate, next_check
from app.sources.link_state import link_state

_START = datetime(2026, 1, 1, tzinfo=UTC)
_TERMS = Terms(key="http://a.example/x")


def _fold(*entries: tuple[float, Outcome], compared: bool = False, changed: bool = False) -> LinkFold:
    return link_state(
        CheckFacts(_START + timedelta(days=day), outcome, f"m{place % 2}", compared=compared, changed=changed)
        for place, (day, outcome) in enumerate(entries)
    )


def _days(fold: LinkFold, terms: Terms = _TERMS) -> float:
    assert fold.last_at is not None
    due = next_check(fold, fold.last_at, terms)
    assert due is not None
    return (due - fold.last_at) / timedelta(days=1)


def _weekly(visits: int, changes: int, days: float = 7) -> LinkFold:
    history = [CheckFacts(_START, Outcome.OK)]
    history += [CheckFacts(_START + timedelta(days=days * (n + 1)), Outcome.OK, compared=True, changed=n < changes) for n in range(visits)]
    return link_state(history)


def test_an_unchecked_source_is_due_now() -> None:
    assert next_check(LinkFold(), _START, _TERMS) == _START


def test_a_source_of_which_nothing_is_known_waits_two_weeks() -> None:
    assert _days(_fold((0, Outcome.OK))) == pytest.approx(13.4, rel=0.11)


@pytest.mark.parametrize(
    ("visits", "changes", "days", "expected"),
    [(10, 0, 7, 30), (10, 10, 7, 1), (10, 5, 7, 2.4), (20, 1, 14, 30), (8, 8, 1, 1), (12, 2, 7, 8.9)],
)
def test_the_interval_follows_the_change_rate(visits: int, changes: int, days: float, expected: float) -> None:
    assert _days(_weekly(visits, changes, days)) == pytest.approx(expected, rel=0.13)


def test_a_host_speaks_for_a_source_that_is_young() -> None:
    busy = HostRate(changes=50, watched_days=100)
    young, old = _fold((0, Outcome.OK)), _weekly(10, 0)

    assert change_rate(young, busy) > 10 * change_rate(young)
    assert change_rate(old, busy) == change_rate(old)


@pytest.mark.parametrize(("age_days", "at_most"), [(0, 1.1), (1, 1.1), (10, 7.7), (29, 7.7), (400, 33)])
def test_young_articles_are_looked_after_more_often(age_days: float, at_most: float) -> None:
    fold = _weekly(10, 0)
    assert fold.last_at is not None

    assert _days(fold, replace(_TERMS, published_at=fold.last_at - timedelta(days=age_days))) <= at_most


def test_a_suspect_is_seen_again_after_three_days_never_sooner() -> None:
    days = [_days(_fold((0, Outcome.NOT_FOUND)), replace(_TERMS, key=str(n))) for n in range(50)]

    assert min(days) >= 3
    assert max(days) <= 3.3


def test_a_suspect_in_the_fast_lane_is_seen_again_after_a_day() -> None:
    assert 1 <= _days(_fold((0, Outcome.GONE))) <= 1.1


def test_the_dead_are_visited_for_ever_more_and_more_seldom() -> None:
    entries: list[tuple[float, Outcome]] = [(0, Outcome.GONE), (1, Outcome.GONE)]
    waits = []
    for _ in range(12):
        wait = _days(_fold(*entries))
        waits.append(wait)
        entries.append((entries[-1][0] + wait, Outcome.GONE))

    assert waits[0] == pytest.approx(7, rel=0.11)
    assert waits[1] == pytest.approx(10.5, rel=0.11)
    assert waits[-1] == pytest.approx(90, rel=0.11)


def test_misses_double_the_wait() -> None:
    once, twice = _fold((0, Outcome.OK), (7, Outcome.TIMEOUT)), _fold((0, Outcome.OK), (7, Outcome.TIMEOUT), (8, Outcome.TIMEOUT))

    assert _days(once) == pytest.approx(1, rel=0.11)
    assert _days(twice) == pytest.approx(2, rel=0.11)


def test_retry_after_is_honoured() -> None:
    fold = _fold((0, Outcome.RATE_LIMITED))

    assert _days(fold, replace(_TERMS, not_before=_START + timedelta(days=20))) == 20


def test_policies_override() -> None:
    fold = _fold((0, Outcome.OK))

    assert next_check(fold, _START, replace(_TERMS, policy=Policy(skip=True))) is None
    assert _days(fold, replace(_TERMS, policy=Policy(interval_days=2))) == pytest.approx(2, rel=0.11)


def test_a_spoiled_visit_is_made_good_within_the_hour() -> None:
    assert after_void(_START) == _START + timedelta(hours=1)


_FOLDS = st.builds(
    LinkFold,
    state=st.sampled_from([state for state in LinkState if state is not LinkState.UNCHECKED]),
    outcome=st.sampled_from(Outcome),
    last_at=st.just(_START),
    misses=st.integers(0, 50),
    dead_looks=st.integers(0, 50),
    looks=st.integers(1, 50),
    changes_seen=st.just(0),
    watched_days=st.floats(0.1, 1000),
    gap_days_min=st.floats(0.1, 10),
    gap_days_max=st.floats(0.1, 10),
)


@settings(max_examples=300, deadline=None)
@given(_FOLDS, st.integers(0, 50), st.integers(-5, 900))
def test_every_wait_is_bounded(fold: LinkFold, changes: int, article_days: int) -> None:
    fold = fold._replace(changes_seen=min(changes, fold.looks))
    wait = _days(fold, replace(_TERMS, published_at=_START - timedelta(days=article_days)))

    assert 0.9 <= wait <= 99


def test_the_same_state_gives_the_same_moment() -> None:
    fold = _fold((0, Outcome.OK))

    assert next_check(fold, _START, _TERMS) == next_check(fold, _START, _TERMS)
    assert next_check(fold, _START, _TERMS) != next_check(fold, _START, Terms(key="http://a.example/y"))
