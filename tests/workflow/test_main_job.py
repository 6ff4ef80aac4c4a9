"""The main job on real databases: an article goes in, sources are visited, numbers are judged, status comes out."""

from datetime import timedelta

import pytest

from app.errors import InvalidInput, NotFound, Stale, TooLarge
from app.sources import Outcome
from app.workflow import intake
from app.workflow.rebuild import rebuild
from app.workflow.requests import Submission
from tests.workflow.conftest import ARTICLE, Room

STATS, LIBRARY = "https://stats.example/alder", "https://library.example/figures"


async def test_numbers_are_judged_on_what_their_sources_say(room: Room) -> None:
    article = room.submit().article_id
    assert room.report(article).status == "pending"
    await room.work()
    rows = room.rows(article)
    assert (rows[STATS].label, rows[STATS].link_state, rows[STATS].status) == ("supported", "ok", "verified")
    assert (rows[LIBRARY].label, rows[LIBRARY].source_value, rows[LIBRARY].status) == ("contradicted", "52000", "attention")
    assert "52,000 books" in (rows[LIBRARY].passage or {})["exact"]
    assert room.report(article).status == "attention"


async def test_a_source_cited_twice_is_visited_once(room: Room) -> None:
    room.submit(
        "Alder grew by 13.3 percent [1]. In ten years it gained 13.3 percent [2].\n\n[1] https://stats.example/alder\n[2] https://stats.example/alder\n"
    )
    await room.work()
    assert room.web.visited == [STATS]


async def test_unchanged_bytes_keep_their_verdicts(room: Room) -> None:
    article = room.submit().article_id
    await room.work()
    before = room.rows(article)[LIBRARY].trace
    await room.recheck(article)
    assert room.web.visited.count(LIBRARY) == 2
    assert room.rows(article)[LIBRARY].trace == before


async def test_a_source_that_changes_its_number_is_noticed(room: Room) -> None:
    article = room.submit().article_id
    await room.work()
    room.web.pages[LIBRARY] = "The library of Alder lends 48,000 books a year."
    await room.recheck(article)
    assert room.rows(article)[LIBRARY].label == "supported"
    assert room.report(article).status == "verified"


async def test_support_outlives_one_failure_of_the_source(room: Room) -> None:
    article = room.submit().article_id
    await room.work()
    del room.web.pages[STATS]
    await room.recheck(article)
    row = room.rows(article)[STATS]
    assert (row.link_state, row.outcome, row.label) == ("suspect", Outcome.NOT_FOUND, "supported")


async def test_a_source_never_read_is_unreadable_not_dead(room: Room) -> None:
    room.web.pages.clear()
    article = room.submit().article_id
    await room.work()
    row = room.rows(article)[STATS]
    assert (row.label, row.reason, row.link_state) == ("unreadable", "source_unreachable", "suspect")


async def test_kept_claims_keep_their_ids_and_verdicts(room: Room) -> None:
    article = room.submit().article_id
    await room.work()
    before = room.rows(article)
    revised = room.submit("A new opening paragraph without figures.\n\n" + ARTICLE.replace("48,000 books", "52,000 books"))
    assert (revised.created, revised.kept, revised.added, revised.removed) == (False, 2, 0, 0)
    after = room.rows(article)
    assert after[STATS].claim_id == before[STATS].claim_id
    assert after[STATS].label == "supported"
    assert after[LIBRARY].label == "unchecked"
    await room.work()
    assert room.rows(article)[LIBRARY].label == "supported"


def test_the_same_text_again_changes_nothing(room: Room) -> None:
    first = room.submit()
    again = room.submit()
    assert (again.article_id, again.revision, again.changed, again.kept) == (first.article_id, 1, False, 2)


def test_a_caller_with_an_old_version_is_told(room: Room) -> None:
    first = room.submit()
    with pytest.raises(Stale):
        intake.replace(room.desk, first.article_id, Submission(body=ARTICLE + "More.", expected_version=first.version + 5), by="test")


@pytest.mark.parametrize("body", ["", "   \n", "text\x00more"])
def test_what_is_no_article_is_refused(room: Room, body: str) -> None:
    with pytest.raises(InvalidInput):
        room.submit(body)


def test_an_article_over_the_limit_is_refused_whole(room: Room) -> None:
    with pytest.raises(TooLarge):
        room.submit("x" * (room.desk.limits.article_max_bytes + 1))
    with pytest.raises(NotFound):
        room.report(1)


async def test_a_deleted_article_is_gone_and_its_sources_rest(room: Room) -> None:
    article = room.submit().article_id
    intake.delete(room.desk, article, by="test")
    with pytest.raises(NotFound):
        room.report(article)
    await room.work()
    assert room.web.visited == []


async def test_rebuilding_the_folds_changes_nothing(room: Room) -> None:
    article = room.submit().article_id
    await room.work()
    del room.web.pages[STATS]
    room.clock.ahead = timedelta(days=4)
    await room.recheck(article)
    room.web.pages[LIBRARY] = "The library of Alder lends 48,000 books a year."
    await room.recheck(article)
    assert rebuild(room.desk).mended == ()


SHARED_OUT = (
    "The town of Alder grew by 13.3 percent in ten years [1], and its library lends {lent} books a year [2].\n\n"
    f"[1] {STATS}\n[2] {LIBRARY}\n"
)


async def test_numbers_that_two_sources_share_out_between_them_stand_together(room: Room) -> None:
    article = room.submit(SHARED_OUT.format(lent="52,000")).article_id
    await room.work()
    told = {(row.url, row.surface.split()[0]): row.label for row in room.report(article).rows}
    assert told[STATS, "13.3"] == told[LIBRARY, "52,000"] == "supported"
    assert told[STATS, "52,000"] == told[LIBRARY, "13.3"] == "not_found"
    assert {row.stands_on for row in room.report(article).rows if row.label == "not_found"} == {"1", "2"}
    assert {row.status for row in room.report(article).rows} == {"verified"}


async def test_a_number_that_one_of_two_sources_denies_stands_on_neither(room: Room) -> None:
    article = room.submit(SHARED_OUT.format(lent="48,000")).article_id
    await room.work()
    assert {row.status for row in room.report(article).rows} == {"attention"}
    assert not any(row.stands_on for row in room.report(article).rows if row.surface.startswith("48,000"))


async def test_a_number_that_no_source_holds_is_not_covered_by_the_other_numbers(room: Room) -> None:
    article = room.submit(SHARED_OUT.format(lent="52,000")).article_id
    room.web.pages[LIBRARY] = "The library of Alder is open on Sundays."
    await room.work()
    assert {row.status for row in room.report(article).rows} == {"attention"}


async def test_rebuilding_shared_out_numbers_changes_nothing(room: Room) -> None:
    room.submit(SHARED_OUT.format(lent="52,000"))
    await room.work()
    assert rebuild(room.desk).mended == ()
