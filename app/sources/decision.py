"""What the classifier says of one visit."""

from typing import NamedTuple

from app.sources.outcome import Outcome, Resolves

# Grows with every change of a rule or of its data that can change an outcome.
RULE_VERSION = "links-2"


class Decision(NamedTuple):
    """An outcome, the rule that decided, what it saw, and what would settle a doubt.

    `wants_probe`: a sibling probe; until then the outcome is what stands if none can be made. `wants_profile`: a second
    honest profile, which may be told something else. Notes: `permanent`, `temporary`, `cross_site`, `fragment_missing`,
    `text_fragment_missing`, `not_as_known`.
    """

    outcome: Outcome
    rule: str
    evidence: tuple[str, ...] = ()
    wants_probe: bool = False
    wants_profile: bool = False
    notes: tuple[str, ...] = ()

    @property
    def resolves(self) -> Resolves:
        return self.outcome.resolves
