"""Bad input: each its own clear problem, and nothing stored by half."""

from typing import Any

import pytest

from tests.api.conftest import Service

JSON = {"Content-Type": "application/json"}


async def nothing_stored(service: Service) -> bool:
    return bool((await service.client.get("/v1/articles")).json()["items"] == [])


BODIES: dict[str, tuple[Any, int, str]] = {
    "not JSON": (b"{'body': 1}", 400, "bad_json"),
    "half of JSON": (b'{"body": "The town grew by 3 perc', 400, "bad_json"),
    "NaN": (b'{"body": NaN}', 400, "bad_json"),
    "half a surrogate pair": (b'{"body": "\\ud800 3 percent"}', 400, "bad_json"),
    "not UTF-8": (b'{"body": "\xff 3 percent"}', 400, "bad_json"),
    "a list": (b"[]", 422, "invalid"),
    "an empty object": (b"{}", 422, "invalid"),
    "an empty article": (b'{"body": ""}', 422, "invalid"),
    "an article of spaces": (b'{"body": " \\n\\t "}', 422, "invalid"),
    "an unknown field": (b'{"body": "3 percent", "colour": "red"}', 422, "invalid"),
    "an unknown format": (b'{"body": "3 percent", "format": "docx"}', 422, "invalid"),
    "a number for text": (b'{"body": 3}', 422, "invalid"),
    "a NUL character": (b'{"body": "3 \\u0000 percent"}', 422, "invalid"),
    "a NUL in a tag": (b'{"body": "3 percent", "tags": ["a\\u0000b"]}', 422, "invalid"),
    "text and an address": (b'{"body": "3 percent", "fetch_url": "https://example.org/"}', 422, "invalid"),
    "an address that is none": (b'{"fetch_url": "http://"}', 422, "invalid"),
    "an address of a file": (b'{"fetch_url": "file:///etc/passwd"}', 422, "invalid"),
    "an address that is not there": (b'{"fetch_url": "https://nowhere.example/"}', 409, "conflict"),
    "half an external id": (b'{"body": "3 percent", "external": {"system": "cms"}}', 422, "invalid"),
    "a date without a zone": (b'{"body": "3 percent", "published_at": "2026-01-01T00:00:00"}', 422, "invalid"),
    "a title beyond all measure": (b'{"body": "3 percent", "title": "' + b"x" * 1001 + b'"}', 422, "invalid"),
    "five megabytes": (b'{"body": "' + b"x" * 5_000_000 + b'"}', 413, "too_large"),
    "twenty megabytes": (b'{"body": "' + b"x" * 20_000_000 + b'"}', 413, "too_large"),
    "a thousand brackets": (b"[" * 1000 + b"]" * 1000, 422, "invalid"),
    "a million brackets": (b"[" * 1_000_000, 400, "bad_json"),
    "a number of 10,000 digits": (b'{"body": ' + b"9" * 10_000 + b"}", 400, "bad_json"),
}


@pytest.mark.parametrize("case", BODIES)
async def test_an_article_that_cannot_be_used(service: Service, case: str) -> None:
    body, status, slug = BODIES[case]
    answer = await service.client.post("/v1/articles", content=body, headers=JSON)
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (status, f"/v1/problems#{slug}"), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert len(problem["detail"]) > 20
    assert await nothing_stored(service)


async def test_field_errors_point_into_the_body(service: Service) -> None:
    answer = await service.client.post("/v1/articles", json={"body": "3 percent", "external": {"system": "", "id": 7}})
    assert {error["pointer"] for error in answer.json()["errors"]} == {"#/external/system", "#/external/id"}


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/octet-stream", "multipart/form-data", ""])
async def test_a_body_of_another_type_is_refused(service: Service, kind: str) -> None:
    answer = await service.client.post("/v1/articles", content=b"%PDF-1.7", headers={"Content-Type": kind})
    assert answer.status_code == 415
    assert "text/markdown" in answer.json()["detail"]


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xfe\xfd 3 percent", b"PK\x03\x04\x00\x00"])
async def test_binary_posted_as_text_is_refused(service: Service, body: bytes) -> None:
    answer = await service.client.post("/v1/articles", content=body, headers={"Content-Type": "text/plain"})
    assert answer.status_code == 422
    assert await nothing_stored(service)


