"""Inside the part that holds the prose: what a label, a headline or a place at the edge says of single units."""

import re
from collections.abc import Iterator, Sequence

from app.extract.days import find_day
from app.extract.document import Zone
from app.extract.html_marks import Mark
from app.extract.html_phrases import (
    MACHINERY_CHARS_MAX,
    Phrase,
    author_of,
    is_about_machinery,
    is_machinery,
    machinery_hints,
    phrase_of,
    subject_of,
)
from app.extract.html_tree import PROSE_CHARS_MIN, Box, Tree, Unit

DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d[:h.]\d\d(?!\d)|(?:19|20)\d\d")
_WORDS = re.compile(r"\w+")
# Shorter headings ("News") are in many titles by chance; titles are often cut, so their start decides.
_HEADLINE_CHARS_MIN = 12
_HEADLINE_START = 30
_HEADLINE_REACH = 3
# A line right under the headline is a standfirst, if it is no shorter than this and links nowhere.
_STANDFIRST_CHARS_MIN = 40
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_NO_LEVEL = 9
_LABEL_ZONES = {Phrase.RELATED: Zone.RELATED, Phrase.COMMENT: Zone.COMMENT, Phrase.LIFE: Zone.BOILERPLATE}
_LONE_ZONES = {Phrase.NOISE: Zone.BOILERPLATE, Phrase.BYLINE: Zone.BOILERPLATE, Phrase.DATE: Zone.BOILERPLATE}
# Machinery speaks in sentences, which weigh this much at least.
_MACHINERY_MASS_MIN = 40.0
_MACHINERY_CHARS_MIN = 25
# Articles have no more paragraphs, and each takes a millisecond at worst.
_MACHINERY_LOOKED_AT = 1_500
# Lives of authors are among the last paragraphs, after three of the article at least.
_BIO_UNITS = 3
_LIFE_CHARS_MAX = 1_500
_BIO_AFTER = 3
_BYLINE_UNITS_MAX = 60
_BYLINE_CHARS_MAX = 100
_MACHINERY_TOPIC_MIN = 3
_MACHINERY_SHARE_MAX = 0.2
# A paragraph with this share of links and no full stop is a pointer to another page.
_POINTER_LINKS = 0.7
_TITLE_CHARS_MAX = 120
_PROMO_LABEL_CHARS_MAX = 30
_PROMO_NAME_CHARS_MIN = 20
_ELSEWHERE_LINKS = 0.2
# A unit of less mass than this at the edge of the matter is a label of the frame.
# One sentence may well be said twice; three paragraphs, and half of all there are, are a second copy.
_REPEATS_MIN = 3
_REPEATS_SHARE = 0.5
# Shorter statements are summaries; shorter units are in many texts by chance.
_BODY_CHARS_MIN = 400
_BODY_UNIT_CHARS_MIN = 40
_BODY_FOUND = 0.6
_EDGE_MASS_MAX = 3.0
_STOPS = (".", "!", "?", "…", "。", "！", "？", "，")
_CARD_UNITS_MAX = 8


def set_labelled_parts_aside(tree: Tree, zones: list[Zone]) -> None:
    """Take out what stands under a label, to the next heading as high or the end of the label's box; and lone labels."""
    units = tree.units
    part, until, level = Zone.MAIN, 0, _NO_LEVEL
    for index, unit in enumerate(units):
        if zones[index] is not Zone.MAIN:
            continue
        own_level = _LEVELS.get(unit.kind, _NO_LEVEL)
        if index >= until or own_level <= level < _NO_LEVEL:
            part = Zone.MAIN
        phrase = phrase_of(unit.text) if unit.mass < PROSE_CHARS_MIN and unit.kind != "table" else Phrase.NONE
        label = _LABEL_ZONES.get(phrase) if own_level > 1 else None
        if label is not None:
            end = _part_end(tree.boxes, unit)
            if _is_elsewhere(label, units[index + 1 : end], unit.text, heading=own_level < _NO_LEVEL):
                part, until, level = label, end, own_level
                zones[index] = label
                continue
        zones[index] = part if part is not Zone.MAIN else _alone(unit, phrase, own_level)


def set_machinery_aside(units: Sequence[Unit], zones: list[Zone], title: str) -> None:
    """Take out paragraphs on cookies, rights and newsletters, unless the title or their number says that the page is about them."""
    if is_about_machinery(title):
        return
    main = [index for index, zone in enumerate(zones) if zone is Zone.MAIN and _may_be_machinery(units[index])][:_MACHINERY_LOOKED_AT]
    short = [index for index in main if len(units[index].text) <= MACHINERY_CHARS_MAX]
    hints = machinery_hints("\n".join([units[index].text for index in short]))
    found = [index for index in short if hints and is_machinery(units[index].text, hints)]
    many = sum([len(units[index].text) for index in found]) > sum([len(units[index].text) for index in main]) * _MACHINERY_SHARE_MAX
    if len(found) < _MACHINERY_TOPIC_MIN or not many:
        for index in found:
            zones[index] = Zone.BOILERPLATE


