"""HTML -> blocks: visible text of the main zone, with links, markers and notes in their places."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

from app.claims.languages.language import words
from app.claims.layout import Block, Layout, Link, Part, Pen, Tie
from app.claims.page import MARKER_TEXT, Page

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# Numbers set for items of lists; longer ones number no notes.
ITEM_NUMBER = re.compile(r"[0-9]{1,4}")
PARTS = {
    "li": Part.ITEM,
    "dd": Part.ITEM,
    "dt": Part.HEADING,
    "summary": Part.HEADING,
    "figcaption": Part.CAPTION,
    "caption": Part.CAPTION,
    "blockquote": Part.QUOTE,
    "pre": Part.CODE,
    "table": Part.TABLE,
    **dict.fromkeys(HEADINGS, Part.HEADING),
}
BLOCK_TAGS = frozenset(PARTS) | words(
    "p div section article main header footer aside ul ol dl tr thead tbody figure form hr address center details fieldset "
    "body html td th option"
)
VEILED_TAGS = frozenset({"code", "kbd", "samp", "var", "tt"})
VEILED_CLASS = re.compile(r"\b(?:math|katex|mathjax|tex|mwe-math-element|code)\b", re.IGNORECASE)
RAISE = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOWER = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
DIGITS = re.compile(r"[0-9+-]{1,6}(?:[,;–][0-9]{1,3}){0,9}")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def read_html(html: str, base_url: str = "", *, whole: bool = False) -> Layout:
    """Read a page's main zone, or all of it (`whole`: the output of Markdown, where nothing is furniture)."""
    page = Page(html, base_url, whole=whole)
    writer = Writer(page)
    for root in ([page.root] if page.root is not None else []) + page.outside:
        _walk(root, writer.enter, writer.leave)
        writer.flush()
    return Layout(tuple(writer.blocks), page.title(), page.lang(), page.site)


def _walk(root: LexborNode, enter: Callable[[LexborNode], bool], leave: Callable[[LexborNode], None]) -> None:
    """Visit a tree in reading order without recursion; what `enter` refuses is skipped."""
    node: LexborNode | None = root
    depth = 0
    while node is not None:
        child = node.child if enter(node) else None
        if child is not None:
            node, depth = child, depth + 1
            continue
        leave(node)
        while depth and node.next is None:
            parent = node.parent
            if parent is None:
                return
            node, depth = parent, depth - 1
            leave(node)
        node = node.next if depth else None


