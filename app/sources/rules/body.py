"""Answers whose body did not arrive whole, or holds no text by its nature."""

from app.sources.decision import Decision
from app.sources.marks import words
from app.sources.outcome import Outcome
from app.sources.view import View

_NO_TEXT = ("image/", "audio/", "video/", "font/", "model/")
_BINARY = frozenset(words("media", "binary"))
# A longer text of which nothing was passed on is not known to be blank.
_BLANK_BYTES = 32768
_PICTURES_OF_TEXT = frozenset({"image/svg+xml"})


def judge(view: View) -> Decision | None:
    facts = view.facts
    if facts.undecodable:
        return Decision(Outcome.UNDECODABLE, "body.undecodable", ("the body does not decode as its headers say",))
    if facts.too_large:
        return Decision(Outcome.TOO_LARGE, "body.too_large", (f"more than {facts.body_bytes} bytes",))
    if facts.truncated:
        return Decision(Outcome.TRUNCATED, "body.truncated", (f"ended early, after {facts.body_bytes} bytes",))
    is_blank = facts.body_bytes == 0 or (
        facts.media_type.startswith("text/") and not facts.body_start.strip() and facts.body_bytes <= _BLANK_BYTES
    )
    if facts.page is None and is_blank and not facts.body_start.strip():
        return Decision(Outcome.EMPTY, "body.empty", (f"status {view.status} with an empty body",))
    if (
        facts.page is None
        and (facts.media_type.startswith(_NO_TEXT) or facts.media_type in _BINARY)
        and facts.media_type not in _PICTURES_OF_TEXT
    ):
        return Decision(Outcome.NO_TEXT, "body.no_text", (facts.media_type,))
    return None
