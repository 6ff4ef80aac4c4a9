"""Citations by hand, and how a source is to be treated."""

import pytest

from tests.api.conftest import ARTICLE, Service


async def first_citation(service: Service) -> dict[str, str]:
    await service.hand_in()
    found: dict[str, str] = (await service.client.get("/v1/claims?expand=citations&q=grew")).json()["items"][0]["citations"][0]
    return found


async def test_a_source_is_attached_by_hand_and_stays(either: Service) -> None:
    made = await either.hand_in(external={"system": "cms", "id": "1"})
    claim = (await either.client.get(f"/v1/articles/{made['id']}/claims")).json()["items"][0]
    added = await either.client.post(f"/v1/claims/{claim['id']}/citations", json={"url": "https://other.example/a?utm_source=x"})
    assert (added.status_code, added.json()["source_url"]) == (201, "https://other.example/a")
    await either.client.put("/v1/articles/by-external/cms/1", json={"body": ARTICLE + "\nMore.", "format": "text"})
    whole = (await either.client.get(f"/v1/claims/{claim['id']}")).json()
    assert "https://other.example/a" in {citation["source_url"] for citation in whole["citations"]}


async def test_a_wrong_attachment_is_corrected(service: Service) -> None:
    citation = await first_citation(service)
    read = await service.client.get(f"/v1/citations/{citation['id']}")
    body = {"url": "https://right.example/"}
    corrected = await service.client.patch(f"/v1/citations/{citation['id']}", json=body, headers={"If-Match": read.headers["etag"]})
    assert corrected.status_code == 200
    whole = (await service.client.get(f"/v1/claims/{citation['claim']}")).json()
    assert [item["source_url"] for item in whole["citations"]] == ["https://right.example/"]
    assert (await service.client.patch(f"/v1/citations/{corrected.json()['id']}", json=body)).status_code == 409


async def test_a_citation_taken_away_stays_away(service: Service) -> None:
    citation = await first_citation(service)
    assert (await service.client.delete(f"/v1/citations/{citation['id']}")).status_code == 204
    whole = (await service.client.get(f"/v1/claims/{citation['claim']}")).json()
    assert whole["citations"] == []
    assert (await service.client.get(f"/v1/citations/{citation['id']}")).status_code == 404
    assert (await service.client.get(f"/v1/citations/{citation['id']}?removed=true")).json()["removed_at"]
    assert (await service.client.delete(f"/v1/citations/{citation['id']}")).status_code == 404


@pytest.mark.parametrize(
    "url", ["", "nonsense", "ftp://example.org/", "https://user:word@example.org/", "https://a*.example/", "https://a\u0000b.example/"]
)
async def test_an_address_that_cannot_be_visited_is_refused(service: Service, url: str) -> None:
    citation = await first_citation(service)
    answer = await service.client.post(f"/v1/claims/{citation['claim']}/citations", json={"url": url})
    assert answer.status_code == 422


async def test_the_history_of_a_citation_can_be_read(service: Service) -> None:
    citation = await first_citation(service)
    await service.work()
    checks = (await service.client.get(f"/v1/citations/{citation['id']}/checks")).json()["items"]
    verdicts = (await service.client.get(f"/v1/citations/{citation['id']}/verdicts")).json()["items"]
    assert [check["outcome"] for check in checks] == ["ok"]
    assert "supported" in {verdict["label"] for verdict in verdicts}
    assert (await service.client.get(f"/v1/sources/{citation['source']}/checks")).json()["items"] == checks


async def test_a_policy_takes_a_source_off_the_schedule_and_back(either: Service) -> None:
    citation = await first_citation(either)
    path = f"/v1/sources/{citation['source']}"
    read = await either.client.get(path)
    skipped = await either.client.put(f"{path}/policy", json={"skip": True, "note": "ours"}, headers={"If-Match": read.headers["etag"]})
    assert (skipped.json()["next_check_at"], skipped.json()["policy"]["skip"]) == (None, True)
    assert (await either.client.put(f"{path}/policy", json={}, headers={"If-Match": read.headers["etag"]})).status_code == 412
    back = await either.client.put(f"{path}/policy", json={"interval_days": 2})
    assert back.json()["next_check_at"] is not None


@pytest.mark.parametrize("policy", [{"interval_days": 0}, {"interval_days": 1000}, {"skip": "yes"}, {"often": True}])
async def test_a_policy_that_makes_no_sense_is_refused(service: Service, policy: dict[str, object]) -> None:
    citation = await first_citation(service)
    assert (await service.client.put(f"/v1/sources/{citation['source']}/policy", json=policy)).status_code == 422


async def test_what_was_received_is_kept_and_shown_harmlessly(either: Service) -> None:
    citation = await first_citation(either)
    await either.work()
    digest = (await either.client.get(f"/v1/sources/{citation['source']}")).json()["snapshot"]
    known = (await either.client.get(f"/v1/snapshots/{digest}")).json()
    raw = await either.client.get(f"/v1/snapshots/{digest}/raw")
    text = await either.client.get(f"/v1/snapshots/{digest}/text")
    assert known["media_type"] == "text/html"
    assert b"<main>" in raw.content
    assert raw.headers["content-type"] == "application/octet-stream"
    assert raw.headers["content-disposition"].startswith("attachment")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    for answer in (raw, text):
        assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
        assert answer.headers["x-content-type-options"] == "nosniff"
    verdict = (await either.client.get(f"/v1/citations/{citation['id']}")).json()["verdicts"][0]
    passage = verdict["passage"]
    assert text.text[passage["start"] : passage["end"]] == passage["exact"]


async def test_ready_made_claims_get_a_result_each(either: Service) -> None:
    batch = {
        "claims": [
            {"id": "a", "text": "The town of Alder grew by 13.3 percent in ten years.", "urls": ["https://stats.example/alder"]},
            {"id": "b", "text": "It is a nice town.", "urls": ["https://stats.example/alder"]},
            {"id": "c", "text": "It has 2 churches.", "urls": ["nonsense"]},
            {"id": "d", "text": "Its library lends 48,000 books a year", "urls": ["https://library.example/figures"]},
        ]
    }
    made = (await either.client.post("/v1/claims:batch", json=batch)).json()
    assert (made["accepted"], made["refused"]) == (2, 2)
    assert [len(item["claims"]) for item in made["items"]] == [1, 0, 0, 1]
    assert [item["problem"] is None for item in made["items"]] == [True, False, False, True]
    await either.work()
    ids = [item["claims"][0] for item in made["items"] if item["claims"]]
    claims = [(await either.client.get(f"/v1/claims/{claim}")).json() for claim in ids]
    assert [claim["sentence"] for claim in claims] == [batch["claims"][0]["text"], batch["claims"][3]["text"]]
    assert [claim["support"] for claim in claims] == ["supported", "contradicted"]
    again = (await either.client.post("/v1/claims:batch", json=batch)).json()
    assert again["article"] == made["article"]
    assert [item["claims"] for item in again["items"]] == [item["claims"] for item in made["items"]]


async def test_a_batch_of_nothing_usable_stores_nothing(service: Service) -> None:
    answer = await service.client.post("/v1/claims:batch", json={"claims": [{"text": "Nice.", "urls": ["https://a.example/"]}]})
    assert (answer.json()["article"], answer.json()["refused"]) == (None, 1)
    assert (await service.client.get("/v1/articles")).json()["items"] == []
    too_many = {"claims": [{"text": "3 percent", "urls": ["https://a.example/"]}] * 501}
    assert (await service.client.post("/v1/claims:batch", json=too_many)).status_code == 422
