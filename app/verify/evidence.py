"""Finding a stored passage again in a later snapshot (NUMBERS §8)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from app.extract.document import Document
from app.verify.index import Index, Place, index
from app.verify.passage import address as address_of
from app.verify.verdict import Passage

# NUMBERS §8: nine tenths of the sentence's frame must have stayed.
_FUZZY_MIN = 90.0
# A number in another sentence that only looks alike is another place: a frame of few words is everywhere.
_FRAME_CHARS_MIN = 20
_NUMBER = re.compile(r"\d+(?:[.,’'\u00a0\u202f]\d+)*")


class Found(StrEnum):
    """How a passage was found again; each is less sure than the one before."""

    EXACT = "exact"
    CONTEXT = "context"
    FUZZY = "fuzzy"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Refound:
    """Where a passage stands now; `place` is None when lost. `likeness` runs from 0 to 100 and is of the frame, numbers left out."""

    how: Found
    place: Place | None = None
    likeness: float = 0.0


def find(passage: Passage, document: Document | Index) -> Refound:
    """Find a passage: word for word, then by what stood around it, then by its sentence with the numbers left out.

    A table cell is found by the headers in its address. Only the main zone is searched.
    """
    laid_out = document if isinstance(document, Index) else index(document)
    if passage.cell:
        return _cell(passage, laid_out)
    same = [p for p in laid_out.places if p.cell is None and passage.exact and passage.exact in p.text]
    if same:
        return Refound(Found.EXACT, max(same, key=lambda p: (_around(passage, p, laid_out), -p.number)), 100.0)
    held = _between(passage, laid_out)
    if held is not None:
        return Refound(Found.CONTEXT, held, fuzz.ratio(frame_of(passage.exact), frame_of(held.text)))
    return _fuzzy(passage, laid_out)


def frame_of(text: str) -> str:
    """Leave the numbers out of a sentence: what stays is its frame."""
    return _NUMBER.sub("#", " ".join(text.split()))


def _cell(passage: Passage, laid_out: Index) -> Refound:
    wanted = passage.cell.partition(" (")[2]
    for place in laid_out.places:
        if place.cell is not None and wanted and wanted == address_of(place).partition(" (")[2]:
            return Refound(Found.EXACT if place.text == passage.exact else Found.CONTEXT, place, 100.0)
    return Refound(Found.LOST)


def _around(passage: Passage, place: Place, laid_out: Index) -> int:
    text = laid_out.document.text
    before = text[max(0, place.start - len(passage.prefix)) : place.start] == passage.prefix
    return before + (text[place.end : place.end + len(passage.suffix)] == passage.suffix)


def _between(passage: Passage, laid_out: Index) -> Place | None:
    """Find the sentence that stands where the passage stood: same text before it and after it, and a like frame."""
    if not passage.prefix.strip() or not passage.suffix.strip():
        return None
    text = laid_out.document.text
    for place in laid_out.places:
        stands = text.endswith(passage.prefix, 0, place.start) and text.startswith(passage.suffix, place.end)
        if stands and place.cell is None and fuzz.ratio(frame_of(passage.exact), frame_of(place.text)) >= _FUZZY_MIN / 2:
            return place
    return None


def _fuzzy(passage: Passage, laid_out: Index) -> Refound:
    wanted = frame_of(passage.exact)
    if len(wanted) < _FRAME_CHARS_MIN:
        return Refound(Found.LOST)
    sentences = {place.number: frame_of(place.text) for place in laid_out.places if place.cell is None}
    best = process.extractOne(wanted, sentences, scorer=fuzz.ratio, score_cutoff=_FUZZY_MIN)
    if best is None:
        return Refound(Found.LOST)
    return Refound(Found.FUZZY, laid_out.places[best[2]], best[1])
