"""The facts of a visit as the rules look at them: parsed once, folded once."""

from functools import cached_property

from app.errors import InvalidUrl
from app.sources.page_facts import PageFacts
from app.sources.url import CanonicalUrl, canonical
from app.sources.visit_facts import HopFacts, VisitFacts

_NO_PAGE = PageFacts()


class View:
    """One visit, for one run of the rules. Everything derived is computed at most once, and only if a rule asks."""

    def __init__(self, facts: VisitFacts) -> None:
        self.facts = facts

    @cached_property
    def page(self) -> PageFacts:
        return self.facts.page or _NO_PAGE

    @cached_property
    def last(self) -> HopFacts:
        return self.facts.hops[-1] if self.facts.hops else HopFacts(self.facts.url, None)

    @property
    def status(self) -> int | None:
        return self.last.status

    @cached_property
    def asked(self) -> CanonicalUrl | None:
        return _canonical_or_none(self.facts.url)

    @cached_property
    def final(self) -> CanonicalUrl | None:
        return _canonical_or_none(self.last.url)

    @cached_property
    def moved(self) -> bool:
        """True if the visit ended at another address than it began, fragments and tracking aside."""
        return len(self.facts.hops) > 1 and self.asked is not None and self.final is not None and self.asked.url != self.final.url

    @cached_property
    def permanent(self) -> bool:
        """True if every redirect on the way was a 301 or 308."""
        return self.moved and all(hop.status in (301, 308) for hop in self.facts.hops[:-1])


def _canonical_or_none(url: str) -> CanonicalUrl | None:
    try:
        return canonical(url)
    except InvalidUrl:
        return None
