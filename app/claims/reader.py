"""Article -> claims: the order of work."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app import quantities
from app.claims.attach import Place, citations, marks_of
from app.claims.candidate import Candidate
from app.claims.claim import ArticleReading, Claim, Format, Rejection, Selector
from app.claims.formats import lay_out, sniff
from app.claims.layout import Block, Layout, Part, Tie
from app.claims.notes import Notes, counted, repeated
from app.claims.sentences import Span, split
from app.claims.tongue import detect
from app.claims.unread import unread
from app.claims.versions import versions
from app.claims.worth import HYPOTHETICAL, judge
from app.quantities import Quantity

CONTEXT_CHARS = 32
CLAIMABLE = frozenset({Part.PARAGRAPH, Part.ITEM, Part.QUOTE, Part.CAPTION, Part.HEADING})
# What numbers a list item, paragraph or heading: a label, not part of its sentence
LABEL = re.compile(r"(?:[-*•‣·–>]|#\.|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s+")
NUMBERING = re.compile(r"\W{0,3}(?:\d{1,3}(?:\.\d{1,3}){0,4}\.?|[ivxIVX]{1,5}\.)\s+")
# A block is a link that stands alone when this share of its text is one link.
ALONE_SHARE = 0.9
# Lists of other articles often name the paper after the link.
ALONE_ITEM_SHARE = 0.6
# Writing is technical when this share of its blocks, and no fewer than so many, are or hold code.
CODE_SHARE, CODE_BLOCKS_MIN = 0.1, 3
# The longest real sentence we met has 900 characters; a stretch beyond this is data, and would only cost time.
SENTENCE_CHARS_MAX = 3_000
# A whole article pasted as one line stays well below this; beyond are dumps.
BLOCK_CHARS_MAX = 300_000
# Sentences read in one article, a book's worth: at 2,000 a second an article of nothing but numbers
# stays within two seconds.
SENTENCES_MAX = 2_000
# Numbers read in one article: sentences that are all numbers cost by the number, some 4,000 a second on a slow day.
QUANTITIES_MAX = 5_000
# How much of an article votes on its decimal mark and country; more would only cost time.
VOTE_CHARS = 60_000


def read(article: str, format: Format | None = None, lang: str = "", base_url: str = "") -> ArticleReading:  # noqa: A002  the word of the contract
    """Read the claims of an article with what they cite. Never raises on bad input; CLAIMS is the rule.

    Of very long articles the beginning is read; where reading stopped is the last rejection.
    """
    form = format or sniff(article)
    layout = lay_out(article, form, base_url)
    layout = replace(layout, blocks=counted(repeated(layout.blocks)))
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
        self.hints = quantities.vote(text[:VOTE_CHARS], lang)
        self.notes = Notes(layout.blocks, layout.site, base_url)
        self.section: tuple[str, ...] = ()
        self.lead = ""
        self.left, self.numbers_left = SENTENCES_MAX, QUANTITIES_MAX
        with_code = sum(block.part is Part.CODE or bool(block.veiled) for block in layout.blocks)
        self.technical = with_code >= max(CODE_BLOCKS_MIN, CODE_SHARE * len(layout.blocks))
        self.versions = versions([block.text for block in layout.blocks], technical=self.technical)

    def sentences(self) -> Iterator[Claim | Rejection]:
        offset = 0
        levels: list[tuple[int, str]] = []
        for index, block in enumerate(self.layout.blocks):
            if block.part is Part.HEADING:
                levels = [*((level, title) for level, title in levels if level < (block.level or 9)), (block.level or 9, block.text)]
                self.section = tuple(title for _, title in levels)
            if block.part is not Part.ITEM:
                self.lead = block.text.rsplit(". ", 1)[-1] if block.text.endswith(":") else ""
            if block.part in CLAIMABLE:
                yield from self._of_block(block, index, offset)
            if self.is_spent():
                yield self._stop(offset, block)
                return
            offset += len(block.text) + 1

    def is_spent(self) -> bool:
        return self.left <= 0 or self.numbers_left <= 0

    def _stop(self, offset: int, block: Block) -> Rejection:
        selector = self._selector(offset, offset + min(len(block.text), 100))
        return Rejection(selector.exact, selector, "the article is too long: nothing after this passage was read")

    def _of_block(self, block: Block, index: int, offset: int) -> Iterator[Claim | Rejection]:
        if len(block.text) > BLOCK_CHARS_MAX:
            selector = self._selector(offset, offset + CONTEXT_CHARS)
            yield Rejection(selector.exact, selector, "it begins a stretch that is too long to be a paragraph")
            return
        marks = marks_of(block)
        spans = split(block.text, self.lang, marks, _label_end(block))
        bare = [(link.start, link.end) for link in block.links if link.tie is Tie.BARE]
        veils = [*block.veiled, *marks, *bare, *unread(block.text)]
        veiled, linked = _spread(spans, veils), _spread(spans, [(link.start, link.end) for link in block.links])
        share = ALONE_ITEM_SHARE if block.part is Part.ITEM else ALONE_SHARE
        alone = any(link.url and link.tie is Tie.ANCHOR and link.end - link.start >= share * len(block.text) for link in block.links)
        place = Place(block, index, self.notes, self.layout.site, self.base_url)
        supposed = False
        for at, span in enumerate(spans):
            if self.is_spent():
                return
            selector = self._selector(offset + span[0], offset + span[1])
            found = self._quantities(selector.exact, span[0], [veils[number] for number in veiled[at]])
            if not found:
                continue
            code = [veils[number] for number in veiled[at] if number < len(block.veiled)]
            candidate = Candidate(
                selector.exact,
                found,
                block.part,
                self.lang,
                self.lead,
                linked=alone,
                has_code=bool(code),
                technical=self.technical,
                code_first=any(veil[0] == span[0] for veil in code),
                supposed=supposed,
                versions=self.versions,
            )
            judged = judge(candidate)
            supposed = judged.reason in HYPOTHETICAL
            if judged.reason:
                yield Rejection(selector.exact, selector, judged.reason)
            else:
                before = block.text[slice(*spans[at - 1])] if at else ""
                cited = citations(place, span, [block.links[number] for number in linked[at]])
                yield Claim(selector.exact, selector, judged.quantities, cited, self.section, before)

    def _quantities(self, sentence: str, start: int, veils: list[Span]) -> tuple[Quantity, ...]:
        """Read the numbers of a sentence with markers, code and formulae blanked out, so that offsets stay."""
        self.left -= 1
        if len(sentence) > SENTENCE_CHARS_MAX:
            return ()
        masked = sentence
        for first, last in veils:
            left, right = max(first - start, 0), min(last - start, len(sentence))
            masked = masked[:left] + " " * (right - left) + masked[right:] if left < right else masked
        found = quantities.read(masked, self.lang, self.hints)
        self.numbers_left -= len(found)
        return found if masked is sentence else tuple(replace(one, surface=sentence[one.start : one.end]) for one in found)

    def _selector(self, start: int, end: int) -> Selector:
        text = self.text
        return Selector(text[start:end], text[max(0, start - CONTEXT_CHARS) : start], text[end : end + CONTEXT_CHARS], start, end)


def _spread(spans: Sequence[Span], stretches: Sequence[Span]) -> list[list[int]]:
    """For each sentence the stretches that touch it, by number; an empty stretch belongs to the sentence it stands in or ends."""
    rows: list[list[int]] = [[] for _ in spans]
    starts = [start for start, _ in spans]
    for number, (start, end) in enumerate(stretches):
        at = max(bisect_right(starts, start) - 1, 0)
        while at < len(spans) and spans[at][0] < max(end, start + 1):
            rows[at].append(number)
            at += 1
    return rows


def _label_end(block: Block) -> int:
    label = (NUMBERING if block.part is Part.HEADING else LABEL).match(block.text)
    # "- 2,5 %" opens with a sign, unless a plain text has marked its items so.
    signed = label and label[0][0] in "-–" and block.text[label.end()].isdigit() and block.part is not Part.ITEM
    return label.end() if label and not signed else 0