def set_bios_aside(units: Sequence[Unit], zones: list[Zone], authors: Sequence[str]) -> None:
    """Take out the last paragraphs when they tell of the author.

    They begin with the name of who wrote the article, or the last one tells the life of a person named nowhere before.
    """
    main = [index for index, zone in enumerate(zones) if zone is Zone.MAIN and units[index].mass >= PROSE_CHARS_MIN]
    name = subject_of(units[main[-1]].text) if len(main) > _BIO_AFTER else ""
    if name and not any(name in units[index].text for index in main[:-1]):
        zones[main.pop()] = Zone.BOILERPLATE
    for index in main[max(_BIO_AFTER, len(main) - _BIO_UNITS) :]:
        text = units[index].text
        if any(text.startswith(name) and text[len(name) : len(name) + 1] not in (":", "") for name in authors):
            zones[index] = Zone.BOILERPLATE


def named_authors(units: Sequence[Unit]) -> list[str]:
    """The names in lines such as "By Maria Keel" near the top of a page."""
    return [name for unit in units[:_BYLINE_UNITS_MAX] if len(unit.text) <= _BYLINE_CHARS_MAX and (name := author_of(unit.text))]


def _may_be_machinery(unit: Unit) -> bool:
    return unit.mass >= _MACHINERY_MASS_MIN or (unit.kind in ("p", "body") and len(unit.text) >= _MACHINERY_CHARS_MIN)


def _alone(unit: Unit, phrase: Phrase, level: int) -> Zone:
    """Judge a unit by its own words."""
    if phrase is Phrase.PROMO and (unit.links or _names_another_page(unit)):
        return Zone.RELATED
    if phrase in _LONE_ZONES and level == _NO_LEVEL and unit.kind != "summary":
        return _LONE_ZONES[phrase]
    if phrase in _LABEL_ZONES and level == _NO_LEVEL:
        return _LABEL_ZONES[phrase]
    return Zone.RELATED if unit.kind in ("p", "body") and _points_elsewhere(unit) else Zone.MAIN


def _names_another_page(unit: Unit) -> bool:
    """A title after a label ("Read next: …") names a page though its link was lost; a sentence is no title."""
    label, colon, name = unit.text.partition(":")
    return (
        bool(colon)
        and unit.kind in ("p", "body")
        and len(label) <= _PROMO_LABEL_CHARS_MAX
        and len(name) >= _PROMO_NAME_CHARS_MIN
        and not name.endswith(_STOPS)
    )


def _points_elsewhere(unit: Unit) -> bool:
    """A line that is nearly all link is a pointer, unless it is a sentence; a question may be a title, unless it is long."""
    text = unit.text
    if unit.links < len(text) * _POINTER_LINKS or len(text) <= 3:
        return False
    return text[-1] not in ".。" and not (len(text) > _TITLE_CHARS_MAX and text[-1] in "?!？！")


def _part_end(boxes: list[Box], unit: Unit) -> int:
    """The end of the smallest box round a label that holds more than the label."""
    box = boxes[unit.box]
    while box.parent >= 0 and box.last - box.first <= 1:
        box = boxes[box.parent]
    return box.last


def _is_elsewhere(label: Zone, units: Sequence[Unit], text: str, *, heading: bool) -> bool:
    """Say whether what follows a label is comments, links or teasers rather than the article going on."""
    chars = sum([len(unit.text) for unit in units])
    if not chars:
        return heading
    if label is Zone.BOILERPLATE:
        return chars <= _LIFE_CHARS_MAX
    if sum([unit.links for unit in units]) > chars * _ELSEWHERE_LINKS or max([unit.mass for unit in units]) < PROSE_CHARS_MIN:
        return True
    return label is Zone.COMMENT and (bool(DIGIT.search(text)) or any(unit.links or phrase_of(unit.text) in _LONE_ZONES for unit in units))


def set_repeats_aside(tree: Tree, zones: list[Zone]) -> None:
    """Pages lay some parts out twice, for wide and narrow screens; paragraphs that come again in another box are frame."""
    first_in: dict[str, int] = {}
    again: list[int] = []
    for index, unit in enumerate(tree.units):
        if zones[index] is Zone.MAIN and unit.mass >= PROSE_CHARS_MIN:
            box = tree.boxes[unit.box]
            around = box.parent if box.kind == "p" else unit.box
            if first_in.setdefault(unit.text, around) != around:
                again.append(index)
    if len(again) >= _REPEATS_MIN and len(again) >= len(first_in) * _REPEATS_SHARE:
        for index in again:
            zones[index] = Zone.BOILERPLATE


