"""URL -> what came back: one visit, honest, polite, bounded."""

from app.fetch.fetcher import Fetcher
from app.fetch.limits import Limits
from app.fetch.politeness import Busy, HostClock, HostState, MemoryClock
from app.fetch.present import visit_json
from app.fetch.proposer import Proposer
from app.fetch.record import Cause, Conditional, Hop, Previous, Timings, TlsFacts, Visit
from app.fetch.robots import KeptRobots
from app.fetch.turns import HostBusy, host_key

__all__ = [
    "Busy",
    "Cause",
    "Conditional",
    "Fetcher",
    "Hop",
    "HostBusy",
    "HostClock",
    "HostState",
    "KeptRobots",
    "Limits",
    "MemoryClock",
    "Previous",
    "Proposer",
    "Timings",
    "TlsFacts",
    "Visit",
    "host_key",
    "visit_json",
]
