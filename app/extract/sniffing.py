"""Which media type the bytes are, when the declared one is missing or lies."""

import re
from collections import Counter

HTML = "text/html"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
CSV = "text/csv"
TSV = "text/tab-separated-values"
JSON = "application/json"
XML = "application/xml"
RSS = "application/rss+xml"
ATOM = "application/atom+xml"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
BINARY = "application/octet-stream"

_SAME = {
    "application/xhtml+xml": HTML,
    "text/x-markdown": MARKDOWN,
    "text/x-csv": CSV,
    "application/csv": CSV,
    "text/tsv": TSV,
    "text/json": JSON,
    "text/comma-separated-values": CSV,
    "application/x-ndjson": JSON,
    "application/ndjson": JSON,
    "application/jsonl": JSON,
    "application/x-jsonlines": JSON,
    "application/json-seq": JSON,
    "application/ld+json": JSON,
    "application/geo+json": JSON,
    "text/xml": XML,
    "application/x-pdf": PDF,
}

# Declared types that say nothing: servers send them for files they do not know.
_VAGUE = frozenset(
    {
        "",
        BINARY,
        "binary/octet-stream",
        "application/x-download",
        "application/download",
        "application/force-download",
        PLAIN,
        "text/*",
        "*/*",
    }
)

# Types that are sent for data of other kinds, when neither markup nor magic bytes bear them out.
_DOUBTFUL = frozenset({HTML, XLS, XLSX, "application/javascript", "text/javascript", "application/x-javascript"})

_MAGIC = (
    (b"%PDF-", PDF),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", XLS),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (b"wOFF", "font/woff"),
)
_ZIPPED = (
    (b"xl/", XLSX),
    (b"word/", DOCX),
    (b"application/vnd.oasis.opendocument.spreadsheet", ODS),
)
_ARCHIVES = frozenset({XLSX, ODS, DOCX})
_HEAD_BYTES = 2_048
# The names in an archive stand at its end; the first members tell it as well.
_ZIP_BYTES = 65_536
_HTML_START = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|h1|table|article|main|a|br|ul|span|center|font)[\s>/]",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<[a-zA-Z!/?]")
_QUOTED = re.compile(r'"[^"]*"')
_DIVIDED_BYTES = 8_192
_DIVIDED_LINES_MIN = 3
_DIVIDED_SHARE = 0.8
_EXTENSIONS = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".csv": CSV,
    ".tsv": TSV,
    ".tab": TSV,
    ".json": JSON,
    ".txt": PLAIN,
}


def sniff(body: bytes, declared: str = "", url: str = "") -> str:
    """Return the media type the bytes show, else the declared one, else a guess; parameters are dropped.

    Magic bytes beat the declaration; markup beats `text/plain` and nothing; the URL's extension only tells kinds of
    plain text apart.
    """
    declared = declared.partition(";")[0].strip().lower()
    declared = _SAME.get(declared, declared)
    start = body[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    shown = _by_magic(body, start) or _by_markup(start, declared)
    if shown:
        return declared if shown == ZIP and declared in _ARCHIVES else shown
    if declared in _DOUBTFUL and not _TAG.search(start):
        kind = _kind_of_text(body, start, "", "")
        return kind if kind in (JSON, CSV) else declared
    if declared not in _VAGUE:
        return _structured_suffix(declared)
    return _kind_of_text(body, start, declared, url)


def _structured_suffix(declared: str) -> str:
    if declared.endswith("+json"):
        return JSON
    return XML if declared.endswith("+xml") and declared not in (RSS, ATOM, "image/svg+xml") else declared


def _by_magic(body: bytes, start: bytes) -> str:
    for magic, media_type in _MAGIC:
        if start.startswith(magic):
            return media_type
    if body[4:8] == b"ftyp":
        return "video/mp4"
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    if start.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _ZIPPED if mark in body[:_ZIP_BYTES] or mark in body[-_ZIP_BYTES:]), ZIP)
    return ""


def _by_markup(start: bytes, declared: str) -> str:
    """Tell HTML, RSS and Atom by their first tags, unless a type that may hold markup as text was declared."""
    if not start.startswith(b"<") or declared in (MARKDOWN, CSV, TSV, JSON):
        return ""
    opening = re.sub(rb"^(?:<\?xml[^>]*>|<!--.*?-->|<\?[^>]*>|\s+)+", b"", start, flags=re.DOTALL).lstrip()[:200].lower()
    if re.match(rb"<(?:rss|rdf:rdf)[\s>]", opening):
        return RSS
    if re.match(rb"<feed[\s>]", opening):
        return ATOM
    if _HTML_START.match(opening) and not (declared == PLAIN and not opening.startswith((b"<!doctype", b"<html"))):
        return HTML
    return XML if start.startswith(b"<?xml") and declared != HTML else ""


def _kind_of_text(body: bytes, start: bytes, declared: str, url: str) -> str:
    if not start:
        return declared or PLAIN
    if _is_binary(body):
        return BINARY
    if start[:1] in b"{[" and body.rstrip()[-1:] in b"}]":
        return JSON
    path = url.partition("?")[0].partition("#")[0].lower()
    told = next((kind for ending, kind in _EXTENSIONS.items() if path.endswith(ending)), PLAIN)
    return CSV if told == PLAIN and _is_divided(body) else told


def _is_divided(body: bytes) -> bool:
    """Say whether most of the first lines have the same number of fields, with figures below the first; prose has blanks after commas."""
    head = body[:_DIVIDED_BYTES]
    text = head[: len(head) // 2 * 2].decode("utf-16", "replace") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head.decode("latin-1")
    lines = [_QUOTED.sub("", line) for line in text.splitlines()[: None if len(body) <= _DIVIDED_BYTES else -1] if line.strip()]
    if len(lines) < _DIVIDED_LINES_MIN or not any(map(str.isdecimal, "".join(lines[1:]))):
        return False
    for sign in ("\t", ";", ","):
        counts = Counter([line.count(sign) for line in lines])
        fields, times = counts.most_common(1)[0]
        if fields and times >= len(lines) * _DIVIDED_SHARE and text.count(f"{sign} ") * 2 < text.count(sign):
            return True
    return False


def _is_binary(body: bytes) -> bool:
    """Text has no NUL outside UTF-16 and hardly any control characters."""
    sample = body[:_HEAD_BYTES]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample)
    return b"\x00" in sample or controls * 50 > len(sample)
