"""Folds: quantities -> citation -> claim -> article. Everything that turns link, support and review into a status lives here."""

from collections.abc import Iterable

from app.sources.link_state import LinkState
from app.verify.verdict import Label, ReviewState, Status

# From worst to best. A number the source contradicts outweighs one it does not mention, which outweighs one that is unclear.
_WORST_SUPPORT = (Label.CONTRADICTED, Label.NOT_FOUND, Label.AMBIGUOUS, Label.UNREADABLE, Label.UNCHECKED, Label.SUPPORTED)
_WORST_STATUS = (
    Status.BROKEN, Status.ATTENTION, Status.UNVERIFIABLE, Status.PENDING, Status.ARCHIVED, Status.VERIFIED,
)  # fmt: skip

_BY_SUPPORT = {
    Label.SUPPORTED: Status.VERIFIED,
    Label.CONTRADICTED: Status.ATTENTION,
    Label.NOT_FOUND: Status.ATTENTION,
    Label.AMBIGUOUS: Status.UNVERIFIABLE,
    Label.UNREADABLE: Status.UNVERIFIABLE,
    Label.UNCHECKED: Status.PENDING,
}
# A page behind a wall was read by nobody: only what its own words deny may alarm.
_BEHIND_A_WALL = dict.fromkeys(Label, Status.UNVERIFIABLE) | {Label.CONTRADICTED: Status.ATTENTION}
_GONE = dict.fromkeys(Label, Status.BROKEN) | {Label.SUPPORTED: Status.ARCHIVED}
_NOT_YET = dict.fromkeys(Label, Status.PENDING)
_BY_LINK = {
    LinkState.UNCHECKED: _NOT_YET,
    LinkState.OK: _BY_SUPPORT,
    LinkState.MOVED: _BY_SUPPORT,
    LinkState.INSECURE: _BY_SUPPORT,
    LinkState.SUSPECT: _NOT_YET,
    LinkState.DEAD: _GONE,
    LinkState.BLOCKED: _BEHIND_A_WALL,
    LinkState.PAYWALLED: _BY_SUPPORT | {Label.NOT_FOUND: Status.UNVERIFIABLE, Label.UNCHECKED: Status.UNVERIFIABLE},
    LinkState.UNKNOWN: _BEHIND_A_WALL,
    LinkState.REFUSED: _BEHIND_A_WALL,
}
# A review in force is pinned to today's evidence; an expired one arrives here as NONE.
_DECIDED = {
    ReviewState.CONFIRMED: Status.VERIFIED,
    ReviewState.ACCEPTED: Status.VERIFIED,
    ReviewState.DISPUTED: Status.ATTENTION,
    ReviewState.NEEDS_CORRECTION: Status.ATTENTION,
    ReviewState.CORRECTED: Status.PENDING,
}


def citation_support(labels: Iterable[Label]) -> Label:
    """Fold the verdicts of a claim's quantities against one source: the worst of them (NUMBERS §7); none is unchecked."""
    return min(labels, key=_WORST_SUPPORT.index, default=Label.UNCHECKED)


def claim_support(labels: Iterable[Label]) -> Label:
    """Fold the citations of one claim: supported if any supports and none contradicts, else the worst; none is unchecked.

    A citation nobody has looked at yet is passed over when another one tells something.
    """
    seen = list(labels)
    if Label.SUPPORTED in seen and Label.CONTRADICTED not in seen:
        return Label.SUPPORTED
    told = [label for label in seen if label is not Label.UNCHECKED]
    return citation_support(told)


def citation_status(link: LinkState, support: Label, review: ReviewState = ReviewState.NONE, *, copy_supports: bool = False) -> Status:
    """Fold one citation's link state, support and review into its status (DESIGN §1).

    `support` is the verdict on the newest snapshot we hold; `copy_supports` says that a memento elsewhere supports.
    A person's decision outranks our reading, but a dead link stays dead: with the decision it is archived, not verified.
    """
    if review is not ReviewState.NONE:
        decided = _DECIDED[review]
        return Status.ARCHIVED if link is LinkState.DEAD and decided is Status.VERIFIED else decided
    read = Label.SUPPORTED if copy_supports and link is LinkState.DEAD else support
    return _BY_LINK[link][read]


def claim_status(citations: Iterable[tuple[Status, Label]]) -> Status:
    """Fold the citations of one claim: one that stands is enough unless another contradicts.

    A claim that cites nothing is unverifiable: nobody will look, it waits for an editor.
    """
    pairs = list(citations)
    if not pairs:
        return Status.UNVERIFIABLE
    statuses = [status for status, _ in pairs]
    contradicted = any(label is Label.CONTRADICTED and status is Status.ATTENTION for status, label in pairs)
    for good in (Status.VERIFIED, Status.ARCHIVED):
        if good in statuses and not contradicted:
            return good
    return article_status(statuses)


def article_status(claims: Iterable[Status]) -> Status:
    """Fold the claims of an article: the worst of them; an article without claims has nothing left to verify."""
    return min(claims, key=_WORST_STATUS.index, default=Status.VERIFIED)


def claim_review(reviews: Iterable[ReviewState]) -> ReviewState:
    """Fold the reviews of one claim's citations: what asks for work first, then what was settled."""
    order = (
        ReviewState.NEEDS_CORRECTION, ReviewState.DISPUTED, ReviewState.CORRECTED, ReviewState.CONFIRMED, ReviewState.ACCEPTED,
    )  # fmt: skip
    given = set(reviews)
    return next((state for state in order if state in given), ReviewState.NONE)
