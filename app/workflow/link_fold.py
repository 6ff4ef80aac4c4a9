"""What a source keeps between visits, folded from its checks and from nothing else, so that it can be folded again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from app import sources
from app.fetch import Conditional, Previous
from app.sources import CheckFacts, Known, LinkFold, Outcome
from app.store.waiting import DueSource

# Validators lie now and then: every fourth visit asks for the whole page again.
FULL_EVERY = 4
NEVER_CHECKED = LinkFold()


class CheckLike(Protocol):
    """A check about to be written, or read back."""

    @property
    def at(self) -> datetime: ...
    @property
    def outcome(self) -> str: ...
    @property
    def vantage(self) -> str: ...
    @property
    def profile(self) -> str: ...
    @property
    def permanent(self) -> bool: ...
    @property
    def final_url(self) -> str: ...
    @property
    def not_modified(self) -> bool: ...
    @property
    def void(self) -> bool: ...
    @property
    def record(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """The link fold, how many visits in a row were answered "not modified", and what the last good visit saw.

    `outcome` is that of the last visit that was not void, "" before the first.
    """

    link: LinkFold = NEVER_CHECKED
    outcome: str = ""
    conditional_visits: int = 0
    good: Mapping[str, Any] | None = None

    @classmethod
    def of(cls, due: DueSource) -> "Kept":
        """Read what was kept of a source."""
        if not due.fold:
            return cls()
        kept = due.fold
        return cls(LinkFold.from_json(kept["link"]), due.outcome, kept["conditional_visits"], kept["good"])

    def to_json(self) -> dict[str, Any]:
        """Return it as the source's `fold`."""
        return {"link": self.link.to_json(), "conditional_visits": self.conditional_visits, "good": self.good}


def fold_check(kept: Kept, check: CheckLike) -> Kept:
    """Fold one more check. A void one changes nothing."""
    if check.void:
        return kept
    record = check.record
    facts = CheckFacts(
        at=check.at,
        outcome=Outcome(check.outcome),
        method=f"{check.vantage}/{check.profile}",
        permanent=check.permanent,
        final_url=check.final_url,
        as_known="not_as_known" not in record.get("notes", ()),
        compared=bool(record.get("compared")),
        changed=bool(record.get("evidence_changed")),
    )
    conditional_visits = kept.conditional_visits + 1 if check.not_modified else 0
    return Kept(sources.step(kept.link, facts), check.outcome, conditional_visits, record.get("good") or kept.good)


def conditional_of(due: DueSource, kept: Kept) -> Conditional | None:
    """Return the validators to send, None when the whole page is wanted."""
    if due.snapshot_sha256 is None or not (due.etag or due.last_modified):
        return None
    if kept.conditional_visits >= FULL_EVERY - 1:
        return None
    return Conditional(due.etag, due.last_modified)


def previous_of(due: DueSource, kept: Kept) -> Previous | None:
    """Return what the last good visit saw, None when there was none."""
    good = kept.good
    if good is None or due.snapshot_sha256 is None:
        return None
    outcome = Outcome(good["outcome"])
    return Previous(
        sha256=due.snapshot_sha256,
        final_url=good["final_url"],
        outcome=outcome,
        rule=good["rule"],
        rule_version=good["rule_version"],
        title=good["title"],
        media_type=due.media_type,
        charset=due.charset,
        known=Known(outcome, good["title"], good["main_text"], good["main_chars"], good["lang"]),
    )
