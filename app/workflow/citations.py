"""Citations by hand: attach a source, take one away, correct a wrong one."""

from app.fetch import host_key
from app.sources import canonical
from app.store import audit, citations
from app.store.citations import Cited
from app.store.ids import Prefix, encode
from app.store.sources import SourceKey
from app.workflow.desk import Desk
from app.workflow.rules import RULES


def add(desk: Desk, claim_id: int, url: str, *, by: str) -> int:
    """Attach a source to a claim; one that is there already stays as it is. Raises InvalidUrl, NotFound."""
    cited = _cited(url, by)
    now = desk.now()
    with desk.begin() as session:
        citation_id = citations.add(session, RULES, claim_id, cited, now)
        detail = {"claim": encode(Prefix.CLAIM, claim_id), "url": url}
        audit.note(session, "citation.add", encode(Prefix.CITATION, citation_id), actor=by, at=now, detail=detail)
        return citation_id


def remove(desk: Desk, citation_id: int, *, by: str, expected_version: int | None = None) -> None:
    """Take a citation away. Raises NotFound, Stale."""
    now = desk.now()
    with desk.begin() as session:
        citations.remove(session, RULES, citation_id, by, now, expected_version)
        audit.note(session, "citation.remove", encode(Prefix.CITATION, citation_id), actor=by, at=now)


def correct(desk: Desk, citation_id: int, url: str, *, by: str, expected_version: int | None = None) -> int:
    """Put another source in its place; returns the citation there is now. Raises InvalidUrl, NotFound, Stale, Conflict."""
    cited = _cited(url, by)
    now = desk.now()
    with desk.begin() as session:
        corrected = citations.correct(session, RULES, citation_id, cited, now, expected_version)
        detail = {"url": url, "by": encode(Prefix.CITATION, corrected)}
        audit.note(session, "citation.correct", encode(Prefix.CITATION, citation_id), actor=by, at=now, detail=detail)
        return corrected


def _cited(url: str, by: str) -> Cited:
    parsed = canonical(url)
    return Cited(SourceKey(parsed.url, host_key(parsed)), url, by)
