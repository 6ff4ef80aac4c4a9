"""What is said of a visit beside its outcome: how it moved, and what of the link was not found on a living page."""

from urllib.parse import unquote

from app.sources.decision import Decision
from app.sources.outcome import Outcome, Resolves
from app.sources.phrases import fold
from app.sources.view import STRANGER, View


def notes_on(view: View, decision: Decision) -> tuple[str, ...]:
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
