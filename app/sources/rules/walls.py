"""Bot walls: whoever asks whether we are human has not shown us the page. Never dead, never a source of text."""

from collections import defaultdict

from app.sources.decision import Decision
from app.sources.marks import WALLS, Wall
from app.sources.outcome import Outcome
from app.sources.view import View

# A wall that hides behind a 404 is rare; a site's own 404 page with a firm's sensor on it is not.
_NEED_WORDS_TOO = frozenset({404, 410})
# Statuses at which words alone, without a firm's mark, tell a wall.
_WORDS_TELL = frozenset({200, 202, 203, 206, 403, 405, 406, 503})
# Less visible text than this is no page: a firm's mark decides without words.
_BARE_CHARS = 300
_TEXTLESS_CHARS = 80
# Walls without a firm's mark say one word of their own, articles about them begin at a dozen.
_OWN_WORDS_MAX = 5

_BY_HEADER: defaultdict[str, list[tuple[Wall, str]]] = defaultdict(list)
for _wall in WALLS:
    for _name, _beginning in _wall.headers:
        _BY_HEADER[_name].append((_wall, _beginning))


def judge(view: View) -> Decision | None:
    status = view.status
    if status is None or 300 <= status < 400:
        return None
    if header := _by_header(view, status):
        return header
    if status == 999:
        return Decision(Outcome.BOT_CHALLENGE, "wall.999", ("status 999",))
    if not view.slight:
        return None
    words = view.sentences("challenge")
    says_so = view.titled("challenge") or bool(words)
    return _by_mark(view, status, says_so=says_so) or _by_words(view, status, words)


def _by_header(view: View, status: int) -> Decision | None:
    for name, value in view.last.headers:
        for wall, beginning in _BY_HEADER.get(name, ()):
            tells = not wall.header_statuses or status in wall.header_statuses
            if tells and value.lower().startswith(beginning):
                return Decision(Outcome.BOT_CHALLENGE, f"wall.{wall.vendor}", (f"header {name}: {value}"[:200],))
    return None


def _by_mark(view: View, status: int, *, says_so: bool) -> Decision | None:
    refused = status >= 400 and status not in _NEED_WORDS_TOO and status != 401
    bare = view.text_size < _BARE_CHARS and status not in _NEED_WORDS_TOO
    for wall in WALLS:
        mark = next((mark for mark in wall.marks if mark in view.haystack), "") or _bare_mark(view, wall)
        if mark and (says_so or ((refused or bare) and not wall.needs_words)):
            return Decision(Outcome.BOT_CHALLENGE, f"wall.{wall.vendor}", (f"mark “{mark}”",))
    return None


def _bare_mark(view: View, wall: Wall) -> str:
    if view.text_size >= _TEXTLESS_CHARS:
        return ""
    return next((mark for mark in wall.bare_marks if mark in view.haystack), "")


def _by_words(view: View, status: int, words: tuple[str, ...]) -> Decision | None:
    if status not in _WORDS_TELL or not words or not view.short or view.slug_match or view.article_marks:
        return None
    if (view.titled("challenge") or len(words) >= 2) and view.own_words <= _OWN_WORDS_MAX:
        return Decision(Outcome.BOT_CHALLENGE, "wall.words", tuple(f"says “{word}”" for word in words[:3]))
    return None