def take_in_declared_text(units: Sequence[Unit], zones: list[Zone], body: str) -> None:
    """Where the page states its article's text (JSON-LD articleBody) and hardly any of it was found, look it up."""
    if len(body) < _BODY_CHARS_MIN:
        return
    stated = folded(body)
    inside = [len(unit.text) >= _BODY_UNIT_CHARS_MIN and folded(unit.text) in stated for unit in units]
    found = sum([len(unit.text) for unit, zone, hit in zip(units, zones, inside, strict=True) if hit and zone is Zone.MAIN])
    if found < len(body) * _BODY_FOUND:
        for index, hit in enumerate(inside):
            if hit and zones[index] is not Zone.HIDDEN:
                zones[index] = Zone.MAIN


def take_in_tail(tree: Tree, zones: list[Zone], own: Sequence[Zone | None], root: int) -> None:
    """What an article says in plain text after the part that holds its text (corrections, footnotes, methods) is its own."""
    boxes, units = tree.boxes, tree.units
    above = root
    while above >= 0 and boxes[above].tag != "article":
        above = boxes[above].parent
    at = boxes[root].last
    while above >= 0 and at < boxes[above].last:
        outer = units[at].box
        while boxes[outer].parent != above and boxes[boxes[outer].parent].first >= boxes[root].last:
            outer = boxes[outer].parent
        end = at + 1 if outer == above else boxes[outer].last
        if boxes[outer].marks & Mark.FOOTNOTE or (_is_plain(boxes[outer]) and _says_more(units[at:end])):
            for index in range(at, end):
                zones[index] = Zone.MAIN if own[units[index].box] is None else zones[index]
        at = end


def _is_plain(box: Box) -> bool:
    """Pleas and lives of authors stand in boxes of their own, which have names; what an article adds stands in plain text."""
    return not box.marks and box.tag != "div"


def _says_more(units: Sequence[Unit]) -> bool:
    """Say whether a part without links holds a heading or a sentence."""
    if any(unit.links for unit in units):
        return False
    return any(unit.kind in _LEVELS or (len(unit.text) >= _STANDFIRST_CHARS_MIN and unit.text.endswith(_STOPS)) for unit in units)


