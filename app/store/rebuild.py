"""Making the folds anew from what is append-only: checks, verdicts, reviews. It changes nothing unless something was wrong.

It goes through sources and claims in small transactions, so that the service goes on meanwhile; each takes the rows that a worker
would take, in the same order.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Engine, Table, bindparam, func, select, update
from sqlmodel import Session, SQLModel

from app.store.columns import AnyRow
from app.store.engine import begin, read
from app.store.folds import Rules, fold, fold_articles, hold_articles
from app.store.schedule import hold_hosts, settle

_TABLES = SQLModel.metadata.tables
SOURCE, HOST, CHECK, CITATION, CLAIM = (_TABLES[name] for name in ("source", "host", "visit_check", "citation", "claim"))
VERDICT, REVIEW, QUANTITY, RUN, ITEM = (_TABLES[name] for name in ("verdict", "review", "quantity", "run", "runitem"))
_STEP = 200


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """What the checks of a source come to, as `finished.SourceUpdate` says it."""

    link_state: str
    outcome: str
    flapping: bool
    fold: Mapping[str, Any]
    replacement_url: str


class Replay(Protocol):
    """The decisions of the main job, made again from history; pure."""

    def link(self, checks: Sequence[Mapping[str, Any]]) -> LinkFacts:
        """Fold the checks of one source (rows of `Check`, at least one, oldest first)."""
        ...

    def support(self, verdicts: Sequence[tuple[str, str]]) -> tuple[str, str]:
        """Fold one citation's verdicts (label, reason), in the order of its numbers, to support and reason."""
        ...


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many rows were looked at, and how many were not as their history says and are now."""

    sources: int
    claims: int
    runs: int
    mended: tuple[str, ...]


def rebuild(engine: Engine, rules: Rules, replay: Replay, now: datetime) -> Rebuilt:
    """Make every fold anew; `mended` names what was wrong."""
    mended: list[str] = []
    sources = claims = runs = 0
    for ids in _steps(engine, SOURCE):
        with begin(engine) as session:
            mended += _sources(session, replay, ids, now)
            sources += len(ids)
    for ids in _steps(engine, CLAIM):
        with begin(engine) as session:
            mended += _claims(session, rules, replay, ids, now)
            claims += len(ids)
    for ids in _steps(engine, RUN):
        with begin(engine) as session:
            mended += _runs(session, ids)
            runs += len(ids)
    return Rebuilt(sources, claims, runs, tuple(mended))


def _steps(engine: Engine, table: Table) -> Iterator[list[int]]:
    last = 0
    while True:
        with read(engine) as session:
            query = select(table.c.id).where(table.c.id > last).order_by(table.c.id).limit(_STEP)
            ids = list(session.connection().execute(query).scalars())
        if not ids:
            return
        yield ids
        last = ids[-1]


_LINK = ("link_state", "outcome", "flapping", "fold", "replacement_url", "last_check_id", "last_checked_at")


def _sources(session: Session, replay: Replay, ids: Sequence[int], now: datetime) -> list[str]:
    hosts = set(session.connection().execute(select(SOURCE.c.host_id).where(SOURCE.c.id.in_(ids))).scalars())
    hold_hosts(session, hosts)
    mended = []
    stored = session.connection().execute(select(SOURCE).where(SOURCE.c.id.in_(ids), SOURCE.c.trimmed.is_(False))).all()
    history = _history(session, [row.id for row in stored])
    for source in stored:
        new = _link(replay, history[source.id]) if history[source.id] else {}
        wrong = {name: value for name, value in new.items() if getattr(source, name) != value}
        if wrong:
            session.connection().execute(update(SOURCE).where(SOURCE.c.id == source.id).values(wrong))
            mended.append(f"source {source.id}: {', '.join(sorted(wrong))}")
    mended += _hosts(session, hosts, now)
    return mended


def _history(session: Session, source_ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    query = select(CHECK).where(CHECK.c.source_id.in_(source_ids)).order_by(CHECK.c.source_id, CHECK.c.id)
    for row in session.connection().execute(query).mappings():
        found[row["source_id"]].append(dict(row))
    return found


def _link(replay: Replay, checks: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    facts = replay.link(checks)
    return {
        "link_state": facts.link_state,
        "outcome": facts.outcome,
        "flapping": facts.flapping,
        "fold": dict(facts.fold),
        "replacement_url": facts.replacement_url,
        "last_check_id": checks[-1]["id"],
        "last_checked_at": checks[-1]["at"],
    }


def _hosts(session: Session, host_ids: set[int], now: datetime) -> list[str]:
    names = ("id", "due_at", "priority", "ready_at")
    query = select(*(HOST.c[name] for name in names)).where(HOST.c.id.in_(host_ids)).order_by(HOST.c.id)
    before = session.connection().execute(query).all()
    settle(session, host_ids, now)
    after = session.connection().execute(query).all()
    return [f"host {old.id}: clock" for old, new in zip(before, after, strict=True) if tuple(old) != tuple(new)]


def _claims(session: Session, rules: Rules, replay: Replay, ids: Sequence[int], now: datetime) -> list[str]:
    articles = hold_articles(session, ids)
    mended = _citations(session, replay, ids)
    folded = fold(session, rules, ids, now)
    changed = fold_articles(session, rules, articles, now) + folded.articles
    if folded.citations or folded.claims or changed:
        mended.append(f"claims {ids[0]} to {ids[-1]}: {folded.citations} citations, {folded.claims} claims, {changed} articles")
    return mended


def _citations(session: Session, replay: Replay, claim_ids: Sequence[int]) -> list[str]:
    query = select(CITATION).where(CITATION.c.claim_id.in_(claim_ids), CITATION.c.removed_at.is_(None)).order_by(CITATION.c.id)
    citations = session.connection().execute(query).all()
    numbers = _numbers(session, claim_ids)
    verdicts = _last_verdicts(session, [row.id for row in citations])
    reviews = _last_reviews(session, [row.id for row in citations])
    mended = []
    for citation in citations:
        new = _support(replay, verdicts.get(citation.id, []), numbers[citation.claim_id]) | _review(reviews.get(citation.id))
        wrong = {name: value for name, value in new.items() if getattr(citation, name) != value}
        if wrong:
            session.connection().execute(update(CITATION).where(CITATION.c.id == citation.id).values(wrong))
            mended.append(f"citation {citation.id}: {', '.join(sorted(wrong))}")
    return mended


def _numbers(session: Session, claim_ids: Sequence[int]) -> dict[int, list[int]]:
    """Return which numbers of each claim are judged: dates only where the claim has nothing else."""
    found: dict[int, list[AnyRow]] = defaultdict(list)
    columns = [QUANTITY.c.claim_id, QUANTITY.c.id, QUANTITY.c.kind]
    query = select(*columns).where(QUANTITY.c.claim_id.in_(claim_ids), QUANTITY.c.removed_at.is_(None))
    for row in session.connection().execute(query.order_by(QUANTITY.c.position, QUANTITY.c.id)):
        found[row.claim_id].append(row)
    return defaultdict(list, {claim_id: _judged(rows) for claim_id, rows in found.items()})


def _judged(rows: Sequence[AnyRow]) -> list[int]:
    return [row.id for row in rows if row.kind != "date"] or [row.id for row in rows]


def _last_verdicts(session: Session, citation_ids: Sequence[int]) -> dict[int, list[AnyRow]]:
    """Read the verdicts of the last check each citation was judged on, and of the last rules where one check was judged twice."""
    last = select(VERDICT.c.citation_id, func.max(VERDICT.c.id).label("id")).where(VERDICT.c.citation_id.in_(citation_ids))
    last_of = last.group_by(VERDICT.c.citation_id).subquery()
    newest = VERDICT.alias("newest")
    query = (
        select(VERDICT)
        .join(last_of, last_of.c.citation_id == VERDICT.c.citation_id)
        .join(newest, newest.c.id == last_of.c.id)
        .where(VERDICT.c.check_id == newest.c.check_id, VERDICT.c.rule_version == newest.c.rule_version)
        .order_by(VERDICT.c.id)
    )
    found: dict[int, list[AnyRow]] = defaultdict(list)
    for row in session.connection().execute(query):
        found[row.citation_id].append(row)
    return found


def _support(replay: Replay, verdicts: Sequence[AnyRow], numbers: Sequence[int]) -> dict[str, Any]:
    """Fold verdicts on today's numbers; those on numbers that a revision took away say nothing of today."""
    by_number = {row.quantity_id: row for row in verdicts}
    if not by_number or not set(by_number) >= set(numbers):
        return {"support": "unchecked", "reason": "", "rule_version": "", "verdict_sha256": None, "verdict_check_id": None}
    support, reason = replay.support([(by_number[number].label, by_number[number].reason) for number in numbers])
    last = verdicts[-1]
    return {
        "support": support,
        "reason": reason,
        "rule_version": last.rule_version,
        "verdict_sha256": last.sha256 or None,
        "verdict_check_id": last.check_id,
    }


