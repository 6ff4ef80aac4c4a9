"""Bytes and media type -> document."""

from app.extract.charset import decode
from app.extract.document import Block, BlockType, Cell, Document, Zone
from app.extract.reading import page_facts, read, read_page
from app.extract.sniffing import sniff
from app.extract.wire import to_json

# Goes up whenever a document may come out otherwise than before; verdicts are kept with the version they were made by.
RULE_VERSION = "extract-3"

__all__ = [
    "RULE_VERSION",
    "Block",
    "BlockType",
    "Cell",
    "Document",
    "Zone",
    "decode",
    "page_facts",
    "read",
    "read_page",
    "sniff",
    "to_json",
]