def find_headline(units: list[Unit], zones: list[Zone], own: list[Zone | None], title: str) -> int:
    """Find the heading over the main prose: the one the page's title repeats, else the nearest h1; -1 without any."""
    prose = [index for index, zone in enumerate(zones) if zone is Zone.MAIN and units[index].mass >= PROSE_CHARS_MIN]
    last = prose[-1] if prose else -1
    first = next((index for index in prose if units[index].mass >= PROSE_CHARS_MIN * 2), last)
    candidates = [
        index
        for index in range(min(last, first + 6) + 1)
        if units[index].kind in _LEVELS and own[index] in (None, Zone.BOILERPLATE) and zones[index] is not Zone.RELATED
    ]
    told = folded(title)
    named = [index for index in candidates if told and repeats(folded(units[index].text), told)]
    if named:
        return max(
            named, key=lambda index: (len(units[index].text) // _HEADLINE_CHARS_MIN, zones[index] is Zone.MAIN, own[index] is None, -index)
        )
    nearest = [index for index in reversed(candidates) if index <= first and units[index].kind == "h1"]
    titled = [index for index in range(max(0, first)) if own[index] is None and _is_title(units[index], told)]
    return nearest[0] if nearest else titled[-1] if titled else _heading_above(units, candidates, first)


def _is_title(unit: Unit, title: str) -> bool:
    """Say whether a text that is no heading is most of the page's title, word for word."""
    if unit.links or unit.kind in ("li", "table") or not _HEADLINE_CHARS_MIN <= len(unit.text) <= 2 * _TITLE_CHARS_MAX:
        return False
    words = folded(unit.text)
    return len(words) * 2 > len(title) and words in title


def _heading_above(units: list[Unit], candidates: list[int], first: int) -> int:
    """Where no h1 is near, a heading of words right above the first prose, but for the date or byline between, is the headline."""
    above = [index for index in candidates if first - _HEADLINE_REACH <= index < first]
    long = [index for index in above if len(units[index].text) >= _HEADLINE_CHARS_MIN and not units[index].links]
    return long[0] if long and phrase_of(units[long[0]].text) is Phrase.NONE else -1


def folded(text: str) -> str:
    """Return the words alone, in lower case, with a blank between."""
    return " ".join(_WORDS.findall(text.lower()))


def repeats(heading: str, title: str) -> bool:
    """Say whether title and heading are one text, give or take a site's name at an end of the title."""
    return len(heading) >= _HEADLINE_CHARS_MIN and (
        heading in title or (title in heading and len(title) * 2 > len(heading)) or title[:_HEADLINE_START] == heading[:_HEADLINE_START]
    )


def trim(tree: Tree, zones: list[Zone], headline: int) -> None:
    """Set aside what stands before the headline and, short and plain, before the first and after the last prose."""
    units = tree.units
    main = [index for index, zone in enumerate(zones) if zone is Zone.MAIN]
    prose = [index for index in main if units[index].mass >= PROSE_CHARS_MIN]
    if not prose:
        return
    for index in main:
        unit = units[index]
        before = index < headline or (headline < 0 and index < prose[0] and unit.kind in ("body", "p", "li", "td"))
        if index < headline or ((before or index > prose[-1]) and _is_edge_label(tree, unit)):
            zones[index] = Zone.BOILERPLATE


def _is_edge_label(tree: Tree, unit: Unit) -> bool:
    """A short text at the edge is a label of the frame, unless it has a figure or stands by one in a small box."""
    if unit.mass >= _EDGE_MASS_MAX or unit.kind not in ("body", "p") or DIGIT.search(unit.text) or _goes_on(tree, unit):
        return False
    box = tree.boxes[unit.box]
    while box.last - box.first < 2 and box.parent >= 0:
        box = tree.boxes[box.parent]
    return box.last - box.first > _CARD_UNITS_MAX or not any(DIGIT.search(other.text) for other in tree.units[box.first : box.last])


def _goes_on(tree: Tree, unit: Unit) -> bool:
    """Say whether a short text is a sentence among the paragraphs of its box."""
    around = tree.boxes[tree.boxes[unit.box].parent]
    beside = tree.units[around.first : around.last]
    return unit.kind == "p" and not unit.links and unit.text.endswith(_STOPS) and any(other.mass >= PROSE_CHARS_MIN for other in beside)


def set_loose_headings_aside(units: Sequence[Unit], zones: list[Zone], headline: int) -> None:
    """Take out what repeats the headline word for word, and headings at the end that head nothing."""
    main = [index for index, zone in enumerate(zones) if zone is Zone.MAIN and index != headline]
    words = folded(units[headline].text) if headline >= 0 else ""
    if len(words) >= _HEADLINE_CHARS_MIN:
        for index in main:
            if units[index].kind != "table" and len(units[index].text) <= 2 * len(words) and folded(units[index].text) == words:
                zones[index] = Zone.BOILERPLATE
    heading = [units[index].kind in _LEVELS and units[index].mass < PROSE_CHARS_MIN for index in main]
    while heading and heading[-1] and not all(heading) and not DIGIT.search(units[main[-1]].text):
        zones[main.pop()] = Zone.BOILERPLATE
        heading.pop()


def add_lead(tree: Tree, zones: list[Zone], own: list[Zone | None], headline: int) -> None:
    """The headline, a standfirst and the lead picture's caption often stand above the root."""
    units = tree.units
    first = next((index for index, zone in enumerate(zones) if zone is Zone.MAIN), len(units))
    if headline < 0 or headline > first:
        return
    zones[headline] = Zone.MAIN
    for index in range(headline + 1, first):
        if own[index] is None and (_is_lead(tree, units[index]) or (index == headline + 1 and _is_standfirst(units[index]))):
            zones[index] = Zone.MAIN


def _is_standfirst(unit: Unit) -> bool:
    return not unit.links and len(unit.text) >= _STANDFIRST_CHARS_MIN and unit.kind != "li" and phrase_of(unit.text) is Phrase.NONE


def _is_lead(tree: Tree, unit: Unit) -> bool:
    marked = unit.kind in ("figcaption", "h2", "h3", "h4", "h5") or any(
        box.marks & (Mark.LEAD | Mark.CAPTION | Mark.FIGURE) for box in _around(tree, unit, 3)
    )
    figure = unit.links == 0 and bool(DIGIT.search(unit.text)) and not _CLOCK.search(unit.text) and find_day(unit.text) is None
    said = unit.mass >= PROSE_CHARS_MIN or figure or (marked and unit.links * 2 < len(unit.text))
    return said and phrase_of(unit.text) is Phrase.NONE


def _around(tree: Tree, unit: Unit, levels: int) -> Iterator[Box]:
    index = unit.box
    for _ in range(levels):
        if index <= 0:
            return
        yield tree.boxes[index]
        index = tree.boxes[index].parent