def _last_reviews(session: Session, citation_ids: Sequence[int]) -> dict[int, AnyRow]:
    last = select(func.max(REVIEW.c.id)).where(REVIEW.c.citation_id.in_(citation_ids)).group_by(REVIEW.c.citation_id)
    return {row.citation_id: row for row in session.connection().execute(select(REVIEW).where(REVIEW.c.id.in_(last)))}


def _review(review: AnyRow | None) -> dict[str, Any]:
    if review is None:
        return {"review": "none", "review_id": None}
    return {"review": "none" if review.ended_at else review.decision, "review_id": review.id}


_DONE = update(RUN).where(RUN.c.id == bindparam("run")).values(done=bindparam("counted"))


def _runs(session: Session, ids: Sequence[int]) -> list[str]:
    counted = (
        select(func.count())
        .where(ITEM.c.run_id == RUN.c.id, ITEM.c.check_id.is_not(None) | ITEM.c.given_up)
        .correlate(RUN)
        .scalar_subquery()
    )
    query = select(RUN.c.id, RUN.c.done, counted.label("counted")).where(RUN.c.id.in_(ids)).with_for_update()
    wrong = [row for row in session.connection().execute(query) if row.done != row.counted]
    if wrong:
        session.connection().execute(_DONE, [{"run": row.id, "counted": row.counted} for row in wrong])
    return [f"run {row.id}: progress" for row in wrong]
