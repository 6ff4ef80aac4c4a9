"""What was before: the number that another one rose from, fell from or is set against."""

import re

from app.quantities import Quantity
from app.verify.clauses import direction
from app.verify.frame import Frame
from app.verify.scene import Scene
from app.verify.times import is_dated
from app.verify.words import language

# "from 7.9 to 6.4 percent": the first is what was.
_BEFORE_CHANGE = re.compile(r"\b(?:from|von|de|da|van|från|fra|z)\s+(?:about |rund |los |las |unos )?$")
_AFTER_CHANGE = re.compile(r"[^.;]{0,12}?\b(?:to|auf|à|a|para|naar|till|til|do)\s+(?:about |rund |un |el |les )?[\d$€£]")


def is_former(claim: Frame, quantity: Quantity, scene: Scene, source: Quantity, *, of_its_time: bool) -> bool:
    """Say whether the source's number is what it changed from, and the claim's is not; `of_its_time` where both say the same time."""
    text, said = scene.place.text, claim.view.sentence
    if scene.place.cell is not None or (of_its_time and is_dated(text, source.start, source.end, claim.lang)):
        return False
    there = (_changes_from(text, source) and _changes_to(scene, source)) or _a_year_ago(text, source) or _set_against(claim, scene, source)
    there = there or (not claim.times and _begins_a_year_ago(text, source))
    return there and not (_changes_from(said, quantity) or _a_year_ago(said, quantity))


def _changes_to(scene: Scene, source: Quantity) -> bool:
    """Say whether a like number follows: "fell by 17 % in a year to 780,000" did not fall from 17 %."""
    return any(q.kind is source.kind and 0 < q.start - source.end <= _FORMER_CHARS_MAX for q in scene.quantities)


def _set_against(claim: Frame, scene: Scene, source: Quantity) -> bool:
    """Say whether a like number is told first and this one only set against it: "fell to 3.1bn from 3.4bn", "118 m, down from 149 m".

    "2.2 % of those on placebo" set against 1.1 % of others is of another group, not of another time.
    """
    text = scene.place.text
    lead = text[max(0, source.start - _FORMER_CHARS_MAX) : source.start].casefold().rstrip()
    tongue = language(claim.lang)
    if _LABELLED.search(lead):
        return lead.rstrip(": ").endswith(tongue.before)
    moves = direction(text[: source.start], claim.lang) != 0
    timely = moves or is_dated(text, source.start, source.end, claim.lang) or not _GOES_ON.match(text, source.end)
    phrases = (*tongue.baseline, *(tongue.former if moves else ())) if timely else ()
    if not any(lead.endswith(phrase) and not lead[: -len(phrase)][-1:].isalpha() for phrase in phrases):
        return False
    return any(q.start < source.start and q.kind is source.kind and q.unit == source.unit for q in scene.quantities)


_FORMER_CHARS_MAX = 30
_GOES_ON = re.compile(r"\s(?:of|among|for|in the|from|on|der|des|bei|de|des|chez|parmi|entre|en|tra|dei|delle|dos|das|van|bij|av)\b")
# A year in words labels the number: "17 accidents (previous year: 22)".
_LABELLED = re.compile(r"\([^()]{3,25}:$")


_YEAR_AGO = re.compile(
    r"\b(?:im vorjahr|ein jahr zuvor|a year (?:earlier|ago|before)|(?:the )?(?:previous|prior) year"
    r"|l['’]an(?:née)? précédente|un an plus tôt|(?:de )?hace un año|un año antes"
    r"|l['’]anno (?:prima|precedente)|(?:no )?ano anterior|um ano antes|(?:het )?voorgaand(?:e)? jaar|een jaar eerder"
    r"|året innan|ett år tidigare|rok wcześniej)\b",
    re.IGNORECASE,
)


def _a_year_ago(text: str, q: Quantity) -> bool:
    """Say whether the number is told as that of a year before by what follows it."""
    end = min(len(text), q.end + _YEAR_AGO_CHARS_MAX)
    second = _DIGIT.search(text, 0, q.start) is not None
    return _YEAR_AGO.search(text, q.start, end) is not None or (second and _LAST_YEAR.search(text, q.start, end) is not None)


def _begins_a_year_ago(text: str, q: Quantity) -> bool:
    return _YEAR_AGO.match(text) is not None and _DIGIT.search(text, 0, q.start) is None


_YEAR_AGO_CHARS_MAX = 22
# "540 million last year" is news, unless another number came first.
_LAST_YEAR = re.compile(r"\b(?:last year|l['’]an(?:née)? (?:dernier|dernière)|(?:het )?vorige? jaar)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def _changes_from(text: str, q: Quantity) -> bool:
    return bool(_BEFORE_CHANGE.search(text, max(0, q.start - 16), q.start) and _AFTER_CHANGE.match(text, q.end))
