"""Check-runs: asked for, waited for, called off."""

import asyncio

import pytest

from tests.api.conftest import Service


async def test_a_run_over_nothing_new_is_done_at_once(service: Service) -> None:
    made = await service.hand_in()
    await service.work()
    run = await service.client.post("/v1/check-runs", json={"articles": [made["id"]], "min_age": 3600})
    assert (run.status_code, run.json()["state"], run.json()["total"]) == (200, "done", 0)


async def test_waiting_answers_when_it_is_done(either: Service) -> None:
    made = await either.hand_in()

    async def ask() -> tuple[int, str, str]:
        answer = await either.client.post("/v1/check-runs", json={"articles": [made["id"]]}, headers={"Prefer": "wait=20"})
        return answer.status_code, answer.json()["state"], answer.headers["preference-applied"]

    asked = asyncio.create_task(ask())
    while not (await either.client.get("/v1/check-runs")).json()["items"]:
        pass
    await either.work()
    assert await asked == (200, "done", "wait=20")


async def test_waiting_ends_with_the_time_that_was_asked_for(service: Service) -> None:
    made = await service.hand_in()
    answer = await service.client.post("/v1/check-runs", json={"articles": [made["id"]]}, headers={"Prefer": "respond-async, wait=1"})
    assert (answer.status_code, answer.json()["state"]) == (202, "queued")


async def test_a_run_can_be_called_off_once(service: Service) -> None:
    made = await service.hand_in()
    run = (await service.client.post("/v1/check-runs", json={"articles": [made["id"]]})).json()
    cancelled = await service.client.post(f"/v1/check-runs/{run['id']}:cancel")
    assert cancelled.json()["state"] == "cancelled"
    assert (await service.client.post(f"/v1/check-runs/{run['id']}:cancel")).status_code == 409


async def test_anything_with_sources_can_be_checked(service: Service) -> None:
    made = await service.hand_in()
    claim = (await service.client.get("/v1/claims?expand=citations")).json()["items"][0]
    citation = claim["citations"][0]
    for body, total in (
        ({"claims": [claim["id"]]}, 1),
        ({"citations": [citation["id"]]}, 1),
        ({"sources": [citation["source"]]}, 1),
        ({"articles": [made["id"]], "claims": [claim["id"]]}, 2),
        ({"filter": {"status": ["pending"]}}, 2),
        ({"filter": {"host": "stats.example"}}, 1),
        ({"filter": {"link": ["dead"]}}, 0),
    ):
        run = await service.client.post("/v1/check-runs", json=body)
        assert run.json()["total"] == total, body


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"articles": []},
        {"articles": ["clm_1"]},
        {"articles": ["12"]},
        {"articles": [12]},
        {"articles": ["art_1"], "priority": 3},
        {"articles": ["art_1"], "min_age": -1},
        {"articles": ["art_1"], "min_age": 1.5},
        {"filter": {"colour": "red"}},
        {"filter": {"status": ["fine"]}},
        {"articles": ["art_1"] * 10_001},
    ],
)
async def test_what_names_nothing_to_check_is_refused(service: Service, body: dict[str, object]) -> None:
    assert (await service.client.post("/v1/check-runs", json=body)).status_code == 422


async def test_the_visits_of_a_run_can_be_listed(service: Service) -> None:
    made = await service.hand_in()
    run = (await service.client.post("/v1/check-runs", json={"articles": [made["id"]]})).json()
    await service.work()
    checks = (await service.client.get(f"/v1/check-runs/{run['id']}/checks?limit=1")).json()
    assert len(checks["items"]) == 1
    assert checks["next"]
    whole = (await service.client.get(f"/v1/checks/{checks['items'][0]['id']}")).json()
    assert whole["outcome"] == "ok"
    assert whole["run"] == run["id"]
