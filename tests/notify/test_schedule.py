"""When a message that did not arrive is tried again."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.notify import GIVE_UP_AFTER, next_attempt
from app.notify.schedule import STEPS_S


def test_the_attempts_reach_over_three_days() -> None:
    waits = [next_attempt(attempts, 0.5) for attempts in range(1, len(STEPS_S) + 1)]
    assert sum((wait for wait in waits if wait), timedelta()) > GIVE_UP_AFTER
    assert waits[0] == timedelta(seconds=5)


def test_after_the_last_attempt_there_is_none() -> None:
    assert next_attempt(len(STEPS_S) + 1, 0.5) is None


@given(st.integers(1, len(STEPS_S)), st.floats(0, 1, exclude_max=True))
def test_jitter_spreads_by_a_fifth(attempts: int, chance: float) -> None:
    wait = next_attempt(attempts, chance)
    assert wait is not None
    step = STEPS_S[attempts - 1]
    assert 0.8 * step - 1e-6 <= wait.total_seconds() <= 1.2 * step + 1e-6
