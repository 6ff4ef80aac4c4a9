"""Evidence that is stored can be judged again, without a visit, and never against newer evidence."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from app import store
from app.errors import NotFound
from app.store.finished import CitationVerdict, SnapshotRow, VerdictRow
from app.store.rejudging import JudgedEvidence, of_check, outdated
from app.store.tables import Article
from app.store.verdicts import record_again
from tests.store.press import NOW, RULES, SHA, check_all, claim, lend, publish

TABLES = SQLModel.metadata.tables


def _checked(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1", numbers=["12 towns", "13 towns"]), claim("B.", "a.org/1", "b.org/1", position=1))
    with store.begin(engine) as session:
        check_all(session, lend(session), support="not_found")


def _again(evidence: JudgedEvidence, support: str = "supported", reason: str = "exact") -> list[tuple[CitationVerdict, int]]:
    return [
        (
            CitationVerdict(
                item.citation_id, support, reason, "v2", evidence.sha256,
                tuple(VerdictRow(number.id, support, reason) for number in item.quantities),
            ),
            evidence.check_id,
        )
        for item in evidence.citations
    ]  # fmt: skip


def test_what_other_rules_judged_is_found_and_judged_again(engine: store.Engine) -> None:
    _checked(engine)
    with store.begin(engine) as session:
        assert outdated(session, "v1") == []
        first, second = outdated(session, "v2")
        assert [len(first.citations), len(second.citations)] == [2, 1]
        assert (first.sha256, first.media_type) == (SHA, "text/html")
        assert [item.source_id for item in outdated(session, "v2", after_source_id=first.source_id)] == [second.source_id]
        assert len(outdated(session, "v2", limit=1)) == 1
        assert record_again(session, [*_again(first), *_again(second)], RULES, NOW) == 3
    with store.begin(engine) as session:
        assert outdated(session, "v2") == []
        article = session.get(Article, 1)
        assert article is not None
        assert article.status == "verified"


def test_newer_evidence_is_not_judged_by_older(engine: store.Engine) -> None:
    _checked(engine)
    with store.read(engine) as session:
        old = outdated(session, "v2")
    later = NOW + timedelta(days=30)
    with store.begin(engine) as session:
        check_all(session, lend(session, now=later), now=later, support="contradicted")
        assert sum(record_again(session, _again(evidence), RULES, later) for evidence in old) == 0
        supports = session.connection().execute(select(TABLES["citation"].c.support)).scalars()
        assert set(supports) == {"contradicted"}


def test_a_memento_speaks_for_a_dead_source(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"))
    with store.begin(engine) as session:
        check_all(session, lend(session), outcome="gone", link="dead", support="unreadable")
        (evidence,) = outdated(session, "v2")
        (verdict, check_id) = _again(evidence, reason="memento")[0]
        kept = replace(verdict, sha256="b" * 64)
        assert record_again(session, [(kept, check_id)], RULES, NOW, [SnapshotRow("b" * 64, "text/html", "utf-8", 9)]) == 1
        article = session.get(Article, 1, populate_existing=True)
        assert article is not None
        assert article.status == "archived"
        assert set(session.connection().execute(select(TABLES["snapshot"].c.sha256)).scalars()) == {SHA, "b" * 64}


def test_how_a_check_was_judged_can_be_read(engine: store.Engine) -> None:
    _checked(engine)
    with store.read(engine) as session:
        judged = of_check(session, outdated(session, "v2")[0].check_id)
        assert judged.check["outcome"] == "ok"
        assert [len(item.quantities) for item in judged.evidence.citations] == [2, 1]
        assert {number.label for item in judged.evidence.citations for number in item.quantities} == {"not_found"}
        assert len(judged.verdicts) == 3
        with pytest.raises(NotFound, match="retention"):
            of_check(session, 999)
