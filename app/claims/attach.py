"""Which URLs a sentence cites, and why (CLAIMS, "Citations")."""

from collections.abc import Iterator

from app.claims.claim import Citation, How
from app.claims.layout import Block, Link, Tie
from app.claims.notes import Notes
from app.claims.sentences import Span


def citations(block: Block, place: int, span: Span, spans: list[Span], notes: Notes) -> tuple[Citation, ...]:
    """Cite what stands inside the sentence `span` of a block, or right after its full stop; each URL once."""
    found: dict[str, Citation] = {}
    for link in block.links:
        if link.start < span[1] and link.end > span[0] or link.start == link.end == span[1]:
            for citation in _of(link, block, place, span, spans, notes):
                found.setdefault(citation.url, citation)
    return tuple(found.values())


def _of(link: Link, block: Block, place: int, span: Span, spans: list[Span], notes: Notes) -> Iterator[Citation]:  # noqa: PLR0913, PLR0917  one link and its surroundings
    written = block.text[link.start : link.end]
    match link.tie:
        case Tie.MARKER | Tie.FOOTNOTE:
            note = notes.find(link.key, place)
            how = How.FOOTNOTE if link.tie is Tie.FOOTNOTE else How.REFERENCE
            for url in note.urls if note else ():
                yield Citation(url, how, link.key, "", f"marker {written or link.key} leads to the note “{note.text[:80]}”" if note else "")
        case Tie.BARE:
            yield Citation(link.url, How.INSIDE, "", written, "the URL is written in the sentence")
        case Tie.ANCHOR:
            if sum(link.start < end and link.end > start for start, end in spans) > 1:
                yield Citation(link.url, How.ANCHOR, "", written, f"the link “{written[:80]}” spans several sentences")
            else:
                yield Citation(link.url, How.INSIDE, "", written, f"the link “{written[:80]}” stands in the sentence")
