"""Folds: quantities -> citation -> claim -> article."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sources.link_state import LinkState
from app.verify import (
    Label,
    ReviewState,
    Status,
    article_status,
    citation_status,
    citation_support,
    claim_review,
    claim_status,
    claim_support,
)

SUPPORTED, CONTRADICTED, NOT_FOUND = Label.SUPPORTED, Label.CONTRADICTED, Label.NOT_FOUND
AMBIGUOUS, UNREADABLE, UNCHECKED = Label.AMBIGUOUS, Label.UNREADABLE, Label.UNCHECKED


@pytest.mark.parametrize(
    ("labels", "folded"),
    [
        ([], UNCHECKED),
        ([SUPPORTED, SUPPORTED], SUPPORTED),
        ([SUPPORTED, CONTRADICTED], CONTRADICTED),
        ([SUPPORTED, NOT_FOUND], NOT_FOUND),
        ([AMBIGUOUS, NOT_FOUND], NOT_FOUND),
        ([SUPPORTED, AMBIGUOUS], AMBIGUOUS),
        ([UNREADABLE, SUPPORTED], UNREADABLE),
    ],
)
def test_a_citation_has_the_worst_of_its_quantities(labels: list[Label], folded: Label) -> None:
    assert citation_support(labels) is folded


@pytest.mark.parametrize(
    ("labels", "folded"),
    [
        ([], UNCHECKED),
        ([SUPPORTED, NOT_FOUND], SUPPORTED),
        ([SUPPORTED, AMBIGUOUS, UNREADABLE], SUPPORTED),
        ([SUPPORTED, CONTRADICTED], CONTRADICTED),
        ([NOT_FOUND, UNCHECKED], NOT_FOUND),
        ([UNCHECKED, UNCHECKED], UNCHECKED),
    ],
)
def test_one_citation_that_supports_is_enough_unless_another_contradicts(labels: list[Label], folded: Label) -> None:
    assert claim_support(labels) is folded


@pytest.mark.parametrize(
    ("link", "support", "status"),
    [
        (LinkState.OK, SUPPORTED, Status.VERIFIED),
        (LinkState.MOVED, SUPPORTED, Status.VERIFIED),
        (LinkState.OK, CONTRADICTED, Status.ATTENTION),
        (LinkState.OK, NOT_FOUND, Status.ATTENTION),
        (LinkState.OK, AMBIGUOUS, Status.UNVERIFIABLE),
        (LinkState.OK, UNREADABLE, Status.UNVERIFIABLE),
        (LinkState.OK, UNCHECKED, Status.PENDING),
        (LinkState.UNCHECKED, UNCHECKED, Status.PENDING),
        (LinkState.SUSPECT, SUPPORTED, Status.PENDING),
        (LinkState.DEAD, SUPPORTED, Status.ARCHIVED),
        (LinkState.DEAD, NOT_FOUND, Status.BROKEN),
        (LinkState.DEAD, UNCHECKED, Status.BROKEN),
        (LinkState.BLOCKED, UNCHECKED, Status.UNVERIFIABLE),
        (LinkState.BLOCKED, SUPPORTED, Status.UNVERIFIABLE),
        (LinkState.PAYWALLED, NOT_FOUND, Status.UNVERIFIABLE),
        (LinkState.PAYWALLED, SUPPORTED, Status.VERIFIED),
    ],
)
def test_link_and_support_make_the_status(link: LinkState, support: Label, status: Status) -> None:
    assert citation_status(link, support) is status


def test_a_memento_that_supports_archives_a_dead_link() -> None:
    assert citation_status(LinkState.DEAD, UNCHECKED, copy_supports=True) is Status.ARCHIVED


@pytest.mark.parametrize(
    ("review", "status"),
    [
        (ReviewState.CONFIRMED, Status.VERIFIED),
        (ReviewState.ACCEPTED, Status.VERIFIED),
        (ReviewState.DISPUTED, Status.ATTENTION),
        (ReviewState.NEEDS_CORRECTION, Status.ATTENTION),
        (ReviewState.CORRECTED, Status.PENDING),
    ],
)
def test_a_person_outranks_our_reading(review: ReviewState, status: Status) -> None:
    assert citation_status(LinkState.OK, AMBIGUOUS, review) is status


def test_a_confirmed_number_on_a_dead_link_is_archived_not_verified() -> None:
    assert citation_status(LinkState.DEAD, SUPPORTED, ReviewState.CONFIRMED) is Status.ARCHIVED


@pytest.mark.parametrize(("link", "support", "review"), list(product(LinkState, Label, ReviewState)))
def test_every_combination_has_a_status(link: LinkState, support: Label, review: ReviewState) -> None:
    assert citation_status(link, support, review) in Status


def test_no_living_link_is_ever_broken() -> None:
    alive = [link for link in LinkState if link is not LinkState.DEAD]

    assert all(citation_status(link, label) is not Status.BROKEN for link, label in product(alive, Label))


def test_a_claim_stands_on_one_good_citation() -> None:
    assert claim_status([(Status.VERIFIED, SUPPORTED), (Status.BROKEN, NOT_FOUND)]) is Status.VERIFIED
    assert claim_status([(Status.ARCHIVED, SUPPORTED), (Status.ATTENTION, NOT_FOUND)]) is Status.ARCHIVED


def test_a_contradiction_is_not_outvoted() -> None:
    assert claim_status([(Status.VERIFIED, SUPPORTED), (Status.ATTENTION, CONTRADICTED)]) is Status.ATTENTION


def test_a_claim_that_cites_nothing_is_unverifiable() -> None:
    assert claim_status([]) is Status.UNVERIFIABLE


def test_an_article_is_as_good_as_its_worst_claim() -> None:
    assert article_status([Status.VERIFIED, Status.BROKEN, Status.PENDING]) is Status.BROKEN
    assert article_status([]) is Status.VERIFIED


@settings(max_examples=60, deadline=None)
@given(statuses=st.lists(st.sampled_from(list(Status)), min_size=1))
def test_the_order_of_claims_does_not_matter(statuses: list[Status]) -> None:
    assert article_status(statuses) is article_status(list(reversed(statuses)))


def test_a_review_that_asks_for_work_is_shown_first() -> None:
    assert claim_review([ReviewState.CONFIRMED, ReviewState.DISPUTED]) is ReviewState.DISPUTED
    assert claim_review([]) is ReviewState.NONE
