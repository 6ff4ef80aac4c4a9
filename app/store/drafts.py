"""What is to be saved of an article: plain values, made from a reading by workflow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.claims import Claim
from app.quantities import Quantity, to_json
from app.store.sources import SourceKey
from app.store.tables import Article


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What is said of an article beside its text."""

    title: str = ""
    lang: str = ""
    format: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    published_at: datetime | None = None
    external_system: str | None = None
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityDraft:
    surface: str
    value: str
    high: str | None
    unit: str
    kind: str
    comparator: str
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CitationDraft:
    """A citation of `source`; `url` is as written in the article."""

    source: SourceKey
    url: str
    marker: str = ""
    anchor: str = ""
    how: str = ""
    why: str = ""
    added_by: str = "reader"


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    position: int
    sentence: str
    prefix: str
    suffix: str
    start: int
    end: int
    section: tuple[str, ...] = ()
    context: str = ""
    lang: str = ""
    quantities: tuple[QuantityDraft, ...] = ()
    citations: tuple[CitationDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """How the claims of a revision stand to those before: (id of the old, the new), new ones, ids of those that are gone."""

    kept: tuple[tuple[int, ClaimDraft], ...] = ()
    added: tuple[ClaimDraft, ...] = ()
    removed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RevisionDraft:
    """One text of an article: `body` as given, with its `sha256`, `text` as selectors refer to it, `claims` matched to those before."""

    format: str
    body: str
    text: str
    sha256: str
    claims: Matching
    lang: str = ""
    created_by: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved, with the ids of claims."""

    article: Article
    revision: int
    kept: tuple[int, ...]
    added: tuple[int, ...]
    removed: tuple[int, ...]


def draft(claim: Claim, position: int, lang: str, sources: Mapping[str, SourceKey]) -> ClaimDraft:
    """Make the draft of a claim as it was read. `sources` are by the URL as written; citations it does not know are left out."""
    citations = [
        CitationDraft(sources[cited.url], cited.url, cited.marker, cited.anchor, cited.how.value, cited.reason)
        for cited in claim.citations
        if cited.url in sources
    ]
    place = claim.selector
    return ClaimDraft(
        position=position,
        sentence=claim.sentence,
        prefix=place.prefix,
        suffix=place.suffix,
        start=place.start,
        end=place.end,
        section=claim.section,
        context=claim.context,
        lang=lang,
        quantities=tuple(map(_quantity, claim.quantities)),
        citations=tuple(citations),
    )


def _quantity(quantity: Quantity) -> QuantityDraft:
    high = None if quantity.high is None else f"{quantity.high:f}"
    words = (quantity.unit, quantity.kind.value, quantity.comparator.value)
    return QuantityDraft(quantity.surface, f"{quantity.value:f}", high, *words, to_json(quantity))
