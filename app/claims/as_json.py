"""A reading as plain data: the contract of `stet read`."""

from dataclasses import asdict
from typing import Any

from app import quantities
from app.claims.claim import ArticleReading, Claim, Rejection


def to_json(reading: ArticleReading) -> dict[str, Any]:
    """Give claims with selector, quantities and citations; `rejected` says why other sentences with numbers are no claims."""
    return {
        "format": reading.format.value,
        "lang": reading.lang,
        "title": reading.title,
        "claims": [_claim(claim) for claim in reading.claims],
        "rejected": [_rejection(rejection) for rejection in reading.rejections],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "sentence": claim.sentence,
        "selector": asdict(claim.selector),
        "section": list(claim.section),
        "quantities": [quantities.to_json(quantity) for quantity in claim.quantities],
        "citations": [
            {"url": one.url, "marker": one.marker, "anchor": one.anchor, "how": one.how.value, "reason": one.reason}
            for one in claim.citations
        ],
    }


def _rejection(rejection: Rejection) -> dict[str, Any]:
    return {"sentence": rejection.sentence, "selector": asdict(rejection.selector), "reason": rejection.reason}
