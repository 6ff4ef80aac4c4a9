"""A claim, laid out for judging: what it speaks of, apart from its numbers."""

import re
from dataclasses import dataclass

from app.quantities import Kind, Quantity
from app.verify.verdict import ClaimView
from app.verify.words import Word, language, words

_DIGITS = re.compile(r"\d[\d.,'’\u00a0\u202f]*")


@dataclass(frozen=True, slots=True)
class Frame:
    """`content` are the stems that carry the subject, `names` those of capitalised words, `digits` the numbers as written."""

    view: ClaimView
    words: tuple[Word, ...]
    content: frozenset[str]
    names: frozenset[str]
    digits: tuple[str, ...]
    negated: bool
    doubtful: bool


def frame(claim: ClaimView, lang: str = "") -> Frame:
    """Lay a claim out; `lang` is the document's, used where the claim does not say its own."""
    tongue = language(claim.lang or lang)
    found = words(claim.sentence, tongue.code)
    spans = [(q.start, q.end) for q in claim.quantities if q.kind is not Kind.DATE]
    speaking = [word for word in found if _speaks(word, spans, claim.quantities)]
    folded = {word.text.casefold() for word in found}
    return Frame(
        view=claim,
        words=found,
        content=frozenset(word.stem for word in speaking),
        names=frozenset(word.stem for word in speaking if word.name),
        digits=tuple(_DIGITS.findall(claim.sentence)),
        negated=bool(folded & tongue.negation) or "n't" in claim.sentence or "n’t" in claim.sentence,
        doubtful=bool(folded & tongue.doubt),
    )


def _speaks(word: Word, spans: list[tuple[int, int]], quantities: tuple[Quantity, ...]) -> bool:
    if word.stop or word.number:
        return False
    if not any(start <= word.start < end for start, end in spans):
        return True
    # Inside a quantity only the counted noun speaks of the subject: "9 people", not "nine million".
    return any(word.text.casefold() == (q.noun or q.unit).casefold() for q in quantities)
