"""What is known of a cited URL: canonical form, outcome, link state, schedule.

What a visit to a plainly fine page does not need is loaded when its name is first used: `stet visit` starts in a third of the time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.sources.classify import classify
from app.sources.decision import RULE_VERSION, Decision
from app.sources.outcome import Outcome, Resolves
from app.sources.url import CanonicalUrl, canonical, parse, registrable

if TYPE_CHECKING:
    from app.sources.alerts import Alert, alert
    from app.sources.link_state import CheckFacts, LinkFold, LinkState, PersonsWord, step
    from app.sources.probe import sibling_url
    from app.sources.sayings import says_missing
    from app.sources.schedule import HostRate, Policy, Terms, after_void, change_rate, next_check
    from app.sources.telling import WALL_HEADERS, is_innocent
    from app.sources.visit_facts import Failure, HopFacts, Known, ProbeFacts, VisitFacts

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
    "sayings": ("says_missing",),
    "schedule": ("HostRate", "Policy", "Terms", "after_void", "change_rate", "next_check"),
    "link_state": ("CheckFacts", "LinkFold", "LinkState", "PersonsWord", "step"),
    "telling": ("WALL_HEADERS", "is_innocent"),
    "visit_facts": ("Failure", "HopFacts", "Known", "ProbeFacts", "VisitFacts"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  a class or a function, as the imports above say
    for module, names in _LATER.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"app.sources.{module}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
