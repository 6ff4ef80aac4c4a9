"""Which part of a page is its matter: where the prose is, told apart by tags, marks, link density and labels.

1. Each unit gets a mass: how much prose it is. 2. Tags and marks exclude boxes, unless that would lose most prose.
3. From the body down, the box that holds nearly all remaining mass is the root. 4. Inside the root, boxes of links and
parts under a label ("Related articles") fall out. 5. What stands before the headline and after the last prose is frame.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from app.extract.document import Zone
from app.extract.html_marks import Mark
from app.extract.html_phrases import Phrase, is_machinery, phrase_of
from app.extract.html_tree import Box, Tree, Unit

# A box that holds this share of its parent's prose is where the matter is; one that says so is believed with less.
_DOMINANT = 0.85
_DOMINANT_MARKED = 0.55
# Marks are not believed of a box that holds this share of the page's prose ("content-with-sidebar").
_UNBELIEVABLE = 0.5
# A weak mark ("widget", "meta") is not believed of a box with this much prose, nor at all of a paragraph of prose; what
# is marked as an author's may hold a short life.
_WEAK_MASS_MAX = 400.0
_BYLINE_MASS_MAX = 700.0

_PROSE_CHARS_MIN = 60
_SENTENCE_END = re.compile(r"[.!?…。！？؟।](?:[\"'”’»)\]」』]|\[\w{1,9}\])*(?:\s|$)|[。！？]")
# One ideograph says as much as two or three letters.
_IDEOGRAPHS = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_LINKY = 0.5
# Titles of teasers are no shorter, whole teasers no longer; pages made of nothing else are lists worth reading.
_TEASER_TITLE_MIN = 12
_TEASER_CHARS_MAX = 600
_TEASERS_MIN = 3
_TEASER_MASS_MAX = 0.35
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
    "noscript": Zone.HIDDEN,
}
_TRUSTED_TAGS = frozenset({"body", "main", "article", "h1"})
# Items and paragraphs of links are judged with the list or by their text.
_JUDGED_BY_TEXT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "dt", "dd", "table"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def size(text: str) -> int:
    """Length in letters, so that languages without blanks weigh as much."""
    if text.isascii() or max(text) < "\u2e80":
        return len(text)
    return len(text) + 2 * len(_IDEOGRAPHS.findall(text))


def zones_of(tree: Tree, title: str = "") -> list[Zone]:
    """Give each unit its zone."""
    _weigh(tree.units)
    own = _own_zones(tree)
    _sum(tree, own)
    root = _root(tree, own)
    _find_teasers(tree, own, root)
    _prune(tree, own, root)
    inside = _inside(tree, root)
    zones = [_zone(own[unit.box], inside[unit.box]) for unit in tree.units]
    _label_parts(tree, zones)
    headline = _headline(tree, zones, own, title)
    _trim(tree, zones, headline)
    _add_lead(tree, zones, own, headline)
    return zones


def _weigh(units: list[Unit]) -> None:
    for unit in units:
        text = unit.text
        plain = size(text) * (len(text) - unit.links) // len(text)
        if plain < _PROSE_CHARS_MIN:
            unit.mass = plain * 0.1 if unit.links * 2 < len(text) else 0.0
        elif unit.links * 2 > len(text):
            unit.mass = plain * 0.5
        elif unit.kind in ("table", "pre"):
            unit.mass = plain * 0.3
        else:
            unit.mass = plain * (1.0 if _SENTENCE_END.search(text) else 0.4)


def _own_zones(tree: Tree) -> list[Zone | None]:
    """Judge each box by its tag and marks alone, but for those that hold most of the prose."""
    sums = [0.0, *accumulate([unit.mass for unit in tree.units])]
    most = sums[-1] * _UNBELIEVABLE
    zones: list[Zone | None] = []
    for box in tree.boxes:
        zone = zones[box.parent] if box.parent >= 0 else None
        if zone is None and (box.marks or box.tag in _EXCLUDED_TAGS):
            mass = sums[box.last] - sums[box.first]
            if mass <= most or box.tag == "noscript":
                zone = _said(box, mass)
                if zone is Zone.BOILERPLATE and box.marks & Mark.WEAK and not box.marks & Mark.BOILERPLATE and _holds_figures(tree, box):
                    zone = None
        zones.append(zone)
    return zones


def _holds_figures(tree: Tree, box: Box) -> bool:
    """What a weak mark covers is kept when it holds digits outside links: better a label too many than a figure lost."""
    return box.tag not in _EXCLUDED_TAGS and any(unit.links == 0 and _DIGIT.search(unit.text) for unit in tree.units[box.first : box.last])


def _said(box: Box, mass: float) -> Zone | None:
    marks = box.marks
    if marks & Mark.HIDDEN:
        return Zone.HIDDEN
    if box.tag in _EXCLUDED_TAGS:
        return None if marks & Mark.FIGURE and box.tag == "aside" else _EXCLUDED_TAGS[box.tag]
    if box.tag in _TRUSTED_TAGS or marks & Mark.BODY:
        return None
    if marks & Mark.COMMENT:
        return Zone.COMMENT
    if marks & Mark.RELATED:
        return Zone.RELATED
    return Zone.BOILERPLATE if marks & Mark.BOILERPLATE or _weakly_said(box, mass) else None


def _weakly_said(box: Box, mass: float) -> bool:
    if box.marks & (Mark.FIGURE | Mark.LEAD) or (box.kind != "body" and mass >= _PROSE_CHARS_MIN):
        return False
    return bool((box.marks & Mark.BYLINE and mass < _BYLINE_MASS_MAX) or (box.marks & Mark.WEAK and mass < _WEAK_MASS_MAX))


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
    root = 0
    while (below := heaviest.get(root)) is not None:
        if boxes[below].mass < boxes[root].mass * _DOMINANT:
            declared = _declared_below(boxes, heaviest, root)
            if declared == root:
                break
            below = declared
        root = below
    return _climb(boxes, root)


def _declared_below(boxes: list[Box], heaviest: dict[int, int], root: int) -> int:
    """Follow the heaviest boxes down to the first that says it holds the matter and holds most of it; else stay."""
    below = heaviest.get(root)
    while below is not None and boxes[below].mass >= boxes[root].mass * _DOMINANT_MARKED:
        if _declared(boxes[below]):
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
            return above if prose and (not _declared(core) or _has_twin(boxes, above, root)) else root
        if outer.tag in ("article", "main"):
            break
    return root


def _declared(box: Box) -> bool:
    return box.tag in ("article", "main") or bool(box.marks & Mark.BODY)


def _has_twin(boxes: list[Box], above: int, root: int) -> bool:
    """Say whether another box beside a declared root declares itself in the same way."""
    core, outer = boxes[root], boxes[above]
    return any(
        _declared(box) and box.tag == core.tag and box.mass >= _PROSE_CHARS_MIN and (box.first >= core.last or box.last <= core.first)
        for box in boxes[above + 1 :]
        if outer.first <= box.first and box.last <= outer.last
    )


def _find_teasers(tree: Tree, own: list[Zone | None], root: int) -> None:
    """Three or more like boxes side by side, each under a linked title, point to other pages, unless they are most of this one."""
    boxes, units = tree.boxes, tree.units
    titles = [
        index
        for index in range(boxes[root].first, boxes[root].last)
        if len(units[index].text) >= _TEASER_TITLE_MIN
        and units[index].links * 10 >= len(units[index].text) * 9
        and own[units[index].box] is None
    ]
    groups: dict[int, set[int]] = {}
    for before, index, after in zip([-1, *titles], titles, [*titles[1:], len(units)], strict=False):
        at = units[index].box
        while boxes[at].parent > root and boxes[boxes[at].parent].first > before and boxes[boxes[at].parent].last <= after:
            at = boxes[at].parent
        if at > root and boxes[at].chars <= _TEASER_CHARS_MAX:
            groups.setdefault(boxes[at].parent, set()).add(at)
    for group in groups.values():
        if len(group) >= _TEASERS_MIN and sum([boxes[at].mass for at in group]) <= boxes[root].mass * _TEASER_MASS_MAX:
            for at in group:
                own[at] = Zone.RELATED


def _prune(tree: Tree, own: list[Zone | None], root: int) -> None:
    """Inside the root, boxes that are mostly links without prose are lists of pointers."""
    boxes = tree.boxes
    for index in range(root + 1, len(boxes)):
        box = boxes[index]
        if own[index] is not None or box.first < boxes[root].first or box.last > boxes[root].last:
            continue
        if box.parent > root and own[box.parent] is not None:
            own[index] = own[box.parent]
        elif box.chars and box.links > box.chars * _LINKY and box.mass < _PROSE_CHARS_MIN and box.tag not in _JUDGED_BY_TEXT:
            own[index] = Zone.BOILERPLATE


def _inside(tree: Tree, root: int) -> list[bool]:
    inside: list[bool] = []
    for index, box in enumerate(tree.boxes):
        inside.append(index == root or (box.parent >= 0 and inside[box.parent]))
    return inside


def _zone(own: Zone | None, inside: bool) -> Zone:  # noqa: FBT001  two facts of one box
    return own or (Zone.MAIN if inside else Zone.BOILERPLATE)


_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"\w+")
# Shorter headings ("News") are in many titles by chance; titles are often cut, so their start decides.
_HEADLINE_CHARS_MIN = 12
_HEADLINE_START = 30
_LABEL_ZONES = {Phrase.RELATED: Zone.RELATED, Phrase.COMMENT: Zone.COMMENT}


def _label_parts(tree: Tree, zones: list[Zone]) -> None:
    """Take out what stands under a label, to the next heading as high or the end of the label's box; and lone labels."""
    boxes, units = tree.boxes, tree.units
    part, until, level = Zone.MAIN, 0, 9
    for index, unit in enumerate(units):
        if zones[index] is not Zone.MAIN:
            continue
        own_level = int(unit.kind[1]) if unit.kind in _HEADINGS else 9
        if part is not Zone.MAIN and (index >= until or (own_level <= level and own_level < 9)):
            part = Zone.MAIN
        phrase = phrase_of(unit.text) if unit.mass < _PROSE_CHARS_MIN and unit.kind != "table" else Phrase.NONE
        if phrase in _LABEL_ZONES and own_level > 1:
            label = _LABEL_ZONES[phrase]
            end = _part_end(boxes, unit)
            if own_level < 9 or _points_elsewhere(units[index + 1 : end]):
                part, until, level = label, end, own_level
            zones[index] = label
        elif part is not Zone.MAIN:
            zones[index] = part
        elif (phrase is Phrase.PROMO and unit.links) or (phrase in (Phrase.NOISE, Phrase.BYLINE, Phrase.DATE) and own_level == 9):
            zones[index] = Zone.RELATED if phrase is Phrase.PROMO else Zone.BOILERPLATE
        elif unit.mass >= 40 and is_machinery(unit.text):
            zones[index] = Zone.BOILERPLATE
        elif unit.links * 10 >= len(unit.text) * 7 and unit.kind in ("p", "body") and len(unit.text) > 3 and unit.text[-1] not in ".。":
            zones[index] = Zone.RELATED


