"""Where the evidence stands: quote and position selectors, table cell address, deep link."""

from urllib.parse import quote

from app.verify.index import Index, Place
from app.verify.verdict import Passage

# W3C selectors carry as much context as tells two like quotes apart; 32 characters is what NUMBERS §8 asks for.
_CONTEXT_CHARS = 32
# A long fragment is written as its first and last words: browsers match both ends.
_FRAGMENT_CHARS_MAX = 120
_FRAGMENT_WORDS = 5


def passage(index: Index, place: Place) -> Passage:
    """Select a place in its document."""
    document = index.document
    block = document.blocks[place.block]
    return Passage(
        exact=place.text,
        prefix=document.text[max(0, place.start - _CONTEXT_CHARS) : place.start],
        suffix=document.text[place.end : place.end + _CONTEXT_CHARS],
        start=place.start,
        end=place.end,
        section=block.section,
        cell=address(place),
        page=block.page,
        fragment=fragment(place),
    )


def address(place: Place) -> str:
    """Write a cell's address: "2,3 (row China, column 2024)"; "" for a sentence."""
    if place.cell is None:
        return ""
    rows = " / ".join(place.cell.row_headers)
    columns = " / ".join(place.cell.column_headers)
    words = ", ".join(part for part in (f"row {rows}" if rows else "", f"column {columns}" if columns else "") if part)
    return f"{place.cell.row},{place.cell.column}" + (f" ({words})" if words else "")


def place_in_words(index: Index, place: Place) -> str:
    """Say where a place is: a quoted sentence, or table, row and column."""
    cell = place.cell
    if cell is None:
        return f'"{place.text}"'
    block = index.document.blocks[place.block]
    name = block.caption or (block.section[-1] if block.section else "")
    row, column = " / ".join(cell.row_headers), " / ".join(cell.column_headers)
    return f"table{f' {name!r}' if name else ''}, row {row or cell.row}, column {column or cell.column}"


def fragment(place: Place) -> str:
    """Write the `#:~:text=` directive that makes a browser scroll to the place; a cell is found by its row's header."""
    text = " ".join(place.text.split())
    if place.cell is not None:
        before = " ".join(place.cell.row_headers[-1:])
        return f"#:~:text={_escape(before)}-,{_escape(text)}" if before else f"#:~:text={_escape(text)}"
    tokens = text.split(" ")
    if len(text) <= _FRAGMENT_CHARS_MAX or len(tokens) <= 2 * _FRAGMENT_WORDS:
        return f"#:~:text={_escape(text)}"
    return f"#:~:text={_escape(' '.join(tokens[:_FRAGMENT_WORDS]))},{_escape(' '.join(tokens[-_FRAGMENT_WORDS:]))}"


def _escape(text: str) -> str:
    """Percent-encode; the dash, comma and ampersand are syntax of the directive."""
    return quote(text, safe="").replace("-", "%2D")
