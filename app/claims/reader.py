"""Article -> claims: the order of work."""

from collections.abc import Iterator
from dataclasses import replace

from app import quantities
from app.claims.attach import Place, citations, is_mark
from app.claims.claim import ArticleReading, Claim, Format, Rejection, Selector
from app.claims.formats import lay_out, sniff
from app.claims.layout import Block, Layout, Part
from app.claims.notes import Notes
from app.claims.sentences import Span, split
from app.claims.tongue import detect
from app.claims.worth import Candidate, rejection
from app.quantities import Hints, Quantity

CONTEXT_CHARS = 32
CLAIMABLE = frozenset({Part.PARAGRAPH, Part.ITEM, Part.QUOTE, Part.CAPTION, Part.HEADING})
# A block is a link that stands alone when this share of its text is one link.
ALONE_SHARE = 0.9


def read(article: str, format: Format | None = None, lang: str = "", base_url: str = "") -> ArticleReading:  # noqa: A002  the word of the contract
    """Read the claims of an article with what they cite. Never raises on bad input; CLAIMS is the rule."""
    form = format or sniff(article)
    layout = lay_out(article, form, base_url)
    text = "\n".join(block.text for block in layout.blocks)
    lang = lang or detect(_prose(layout), layout.lang or "en")
    claims: list[Claim] = []
    rejections: list[Rejection] = []
    for found in _Reading(layout, text, lang, base_url).sentences():
        (claims if isinstance(found, Claim) else rejections).append(found)  # type: ignore[arg-type]
    return ArticleReading(form, lang, layout.title, text, tuple(claims), tuple(rejections))


def _prose(layout: Layout) -> str:
    return "\n".join(block.text for block in layout.blocks if block.part in CLAIMABLE)


class _Reading:
    """One pass over the blocks of an article."""

    def __init__(self, layout: Layout, text: str, lang: str, base_url: str) -> None:
        self.layout = layout
        self.text = text
        self.lang = lang
        self.base_url = base_url
        self.hints = quantities.vote(text, lang)
        self.notes = Notes(layout.blocks, layout.site, base_url)
        self.section: tuple[str, ...] = ()

    def sentences(self) -> Iterator[Claim | Rejection]:
        offset = 0
        levels: list[tuple[int, str]] = []
        for index, block in enumerate(self.layout.blocks):
            if block.part is Part.HEADING:
                levels = [*((level, title) for level, title in levels if level < (block.level or 9)), (block.level or 9, block.text)]
                self.section = tuple(title for _, title in levels)
            if block.part in CLAIMABLE:
                yield from self._of_block(block, index, offset)
            offset += len(block.text) + 1

    def _of_block(self, block: Block, index: int, offset: int) -> Iterator[Claim | Rejection]:
        hidden = sorted((link.start, link.end) for link in block.links if is_mark(link, block.text))
        spans = split(block.text, self.lang, hidden)
        place = Place(block, index, spans, self.notes, self.layout.site, self.base_url)
        hidden = sorted([*hidden, *block.veiled])
        for at, span in enumerate(spans):
            found = self._quantities(block, span, hidden)
            if not found:
                continue
            sentence = block.text[slice(*span)]
            selector = _selector(self.text, offset + span[0], offset + span[1])
            reason = rejection(Candidate(sentence, found, block.part, self.lang, _stands_alone(block), _touches(block.veiled, span)))
            if reason:
                yield Rejection(sentence, selector, reason)
            else:
                before = block.text[slice(*spans[at - 1])] if at else ""
                yield Claim(sentence, selector, found, citations(place, span), self.section, before)

    def _quantities(self, block: Block, span: Span, hidden: list[Span]) -> tuple[Quantity, ...]:
        """Read the numbers of a sentence with markers, code and formulae blanked out, so that offsets stay."""
        sentence = masked = block.text[slice(*span)]
        for start, end in hidden:
            left, right = max(start, span[0]) - span[0], min(end, span[1]) - span[0]
            if left < right:
                masked = masked[:left] + " " * (right - left) + masked[right:]
        found = quantities.read(masked, self.lang, self.hints)
        return found if masked is sentence else tuple(replace(one, surface=sentence[one.start : one.end]) for one in found)


def _touches(stretches: tuple[Span, ...], span: Span) -> bool:
    return any(start < span[1] and end > span[0] for start, end in stretches)


def _stands_alone(block: Block) -> bool:
    return any(link.url and link.end - link.start >= ALONE_SHARE * len(block.text) for link in block.links)


def _selector(text: str, start: int, end: int) -> Selector:
    return Selector(text[start:end], text[max(0, start - CONTEXT_CHARS) : start], text[end : end + CONTEXT_CHARS], start, end)
