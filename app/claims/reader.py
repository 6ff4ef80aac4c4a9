"""Article -> claims: the order of work."""

from collections.abc import Iterator
from dataclasses import replace

from app import quantities
from app.claims.attach import citations
from app.claims.claim import ArticleReading, Claim, Format, Rejection, Selector
from app.claims.layout import Block, Layout, Part
from app.claims.notes import Notes
from app.claims.plain import read_plain
from app.claims.sentences import Span, split
from app.quantities import Hints, Kind, Quantity

CONTEXT_CHARS = 32
CLAIMABLE = frozenset({Part.PARAGRAPH, Part.ITEM, Part.QUOTE, Part.CAPTION})


def read(article: str, format: Format | None = None, lang: str = "", base_url: str = "") -> ArticleReading:  # noqa: A002, ARG001  the word of the contract
    """Read the claims of an article with what they cite. Never raises on bad input; CLAIMS is the rule."""
    layout = read_plain(article)
    text = "\n".join(block.text for block in layout.blocks)
    hints = quantities.vote(text, lang)
    claims: list[Claim] = []
    rejections: list[Rejection] = []
    for found in _sentences(layout, text, lang, hints):
        (claims if isinstance(found, Claim) else rejections).append(found)  # type: ignore[arg-type]
    return ArticleReading(format or Format.TEXT, lang or layout.lang or "en", layout.title, text, tuple(claims), tuple(rejections))


def _sentences(layout: Layout, text: str, lang: str, hints: Hints) -> Iterator[Claim | Rejection]:
    notes = Notes(layout.blocks)
    offset = 0
    for place, block in enumerate(layout.blocks):
        if block.part in CLAIMABLE:
            spans = split(block.text, lang, [(link.start, link.end) for link in block.links if link.key])
            for index, span in enumerate(spans):
                found = _quantities(block, span, lang, hints)
                sentence = block.text[slice(*span)]
                selector = _selector(text, offset + span[0], offset + span[1])
                if any(quantity.kind is not Kind.DATE for quantity in found):
                    before = block.text[slice(*spans[index - 1])] if index else ""
                    yield Claim(sentence, selector, found, citations(block, place, span, spans, notes), (), before)
                elif found:
                    yield Rejection(sentence, selector, "a date is its only number")
        offset += len(block.text) + 1


def _quantities(block: Block, span: Span, lang: str, hints: Hints) -> tuple[Quantity, ...]:
    """Read the numbers of a sentence with markers, URLs and code blanked out, so that offsets stay."""
    sentence = block.text[slice(*span)]
    hidden = [(link.start, link.end) for link in block.links if link.key] + list(block.veiled)
    masked = sentence
    for start, end in hidden:
        left, right = max(start, span[0]) - span[0], min(end, span[1]) - span[0]
        if left < right:
            masked = masked[:left] + " " * (right - left) + masked[right:]
    return tuple(replace(one, surface=sentence[one.start : one.end]) for one in quantities.read(masked, lang, hints))


def _selector(text: str, start: int, end: int) -> Selector:
    return Selector(text[start:end], text[max(0, start - CONTEXT_CHARS) : start], text[end : end + CONTEXT_CHARS], start, end)
