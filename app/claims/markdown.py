"""Markdown -> blocks, by way of HTML: so HTML inside Markdown is read as such."""

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from app.claims.html import read_html
from app.claims.layout import Layout

# Template links and tags of Jekyll, Eleventy and Hugo: "{{ … }}", "{% … %}", "{{< … >}}"
TEMPLATE_LINK = re.compile(r"\]\(\s*\{\{[^{}\n]{0,500}\}\}[^()\n]{0,200}\)")
TEMPLATE_TAG = re.compile(r"\{#[^\n]{0,1000}?#\}|\{%[^\n]{0,1000}?%\}|\{\{[^{}\n]{0,500}\}\}")
# Fields at the head of a file without the fence that marks them
FIELDS = re.compile(r"\A(?:[a-z][\w-]{1,30}: ?\S.*\n){2,40}\s*\n")
# Lines that each open with a label in bold ("**2011:** 56 %") are the entries of a list.
LABELLED = re.compile(r"(?:^\*\*[^*\n]{1,80}(?::\*\*|\*\*:)[^\n]*\n){2,}", re.MULTILINE)
ATTRIBUTES = re.compile(r"\{:?\s?[.#:][^{}\n]{0,200}\}")
# Superscripts as Pandoc writes them: "percent^3^"
RAISED = re.compile(r"(?<=[^\s^\[])\^(\d{1,3})\^|^\^(\d{1,3})\^(?=\s)", re.MULTILINE)
# Longer works have hundreds of notes; each mark-up costs the parser.
RAISED_MAX = 2_000
TITLE_LINE = re.compile(r"^title:\s*[\"']?(.{1,300}?)[\"']?\s*$", re.MULTILINE)
# Fields hidden in link definitions: "[title]: <> (The title)"
HIDDEN_TITLE = re.compile(r"^\[title\]: ?<> ?\((.{1,300})\)\s*$", re.MULTILINE)
NOT_IN_ID = re.compile(r"[^\w-]+")
# Where hidden fields stand, if there are any
HEAD_CHARS = 2_000
NUMBER = re.compile(r"\d{1,3}")

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin).use(front_matter_plugin)


def _footnote_name(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
    """Name a footnote by the label that the author gave it."""
    meta = tokens[index].meta
    return NOT_IN_ID.sub("-", str(meta.get("label") or meta["id"] + 1))


MARKDOWN.add_render_rule("footnote_anchor_name", _footnote_name)


def read_markdown(text: str, base_url: str = "") -> Layout:
    """Read CommonMark with tables, footnotes and front matter; templates are not text and their links lead inside the site."""
    text = LABELLED.sub(_listed, FIELDS.sub("", text, count=1))
    text = TEMPLATE_TAG.sub("", TEMPLATE_LINK.sub("](#template)", _without_listings(text)))
    env: dict[str, dict[str, dict[str, str]]] = {}
    text = RAISED.sub(lambda match: f"<sup>{match[1] or match[2]}</sup>", ATTRIBUTES.sub("", text), count=RAISED_MAX)
    tokens = MARKDOWN.parse(text, env)
    front = next((token.content for token in tokens if token.type == "front_matter"), "")
    _number_items(tokens)
    for token in tokens:
        _bracket_numbers(token.children or [], env.get("references", {}))
    layout = read_html(MARKDOWN.renderer.render(tokens, MARKDOWN.options, env), base_url, whole=True)
    title = TITLE_LINE.search(front) or HIDDEN_TITLE.search(text[:HEAD_CHARS])
    return Layout(layout.blocks, title[1] if title else layout.title or _first_line(layout), "", layout.site)


def _listed(lines: re.Match[str]) -> str:
    return "\n" + "".join(f"- {line}\n" for line in lines[0].splitlines()) + "\n"


def _without_listings(text: str) -> str:
    """Drop what Jekyll sets as code: from "{% highlight … %}" to "{% endhighlight %}"."""
    pieces = text.split("{% highlight")
    return pieces[0] + "".join(piece.partition("{% endhighlight")[2].partition("%}")[2] or piece for piece in pieces[1:])


def _number_items(tokens: Sequence[Token]) -> None:
    """Keep the numbers that the author gave the items of a list, where they skip some: notes are called by them."""
    due: list[int] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            due.append(1)
        elif token.type == "bullet_list_open":
            due.append(0)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            due.pop()
        elif token.type == "list_item_open" and due and due[-1]:
            if token.info.isdigit() and int(token.info) > due[-1]:
                due[-1] = int(token.info)
                token.attrSet("value", token.info)
            due[-1] += 1


def _bracket_numbers(children: list[Token], references: dict[str, dict[str, str]]) -> None:
    """Keep the brackets of a shortcut reference "[2]" in the visible text: it is a marker."""
    for link, text in pairwise(children):
        if link.type == "link_open" and text.type == "text" and NUMBER.fullmatch(text.content):
            known = references.get(text.content)
            if known and known.get("href") == link.attrGet("href"):
                text.content = f"[{text.content}]"


def _first_line(layout: Layout) -> str:
    return layout.blocks[0].text[:300] if layout.blocks else ""
