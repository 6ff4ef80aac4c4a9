"""From an article to its status and back: what the store does in the main job, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from app import store
from app.errors import Conflict, NotFound, Stale
from app.store import Session, citations, intake
from app.store.checks import record
from app.store.drafts import ArticleDraft
from app.store.finished import Batch
from app.store.tables import Article, Citation, Claim, Source
from tests.store.press import NOW, RULES, check_all, claim, lend, publish, text, visit

EVENT = SQLModel.metadata.tables["event"]
TABLES = SQLModel.metadata.tables


def _events(session: Session) -> list[str]:
    return list(session.connection().execute(select(EVENT.c.type).order_by(EVENT.c.id)).scalars())


def _all(session: Session, table: str, *columns: str) -> list[tuple[object, ...]]:
    chosen = [TABLES[table].c[name] for name in columns]
    return [tuple(row) for row in session.connection().execute(select(*chosen).order_by(TABLES[table].c.id))]


def test_a_source_cited_twice_is_one_source(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        saved = publish(session, claim("A.", "a.org/1", "b.org/1"), claim("B.", "a.org/1", position=1))
    with store.read(engine) as session:
        assert _all(session, "source", "url") == [("https://a.org/1",), ("https://b.org/1",)]
        assert len(_all(session, "citation", "id")) == 3
        assert len(saved.added) == 2


def test_the_article_is_verified_when_every_number_is_supported(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        saved = publish(session, claim("A.", "a.org/1"), claim("B.", "b.org/1", position=1))
    with store.begin(engine) as session:
        check_all(session, lend(session))
    with store.read(engine) as session:
        article = session.get(Article, saved.article.id)
        assert article is not None
        assert article.status == "verified"
        assert {row.status for row in session.execute(select(Claim)).scalars()} == {"verified"}
        assert _events(session) == [
            "article.created",
            "source.link_changed",
            "source.link_changed",
            "citation.support_changed",
            "citation.support_changed",
            "claim.status_changed",
            "claim.status_changed",
            "article.status_changed",
        ]


def test_nothing_is_due_after_a_check_until_its_time(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"))
    with store.begin(engine) as session:
        check_all(session, lend(session))
    with store.begin(engine) as session:
        assert lend(session) == []
        assert lend(session, now=NOW + timedelta(days=6)) == []
        assert [lease.host for lease in lend(session, now=NOW + timedelta(days=8))] == ["a.org"]


def test_a_revision_keeps_ids_history_and_reviews_of_what_stays(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        saved = publish(session, claim("A.", "a.org/1"), claim("B.", "b.org/1", position=1))
    with store.begin(engine) as session:
        check_all(session, lend(session))
    first, second = saved.added
    with store.begin(engine) as session:
        revised = intake.revise(
            session,
            RULES,
            saved.article.id,
            ArticleDraft(title="Towns, again"),
            text(claim("C.", "c.org/1", position=1), kept=[(first, claim("A.", "a.org/1", position=2))], removed=[second]),
            NOW,
        )
    with store.begin(engine) as session:
        kept = session.get(Claim, first)
        assert kept is not None
        assert (kept.status, kept.position, kept.last_revision) == ("verified", 2, 2)
        assert revised.article.status == "pending"
        assert revised.article.title == "Towns, again"
        assert [lease.host for lease in lend(session)] == ["c.org"]
        uncited = session.execute(select(Source).where(TABLES["source"].c.url == "https://b.org/1")).scalar_one()
        assert uncited.next_check_at is None


def test_a_changed_number_is_judged_anew(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        saved = publish(session, claim("12 towns.", "a.org/1"))
    with store.begin(engine) as session:
        check_all(session, lend(session))
    with store.begin(engine) as session:
        changed = claim("13 towns.", "a.org/1", numbers=["13 towns"])
        revised = intake.revise(session, RULES, saved.article.id, ArticleDraft(), text(kept=[(saved.added[0], changed)]), NOW)
        assert revised.article.status == "pending"
        assert [lease.host for lease in lend(session)] == ["a.org"]
        assert _all(session, "quantity", "surface", "removed_at")[1] == ("13 towns", None)
        assert len(_all(session, "verdict", "id")) == 1


def test_a_verdict_on_a_number_that_was_changed_meanwhile_is_history_only(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        saved = publish(session, claim("12 towns.", "a.org/1"))
    with store.begin(engine) as session:
        leased = lend(session)
    with store.read(engine) as session:
        finished = visit(session, leased[0].sources[0], leased[0].token)
    with store.begin(engine) as session:
        changed = claim("13 towns.", "a.org/1", numbers=["13 towns"])
        intake.revise(session, RULES, saved.article.id, ArticleDraft(), text(kept=[(saved.added[0], changed)]), NOW)
    with store.begin(engine) as session:
        assert record(session, Batch((finished,)), RULES, NOW).written
    with store.read(engine) as session:
        assert _all(session, "citation", "support") == [("unchecked",)]
        source = session.execute(select(Source)).scalar_one()
        assert source.next_check_at == NOW


def test_a_deleted_article_rests_its_sources_but_not_those_of_others(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        gone = publish(session, claim("A.", "a.org/1"), claim("B.", "b.org/1", position=1), external_id="7")
        publish(session, claim("A too.", "a.org/1"))
        intake.delete(session, gone.article.id, NOW)
    with store.begin(engine) as session:
        assert [lease.host for lease in lend(session)] == ["a.org"]
        with pytest.raises(NotFound):
            intake.held(session, gone.article.id)
        publish(session, claim("A, once more.", "a.org/1"), external_id="7")


def test_an_external_id_is_taken_once(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"), external_id="7")
    with pytest.raises(Conflict, match="Nothing was changed"), store.begin(engine) as session:
        publish(session, claim("B.", "b.org/1"), external_id="7")
    with store.read(engine) as session:
        assert len(_all(session, "article", "id")) == 1


def test_a_revision_of_an_outdated_version_is_refused_whole(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        saved = publish(session, claim("A.", "a.org/1"))
    with pytest.raises(Stale, match="version"), store.begin(engine) as session:
        intake.revise(session, RULES, saved.article.id, ArticleDraft(), text(claim("B.", "b.org/1")), NOW, expected_version=99)
    with store.read(engine) as session:
        assert len(_all(session, "revision", "id")) == 1
        assert len(_all(session, "source", "id")) == 1


def test_a_citation_a_person_removed_stays_removed(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        saved = publish(session, claim("A.", "a.org/1", "b.org/1"))
        first = session.execute(select(Citation).order_by(TABLES["citation"].c.id)).scalars().first()
        assert first is not None
        citations.remove(session, RULES, first.id, "key:desk", NOW)
    with store.begin(engine) as session:
        same = claim("A.", "a.org/1", "b.org/1")
        intake.revise(session, RULES, saved.article.id, ArticleDraft(), text(kept=[(saved.added[0], same)]), NOW)
        assert [removed_by for (removed_by,) in _all(session, "citation", "removed_by")] == ["key:desk", ""]
        assert [lease.host for lease in lend(session)] == ["b.org"]


def test_text_that_no_database_can_hold_is_mended_not_lost(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        publish(session, claim("Nul \x00 and half \ud83d pairs.", "a.org/1"))
    with store.read(engine) as session:
        assert _all(session, "claim", "sentence") == [("Nul � and half � pairs.",)]
