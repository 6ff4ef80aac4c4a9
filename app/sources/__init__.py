"""What is known of a cited URL: canonical form, outcome, link state, schedule.

What a visit to a plainly fine page does not need is loaded when its name is first used: `stet visit` starts in a third of the time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.sources.classify import classify
from app.sources.decision import RULE_VERSION, Decision
from app.sources.link_state import CheckFacts, LinkFold, LinkState, PersonsWord, link_state, step
from app.sources.outcome import Outcome, Resolves
from app.sources.url import CanonicalUrl, canonical, parse, registrable
from app.sources.visit_facts import Failure, HopFacts, Known, ProbeFacts, VisitFacts

if TYPE_CHECKING:
    from app.sources.alerts import Alert, alert
    from app.sources.marks import WALL_HEADERS
    from app.sources.probe import sibling_url
    from app.sources.sayings import is_innocent, says_missing
    from app.sources.schedule import HostRate, Policy, Terms, after_void, change_rate, next_check

__all__ = [
    "RULE_VERSION",
    "WALL_HEADERS",
    "Alert",
    "CanonicalUrl",
    "CheckFacts",
    "Decision",
    "Failure",
    "HopFacts",
    "HostRate",
    "Known",
    "LinkFold",
    "LinkState",
    "Outcome",
    "PersonsWord",
    "Policy",
    "ProbeFacts",
    "Resolves",
    "Terms",
    "VisitFacts",
    "after_void",
    "alert",
    "canonical",
    "change_rate",
    "classify",
    "is_innocent",
    "link_state",
    "next_check",
    "parse",
    "registrable",
    "says_missing",
    "sibling_url",
    "step",
]

_LATER = {
    "alerts": ("Alert", "alert"),
    "probe": ("sibling_url",),
    "sayings": ("is_innocent", "says_missing"),
    "schedule": ("HostRate", "Policy", "Terms", "after_void", "change_rate", "next_check"),
    "marks": ("WALL_HEADERS",),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  a class or a function, as the imports above say
    for module, names in _LATER.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"app.sources.{module}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
