"""The same snapshot under the same rules gives the same bytes; new rules reach stored snapshots without a visit."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update
from sqlmodel import col

from app.errors import Conflict, NotFound
from app.store.tables import Check, Citation, Verdict
from app.workflow.replay import rejudge, replay
from tests.workflow.conftest import Room

LIBRARY = "https://library.example/figures"


def checks(room: Room) -> list[int]:
    with room.desk.read() as session:
        return list(session.execute(select(col(Check.id)).order_by(col(Check.id))).scalars())


async def test_every_check_replays_to_the_same_bytes(room: Room) -> None:
    article = room.submit().article_id
    await room.work()
    room.web.pages[LIBRARY] = "The library of Alder now lends 61,000 books a year."
    await room.recheck(article)
    replayed = [one for check in checks(room) for one in replay(room.desk, check)]
    assert len(replayed) == 4
    assert [one for one in replayed if not one.same] == []


async def test_a_check_judged_by_other_rules_is_not_replayed_by_these(room: Room) -> None:
    room.submit()
    await room.work()
    with room.desk.begin() as session:
        session.execute(update(Verdict).values(rule_version="v0/old").where(col(Verdict.id) > 0))
    with pytest.raises(Conflict, match="v0/old"):
        replay(room.desk, checks(room)[0])


def test_there_is_no_replay_of_what_was_never_made(room: Room) -> None:
    with pytest.raises(NotFound):
        replay(room.desk, 99)


async def test_new_rules_judge_stored_snapshots_without_a_visit(room: Room) -> None:
    article = room.submit().article_id
    await room.work()
    visits = list(room.web.visited)
    with room.desk.begin() as session:
        old = {"rule_version": "v0/old", "support": "ambiguous", "status": "unverifiable"}
        session.execute(update(Citation).values(old).where(col(Citation.id) > 0))
    done = rejudge(room.desk)
    assert (done.citations, done.changes) == (2, {"ambiguous -> supported": 1, "ambiguous -> contradicted": 1})
    assert room.rows(article)[LIBRARY].label == "contradicted"
    assert room.web.visited == visits
    assert rejudge(room.desk).citations == 0


async def test_arithmetic_supports_only_where_it_is_let(room: Room) -> None:
    room.web.pages[LIBRARY] = "The library of Alder lends 30,000 books to adults a year and 18,000 books to children."
    article = room.submit().article_id
    await room.work()
    with_sums = room.rows(article)[LIBRARY]
    strict = replace(room.desk, sums=False)

    assert (with_sums.label, with_sums.reason) == ("supported", "derived")
    assert rejudge(strict).citations > 0
    assert room.rows(article)[LIBRARY].label != "supported"
    assert rejudge(strict).citations == 0
    with pytest.raises(Conflict, match="no-sums"):
        replay(strict, checks(room)[0])