class Writer:
    """Turns elements and texts into blocks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.blocks: list[Block] = []
        self.pen = Pen()
        self.parts: list[tuple[int, Part, str, int]] = []
        self.open_links: list[tuple[int, int, LexborNode]] = []
        self.open_veils: list[tuple[int, int]] = []
        self.raised: list[int] = []
        self.lowered: list[int] = []
        self.refused = -1
        # How long the block was at the last line break
        self.broken_at = -1

    def enter(self, node: LexborNode) -> bool:
        if node.is_text_node:
            self._text(node.text_content or "")
            return False
        tag = node.tag or ""
        if tag.startswith(("-", "!")) or self.page.is_furniture(node, tag):
            self.refused = node.mem_id
            if tag in BLOCK_TAGS:
                self.flush()
            return False
        if tag in BLOCK_TAGS:
            self._open_block(node, tag)
        else:
            self._open_inline(node, tag)
        return not self._hides_marker(node, tag)

    def _open_block(self, node: LexborNode, tag: str) -> None:
        inside_note = bool(self.parts) and self.parts[-1][1] is Part.NOTE
        if inside_note:
            self.pen.gap = True
            return
        self.flush()
        if key := self.page.notes.get(node.mem_id):
            self.parts.append((node.mem_id, Part.NOTE, key, 0))
        elif tag in PARTS and not (tag == "table" and self.page.lays_out(node)):
            self.parts.append((node.mem_id, PARTS[tag], "", _item_number(node) if tag == "li" else HEADINGS.get(tag, 0)))

    def _open_inline(self, node: LexborNode, tag: str) -> None:
        if tag == "a" and node.attributes.get("href"):
            self.open_links.append((node.mem_id, self.pen.here(), node))
        elif tag in VEILED_TAGS or (tag == "span" and VEILED_CLASS.search(node.attributes.get("class") or "")):
            self.open_veils.append((node.mem_id, self.pen.here()))
        elif tag == "sup":
            self.raised.append(node.mem_id)
        elif tag == "sub":
            self.lowered.append(node.mem_id)
        elif tag == "br":
            self._break()
        elif tag == "q":
            self._text("“")

    def _break(self) -> None:
        """End a line; two breaks in a row end a paragraph, as pages without paragraphs have them."""
        inside_note = bool(self.parts) and self.parts[-1][1] is Part.NOTE
        if self.pen.length and self.pen.length == self.broken_at and not inside_note:
            self.flush()
        self.pen.gap, self.broken_at = True, self.pen.length

    def _hides_marker(self, node: LexborNode, tag: str) -> bool:
        """Markdown's `[^n]` is not in the visible text: its marker takes no room."""
        if not self.page.whole or tag != "sup" or "footnote-ref" not in (node.attributes.get("class") or ""):
            return False
        link = node.css_first("a[href]")
        if link is not None and (key := self.page.targets.get(self.page.fragment(link.attributes.get("href") or ""))):
            self.pen.links.append(Link(self.pen.length, self.pen.length, tie=Tie.FOOTNOTE, key=key))
        return True

    def _text(self, text: str) -> None:
        if not text.isascii():
            text = UNSEEN.sub("", text)
        bracketed = bool(self.pen.pieces) and self.pen.pieces[-1].endswith("[")
        if self.raised and not bracketed and DIGITS.fullmatch(text.strip()):
            text = text.strip().translate(RAISE)
        elif self.lowered and DIGITS.fullmatch(text.strip()):
            text = text.strip().translate(LOWER)
        self.pen.write(text)

    def leave(self, node: LexborNode) -> None:
        if node.is_text_node:
            return
        tag, place = node.tag or "", node.mem_id
        if place == self.refused:
            self.refused = -1
        elif tag in BLOCK_TAGS:
            self._close_block(place)
        elif tag == "q":
            self._text("”")
        elif self.open_links and self.open_links[-1][0] == place:
            self._close_link()
        elif self.open_veils and self.open_veils[-1][0] == place:
            self.pen.veiled.append((self.open_veils.pop()[1], self.pen.length))
        elif self.raised and self.raised[-1] == place:
            self.raised.pop()
        elif self.lowered and self.lowered[-1] == place:
            self.lowered.pop()

    def _close_link(self) -> None:
        _, start, node = self.open_links.pop()
        if start >= self.pen.length:
            return
        href = (node.attributes.get("href") or "").strip()
        if fragment := self.page.fragment(href):
            if key := self.page.targets.get(fragment):
                raised = bool(self.raised) or not MARKER_TEXT.fullmatch("".join(self.pen.pieces)[start:])
                self.pen.links.append(Link(start, self.pen.length, tie=Tie.FOOTNOTE if raised else Tie.MARKER, key=key))
            return
        self.pen.links.append(Link(start, self.pen.length, href))

    def _close_block(self, place: int) -> None:
        if self.parts and self.parts[-1][1] is Part.NOTE and self.parts[-1][0] != place:
            self.pen.gap = True
            return
        self.flush()
        if self.parts and self.parts[-1][0] == place:
            self.parts.pop()

    def flush(self) -> None:
        """End the block that is being written; links still open go on in the next one."""
        pen, self.pen = self.pen, Pen()
        for index, (place, start, node) in enumerate(self.open_links):
            if start < pen.length and not self.page.fragment(node.attributes.get("href") or ""):
                pen.links.append(Link(start, pen.length, node.attributes.get("href") or ""))
            self.open_links[index] = (place, 0, node)
        for index, (place, start) in enumerate(self.open_veils):
            pen.veiled.append((start, pen.length))
            self.open_veils[index] = (place, 0)
        if pen.length:
            part, key, level = self._part()
            self.blocks.append(pen.block(part, key, level))

    def _part(self) -> tuple[Part, str, int]:
        for _, part, key, level in reversed(self.parts):
            return part, key, level
        return Part.PARAGRAPH, "", 0


def _item_number(node: LexborNode) -> int:
    """Give the number that a page sets for an item of a list, 0 when it merely follows the item before."""
    written = node.attributes.get("value") or ""
    if not written and node.prev is None and node.parent is not None:
        written = node.parent.attributes.get("start") or ""
    return int(written) if ITEM_NUMBER.fullmatch(written) else 0
