"""Pages that say "not now": maintenance, overload, a server's own error told with a 200."""

from app.sources.decision import Decision
from app.sources.outcome import Outcome
from app.sources.view import View

_SOON_CHARS = 400


def judge(view: View) -> Decision | None:
    if not view.is_page or not view.slight or view.title_says_missing or view.heading_says_missing:
        return None
    if view.slug_match or view.article_marks:
        return None
    said = says_maintenance(view)
    return Decision(Outcome.MAINTENANCE, "upkeep.page", said) if said else None


def says_maintenance(view: View) -> tuple[str, ...]:
    """Say what tells that the site is being worked on; nothing if it is not."""
    said = tuple(f"says “{words}”" for words in view.sentences("maintenance")[:3])
    titled = view.titled("maintenance")
    if titled and (said or view.main_size < _SOON_CHARS):
        return ("titled as maintenance", *said)
    return said if len(said) >= 2 and view.main_size < _SOON_CHARS else ()
