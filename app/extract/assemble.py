"""Drafts of blocks -> document: offsets, sections and caps, the same for every media type."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.extract.document import Block, BlockType, Cell, Document, Zone
from app.extract.language import settle_language
from app.extract.limits import BLOCKS_MAX, TEXT_CHARS_MAX

_HTML_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NO_BREAK_EDGE = re.compile(r"(?:\xa0+ | \xa0+)+\xa0*|\xa0{2,}")
# Lone surrogates cannot be stored or hashed; NUL ends strings in some databases.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# Soft hyphens, places to break a word and byte order marks are not seen, and would cut words and numbers in two.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


@dataclass(slots=True)
class Draft:
    """A block before it has a place; sections follow from the headings before it unless given."""

    type: BlockType
    text: str
    zone: Zone = Zone.MAIN
    level: int = 0
    cells: tuple[Cell, ...] = ()
    caption: str = ""
    note: str = ""
    page: int = 0
    section: tuple[str, ...] | None = None


@dataclass(slots=True)
class About:
    """What a reader learned of a document apart from its blocks."""

    title: str = ""
    lang: str = ""
    published: date | None = None
    modified: date | None = None
    as_of: date | None = None
    unreadable: str = ""
    notes: list[str] = field(default_factory=list)
    facts: Mapping[str, str] = field(default_factory=dict)


def fold(text: str) -> str:
    """Collapse blanks to one space, leave out what is not seen; a no-break space inside stays, it may hold a number together."""
    if text.isascii():
        return " ".join(text.split())
    if "\xad" in text or "\u200b" in text or "\ufeff" in text or "\u2060" in text:
        text = _UNSEEN.sub("", text)
    if "\xa0" not in text and "\u202f" not in text and "\u2009" not in text and "\u3000" not in text:
        return " ".join(text.split())
    folded = _HTML_BLANKS.sub(" ", text)
    return _NO_BREAK_EDGE.sub(" ", folded).strip()


def assemble(media_type: str, drafts: Iterable[Draft], about: About) -> Document:
    """Lay the drafts out in one text, newline between; `block.text == document.text[block.start:block.end]` holds."""
    blocks: list[Block] = []
    path: list[tuple[int, str]] = []
    start = 0
    for draft in drafts:
        text = _UNSTORABLE.sub("\ufffd", draft.text) if not draft.text.isprintable() else draft.text
        if not text:
            continue
        if len(blocks) >= BLOCKS_MAX or start >= TEXT_CHARS_MAX:
            about.notes.append("truncated")
            break
        if start + len(text) > TEXT_CHARS_MAX:
            about.notes.append("truncated")
            text = text[: TEXT_CHARS_MAX - start]
            draft.cells = tuple([cell for cell in draft.cells if cell.end <= len(text)])
        if draft.level and draft.zone is Zone.MAIN:
            while path and path[-1][0] >= draft.level:
                path.pop()
        section = tuple([title for _, title in path]) if draft.section is None else draft.section
        blocks.append(
            Block(
                draft.type,
                draft.zone,
                text,
                start,
                start + len(text),
                section,
                draft.level,
                draft.cells,
                draft.caption,
                draft.note,
                draft.page,
            )
        )
        if draft.level and draft.zone is Zone.MAIN:
            path.append((draft.level, text))
        start += len(text) + 1
    text = "\n".join([block.text for block in blocks])
    return Document(
        media_type=media_type,
        text=text,
        blocks=tuple(blocks),
        title=about.title,
        lang=settle_language(about.lang, _telling_text(blocks)),
        published=about.published,
        modified=about.modified,
        as_of=about.as_of,
        unreadable=about.unreadable or ("" if blocks else "empty"),
        notes=tuple(dict.fromkeys(about.notes)),
        facts=about.facts,
    )


def _telling_text(blocks: list[Block]) -> str:
    """The prose of the matter, which tells the language; tables and menus hold names."""
    prose = [block.text for block in blocks[:200] if block.zone is Zone.MAIN and not block.cells]
    return " ".join(prose) or " ".join([block.text for block in blocks[:50]])
