"""Signs of a gate, too weak alone: a page that shows the same to everybody and has one of them is that gate, and nothing is dead."""

from app.sources.decision import Decision
from app.sources.outcome import Outcome
from app.sources.view import View

# In the order in which they are believed. A cookie banner is on every page, so a consent is believed last.
_BY_FAMILY = (
    ("challenge", Outcome.BOT_CHALLENGE),
    ("login", Outcome.LOGIN_REQUIRED),
    ("age", Outcome.AGE_GATE),
    ("geo", Outcome.GEO_BLOCKED),
    ("maintenance", Outcome.MAINTENANCE),
    ("script", Outcome.JS_REQUIRED),
    ("consent", Outcome.CONSENT_WALL),
)
_TITLED_FAMILIES = frozenset({"challenge", "login", "age", "geo", "maintenance", "consent"})


def judge(view: View) -> Decision | None:
    """Name the gate that a page hints at."""
    for family, outcome in _BY_FAMILY:
        if said := view.sentences(family):
            return Decision(outcome, f"hint.{family}", (f"says “{said[0]}”", "a made-up sibling gets the same page"))
        if family in _TITLED_FAMILIES and view.titled(family):
            return Decision(outcome, f"hint.{family}", (f"titled “{view.page.title[:80]}”", "a made-up sibling gets the same page"))
        if family == "login" and view.asks_password:
            return Decision(outcome, "hint.login", ("a password field", "a made-up sibling gets the same page"))
    return None
