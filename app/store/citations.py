"""Citations that a person adds, takes away or corrects: no later reading of the text undoes it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlmodel import Session, SQLModel

from app.errors import Conflict, NotFound, Stale
from app.store.columns import AnyRow
from app.store.folds import Rules, fold, hold_articles
from app.store.ids import Prefix, encode
from app.store.run_items import give_up
from app.store.schedule import hold_hosts, make_due, rest_uncited
from app.store.sources import SourceKey, ensure
from app.store.tables import Priority

_TABLES = SQLModel.metadata.tables
ARTICLE, CLAIM, CITATION, SOURCE = _TABLES["article"], _TABLES["claim"], _TABLES["citation"], _TABLES["source"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source to cite, as a person named it; `by` is the actor."""

    source: SourceKey
    url: str
    by: str


def add(session: Session, rules: Rules, claim_id: int, cited: Cited, now: datetime) -> int:
    """Let a claim lean on a source; returns the citation's id, the old one when it is there or was removed. The source is due now.

    Raises NotFound when the claim is not present.
    """
    source_id = ensure(session, [cited.source], now)[cited.source.url]
    make_due(session, [source_id], Priority.NEW, now)
    _hold_claim(session, claim_id)
    citation_id = _put(session, claim_id, source_id, cited)
    fold(session, rules, [claim_id], now)
    return citation_id


def remove(session: Session, rules: Rules, citation_id: int, by: str, now: datetime, expected_version: int | None = None) -> None:  # noqa: PLR0913, PLR0917  whose and which
    """Take a citation away. Raises NotFound, and Stale when it is at another version."""
    found = _present(session, citation_id)
    hold_hosts(session, [found.host_id])
    _hold_claim(session, found.claim_id)
    _require_version(_present(session, citation_id), expected_version)
    _take(session, citation_id, by, now)
    rested = rest_uncited(session, [found.source_id], now)
    fold(session, rules, [found.claim_id], now)
    give_up(session, rested, now)


def correct(session: Session, rules: Rules, citation_id: int, cited: Cited, now: datetime, expected_version: int | None = None) -> int:  # noqa: PLR0913, PLR0917  which, and what instead
    """Put another source in the place of a wrongly attached one; returns the new citation's id.

    Raises NotFound, Stale when it is at another version, Conflict when it is that source already.
    """
    found = _present(session, citation_id)
    source_id = ensure(session, [cited.source], now)[cited.source.url]
    if source_id == found.source_id:
        raise Conflict(f"The citation {encode(Prefix.CITATION, citation_id)} has this source already; nothing is to be corrected.")
    host_id = session.connection().execute(select(SOURCE.c.host_id).where(SOURCE.c.id == source_id)).scalar_one()
    hold_hosts(session, [found.host_id, host_id])
    make_due(session, [source_id], Priority.NEW, now)
    _hold_claim(session, found.claim_id)
    _require_version(_present(session, citation_id), expected_version)
    _take(session, citation_id, cited.by, now)
    new_id = _put(session, found.claim_id, source_id, cited)
    rested = rest_uncited(session, [found.source_id], now)
    fold(session, rules, [found.claim_id], now)
    give_up(session, rested, now)
    return new_id


def _hold_claim(session: Session, claim_id: int) -> None:
    hold_articles(session, [claim_id])
    present = select(CLAIM.c.id).join(ARTICLE, ARTICLE.c.id == CLAIM.c.article_id)
    present = present.where(CLAIM.c.id == claim_id, CLAIM.c.removed_at.is_(None), ARTICLE.c.deleted_at.is_(None))
    if session.connection().execute(present).first() is None:
        raise NotFound(f"There is no claim {encode(Prefix.CLAIM, claim_id)}.")


def _present(session: Session, citation_id: int) -> AnyRow:
    columns = [CITATION.c[name] for name in ("id", "claim_id", "source_id", "version")]
    query = select(*columns, SOURCE.c.host_id).join(SOURCE, SOURCE.c.id == CITATION.c.source_id)
    query = query.where(CITATION.c.id == citation_id, CITATION.c.removed_at.is_(None))
    found: AnyRow | None = session.connection().execute(query).first()
    if found is None:
        raise NotFound(f"There is no citation {encode(Prefix.CITATION, citation_id)}.")
    return found


def _require_version(citation: AnyRow, expected: int | None) -> None:
    if expected is not None and citation.version != expected:
        raise Stale(f"The citation is at version {citation.version}, not {expected}: read it again and decide.")


def _take(session: Session, citation_id: int, by: str, now: datetime) -> None:
    values = {"removed_at": now, "removed_by": by, "version": CITATION.c.version + 1}
    session.connection().execute(update(CITATION).where(CITATION.c.id == citation_id).values(values))


def _put(session: Session, claim_id: int, source_id: int, cited: Cited) -> int:
    """Add the citation, or bring the removed one back as it stood."""
    same = (CITATION.c.claim_id == claim_id) & (CITATION.c.source_id == source_id)
    found = session.connection().execute(select(CITATION.c.id, CITATION.c.removed_at).where(same)).first()
    if found is None:
        new = {"claim_id": claim_id, "source_id": source_id, "url": cited.url, "how": "person", "added_by": cited.by}
        added = insert(CITATION).values(new).returning(CITATION.c.id)
        return int(session.connection().execute(added).scalar_one())
    if found.removed_at is not None:
        values = {"removed_at": None, "removed_by": "", "added_by": cited.by, "url": cited.url, "how": "person"}
        session.connection().execute(update(CITATION).where(same).values(values | {"version": CITATION.c.version + 1}))
    return int(found.id)
