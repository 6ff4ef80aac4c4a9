"""Pages that say "not now": maintenance, overload, a server's own error told with a 200."""

from app.sources.decision import Decision
from app.sources.marks import words
from app.sources.outcome import Outcome
from app.sources.phrases import fold, sentences
from app.sources.view import View

# With so little beside its heading a page is all title; in one of the second length, two sentences tell without a title.
_BARE_CHARS, _SOON_CHARS = 20, 400
_BELOW_CHARS = 2000
# Notices name hours and days; reports on closed bridges and offices say more than that.
_OWN_WORDS_MAX = 14
_ROOTS = tuple(fold(word).strip() for word in words("names", "upkeep"))
_ERRORS = tuple(fold(word).strip() for word in words("names", "errors"))
# Apache says so whatever the reason.
_STOCK_503 = "due to maintenance downtime or capacity problems"


def judge(view: View) -> Decision | None:
    if not view.is_page or not view.slight or view.title_says_missing or view.heading_says_missing:
        return None
    if view.slug_match or view.article_marks or view.own_words > _OWN_WORDS_MAX:
        return None
    said = says_maintenance(view)
    if not said:
        return None
    if _confesses_an_error(view):
        return Decision(Outcome.SERVER_ERROR, "upkeep.error", said)
    return Decision(Outcome.MAINTENANCE, "upkeep.page", said)


def _confesses_an_error(view: View) -> bool:
    """Tell whether title or heading speak of an error and nothing of work on the site."""
    said = fold(f"{view.page.title} {view.heading}")
    return any(word in said for word in _ERRORS) and not any(root in view.all_start for root in _ROOTS)


def says_maintenance(view: View) -> tuple[str, ...]:
    """Say what tells that the site is being worked on; nothing if it is not."""
    below = sentences("maintenance").find(fold(view.said_below[:_BELOW_CHARS]))
    said = tuple(f"says “{words}”" for words in below)[:3]
    titled = view.titled("maintenance")
    bare = len(view.page.main_text) - len(view.heading) < _BARE_CHARS
    if titled and (said or (bare and not view.text_says_missing)):
        return ("titled as maintenance", *said)
    return said if len(said) >= 2 and view.main_size < _SOON_CHARS else ()


def says_work(view: View) -> tuple[str, ...]:
    """Say what tells, beside a 5xx, that the site is being worked on; a server's stock page does not."""
    said = says_maintenance(view)
    works = any(root in view.all_start for root in _ROOTS) and _STOCK_503 not in view.all_start
    return said if works else ()
