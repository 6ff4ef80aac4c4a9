"""Folds can be made anew from history, and nothing changes by it; old history can go without them changing."""

import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select, update
from sqlmodel import SQLModel

from app import store
from app.snapshots import Folder
from app.store import Session, citations, intake, leases, retention, reviews, runs
from app.store.checks import record
from app.store.drafts import ArticleDraft
from app.store.finished import Batch
from app.store.leases import HostEnd
from app.store.rebuild import LinkFacts, rebuild
from app.store.reviews import Decision
from tests.store.press import NOW, RULES, check_all, claim, key, lend, publish, text, visit

TABLES = SQLModel.metadata.tables
OUTCOMES = (("ok", "ok"), ("ok", "ok"), ("not_found", "suspect"), ("gone", "dead"), ("redirected", "moved"))
SUPPORTS = ("supported", "contradicted", "not_found")


class PlainReplay:
    """Makes the decisions of press.visit again."""

    def link(self, checks: Sequence[Mapping[str, Any]]) -> LinkFacts:
        states = dict(OUTCOMES)
        last = checks[-1]
        return LinkFacts(states[last["outcome"]], last["outcome"], flapping=False, fold={"n": 1}, replacement_url="")

    def support(self, verdicts: Sequence[tuple[str, str]]) -> tuple[str, str]:
        return verdicts[0]


def _dump(engine: store.Engine) -> dict[str, list[tuple[Any, ...]]]:
    with store.read(engine) as session:
        connection = session.connection()
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in SQLModel.metadata.sorted_tables
        }


def _live(engine: store.Engine, seed: int) -> datetime:
    """Let a press live for some weeks: publishing, visiting, reviewing, revising, removing, in an order of chance."""
    chance, now = random.Random(seed), NOW  # noqa: S311  a test's course of events
    for day in range(20):
        now += timedelta(days=1)
        with store.begin(engine) as session:
            _publish_something(session, chance, day, now)
            for leased in lend(session, hosts=4, now=now):
                outcome, state = chance.choice(OUTCOMES)
                support, snapshot = chance.choice(SUPPORTS), chance.choice("abc") * 64
                visits = tuple(
                    visit(session, due, leased.token, outcome=outcome, link=state, support=support, now=now, snapshot=snapshot)
                    for due in leased.sources
                )
                record(session, Batch(visits, (HostEnd(leased.host_id, leased.token),)), RULES, now)
            _decide_something(session, chance, now)
            reviews.expire_due(session, RULES, now)
    return now


def _publish_something(session: Session, chance: random.Random, day: int, now: datetime) -> None:
    names = [f"h{chance.randrange(6)}.org/{chance.randrange(3)}" for _ in range(3)]
    saved = publish(session, claim(f"{day}.", *names[:2]), claim(f"{day}, too.", names[2], position=1), now=now)
    if day % 3 == 0:
        first, second = saved.added
        other = claim(f"{day} changed.", names[0], numbers=["13 towns"])
        intake.revise(session, RULES, saved.article.id, ArticleDraft(), text(kept=[(first, other)], removed=[second]), now)
    if day % 7 == 6:
        intake.delete(session, saved.article.id, now)
    if day % 4 == 0:
        ids = list(session.connection().execute(select(TABLES["source"].c.id)).scalars())
        runs.start(session, runs.Ask("key:desk"), chance.sample(ids, min(3, len(ids))), now)


def _decide_something(session: Session, chance: random.Random, now: datetime) -> None:
    citation = TABLES["citation"]
    ids = list(session.connection().execute(select(citation.c.id).where(citation.c.removed_at.is_(None))).scalars())
    chosen = chance.choice(ids)
    match chance.randrange(4):
        case 0:
            expires_at = now + timedelta(days=chance.randrange(1, 9))
            reviews.record(session, RULES, chosen, Decision("confirmed", "key:desk", expires_at=expires_at), now)
        case 1:
            citations.remove(session, RULES, chosen, "key:desk", now)
        case 2:
            claim_id = session.connection().execute(select(citation.c.claim_id).where(citation.c.id == chosen)).scalar_one()
            citations.add(session, RULES, claim_id, citations.Cited(key("added.org/1"), "https://added.org/1", "key:desk"), now)
        case _:
            pass


def test_rebuilding_changes_nothing(engine: store.Engine) -> None:
    now = _live(engine, seed=7)
    before = _dump(engine)
    rebuilt = rebuild(engine, RULES, PlainReplay(), now)
    assert rebuilt.mended == ()
    assert rebuilt.sources > 10
    assert rebuilt.claims > 20
    assert _dump(engine) == before


def test_rebuilding_mends_what_is_wrong(engine: store.Engine) -> None:
    now = _live(engine, seed=8)
    before = _dump(engine)
    with store.begin(engine) as session:
        for table, values in (
            ("source", {"link_state": "blocked", "outcome": "forbidden"}),
            ("citation", {"support": "ambiguous"}),
            ("run", {"done": 99}),
            ("host", {"due_at": None, "ready_at": None}),
        ):
            session.connection().execute(update(TABLES[table]).values(values))
    assert rebuild(engine, RULES, PlainReplay(), now).mended
    after = _dump(engine)
    for table in ("run", "host", "claim", "visit_check", "verdict"):
        # Claims were never touched; their folds come out as they were.
        assert after[table] == before[table]


def _trim_all(engine: store.Engine, older_than: datetime) -> int:
    removed, after = 0, None
    while True:
        with store.begin(engine) as session:
            step = retention.trim_checks(session, older_than, after, limit=7)
        removed, after = removed + step.removed, step.after
        if after is None:
            return removed


def test_old_checks_go_and_what_stands_on_the_rest_stays(engine: store.Engine) -> None:
    now = _live(engine, seed=9)
    before = _dump(engine)
    removed = _trim_all(engine, now + timedelta(days=1))
    after = _dump(engine)
    assert removed > 0
    assert len(after["visit_check"]) == len(before["visit_check"]) - removed
    assert _trim_all(engine, now + timedelta(days=1)) == 0
    assert rebuild(engine, RULES, PlainReplay(), now).mended == ()
    for table in ("claim", "citation", "article", "event", "review"):
        assert after[table] == before[table]


def test_snapshots_that_nothing_leans_on_go_with_their_bytes(engine: store.Engine, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "snapshots")
    old, new = folder.put(b"old"), folder.put(b"new")
    with store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"))
    for snapshot, now in ((old, NOW), (new, NOW + timedelta(days=30))):
        with store.begin(engine) as session:
            check_all(session, lend(session, now=now), now=now, snapshot=snapshot)
    cutoff = NOW + timedelta(days=3650)
    with store.begin(engine) as session:
        gone = retention.forget_snapshots(session, cutoff)
    for sha256 in gone.sha256s:
        folder.delete(sha256, unless_put_since=cutoff)
    assert gone.sha256s == (old,)
    assert (folder.has(old), folder.has(new)) == (False, True)


def test_a_lease_that_never_ended_survives_a_rebuild(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"))
        (leased,) = lend(session)
    rebuild(engine, RULES, PlainReplay(), NOW)
    with store.begin(engine) as session:
        assert leases.heartbeat(session, {leased.host_id: leased.token}, 90, NOW) == set()
