"""(hops, headers, text facts, probe) -> one outcome of the closed list.

Precision first: in doubt a page is alive, or unknown, never dead.
"""

from typing import TYPE_CHECKING

from app.sources.decision import Decision
from app.sources.outcome import Outcome

if TYPE_CHECKING:
    from app.sources.view import View
    from app.sources.visit_facts import VisitFacts


def classify(facts: "VisitFacts") -> Decision:
    """Name what a visit met. Pure and total: the same facts always give the same Decision, and no facts raise."""
    from app.sources.notes import notes_on  # noqa: PLC0415  the rules and their data: a plainly fine page needs none of them
    from app.sources.rules import RULES  # noqa: PLC0415  as above
    from app.sources.view import View  # noqa: PLC0415  as above

    view = View(facts)
    decision = next(found for rule in RULES if (found := rule(view)))
    return decision._replace(notes=decision.notes + notes_on(view, decision), wants_profile=_wants_profile(view, decision))


# Refusals that servers give to some clients only (LINKS §2): a second profile may be shown the page, or confirm that it is gone.
_PERHAPS_ONLY_US = frozenset({Outcome.FORBIDDEN, Outcome.BOT_CHALLENGE, Outcome.NOT_FOUND})
_STATUSES_PERHAPS_ONLY_US = frozenset({400, 405, 406, 421, 426})


def _wants_profile(view: "View", decision: Decision) -> bool:
    if view.facts.second_status is not None or view.facts.failure is not None:
        return False
    return decision.outcome in _PERHAPS_ONLY_US or view.status in _STATUSES_PERHAPS_ONLY_US
