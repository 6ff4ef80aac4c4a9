"""A small press for the tests of the store: drafts, rules and finished visits with as little said as possible."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from app.store import Session, intake, leases
from app.store.checks import record
from app.store.drafts import ArticleDraft, CitationDraft, ClaimDraft, Matching, QuantityDraft, RevisionDraft, Saved
from app.store.finished import Batch, CheckRow, CitationVerdict, FinishedVisit, Recorded, SnapshotRow, SourceUpdate, VerdictRow
from app.store.folds import CitationFacts, ClaimFold
from app.store.judging import to_judge
from app.store.leases import HostEnd, Lease
from app.store.sources import SourceKey
from app.store.waiting import DueSource

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SHA = "a" * 64
_WORST = ("attention", "broken", "pending", "archived", "verified")


class PlainRules:
    """Folds that a test can reckon in its head: a dead link is broken, support decides the rest, the worst wins."""

    def citation(self, facts: CitationFacts) -> str:
        if facts.review == "confirmed":
            return "verified"
        if facts.link_state == "dead":
            return "archived" if facts.support == "supported" else "broken"
        return {"supported": "verified", "contradicted": "attention", "not_found": "attention"}.get(facts.support, "pending")

    def asks_for_numbers(self, citations: Sequence[CitationFacts]) -> bool:
        return len(citations) > 1

    def claim(self, citations: Sequence[CitationFacts]) -> ClaimFold:
        statuses = [self.citation(facts) for facts in citations]
        links = sorted({facts.link_state for facts in citations}) or ["unchecked"]
        supports = sorted({facts.support for facts in citations}) or ["unchecked"]
        reviews = sorted({facts.review for facts in citations}) or ["none"]
        return ClaimFold(self._worst(statuses), links[0], supports[0], reviews[0])

    def article(self, claims: Mapping[str, int]) -> str:
        return self._worst([status for status, count in claims.items() if count])

    def _worst(self, statuses: Sequence[str]) -> str:
        return min(statuses, key=_WORST.index, default="pending")


RULES = PlainRules()


def key(name: str) -> SourceKey:
    """Name a source: "b.org/2" lies on host b.org."""
    return SourceKey(f"https://{name}", name.split("/", maxsplit=1)[0])


def number(surface: str = "12 towns") -> QuantityDraft:
    value = surface.split(maxsplit=1)[0]
    return QuantityDraft(surface, value, None, "towns", "count", "exact", {"surface": surface, "value": value})


def claim(sentence: str, *sources: str, position: int = 0, numbers: Sequence[str] = ("12 towns",)) -> ClaimDraft:
    cited = tuple(CitationDraft(key(name), f"https://{name}", marker=f"[{place}]") for place, name in enumerate(sources, 1))
    return ClaimDraft(
        position, sentence, "", "", 0, len(sentence), quantities=tuple(number(surface) for surface in numbers), citations=cited
    )


def text(*added: ClaimDraft, kept: Sequence[tuple[int, ClaimDraft]] = (), removed: Sequence[int] = ()) -> RevisionDraft:
    return RevisionDraft("text", "body", "body", SHA, Matching(tuple(kept), added, tuple(removed)))


def publish(session: Session, *claims: ClaimDraft, title: str = "Towns", external_id: str | None = None, now: datetime = NOW) -> Saved:
    draft = ArticleDraft(title=title, external_system="cms" if external_id else None, external_id=external_id)
    return intake.create(session, RULES, draft, text(*claims), now)


def lend(session: Session, worker: str = "w1", *, hosts: int = 100, share: int = 20, now: datetime = NOW) -> list[Lease]:
    return leases.lease(session, worker, hosts=hosts, sources_per_host=share, lease_s=90, now=now)


def visit(
    session: Session,
    due: DueSource,
    token: int,
    *,
    outcome: str = "ok",
    link: str = "ok",
    support: str = "supported",
    void: bool = False,
    now: datetime = NOW,
    snapshot: str = SHA,
) -> FinishedVisit:
    """Make a finished visit that gives every number of the source's citations the same support."""
    judged = tuple(
        CitationVerdict(
            item.citation_id, support, "exact", "v1", snapshot, tuple(VerdictRow(number.id, support, "exact") for number in item.quantities)
        )
        for item in to_judge(session, [due.id])[due.id]
    )
    return FinishedVisit(
        due,
        token,
        CheckRow(now, outcome, "alive" if link == "ok" else "dead", 200, void=void, sha256=snapshot, record={"hops": [{"url": due.url}]}),
        SourceUpdate(link, outcome, now + timedelta(days=7), good=link == "ok", snapshot_sha256=snapshot, fold={"n": 1}),
        SnapshotRow(snapshot, "text/html", "utf-8", 10),
        judged,
    )


def check_all(session: Session, leased: Sequence[Lease], *, now: datetime = NOW, **how: str) -> Recorded:
    """Visit everything that was leased, and end the leases, in one batch."""
    visits = tuple(
        visit(session, due, lease.token, now=now, **how)  # type: ignore[arg-type]
        for lease in leased
        for due in lease.sources
    )
    return record(session, Batch(visits, tuple(HostEnd(lease.host_id, lease.token) for lease in leased)), RULES, now)
