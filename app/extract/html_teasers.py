"""Other articles on an article's page: teasers side by side, blurbs with a way to read on, whole articles that follow."""

from itertools import accumulate

from app.extract.document import Zone
from app.extract.html_frame import folded, repeats
from app.extract.html_marks import Mark
from app.extract.html_phrases import reads_on
from app.extract.html_tags import HEADINGS
from app.extract.html_tree import PROSE_CHARS_MIN, Box, Tree

# Titles of teasers are no shorter, whole teasers no longer; pages made of nothing else are lists worth reading.
_TITLE_MIN = 12
_TEASER_CHARS_MAX = 600
_TEASERS_MIN = 3
_TEASER_MASS_MAX = 0.35
# Blurbs that say "read on" may outweigh a short article, which holds this much prose; so they may, where the part round
# them says that it is about other articles, or where they are not much more than the rest.
_REST_MASS_MIN = 200.0
_BLURB_MASS_MAX = 0.6
_FOLLOWED_MASS_MIN = 250.0
# Where a text goes on elsewhere.
_BREAKS = ("...", "…", "[…]", "[...]", "(...)")


def set_followers_aside(tree: Tree, own: list[Zone | None], title: str) -> None:
    """Pages that go on to further articles: of those side by side, the one under the page's title is meant."""
    beside: dict[int, list[int]] = {}
    for index, box in enumerate(tree.boxes):
        if box.tag == "article" and own[index] is None:
            beside.setdefault(box.parent, []).append(index)
    told = folded(title)
    followed = {index for group in beside.values() if len(group) > 1 for index in _followers(tree, group, told)}
    if followed:
        for index, box in enumerate(tree.boxes):
            if index in followed or (own[index] is None and box.parent >= 0 and own[box.parent] is Zone.RELATED):
                own[index] = Zone.RELATED


def _followers(tree: Tree, group: list[int], told: str) -> list[int]:
    """The articles of a group that are headed like the one under the page's title, which stands first and is no teaser."""
    sums = [0.0, *accumulate([unit.mass for unit in tree.units])]
    heads = [_head(tree, tree.boxes[index]) for index in group]
    meant = heads[0]
    first = tree.boxes[group[0]]
    if meant is None or not told or not repeats(folded(meant[1]), told) or sums[first.last] - sums[first.first] < _FOLLOWED_MASS_MIN:
        return []
    return [index for index, head in zip(group[1:], heads[1:], strict=True) if head is not None and head[0] == meant[0]]


def _head(tree: Tree, box: Box) -> tuple[str, str] | None:
    return next(((unit.kind, unit.text) for unit in tree.units[box.first : box.last] if unit.kind in HEADINGS), None)


def find_teasers(tree: Tree, own: list[Zone | None], root: int, title: str) -> None:
    """Three or more like boxes side by side, each under a linked title, point to other pages, unless they are most of this one.

    So do three or more that end in a link to read on, or whose headed text breaks off, as long as an article is left.
    """
    boxes, units = tree.boxes, tree.units
    links = [index for index in range(boxes[root].first, boxes[root].last) if units[index].links * 10 >= len(units[index].text) * 9]
    titles = [index for index in links if len(units[index].text) >= _TITLE_MIN and own[units[index].box] is None]
    told = folded(title)
    headlines = [index for index, unit in enumerate(units) if unit.kind == "h1" and told and repeats(folded(unit.text), told)]
    for parent, group in _groups(tree, root, titles).items():
        if boxes[parent].mass >= PROSE_CHARS_MIN and all(boxes[at].kind in HEADINGS for at in group):
            # Linked headings over prose head the sections of a digest.
            continue
        if sum([boxes[at].mass for at in group]) <= boxes[root].mass * _TEASER_MASS_MAX or _are_beside_the_article(tree, parent, headlines):
            _set_aside(own, group)
    for parent, group in _groups(tree, root, [index for index in links if reads_on(units[index].text)]).items():
        if _leave_an_article(boxes, root, parent, _mass_left(boxes, own, group)):
            _set_aside(own, group)
    broken = [index for index in range(boxes[root].first, boxes[root].last) if units[index].text.endswith(_BREAKS)]
    for group in _groups(tree, root, broken).values():
        headed = all(units[boxes[at].first].kind in HEADINGS for at in group)
        if headed and _mass_left(boxes, own, group) <= boxes[root].mass * _TEASER_MASS_MAX:
            _set_aside(own, group)


def _groups(tree: Tree, root: int, signs: list[int]) -> dict[int, set[int]]:
    """Boxes side by side that hold one of the signs each, by the box round them."""
    boxes = tree.boxes
    groups: dict[int, set[int]] = {}
    for before, index, after in zip([-1, *signs], signs, [*signs[1:], len(tree.units)], strict=False):
        at = tree.units[index].box
        while boxes[at].parent > root and boxes[boxes[at].parent].first > before and boxes[boxes[at].parent].last <= after:
            at = boxes[at].parent
        if at > root and boxes[at].chars <= _TEASER_CHARS_MAX:
            groups.setdefault(boxes[at].parent, set()).add(at)
    return {parent: group for parent, group in groups.items() if len(group) >= _TEASERS_MIN}


def _are_beside_the_article(tree: Tree, parent: int, headlines: list[int]) -> bool:
    """Say whether the page declares another part to be its matter, with prose under the page's title."""
    inner = tree.boxes[parent]
    return any(
        box.declared
        and box.mass >= PROSE_CHARS_MIN
        and not (box.first <= inner.first and inner.last <= box.last)
        and any(box.first <= at < box.last for at in headlines)
        for box in tree.boxes
    )


def _mass_left(boxes: list[Box], own: list[Zone | None], group: set[int]) -> float:
    return sum([boxes[at].mass for at in group if own[at] is None])


def _leave_an_article(boxes: list[Box], root: int, parent: int, mass: float) -> bool:
    """Say whether blurbs stand beside the article rather than in it, and whether it is one without them."""
    if boxes[root].mass - mass < _REST_MASS_MIN:
        return False
    marks, at = 0, parent
    while at >= 0:
        if boxes[at].tag == "article" or boxes[at].marks & Mark.BODY:
            return False
        marks |= boxes[at].marks
        at = boxes[at].parent
    return bool(marks & Mark.RELATED) or mass <= boxes[root].mass * _BLURB_MASS_MAX


def _set_aside(own: list[Zone | None], group: set[int]) -> None:
    for at in group:
        own[at] = Zone.RELATED
