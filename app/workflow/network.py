"""Our own network's failure told from theirs: while it lasts, failed visits are void, states stand still and work pauses."""

import asyncio

from app.events import Event, EventType
from app.fetch import HostBusy, Visit
from app.fetch.breaker import BreakerState, after_canaries, after_visit, canaries, is_void
from app.sources import Outcome, parse
from app.store import event_log
from app.workflow.desk import Desk

_RULE = "network.down"


def after(state: BreakerState, visit: Visit, now_s: float) -> BreakerState:
    """Return the state after one more visit, which may open the breaker."""
    if visit.outcome is Outcome.INVALID_URL:
        return state
    return after_visit(state, host=parse(visit.url).host, url=visit.url, outcome=visit.outcome, now=now_s)


def judged_void(state: BreakerState, visit: Visit) -> Visit:
    """Return the visit as it counts: void when it failed while our network was down."""
    if not is_void(state, visit.outcome, visit.started_at.timestamp()):
        return visit
    evidence = (f"met {visit.outcome.value} while many unrelated hosts failed at once", *visit.evidence)
    return visit._replace(outcome=Outcome.VOIDED, rule=_RULE, evidence=evidence)


async def ask_canaries(desk: Desk, state: BreakerState) -> BreakerState:
    """Visit pages that answered lately, or those of the settings, and return the state after their answers."""
    asked = desk.canaries or canaries(state)
    visits = await asyncio.gather(*(_ask(desk, url) for url in asked))
    return after_canaries(state, tuple(visit.outcome for visit in visits if visit), desk.now().timestamp())


async def _ask(desk: Desk, url: str) -> Visit | None:
    try:
        return await desk.fetcher.visit(url)
    except HostBusy:
        return None


def tell(desk: Desk, state: BreakerState) -> None:
    """Write the event that our network is down, or up again."""
    kind = EventType.NETWORK_DOWN if state.is_open else EventType.NETWORK_UP
    data = {"vantage": desk.vantage, "sites": len(state.answered) + len(state.failed), "failing": len(state.failed)}
    with desk.begin() as session:
        event_log.append(session, Event(kind, desk.vantage, data), desk.now())
