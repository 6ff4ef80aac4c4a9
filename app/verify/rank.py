"""Which places of a document speak of a claim, best first."""

import math
from collections import defaultdict
from itertools import pairwise

from app.extract.document import Document
from app.verify import thresholds
from app.verify.frame import Frame, frame
from app.verify.index import Index, Place, index, leading, whole
from app.verify.passage import passage
from app.verify.verdict import ClaimView, Passage


def rank(claim: ClaimView, document: Document | Index, limit: int = 20) -> tuple[Passage, ...]:
    """Order the passages of the main zone by how likely they bear on the claim, best first, at most `limit`."""
    laid_out = document if isinstance(document, Index) else index(document)
    scores = ranked(frame(claim, laid_out.lang), laid_out)
    return tuple(passage(laid_out, laid_out.places[number]) for number, _ in scores[:limit])


def ranked(claim: Frame, laid_out: Index) -> list[tuple[int, float]]:
    """Score every place that shares a word or a number with the claim; best first, ties by order of reading."""
    scores: defaultdict[int, float] = defaultdict(float)
    _add_words(scores, claim, laid_out)
    _add_numbers(scores, {whole(d) for d in claim.digits}, thresholds.SAME_NUMBER_SHARE, laid_out)
    _add_numbers(scores, {leading(d) for d in claim.digits}, thresholds.LEADING_DIGITS_SHARE, laid_out)
    order = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    top = [(number, score + _pairs_share(claim, number, laid_out)) for number, score in order[: thresholds.PAIRS_TOP]]
    top.sort(key=lambda pair: (-pair[1], pair[0]))
    return top + order[thresholds.PAIRS_TOP :]


def _add_words(scores: defaultdict[int, float], claim: Frame, laid_out: Index) -> None:
    """Add BM25, as a share of what a place holding every word of the claim once would get."""
    total = sum(laid_out.idf(word) for word in claim.content) or 1.0
    k1, b = thresholds.BM25_K1, thresholds.BM25_B
    for word in sorted(claim.content):
        weight = laid_out.idf(word) / total * (1 + thresholds.NAME_LEAD * (word in claim.names))
        for number in laid_out.postings.get(word, ()):
            length = len(laid_out.stems[number]) / laid_out.mean_length
            scores[number] += weight * (k1 + 1) / (1 + k1 * (1 - b + b * length))


def _add_numbers(scores: defaultdict[int, float], keys: set[str], share: float, laid_out: Index) -> None:
    for key in sorted(keys):
        holding = laid_out.digits.get(key, ())
        for number in holding:
            # A number that every place holds tells nothing.
            scores[number] += share / len(keys) / (1 + math.log(len(holding)))


def _pairs_share(claim: Frame, number: int, laid_out: Index) -> float:
    """Give credit for words of the claim that follow one another in the place as they do in the claim."""
    wanted = set(pairwise(word.stem for word in claim.words if word.stem in claim.content))
    if not wanted:
        return 0.0
    found = set(pairwise(word for word in laid_out.order[number] if word in claim.content))
    return thresholds.PAIRS_SHARE * len(wanted & found) / len(wanted)


def candidates(claim: Frame, laid_out: Index) -> list[Place]:
    """Return the best places, those as good as the last of them, and some more that hold a number with the claim's leading digits."""
    scored = ranked(claim, laid_out)
    top = scored[: thresholds.CANDIDATES_TOP]
    least = top[-1][1] if top else 0.0
    tied = [n for n, score in scored[len(top) : thresholds.CANDIDATES_TIED_MAX] if score >= least * thresholds.TIED_SHARE]
    sentences = [n for n in tied if laid_out.places[n].cell is None][: thresholds.TIED_SENTENCES_MAX]
    kept = {*(n for n in tied if laid_out.places[n].cell is not None), *sentences}
    chosen = [*(n for n, _ in top), *(n for n in tied if n in kept)]
    rest = _with_number(claim, [pair for pair in scored[len(top) :] if pair[0] not in kept], laid_out)[: thresholds.CANDIDATES_FITTING_MAX]
    return [laid_out.places[number] for number in (*chosen, *rest)]


def _with_number(claim: Frame, scored: list[tuple[int, float]], laid_out: Index) -> list[int]:
    """Choose places that hold a number of the claim's, or share some of its words and a number with the same leading digits."""
    same = {number for digits in claim.digits for number in laid_out.digits.get(whole(digits), ())}
    like = {number for digits in claim.digits for number in laid_out.digits.get(leading(digits), ())}
    return [n for n, score in scored if n in same or (n in like and score >= thresholds.FITTING_SCORE_MIN)]
