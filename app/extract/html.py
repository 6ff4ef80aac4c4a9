"""HTML -> document and page facts, from one parse."""

import re
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from app.extract.assemble import About, Draft, assemble, fold
from app.extract.days import find_as_of, find_day
from app.extract.document import BlockType, Document, Zone
from app.extract.html_blocks import drafts_of
from app.extract.html_guard import nests_too_deep, tamed
from app.extract.html_head import Head, read_head
from app.extract.html_phrases import Phrase, phrase_of
from app.extract.html_tree import PROSE_CHARS_MIN, Tree, Unit, Walk
from app.extract.html_zones import zones_of
from app.extract.sniffing import HTML
from app.sources.page_facts import PageFacts

_ANY_TAG = re.compile(r"<[^>]{0,2000}>")
_VISIBLE_TEXT_CHARS = 20_000
# What a withheld article shows is a paragraph or two; what a script's empty page shows is a line.
_TEASER_CHARS_MAX = 1_200
_SHELL_CHARS_MAX = 120
_SCRIPT_ROOTS = frozenset({"root", "app", "__next", "__nuxt", "gatsby-focus-wrapper", "svelte", "ember-application", "react-root"})
# Lines that date a page or its figures are short and, for the page itself, near the top.
_DAY_CHARS_MAX = 160
_DAY_UNITS_MAX = 60
_DAY_UNITS_ABOVE = 10
_HOUR = re.compile(r"\d[:h]\d\d(?!\d)|\d\.\d\d uhr", re.IGNORECASE)


def read_html(text: str) -> Document:
    """Read a page's document alone."""
    text, notes = tamed(text)
    return _flattened(text)[0] if nests_too_deep(text) else _read(LexborHTMLParser(text), notes)[0]


def read_html_page(text: str) -> tuple[Document, PageFacts]:
    """Read a page's document and facts; one parse and one walk serve both."""
    text, notes = tamed(text)
    if nests_too_deep(text):
        return _flattened(text)
    page = LexborHTMLParser(text)
    document, head, tree = _read(page, notes)
    return document, _facts(page, head, tree, document)


def _read(page: LexborHTMLParser, notes: list[str]) -> tuple[Document, Head, Tree]:
    head = read_head(page)
    body = page.body
    tree = Walk().over(body) if body is not None else Tree([], [])
    zones = zones_of(tree, head.title, head.article_body, head.authors) if tree.boxes else []
    about = About(
        title=head.title, lang=head.lang, published=head.published, modified=head.modified, facts=head.facts, notes=[*notes, *tree.notes]
    )
    about.as_of = _as_of(tree.units, zones)
    about.published = about.published or _printed_day(tree.units, zones)
    about.unreadable = _why_unreadable(head, tree, zones)
    return assemble(HTML, drafts_of(tree, zones), about), head, tree


def _why_unreadable(head: Head, tree: Tree, zones: list[Zone]) -> str:
    """Name what keeps the text from us: a paywall that leaves a teaser, or a script that would have to run."""
    main = sum([len(unit.text) for unit, zone in zip(tree.units, zones, strict=True) if zone is Zone.MAIN])
    if main < _TEASER_CHARS_MAX and head.facts.get("isAccessibleForFree", "").lower() == "false":
        return "paywalled"
    shown = sum([len(unit.text) for unit, zone in zip(tree.units, zones, strict=True) if zone is not Zone.HIDDEN])
    waiting = not tree.ids.isdisjoint(_SCRIPT_ROOTS) or any(box.tag == "noscript" for box in tree.boxes)
    return "js_required" if shown < _SHELL_CHARS_MAX and main < _SHELL_CHARS_MAX and head.script_count and waiting else ""


def _as_of(units: list[Unit], zones: list[Zone]) -> date | None:
    """The day the figures stand for, as a short text of the matter says."""
    for unit, zone in zip(units, zones, strict=True):
        text = unit.text
        if zone is not Zone.HIDDEN and len(text) <= _DAY_CHARS_MAX and ("20" in text or "19" in text) and (day := find_as_of(text)):
            return day
    return None


def _printed_day(units: list[Unit], zones: list[Zone]) -> date | None:
    """The day printed nearest above the first prose, where bylines stand; else that of the first line that is a date."""
    first = next((index for index, zone in enumerate(zones) if zone is Zone.MAIN and units[index].mass >= PROSE_CHARS_MIN), 0)
    above = range(first - 1, max(-1, first - _DAY_UNITS_ABOVE), -1)
    near = [index for index in above if _may_date(units[index], zones[index]) and zones[index] is not Zone.HIDDEN]
    top = (index for index in range(min(_DAY_UNITS_MAX, len(units))) if _dates(units[index]))
    return next((day for index in (*near, *top) if (day := find_day(units[index].text))), None)