async def test_text_in_a_charset_of_its_own_is_read(service: Service) -> None:
    body = "Die Stadt wuchs um 3,5 Prozent – größer als je zuvor.".encode("cp1252")
    said = {"title": "Stadt", "tags": ["a", "b"]}
    headers = {"Content-Type": "text/plain; charset=windows-1252"}
    answer = await service.client.post("/v1/articles", content=body, headers=headers, params=said)
    assert answer.status_code == 201
    assert (answer.json()["title"], answer.json()["tags"]) == ("Stadt", ["a", "b"])
    text = (await service.client.get(f"/v1/articles/{answer.json()['id']}/revisions/1")).json()["body"]
    assert "größer" in text


async def test_a_charset_there_is_none_of_is_refused(service: Service) -> None:
    answer = await service.client.post("/v1/articles", content=b"3 percent", headers={"Content-Type": "text/plain; charset=klingon"})
    assert answer.status_code == 422


UNKNOWN = [
    "/v1/articles/art_99", "/v1/articles/99", "/v1/articles/clm_1", "/v1/articles/art_0", "/v1/articles/art_-1",
    "/v1/articles/art_99999999999999999999", "/v1/articles/art_١", "/v1/claims/clm_99", "/v1/citations/cit_99", "/v1/sources/src_99",
    "/v1/checks/chk_99", "/v1/check-runs/run_99", "/v1/reviews/rvw_99", "/v1/events/evt_99", "/v1/webhooks/whk_99", "/v1/keys/key_99",
    "/v1/snapshots/" + "0" * 64, "/v1/gate-policies/none", "/v1/articles/by-external/cms/99", "/v1/articles/art_99/claims",
    "/v1/articles/art_99/revisions/1", "/v1/sources/src_99/checks", "/v1/citations/cit_99/reviews", "/v1/nothing", "/nothing",
]  # fmt: skip


@pytest.mark.parametrize("path", UNKNOWN)
async def test_what_is_not_there_is_404(service: Service, path: str) -> None:
    answer = await service.client.get(path)
    assert answer.status_code == 404
    assert answer.json()["type"] == "/v1/problems#not_found"


PARAMETERS = [
    "/v1/articles?limit=0", "/v1/articles?limit=201", "/v1/articles?limit=ten", "/v1/articles?cursor=nonsense", "/v1/articles?cursor=c",
    "/v1/articles?cursor=c-1", "/v1/articles?cursor=%FF", "/v1/articles?cursor=c1e300", "/v1/articles?cursor=c9999999999999999999",
    "/v1/articles?status=fine", "/v1/articles?sort=title", "/v1/articles?q=%00", "/v1/claims?link=broken", "/v1/claims?support=yes",
    "/v1/claims?article=12", "/v1/claims?changed_since=yesterday", "/v1/claims?changed_since=2026-01-01T00:00:00", "/v1/claims?expand=all",
    "/v1/claims?source=art_1", "/v1/events?types=article.born", "/v1/events?after=12", "/v1/sources?quarantined=maybe",
    "/v1/articles?limit=99999999999999999999999",
]  # fmt: skip


@pytest.mark.parametrize("path", PARAMETERS)
async def test_a_parameter_that_cannot_be_used_is_422(service: Service, path: str) -> None:
    await service.hand_in()
    answer = await service.client.get(path)
    assert answer.status_code == 422, answer.text
    assert answer.json()["type"] == "/v1/problems#invalid"


async def test_an_unknown_field_is_named_with_those_there_are(service: Service) -> None:
    await service.hand_in()
    answer = await service.client.get("/v1/articles?fields=id,colour")
    assert answer.status_code == 422
    assert "colour" in answer.json()["detail"]
    assert "title" in answer.json()["detail"]


async def test_a_method_there_is_none_of_names_those_there_are(service: Service) -> None:
    answer = await service.client.request("PATCH", "/v1/articles/art_1")
    assert answer.status_code == 405
    assert {"GET", "PUT", "DELETE"} <= set(answer.headers["allow"].replace(" ", "").split(","))


async def test_a_bug_is_answered_without_its_insides(service: Service) -> None:
    service.app.state.counter = None
    answer = await service.client.get("/v1/stats")
    assert answer.status_code == 500
    assert answer.headers["stet-incident"] in answer.json()["detail"]
    assert "Traceback" not in answer.text
    assert "NoneType" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
