"""Bounds on hostile input: parsers of markup take quadratic time over what no article holds."""

import re
from collections.abc import Iterator
from itertools import islice

from app.claims.languages.language import words

# Markdown and wikitext cost up to 15 µs for each of these signs; honest articles hold far fewer of each.
SIGNS, SIGNS_MAX = "[]()<>*_`!&\\{}|~#$%+-:=@^", 20_000
# Markdown looks back over a whole paragraph for each sign, so a paragraph may hold fewer.
PARAGRAPH_SIGNS_MAX = 4_000
# An HTML parser walks up all open elements for each tag: 8,000 nested ones take 0.1 s, 200,000 a minute. Pages nest 10 to 40 deep.
DEPTH_MAX = 500
# Elements in a page that are read; a newspaper's front page has 5,000, the longest encyclopedia article 60,000.
TAGS_MAX = 60_000
# Lines of Markdown or wikitext that are read; a book of hard-wrapped lines has 10,000, and lists cost 70 µs a line.
LINES_MAX = 12_000
# Lines of plain text that are read; they cost 12 µs each.
PLAIN_LINES_MAX = 40_000
RAW = re.compile(r"<(script|style|svg|noscript|template)\b", re.IGNORECASE)
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,30})((?:[^<>]*/(?=>))?)")
# Elements that never hold others, or that end by themselves where the next of their kind begins.
NOT_NESTING = words(
    "br img hr input meta link source wbr col area base embed param track p li dt dd td th tr tbody thead tfoot option html body head path"
)


def tamed(text: str) -> str:
    """Blank out signs of Markdown or wikitext beyond what any article holds."""
    text = "\n".join(text.split("\n", LINES_MAX)[:LINES_MAX])
    for sign in SIGNS:
        if text.count(sign) > SIGNS_MAX:
            at = [match.start() for match in islice(re.finditer(re.escape(sign), text), SIGNS_MAX)][-1]
            text = text[:at] + text[at:].replace(sign, " ")
    return "\n\n".join(_tamed_paragraph(paragraph) for paragraph in text.split("\n\n"))


def _tamed_paragraph(paragraph: str) -> str:
    dense = len(paragraph) > PARAGRAPH_SIGNS_MAX and sum(paragraph.count(sign) for sign in "[*_`<!\\&") > PARAGRAPH_SIGNS_MAX
    return paragraph.translate(dict.fromkeys(map(ord, SIGNS), " ")) if dense else paragraph


def tamed_page(html: str) -> str:
    """Take scripts out of a page, and every tag that nests too deep or comes too late."""
    return "".join(_shallow(_without_scripts(html)))


def _without_scripts(html: str) -> str:
    pieces: list[str] = []
    at = 0
    while opening := RAW.search(html, at):
        pieces.append(html[at : opening.start()])
        closing = re.compile(rf"</{opening[1]}\s*>", re.IGNORECASE).search(html, opening.end())
        if closing is None:
            # An element that is never closed: what follows is read as text of the page, tag and all.
            return "".join([*pieces, html[opening.end() :]])
        at = closing.end()
    return "".join([*pieces, html[at:]])


def _shallow(html: str) -> Iterator[str]:
    depth, at = 0, 0
    for count, tag in enumerate(TAG.finditer(html)):
        nests = tag[2].lower() not in NOT_NESTING and not tag[3]
        if tag[1]:
            depth -= nests and depth > 0
        else:
            depth += nests
        if count >= TAGS_MAX or (depth > DEPTH_MAX and nests and not tag[1]):
            depth -= nests and not tag[1]
            yield html[at : tag.start()] + " "
            end = html.find(">", tag.end())
            if end < 0:
                return
            at = max(at, end + 1)
    yield html[at:]
