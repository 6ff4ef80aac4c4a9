"""The page is there: in place, or elsewhere."""

from app.sources.decision import Decision
from app.sources.outcome import Outcome
from app.sources.view import View


def judge(view: View) -> Decision:
    if view.moved:
        return Decision(Outcome.REDIRECTED, "arrival.redirected", (f"arrived at {view.last.url}",))
    return Decision(Outcome.OK, "arrival.ok")
