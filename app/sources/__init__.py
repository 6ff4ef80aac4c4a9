"""What is known of a cited URL: canonical form, outcome, link state, schedule."""

from app.sources.alerts import Alert, alert
from app.sources.classify import classify
from app.sources.decision import RULE_VERSION, Decision
from app.sources.link_state import CheckFacts, LinkFold, LinkState, PersonsWord, link_state, step
from app.sources.marks import WALL_HEADERS
from app.sources.outcome import Outcome, Resolves
from app.sources.probe import sibling_url
from app.sources.sayings import is_innocent, says_missing
from app.sources.schedule import HostRate, Policy, Terms, after_void, change_rate, next_check
from app.sources.url import CanonicalUrl, canonical, parse, registrable
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
    "link_state",
    "next_check",
    "parse",
    "registrable",
    "says_missing",
    "sibling_url",
    "step",
]
