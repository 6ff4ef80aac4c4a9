"""PDF by PDFium, inside the child process: words with their places, page by page."""

import ctypes

import pypdfium2
from pypdfium2 import raw

# A word is [text, left, right, bottom, top] in points, origin at the page's lower left.
Word = list[str | float]

_PAGES_MAX = 1_500
_CHARS_MAX = 3_000_000
_PAGE_CHARS_MAX = 60_000
_ERRORS = {raw.FPDF_ERR_PASSWORD: "encrypted", raw.FPDF_ERR_SECURITY: "encrypted"}
# Characters that end a word; PDFium adds blanks and line ends of its own where the page leaves room.
_BLANKS = frozenset({0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x00, 0x2002, 0x2003, 0x2009, 0x202F})
_DIGITS = frozenset(range(0x30, 0x3A))
# Marks a digit that stands above the line, for the reader of the words.
RAISED = "\x1e"


def read_pdf(body: bytes) -> dict[str, object]:
    """Return {"pages": [{"width", "height", "words"}], "title", "created", "modified", "notes"} or {"unreadable": reason}."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return {"unreadable": _ERRORS.get(getattr(error, "err_code", None), "broken")}
    try:
        return _read(document)
    except pypdfium2.PdfiumError:
        return {"unreadable": "broken"}
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument) -> dict[str, object]:
    pages: list[dict[str, object]] = []
    notes: list[str] = []
    left = _CHARS_MAX
    for number in range(len(document)):
        if number >= _PAGES_MAX or left <= 0:
            notes.append("truncated")
            break
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            notes.append(f"page {number + 1} is broken")
            pages.append({"width": 0.0, "height": 0.0, "words": []})
            continue
        words = _words(page)
        left -= sum(len(str(word[0])) for word in words)
        pages.append({"width": page.get_width(), "height": page.get_height(), "words": words})
        page.close()
    about = document.get_metadata_dict(skip_empty=True)
    return {
        "pages": pages,
        "title": about.get("Title", ""),
        "created": about.get("CreationDate", ""),
        "modified": about.get("ModDate", ""),
        "notes": notes,
    }


def _words(page: pypdfium2.PdfPage) -> list[Word]:
    """Collect the words of a page in content order; a raised digit is marked, since "42" with note 1 is not 421."""
    text = page.get_textpage()
    handle = text.raw
    words: list[Word] = []
    signs: list[str] = []
    first = last = 0
    for index in range(min(raw.FPDFText_CountChars(handle), _PAGE_CHARS_MAX)):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in _BLANKS:
            if signs:
                words.append(_word(handle, signs, first, last))
                signs = []
            continue
        if not signs:
            first = index
        elif code in _DIGITS and _raised(handle, first, index):
            signs.append(RAISED)
        signs.append(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")
        last = index
    if signs:
        words.append(_word(handle, signs, first, last))
    text.close()
    return words


def _box(handle: raw.FPDF_TEXTPAGE, index: int) -> raw.FS_RECTF:
    rect = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(rect))
    return rect


def _raised(handle: raw.FPDF_TEXTPAGE, first: int, index: int) -> bool:
    base, sign = _box(handle, first), _box(handle, index)
    height = base.top - base.bottom
    return bool(sign.top - sign.bottom < height * 0.85 and sign.bottom - base.bottom > height * 0.12)


def _word(handle: raw.FPDF_TEXTPAGE, signs: list[str], first: int, last: int) -> Word:
    start = _box(handle, first)
    end = _box(handle, last) if last != first else start
    return [
        "".join(signs),
        round(min(start.left, end.left), 1),
        round(max(start.right, end.right), 1),
        round(start.bottom, 1),
        round(start.top, 1),
    ]
