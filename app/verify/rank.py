"""Which places of a document speak of a claim, best first."""

import math
from collections import defaultdict

from app.extract.document import Document
from app.verify.frame import Frame, frame
from app.verify.index import Index, Place, index, leading
from app.verify.passage import passage
from app.verify.verdict import ClaimView, Passage

# BM25 with the usual constants; half the share of the claim's numbers present is added (NUMBERS §6: MRR .884 on WiCE
# against .898 for a sentence embedding).
_K1, _B = 1.2, 0.75
_NUMBER_SHARE = 0.5


def rank(claim: ClaimView, document: Document | Index, limit: int = 20) -> tuple[Passage, ...]:
    """Order the passages of the main zone by how likely they bear on the claim, best first, at most `limit`."""
    laid_out = document if isinstance(document, Index) else index(document)
    scores = ranked(frame(claim, laid_out.lang), laid_out)
    return tuple(passage(laid_out, laid_out.places[number]) for number, _ in scores[:limit])


def ranked(claim: Frame, laid_out: Index) -> list[tuple[int, float]]:
    """Score every place that shares a word or leading digits with the claim; best first, ties by order of reading."""
    scores: defaultdict[int, float] = defaultdict(float)
    total = sum(laid_out.idf(word) for word in claim.content) or 1.0
    for word in claim.content:
        weight = laid_out.idf(word) / total
        for number in laid_out.postings.get(word, ()):
            length = len(laid_out.stems[number]) / laid_out.mean_length
            scores[number] += weight * (_K1 + 1) / (1 + _K1 * (1 - _B + _B * length))
    for number, share in _number_shares(claim, laid_out).items():
        scores[number] += _NUMBER_SHARE * share
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def _number_shares(claim: Frame, laid_out: Index) -> dict[int, float]:
    keys = {leading(digits) for digits in claim.digits}
    shares: defaultdict[int, float] = defaultdict(float)
    for key in keys:
        held = laid_out.digits.get(key, ())
        # A leading pair that every place holds tells nothing.
        rarity = 1.0 / (1 + math.log(len(held))) if held else 0.0
        for number in held:
            shares[number] += rarity / len(keys)
    return dict(shares)


def candidates(claim: Frame, laid_out: Index, top: int, fitting: int) -> list[Place]:
    """Return the best `top` places and up to `fitting` more that hold a number with the claim's leading digits."""
    order = [number for number, _ in ranked(claim, laid_out)]
    keys = {leading(digits) for digits in claim.digits}
    with_number = {number for key in keys for number in laid_out.digits.get(key, ())}
    chosen = order[:top]
    chosen += [number for number in order[top:] if number in with_number][:fitting]
    return [laid_out.places[number] for number in chosen]
