"""Blocks -> blocks in which source lists are notes, and markers and bare URLs in running text are links.

For pages and Markdown, where only some notes are linked; plain text comes with its definitions read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.claims.inline import RAISED, known_keys, marks
from app.claims.languages import LANGUAGES
from app.claims.layout import Block, Link, Part

LISTING = frozenset({Part.PARAGRAPH, Part.ITEM, Part.QUOTE, Part.TABLE})
NOTE_TITLES = frozenset().union(*(language.note_titles for language in LANGUAGES.values()))
BRACKETED = re.compile(r"(?:^|(?<=\s))\[\^?(\d{1,3})\](?::|\s*[-–—:])?\s+(?=\S)")
NUMBERED = re.compile(r"\(?\^?([0-9]{1,3}|[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3})(?:[.):\]]\s*|\s+)(?=\S)|([⁰¹²³⁴-⁹]{1,3})(?=\S)")

# A raised figure, as a marker in the text and before the note that it leads to
RAISED_FIGURE = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
RAISED_NOTE = re.compile(r"(?:^|(?<=\s))([⁰¹²³⁴-⁹]{1,3})\s?(?=[^\s⁰¹²³⁴-⁹,;.)])")


def is_note_title(text: str) -> bool:
    """Whether a heading or a line of its own heads a list of sources."""
    return len(text) < 60 and text.strip(" #*:=-_\t").casefold() in NOTE_TITLES


def define(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Find definitions first, since only a known key makes a marker of "[4]"."""
    listed = list(_listed(blocks, _raised(blocks)))
    keys = known_keys((block.key, block.text) for block in listed if block.part is Part.NOTE)
    return tuple(_marked(block, keys) for block in listed)


def _raised(blocks: Sequence[Block]) -> frozenset[str]:
    """List the raised figures that stand after a word: some note is called so."""
    texts = (block.text for block in blocks if not block.text.isascii() and block.part not in {Part.CODE, Part.TABLE})
    return frozenset(
        match[0] for text in texts for match in RAISED_FIGURE.finditer(text) if match.start() and not text[match.start() - 1].isspace()
    )


def _listed(blocks: Sequence[Block], raised: frozenset[str]) -> Iterator[Block]:
    in_notes, level, count = False, 0, 0
    for block in blocks:
        if is_note_title(block.text) and block.part in {Part.HEADING, Part.PARAGRAPH, Part.QUOTE}:
            in_notes, level, count = True, block.level or 9, 0
            yield replace(block, part=Part.HEADING, level=block.level or 6)
        elif block.part is Part.HEADING and (not in_notes or block.level <= level):
            in_notes = False
            yield block
        elif block.part in LISTING and (pieces := _definitions(block, in_notes=in_notes) or _under_raised(block, raised)):
            yield from pieces
        elif in_notes and block.part in {Part.PARAGRAPH, Part.ITEM, Part.QUOTE}:
            count = block.level or count + (block.part is Part.ITEM or bool(block.links))
            yield replace(block, part=Part.NOTE, key=str(count), level=0)
        else:
            # Entries that a link leads to are notes already; they count for those that none leads to.
            count += in_notes and block.part is Part.NOTE
            yield block


def _definitions(block: Block, *, in_notes: bool) -> list[Block]:
    """Cut "[1] https://a [2] https://b" into its notes; a paragraph that merely begins with a marker is left alone."""
    starts = list(BRACKETED.finditer(block.text)) if BRACKETED.match(block.text) else []
    if starts and (in_notes or block.links or "http" in block.text):
        ends = [match.start() for match in starts[1:]] + [len(block.text)]
        pieces = [_piece(block, match.start(), end, match[1]) for match, end in zip(starts, ends, strict=True)]
        if in_notes or all("://" in piece.text or piece.links for piece in pieces):
            return pieces
    if in_notes and (match := NUMBERED.match(block.text)):
        return [replace(block, part=Part.NOTE, key=(match[1] or match[2]).translate(RAISED))]
    return []


def _under_raised(block: Block, raised: frozenset[str]) -> list[Block]:
    """Cut "¹¹ One author. ¹² Another." below a page's text into its notes, when markers in the text call for them."""
    if block.text.isascii() or not (first := RAISED_NOTE.match(block.text)) or first[1] not in raised:
        return []
    starts = [first]
    for match in RAISED_NOTE.finditer(block.text, first.end()):
        if int(match[1].translate(RAISED)) == int(starts[-1][1].translate(RAISED)) + 1:
            starts.append(match)
    ends = [match.start() for match in starts[1:]] + [len(block.text)]
    return [_piece(block, match.start(), end, match[1].translate(RAISED)) for match, end in zip(starts, ends, strict=True)]


def _piece(block: Block, start: int, end: int, key: str) -> Block:
    text = block.text[start:end].rstrip()
    links = tuple(
        replace(link, start=link.start - start, end=min(link.end - start, len(text))) for link in block.links if start <= link.start < end
    )
    return Block(Part.NOTE, text, links, (), key)


def _marked(block: Block, keys: frozenset[str]) -> Block:
    """Add the markers and bare URLs that no link covers yet."""
    if block.part in {Part.CODE, Part.TABLE}:
        return block
    covered = sorted((link.start, link.end) for link in block.links)
    new = [link for link in marks(block.text, keys if block.part is not Part.NOTE else frozenset()) if not _covers(covered, link)]
    return replace(block, links=tuple(sorted((*block.links, *new), key=lambda link: (link.start, link.end)))) if new else block


def _covers(covered: list[tuple[int, int]], link: Link) -> bool:
    return any(start < link.end and end > link.start for start, end in covered)
