"""Bytes to text: byte order mark, then header, then meta, then detection (LINKS §1)."""

import codecs
import re
from collections.abc import Iterator

import chardet

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# The encoding standard looks at the first 1,024 bytes; authors put long comments first, so we look a little further.
_META_BYTES = 4_096
_META = re.compile(rb"""<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)

# Detection is linear in its input, 0.2 ms a kilobyte; the text round the first non-ASCII bytes decides.
_DETECT_BYTES = 12_000

# What a web page means by these names (WHATWG encoding standard).
_WEB_NAMES = {
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "tis-620": "windows-874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "utf8": "utf-8",
    "x-user-defined": "windows-1252",
    "unicode": "utf-16-le",
    "big5": "big5hkscs",
}

# Share of wrong characters above which a declared charset is held to be a lie: one bad byte in a long page is a slip
# of its author, one in fifty characters is another encoding.
_WRONG_MAX = 0.02
# Templates and servers say Latin-1 of everything; no language written in it has six letters beyond ASCII on end.
_HIGH_RUN = re.compile(rb"[\x80-\xff]{6,}")
_HIGH_RUNS_MIN = 3
_RUNS_LOOKED_FOR_IN = 200_000
# Japanese in seven bits begins with this.
_SEVEN_BITS = b"\x1b$B"


def decode(body: bytes, header_charset: str = "") -> tuple[str, str]:
    """Return the text and the charset it was read by; never raises, undecodable bytes become U+FFFD.

    Order: byte order mark, header, meta, detection; a declared charset that decodes worse than detection loses.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), name
    if body.find(_SEVEN_BITS, 0, _RUNS_LOOKED_FOR_IN) >= 0:
        return body.decode("iso-2022-jp", "replace"), "iso-2022-jp"
    for name in _declared(body, header_charset):
        text = _try(body, name)
        if text is not None:
            return text, name
    text = body.decode("ascii") if body.isascii() else _as_utf8(body)
    return _detected(body) if text is None else (text, "utf-8")


def _declared(body: bytes, header_charset: str) -> Iterator[str]:
    names = [header_charset.encode("ascii", "ignore")]
    head = body[:_META_BYTES]
    names += [found[1] for found in (_XML.search(head), _META.search(head)) if found]
    for raw in names:
        name = canonical_name(raw.decode("ascii"))
        # A meta tag that could be read as ASCII is no UTF-16 page, whatever it says.
        if name and not (name.startswith("utf-16") and b"<" in head[:200] and b"\x00" not in head):
            yield name


def canonical_name(name: str) -> str:
    """Return the codec a web page means by `name`, or "" when there is none."""
    folded = name.strip().strip("\"'").lower()
    folded = _WEB_NAMES.get(folded, folded)
    try:
        info = codecs.lookup(folded)
    except (LookupError, ValueError):
        return ""
    return folded if info._is_text_encoding else ""  # noqa: SLF001  the only mark that tells rot13 and hex from charsets


def _try(body: bytes, name: str) -> str | None:
    """Decode by a declared charset, or None when the result is so bad that the declaration must be wrong."""
    if name != "utf-8" and not name.startswith("utf-16") and _as_utf8(body) is not None:
        return None
    if name == "windows-1252" and len(_HIGH_RUN.findall(body, 0, _RUNS_LOOKED_FOR_IN)) >= _HIGH_RUNS_MIN:
        return None
    try:
        return body.decode(name)
    except (UnicodeDecodeError, ValueError):
        text = body.decode(name, "replace")
        foreign = len(text) - len(text.encode("ascii", "ignore"))
        return text if text.count("\ufffd") <= max(1, _WRONG_MAX * foreign) else None


def _as_utf8(body: bytes) -> str | None:
    """Decode UTF-8 with multi-byte characters, which no other text is by chance; one slip in fifty is forgiven."""
    if body.isascii():
        return None
    text = body.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return text if wrong == 0 or wrong <= _WRONG_MAX * (len(text) - len(text.encode("ascii", "ignore"))) else None


def _detected(body: bytes) -> tuple[str, str]:
    sample = _telling_part(body)
    guess = chardet.detect(sample)["encoding"] or "windows-1252"
    name = canonical_name(guess) or "windows-1252"
    return body.decode(name, "replace"), name


def _telling_part(body: bytes) -> bytes:
    """Cut the sample that detection reads, from a little before the first non-ASCII byte."""
    first = next((found.start() for found in re.finditer(rb"[\x80-\xff]", body)), 0)
    start = max(0, first - 200)
    return body[start : start + _DETECT_BYTES]
