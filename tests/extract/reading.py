"""Short words for what tests look at."""

from app import extract
from app.extract import Block, BlockType, Document, Zone


def read_html(body: str) -> Document:
    """Read the inside of a body."""
    return extract.read(f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><body>{body}</body></html>'.encode(), "text/html")


def main_text(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks if block.zone is Zone.MAIN)


def only(document: Document, kind: BlockType) -> Block:
    """The one block of a kind."""
    found = [block for block in document.blocks if block.type is kind]
    assert len(found) == 1, [block.text for block in document.blocks]
    return found[0]


def texts(document: Document, kind: BlockType) -> list[str]:
    return [block.text for block in document.blocks if block.type is kind]


def values(block: Block) -> dict[tuple[tuple[str, ...], tuple[str, ...]], str]:
    """The cells of a table that are no headers, by their header paths."""
    return {(cell.row_headers, cell.column_headers): cell.text for cell in block.cells if not cell.header}
