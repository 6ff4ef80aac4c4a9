"""Which part of a page is its matter: where the prose is, told apart by tags, marks, link density and labels.

1. Each unit gets a mass: how much prose it is. 2. Tags and marks exclude boxes, unless that would lose most prose.
3. From the body down, the box that holds nearly all remaining mass is the root. 4. Inside the root, boxes of links and
parts under a label ("Related articles") fall out. 5. What stands before the headline and after the last prose is frame.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from app.extract.document import Zone
from app.extract.html_frame import (
    DIGIT,
    add_lead,
    find_headline,
    named_authors,
    set_bios_aside,
    set_labelled_parts_aside,
    set_loose_headings_aside,
    set_machinery_aside,
    set_repeats_aside,
    take_in_declared_text,
    take_in_tail,
    trim,
)
from app.extract.html_marks import Mark
from app.extract.html_phrases import Phrase, phrase_of
from app.extract.html_teasers import find_teasers, set_followers_aside
from app.extract.html_tree import PROSE_CHARS_MIN, Box, Tree, Unit

# A box that holds this share of its parent's prose is where the matter is; one that says so is believed with less.
_DOMINANT = 0.85
_DOMINANT_MARKED = 0.55
_DOMINANT_HEADED = 0.65
# Marks are not believed of a box that holds this share of the page's prose ("content-with-sidebar").
_UNBELIEVABLE = 0.5
# … unless another part, declared as the matter, holds at least this much.
_DECLARED_MASS_MIN = 400.0
_DECLARED_SHARE = 0.12
# Spammers hide a whole page of words in a page, so what is hidden by style is believed of more.
_HIDDEN_DECLARED_SHARE = 0.03
# Marks that leave less than this of the prose of a declared part were names of something else ("TestReport--nav").
_LEFT_SHARE_MIN = 0.25
# Where this much of the prose stands in parts with weak marks, the marks are a page builder's ("elementor-widget"); so
# are those of bylines ("post-meta" round each post of a list).
_WEAK_SHARE_MAX = 0.4
# A weak mark ("widget", "meta") is not believed of a box with this much prose, nor at all of a paragraph of prose; what
# is marked as an author's may hold a short life.
_WEAK_MASS_MAX = 400.0
_BYLINE_MASS_MAX = 700.0

_STOPS = ".!?…。！？؟।"
_SENTENCE_END = re.compile(r"[.!?…。！？؟।](?:[\"'”’»)\]」』]|\[\w{1,9}\])*(?:\s|$)|[。！？]")
# One ideograph says as much as two or three letters.
_IDEOGRAPHS = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_LINKY = 0.5
# A page with this much prose in one box has its matter there; shorter ones keep what stands by their headline.
_LONG_MASS = 3_000.0
_SHORT_MASS = 600.0
_LEFT_CHARS_MIN = 40
_CLIMB_MASS_MIN = 120.0
_CLIMB_LINKY = 0.2
_CLIMB_PROSE = 0.5

_EXCLUDED_TAGS = {
    "nav": Zone.BOILERPLATE,
    "footer": Zone.BOILERPLATE,
    "aside": Zone.BOILERPLATE,
    "dialog": Zone.BOILERPLATE,
    "button": Zone.BOILERPLATE,
    "menu": Zone.BOILERPLATE,
    "form": Zone.BOILERPLATE,
    "fieldset": Zone.BOILERPLATE,
    "search": Zone.BOILERPLATE,
    "noscript": Zone.HIDDEN,
}
_TRUSTED_TAGS = frozenset({"body", "main", "article", "h1"})
# Items and paragraphs of links are judged with the list or by their text.
_JUDGED_BY_TEXT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "dt", "dd", "table"})


def size(text: str) -> int:
    """Length in letters, so that languages without blanks weigh as much."""
    if text.isascii() or not _IDEOGRAPHS.search(text):
        return len(text)
    return len(text) + 2 * len(_IDEOGRAPHS.findall(text))


def zones_of(tree: Tree, title: str = "", stated: str = "", authors: Sequence[str] = ()) -> list[Zone]:
    """Give each unit its zone; `title`, `stated` and `authors` are what the head says of the article, `stated` its text."""
    _weigh(tree.units)
    own = _own_zones(tree)
    set_followers_aside(tree, own, title)
    _sum(tree, own)
    root = _root(tree, own)
    find_teasers(tree, own, root, title)
    _prune(tree, own, root)
    inside = _inside(tree, root)
    zones = [_zone(own[unit.box], inside[unit.box]) for unit in tree.units]
    take_in_tail(tree, zones, own, root)
    set_labelled_parts_aside(tree, zones)
    set_machinery_aside(tree.units, zones, title)
    set_bios_aside(tree.units, zones, [*authors, *named_authors(tree.units)])
    set_repeats_aside(tree, zones)
    take_in_declared_text(tree.units, zones, stated)
    headline = find_headline(tree.units, zones, [own[unit.box] for unit in tree.units], title)
    trim(tree, zones, headline)
    add_lead(tree, zones, [own[unit.box] for unit in tree.units], headline)
    set_loose_headings_aside(tree.units, zones, headline)
    return zones


def _weigh(units: list[Unit]) -> None:
    for unit in units:
        text = unit.text
        if unit.links >= len(text):
            continue
        plain = size(text) * (len(text) - unit.links) // len(text)
        if plain < PROSE_CHARS_MIN:
            unit.mass = plain * 0.1 if unit.links * 2 < len(text) else 0.0
        elif unit.links * 2 > len(text):
            unit.mass = plain * 0.5
        elif unit.kind in ("table", "pre"):
            unit.mass = plain * 0.3
        else:
            unit.mass = plain * (1.0 if text[-1] in _STOPS or _SENTENCE_END.search(text) else 0.4)


def _own_zones(tree: Tree) -> list[Zone | None]:
    """Judge each box by its tag and marks alone, but for those that hold most of the prose."""
    sums = [0.0, *accumulate([unit.mass for unit in tree.units])]
    telling = sum([mark for mark in (Mark.WEAK, Mark.BYLINE) if _sets_apart(mark, tree.boxes, sums)])
    zones = _judged(tree, sums, telling, inside=None)
    part = _heaviest_declared(tree.boxes, sums)
    return _judged(tree, sums, telling, inside=part) if part is not None and _is_emptied(tree, zones, part) else zones


def _judged(tree: Tree, sums: list[float], telling: int, inside: Box | None) -> list[Zone | None]:
    """Judge the boxes from the top down by the marks that tell something here.

    That names `inside` a part say frame is not believed when they would empty it.
    """
    most = sums[-1] * _UNBELIEVABLE
    declared = [box for box in tree.boxes if box.declared]
    zones: list[Zone | None] = []
    for box in tree.boxes:
        zone = zones[box.parent] if box.parent >= 0 else None
        if zone is None and (box.marks or box.tag in _EXCLUDED_TAGS or box.tag == "header"):
            mass = sums[box.last] - sums[box.first]
            if mass <= most or box.tag == "noscript" or _declared_elsewhere(declared, box, sums):
                zone = _said(tree, box, mass, telling)
            if zone is Zone.BOILERPLATE and inside is not None and mass >= PROSE_CHARS_MIN and _holds(inside, box):
                zone = zone if box.tag in _EXCLUDED_TAGS else None
        zones.append(zone)
    return zones


def _sets_apart(mark: int, boxes: list[Box], sums: list[float]) -> bool:
    """Say whether a mark sets parts of this page apart, or stands round most of its prose as a page builder's name."""
    most = sums[-1] * _UNBELIEVABLE
    covered, end = 0.0, 0
    for box in boxes:
        mass = sums[box.last] - sums[box.first]
        if box.marks & mark and box.first >= end and mass <= most:
            covered, end = covered + mass, box.last
    return covered <= sums[-1] * _WEAK_SHARE_MAX


