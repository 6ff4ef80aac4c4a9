"""What is done to a page before the parser sees it, so that no page can hold the parser up.

lexbor is linear but for two things: it looks through the stack of open elements for every block tag, and through the
attributes of a tag for every attribute (16,000 in one tag take a second).
"""

import re
from collections.abc import Iterator

from app.extract.limits import ATTRIBUTES_MAX, HTML_CHARS_MAX, LONG_TAG_CHARS, NESTING_MAX, TAGS_UNMEASURED_MAX

_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9-]{{0,40}})([^>]{{{LONG_TAG_CHARS},}})>?")
_VALUES = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
# Tags whose end is often left out, or that hold nothing, are not counted: their number says nothing of depth.
_NOT_NESTING = (
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|option|dt|dd|script|style|path|circle|rect|use"
)
_NESTING_TAG = re.compile(rf"<(/?)(?!(?:{_NOT_NESTING})(?![a-z0-9-]))[a-z]", re.IGNORECASE)


def tamed(text: str) -> tuple[str, list[str]]:
    """Cut a page to its cap and empty tags of absurd attributes; return it with notes on what was done."""
    notes: list[str] = []
    if len(text) > HTML_CHARS_MAX:
        text = text[:HTML_CHARS_MAX]
        notes.append("truncated")
    return "".join(_without_long_tags(text)), notes


def _without_long_tags(text: str) -> Iterator[str]:
    """Yield the text in pieces; more signs between two ends of tags than a tag may have are looked at closely."""
    start, at = 0, -1
    while len(text) - at > LONG_TAG_CHARS + 1:
        end = text.rfind(">", at + 1, at + LONG_TAG_CHARS + 2)
        if end < 0:
            end = text.find(">", at + 1)
            end = end if end >= 0 else len(text)
            if _LONG_TAG.search(text, at + 1, end + 1):
                yield text[start : at + 1]
                yield _LONG_TAG.sub(_without_excess, text[at + 1 : end + 1])
                start = end + 1
        at = end
    yield text[start:]


def _without_excess(tag: re.Match[str]) -> str:
    return f"<{tag[1]}>" if len(_VALUES.sub("", tag[2]).split()) > ATTRIBUTES_MAX else tag[0]


def nests_too_deep(text: str) -> bool:
    """Say whether more elements are open at once than the parser can look through in time."""
    if text.count("<") < TAGS_UNMEASURED_MAX:
        return False
    depth = 0
    for closing in _NESTING_TAG.findall(text):
        if closing:
            depth -= depth > 0
        else:
            depth += 1
            if depth > NESTING_MAX:
                return True
    return False
