"""What histories of checks make of a link."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sources import Alert, CheckFacts, LinkFold, LinkState, Outcome, PersonsWord, Resolves, alert, step
from app.sources.link_state import link_state

_START = datetime(2026, 1, 1, tzinfo=UTC)
_HERE, _THERE = "here/plain", "here/browser"
_OK, _LOST, _GONE, _NX = Outcome.OK, Outcome.NOT_FOUND, Outcome.GONE, Outcome.DNS_NOT_FOUND


def _check(day: float, outcome: Outcome, method: str = _HERE, **more: object) -> CheckFacts:
    return CheckFacts(_START + timedelta(days=day), outcome, method, **more)  # type: ignore[arg-type]


def _state(*entries: tuple[float, Outcome] | tuple[float, Outcome, str]) -> LinkState:
    return link_state(_check(*entry) for entry in entries).state


HISTORIES = (
    ("nothing yet", (), LinkState.UNCHECKED),
    ("a success", ((0, _OK),), LinkState.OK),
    ("a paywall", ((0, Outcome.PAYWALLED),), LinkState.PAYWALLED),
    ("a picture", ((0, Outcome.NO_TEXT),), LinkState.OK),
    ("one 404", ((0, _OK), (7, _LOST)), LinkState.SUSPECT),
    ("one 404 at first sight", ((0, _LOST),), LinkState.SUSPECT),
    ("three 404s in two days", ((0, _LOST), (1, _LOST, _THERE), (2, _LOST)), LinkState.SUSPECT),
    ("three 404s in six days", ((0, _LOST), (3, _LOST, _THERE), (6, _LOST)), LinkState.SUSPECT),
    ("three 404s in seven days from two methods", ((0, _LOST), (3, _LOST, _THERE), (7, _LOST)), LinkState.DEAD),
    ("many 404s from one method", ((0, _LOST), (3, _LOST), (7, _LOST), (11, _LOST), (40, _LOST)), LinkState.SUSPECT),
    ("a second method at last", ((0, _LOST), (3, _LOST), (7, _LOST), (11, _LOST, _THERE)), LinkState.DEAD),
    ("a success between", ((0, _LOST), (3, _LOST, _THERE), (5, _OK), (8, _LOST)), LinkState.SUSPECT),
    ("two 410s in a day", ((0, _GONE), (1, _GONE)), LinkState.DEAD),
    ("two 410s in an hour", ((0, _GONE), (0.04, _GONE)), LinkState.SUSPECT),
    ("two missing names in a day", ((0, _NX), (1, _NX)), LinkState.DEAD),
    ("a 404 and a 410", ((0, _LOST), (3, _GONE)), LinkState.SUSPECT),
    ("back from the dead", ((0, _GONE), (1, _GONE), (30, _OK)), LinkState.OK),
    ("two 404s and two time-outs", ((0, _LOST), (3, Outcome.TIMEOUT), (6, Outcome.TIMEOUT), (9, _LOST, _THERE)), LinkState.DEAD),
    ("one 404 after a year of time-outs", (*((day, Outcome.TIMEOUT) for day in range(0, 360, 7)), (365, _LOST)), LinkState.SUSPECT),
    ("time-outs only", tuple((day, Outcome.TIMEOUT) for day in range(0, 360, 7)), LinkState.UNKNOWN),
    ("time-outs for a week after a success", ((0, _OK), (3, Outcome.TIMEOUT), (7, Outcome.TIMEOUT)), LinkState.OK),
    ("time-outs for a month after a success", ((0, _OK), (3, Outcome.TIMEOUT), (34, Outcome.TIMEOUT)), LinkState.UNKNOWN),
    ("a wall at first sight", ((0, Outcome.BOT_CHALLENGE),), LinkState.BLOCKED),
    ("a wall after a success", ((0, _OK), (3, Outcome.FORBIDDEN)), LinkState.BLOCKED),
    ("a wall for a month", ((0, Outcome.FORBIDDEN), (31, Outcome.FORBIDDEN)), LinkState.UNKNOWN),
    ("a wall while suspect", ((0, _LOST), (3, Outcome.FORBIDDEN)), LinkState.SUSPECT),
    ("walls while dead", ((0, _GONE), (1, _GONE), (9, Outcome.FORBIDDEN), (99, Outcome.FORBIDDEN)), LinkState.DEAD),
    ("an expired certificate", ((0, _OK), (3, Outcome.TLS_ERROR)), LinkState.INSECURE),
    ("a certificate expired for months", ((0, _OK), (3, Outcome.TLS_ERROR), (90, Outcome.TLS_ERROR)), LinkState.INSECURE),
    ("robots keep us out", ((0, Outcome.ROBOTS_DISALLOWED),), LinkState.REFUSED),
    ("an address we do not go to", ((0, Outcome.UNSAFE_TARGET), (40, Outcome.UNSAFE_TARGET)), LinkState.REFUSED),
    ("not a URL", ((0, Outcome.INVALID_URL),), LinkState.REFUSED),
    ("a clock that ran backwards", ((5, _OK), (3, _LOST)), LinkState.SUSPECT),
)


@pytest.mark.parametrize(("name", "history", "expected"), HISTORIES, ids=[name for name, _, _ in HISTORIES])
def test_histories(name: str, history: tuple[tuple[float, Outcome], ...], expected: LinkState) -> None:
    assert (name, expected) == (name, _state(*history))


def test_a_persons_word_and_a_strike_are_death() -> None:
    fold = link_state([_check(0, _LOST), PersonsWord(_START + timedelta(days=1))])

    assert fold.state is LinkState.DEAD
    assert link_state([PersonsWord(_START), _check(1, _LOST)]).state is LinkState.DEAD


def test_a_persons_word_alone_changes_nothing() -> None:
    assert link_state([_check(0, _OK), PersonsWord(_START + timedelta(days=1))]).state is LinkState.OK


def test_strikes_of_a_silent_host_do_not_count() -> None:
    history = [_check(day, _LOST, method, host_answers=False) for day, method in ((0, _HERE), (3, _THERE), (7, _HERE), (11, _THERE))]

    assert link_state(history).state is LinkState.UNKNOWN


def test_a_stranger_must_show_its_face_twice_to_clear_a_dead_link() -> None:
    dead = link_state([_check(0, _GONE), _check(1, _GONE)])

    once = step(dead, _check(30, _OK, as_known=False))
    twice = step(once, _check(37, _OK, as_known=False))

    assert (once.state, twice.state) == (LinkState.DEAD, LinkState.OK)


def test_a_suspect_asks_for_another_method() -> None:
    first = link_state([_check(0, _LOST)])
    both = step(first, _check(3, _LOST, _THERE))

    assert (first.wants_other_method, both.wants_other_method) == (True, False)


def test_a_permanent_redirect_seen_three_times_is_proposed() -> None:
    seen = [_check(day, Outcome.REDIRECTED, permanent=True, final_url="http://b.example/") for day in (0, 7, 14)]
    twice, thrice = link_state(seen[:2]), link_state(seen)

    assert (twice.replacement_url, thrice.replacement_url) == ("", "http://b.example/")
    assert thrice.state is LinkState.MOVED
    assert link_state([*seen, _check(21, _OK)]).replacement_url == ""


def test_three_changes_in_two_weeks_are_flapping_and_told_once() -> None:
    outcomes = [_OK, _LOST, _OK, _LOST, _OK, _LOST, _OK, *[_OK] * 5]
    days = [0, 2, 4, 6, 8, 10, 12, 19, 26, 33, 40, 47]
    fold, told = LinkFold(), []
    for day, outcome in zip(days, outcomes, strict=True):
        before, fold = fold, step(fold, _check(day, outcome))
        told.append(alert(before, fold))

    assert [said for said in told if said] == [Alert.FLAPPING]
    assert not fold.flapping


def _told(*entries: tuple[float, Outcome] | tuple[float, Outcome, str]) -> list[Alert]:
    fold, told = LinkFold(), []
    for entry in entries:
        before, fold = fold, step(fold, _check(*entry))
        told.append(alert(before, fold))
    return [said for said in told if said]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (((0, _OK), (7, _OK)), []),
        (((0, _OK), (7, _LOST)), []),
        (((0, _OK), (7, _GONE), (8, _GONE), (15, _GONE)), [Alert.DIED]),
        (((0, _OK), (7, _GONE), (8, _GONE), (30, _OK)), [Alert.DIED, Alert.CAME_BACK]),
        (((0, _OK), (7, Outcome.FORBIDDEN)), []),
        (((0, _OK), (7, Outcome.TIMEOUT), (40, Outcome.TIMEOUT), (50, _OK)), [Alert.WENT_UNKNOWN, Alert.CAME_BACK]),
        (((0, _OK), (7, Outcome.PAYWALLED)), [Alert.BECAME_PAYWALLED]),
        (((0, Outcome.PAYWALLED),), []),
        (((0, _OK), (7, Outcome.TLS_ERROR), (9, _OK)), [Alert.BECAME_INSECURE, Alert.CAME_BACK]),
        (((0, _LOST), (3, _LOST, _THERE), (8, _LOST)), [Alert.DIED]),
    ],
)
def test_alerts(entries: tuple[tuple[float, Outcome], ...], expected: list[Alert]) -> None:
    assert expected == _told(*entries)


_CHECKS = st.builds(
    CheckFacts,
    at=st.integers(0, 60 * 24).map(lambda hours: _START + timedelta(hours=hours)),
    outcome=st.sampled_from(Outcome),
    method=st.sampled_from([_HERE, _THERE]),
    permanent=st.booleans(),
    final_url=st.sampled_from(["http://b.example/", "http://c.example/"]),
    as_known=st.booleans(),
    host_answers=st.booleans(),
    void=st.booleans(),
    compared=st.booleans(),
    changed=st.booleans(),
)
_HISTORIES = st.lists(_CHECKS | st.builds(PersonsWord, at=st.just(_START)), max_size=25).map(
    lambda entries: sorted(entries, key=lambda e: e.at)
)
_BOUNDED = settings(max_examples=400, deadline=None)


@_BOUNDED
@given(_HISTORIES, _CHECKS)
def test_only_a_dead_class_outcome_makes_a_link_dead(history: list[CheckFacts | PersonsWord], check: CheckFacts) -> None:
    before = link_state(history)
    after = step(before, check)

    if after.state is LinkState.DEAD and before.state is not LinkState.DEAD:
        assert check.outcome.resolves is Resolves.DEAD


@_BOUNDED
@given(_HISTORIES)
def test_without_a_dead_class_outcome_no_link_is_suspect_or_dead(history: list[CheckFacts | PersonsWord]) -> None:
    harmless = [entry for entry in history if isinstance(entry, PersonsWord) or entry.outcome.resolves is not Resolves.DEAD]

    assert link_state(harmless).state not in (LinkState.SUSPECT, LinkState.DEAD)


_NEVER_A_STRIKE = [
    outcome
    for outcome in Outcome
    if outcome.resolves in (Resolves.BLOCKED, Resolves.UNKNOWN)
    and outcome not in (Outcome.DNS_ERROR, Outcome.SERVER_ERROR, Outcome.TIMEOUT, Outcome.CONNECTION_REFUSED)
]


@_BOUNDED
@given(_HISTORIES, _CHECKS, st.sampled_from(_NEVER_A_STRIKE))
def test_blocked_and_unknown_leave_the_strikes_alone(history: list[CheckFacts | PersonsWord], check: CheckFacts, outcome: Outcome) -> None:
    before = link_state(history)
    after = step(before, CheckFacts(check.at, outcome, check.method))

    assert before.strikes == after.strikes


@_BOUNDED
@given(_HISTORIES, _CHECKS)
def test_a_success_always_clears(history: list[CheckFacts | PersonsWord], check: CheckFacts) -> None:
    after = step(link_state(history), CheckFacts(check.at, Outcome.OK))

    assert (after.state, after.strikes) == (LinkState.OK, ())


@_BOUNDED
@given(_HISTORIES, _CHECKS)
def test_two_successes_clear_whatever_the_page_shows(history: list[CheckFacts | PersonsWord], check: CheckFacts) -> None:
    stranger = CheckFacts(check.at, Outcome.OK, as_known=False)

    assert link_state([stranger, stranger], link_state(history)).state is LinkState.OK


@_BOUNDED
@given(_HISTORIES, _CHECKS)
def test_void_visits_change_nothing(history: list[CheckFacts | PersonsWord], check: CheckFacts) -> None:
    before = link_state(history)

    assert before == step(before, CheckFacts(check.at, check.outcome, void=True))
    assert before == step(before, CheckFacts(check.at, Outcome.VOIDED))


@_BOUNDED
@given(_HISTORIES, st.integers(0, 25))
def test_the_state_is_the_same_however_the_history_is_batched(history: list[CheckFacts | PersonsWord], cut: int) -> None:
    first = link_state(history[:cut])
    stored = LinkFold.from_json(json.loads(json.dumps(first.to_json())))

    assert link_state(history) == link_state(history[cut:], stored)


@_BOUNDED
@given(_HISTORIES)
def test_the_fold_stays_small(history: list[CheckFacts | PersonsWord]) -> None:
    fold = link_state([*history, *history, *history])

    assert len(fold.strikes) <= 8
    assert len(fold.state_changes) <= 8
