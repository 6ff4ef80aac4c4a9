"""What class names, ids and roles say of an element; the words are data (`html_marks.toml`)."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


class Mark:
    """Evidence, not judgement: `html_zones` weighs it against where the prose is.

    Bits of a plain int: enum flags cost a microsecond an operation, and every element of every page is marked.
    """

    BOILERPLATE = 1
    COMMENT = 2
    RELATED = 4
    HIDDEN = 8
    CONTENT = 16
    LEAD = 32
    CAPTION = 64
    FIGURE = 128
    FOOTNOTE = 256
    QUOTATION = 512
    BYLINE = 1024
    BODY = 2048
    WEAK = 4096


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SPLIT = re.compile(r"[^a-z0-9]+")
# Real pages repeat a few hundred class strings; the cache makes reading them free after the first.
_CACHED = 32_768
_ATTRIBUTE_CHARS_MAX = 600


def _load() -> tuple[tuple[int, re.Pattern[str]], ...]:
    data = tomllib.loads(files("app.extract").joinpath("html_marks.toml").read_text("utf-8"))
    return tuple((int(getattr(Mark, name.upper())), re.compile(f"-(?:{'|'.join(words)})-")) for name, words in data["marks"].items())


def _vocabulary() -> dict[str, int]:
    """Every part of a name that any pattern could need, with the marks of those; most names of a page hold none and are done with."""
    known: dict[str, int] = {}
    for mark, pattern in _PATTERNS:
        for part in re.findall(r"[a-z0-9]+\??", pattern.pattern):
            for whole in (part.rstrip("?"), part[:-2] if part.endswith("?") else part):
                known[whole] = known.get(whole, 0) | mark
    return known


_PATTERNS = _load()
# Style systems' names for what no screen shows, unless another name shows it on some screens ("d-none d-md-block").
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:hidden|d-none|is-hidden|display-none|u-hidden|hide-text)(?:\s|$)")
_SHOWN_SOMEWHERE = re.compile(r"block|flex|inline|grid|table|visible|show", re.IGNORECASE)
_NEGATED = re.compile(r"^-(?:no|not|has|have|with|without|hide|show|js|is|u|lg|md|sm|xs)-")


_KNOWN_PARTS = _vocabulary()


@lru_cache(_CACHED)
def marks_of(names: str) -> int:
    """Read class names and ids, blanks between them."""
    found = Mark.HIDDEN if _HIDDEN_CLASS.search(names) and not _SHOWN_SOMEWHERE.search(names) else 0
    for name in names[:_ATTRIBUTE_CHARS_MAX].split():
        found |= _marks_of_name(name)
    return found


@lru_cache(_CACHED)
def _marks_of_name(name: str) -> int:
    """Read one name; `has-sidebar` and the like say nothing of the element itself."""
    parts = _SPLIT.split(_CAMEL.sub("-", name).lower())
    possible = 0
    for part in parts:
        possible |= _KNOWN_PARTS.get(part, 0)
    if not possible:
        return 0
    folded = f"-{'-'.join([part for part in parts if part])}-"
    if _NEGATED.match(folded):
        return 0
    found = 0
    for mark, pattern in _PATTERNS:
        if mark & possible and pattern.search(folded):
            found |= mark
    return found


_ROLES = {
    "navigation": Mark.BOILERPLATE,
    "banner": Mark.BOILERPLATE,
    "contentinfo": Mark.BOILERPLATE,
    "complementary": Mark.BOILERPLATE,
    "search": Mark.BOILERPLATE,
    "dialog": Mark.BOILERPLATE,
    "alertdialog": Mark.BOILERPLATE,
    "menu": Mark.BOILERPLATE,
    "menubar": Mark.BOILERPLATE,
    "tablist": Mark.BOILERPLATE,
    "toolbar": Mark.BOILERPLATE,
    "tooltip": Mark.HIDDEN,
    "doc-endnotes": Mark.FOOTNOTE,
    "doc-footnote": Mark.FOOTNOTE,
    "article": Mark.CONTENT,
    "main": Mark.CONTENT,
}
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_PROPERTIES = {
    "articleBody": Mark.BODY,
    "comment": Mark.COMMENT,
    "author": Mark.BYLINE,
    "datePublished": Mark.BYLINE,
    "articlebody": Mark.BODY,
}


def attribute_marks(attributes: Mapping[str, str | None]) -> int:
    """Read `hidden`, `aria-hidden`, inline style, `role`, `itemprop` and test ids."""
    found = 0
    if ("hidden" in attributes and attributes["hidden"] != "until-found") or attributes.get("aria-hidden") == "true":
        found |= Mark.HIDDEN
    style = attributes.get("style")
    if style and _INVISIBLE.search(style):
        found |= Mark.HIDDEN
    role = attributes.get("role")
    if role:
        found |= _ROLES.get(role, 0)
    itemprop = attributes.get("itemprop")
    if itemprop:
        found |= _PROPERTIES.get(itemprop, 0)
    itemtype = attributes.get("itemtype")
    if itemtype and itemtype.endswith(("Article", "BlogPosting", "Report")):
        found |= Mark.BODY
    name = attributes.get("data-testid") or attributes.get("data-component")
    return found | marks_of(name) if name else found


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Say whether an element's own attributes keep it from being seen."""
    return bool(attributes) and bool((attribute_marks(attributes) | marks_of(attributes.get("class") or "")) & Mark.HIDDEN)
