"""Which part of a page is its matter: where the prose is, told apart by tags, marks and link density."""

import re
from itertools import accumulate

from app.extract.document import Zone
from app.extract.html_marks import Mark
from app.extract.html_tree import Box, Tree, Unit

# A box that holds this share of its parent's prose is where the matter is.
_DOMINANT = 0.8
# A box that says it holds the matter is believed with less.
_DOMINANT_MARKED = 0.6
# Marks are not believed of a box that holds most of the page's prose ("content-with-sidebar").
_UNBELIEVABLE = 0.55

_PROSE_CHARS_MIN = 60
_SENTENCE_END = re.compile(r"[.!?…。！？؟।](?:[\"'”’»)\]]|\[\w{1,9}\])*(?:\s|$)")
_EXCLUDED_TAGS = {
    "nav": Zone.BOILERPLATE,
    "footer": Zone.BOILERPLATE,
    "aside": Zone.BOILERPLATE,
    "form": Zone.BOILERPLATE,
    "dialog": Zone.BOILERPLATE,
    "button": Zone.BOILERPLATE,
    "menu": Zone.BOILERPLATE,
    "noscript": Zone.HIDDEN,
    "address": Zone.BOILERPLATE,
}


def zones_of(tree: Tree) -> list[Zone]:
    """Give each unit its zone."""
    _weigh(tree)
    own = _own_zones(tree)
    _sum(tree, own)
    root = _root(tree, own)
    return [_zone(tree, own, root, unit) for unit in tree.units]


def _weigh(tree: Tree) -> None:
    for unit in tree.units:
        plain = len(unit.text) - unit.links
        if plain < _PROSE_CHARS_MIN or unit.links > plain:
            unit.mass = plain * 0.1 if unit.links * 2 < plain else 0.0
        elif unit.kind in ("table", "pre"):
            unit.mass = plain * 0.3
        else:
            unit.mass = plain * (1.0 if _SENTENCE_END.search(unit.text) else 0.5)


def _own_zones(tree: Tree) -> list[Zone | None]:
    """Judge each box by its tag and marks alone, but for those that hold most of the prose."""
    sums = [0.0, *accumulate(unit.mass for unit in tree.units)]
    most = sums[-1] * _UNBELIEVABLE
    zones: list[Zone | None] = []
    for box in tree.boxes:
        zone = zones[box.parent] if box.parent >= 0 else None
        if (
            zone is None
            and (said := _said(box)) is not None
            and (sums[box.last] - sums[box.first] <= most or box.tag in ("nav", "noscript"))
        ):
            zone = said
        zones.append(zone)
    return zones


def _said(box: Box) -> Zone | None:
    marks = box.marks
    if Mark.HIDDEN in marks:
        return Zone.HIDDEN
    if box.tag in _EXCLUDED_TAGS:
        return _EXCLUDED_TAGS[box.tag]
    if not marks or box.tag in ("body", "main", "article", "h1") or Mark.BODY in marks:
        return None
    if Mark.COMMENT in marks:
        return Zone.COMMENT
    if Mark.RELATED in marks:
        return Zone.RELATED
    if Mark.BOILERPLATE in marks or Mark.BYLINE in marks:
        return Zone.BOILERPLATE
    return None


def _sum(tree: Tree, own: list[Zone | None]) -> None:
    for unit in tree.units:
        box = tree.boxes[unit.box]
        box.chars += len(unit.text)
        box.links += unit.links
        if own[unit.box] is None:
            box.mass += unit.mass
    for box in reversed(tree.boxes):
        if box.parent >= 0:
            parent = tree.boxes[box.parent]
            parent.chars += box.chars
            parent.links += box.links
            parent.mass += box.mass


def _root(tree: Tree, own: list[Zone | None]) -> int:
    """Go down from the body while one box holds nearly all prose."""
    children: list[list[int]] = [[] for _ in tree.boxes]
    for index, box in enumerate(tree.boxes):
        if box.parent >= 0 and own[index] is None:
            children[box.parent].append(index)
    root = 0
    while children[root]:
        heaviest = max(children[root], key=lambda index: tree.boxes[index].mass)
        box = tree.boxes[heaviest]
        marked = box.tag in ("article", "main") or Mark.BODY in box.marks
        if box.mass <= 0 or box.mass < tree.boxes[root].mass * (_DOMINANT_MARKED if marked else _DOMINANT) or box.kind != "body":
            break
        root = heaviest
    return root


def _zone(tree: Tree, own: list[Zone | None], root: int, unit: Unit) -> Zone:
    said = own[unit.box]
    if said is not None:
        return said
    first, last = tree.boxes[root].first, tree.boxes[root].last
    if first < last and _inside(tree, unit.box, root):
        return Zone.MAIN if unit.links * 2 <= len(unit.text) or unit.kind in ("li", "p", "table") else Zone.BOILERPLATE
    return Zone.MAIN if unit.kind == "h1" else Zone.BOILERPLATE


def _inside(tree: Tree, box: int, root: int) -> bool:
    while box > root:
        box = tree.boxes[box].parent
    return box == root
