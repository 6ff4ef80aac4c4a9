"""What is never a number whatever figures stand in it: addresses, DOIs, code, formulae, templates (NUMBERS §2)."""

import re

# No address or formula of a text is longer; it keeps the search linear on hostile input.
_SPAN_CHARS_MAX = 600
_MAIL_CHARS_MAX = 64
_PAIRS = (("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$"), ("{{", "}}"), ("{%", "%}"), ("](", ")"))
_CODE_CHARS_MAX = 200
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"]{1,2000}|\bwww\.[^\s<>\"]{1,2000}|\b10\.\d{4,9}/[^\s\"<>]{1,200}")
_MAIL_HOST = re.compile(r"@[\w-]{1,64}\.[\w.-]{1,64}")
_MAIL_NAME = re.compile(r"[\w.+-]{1,64}$")
_HOST = re.compile(
    r"(?<![\w.@-])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|gov|edu|io|uk|info|html?|php|png|jpe?g|pdf|py|js)\b(?:/[^\s<>\"']{0,500})?"
)
_URL_SIGNS = ("://", "www.", "10.")
_HOST_SIGNS = (".com", ".org", ".net", ".gov", ".edu", ".io", ".uk", ".info", ".htm", ".php", ".png", ".jp", ".pdf", ".py", ".js")


def opaque_spans(text: str) -> list[tuple[int, int]]:
    """Places of what is set aside whole, sorted and apart."""
    spans: list[tuple[int, int]] = []
    for opening, closing in _PAIRS:
        if opening in text:
            spans += _between(text, opening, closing)
    if "`" in text:
        spans += _code(text)
    if any(sign in text for sign in _URL_SIGNS):
        spans += [match.span() for match in _URL.finditer(text)]
    if "@" in text:
        spans += [_mail(text, match) for match in _MAIL_HOST.finditer(text)]
    if any(sign in text for sign in _HOST_SIGNS):
        spans += [match.span() for match in _HOST.finditer(text)]
    return _merged(spans) if spans else spans


def _between(text: str, opening: str, closing: str) -> list[tuple[int, int]]:
    spans = []
    at = text.find(opening)
    while at >= 0:
        start = at + len(opening)
        end = text.find(closing, start, start + _SPAN_CHARS_MAX)
        if end >= 0:
            spans.append((at, end + len(closing)))
        at = text.find(opening, end + len(closing) if end >= 0 else start)
    return spans


def _code(text: str) -> list[tuple[int, int]]:
    """Code between backquotes; two of them before a blank are the opening quotation mark of cut-up text."""
    spans = []
    for ticks in ("``", "`"):
        for start, end in _between(text, ticks, ticks):
            inner = text[start + len(ticks) : end - len(ticks)]
            if inner and not inner[0].isspace() and not inner[-1].isspace() and len(inner) <= _CODE_CHARS_MAX and "`" not in inner:
                spans.append((start, end))
    return spans


def _mail(text: str, host: re.Match[str]) -> tuple[int, int]:
    name = _MAIL_NAME.search(text[max(0, host.start() - _MAIL_CHARS_MAX) : host.start()])
    return host.start() - (len(name[0]) if name else 0), host.end()


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
