"""URL -> what came back: one visit, honest, polite, bounded."""

from typing import TYPE_CHECKING, Any

from app.fetch.fetcher import Fetcher
from app.fetch.limits import Limits
from app.fetch.politeness import Busy, HostClock, HostState, MemoryClock
from app.fetch.present import visit_json
from app.fetch.record import Cause, Conditional, Hop, Previous, Timings, TlsFacts, Visit
from app.fetch.turns import HostBusy, host_key

if TYPE_CHECKING:
    from app.fetch.proposer import Proposer
    from app.fetch.robots import KeptRobots

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


def __getattr__(name: str) -> Any:  # noqa: ANN401  a class, as the imports above say
    """Load on first use what a visit to a living page does not need."""
    if name == "Proposer":
        from app.fetch.proposer import Proposer  # noqa: PLC0415  see above

        return Proposer
    if name == "KeptRobots":
        from app.fetch.robots import KeptRobots  # noqa: PLC0415  see above

        return KeptRobots
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