def _heaviest_declared(boxes: list[Box], sums: list[float]) -> Box | None:
    """The part that says it is the matter and holds the most prose, if that is most of the page's."""
    declared = [box for box in boxes if box.declared and sums[box.last] - sums[box.first] >= sums[-1] * _UNBELIEVABLE]
    return max(declared, key=lambda box: sums[box.last] - sums[box.first], default=None)


def _holds(outer: Box, inner: Box) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _is_emptied(tree: Tree, zones: list[Zone | None], part: Box) -> bool:
    """Say whether names that say frame leave hardly any prose of a part, comments and the like aside."""
    inside = [(zones[unit.box], unit.mass) for unit in tree.units[part.first : part.last]]
    left = sum([mass for zone, mass in inside if zone is None])
    return left < sum([mass for zone, mass in inside if zone in (None, Zone.BOILERPLATE)]) * _LEFT_SHARE_MIN


def _declared_elsewhere(declared: list[Box], box: Box, sums: list[float]) -> bool:
    """Say whether another part of the page says it is the matter and holds enough to be it: then this one may be what it says."""
    enough = max(_DECLARED_MASS_MIN, sums[-1] * (_HIDDEN_DECLARED_SHARE if box.marks & Mark.HIDDEN else _DECLARED_SHARE))
    return any(
        (other.last <= box.first or other.first >= box.last) and sums[other.last] - sums[other.first] >= enough for other in declared
    )


