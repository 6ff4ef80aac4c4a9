"""What a snapshot says: the shape every media type is read into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Zone(StrEnum):
    """Only `main` may support a claim (NUMBERS §6)."""

    MAIN = "main"
    BOILERPLATE = "boilerplate"
    COMMENT = "comment"
    RELATED = "related"
    HIDDEN = "hidden"


class BlockType(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    KEY_FIGURE = "key_figure"
    QUOTATION = "quotation"
    FOOTNOTE = "footnote"
    TABLE = "table"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, spans already expanded for the headers: `row` and `column` count from 0.

    `row_headers` and `column_headers` are the header texts that govern the cell, outermost first; a full-width row
    that titles the rows below it is the outermost row header. `start` and `end` are offsets in the block's own text.
    """

    row: int
    column: int
    text: str
    header: bool = False
    row_headers: tuple[str, ...] = ()
    column_headers: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the document in reading order.

    `start` and `end` are character offsets into `Document.text`; `text == Document.text[start:end]`. `section` is the
    path of headings above it. `level` is 1-6 for headings, else 0. `caption` and `note` belong to tables. `page`
    counts from 1 in paged media, else 0.
    """

    type: BlockType
    zone: Zone
    text: str
    start: int
    end: int
    section: tuple[str, ...] = ()
    level: int = 0
    cells: tuple[Cell, ...] = ()
    caption: str = ""
    note: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A source's bytes, read. `text` joins all blocks of every zone with one newline between.

    `unreadable` is "" when there is text to judge, else the reason code (`no_text_layer`, `encrypted`, `not_text`,
    `empty`, `too_large`, `broken`, `paywalled`, `js_required`). `notes` are remarks such as "truncated". `facts` are
    values the page states about itself apart from its text (JSON-LD, meta), never judged as text.
    """

    media_type: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    lang: str = ""
    published: date | None = None
    modified: date | None = None
    as_of: date | None = None
    unreadable: str = ""
    notes: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
