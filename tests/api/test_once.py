"""Idempotency-Key: a request that is sent again is done once and answered alike."""

import asyncio

from app.workflow import once
from tests.api.conftest import ARTICLE, Service

BODY = {"body": ARTICLE, "format": "text"}
TOKEN = {"Idempotency-Key": "b7c1"}


async def test_a_repeat_gets_the_first_answer_and_does_nothing(either: Service) -> None:
    first = await either.client.post("/v1/articles", json=BODY, headers=TOKEN)
    again = await either.client.post("/v1/articles", json=BODY, headers=TOKEN)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["idempotency-replayed"] == "true"
    assert again.headers["location"] == first.headers["location"]
    assert len((await either.client.get("/v1/articles")).json()["items"]) == 1


async def test_another_body_under_the_same_key_is_refused(service: Service) -> None:
    await service.client.post("/v1/articles", json=BODY, headers=TOKEN)
    other = await service.client.post("/v1/articles", json={**BODY, "title": "Another"}, headers=TOKEN)
    assert other.status_code == 422
    assert other.json()["errors"][0]["header"] == "Idempotency-Key"


async def test_a_repeat_while_the_first_is_under_way_is_409(service: Service) -> None:
    answers = await asyncio.gather(*(service.client.post("/v1/articles", json=BODY, headers=TOKEN) for _ in range(4)))
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len((await service.client.get("/v1/articles")).json()["items"]) == 1


async def test_a_refusal_is_replayed_too(service: Service) -> None:
    first = await service.client.post("/v1/articles", json={"body": ""}, headers=TOKEN)
    again = await service.client.post("/v1/articles", json={"body": ""}, headers=TOKEN)
    assert (first.status_code, again.status_code) == (422, 422)
    assert again.headers["idempotency-replayed"] == "true"
    assert again.headers["content-type"] == "application/problem+json"


async def test_another_key_of_the_service_has_tokens_of_its_own(service: Service) -> None:
    await service.client.post("/v1/articles", json=BODY, headers=TOKEN)
    other = await service.client.post("/v1/articles", json={**BODY, "title": "Mine"}, headers={**TOKEN, **service.key("write")})
    assert other.status_code == 201


async def test_a_failure_of_ours_gives_the_token_back(service: Service) -> None:
    body = {"fetch_url": "https://press.example/towns"}
    service.web.pages["https://press.example/towns"] = ARTICLE
    service.web.bug = True
    failed = await service.client.post("/v1/articles", json=body, headers=TOKEN)
    assert failed.status_code == 500
    service.web.bug = False
    assert (await service.client.post("/v1/articles", json=body, headers=TOKEN)).status_code == 201


async def test_a_token_must_be_fit_to_be_kept(service: Service) -> None:
    for token in ("", " ", "x" * 256):
        answer = await service.client.post("/v1/articles", json=BODY, headers={"Idempotency-Key": token})
        assert answer.status_code == 422, token


def test_a_fingerprint_is_no_part_of_what_is_shown() -> None:
    assert "abc" not in repr(once.Attempt(1, "t", "abc"))
