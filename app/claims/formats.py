"""Formats: how each is recognised and read."""

import re

from app.claims.claim import Format
from app.claims.definitions import define
from app.claims.html import read_html
from app.claims.layout import Layout
from app.claims.markdown import read_markdown
from app.claims.plain import read_plain
from app.claims.taming import tamed
from app.claims.wikitext import read_wikitext

HTML_START = re.compile(
    r"\s*(?:<!doctype html|<html\b|<\?xml\b|<!--|<(?:head|body|article|main|div|section|p|h[1-6]|meta|link|title|header|table|ul|ol"
    r"|blockquote|style|script)\b[^>]*>)",
    re.IGNORECASE,
)
HTML_TAGS = re.compile(r"</(?:p|div|a|li|h[1-6]|span|td)>", re.IGNORECASE)
WIKI_SIGNS = re.compile(r"<ref\b|\[\[[^\[\]\n]{1,200}\]\]|\{\{[^{}\n]{1,200}\}\}|^==+[^=\n]{1,200}==+\s*$|'''", re.MULTILINE)
MARKDOWN_SIGNS = re.compile(
    r"\]\([^()\s]{1,500}|^ {0,3}#{1,6} \S|^ {0,3}\[[^\]\n]{1,100}\]: ?\S|\[\^[\w-]{1,40}\]|\*\*[^*\n]{1,200}\*\*|^ {0,3}(?:```|~~~)|^---\n"
    r"|\]\[[^\]\n]{1,80}\]",
    re.MULTILINE,
)
# What reStructuredText and Markdown do not share: directives, roles, double back-quotes, quoted targets, "[3]_"
RST_SIGNS = re.compile(
    r"^\s*\.\. \S|:[a-z:+-]{2,30}:`|(?<!`)``[^`\n]{1,200}``(?!`)|`[^`\n]{1,200}`__?(?!\w)|\[\d{1,3}\]_(?!\w)|::$", re.MULTILINE
)
# Signs are looked for in this much of a text.
SAMPLE_CHARS = 200_000
RST_MIN = 3
# What is read of an article: more than the longest book of essays; a saved page is mostly script and may be larger.
CHARS_MAX = {Format.TEXT: 600_000, Format.MARKDOWN: 600_000, Format.WIKITEXT: 600_000, Format.HTML: 4_000_000}


def sniff(article: str) -> Format:
    """Tell the format from the text: markup beats plain text only when it shows twice or opens the text."""
    sample = article[:SAMPLE_CHARS]
    if HTML_START.match(sample) or (len(HTML_TAGS.findall(sample)) >= 6 and not MARKDOWN_SIGNS.search(sample)):
        return Format.HTML
    wiki, markdown = len(WIKI_SIGNS.findall(sample)), len(MARKDOWN_SIGNS.findall(sample))
    if wiki >= 3 and wiki > markdown and ("[[" in sample or "<ref" in sample):
        return Format.WIKITEXT
    if len(RST_SIGNS.findall(sample)) >= max(RST_MIN, markdown):
        return Format.TEXT
    return Format.MARKDOWN if markdown >= 2 or (markdown and "](" in sample) else Format.TEXT


def lay_out(article: str, form: Format, base_url: str) -> Layout:
    """Read an article into blocks whose links, markers and notes are all found."""
    article = article[: CHARS_MAX[form]]
    match form:
        case Format.TEXT:
            return read_plain(article)
        case Format.MARKDOWN:
            layout = read_markdown(tamed(article), base_url)
        case Format.HTML:
            layout = read_html(article, base_url)
        case Format.WIKITEXT:
            layout = read_wikitext(tamed(article))
    return Layout(define(layout.blocks), layout.title, layout.lang, layout.site)
