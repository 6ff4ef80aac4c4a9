"""Claims as files: out, and back in."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from app.workflow.exports.sheet import safe
from tests.api.conftest import Service


@pytest.fixture
async def checked(either: Service) -> Service:
    await either.hand_in(title="=HYPERLINK(1)", url="https://press.example/alder")
    await either.work()
    return either


async def export(service: Service, kind: str, **narrow: str) -> bytes:
    answer = await service.client.get(f"/v1/exports/{kind}", params=narrow)
    assert answer.status_code == 200, answer.text
    assert "attachment" in answer.headers["content-disposition"]
    return answer.content


def sheet(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


async def test_a_spreadsheet_has_a_row_for_every_number_and_source(checked: Service) -> None:
    rows = sheet(await export(checked, "csv"))
    found = {(row["number"], row["url"], row["support"], row["source_value"]) for row in rows}
    assert found == {
        ("13.3 percent", "https://stats.example/alder", "supported", "13.3"),
        ("ten years", "https://stats.example/alder", "supported", "10"),
        ("48,000 books a year", "https://library.example/figures", "contradicted", "52000"),
    }
    assert {row["title"] for row in rows} == {"'=HYPERLINK(1)"}


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        ("|cmd", "'|cmd"),
        ("-12.5", "-12.5"),
        ("+3", "+3"),
        ("growth = 3", "growth = 3"),
        (None, ""),
    ],
)
def test_no_cell_starts_a_formula(cell: str | None, written: str) -> None:
    assert safe(cell) == written


async def test_lines_hold_everything_known_of_a_claim(checked: Service) -> None:
    lines = [json.loads(line) for line in (await export(checked, "jsonl")).splitlines()]
    by_support = {line["support"]: line for line in lines}
    assert by_support.keys() == {"supported", "contradicted"}
    (citation,) = by_support["contradicted"]["citations"]
    assert citation["verdicts"][0]["reason"] == "value_differs"
    assert citation["link"] == "ok"


async def test_a_filter_narrows_an_export(checked: Service) -> None:
    (row,) = sheet(await export(checked, "csv", support="contradicted"))
    assert row["number"] == "48,000 books a year"


async def test_claim_reviews_rate_only_what_is_decided(checked: Service) -> None:
    await checked.hand_in("Nobody knows 7,300 of them (https://nowhere.example/x).", title="Open")
    reviews = json.loads(await export(checked, "claimreview"))["@graph"]
    assert {review["reviewRating"]["ratingValue"] for review in reviews} == {1, 5}
    assert {review["itemReviewed"]["appearance"]["url"] for review in reviews} == {"https://press.example/alder"}


async def test_annotations_point_into_the_article(checked: Service) -> None:
    items = json.loads(await export(checked, "annotations"))["items"]
    assert {item["target"]["source"] for item in items} == {"https://press.example/alder"}
    quoted = {selector["exact"] for item in items for selector in item["target"]["selector"] if selector["type"] == "TextQuoteSelector"}
    assert any("13.3 percent" in quote for quote in quoted)


async def test_a_web_archive_holds_every_snapshot_once(checked: Service) -> None:
    await checked.hand_in("Alder grew by 13.3 percent in all (https://stats.example/alder).", title="Again")
    await checked.work()
    body = await export(checked, "warc")
    held = {record.rec_headers["WARC-Target-URI"]: payload for record, payload in _resources(body)}
    assert held.keys() == {"https://stats.example/alder", "https://library.example/figures"}
    assert b"13.3 percent" in held["https://stats.example/alder"]
    assert len(list(_resources(body))) == 2


def _resources(body: bytes) -> Iterator[tuple[Any, bytes]]:
    for record in ArchiveIterator(io.BytesIO(body)):
        if record.rec_type == "resource":
            yield record, record.content_stream().read()


@pytest.mark.parametrize(("kind", "media_type"), [("csv", "text/csv"), ("jsonl", "application/jsonl")])
async def test_what_was_exported_can_be_imported(checked: Service, kind: str, media_type: str) -> None:
    body = await export(checked, kind)
    answer = await checked.client.post("/v1/imports", content=body, headers={"Content-Type": media_type})
    made = answer.json()
    assert (made["accepted"], made["refused"], len(made["articles"])) == (2, 0, 1)
    again = await checked.client.post("/v1/imports", content=body, headers={"Content-Type": media_type})
    assert again.json()["articles"] == made["articles"]


@pytest.mark.parametrize(
    ("media_type", "body", "problem"),
    [
        ("text/csv", "a,b\n1,2\n", "One of them must be sentence or text"),
        ("text/csv", "sentence\nIt grew by 3 percent.\n", "One of them must be url"),
        ("text/csv", 'sentence,url\n"never closed', "This is no CSV"),
        ("text/csv", "sentence,url\nIt grew by 3 percent.,\n", "no address in this line"),
        ("text/csv", "sentence,url\n,https://a.example/\n", "no sentence in this line"),
        ("application/jsonl", "{", "This line is no JSON"),
        ("application/jsonl", "[1]", "This line is no object"),
        ("application/jsonl", '{"text": "No number here.", "url": "https://a.example/"}', "no number in it"),
        ("application/jsonl", '{"text": "It grew by 3 percent.", "url": "nonsense:"}', ""),
    ],
)
async def test_a_line_that_cannot_be_used_says_why(service: Service, media_type: str, body: str, problem: str) -> None:
    answer = await service.client.post("/v1/imports", content=body, headers={"Content-Type": media_type})
    made = answer.json()
    assert answer.status_code == 200
    assert (made["articles"], made["accepted"], made["refused"]) == ([], 0, 1)
    assert problem in made["items"][0]["problem"]


@pytest.mark.parametrize("headers", [{}, {"Content-Type": "text/csv"}])
async def test_an_empty_file_is_refused(service: Service, headers: dict[str, str]) -> None:
    answer = await service.client.post("/v1/imports", content=b"", headers=headers)
    assert (answer.status_code, answer.json()["errors"][0]["detail"]) == (422, "The file is empty.")


async def test_one_bad_line_does_not_stop_the_others(service: Service) -> None:
    body = "id,sentence,url\na,It grew by 3 percent.,https://a.example/\nb,,https://a.example/\nc,It fell by 4 percent.,https://b.example/ https://c.example/\n"
    made = (await service.client.post("/v1/imports", content=body, headers={"Content-Type": "text/csv"})).json()
    assert (made["accepted"], made["refused"]) == (2, 1)
    assert {item["id"]: item["problem"] is None for item in made["items"]} == {"a": True, "b": False, "c": True}


async def test_a_file_with_a_nul_character_is_refused(service: Service) -> None:
    body = b"sentence,url\nIt cost 3 billion.\x00,https://a.example/x\n"
    answer = await service.client.post("/v1/imports", content=body, headers={"Content-Type": "text/csv"})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "#/body")
    assert "NUL" in answer.json()["detail"]
