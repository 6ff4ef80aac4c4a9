"""Each page and answer of the made-up web gets the outcome an editor would give it."""

import pytest

from app.sources import Resolves
from tests.sources import (
    cases_domains,
    cases_error_pages,
    cases_fourth,
    cases_gates,
    cases_missing,
    cases_moved,
    cases_near_misses,
    cases_shells,
    cases_walls,
)
from tests.sources.web import HONEST, SILENT, Case

CASES: tuple[Case, ...] = (
    *cases_missing.CASES,
    *cases_walls.CASES,
    *cases_gates.CASES,
    *cases_domains.CASES,
    *cases_moved.CASES,
    *cases_shells.CASES,
    *cases_near_misses.CASES,
    *cases_error_pages.CASES,
    *cases_fourth.CASES,
)


@pytest.mark.parametrize("visit", CASES, ids=lambda visit: visit.name)
def test_gets_its_outcome(visit: Case) -> None:
    decision = visit.decide()

    assert (visit.expected, decision.rule) == (decision.outcome, decision.rule)


@pytest.mark.parametrize("visit", [visit for visit in CASES if visit.expected.resolves is not Resolves.DEAD], ids=lambda visit: visit.name)
@pytest.mark.parametrize("sibling", [HONEST, SILENT])
def test_never_calls_it_dead_without_a_sibling_that_proves_it(visit: Case, sibling: str) -> None:
    assert visit.decide(sibling).resolves is not Resolves.DEAD
