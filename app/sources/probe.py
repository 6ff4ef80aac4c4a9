"""The sibling probe: ask for a page that cannot exist beside the asked one, and see whether the answer is the same."""

import re
from enum import Enum, auto

from app.sources import paths
from app.sources.likeness import alike
from app.sources.page_facts import PageFacts
from app.sources.sayings import says_missing
from app.sources.url import CanonicalUrl, canonical
from app.sources.view import View, canonical_or_nowhere, plain

# Two answers so alike are one page (LINKS §2).
_SAME_PAGE = 0.95
# Two messages of one making, filled in with different addresses.
_SAME_KIND = 0.75
_LETTERS = 25
_MIN_CHARS = 8
_LINE_CHARS = 200
_DIGITS = re.compile(r"\d+")


class Sibling(Enum):
    """What the probe said: the site is honest (404), it gave the very same page, another one, or nothing that helps."""

    HONEST = auto()
    SAME = auto()
    ALSO_MISSING = auto()
    OTHER = auto()
    SILENT = auto()


def sibling_url(url: str, letters: str) -> str | None:
    """Name a page beside `url` that cannot exist; None for roots, which are never probed. `letters` are 25 random ones from the caller."""
    asked = canonical(url)
    if not asked.path.strip("/"):
        return None
    parent = asked.path.rstrip("/").rpartition("/")[0]
    host = f"[{asked.host}]" if ":" in asked.host else asked.host
    port = "" if asked.port == {"http": 80, "https": 443}[asked.scheme] else f":{asked.port}"
    return f"{asked.scheme}://{host}{port}{parent}/{letters[:_LETTERS].lower()}"


def read_sibling(view: View) -> Sibling | None:
    """Say what the probe told; None if there was none."""
    probe = view.facts.probe
    if probe is None:
        return None
    if probe.status in (404, 410):
        return Sibling.HONEST
    if probe.status is None or not 200 <= probe.status < 300:
        return Sibling.SILENT
    if view.moved and probe.final_url and _same_place(canonical_or_nowhere(probe.final_url), view.final):
        return Sibling.SAME
    page = probe.page or (plain(probe.text) if probe.text else None)
    return Sibling.SILENT if page is None else _compare(view, page, probe.url)


def _same_place(one: CanonicalUrl, other: CanonicalUrl) -> bool:
    return (one.host, one.path.rstrip("/"), one.query) == (other.host, other.path.rstrip("/"), other.query)


def _compare(view: View, sibling: PageFacts, sibling_address: str) -> Sibling:
    if (view.title_says_missing or view.heading_says_missing) and _says_missing(sibling):
        return Sibling.ALSO_MISSING if _of_one_kind(view.page, sibling) else Sibling.OTHER
    ours = _without_address(view.page, view.facts.url)
    theirs = _without_address(sibling, sibling_address)
    if max(len(ours[2]), len(theirs[2])) < _MIN_CHARS:
        return Sibling.SILENT
    return Sibling.SAME if ours[0] == theirs[0] and _texts_alike(ours, theirs) else Sibling.OTHER


def _of_one_kind(ours: PageFacts, theirs: PageFacts) -> bool:
    # What stands below a message may change from one answer to the next: the latest stories, a clock.
    if ours.title == theirs.title and ours.headings[:1] == theirs.headings[:1] != ():
        return True
    return alike(ours.main_text or ours.text, theirs.main_text or theirs.text) >= _SAME_KIND


def _says_missing(page: PageFacts) -> bool:
    return any(says_missing(said) for said in (page.title, *page.headings[:2], page.text[:_LINE_CHARS] if not page.title else ""))


def _texts_alike(ours: tuple[str, str, str], theirs: tuple[str, str, str]) -> bool:
    if max(len(ours[1]), len(theirs[1])) >= _MIN_CHARS:
        return alike(ours[1], theirs[1]) >= _SAME_PAGE
    return ours[2] == theirs[2]


def _without_address(page: PageFacts, url: str) -> tuple[str, str, str]:
    """Title, main text and text without what pages echo of the address, and without numbers (request ids, clocks)."""
    path = canonical_or_nowhere(url).path
    echoes = sorted({url, path, *paths.parts(path)}, key=len, reverse=True)
    return (_strip(page.title, echoes), _strip(page.main_text, echoes), _strip(page.text, echoes))


def _strip(text: str, echoes: list[str]) -> str:
    lowered = text.lower()
    for echo in echoes:
        if len(echo) > 2:
            lowered = lowered.replace(echo.lower(), "")
    return " ".join(_DIGITS.sub("", lowered).split())
