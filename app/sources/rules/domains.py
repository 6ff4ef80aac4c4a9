"""Names that changed hands: parked, suspended by their hoster, or serving somebody else's trade."""

import re

from app.sources import marks
from app.sources.decision import Decision
from app.sources.marks import (
    PARKING_HOSTS,
    PARKING_MARKS,
    PARKING_MARKS_SURE,
    PARKING_PATHS,
    PARKING_QUERIES,
    SHORTENERS,
    SPAM_PHRASES,
    SPAM_WORDS,
    SUSPENDED_MARKS,
    SUSPENDED_PATHS,
    is_of,
)
from app.sources.outcome import Outcome
from app.sources.phrases import Phrases, fold
from app.sources.sayings import is_titled
from app.sources.view import STRANGER, View

# Parking firms answer with any of these.
_STATUSES = frozenset({200, 203, 403, 500, 503, 508, 509})
# Names on their way to a parking firm hop over ww1., ww25., ww38. …
_PARKING_LABEL = re.compile(r"ww\d{1,3}\.")
_DOMAIN_NAMED = tuple(fold(word).strip() for word in marks.words("names", "domain"))
_ENOUGH = 0.8
_NAMED_CHARS = 1500
# Hosters' notices say up to six words of their own, parking pages eight (beside lists of advertised words); reports on them twice that.
_OWN_WORDS_MAX, _OWN_WORDS_PARKED_MAX = 6, 9
# An offer without a parking firm's mark that does not name what it offers says still less.
_OWN_WORDS_NAMELESS_MAX = 6
# Distinct phrases of the trade in a short text that no report holds.
_DENSE = 4
# Of those texts' words a third and more are the trade's own, of a report a quarter at most.
_DENSE_SHARE = 0.33
_SPAM = Phrases(map(fold, SPAM_PHRASES))


def judge(view: View) -> Decision | None:
    if view.status not in _STATUSES:
        return None
    return _suspended(view) or _parked(view) or _hijacked(view)


def _suspended(view: View) -> Decision | None:
    path = view.final.path.lower()
    if view.moved and (seen := next((mark for mark in SUSPENDED_PATHS if mark in path), "")):
        return Decision(Outcome.SUSPENDED, "domain.suspended_path", (f"led to {seen}",))
    if not view.slight or view.slug_match or view.article_marks:
        return None
    said = view.sentences("suspended")
    if view.own_words > (2 * _OWN_WORDS_MAX if is_titled(view.page.title, "suspended") else _OWN_WORDS_MAX):
        return None
    titled = view.titled("suspended")
    marked = any(mark in view.haystack for mark in SUSPENDED_MARKS)
    if (titled and (said or view.main_size < 300)) or (marked and said and view.short) or (len(said) >= 2 and view.main_size < 400):
        return Decision(Outcome.SUSPENDED, "domain.suspended", tuple(f"says “{words}”" for words in said[:2]) or ("titled as suspended",))
    return None


def _parked(view: View) -> Decision | None:
    if is_of(view.asked.host, PARKING_HOSTS):
        return None
    if view.moved and is_of(view.final.host, PARKING_HOSTS) and not is_of(view.asked.host, SHORTENERS):
        return Decision(Outcome.PARKED_DOMAIN, "domain.parking_host", (f"led to {view.final.host}",))
    if not view.slight or view.status is None or not view.is_page:
        return None
    evidence = _parking_evidence(view)
    if sum(evidence.values()) >= _ENOUGH - 1e-9 and sum(weight > 0 for weight in evidence.values()) >= 2:
        return Decision(Outcome.PARKED_DOMAIN, "domain.parked", tuple(name for name, weight in evidence.items() if weight > 0)[:4])
    return None


