"""Paywalls: the page is there, its text is withheld. Alive."""

import json
from collections.abc import Iterator
from typing import Any

from app.sources.decision import Decision
from app.sources.marks import PAYWALL_ASIDES, words
from app.sources.outcome import Outcome
from app.sources.phrases import fold, sentences
from app.sources.view import View

_ASIDES = frozenset(fold(phrase).strip() for phrase in PAYWALL_ASIDES)
_CLASSES = frozenset(words("classes", "paywall"))
# A text as long as this was not withheld, whatever the mark-up says; a teaser is shorter.
_WHOLE_CHARS, _TEASER_CHARS = 6000, 2500
_TAIL_CHARS, _ASIDE_CHARS, _MENTION_CHARS = 500, 1200, 150
_DEPTH_MAX = 8


def judge(view: View) -> Decision | None:
    if not view.is_page or view.main_size > _WHOLE_CHARS:
        return None
    if any(_withholds(script) for script in view.page.json_ld):
        return Decision(Outcome.PAYWALLED, "paywall.json_ld", ("isAccessibleForFree: false",))
    tier = next((value for key, value in view.page.og if key.endswith("content_tier")), "")
    if tier.lower() == "locked":
        return Decision(Outcome.PAYWALLED, "paywall.content_tier", ("content_tier: locked",))
    if view.main_size > _TEASER_CHARS:
        return None
    said = _said_at_the_end(view)
    marks = _CLASSES & {name.lower() for name in view.page.classes}
    plain = [sentence for sentence in said if sentence not in _ASIDES]
    if (marks and said) or (plain and (len(said) >= 2 or view.article_marks or view.main_size > _MENTION_CHARS)):
        evidence = (*(f"class {mark}" for mark in sorted(marks)[:2]), *(f"says “{sentence}”" for sentence in said[:2]))
        return Decision(Outcome.PAYWALLED, "paywall.teaser", evidence)
    return None


def _said_at_the_end(view: View) -> tuple[str, ...]:
    """Find the requests to pay where a teaser breaks off: at the end of the main text, or outside it."""
    main = _below_titles(view)
    tail = fold(main[-_TAIL_CHARS:] if len(main) > _TAIL_CHARS else main)
    at_the_end = tuple(sentences("paywall").find(tail))
    if at_the_end or view.main_size > _ASIDE_CHARS:
        return at_the_end
    body = fold(f"{view.page.title} . {view.heading} . {main}")
    return tuple(sentence for sentence in view.sentences("paywall") if sentence not in body)


def _below_titles(view: View) -> str:
    """Give the main text without the title and headings that begin it: an article about paywalls is named after their words."""
    main = view.page.main_text
    for said in (view.page.title, *view.page.headings[:1]):
        if len(said) > 1 and main.startswith(said):
            main = main[len(said) :]
    return main


def _withholds(script: str) -> bool:
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return False
    return any(_is_false(value) for value in _accessibility(data, _DEPTH_MAX))


def _accessibility(data: Any, depth: int) -> Iterator[Any]:  # noqa: ANN401  JSON-LD is any JSON
    if depth == 0:
        return
    if isinstance(data, dict):
        if "isAccessibleForFree" in data:
            yield data["isAccessibleForFree"]
        for value in data.values():
            yield from _accessibility(value, depth - 1)
    elif isinstance(data, list):
        for value in data[:100]:
            yield from _accessibility(value, depth - 1)


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower().rpartition("/")[2] == "false")
