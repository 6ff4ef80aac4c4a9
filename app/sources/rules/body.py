"""Answers whose body says nothing, or did not arrive whole."""

from app.sources.decision import Decision
from app.sources.outcome import Outcome
from app.sources.view import View

_NO_TEXT = ("image/", "audio/", "video/", "font/", "model/")


def judge(view: View) -> Decision | None:
    facts = view.facts
    if facts.undecodable:
        return Decision(Outcome.UNDECODABLE, "body.undecodable", ("the body does not decode as its headers say",))
    if facts.too_large:
        return Decision(Outcome.TOO_LARGE, "body.too_large", (f"more than {facts.body_bytes} bytes",))
    if facts.truncated:
        return Decision(Outcome.TRUNCATED, "body.truncated", (f"ended early, after {facts.body_bytes} bytes",))
    if facts.body_bytes == 0 and facts.page is None:
        return Decision(Outcome.EMPTY, "body.empty", ("status 200 with an empty body",))
    if facts.media_type.startswith(_NO_TEXT):
        return Decision(Outcome.NO_TEXT, "body.no_text", (facts.media_type,))
    return None
