"""What a number is to the sentence it stands in: a change or what was reached, a part, a rate."""

import re

from app.quantities import Comparator, Quantity, Role
from app.verify.align import Match
from app.verify.clauses import clause_around, cuts, direction
from app.verify.frame import Frame
from app.verify.kin import held
from app.verify.parts import PART_BEFORE
from app.verify.words import fold, words

# "fell by 7 % to 112": the first is how far, the second where it came to rest.
_HOW_FAR = re.compile(r"\b(?:by|um|di|en|de|met|med|o)\s+(?:about |almost |rund |fast |circa )?$")
_REACHED = re.compile(r"\b(?:to|auf|à|para|naar|till|til|do)\s+(?:about |almost |rund |fast |circa )?$")
_BEFORE_CHARS_MAX = 16


def level_for_change(claim: Frame, quantity: Quantity, match: Match) -> bool:
    """Say whether one side tells how far something moved and the other what it is: "fell by 112" beside "fell by 7 % to 112"."""
    here, source = claim.view.sentence, match.source
    there = match.place.text
    if quantity.role is Role.CHANGE and source.role is not Role.CHANGE:
        return match.place.cell is None and (_said(_REACHED, there, source) or _is_still(claim, quantity, match))
    return quantity.role is not Role.CHANGE and source.role is Role.CHANGE and _said(_REACHED, here, quantity)


def _is_still(claim: Frame, quantity: Quantity, match: Match) -> bool:
    """Say whether the claim's number is how far something moved while nothing moves in the source's clause."""
    here, there = claim.view.sentence, match.place.text
    moves = direction(clause_around(here, quantity.start, quantity.end, whole=True), claim.lang)
    still = not direction(clause_around(there, match.source.start, match.source.end, whole=True), claim.lang)
    return bool(moves) and still and _said(_HOW_FAR, here, quantity)


def _said(pattern: re.Pattern[str], text: str, q: Quantity) -> bool:
    return bool(pattern.search(text, max(0, q.start - _BEFORE_CHARS_MAX), q.start))


def level_cell_for_change(quantity: Quantity, match: Match) -> bool:
    """Say whether a change is held against a cell that holds a level: it neither is nor refutes it."""
    return match.place.cell is not None and quantity.role is Role.CHANGE and match.source.role is Role.LEVEL


_PART_CHARS_MAX = 30


def other_part(claim: Frame, match: Match) -> bool:
    """Say whether the source's number is a part of another, of which the claim says nothing."""
    text, source = match.place.text, match.source
    if match.place.cell is not None or not PART_BEFORE.search(text, max(0, source.start - _PART_CHARS_MAX), source.start):
        return False
    clause_end = min((cut for cut in cuts(text) if cut > source.end), default=len(text))
    told = [w for w in words(text[source.end : clause_end], claim.lang) if not (w.stop or w.number)]
    return bool(told) and not any(held(word.stem, claim.stems) for word in told)


# A label's own rate: "Ferries per week: 42", "Daily passengers".
_LABEL_RATES = {
    "day": re.compile(r"\b(?:(?:per|a|pro) (?:day|tag|dag|giorno)|par jour|por dia|al (?:dia|giorno)|daily|taglich)\b"),
    "week": re.compile(r"\b(?:(?:per|a|pro) (?:week|woche|settimana|vecka|uge)|par semaine|por semana|a la semana|weekly|wochentlich)\b"),
    "month": re.compile(r"\b(?:(?:per|a|pro) (?:month|monat|maand|mese|manad)|par mois|por mes|al (?:mes|mese)|monthly|monatlich)\b"),
    "year": re.compile(r"\b(?:(?:per|a|pro) (?:year|annum|jahr|jaar|anno|ar)|par an|por ano|al (?:ano|anno)|yearly|annual|jahrlich)\b"),
}
_LABEL = re.compile(r"[^.:]{1,60}:\s*$")


def other_label_rate(quantity: Quantity, match: Match) -> bool:
    """Say whether the label or the headers of a bare number give it another rate than the claim's."""
    if not quantity.per or match.source.per or quantity.per not in _LABEL_RATES:
        return False
    label = match.place.around if match.place.cell else "".join(_LABEL.findall(match.place.text[: match.source.start]))
    said = {per for per, pattern in _LABEL_RATES.items() if pattern.search(fold(label))}
    return bool(said) and quantity.per not in said


def rounds_to_bound(quantity: Quantity, source: Quantity) -> bool:
    """Say whether a source's value rounds to the bound the claim names: 8,412,000 is no more than "up to 8.4 million"."""
    bound = quantity.comparator in (Comparator.AT_MOST, Comparator.AT_LEAST)
    return bound and source.high is None and abs(source.value - quantity.value) <= quantity.ulp / 2