def _holds_figures(tree: Tree, box: Box) -> bool:
    """What a weak mark covers is kept when it holds digits outside links and dates: better a label too many than a figure lost."""
    return any(
        unit.links == 0 and DIGIT.search(unit.text) and phrase_of(unit.text) not in (Phrase.DATE, Phrase.BYLINE)
        for unit in tree.units[box.first : box.last]
    )


def _said(tree: Tree, box: Box, mass: float, telling: int) -> Zone | None:
    marks = box.marks
    if marks & Mark.HIDDEN:
        return Zone.HIDDEN
    if (box.tag in _EXCLUDED_TAGS and not _is_inset(tree, box)) or (box.tag == "header" and _is_site_header(tree, box)):
        return _EXCLUDED_TAGS.get(box.tag, Zone.BOILERPLATE)
    if box.tag in _TRUSTED_TAGS or marks & Mark.BODY:
        return None
    if marks & Mark.COMMENT:
        return Zone.COMMENT
    if marks & Mark.RELATED and (mass < PROSE_CHARS_MIN or any(unit.links for unit in tree.units[box.first : box.last])):
        return Zone.RELATED
    return Zone.BOILERPLATE if marks & Mark.BOILERPLATE or _weakly_said(tree, box, mass, telling) else None


def _is_inset(tree: Tree, box: Box) -> bool:
    """An aside that says it holds figures, or stands in the article's text and links nowhere, is a part of the article."""
    if box.tag != "aside" or box.marks & Mark.FIGURE:
        return box.tag == "aside"
    inside = tree.units[box.first : box.last]
    return _is_in(Mark.BODY, tree.boxes, box) and not any(unit.links for unit in inside) and any(DIGIT.search(unit.text) for unit in inside)


def _is_in(mark: int, boxes: list[Box], box: Box) -> bool:
    above = box.parent
    while above >= 0 and not boxes[above].marks & mark:
        above = boxes[above].parent
    return above >= 0


def _is_site_header(tree: Tree, box: Box) -> bool:
    """A header that holds no headline and stands in no article is the site's."""
    if any(unit.kind == "h1" for unit in tree.units[box.first : box.last]):
        return False
    above = box.parent
    while above >= 0 and not tree.boxes[above].declared and tree.boxes[above].tag != "section":
        above = tree.boxes[above].parent
    return above < 0


def _weakly_said(tree: Tree, box: Box, mass: float, telling: int) -> bool:
    if box.marks & (Mark.FIGURE | Mark.LEAD) or (box.kind != "body" and mass >= PROSE_CHARS_MIN):
        return False
    told = box.marks & telling
    if told & Mark.BYLINE and mass < _BYLINE_MASS_MAX:
        return True
    return bool(told & Mark.WEAK) and mass < _WEAK_MASS_MAX and not _holds_figures(tree, box)


def _sum(tree: Tree, own: list[Zone | None]) -> None:
    boxes = tree.boxes
    for unit in tree.units:
        box = boxes[unit.box]
        if own[unit.box] is None:
            box.chars += len(unit.text)
            box.links += unit.links
            box.mass += unit.mass
    for box in reversed(boxes):
        if box.parent >= 0:
            parent = boxes[box.parent]
            parent.chars += box.chars
            parent.links += box.links
            parent.mass += box.mass


