"""Soft 404: an answer of 200 that says "not there". Evidence adds up; no single weak sign decides; the sibling probe settles doubt."""

from dataclasses import dataclass

from app.sources import paths
from app.sources.decision import Decision
from app.sources.marks import words
from app.sources.outcome import Outcome
from app.sources.phrases import runs_together
from app.sources.probe import Sibling, read_sibling
from app.sources.sayings import says_missing
from app.sources.view import View, canonical_or_nowhere

_CLASSES_SURE, _CLASSES_LIKELY = frozenset(words("classes", "missing_sure")), frozenset(words("classes", "missing_likely"))
# Weights were set so that of a tiny page a stock title or heading and a sentence are enough, of a longer one all three; a title and a
# heading alone are not (books, songs and works of art are called "Not found"). Less than that asks for a probe.
_SURE, _DOUBT = 0.85, 0.35
_SENTENCE_CHARS_MAX = 1500
_LONG_CHARS, _VERY_LONG_CHARS = 1500, 3000
_TINY_CHARS, _OPENING_CHARS = 150, 40
# Error pages say up to five words that stock messages do not have; reports, threads and reviews named like one begin at seven.
# "Gone", "Lost" and "404" are the names of many things: under such a title a still shorter tale tells another matter.
_OWN_WORDS_MAX, _OWN_WORDS_BARE_MAX = 6, 5
# "It may have been moved or deleted": who adds that says next to nothing else.
_OWN_WORDS_ADDED_MAX = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """Signs with their weights, for death above zero, for life below. `told`: more than a title and a heading speaks."""

    signs: dict[str, float]
    told: bool = False

    @property
    def sum(self) -> float:
        return sum(self.signs.values())

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(name for name, weight in self.signs.items() if weight > 0)


def judge(view: View) -> Decision | None:
    """Condemn a page on its own words, or with the sibling's help. A doubt without a probe is for `doubt`."""
    if not view.is_page:
        return None
    evidence = weigh(view)
    if evidence.sum < _DOUBT - 1e-9 or (not (view.title_says_missing or view.heading_says_missing) and _is_a_gate(view)):
        return None
    tells_more = view.own_words > (_OWN_WORDS_BARE_MAX if _is_bare(view) else _OWN_WORDS_MAX) and not _frame(view)
    if evidence.sum >= _SURE - 1e-9 and evidence.told and not tells_more:
        return Decision(Outcome.SOFT_404, "missing.said", evidence.said)
    same = view.deep and read_sibling(view) in (Sibling.SAME, Sibling.ALSO_MISSING)
    if same and _speaks_up(view, evidence):
        return Decision(Outcome.SOFT_404, "missing.sibling", (*evidence.said, "a made-up sibling gets the same page"))
    return None


def _is_bare(view: View) -> bool:
    """Tell whether all that title and heading say of something missing is one word or number."""
    saying = [said for said in (view.page.title, view.heading) if says_missing(said)]
    bare = all(len(said.split()) == 1 and not runs_together(said) for said in saying)
    return bool(saying) and bare and not view.text_says_missing


def _speaks_up(view: View, evidence: Evidence) -> bool:
    """Tell whether the page opens with its message, in title, heading or first words; pages that mention one do so further down."""
    named = any(says_missing(said) and not said.strip().isdigit() for said in (view.page.title, view.heading))
    clause = view.text_says_missing.strip()
    opens = bool(clause) and view.page.main_text.find(clause[:20]) < _OPENING_CHARS
    return evidence.told or named or opens


def _is_a_gate(view: View) -> bool:
    """Tell whether what is missing may be missing for us only, or for now: members, countries and hours have their own words."""
    return view.asks_password or any(view.sentences(family) for family in ("challenge", "login", "geo", "maintenance"))


def doubt(view: View) -> tuple[str, ...]:
    """Give the signs that make a probe worthwhile; none if the page is above suspicion."""
    if not view.is_page:
        return ()
    evidence = weigh(view)
    return evidence.said if evidence.sum >= _DOUBT - 1e-9 else ()


def weigh(view: View) -> Evidence:
    """Add up the signs. Length and the like weigh only beside a sign that speaks of something missing."""
    words, frame = _words(view), _frame(view)
    if not words and not frame:
        return Evidence({})
    named = view.title_says_missing or view.heading_says_missing
    adds = view.adds_absence and view.own_words <= _OWN_WORDS_ADDED_MAX
    told = bool(frame) or view.advises or (named and (bool(view.text_says_missing) or adds))
    return Evidence(words | frame | _circumstances(view) | _life(view), told)


def _words(view: View) -> dict[str, float]:
    signs: dict[str, float] = {}
    if view.title_says_missing:
        signs[f"title “{view.page.title[:80]}”"] = _weight(view.page.title)
    if view.heading_says_missing:
        signs[f"heading “{view.heading[:80]}”"] = _weight(view.heading)
    clause = view.text_says_missing if view.main_size <= _SENTENCE_CHARS_MAX or signs else ""
    if clause:
        signs[f"says “{clause.strip()[:100]}”"] = 0.3
    elif signs and view.adds_absence:
        signs["adds that something is gone"] = 0.25
    if view.short and view.advises and signs:
        signs["offers a way back"] = 0.25
    return signs


def _weight(said: str) -> float:
    # A bare "404" may be the name of anything.
    return 0.25 if said.strip().isdigit() else 0.4


def _frame(view: View) -> dict[str, float]:
    signs: dict[str, float] = {}
    classes = {name.lower() for name in view.page.classes}
    if classes & _CLASSES_SURE:
        signs[f"class {min(classes & _CLASSES_SURE)}"] = 0.5
    elif classes & _CLASSES_LIKELY:
        signs[f"class {min(classes & _CLASSES_LIKELY)}"] = 0.25
    if view.moved and paths.is_error(view.final) and not paths.is_error(view.asked):
        signs[f"led to {view.final.path}"] = 0.6
    elif _canonical_is_error(view):
        signs[f"canonical address {view.page.canonical[:80]}"] = 0.4
    return signs


def _circumstances(view: View) -> dict[str, float]:
    signs: dict[str, float] = {}
    if view.noindex:
        signs["noindex"] = 0.1
    if paths.is_file(view.asked) and not paths.is_file(view.final) and view.facts.page is not None:
        signs["a page where a file was asked for"] = 0.2
    if view.shrank:
        signs["the text shrank to less than a quarter"] = 0.2
    if view.main_size < _TINY_CHARS:
        signs["hardly any text"] = 0.2
    elif view.short:
        signs["little text"] = 0.1
    return signs


def _canonical_is_error(view: View) -> bool:
    address = view.page.canonical
    return bool(address) and "://" in address and paths.is_error(canonical_or_nowhere(address)) and not paths.is_error(view.asked)


def _life(view: View) -> dict[str, float]:
    signs: dict[str, float] = {}
    if view.main_size > _VERY_LONG_CHARS:
        signs["a long text"] = -0.6
    elif view.main_size > _LONG_CHARS:
        signs["a longer text"] = -0.3
    if view.slug_match:
        signs["repeats the address"] = -0.6
    elif view.slug_echo:
        signs["shares words with the address"] = -0.25
    if paths.is_error(view.asked):
        signs["an error was asked for"] = -0.5
    if paths.is_search(view.asked):
        signs["a search was asked for"] = -0.6
    if view.article_marks:
        signs["marked up as an article"] = -0.5
    if view.as_known:
        signs["says what it said"] = -0.8
    return signs
