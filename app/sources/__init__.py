"""What is known of a cited URL: canonical form, outcome, link state, schedule."""

from app.sources.classify import classify
from app.sources.decision import RULE_VERSION, Decision
from app.sources.outcome import Outcome, Resolves
from app.sources.url import CanonicalUrl, canonical, parse, registrable
from app.sources.visit_facts import Failure, HopFacts, Known, ProbeFacts, VisitFacts

__all__ = [
    "RULE_VERSION",
    "CanonicalUrl",
    "Decision",
    "Failure",
    "HopFacts",
    "Known",
    "Outcome",
    "ProbeFacts",
    "Resolves",
    "VisitFacts",
    "canonical",
    "classify",
    "parse",
    "registrable",
]
