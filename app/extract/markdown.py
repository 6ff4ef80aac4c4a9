"""Markdown: headings, paragraphs, lists, quotations, code and tables, by CommonMark's own parser."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.extract.assemble import About, Draft, assemble, fold
from app.extract.document import BlockType, Document
from app.extract.grid import RawCell, lay_out, unit_note
from app.extract.sniffing import MARKDOWN
from app.extract.text import read_text

# The parser takes 3 s for 100 KB of table rows, and the square of the signs of emphasis and links in one paragraph;
# whatever is larger is read as plain text.
_CHARS_MAX = 200_000
_SIGNS_MAX = 3_000
_SIGNS = "[]*_`<!~"

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
_OPENERS = {
    "blockquote_open": BlockType.QUOTATION,
    "bullet_list_open": BlockType.LIST_ITEM,
    "ordered_list_open": BlockType.LIST_ITEM,
}
_CLOSERS = {"blockquote_close", "bullet_list_close", "ordered_list_close"}


def read_markdown(text: str, media_type: str = MARKDOWN) -> Document:
    """Read Markdown with tables; YAML front matter gives the title and is left out of the text."""
    if len(text) > _CHARS_MAX or any(sum(map(part.count, _SIGNS)) > _SIGNS_MAX for part in text.split("\n\n")):
        return read_text(text, media_type)
    front, body = _front_matter(text)
    drafts = list(_drafts(_PARSER.parse(body)))
    title = front.get("title") or next((draft.text for draft in drafts if draft.type is BlockType.HEADING), "")
    return assemble(media_type, drafts, About(title=title, lang=front.get("lang", "") or front.get("language", "")))


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    lines = text.lstrip("\ufeff").split("\n")
    if not lines or lines[0].strip() != "---":
        return {}, text
    end = next((at for at, line in enumerate(lines[1:200], 1) if line.strip() in ("---", "...")), 0)
    if not end:
        return {}, text
    pairs = [line.partition(":") for line in lines[1:end]]
    return {key.strip(): value.strip().strip("\"'") for key, sign, value in pairs if sign}, "\n".join(lines[end + 1 :])


def _drafts(tokens: Sequence[Token]) -> Iterator[Draft]:
    around: list[BlockType] = []
    level = 0
    rows: list[list[RawCell]] | None = None
    for token in tokens:
        kind = token.type
        if kind in _OPENERS:
            around.append(_OPENERS[kind])
        elif kind in _CLOSERS:
            around.pop()
        elif kind.startswith("heading_"):
            level = int(token.tag[1]) if kind == "heading_open" else 0
        elif kind == "table_close" and rows is not None:
            yield _table(rows)
            rows = None
        elif kind == "table_open" or rows is not None:
            rows = _with(rows or [], token)
        elif kind in ("inline", "fence", "code_block"):
            yield _block(token, level, around)


def _block(token: Token, level: int, around: list[BlockType]) -> Draft:
    if token.type != "inline":
        return Draft(BlockType.CODE, token.content.strip("\n"))
    return Draft(BlockType.HEADING if level else around[-1] if around else BlockType.PARAGRAPH, _inline(token.children or []), level=level)


def _with(rows: list[list[RawCell]], token: Token) -> list[list[RawCell]]:
    """Add a token of a table to its rows."""
    if token.type == "tr_open":
        rows.append([])
    elif token.type == "inline":
        rows[-1].append(RawCell(_inline(token.children or []), header=len(rows) == 1))
    return rows


def _table(rows: list[list[RawCell]]) -> Draft:
    grid = lay_out(rows, 1)
    return Draft(BlockType.TABLE, grid.text, cells=grid.cells, note=unit_note(rows[0][0].text if rows and rows[0] else ""))


def _inline(children: Sequence[Token]) -> str:
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return "\n".join([fold(line) for line in "".join(parts).split("\n")])