def _root(tree: Tree, own: list[Zone | None]) -> int:
    """Go down from the body while one box holds nearly all prose."""
    boxes = tree.boxes
    heaviest: dict[int, int] = {}
    for index, box in enumerate(boxes):
        if own[index] is None and box.mass > 0 and box.kind in ("body", "td", "th"):
            known = heaviest.get(box.parent)
            if known is None or box.mass > boxes[known].mass:
                heaviest[box.parent] = index
    headlines = [index for index, unit in enumerate(tree.units) if unit.kind == "h1" and own[unit.box] is None]
    root = 0
    while (below := heaviest.get(root)) is not None:
        share = _DOMINANT_HEADED if _holds_headline(boxes[below], headlines) else _DOMINANT
        if boxes[below].mass < boxes[root].mass * share or _leaves_matter(boxes[root], boxes[below], headlines):
            declared = _declared_below(boxes, heaviest, root)
            if declared == root:
                break
            below = declared
        root = below
    return _climb(boxes, root)


def _leaves_matter(outer: Box, inner: Box, headlines: list[int]) -> bool:
    """Say whether going in would leave the headline behind, and text with it, of a page too short to spare any."""
    if inner.mass >= _LONG_MASS or inner.declared:
        return False
    left, links = outer.chars - inner.chars, outer.links - inner.links
    if left - 2 * links < (_LEFT_CHARS_MIN if inner.mass >= _SHORT_MASS else 1):
        return False
    return _holds_headline(outer, headlines) and not _holds_headline(inner, headlines)


def _holds_headline(box: Box, headlines: list[int]) -> bool:
    return any(box.first <= at < box.last for at in headlines)


def _declared_below(boxes: list[Box], heaviest: dict[int, int], root: int) -> int:
    """Follow the heaviest boxes down to the first that says it holds the matter and holds most of it; else stay."""
    below = heaviest.get(root)
    while below is not None and boxes[below].mass >= boxes[root].mass * _DOMINANT_MARKED:
        if boxes[below].declared:
            return below
        below = heaviest.get(below)
    return root


def _climb(boxes: list[Box], root: int) -> int:
    """Go back up one step where what was left beside the root is prose as well: an article cut into sections."""
    core = boxes[root]
    above = root
    while boxes[above].parent > 0:
        above = boxes[above].parent
        outer = boxes[above]
        more, chars, links = outer.mass - core.mass, outer.chars - core.chars, outer.links - core.links
        if more >= _CLIMB_MASS_MIN:
            prose = links < chars * _CLIMB_LINKY and more > chars * _CLIMB_PROSE
            return above if prose and (not core.declared or _has_twin(boxes, above, root)) else root
        if outer.tag in ("article", "main"):
            break
    return root


def _has_twin(boxes: list[Box], above: int, root: int) -> bool:
    """Say whether another box beside a declared root declares itself in the same way."""
    core, outer = boxes[root], boxes[above]
    return any(
        box.declared and box.tag == core.tag and box.mass >= PROSE_CHARS_MIN and (box.first >= core.last or box.last <= core.first)
        for box in boxes[above + 1 :]
        if outer.first <= box.first and box.last <= outer.last
    )


def _prune(tree: Tree, own: list[Zone | None], root: int) -> None:
    """Inside the root, boxes that are mostly links without prose are lists of pointers."""
    boxes = tree.boxes
    for index in range(root + 1, len(boxes)):
        box = boxes[index]
        if own[index] is not None or box.first < boxes[root].first or box.last > boxes[root].last:
            continue
        if box.parent > root and own[box.parent] is not None:
            own[index] = own[box.parent]
        elif box.chars and box.links > box.chars * _LINKY and box.mass < PROSE_CHARS_MIN and box.tag not in _JUDGED_BY_TEXT:
            own[index] = Zone.BOILERPLATE


def _inside(tree: Tree, root: int) -> list[bool]:
    inside: list[bool] = []
    for index, box in enumerate(tree.boxes):
        inside.append(index == root or (box.parent >= 0 and inside[box.parent]))
    return inside


def _zone(own: Zone | None, inside: bool) -> Zone:  # noqa: FBT001  two facts of one box
    return own or (Zone.MAIN if inside else Zone.BOILERPLATE)
