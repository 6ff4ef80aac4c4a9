"""Many unrelated hosts failing at once are our own failure; a few, or one site's many hosts, are theirs."""

from app.fetch.breaker import WINDOW_S, BreakerState, after_canaries, after_visit, canaries, is_void
from app.sources.outcome import Outcome

NOW = 1_000_000.0


def run(outcomes: list[Outcome], *, step_s: float = 1.0, site: str = "site{}.org") -> BreakerState:
    state = BreakerState()
    for number, outcome in enumerate(outcomes):
        host = "www." + site.format(number)
        state = after_visit(state, host=host, url=f"https://{host}/", outcome=outcome, now=NOW + number * step_s)
    return state


def test_four_of_ten_failing_is_our_network() -> None:
    assert run([Outcome.OK] * 6 + [Outcome.TIMEOUT] * 4).is_open


def test_three_of_ten_is_theirs() -> None:
    assert not run([Outcome.OK] * 7 + [Outcome.TIMEOUT] * 3).is_open


def test_nine_sites_are_too_few_to_tell() -> None:
    assert not run([Outcome.DNS_ERROR] * 9).is_open


def test_many_hosts_of_one_site_are_one() -> None:
    assert not run([Outcome.OK] * 9 + [Outcome.TIMEOUT] * 0).is_open
    assert not run([Outcome.CONNECTION_REFUSED] * 50, site="host{}.example.org").is_open


def test_failures_spread_over_hours_are_theirs() -> None:
    assert not run([Outcome.TIMEOUT] * 30, step_s=WINDOW_S).is_open


def test_answers_of_any_kind_show_that_the_network_works() -> None:
    assert not run([Outcome.NOT_FOUND, Outcome.FORBIDDEN, Outcome.SERVER_ERROR, Outcome.SOFT_404] * 5).is_open


def test_what_opened_no_socket_says_nothing() -> None:
    assert run([Outcome.INVALID_URL, Outcome.UNSAFE_TARGET] * 10) == BreakerState()


def test_failed_visits_from_the_first_failure_on_are_void() -> None:
    state = run([Outcome.OK] * 6 + [Outcome.TIMEOUT] * 4)
    assert [is_void(state, Outcome.TIMEOUT, NOW + at) for at in (5, 6, 9)] == [False, True, True]
    assert is_void(state, Outcome.NOT_FOUND, NOW + 9) is False
    assert is_void(BreakerState(), Outcome.TIMEOUT, NOW) is False


def test_the_canaries_are_pages_that_answered_last() -> None:
    state = run([Outcome.OK] * 6 + [Outcome.TIMEOUT] * 4)
    assert canaries(state)[0] == "https://www.site5.org/"
    assert len(canaries(state)) == 6


def test_work_goes_on_when_half_of_them_answer() -> None:
    state = run([Outcome.OK] * 6 + [Outcome.TIMEOUT] * 4)
    assert after_canaries(state, (Outcome.TIMEOUT, Outcome.TIMEOUT, Outcome.OK), NOW + 60).is_open
    assert after_canaries(state, (), NOW + 60).is_open
    again = after_canaries(state, (Outcome.TIMEOUT, Outcome.NOT_FOUND), NOW + 60)
    assert (again.is_open, again.void_from) == (False, None)
    assert not after_visit(again, host="site99.org", url="", outcome=Outcome.TIMEOUT, now=NOW + 61).is_open
