"""What the words around a number make of it: a change ("fell by 7 %", "7 % less than"), an age ("Man, 83,")."""

import re
from dataclasses import replace

from app.quantities import Kind, Quantity, Role
from app.verify.words import Word, fold, language, words

# "By" leads in how far, "to" and "from" where it came to rest.
_BY = re.compile(
    r"(?:\b(?:by|um|di|del(?:l['’]|lo)?|en|de|met|med|o|un|em|por|with)\s*|d['’])(?:about |almost |rund |fast |circa |quasi |près de )?$"
)
_TO_OR_FROM = re.compile(r"\b(?:to|from|auf|von|vom|à|a|al|para|naar|van|till|från|til|fra|do|z|da|dal)\s+(?:about |rund |circa )?$")
_WORDS_BETWEEN = 6
_NEAR_CHARS_MAX = 60
_MOVING = (Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.BASIS_POINT, Kind.RATIO)


def in_context(q: Quantity, text: str, lang: str) -> Quantity:
    """Read a number as the words around it tell: a change, an age."""
    return _aged(q, text) if q.kind is Kind.COUNT else with_motion(q, text, lang)


def _aged(q: Quantity, text: str) -> Quantity:
    """Read the number set between commas after a person as an age: "Man, 83, rescued", "Haddad, 24, ran"."""
    if q.unit or q.noun or q.value >= _AGE_MAX:
        return q
    beside = q.surface.isdigit() and _PERSON.search(text, 0, q.start) and _COMMA.match(text, q.end)
    return replace(q, kind=Kind.DURATION, unit="year") if beside or _AT_AGE.search(text, 0, q.start) else q


_AGE_MAX = 120
_AT_AGE = re.compile(
    r"\b(?:age of|aged|age|im alter von|âge de|edad de|età di|idade de|leeftijd van|ålder av|wieku|alder af|alder av) $", re.IGNORECASE
)
_PERSON = re.compile(r"[^\W\d_]{3,}, $")
_COMMA = re.compile(r",")


def with_motion(q: Quantity, text: str, lang: str) -> Quantity:
    """Give a percentage that is told as a change, in whatever words, its role and direction; leave all others as they are."""
    if q.kind not in _MOVING or q.role not in (Role.LEVEL, Role.SHARE) or q.direction:
        return q
    if q.role is Role.SHARE and not _more_of(q, text, lang):
        return q
    part = q.kind is Kind.RATIO
    if part and (q.unit != "share" or not _BY.search(text[max(0, q.start - _NEAR_CHARS_MAX) : q.start])):
        # "Half of it fell": only "fell by half" tells a change.
        return q
    way = (0 if part else _after(q, text, lang)) or _before(q, text, lang)
    return replace(q, role=Role.CHANGE, direction=way) if way else q


def _more_of(q: Quantity, text: str, lang: str) -> bool:
    """Tell "12 % de plus" from "12 % of it", both of which begin with "of"."""
    said = [fold(w.text) for w in words(text[q.end : q.end + _NEAR_CHARS_MAX], lang)[:2]]
    tongue = language(lang)
    return said[:1] in _LED_IN and said[-1] in tongue.more | tongue.less


def _after(q: Quantity, text: str, lang: str) -> int:
    """Read "7 % less than", "7,3 % in più", "8.4%増えた"."""
    tongue = language(lang)
    rest = text[q.end : q.end + _NEAR_CHARS_MAX]
    if not _ADJOINING.match(rest):
        return 0
    said = [fold(w.text) for w in words(_CLAUSE_END.split(rest)[0], lang)[:2]]
    up, down = tongue.more | tongue.up, tongue.less | tongue.down
    word = next(iter(said[1:] if said[:1] in _LED_IN else said), "")
    return 1 if word in up else -1 if word in down else 0


_ADJOINING = re.compile(r"\s?[^\W\d_]")
_CLAUSE_END = re.compile(r"[.,;:()–—、。，；]")
# "3 % de plus", "7 % in meno".
_LED_IN = (["de"], ["in"])


def _before(q: Quantity, text: str, lang: str) -> int:
    """Read "rose by 7 %", "a fall of 7 %", "cresceu 1,3 %": the verb or noun stands close before, with nothing but "by" between."""
    lead = text[max(0, q.start - _NEAR_CHARS_MAX) : q.start]
    clause = _CLAUSE_END.split(lead)[-1]
    if not clause.strip() or (_TO_OR_FROM.search(clause) and not _BY.search(clause)):
        return 0
    reach = _WORDS_BETWEEN if _BY.search(clause) else 1
    return _way(words(clause, lang)[-reach:], lang)


def _way(said: tuple[Word, ...], lang: str) -> int:
    tongue = language(lang)
    for word in reversed(said):
        if word.number:
            return 0
        text = fold(word.text)
        if text in tongue.up or text in tongue.down:
            return 1 if text in tongue.up else -1
    return 0
