"""ClaimReview (schema.org): the claims that are decided, for search engines and fact-check collections."""

from collections.abc import Iterator

import orjson

from app.store.claim_reads import ClaimFilter
from app.verify.verdict import Label
from app.workflow.desk import Desk
from app.workflow.exports.whole import Whole, wholes

# A rating on schema.org's scale: 1 is worst, 5 is best. What is neither supported nor contradicted is not rated at all.
RATINGS = {Label.SUPPORTED: (5, "The cited source says this number"), Label.CONTRADICTED: (1, "The cited source says another number")}


def write(desk: Desk, narrow: ClaimFilter) -> Iterator[bytes]:
    yield b'{"@context":"https://schema.org","@graph":['
    first = True
    for whole in wholes(desk, narrow):
        if whole["support"] in RATINGS:
            yield (b"" if first else b",\n") + orjson.dumps(_review(whole), option=orjson.OPT_UTC_Z)
            first = False
    yield b"]}\n"


def _review(whole: Whole) -> Whole:
    rating, words = RATINGS[Label(whole["support"])]
    article = whole["article"]
    appearance = {"@type": "CreativeWork", "headline": article["title"], **({"url": article["url"]} if article["url"] else {})}
    return {
        "@type": "ClaimReview",
        "identifier": whole["id"],
        "datePublished": whole["changed_at"],
        "claimReviewed": whole["sentence"],
        "itemReviewed": {"@type": "Claim", "text": whole["sentence"], "appearance": appearance},
        "reviewRating": {"@type": "Rating", "ratingValue": rating, "bestRating": 5, "worstRating": 1, "alternateName": words},
        "author": {"@type": "Organization", "name": "Stet"},
        "citation": [_evidence(citation) for citation in whole["citations"]],
    }


def _evidence(citation: Whole) -> Whole:
    quotes = [verdict["passage"]["exact"] for verdict in citation["verdicts"] if verdict["passage"]]
    return {"@type": "CreativeWork", "url": citation["url"], **({"text": quotes[0]} if quotes else {})}
