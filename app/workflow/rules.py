"""The folds that store asks for, from the pure rooms: facts of citations -> status of citation, claim, article."""

from collections.abc import Mapping, Sequence

from app.sources.link_state import LinkState
from app.store.folds import CitationFacts, ClaimFold
from app.verify import (
    Label,
    ReviewState,
    Status,
    article_status,
    citation_status,
    claim_review,
    claim_status,
    claim_support,
)

# Where several sources back a claim, its link is shown as the one that asks for work first.
_LINK_ORDER = (
    LinkState.DEAD,
    LinkState.SUSPECT,
    LinkState.INSECURE,
    LinkState.UNKNOWN,
    LinkState.BLOCKED,
    LinkState.REFUSED,
    LinkState.PAYWALLED,
    LinkState.UNCHECKED,
    LinkState.MOVED,
    LinkState.OK,
)
# A verdict that rests on a copy in a web archive names it so in its reason.
MEMENTO_REASON = "memento"


class FoldRules:
    """Implements store's `Rules` by `verify.rollup`; has no state."""

    def citation(self, facts: CitationFacts) -> str:
        return _status(facts)

    def claim(self, citations: Sequence[CitationFacts]) -> ClaimFold:
        links = {LinkState(facts.link_state) for facts in citations}
        return ClaimFold(
            status=claim_status((_status(facts), Label(facts.support)) for facts in citations),
            link=next((state for state in _LINK_ORDER if state in links), LinkState.UNCHECKED),
            support=claim_support(Label(facts.support) for facts in citations),
            review=claim_review(ReviewState(facts.review) for facts in citations),
        )

    def article(self, claims: Mapping[str, int]) -> str:
        return article_status(Status(status) for status, count in claims.items() if count)


def _status(facts: CitationFacts) -> Status:
    return citation_status(
        LinkState(facts.link_state),
        Label(facts.support),
        ReviewState(facts.review),
        copy_supports=facts.reason == MEMENTO_REASON and facts.support == Label.SUPPORTED,
    )


RULES = FoldRules()
