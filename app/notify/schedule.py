"""When a message that did not arrive is tried again: over three days, as the Standard Webhooks specification advises."""

from datetime import timedelta

STEPS_S = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
# Sum of the steps: 75 hours. An endpoint that has failed for all of that is disabled.
GIVE_UP_AFTER = timedelta(days=3)
JITTER = 0.2  # receivers that went down together do not get everything back in one moment


def next_attempt(attempts: int, chance: float) -> timedelta | None:
    """Return how long to wait after so many attempts, None when that was the last. `chance` in [0, 1) spreads by ±20 %."""
    if not 1 <= attempts <= len(STEPS_S):
        return None
    return timedelta(seconds=STEPS_S[attempts - 1] * (1 + JITTER * (2 * chance - 1)))
