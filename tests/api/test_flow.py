"""The main thread: an article goes in, its sources are checked, status comes out."""

from tests.api.conftest import ARTICLE, Service


async def test_an_article_goes_in_and_its_claims_come_out(either: Service) -> None:
    made = await either.hand_in()
    assert made["created"]
    assert made["added"] == 2
    claims = (await either.client.get(f"/v1/articles/{made['id']}/claims", params={"expand": "citations"})).json()["items"]
    assert [[number["value"] for number in claim["quantities"]] for claim in claims] == [["13.3", "10"], ["48000"]] or len(claims) == 2
    assert claims[0]["citations"][0]["source_url"] == "https://stats.example/alder"
    assert claims[0]["status"] == "pending"


async def test_checking_judges_the_numbers(either: Service) -> None:
    made = await either.hand_in()
    run = await either.client.post("/v1/check-runs", json={"articles": [made["id"]]})
    assert run.status_code == 202
    await either.work()
    done = (await either.client.get(run.headers["location"])).json()
    assert (done["state"], done["done"], done["total"]) == ("done", 2, 2)
    claims = (await either.client.get(f"/v1/articles/{made['id']}/claims")).json()["items"]
    assert [claim["support"] for claim in claims] == ["supported", "contradicted"]
    whole = (await either.client.get(f"/v1/claims/{claims[1]['id']}")).json()
    citation = whole["citations"][0]
    assert citation["check"]["outcome"] == "ok"
    assert citation["verdicts"][0]["source_value"] == "52000"
    assert "52,000" in citation["verdicts"][0]["passage"]["exact"]


async def test_the_same_text_again_changes_nothing(service: Service) -> None:
    first = await service.hand_in(external={"system": "cms", "id": "1"})
    again = await service.hand_in(external={"system": "cms", "id": "1"})
    assert (again["id"], again["created"], again["changed"], again["kept"]) == (first["id"], False, False, 2)


async def test_a_new_revision_keeps_the_claims_that_did_not_change(service: Service) -> None:
    await service.hand_in(external={"system": "cms", "id": "1"})
    before = (await service.client.get("/v1/claims")).json()["items"]
    answer = await service.client.put(
        "/v1/articles/by-external/cms/1", json={"body": ARTICLE.replace("48,000", "52,000"), "format": "text"}
    )
    assert answer.status_code == 200
    assert answer.json()["revision"] == 2
    after = (await service.client.get("/v1/claims")).json()["items"]
    assert {claim["id"] for claim in before} & {claim["id"] for claim in after}
