"""Which URLs a sentence cites, and why (CLAIMS, "Citations")."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.claims.cited_url import cited_url
from app.claims.claim import Citation, How
from app.claims.layout import Block, Link, Tie
from app.claims.notes import Notes
from app.claims.sentences import Span

SHOWN_CHARS = 80
# A short bracket right after a full stop, and how far into it a link may begin ("(source: Reuters)")
TAIL = re.compile(r"(?<=[.!?…])\s?(?P<whole>[(\[](?P<inside>[^()\[\]]{1,60})[)\]])")
LEAD_CHARS_MAX = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A block in its article: what a link in it is judged by."""

    block: Block
    index: int
    notes: Notes
    site: str
    base_url: str


def citations(place: Place, span: Span, links: Sequence[Link]) -> tuple[Citation, ...]:
    """Cite what `links`, those inside the sentence `span` or right after its full stop, lead to; each URL once, in order."""
    found: dict[str, Citation] = {}
    for link in links:
        for citation in _of(link, place, span):
            found.setdefault(citation.url, citation)
    return tuple(found.values())


def _of(link: Link, place: Place, span: Span) -> Iterator[Citation]:
    written = place.block.text[link.start : link.end]
    match link.tie:
        case Tie.MARKER | Tie.FOOTNOTE:
            yield from _by_marker(link, place, written)
        case Tie.BARE:
            yield Citation(link.url, How.INSIDE, "", written, "the URL is written in the sentence")
        case Tie.ANCHOR:
            if url := cited_url(link, place.block.text, place.site, place.base_url):
                yield _by_anchor(url, link, place, span, written)


def _by_marker(link: Link, place: Place, written: str) -> Iterator[Citation]:
    note = place.notes.find(link.key, place.index)
    if note is None:
        return
    how = How.FOOTNOTE if link.tie is Tie.FOOTNOTE else How.REFERENCE
    marker = (written or link.key.removeprefix("fn")).strip("[]_ ")
    for url in note.urls:
        yield Citation(url, how, marker, "", f"marker {marker} leads to the note “{note.text[:SHOWN_CHARS]}”{note.via}")


def _by_anchor(url: str, link: Link, place: Place, span: Span, written: str) -> Citation:
    if link.start < span[0] or link.end > span[1]:
        return Citation(url, How.ANCHOR, "", written, f"the link “{written[:SHOWN_CHARS]}” spans several sentences and is cited by each")
    if written.strip(" []()").isdigit() and is_mark(link, place.block.text):
        return Citation(url, How.AFTER_STOP, written.strip(" []()"), written, f"the number {written} after the sentence is a link")
    stop = place.block.text[span[0] : link.start].rstrip(" ([")
    if stop.endswith((".", "!", "?", "…", ".”", ".’", '."')):
        return Citation(url, How.AFTER_STOP, "", written, f"the link “{written[:SHOWN_CHARS]}” stands right after the full stop")
    return Citation(url, How.INSIDE, "", written, f"the link “{written[:SHOWN_CHARS]}” stands in the sentence")


def marks_of(block: Block) -> list[Span]:
    """Find the places of note markers and of short bracketed links after a stop, "(Reuters)": they end the sentence before."""
    marks = [(link.start, link.end) for link in block.links if is_mark(link, block.text)]
    anchors = sorted(link.start for link in block.links if link.tie is not Tie.MARKER)
    for match in TAIL.finditer(block.text) if anchors else ():
        at = bisect_left(anchors, match.start("inside") - 1)
        if at < len(anchors) and anchors[at] <= match.start("inside") + LEAD_CHARS_MAX and anchors[at] < match.end():
            marks.append(match.span("whole"))
    return sorted(marks)


def is_mark(link: Link, text: str) -> bool:
    """Whether a link is a note marker by its looks: a bare number stuck to a word or stop, or after a full stop."""
    if link.key or link.counted:
        return True
    written = text[link.start : link.end].strip(" []()⁰¹²³⁴⁵⁶⁷⁸⁹")
    if link.tie is not Tie.ANCHOR or (written and not (written.isdigit() and len(written) <= 3)) or link.start == link.end:
        return False
    before = text[max(0, link.start - 2) : link.start]
    raised_or_bracketed = text[link.start : link.end].strip() != written or not written
    return (
        raised_or_bracketed
        or (before[-1:] != "" and not before[-1:].isspace() and before[-1] not in "$€£([-–")
        or before.rstrip()[-1:] in set(".!?…”")
    )
