"""The claims of an article as rows: added, kept with what changed of them, removed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import Session, SQLModel

from app.errors import Conflict
from app.store.columns import AnyRow
from app.store.drafts import CitationDraft, ClaimDraft, QuantityDraft
from app.store.ids import Prefix, encode
from app.store.sources import CHUNK, SourceKey, chunked

_TABLES = SQLModel.metadata.tables
CLAIM, QUANTITY, CITATION = _TABLES["claim"], _TABLES["quantity"], _TABLES["citation"]
# Who put or took a citation: the reading of the text, which the next reading may undo; else a person, which it may not.
READER = "reader"


def sources_of(claims: Iterable[ClaimDraft]) -> list[SourceKey]:
    return [citation.source for claim in claims for citation in claim.citations]


def add_claims(  # noqa: PLR0913, PLR0917  where the claims belong, and what they lean on
    session: Session, article_id: int, revision: int, claims: Sequence[ClaimDraft], sources: Mapping[str, int], now: datetime
) -> list[int]:
    """Add claims with their numbers and citations; returns their ids in the same order."""
    if not claims:
        return []
    common = {"article_id": article_id, "first_revision": revision, "last_revision": revision, "changed_at": now}
    rows = [_place(claim) | common for claim in claims]
    added = insert(CLAIM).returning(CLAIM.c.id, sort_by_parameter_order=True)
    ids = list(session.connection().execute(added, rows).scalars())
    _insert_quantities(
        session, [(id_, number, place) for id_, claim in zip(ids, claims, strict=True) for place, number in _numbered(claim)]
    )
    _insert_citations(session, [(id_, cited) for id_, claim in zip(ids, claims, strict=True) for cited in claim.citations], sources)
    return ids


def _numbered(claim: ClaimDraft) -> list[tuple[int, QuantityDraft]]:
    return list(enumerate(claim.quantities))


def _place(claim: ClaimDraft) -> dict[str, Any]:
    names = ("position", "sentence", "prefix", "suffix", "start", "end", "context", "lang")
    return {name: getattr(claim, name) for name in names} | {"section": list(claim.section)}


def _insert_quantities(session: Session, quantities: Sequence[tuple[int, QuantityDraft, int]]) -> None:
    rows = [
        {name: getattr(quantity, name) for name in quantity.__slots__} | {"claim_id": claim_id, "position": position}
        for claim_id, quantity, position in quantities
    ]
    if rows:
        session.connection().execute(insert(QUANTITY), rows)


def _insert_citations(session: Session, citations: Sequence[tuple[int, CitationDraft]], sources: Mapping[str, int]) -> None:
    """Insert one citation a claim and source; of several markers to one source the first stands for all."""
    rows = {
        (claim_id, sources[cited.source.url]): _written(cited) | {"claim_id": claim_id, "source_id": sources[cited.source.url]}
        for claim_id, cited in reversed(citations)
    }
    if rows:
        session.connection().execute(insert(CITATION), list(rows.values())[::-1])


def _written(cited: CitationDraft) -> dict[str, Any]:
    return {name: getattr(cited, name) for name in ("url", "marker", "anchor", "how", "why", "added_by")}


_MOVE = (
    update(CLAIM)
    .where(CLAIM.c.id == bindparam("claim"))
    .values(
        {
            name: bindparam(f"new_{name}", type_=CLAIM.c[name].type)
            for name in ("position", "sentence", "prefix", "suffix", "start", "end", "context", "lang", "section", "last_revision")
        }
    )
)


def keep_claims(
    session: Session, revision: int, kept: Sequence[tuple[int, ClaimDraft]], sources: Mapping[str, int], now: datetime
) -> list[int]:
    """Bring kept claims to a revision; returns the sources that have something new to answer."""
    due: list[int] = []
    for chunk in chunked(kept, CHUNK):
        ids = [claim_id for claim_id, _ in chunk]
        _require_present(session, ids)
        moves = [
            {f"new_{name}": value for name, value in _place(claim).items()} | {"claim": claim_id, "new_last_revision": revision}
            for claim_id, claim in chunk
        ]
        session.connection().execute(_MOVE, moves)
        renumbered = _keep_quantities(session, chunk, now)
        due += _keep_citations(session, chunk, sources, renumbered, now)
    return due


def _require_present(session: Session, claim_ids: Sequence[int]) -> None:
    query = select(CLAIM.c.id).where(CLAIM.c.id.in_(claim_ids), CLAIM.c.removed_at.is_(None))
    missing = set(claim_ids) - set(session.connection().execute(query).scalars())
    if missing:
        named = encode(Prefix.CLAIM, min(missing))
        raise Conflict(f"The claim {named} was removed in the meantime, so the revision no longer fits: submit it again.")


def _keep_quantities(session: Session, kept: Sequence[tuple[int, ClaimDraft]], now: datetime) -> set[int]:
    """Keep the rows of numbers that read the same, whatever their place; returns the claims of which a number changed."""
    query = select(QUANTITY.c.id, QUANTITY.c.claim_id, *(QUANTITY.c[name] for name in _ALIKE))
    query = query.where(QUANTITY.c.claim_id.in_([id_ for id_, _ in kept]), QUANTITY.c.removed_at.is_(None)).order_by(QUANTITY.c.position)
    stored: dict[int, list[AnyRow]] = defaultdict(list)
    for row in session.connection().execute(query):
        stored[row.claim_id].append(row)
    moved: list[dict[str, Any]] = []
    gone: list[int] = []
    new: list[tuple[int, QuantityDraft, int]] = []
    for claim_id, claim in kept:
        rest = stored[claim_id]
        for position, quantity in _numbered(claim):
            same = next((row for row in rest if all(getattr(row, name) == getattr(quantity, name) for name in _ALIKE)), None)
            if same is None:
                new.append((claim_id, quantity, position))
            else:
                rest.remove(same)
                moved.append({"quantity": same.id, "new_position": position, "new_record": quantity.record})
        gone += [row.id for row in rest]
    _write_quantities(session, moved, gone, new, now)
    gone_from = {claim_id for claim_id, rows in stored.items() if rows}
    return gone_from | {claim_id for claim_id, _, _ in new}


_ALIKE = ("surface", "value", "high", "unit", "kind", "comparator")
_RENUMBER = (
    update(QUANTITY)
    .where(QUANTITY.c.id == bindparam("quantity"))
    .values(position=bindparam("new_position"), record=bindparam("new_record", type_=QUANTITY.c.record.type))
)


def _write_quantities(
    session: Session, moved: list[dict[str, Any]], gone: list[int], new: list[tuple[int, QuantityDraft, int]], now: datetime
) -> None:
    if moved:
        session.connection().execute(_RENUMBER, moved)
    session.connection().execute(update(QUANTITY).where(QUANTITY.c.id.in_(gone)).values(removed_at=now))
    _insert_quantities(session, new)


def _keep_citations(
    session: Session, kept: Sequence[tuple[int, ClaimDraft]], sources: Mapping[str, int], renumbered: set[int], now: datetime
) -> list[int]:
    """Keep citations of the same source, add and revive what is new, remove what the text no longer has; returns sources to visit."""
    stored = _stored_citations(session, [claim_id for claim_id, _ in kept])
    new: list[tuple[int, CitationDraft]] = []
    due: list[int] = []
    for claim_id, claim in kept:
        wanted = {sources[cited.source.url]: cited for cited in reversed(claim.citations)}
        for source_id, cited in reversed(wanted.items()):
            row = stored[claim_id].pop(source_id, None)
            if row is None:
                new.append((claim_id, cited))
                due.append(source_id)
            elif _rewrite(session, row, cited, renumbered=claim_id in renumbered):
                due.append(source_id)
        due += _drop(session, list(stored[claim_id].values()), now, renumbered=claim_id in renumbered)
    _insert_citations(session, new, sources)
    return due


def _stored_citations(session: Session, claim_ids: Sequence[int]) -> dict[int, dict[int, AnyRow]]:
    columns = [CITATION.c[name] for name in ("id", "claim_id", "source_id", "added_by", "removed_at", "removed_by")]
    stored: dict[int, dict[int, AnyRow]] = defaultdict(dict)
    for row in session.connection().execute(select(*columns).where(CITATION.c.claim_id.in_(claim_ids))):
        stored[row.claim_id][row.source_id] = row
    return stored


# What a citation's folds are before anything was judged.
UNJUDGED = {"support": "unchecked", "reason": "", "rule_version": "", "verdict_sha256": None, "verdict_check_id": None}


def _rewrite(session: Session, row: AnyRow, cited: CitationDraft, *, renumbered: bool) -> bool:
    """Bring a citation to how it is written now; says whether its source has something new to answer."""
    if row.removed_at is not None and row.removed_by != READER:
        return False
    values = {name: value for name, value in _written(cited).items() if name != "added_by"}
    revived = row.removed_at is not None
    values |= {"removed_at": None, "removed_by": ""} if revived else {}
    values |= UNJUDGED if renumbered else {}
    session.connection().execute(update(CITATION).where(CITATION.c.id == row.id).values(values))
    return renumbered or revived


def _drop(session: Session, rows: Sequence[AnyRow], now: datetime, *, renumbered: bool) -> list[int]:
    """Remove citations that the text no longer has; what a person added stays, to be judged anew where a number changed."""
    connection = session.connection()
    present = [row for row in rows if row.removed_at is None]
    gone = [row.id for row in present if row.added_by == READER]
    connection.execute(update(CITATION).where(CITATION.c.id.in_(gone)).values(removed_at=now, removed_by=READER))
    stays = [row for row in present if row.added_by != READER]
    if not renumbered:
        return []
    connection.execute(update(CITATION).where(CITATION.c.id.in_([row.id for row in stays])).values(UNJUDGED))
    return [row.source_id for row in stays]


def remove_claims(session: Session, claim_ids: Sequence[int], now: datetime) -> None:
    """Remove claims and their citations from the present; their history stays."""
    for chunk in chunked(claim_ids, CHUNK):
        gone = update(CLAIM).where(CLAIM.c.id.in_(chunk), CLAIM.c.removed_at.is_(None))
        session.connection().execute(gone.values(removed_at=now, changed_at=now))
        lost = update(CITATION).where(CITATION.c.claim_id.in_(chunk), CITATION.c.removed_at.is_(None))
        session.connection().execute(lost.values(removed_at=now, removed_by=READER))
