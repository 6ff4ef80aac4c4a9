"""Documents made by hand, for what pages seldom show alone."""

from datetime import date

from app import verify
from app.extract.document import Block, BlockType, Cell, Document, Zone

TODAY = date(2025, 6, 1)


def paragraphs(*texts: str, lang: str = "en", title: str = "", zones: dict[int, Zone] | None = None) -> Document:
    """Make a page of paragraphs, all of the main zone but those given another."""
    blocks = []
    start = 0
    for number, text in enumerate(texts):
        zone = (zones or {}).get(number, Zone.MAIN)
        blocks.append(Block(BlockType.PARAGRAPH, zone, text, start, start + len(text)))
        start += len(text) + 1
    return Document("text/html", "\n".join(texts), tuple(blocks), title=title, lang=lang)


def table(rows: list[list[str]], *, caption: str = "", lang: str = "en") -> Document:
    """Make a page of one table; the first row and the first column are headers."""
    cells = []
    text = ""
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            start = len(text)
            text += value + "\t"
            header = r == 0 or c == 0
            above = (rows[0][c],) if r and rows[0][c] else ()
            cells.append(Cell(r, c, value, header, () if header else (row[0],), above, start, start + len(value)))
    block = Block(BlockType.TABLE, Zone.MAIN, text, 0, len(text), cells=tuple(cells), caption=caption)
    return Document("text/html", text, (block,), lang=lang)


def judged(claim: str, document: Document, *, previous: verify.Previous | None = None, sums: bool = True) -> verify.Judgement:
    """Judge an English claim on a fixed day."""
    return verify.judge(verify.view(claim, "en"), document, TODAY, previous=previous, sums=sums)
