"""What the classifier says of one visit."""

from dataclasses import dataclass

from app.sources.outcome import Outcome, Resolves

# Grows with every change of a rule or of its data that can change an outcome.
RULE_VERSION = "links-1"


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome, the rule that decided, what it saw, and whether a sibling probe would settle a doubt.

    With `wants_probe` the outcome is what stands if no probe can be made. Notes: `permanent`, `temporary`, `cross_site`,
    `fragment_missing`, `text_fragment_missing`, `not_as_known`, and others that rules add.
    """

    outcome: Outcome
    rule: str
    evidence: tuple[str, ...] = ()
    wants_probe: bool = False
    notes: tuple[str, ...] = ()

    @property
    def resolves(self) -> Resolves:
        return self.outcome.resolves