def _may_date(unit: Unit, zone: Zone) -> bool:
    """A line of the frame that has a year may date the page; one of the matter only if it is a date or tells the hour."""
    text = unit.text
    if unit.kind == "table" or len(text) > _DAY_CHARS_MAX or ("20" not in text and "19" not in text):
        return False
    return zone is not Zone.MAIN or bool(_HOUR.search(text)) or _dates(unit)


def _dates(unit: Unit) -> bool:
    return len(unit.text) <= _DAY_CHARS_MAX and phrase_of(unit.text) in (Phrase.DATE, Phrase.BYLINE)


def _facts(page: LexborHTMLParser, head: Head, tree: Tree, document: Document) -> PageFacts:
    visible = [block.text for block in document.blocks if block.zone is not Zone.HIDDEN]
    main = [block.text for block in document.blocks if block.zone is Zone.MAIN]
    noscript = [unit.text for unit in tree.units if tree.boxes[unit.box].tag == "noscript"]
    return PageFacts(
        title=head.title,
        headings=tuple([block.text for block in document.blocks if block.type is BlockType.HEADING and block.zone is not Zone.HIDDEN][:50]),
        lang=head.lang,
        text=_one_line(visible),
        main_text=_one_line(main),
        text_chars=sum(map(len, visible)),
        main_chars=sum(map(len, main)),
        script_count=head.script_count,
        canonical=head.canonical,
        robots_meta=head.metas.get("robots", ""),
        generator=head.metas.get("generator", ""),
        meta_refresh=_refresh(head.metas.get("refresh", "")),
        og=tuple((key, value) for key, value in head.metas.items() if key.startswith(("og:", "article:"))),
        classes=_classes(page),
        forms=_forms(page),
        json_ld=tuple(head.json_ld),
        script_sources=tuple(head.script_sources),
        noscript=" ".join(noscript)[:2000],
        link_count=len(page.css("a[href]")),
        fragment_ids=_fragment_ids(page, tree),
    )


def _one_line(texts: list[str]) -> str:
    return " ".join(texts)[:_VISIBLE_TEXT_CHARS].replace("\n", " ").replace("\t", " ")


def _fragment_ids(page: LexborHTMLParser, tree: Tree) -> frozenset[str]:
    """Ids of blocks were met on the walk; those of inline tags and old named anchors are looked up."""
    inline = page.css("a[id], a[name], span[id], sup[id], b[id], i[id], img[id], td[id], tr[id]")
    return frozenset([*tree.ids, *(name for node in inline for key in ("id", "name") if (name := node.attributes.get(key)))])


def _refresh(content: str) -> tuple[float, str] | None:
    found = re.match(r"""\s*(\d{1,6}(?:\.\d{0,6})?|\.\d{1,6})\s*(?:[;,\s]\s*(?:url\s*=\s*)?["']?([^"']*)["']?)?""", content, re.IGNORECASE)
    return (float(found[1]), (found[2] or "").strip()) if found else None


def _classes(page: LexborHTMLParser) -> tuple[str, ...]:
    nodes = [page.root, page.body, page.css_first("main, [role=main], #main, #content")]
    return tuple(name for node in nodes if node is not None for key in ("class", "id") for name in (node.attributes.get(key) or "").split())


def _forms(page: LexborHTMLParser) -> tuple[str, ...]:
    return tuple(
        " ".join(
            [f"{field.attributes.get('type') or 'text'} {field.attributes.get('name') or ''}".strip() for field in form.css("input")[:50]]
        )
        for form in page.css("form")[:20]
    )


def _flattened(text: str) -> tuple[Document, PageFacts]:
    """Read a page that nests too deep to be parsed in time: its text without tags, none of it main."""
    plain = [line for part in _ANY_TAG.split(text) if (line := fold(part))]
    drafts = [Draft(BlockType.PARAGRAPH, line, Zone.BOILERPLATE) for line in plain]
    document = assemble(HTML, drafts, About(unreadable="broken", notes=["nested too deep"]))
    folded = " ".join(plain)
    return document, PageFacts(text=folded[:_VISIBLE_TEXT_CHARS], text_chars=len(folded))
