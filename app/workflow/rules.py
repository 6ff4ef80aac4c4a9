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
    citation_support,
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

    def asks_for_numbers(self, citations: Sequence[CitationFacts]) -> bool:
        return len(citations) > 1 and any(facts.support in _PERHAPS_SHARED_OUT for facts in citations)

    def claim(self, citations: Sequence[CitationFacts]) -> ClaimFold:
        links = {LinkState(facts.link_state) for facts in citations}
        told = _by_number(citations)
        return ClaimFold(
            status=article_status(claim_status((_status(facts, label), label) for facts, label in number) for number in told),
            link=next((state for state in _LINK_ORDER if state in links), LinkState.UNCHECKED),
            support=citation_support(claim_support(label for _, label in number) for number in told),
            review=claim_review(ReviewState(facts.review) for facts in citations),
        )

    def article(self, claims: Mapping[str, int]) -> str:
        return article_status(Status(status) for status, count in claims.items() if count)


# "42 kilometres [1] for $3.5 billion [2]": neither source need say both numbers.
_PERHAPS_SHARED_OUT = frozenset({Label.NOT_FOUND, Label.AMBIGUOUS})


def _by_number(citations: Sequence[CitationFacts]) -> list[list[tuple[CitationFacts, Label]]]:
    """Give for each number of a claim what each citation says of it; of a claim whose numbers are not known apart, for all as one."""
    numbers = sorted({number for facts in citations for number in facts.numbers})
    if not numbers:
        return [[(facts, Label(facts.support)) for facts in citations]]
    return [[(facts, Label(facts.numbers.get(number, facts.support))) for facts in citations] for number in numbers]


def _status(facts: CitationFacts, support: Label | None = None) -> Status:
    """Fold a citation; `support` is its verdict on one number, else on all of them."""
    label = Label(facts.support) if support is None else support
    return citation_status(
        LinkState(facts.link_state),
        label,
        ReviewState(facts.review),
        copy_supports=facts.reason == MEMENTO_REASON and label is Label.SUPPORTED,
    )


RULES = FoldRules()
