"""Visits that ended without a whole answer: the failure's own outcome, unless a status had already spoken."""

from app.sources.decision import Decision
from app.sources.view import View

# A refusal or an absence said in the status line needs no body to be true.
_SPEAKS_WITHOUT_BODY = frozenset({401, 402, 403, 404, 410, 429, 451, 999})


def judge(view: View) -> Decision | None:
    failure = view.facts.failure
    if failure is None:
        return None
    if failure.phase == "body" and view.status in _SPEAKS_WITHOUT_BODY:
        return None
    seen = " ".join(filter(None, (failure.phase, failure.layer, str(failure.code or ""), failure.name, failure.detail)))
    return Decision(failure.outcome, f"failure.{failure.outcome}", (seen,) if seen else ())
