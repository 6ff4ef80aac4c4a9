"""Writers of every kind side by side: they wait for each other in one order, so none of them is ever turned away."""

import random
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select
from sqlmodel import SQLModel

from app import store
from app.errors import NotFound
from app.store import citations, intake, reviews, runs
from app.store.checks import record
from app.store.drafts import ArticleDraft
from app.store.finished import Batch
from app.store.leases import HostEnd
from app.store.rebuild import rebuild
from app.store.reviews import Decision
from tests.store.press import NOW, RULES, claim, key, lend, publish, text, visit
from tests.store.test_rebuild import PlainReplay

TABLES = SQLModel.metadata.tables
THREADS, TURNS = 6, 12


def _names(chance: random.Random, count: int) -> list[str]:
    return [f"h{chance.randrange(5)}.org/{chance.randrange(3)}" for _ in range(count)]


def _one(session: store.Session, table: str, chance: random.Random) -> int:
    present = TABLES[table].c.removed_at if "removed_at" in TABLES[table].c else TABLES[table].c.deleted_at
    ids = list(session.connection().execute(select(TABLES[table].c.id).where(present.is_(None))).scalars())
    if not ids:
        raise NotFound("none is left")
    return int(chance.choice(ids))


def _publish(session: store.Session, chance: random.Random) -> None:
    publish(session, claim("A.", *_names(chance, 3)), claim("B.", *_names(chance, 2), position=1))


def _revise(session: store.Session, chance: random.Random) -> None:
    article = _one(session, "article", chance)
    of = TABLES["claim"].c
    old = list(session.connection().execute(select(of.id).where(of.article_id == article, of.removed_at.is_(None))).scalars())
    kept = [(old[0], claim("A, again.", *_names(chance, 2), numbers=[f"{chance.randrange(9)} towns"]))] if old else []
    intake.revise(session, RULES, article, ArticleDraft(), text(claim("C.", *_names(chance, 2)), kept=kept, removed=old[1:]), NOW)


def _delete(session: store.Session, chance: random.Random) -> None:
    intake.delete(session, _one(session, "article", chance), NOW)


def _check(session: store.Session, chance: random.Random) -> None:
    leased = lend(session, f"w{chance.random()}", hosts=2)
    link = chance.choice(("ok", "dead"))
    visits = tuple(
        visit(session, due, lease.token, outcome="ok" if link == "ok" else "gone", link=link) for lease in leased for due in lease.sources
    )
    record(session, Batch(visits, tuple(HostEnd(lease.host_id, lease.token) for lease in leased)), RULES, NOW)


def _review(session: store.Session, chance: random.Random) -> None:
    reviews.record(session, RULES, _one(session, "citation", chance), Decision("confirmed", "key:desk"), NOW)


def _cite(session: store.Session, chance: random.Random) -> None:
    name = _names(chance, 1)[0]
    citations.add(session, RULES, _one(session, "claim", chance), citations.Cited(key(name), f"https://{name}", "key:desk"), NOW)


def _uncite(session: store.Session, chance: random.Random) -> None:
    citations.remove(session, RULES, _one(session, "citation", chance), "key:desk", NOW)


def _ask(session: store.Session, chance: random.Random) -> None:
    ids = list(session.connection().execute(select(TABLES["source"].c.id)).scalars())
    runs.start(session, runs.Ask("key:desk"), chance.sample(ids, min(4, len(ids))), NOW)


ACTS = (_publish, _revise, _delete, _check, _check, _review, _cite, _uncite, _ask)


def test_no_writer_is_turned_away_and_all_folds_are_right(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        for seed in range(4):
            _publish(session, random.Random(seed))  # noqa: S311  a test's course of events

    def live(seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311  a test's course of events
        for _ in range(TURNS):
            act = chance.choice(ACTS)
            try:
                with store.begin(engine) as session:
                    act(session, chance)
            except NotFound:
                continue  # another writer took it away in between

    with ThreadPoolExecutor(THREADS) as pool:
        for living in [pool.submit(live, seed) for seed in range(THREADS)]:
            living.result(timeout=120)
    assert rebuild(engine, RULES, PlainReplay(), NOW).mended == ()
