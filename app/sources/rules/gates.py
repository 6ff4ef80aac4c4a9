"""Gates before a page that is there: log in, consent, be of age, be elsewhere, the law. Blocked, never dead."""

from app.sources import paths
from app.sources.decision import Decision
from app.sources.marks import (
    AGE_WORDS,
    CONSENT_HOSTS,
    CONSENT_LABELS,
    CONSENT_WORDS,
    GEO_WORDS,
    LOGIN_BACK,
    LOGIN_HOSTS,
    LOGIN_LABELS,
    RATE_TITLES,
    is_of,
    words,
)
from app.sources.outcome import Outcome
from app.sources.phrases import fold, joined, sentences
from app.sources.sayings import is_one_of, is_said, is_titled
from app.sources.view import View

_LAW = (
    "unavailable for legal reasons",
    "in response to a legal demand",
    "dmca takedown",
    "blocked by court order",
    "court order",
    "copyright complaint",
)

_COMMENTS = tuple(fold(word) for word in words("names", "comment"))
_RATE = frozenset(joined(fold(title)) for title in RATE_TITLES)
# A gate of so little text says all in its title; the buttons are no text.
_BARE_GATE_CHARS = 300
# Age gates say two words of their own, refusals to a continent up to a dozen; reports on them say more.
_OWN_WORDS_AGE_MAX, _OWN_WORDS_GEO_MAX = 10, 16
# Where a title is nearly all that tells a gate, the text below it is no report on one.
_OWN_WORDS_TITLED_MAX = 6
# Walls of long legal text repeat themselves in the words of their trade.
_OWN_WORDS_CONSENT_MAX = 8


def refused_by_place_or_law(view: View) -> Decision | None:
    """Tell a 403 that is about where we are, or about the law, from one that is about who we are."""
    if view.status != 403 or not view.slight:
        return None
    if said := view.sentences("geo"):
        return Decision(Outcome.GEO_BLOCKED, "gate.geo_403", (f"status 403, says “{said[0]}”",))
    return None


def judge(view: View) -> Decision | None:
    if not view.is_page:
        return None
    return _law(view) or _rate(view) or _login(view) or _consent(view) or _age(view) or _geo(view)


def _led_to(view: View, words: frozenset[str]) -> str:
    """Find the word of the final path that tells a gate; "" if none, or if it was asked for."""
    if not view.moved:
        return ""
    asked = paths.parts(view.asked.path)[-1:]
    named = (part for part in paths.parts(view.final.path) if paths.bare_name(part) in words and (part,) != asked)
    return next(named, "")


def _law(view: View) -> Decision | None:
    brief = view.short and not view.slug_match and view.own_words <= _OWN_WORDS_TITLED_MAX
    if brief and (said := next((words for words in _LAW if words in view.all_start), "")):
        return Decision(Outcome.LEGAL, "gate.law", (f"says “{said}”",))
    return None


def _rate(view: View) -> Decision | None:
    brief = view.short and not view.slug_match and view.own_words <= _OWN_WORDS_TITLED_MAX
    if brief and any(is_one_of(said, _RATE) for said in (view.page.title, view.heading)):
        return Decision(Outcome.RATE_LIMITED, "gate.rate", (f"titled “{view.page.title[:80]}”",))
    return None


def _login(view: View) -> Decision | None:
    if not view.slight:
        return None
    titled = view.titled("login")
    if view.moved and (led := _led_to_login(view, signs=view.asks_password or titled)):
        return Decision(Outcome.LOGIN_REQUIRED, "gate.login_redirect", (led,))
    if view.slug_match or view.article_marks:
        return None
    said = view.sentences("login")
    brief = view.own_words <= _OWN_WORDS_TITLED_MAX
    if titled and (view.asks_password or (said and brief)) and view.main_size < 1000:
        return Decision(
            Outcome.LOGIN_REQUIRED, "gate.login_page", ("titled as a login" + (", with a password field" if view.asks_password else ""),)
        )
    about_comments = any(word in view.all_start for word in _COMMENTS)
    if said and view.short and (view.asks_password or (brief and view.main_size < 300 and not about_comments)):
        return Decision(Outcome.LOGIN_REQUIRED, "gate.login_words", (f"says “{said[0]}”",))
    return None


def _led_to_login(view: View, *, signs: bool) -> str:
    final = view.final
    if is_of(final.host, LOGIN_HOSTS) and not is_of(view.asked.host, LOGIN_HOSTS):
        return f"led to {final.host}"
    carries_way_back = any(pair.partition("=")[0].lower() in LOGIN_BACK for pair in final.query.split("&"))
    is_elsewhere = final.path != view.asked.path
    named_for_it = carries_way_back or not paths.is_article_like(final.path.rpartition("/")[2])
    if is_elsewhere and paths.is_login(final) and (signs or named_for_it):
        return f"led to {final.path}"
    label = final.host.partition(".")[0]
    if label in LOGIN_LABELS and label != view.asked.host.partition(".")[0] and (signs or carries_way_back):
        return f"led to {final.host}"
    return ""


def _consent(view: View) -> Decision | None:
    label = view.final.host.partition(".")[0]
    led_to_host = view.moved and (is_of(view.final.host, CONSENT_HOSTS) or (label in CONSENT_LABELS and view.final.host != view.asked.host))
    if led_to_host or _led_to(view, CONSENT_WORDS):
        return Decision(Outcome.CONSENT_WALL, "gate.consent_redirect", (f"led to {view.last.url}"[:200],))
    if not view.slight or view.slug_match or view.article_marks:
        return None
    said = view.sentences("consent")
    if view.own_words > _OWN_WORDS_CONSENT_MAX and len(said) < 2:
        return None
    alone = view.short and len(view.page.headings) <= 1 and (is_titled(view.heading, "consent") or (not view.heading and len(said) >= 3))
    if (said and alone) or (is_titled(view.page.title, "consent") and (said or view.main_size < _BARE_GATE_CHARS)):
        return Decision(
            Outcome.CONSENT_WALL, "gate.consent_page", ("titled as a consent", *(f"says “{sentence}”" for sentence in said[:3]))
        )
    return None


def _age(view: View) -> Decision | None:
    if led := _led_to(view, AGE_WORDS):
        return Decision(Outcome.AGE_GATE, "gate.age_redirect", (f"led to {led}",))
    if not view.short or view.slug_match or view.article_marks:
        return None
    said = view.sentences("age")
    if view.own_words <= _OWN_WORDS_AGE_MAX and said and (view.titled("age") or len(said) >= 2):
        return Decision(Outcome.AGE_GATE, "gate.age_page", tuple(f"says “{sentence}”" for sentence in said[:3]))
    return None


def _geo(view: View) -> Decision | None:
    if led := _led_to(view, GEO_WORDS - {"not-available"}):
        return Decision(Outcome.GEO_BLOCKED, "gate.geo_redirect", (f"led to {led}",))
    if not view.short or view.slug_match or view.article_marks:
        return None
    if view.own_words > _OWN_WORDS_GEO_MAX:
        return None
    said = tuple(sentences("geo").find(fold(view.said_below[:2000])))
    titled = view.own_words <= _OWN_WORDS_TITLED_MAX and (is_titled(view.heading, "geo") or is_said(view.heading, "geo"))
    if titled or len(said) >= 2 or (said and view.main_size < 350):
        return Decision(Outcome.GEO_BLOCKED, "gate.geo_page", tuple(f"says “{sentence}”" for sentence in said[:3]))
    return None
