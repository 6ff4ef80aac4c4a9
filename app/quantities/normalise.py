"""Text -> plain text with the same numbers, and the way back to the original places (NUMBERS §1)."""

import re
import sys
import unicodedata
from dataclasses import dataclass

# One character for one character, so that most texts keep their offsets and need no map at all.
_SAME_LENGTH = {
    **dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"), " "),
    **dict.fromkeys(map(ord, "\u202f\u205f\u3000\t\r\n\f\v"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2212\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u2012\u2013\u2015"), "–"),
    **dict.fromkeys(map(ord, "’‘ʼ′´＇"), "'"),
    **dict.fromkeys(map(ord, "“”„«»″＂"), '"'),
    **dict.fromkeys(map(ord, "～〜∼˜"), "~"),
    **dict.fromkeys(map(ord, "％٪﹪"), "%"),
    **dict.fromkeys(map(ord, "＄﹩"), "$"),
    **dict.fromkeys(map(ord, "／⁄∕"), "/"),
    **dict.fromkeys(map(ord, "（"), "("),
    **dict.fromkeys(map(ord, "）"), ")"),
    **dict.fromkeys(map(ord, "．"), "."),
    **dict.fromkeys(map(ord, "：∶"), ":"),
    **dict.fromkeys(map(ord, "＋"), "+"),
    **dict.fromkeys(map(ord, "✕✖⨯"), "×"),
    ord("＝"): "=", ord("＜"): "<", ord("＞"): ">", ord("￡"): "£", ord("￥"): "¥", ord("￦"): "₩", ord("µ"): "μ", ord("ℓ"): "l",
    ord("İ"): "i", ord("⩾"): "≥",
    ord("⩽"): "≤", ord("≧"): "≥", ord("≦"): "≤",
    **{code: chr(code - 0xFEE0) for code in [*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]},
}  # fmt: skip
_SAME_LENGTH |= {
    code: str(unicodedata.decimal(chr(code))) for code in range(128, sys.maxunicode) if unicodedata.category(chr(code)) == "Nd"
}
# Spellings that readers of Arabic and Devanagari take for the same: letters with and without hamza or nukta.
_SAME_LENGTH |= {
    **dict.fromkeys(map(ord, "\u0622\u0623\u0625\u0671"), "\u0627"),
    ord("\u0649"): "\u064a", ord("\u06cc"): "\u064a", ord("\u06a9"): "\u0643",
    **dict(zip(range(0x0958, 0x0960), "\u0915\u0916\u0917\u091c\u0921\u0922\u092b\u092f", strict=True)),
}  # fmt: skip
# Years and discounts in Han figures, digit by digit: "二〇二〇年", "八五折".
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_HAN_RUN = re.compile(
    "[〇零一二三四五六七八九]{4}(?=年)|[一二三四五六七八九]{2}(?=折)|(?<=米)[一二三四五六七八九]{2}|[一二三四五六七八九]{1,20}〇[〇一二三四五六七八九]*"
)
_UNSEEN = "\u0640\u064b-\u0652\u0670\u093c\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff"
_ODD = re.compile(f"[{_UNSEEN}\u0300-\u036f]")
_UNSEEN_ONE = re.compile(f"[{_UNSEEN}]")
# Markers of notes: [3], [1, 2], [16]_, [^4], [note 2], [a], † and ‡; at most three figures, so that [1.2, 3.4] stays an interval.
_MARKERS = re.compile(
    r"\[(?:\^[\w-]{1,30}|\d{1,3}(?: ?[,–-] ?\d{1,3}){0,9}|(?:note|nb|n|lower-alpha) ?\d{1,3}|[a-z]"
    r"|(?:citation|clarification) needed)\]_?|[†‡]"
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺"
# A raised figure belongs to the number only as the exponent of ten and to a unit as its power; elsewhere it marks a note.
_RAISED_RUN = re.compile(f"(?<![{_RAISED}])[{_RAISED}]+(?: ?[,–-] ?[{_RAISED}]+)*")
_POWER_BASE = re.compile(r"(?<![\d.,])10$")
_UNIT_BASE = re.compile(r"(?:^|[\s\d/·.(])(?:[kcmdnhμ]?m|mi|ft|in|yd|s|kg|cm|l|h)$")


@dataclass(frozen=True, slots=True)
class Plain:
    """Normalised text; `places` maps its offsets to the original's, None when they are the same."""

    text: str
    places: tuple[int, ...] | None
    markers: tuple[tuple[int, int], ...] = ()

    def original(self, offset: int) -> int:
        return offset if self.places is None else self.places[offset]

    def original_end(self, offset: int) -> int:
        return offset if self.places is None else self.places[offset - 1] + 1 if offset else 0


def normalise(text: str) -> Plain:
    """Fold spaces, dashes, digits and signs; blank the markers of notes; drop what cannot be seen. Never raises."""
    places = None
    plain = text
    if not text.isascii():
        plain = text.translate(_SAME_LENGTH)
        plain = _HAN_RUN.sub(lambda run: run[0].translate(_HAN_DIGITS), plain)
        if _ODD.search(plain):
            plain, places = _compose(plain)
    elif "\n" in text or "\t" in text or "\r" in text:
        plain = text.translate(_SAME_LENGTH)
    markers: list[tuple[int, int]] = []
    if "[" in plain or "†" in plain or "‡" in plain:
        plain = _blank(plain, _MARKERS, markers)
    if not plain.isascii():
        plain = _blank_raised(plain, markers)
    return Plain(plain, places, tuple(markers))


def fold(phrase: str) -> str:
    """Write a phrase of a language's data as `normalise` writes texts."""
    return _UNSEEN_ONE.sub("", phrase.translate(_SAME_LENGTH))


def _compose(text: str) -> tuple[str, tuple[int, ...]]:
    """Join letters with their marks and drop the unseen, keeping where each character stood."""
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if _UNSEEN_ONE.match(char):
            continue
        joined = unicodedata.normalize("NFC", out[-1] + char) if out and "\u0300" <= char <= "\u036f" else ""
        if len(joined) == 1:
            out[-1] = joined
            places[-1] = place if len(places) < 2 else places[-1]
        else:
            out.append(char)
            places.append(place)
    return "".join(out), tuple(places)


def _blank(text: str, pattern: re.Pattern[str], markers: list[tuple[int, int]]) -> str:
    def blank(match: re.Match[str]) -> str:
        markers.append(match.span())
        return " " * len(match[0])

    return pattern.sub(blank, text)


def _blank_raised(text: str, markers: list[tuple[int, int]]) -> str:
    def judge(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 6) : match.start()]
        if _POWER_BASE.search(before) or (_UNIT_BASE.search(before) and match[0] in {"²", "³", "⁻¹", "⁻²"}):
            return match[0]
        markers.append(match.span())
        return " " * len(match[0])

    return _RAISED_RUN.sub(judge, text)
