"""Plain text: paragraphs between blank lines."""

import re

from app.extract.assemble import About, Draft, assemble, fold
from app.extract.document import BlockType, Document
from app.extract.sniffing import PLAIN

_PARAGRAPHS = re.compile(r"\n[ \t\r\f]*\n")


def read_text(text: str, media_type: str = PLAIN) -> Document:
    """Read paragraphs; single line breaks inside them are blanks."""
    paragraphs = [fold(part) for part in _PARAGRAPHS.split(text.replace("\r\n", "\n").replace("\r", "\n"))]
    return assemble(media_type, [Draft(BlockType.PARAGRAPH, part) for part in paragraphs if part], About())
