"""Units and zones -> drafts of blocks: what each run of text is, with key figures and definitions put together."""

import re
from collections.abc import Iterator

from app.extract.assemble import Draft
from app.extract.document import BlockType, Zone
from app.extract.grid import unit_note
from app.extract.html_marks import Mark
from app.extract.html_tree import Tree, Unit

_TYPES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), BlockType.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockType.LIST_ITEM),
    **dict.fromkeys(("figcaption", "caption"), BlockType.CAPTION),
    "blockquote": BlockType.QUOTATION,
    "table": BlockType.TABLE,
    "pre": BlockType.CODE,
}
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_MARKED = (
    (Mark.FOOTNOTE, BlockType.FOOTNOTE, ("li", "p", "body")),
    (Mark.CAPTION, BlockType.CAPTION, ("p", "body")),
    (Mark.QUOTATION, BlockType.QUOTATION, ("p", "body")),
)
# A mark of this many characters round a unit still speaks of the unit; more is a whole part of the page.
_MARKED_CHARS_MAX = 1_200

# A figure on its own: sign, currency, digits, scale or unit. Years and page numbers are no figures.
_SCALES = "million|billion|trillion|thousand|percent|per cent|Mio\\.?|Mrd\\.?|Millionen|Milliarden|millions|milliards|millones|milhões"
_UNITS = "%|‰|\\+|x|×|[kKmMbBnt]{1,2}|[$€£]|pp|pts?|km|km²|km2|m²|m³|ha|kg|kWh|GWh|TWh|GW|MW|ppm|°C|°F|years?|days"
_VALUE = re.compile(rf"[<>~≈±+−–-]?\s?(?:[A-Z]{{0,3}}[$€£¥₹]\s?)?\d[\d.,'’\xa0 ]{{0,18}}(?:\s?(?:{_UNITS}|{_SCALES})){{0,2}}\+?")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}\.")
_CARD_CHARS_MAX = 260
_CARD_UNITS_MAX = 12
_LABEL_CHARS_MAX = 140
_CARD_LEVELS = 4
_TERM_CHARS_MAX = 120
_NOTE_CHARS_MAX = 160
_TABLE_TITLE = re.compile(r"(?:table|tab\.|tabelle|tableau|tabla|tabella|tabela|tabel|таблица|表)\s?[A-Z]?\d", re.IGNORECASE)


def drafts_of(tree: Tree, zones: list[Zone]) -> Iterator[Draft]:
    """Yield the blocks of a page in reading order."""
    units = tree.units
    cards = _cards(tree, zones)
    marks = _inherited_marks(tree)
    at = 0
    while at < len(units):
        end = cards.get(at)
        if end is not None:
            yield Draft(BlockType.KEY_FIGURE, " ".join([unit.text.replace("\n", " ") for unit in units[at:end]]), zones[at])
            at = end
        elif units[at].kind == "dt" and at + 1 < len(units) and _defines(units[at], units[at + 1]):
            yield Draft(BlockType.LIST_ITEM, f"{units[at].text.rstrip(':')}: {units[at + 1].text}", zones[at])
            at += 2
        else:
            draft = _draft(units[at], zones[at], marks[units[at].box])
            if units[at].table is not None:
                _describe_table(draft, units, at)
            yield draft
            at += 1


def _inherited_marks(tree: Tree) -> list[int]:
    inherited: list[int] = []
    for box in tree.boxes:
        own = box.marks if box.chars <= _MARKED_CHARS_MAX else box.marks & Mark.FOOTNOTE
        inherited.append(own | (inherited[box.parent] if box.parent >= 0 else 0))
    return inherited


def _draft(unit: Unit, zone: Zone, marks: int) -> Draft:
    kind = _TYPES.get(unit.kind, BlockType.PARAGRAPH)
    if zone is Zone.MAIN and marks & (Mark.FOOTNOTE | Mark.CAPTION | Mark.QUOTATION | Mark.FIGURE):
        kind = next((marked for mark, marked, kinds in _MARKED if marks & mark and unit.kind in kinds), kind)
        if (
            marks & Mark.FIGURE
            and kind is BlockType.PARAGRAPH
            and len(unit.text) <= _LABEL_CHARS_MAX
            and any(sign.isdigit() for sign in unit.text)
        ):
            kind = BlockType.KEY_FIGURE
    return Draft(kind, unit.text, zone, _LEVELS.get(unit.kind, 0))


def _defines(term: Unit, description: Unit) -> bool:
    return description.kind == "dd" and len(term.text) <= _TERM_CHARS_MAX


def _is_value(unit: Unit) -> bool:
    return (
        len(unit.text) <= 40
        and bool(_VALUE.fullmatch(unit.text))
        and not _YEAR.fullmatch(unit.text)
        and unit.kind not in ("table", "li", "td", "dt", "dd", "pre")
    )


def _cards(tree: Tree, zones: list[Zone]) -> dict[int, int]:
    """Find figures that stand apart from their labels ("42 %" above "of adults"); return first unit -> unit after the last."""
    found: dict[int, int] = {}
    taken = 0
    for index, unit in enumerate(tree.units):
        if index >= taken and zones[index] is Zone.MAIN and _is_value(unit):
            span = _card_span(tree, index)
            if span is not None and span[0] >= taken and all(zones[at] is Zone.MAIN for at in range(*span)):
                found[span[0]] = taken = span[1]
    return found


def _card_span(tree: Tree, index: int) -> tuple[int, int] | None:
    """The figure and its labels: the whole of a small box, or in a row of figures what stands before the next one."""
    boxes, units = tree.boxes, tree.units
    at = units[index].box
    for _ in range(_CARD_LEVELS):
        if boxes[at].last - boxes[at].first > 1 or boxes[at].parent < 0:
            break
        at = boxes[at].parent
    first, last = boxes[at].first, boxes[at].last
    inside = units[first:last]
    if not 1 < len(inside) <= _CARD_UNITS_MAX or any(len(unit.text) > _LABEL_CHARS_MAX or unit.table is not None for unit in inside):
        return None
    values = [first + at for at, unit in enumerate(inside) if _is_value(unit)]
    if len(values) == 1:
        return (first, last) if sum(len(unit.text) for unit in inside) <= _CARD_CHARS_MAX and len(inside) <= 4 else None
    place = values.index(index)
    if values[0] == first:
        end = values[place + 1] if place + 1 < len(values) else last
        return (index, end) if 1 < end - index <= 3 else None
    start = values[place - 1] + 1 if place else first
    return (start, index + 1) if 1 < index + 1 - start <= 3 else None


def _describe_table(draft: Draft, units: list[Unit], at: int) -> None:
    """Give a table its caption and the words that say its scale, from itself or the short texts beside it."""
    table = units[at].table
    if table is None:
        return
    before = units[at - 1].text if at else ""
    after = units[at + 1].text if at + 1 < len(units) else ""
    draft.cells, draft.caption = table.grid.cells, table.caption
    if not draft.caption and (_TABLE_TITLE.match(before) or (at and units[at - 1].kind in _LEVELS)) and len(before) <= 2 * _NOTE_CHARS_MAX:
        draft.caption = before
    earlier = units[at - 2].text if at > 1 and units[at - 1].kind == "caption" else ""
    beside = [text for text in (before, earlier, after) if len(text) <= _NOTE_CHARS_MAX]
    draft.note = table.note or unit_note(draft.caption, *beside)