def _parking_evidence(view: View) -> dict[str, float]:
    evidence: dict[str, float] = {}
    names_domain = any(word in view.all_start for word in _DOMAIN_NAMED)
    own_name = fold(view.asked.site).strip()
    marked_surely = next((mark for mark in PARKING_MARKS_SURE if mark in view.haystack), "")
    if marked_surely:
        evidence[f"mark “{marked_surely}”"] = 0.7
    elif mark := next((mark for mark in PARKING_MARKS if mark in view.haystack), ""):
        evidence[f"mark “{mark}”"] = 0.5
    if view.titled("parked"):
        evidence["titled as for sale"] = 0.4
    said = view.sentences("parked")
    if said and names_domain:
        evidence.update({f"says “{words}”": 0.3 for words in said[:3]})
    if own_name and own_name in fold(view.page.title) and (said or view.titled("parked")):
        evidence["its title is the bare name"] = 0.2
    if _went_to_parking_path(view):
        evidence[f"led to {view.final.path}"] = 0.5
    if view.short and evidence:
        evidence["little text"] = 0.1
    if view.slug_match or view.article_marks:
        evidence["it is an article"] = -0.7
    elif view.own_words > _words_of_an_offer_max(view, own_name) and not marked_surely:
        evidence["it has a tale to tell"] = -0.5
    return evidence


def _words_of_an_offer_max(view: View, own_name: str) -> int:
    names_itself = bool(own_name) and own_name in fold(f"{view.page.title} {view.page.text[:_NAMED_CHARS]}")
    return _OWN_WORDS_PARKED_MAX if names_itself else _OWN_WORDS_NAMELESS_MAX


def _went_to_parking_path(view: View) -> bool:
    final = view.final
    if not view.moved:
        return False
    hopped = _PARKING_LABEL.match(final.host) is not None and not _PARKING_LABEL.match(view.asked.host)
    path = final.path.lower()
    return hopped or any(path.startswith(mark) for mark in PARKING_PATHS) or any(mark in final.query.lower() for mark in PARKING_QUERIES)


def _hijacked(view: View) -> Decision | None:
    if not view.is_page or view.status != 200:
        return None
    title = fold(f"{view.page.title} . {view.heading}")
    in_title = _spam_in(title)
    title_words = {word for word in title.split() if word in SPAM_WORDS}
    if (not in_title and len(title_words) < 2) or _is_of_the_trade(view):
        return None
    everywhere = in_title | _spam_in(view.start)
    seen = tuple(f"says “{phrase}”" for phrase in sorted(everywhere)[:4])
    if (_moved_to_the_trade(view) and everywhere) or (
        view.moved and not view.same_site and len(everywhere) >= _DENSE and not view.slug_match
    ):
        return Decision(Outcome.HIJACKED, "domain.hijacked_redirect", (f"led to {view.final.host}", *seen))
    dense = len(everywhere) >= _DENSE and view.short and _spam_share(view) >= _DENSE_SHARE
    loud = len(in_title) >= 2 or len(title_words) >= 3 or dense or _was_something_else(view)
    if loud and len(everywhere) >= 2 and not _is_about_the_trade(view):
        return Decision(Outcome.HIJACKED, "domain.hijacked", seen)
    return None


def _spam_in(folded: str) -> set[str]:
    """Find the phrases of the trade, each only in its longest form."""
    seen = set(_SPAM.find(folded))
    return {phrase for phrase in seen if not any(phrase != other and phrase in other for other in seen)}


def _spam_share(view: View) -> float:
    """Give the share of the main text's words that are the trade's own."""
    text = fold((view.page.main_text or view.page.text)[:_NAMED_CHARS])
    words = len(text.split())
    for phrase in sorted(_SPAM.find(text), key=len, reverse=True):
        text = text.replace(phrase, "")
    rest = [word for word in text.split() if word not in SPAM_WORDS]
    return 1 - len(rest) / words if words else 0.0


def _is_about_the_trade(view: View) -> bool:
    return view.slug_match or (view.article_marks and not _was_something_else(view))


def _is_of_the_trade(view: View) -> bool:
    """Tell whether the asked address, or what we knew of it, was of the trade already: then nothing was hijacked."""
    asked = fold(f"{view.asked.host} {view.asked.path}")
    if any(word in asked for word in SPAM_WORDS if len(word) >= 4):
        return True
    known = view.facts.known
    return known is not None and _SPAM.stand_in(fold(known.main_text[:3000]))


def _moved_to_the_trade(view: View) -> bool:
    return view.moved and not view.same_site and any(word in view.final.host for word in SPAM_WORDS if len(word) >= 4)


def _was_something_else(view: View) -> bool:
    return view.kinship is not None and view.kinship < STRANGER
