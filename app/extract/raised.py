"""Superscripts and subscripts: "42<sup>1</sup>" is a note, "10<sup>6</sup>" a power, "m<sup>2</sup>" a unit, "$12<sup>99</sup>" a price."""

import re

from selectolax.lexbor import LexborNode

from app.extract.assemble import fold

_RAISED_DIGITS = str.maketrans("0123456789+-−–()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾ⁿ")
_LOWERED_DIGITS = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_DIGITS = re.compile(r"[+\-−–]?\d{1,4}")
_NOTE_SIGNS = re.compile(
    r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶#]{1,3}|(?:note|n|nb|fn|r|p)\.?\s?\d{1,3})(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z]))*[\])]?"
)
# A power stands on a bare 10 (or e), a unit of length, or a single letter (R², x³).
_POWER_BASE = re.compile(r"(?:(?<![\d.,])10|(?<![\w])(?:[kKcCdDmMµnh]?m|ft|in|yd|mi|[A-Za-z]|\)))$")
# Shops raise the cents of a price; notes on a bare amount are nearly always links.
_PRICE = re.compile(r"[$€£]\s?\d{1,4}$")
_NOTE_MARKS = re.compile(r"ref|note|cit|fn", re.IGNORECASE)
_CHARS_MAX = 60


def raised(node: LexborNode, before: list[str]) -> str:
    """Say how a superscript reads after the text before it: reference markers come out as "[n]", powers as "ⁿ"."""
    text = fold(node.text(deep=True))[:_CHARS_MAX]
    if not text or not _NOTE_SIGNS.fullmatch(text):
        return raised_text(text, "")
    attributes = node.attributes
    child = node.first_child
    marked = bool(attributes) and bool(_NOTE_MARKS.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"))
    linked = marked or (child is not None and (child.tag == "a" or (child.first_child is not None and node.css_first("a") is not None)))
    return raised_text(text, "".join(before[-3:])[-12:], linked=linked)


def raised_text(text: str, base: str, *, linked: bool = False) -> str:
    """Say how `text`, raised after `base`, reads; `linked` when it leads to a note."""
    if not text:
        return ""
    if not linked and len(text) == 2 and text.isdecimal() and _PRICE.search(base):
        return f".{text}"
    if _NOTE_SIGNS.fullmatch(text) and (linked or _is_note(text, base)):
        return text if text[0] in "[(" else f"[{text}]"
    if _DIGITS.fullmatch(text) or text in ("n", "+", "-", "−"):
        return text.translate(_RAISED_DIGITS)
    return text


def _is_note(text: str, base: str) -> bool:
    if text[0].isdigit() and len(text) <= 3:
        return not _POWER_BASE.search(base)
    return not text.isalpha() or (len(text) == 1 and not base[-1:].isdigit() and text not in "nxe")


def lowered(node: LexborNode) -> str:
    """Subscript digits stay digits of their own kind, so that CO₂ holds no number and log₁₀ 100 is not 10100."""
    text = fold(node.text(deep=True))[:_CHARS_MAX]
    return text.translate(_LOWERED_DIGITS) if text.lstrip("+-−(").rstrip(")").isdigit() else text
