"""What the format readers hand on: an article as a row of blocks, with links and notes in their places."""

from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """What a block is to the article; only some parts can hold claims."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    CAPTION = "caption"
    QUOTE = "quote"
    NOTE = "note"
    TABLE = "table"
    CODE = "code"


class Tie(StrEnum):
    """What ties a link to its URL."""

    ANCHOR = "anchor"
    BARE = "bare"
    MARKER = "marker"
    FOOTNOTE = "footnote"


# The key of a marker that says "the same as before".
IBID = "ibid."


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a block's text that leads somewhere. A marker has a `key` for its note instead of a `url`.

    `start == end` for a marker that the reader does not see (Markdown's `[^n]`). `counted` is set where a link's text is one of the
    figures 1, 2, 3 … by which the article numbers its sources.
    """

    start: int
    end: int
    url: str = ""
    tie: Tie = Tie.ANCHOR
    key: str = ""
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Visible text with folded white space. `veiled` are stretches (code, formulae) in which no number is read.

    `key` names the note that a NOTE block defines; `level` is a heading's rank, 1 the highest.
    """

    part: Part
    text: str
    links: tuple[Link, ...] = ()
    veiled: tuple[tuple[int, int], ...] = ()
    key: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """An article in reading order. `site` is the host it is published on, "" when unknown."""

    blocks: tuple[Block, ...]
    title: str = ""
    lang: str = ""
    site: str = ""


@dataclass(slots=True)
class Pen:
    """Writes one block: folds white space as it goes, so that offsets are those of the visible text."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)
    veiled: list[tuple[int, int]] = field(default_factory=list)
    gap: bool = False

    def write(self, text: str) -> None:
        words = text.split()
        if not words:
            self.gap = self.gap or bool(text)
            return
        lead = " " if self.length and (self.gap or text[0].isspace()) else ""
        piece = lead + " ".join(words)
        self.pieces.append(piece)
        self.length += len(piece)
        self.gap = text[-1].isspace()

    def here(self) -> int:
        """Give the offset at which the next visible character will stand."""
        return self.length + (1 if self.gap and self.length else 0)

    def block(self, part: Part, key: str = "", level: int = 0) -> Block:
        text = "".join(self.pieces)
        return Block(part, text, tuple(self.links), tuple(self.veiled), key, level)
