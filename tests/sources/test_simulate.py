"""The policy holds its promises on a small simulated web."""

import pytest

from tests.simulate import ArchiveBot, FirstFailure, Score, Stet, Web, make_web, replay, table

_SEED = 7


@pytest.fixture(scope="module")
def web() -> Web:
    return make_web(_SEED, sources=400, years=1.5)


@pytest.fixture(scope="module")
def ours(web: Web) -> Score:
    return replay(web, Stet, _SEED)


def test_dead_is_hardly_ever_said_of_the_living(ours: Score) -> None:
    assert ours.precision >= 0.95
    assert ours.false_alarms_per_link_year <= 0.005


def test_deaths_that_last_are_found(ours: Score) -> None:
    assert ours.recall >= 0.98
    assert ours.delay_days <= 30


def test_it_costs_less_than_a_visit_a_week(ours: Score) -> None:
    assert ours.visits_per_link_year <= 52


def test_fixed_policies_cry_wolf_more_often(web: Web, ours: Score) -> None:
    bot, first = replay(web, ArchiveBot, _SEED), replay(web, FirstFailure, _SEED)

    assert ours.wrong < bot.wrong < first.wrong


def test_the_same_seed_gives_the_same_table() -> None:
    small = make_web(_SEED, sources=20, years=0.5)

    assert table(small, _SEED) == table(make_web(_SEED, sources=20, years=0.5), _SEED)