def _part_end(boxes: list[Box], unit: Unit) -> int:
    """The end of the smallest box round a label that holds more than the label."""
    box = boxes[unit.box]
    while box.parent >= 0 and box.last - box.first <= 1:
        box = boxes[box.parent]
    return box.last


def _points_elsewhere(units: list[Unit]) -> bool:
    """Say whether what follows a label is links or teasers rather than the article going on."""
    chars = sum([len(unit.text) for unit in units])
    return chars > 0 and (sum([unit.links for unit in units]) > chars * 0.3 or max(unit.mass for unit in units) < _PROSE_CHARS_MIN * 2)


def _headline(tree: Tree, zones: list[Zone], own: list[Zone | None], title: str) -> int:
    """Find the heading over the main prose: the one the page's title repeats, else the nearest h1; -1 without any."""
    units = tree.units
    last = max((index for index, zone in enumerate(zones) if zone is Zone.MAIN and units[index].mass >= _PROSE_CHARS_MIN), default=-1)
    first = next((index for index, zone in enumerate(zones) if zone is Zone.MAIN and units[index].mass >= _PROSE_CHARS_MIN * 2), last)
    candidates = [
        index
        for index in range(min(last, first + 6) + 1)
        if units[index].kind in _HEADINGS and own[units[index].box] in (None, Zone.BOILERPLATE) and zones[index] is not Zone.RELATED
    ]
    told = _folded(title)
    named = [index for index in candidates if told and _repeats(_folded(units[index].text), told)]
    if named:
        return max(named, key=lambda index: (len(units[index].text) // 12, zones[index] is Zone.MAIN, -index))
    return next((index for index in reversed(candidates) if units[index].kind == "h1" and index <= first), -1)


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _repeats(heading: str, title: str) -> bool:
    """Say whether title and heading are one text, give or take a site's name at an end of the title."""
    return len(heading) >= _HEADLINE_CHARS_MIN and (
        heading in title or (title in heading and len(title) * 2 > len(heading)) or title[:_HEADLINE_START] == heading[:_HEADLINE_START]
    )


def _trim(tree: Tree, zones: list[Zone], headline: int) -> None:
    """Set aside what stands before the headline and, short and plain, before the first and after the last prose."""
    units = tree.units
    main = [index for index, zone in enumerate(zones) if zone is Zone.MAIN]
    prose = [index for index in main if units[index].mass >= _PROSE_CHARS_MIN]
    if not prose:
        return
    for index in main:
        unit = units[index]
        if (
            index < headline
            or (headline < 0 and index < prose[0] and unit.kind not in _HEADINGS and unit.kind != "table" and unit.mass < 4)
            or (index > prose[-1] and unit.kind in ("body", "p") and unit.mass < 3 and not _DIGIT.search(unit.text))
        ):
            zones[index] = Zone.BOILERPLATE


def _add_lead(tree: Tree, zones: list[Zone], own: list[Zone | None], headline: int) -> None:
    """The headline, a standfirst and the lead picture's caption often stand above the root."""
    units = tree.units
    first = next((index for index, zone in enumerate(zones) if zone is Zone.MAIN), len(units))
    if headline < 0 or headline > first:
        return
    zones[headline] = Zone.MAIN
    for index in range(headline + 1, first):
        if own[units[index].box] is None and _is_lead(tree, units[index]):
            zones[index] = Zone.MAIN


def _is_lead(tree: Tree, unit: Unit) -> bool:
    marked = unit.kind in ("figcaption", "h2", "h3") or any(
        box.marks & (Mark.LEAD | Mark.CAPTION | Mark.FIGURE) for box in _around(tree, unit, 3)
    )
    return phrase_of(unit.text) is Phrase.NONE and (unit.mass >= _PROSE_CHARS_MIN or (marked and unit.links * 2 < len(unit.text)))


def _around(tree: Tree, unit: Unit, levels: int) -> Iterator[Box]:
    index = unit.box
    for _ in range(levels):
        if index <= 0:
            return
        yield tree.boxes[index]
        index = tree.boxes[index].parent
