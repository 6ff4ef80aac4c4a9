"""Markup inside other formats: feeds and interfaces wrap HTML in XML and JSON."""

import re

from selectolax.lexbor import LexborHTMLParser

from app.extract.assemble import fold
from app.extract.html_tree import Walk

_TAG = re.compile(r"</?(?:p|br|div|span|a|b|i|strong|em|ul|ol|li|h[1-6]|blockquote|table|figure|img)\b[^>]{0,500}>", re.IGNORECASE)
_CHARS_MAX = 200_000


def texts_of(text: str) -> list[str]:
    """Return the paragraphs of a text that may hold HTML, or the text itself."""
    if "<" not in text or not _TAG.search(text):
        return [folded] if (folded := fold(text)) else []
    body = LexborHTMLParser(text[:_CHARS_MAX]).body
    return [unit.text for unit in Walk().over(body).units] if body is not None else []
