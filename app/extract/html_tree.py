"""One walk over lexbor's tree: text runs ("units") in reading order and the block elements ("boxes") that hold them."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from app.extract.assemble import fold
from app.extract.html_marks import Mark, attribute_marks, is_hidden, marks_of
from app.extract.html_table import GRID_ROLES, HtmlTable, read_table
from app.extract.html_tags import (
    BLOCK,
    BREAK,
    FORMULA,
    HEADINGS,
    INLINE,
    KINDS,
    LENDING,
    LINK,
    OVERRIDING,
    RAISED,
    RULE,
    SKIP,
    STRUCK,
    TABLE,
    TYPING,
)
from app.extract.limits import BLOCKS_MAX, DEPTH_MAX, NODES_MAX
from app.extract.raised import lowered, raised

# Sentences are longer than this, labels and entries of menus shorter.
PROSE_CHARS_MIN = 60

# lexbor turns NUL into U+FFFD, so that no text can hold this mark of <br>.
_LINE_END = "\x00"
# Where one inline element ends and the next begins. Styles often set such pairs apart ("4.1%" above "unemployment"), so
# a figure and a whole word do not stick together there, nor do the end of a word and the start of a sentence, while "1"
# and "st" do.
_SEAM = "\x01"
_SMALL, _CAPITAL = "a-zß-öø-ÿа-яα-ω", "A-ZÀ-ÖØ-ÞА-ЯΑ-Ω"
_GLUED = re.compile(
    rf"(?<=[\d%])\x01(?=[^\W\d]{{4}})|(?<=[^\W\d]{{3}})\x01(?=[\d$€£+−])|(?<=[^\W\d]{{2}}[{_SMALL}!?:])\x01(?=[{_CAPITAL}][{_SMALL}])"
)

# Menus and the like are a third of a page's nodes. Where marks say so and no line is longer than a long menu entry, they
# are read in one go.
_FRAME = Mark.BOILERPLATE | Mark.RELATED | Mark.HIDDEN
_FRAME_TAGS = frozenset({"nav", "footer"})
_FRAME_WRAPS = frozenset({"div", "ul", "ol", "section", "aside", "header", "form"})
_FRAME_LINE_CHARS_MAX = 90
_FRAME_CHARS_MAX = 12_000
_NO_FRAME = "h1, main, table, dl, article, script, style"

# What is struck out is no longer said; more than a sentence of it is a tag that was never closed.
_STRUCK_CHARS_MAX = 160

_SELF_LINKS = frozenset({"¶", "#", "§", "🔗", "link", "[link]", "Permalink", "\u200b", "\uf0c1"})


@dataclass(slots=True, eq=False)
class Box:
    """A block element. `kind` is the tag that types the text in it: its own or that of the list item or quotation round it.

    `first` and `last` bound its units. `mass` sums the prose below it that no mark excludes; `chars` and `links` count
    all text and link text.
    """

    tag: str
    kind: str
    parent: int
    marks: int
    first: int
    last: int = 0
    mass: float = 0.0
    chars: int = 0
    links: int = 0

    @property
    def declared(self) -> bool:
        """Whether the page says that its matter is in this box."""
        return self.tag in ("article", "main") or bool(self.marks & Mark.BODY)


@dataclass(slots=True, eq=False)
class Unit:
    """A run of text that no block tag interrupts. `links` counts its characters inside links."""

    kind: str
    text: str
    box: int
    links: int = 0
    table: HtmlTable | None = None
    mass: float = 0.0


@dataclass(slots=True, eq=False)
class Tree:
    boxes: list[Box]
    units: list[Unit]
    ids: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


class Walk:
    """The state of one walk; `tree` is what it found."""

    def __init__(self) -> None:
        self.tree = Tree([Box("body", "body", -1, 0, 0)], [])
        self._box = 0
        self._parts: list[str] = []
        self._link_depth = 0
        self._link_chars = 0

    def over(self, top: LexborNode) -> Tree:
        """Visit every node below `top` once, depth first."""
        stack: list[tuple[LexborNode, int]] = []
        node = top.first_child
        budget = NODES_MAX
        parts, kinds, enter_block, enter_other = self._parts, KINDS, self._enter_block, self._enter_other
        while node is not None and len(self.tree.units) < BLOCKS_MAX:
            budget -= 1
            tag = node.tag or ""
            if tag == "-text":
                text = node.text_content or ""
                # Blanks between blocks are most text nodes; they begin nothing.
                if parts or not text.isspace():
                    parts.append(text)
                    if self._link_depth:
                        self._link_chars += len(text)
            elif (kind := kinds.get(tag, BLOCK)) != SKIP and budget > 0:
                if len(stack) >= DEPTH_MAX:
                    parts.append(node.text(deep=True))
                elif (child := enter_block(node, tag) if kind == BLOCK else enter_other(node, tag, kind)) is not None:
                    if kind == LINK:
                        self._link_depth += 1
                    stack.append((node, kind))
                    node = child
                    continue
            node = node.next or self._after(stack)
        if parts:
            self._flush()
        return self._finish(cut=node is not None or budget <= 0)

    def _after(self, stack: list[tuple[LexborNode, int]]) -> LexborNode | None:
        """The node that follows the last one of its element in reading order, leaving the elements that end before it."""
        following = None
        while following is None and stack:
            node, kind = stack.pop()
            if kind == LINK:
                self._link_depth -= 1
            elif kind not in (INLINE, STRUCK):
                self._leave()
            following = node.next
        return following

    def _finish(self, *, cut: bool) -> Tree:
        """Close the boxes that are still open."""
        at = self._box
        while at >= 0:
            self.tree.boxes[at].last = len(self.tree.units)
            at = self.tree.boxes[at].parent
        if cut:
            self.tree.notes.append("truncated")
        return self.tree

    def _enter_other(self, node: LexborNode, tag: str, kind: int) -> LexborNode | None:
        """Note the start of an element that is no block; return its first child when the walk is to go down."""
        if kind == LINK:
            return self._enter_link(node)
        if kind in (INLINE, STRUCK):
            return self._enter_inline(node, tag, kind)
        if kind != TABLE:
            self._take_in(node, kind)
        elif (table := read_table(node, _read_cell)) is not None:
            self._add_table(node, table)
        else:
            return self._enter_block(node, tag)
        return None

    def _enter_inline(self, node: LexborNode, tag: str, kind: int) -> LexborNode | None:
        """Go into an element in a run of text, unless it is not seen or struck out."""
        if kind == STRUCK and len(node.text(deep=True)) <= _STRUCK_CHARS_MAX:
            return None
        if self._parts and (before := node.prev) is not None and before.tag not in ("-text", "br"):
            self._parts.append(_SEAM)
        return None if tag == "span" and is_hidden(node.attributes) else node.first_child

    def _take_in(self, node: LexborNode, kind: int) -> None:
        """Read an element that is not gone into."""
        if kind == BREAK:
            self._break()
        elif kind == FORMULA:
            self._parts.append(_formula(node))
        elif kind == RULE:
            if self._parts:
                self._flush()
        else:
            self._parts.append(raised(node, self._parts) if kind == RAISED else lowered(node))

    def _enter_link(self, node: LexborNode) -> LexborNode | None:
        """Go into a link, but for the sign beside a heading that links to itself."""
        child = node.first_child
        if child is not None and self.tree.boxes[self._box].kind in HEADINGS and child.next is None and child.text_content in _SELF_LINKS:
            return None
        return child

    def _break(self) -> None:
        """A line break; the second in a row, with nothing between, ends the paragraph."""
        parts = self._parts
        at = len(parts) - 1
        while at >= 0 and parts[at].isspace():
            at -= 1
        if at >= 0 and parts[at] == _LINE_END:
            self._flush()
        else:
            parts.append(_LINE_END)

    def _enter_block(self, node: LexborNode, tag: str) -> LexborNode | None:
        if self._parts:
            self._flush()
        child = node.first_child
        if child is None:
            if ident := node.id:
                self.tree.ids.add(ident)
            return None
        boxes = self.tree.boxes
        lent = boxes[self._box].kind
        kind = lent if lent in LENDING and tag not in OVERRIDING else tag if tag in TYPING else "body"
        attributes = node.attributes
        if (
            "role" in attributes
            and attributes["role"] in GRID_ROLES
            and tag != "table"
            and (grid := read_table(node, _read_cell)) is not None
        ):
            self._add_table(node, grid)
            return None
        marks = self._marks(attributes, tag) if attributes else 0
        boxes.append(Box(tag, kind, self._box, marks, len(self.tree.units)))
        self._box = len(boxes) - 1
        if (marks & _FRAME and tag in _FRAME_WRAPS) or tag in _FRAME_TAGS:
            text = "" if marks & Mark.BODY else _frame_text(node)
            if text:
                self.tree.units.append(Unit("body", text, self._box, len(text)))
                self._leave()
                return None
        return child

    def _marks(self, attributes: dict[str, str | None], tag: str) -> int:
        names, ident = attributes.get("class"), attributes.get("id")
        known = (names is not None) + (ident is not None)
        if ident:
            self.tree.ids.add(ident)
            # The id of a heading is a place to jump to ("nav_results"). Generators of documentation turn its words into the id
            # of its section ("discussion", "related-work"), which then has no class.
            if tag not in HEADINGS and (tag != "section" or names):
                names = f"{names} {ident}" if names else ident
        marks = marks_of(names) if names else 0
        return marks | attribute_marks(attributes) if len(attributes) > known else marks

    def _leave(self) -> None:
        if self._parts:
            self._flush()
        box = self.tree.boxes[self._box]
        box.last = len(self.tree.units)
        self._box = box.parent

    def _flush(self) -> None:
        """End the current run of text and keep it, unless it is blank."""
        parts = self._parts
        raw = "".join(parts) if len(parts) != 1 else parts[0]
        parts.clear()
        if _SEAM in raw:
            raw = _GLUED.sub(" ", raw).replace(_SEAM, "")
        links, self._link_chars = self._link_chars, 0
        box = self.tree.boxes[self._box]
        text = _code(raw) if box.kind == "pre" else _lines(raw) if _LINE_END in raw else fold(raw)
        if text:
            self.tree.units.append(Unit(box.kind, text, self._box, min(links, len(text))))

    def _add_table(self, node: LexborNode, table: HtmlTable) -> None:
        self._enter_block(node, "table")
        self.tree.boxes[self._box].kind = "table"
        if table.caption:
            self.tree.units.append(Unit("caption", table.caption, self._box))
        if table.grid.text:
            self.tree.units.append(Unit("table", table.grid.text, self._box, table.links, table))
        self._leave()


def _formula(node: LexborNode) -> str:
    """Read MathML a sign at a time, so that 10 and its exponent 6 are not 106; its source in another notation is left out."""
    inner = node.css_first("semantics > :first-child") or node
    return f" {inner.text(deep=True, separator=' ')} "


def _frame_text(node: LexborNode) -> str:
    """Read a menu or a list of links at once, a line a text; "" when it holds anything longer, which must be walked."""
    whole = node.text(deep=True, separator=_LINE_END)
    if len(whole) > _FRAME_CHARS_MAX:
        return ""
    lines = [" ".join(words) for line in whole.split(_LINE_END) if (words := line.split())]
    if not lines or max(map(len, lines)) > _FRAME_LINE_CHARS_MAX or node.css_first(_NO_FRAME) is not None:
        return ""
    return "\n".join(lines)


def _lines(raw: str) -> str:
    return "\n".join([line for part in raw.split(_LINE_END) if (line := fold(part))])


def _code(raw: str) -> str:
    return "\n".join([line.rstrip() for line in raw.replace(_LINE_END, "\n").splitlines()]).strip("\n")


def _read_cell(node: LexborNode) -> tuple[str, int]:
    """Read the text of a table cell that holds markup; hidden parts are left out."""
    tree = Walk().over(node)
    hidden = [bool(box.marks & Mark.HIDDEN) for box in tree.boxes]
    units = [unit for unit in tree.units if not hidden[unit.box]]
    return " ".join([unit.text for unit in units]).replace("\n", " ").replace("\t", " "), sum([unit.links for unit in units])
