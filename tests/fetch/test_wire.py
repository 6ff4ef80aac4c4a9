"""Whatever a server does on the wire ends in the one right outcome, with its cause, within the deadline."""

import pytest

from app.fetch import Fetcher
from app.sources.outcome import Outcome, Resolves
from tests.fetch.conftest import HASTY, LOOPBACK
from tests.press.server import Press
from tests.press.wire import WIRE

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket]


@pytest.mark.parametrize(("path", "outcome"), [(path, outcome) for path, (_, outcome) in WIRE.items()])
async def test_every_answer_has_one_outcome_within_the_deadline(path: str, outcome: Outcome) -> None:
    limits = HASTY if outcome is Outcome.TIMEOUT else LOOPBACK
    async with Press({name: handler for name, (handler, _) in WIRE.items()}) as press, Fetcher(limits) as fetcher:
        visit = await fetcher.visit(press.url(path))
    assert (visit.outcome, visit.elapsed_s < limits.visit_deadline_s + 1) == (outcome, True), visit
    assert visit.causes or visit.resolves is not Resolves.UNKNOWN or outcome is Outcome.EMPTY
