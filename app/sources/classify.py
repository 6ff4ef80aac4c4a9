"""(hops, headers, text facts, probe) -> one outcome of the closed list.

Precision first: in doubt a page is alive, or unknown, never dead.
"""

from dataclasses import replace
from urllib.parse import unquote

from app.sources.decision import Decision
from app.sources.outcome import Outcome, Resolves
from app.sources.phrases import fold
from app.sources.rules import RULES
from app.sources.view import STRANGER, View
from app.sources.visit_facts import VisitFacts


def classify(facts: VisitFacts) -> Decision:
    """Name what a visit met. Pure and total: the same facts always give the same Decision, and no facts raise."""
    view = View(facts)
    decision = next(found for rule in RULES if (found := rule(view)))
    return replace(decision, notes=decision.notes + _notes(view, decision), wants_profile=_wants_profile(view, decision))


# Refusals that servers give to some clients only (LINKS §2): a second profile may be shown the page, or confirm that it is gone.
_PERHAPS_ONLY_US = frozenset({Outcome.FORBIDDEN, Outcome.BOT_CHALLENGE, Outcome.NOT_FOUND})
_STATUSES_PERHAPS_ONLY_US = frozenset({400, 405, 406, 421, 426})


def _wants_profile(view: View, decision: Decision) -> bool:
    if view.facts.second_status is not None or view.facts.failure is not None:
        return False
    return decision.outcome in _PERHAPS_ONLY_US or view.status in _STATUSES_PERHAPS_ONLY_US


def _notes(view: View, decision: Decision) -> tuple[str, ...]:
    notes: list[str] = []
    if view.moved:
        notes.append("permanent" if view.permanent else "temporary")
        if view.asked and view.final and view.asked.site != view.final.site:
            notes.append("cross_site")
    if decision.resolves is Resolves.ALIVE and decision.outcome is not Outcome.NO_TEXT:
        notes.extend(_fragment_notes(view))
        if view.is_page and view.kinship is not None and view.kinship < STRANGER:
            notes.append("not_as_known")
    return tuple(notes)


def _fragment_notes(view: View) -> list[str]:
    if view.facts.page is None or not view.asked.fragment:
        return []
    name, _, directive = view.asked.fragment.partition(":~:")
    notes = ["fragment_missing"] if name and unquote(name) not in view.page.fragment_ids and name not in view.page.fragment_ids else []
    whole = view.page.text_chars <= len(view.page.text)
    if whole and any(fold(text) not in fold(view.page.text) for text in _sought(directive)):
        notes.append("text_fragment_missing")
    return notes


def _sought(directive: str) -> list[str]:
    """Find the beginnings of the passages that a text fragment (`text=[before-,]start[,end][,-after]`) points to."""
    sought = []
    for pair in directive.split("&"):
        key, _, value = pair.partition("=")
        terms = [term for term in value.split(",") if term and not term.endswith("-") and not term.startswith("-")]
        if key == "text" and terms:
            sought.append(unquote(terms[0]))
    return sought
