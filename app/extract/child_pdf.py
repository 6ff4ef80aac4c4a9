"""PDF by PDFium, inside the child process: words with their places, page by page."""

import ctypes
import re

import pypdfium2
from pypdfium2 import raw

# A word is [text, left, right, bottom, top] in points, origin at the page's lower left.
Word = list[str | float]

_PAGES_MAX = 1_500
_CHARS_MAX = 3_000_000
_PAGE_CHARS_MAX = 60_000
_ERRORS = {raw.FPDF_ERR_PASSWORD: "encrypted", raw.FPDF_ERR_SECURITY: "encrypted"}
# PDFium adds blanks and line ends of its own where the page leaves room.
_WORD = re.compile(r"[^\s\x00]+")
_DIGIT_AFTER_SIGN = re.compile(r"(?<=.)\d")
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
    signs = _signs(handle, min(raw.FPDFText_CountChars(handle), _PAGE_CHARS_MAX))
    words = [_word(handle, found[0], found.start()) for found in _WORD.finditer(signs)]
    text.close()
    return words


def _signs(handle: raw.FPDF_TEXTPAGE, count: int) -> str:
    """Return the page's text with one character for each index PDFium knows; in bulk where the two agree, as nearly always."""
    buffer = ctypes.create_string_buffer((count + 1) * 2)
    got = raw.FPDFText_GetText(handle, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    signs = buffer.raw[: max(0, got - 1) * 2].decode("utf-16-le", "replace")
    if len(signs) == count:
        return signs
    codes = [raw.FPDFText_GetUnicode(handle, index) for index in range(count)]
    return "".join([chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " " for code in codes])


def _word(handle: raw.FPDF_TEXTPAGE, signs: str, first: int) -> Word:
    start = _box(handle, first)
    end = _box(handle, first + len(signs) - 1) if len(signs) > 1 else start
    left, right = min(start.left, end.left), max(start.right, end.right)
    if len(signs) > 1 and _DIGIT_AFTER_SIGN.search(signs):
        signs = signs[0] + "".join(
            [RAISED + sign if _raised(handle, first, at, sign) else sign for at, sign in enumerate(signs[1:], first + 1)]
        )
    return [signs, round(left, 1), round(right, 1), round(start.bottom, 1), round(start.top, 1)]


def _box(handle: raw.FPDF_TEXTPAGE, index: int) -> raw.FS_RECTF:
    rect = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(rect))
    return rect


def _raised(handle: raw.FPDF_TEXTPAGE, first: int, index: int, sign: str) -> bool:
    if not sign.isdigit():
        return False
    base, box = _box(handle, first), _box(handle, index)
    height = base.top - base.bottom
    return bool(box.top - box.bottom < height * 0.85 and box.bottom - base.bottom > height * 0.12)
