"""People decide: reviews pinned to their evidence, and the gate that follows from them."""

from datetime import timedelta

from app.workflow import review
from tests.api.conftest import ARTICLE, Service


async def contradicted(service: Service) -> tuple[str, str]:
    """Return an article and its contradicted citation, checked."""
    made = await service.hand_in()
    await service.work()
    claims = (await service.client.get(f"/v1/claims?article={made['id']}&support=contradicted&expand=citations")).json()["items"]
    return made["id"], claims[0]["citations"][0]["id"]


async def test_a_review_changes_the_status_and_names_its_evidence(either: Service) -> None:
    article, citation = await contradicted(either)
    read = await either.client.get(f"/v1/citations/{citation}")
    made = await either.client.post(
        f"/v1/citations/{citation}/reviews",
        json={"decision": "accepted", "note": "An older count."},
        headers={"If-Match": read.headers["etag"]},
    )
    assert made.status_code == 201
    assert made.json()["pinned_snapshot"] == read.json()["verdicts"][0]["snapshot"]
    assert made.json()["by"].startswith("key:")
    whole = (await either.client.get(f"/v1/citations/{citation}")).json()
    assert (whole["review"], whole["review_in_force"]["note"]) == ("accepted", "An older count.")
    listed = (await either.client.get(f"/v1/citations/{citation}/reviews")).json()["items"]
    assert [item["id"] for item in listed] == [made.json()["id"]]
    assert (await either.client.get(f"/v1/reviews/{made.json()['id']}")).json() == made.json()
    assert (await either.client.get(f"/v1/articles/{article}")).json()["claims"].get("attention", 0) == 0


async def test_a_review_of_evidence_that_has_changed_is_412(service: Service) -> None:
    _, citation = await contradicted(service)
    old = (await service.client.get(f"/v1/citations/{citation}")).headers["etag"]
    path = f"/v1/citations/{citation}/reviews"
    assert (await service.client.post(path, json={"decision": "disputed"}, headers={"If-Match": old})).status_code == 201
    assert (await service.client.post(path, json={"decision": "accepted"}, headers={"If-Match": old})).status_code == 412


async def test_a_review_ends_when_its_time_is_over(service: Service) -> None:
    _, citation = await contradicted(service)
    until = (service.clock() + timedelta(days=1)).isoformat()
    await service.client.post(f"/v1/citations/{citation}/reviews", json={"decision": "confirmed", "expires_at": until})
    service.clock.ahead = timedelta(days=2)
    assert review.expire_due(service.desk) == 1
    assert (await service.client.get(f"/v1/citations/{citation}")).json()["review"] == "none"


async def test_a_decision_there_is_none_of_or_in_the_past_is_refused(service: Service) -> None:
    _, citation = await contradicted(service)
    path = f"/v1/citations/{citation}/reviews"
    assert (await service.client.post(path, json={"decision": "fine"})).status_code == 422
    past = {"decision": "confirmed", "expires_at": "2001-01-01T00:00:00Z"}
    assert (await service.client.post(path, json=past)).status_code == 409


async def test_the_gate_says_what_stands_against_publishing(either: Service) -> None:
    article, _ = await contradicted(either)
    decided = (await either.client.post(f"/v1/articles/{article}/gate")).json()
    assert decided["decision"] == "block"
    assert [reason["status"] for reason in decided["reasons"]] == ["attention"]
    assert decided["reasons"][0]["fix"]
    assert decided["valid_until"]


async def test_the_gate_is_pending_before_the_first_visit(service: Service) -> None:
    made = await service.hand_in()
    assert (await service.client.post(f"/v1/articles/{made['id']}/gate", json={})).json()["decision"] == "pending"


async def test_the_gate_refuses_to_judge_another_revision(service: Service) -> None:
    made = await service.hand_in()
    path = f"/v1/articles/{made['id']}/gate"
    assert (await service.client.post(path, json={"revision": 1})).status_code == 200
    assert (await service.client.post(path, json={"revision": 2})).status_code == 409


async def test_a_policy_decides_what_blocks(service: Service) -> None:
    article, _ = await contradicted(service)
    made = await service.client.put("/v1/gate-policies/soft", json={"attention": "warn"})
    assert made.json()["rules"]["broken"] == "block"
    decided = (await service.client.post(f"/v1/articles/{article}/gate", json={"policy": "soft"})).json()
    assert (decided["decision"], decided["policy"]) == ("warn", "soft")
    assert (await service.client.post(f"/v1/articles/{article}/gate", json={"policy": "none"})).status_code == 404
    stale = await service.client.put("/v1/gate-policies/soft", json={}, headers={"If-Match": '"7-0"'})
    assert stale.status_code == 412
    assert (await service.client.get("/v1/gate-policies")).json()["items"][0]["name"] == "soft"
    assert (await service.client.delete("/v1/gate-policies/soft")).status_code == 204
    assert (await service.client.delete("/v1/gate-policies/default")).status_code == 409


async def test_an_override_lets_this_revision_pass_and_is_remembered(service: Service) -> None:
    article, _ = await contradicted(service)
    path = f"/v1/articles/{article}/gate"
    assert (await service.client.post(f"{path}:override", json={"note": "x"}, headers=service.key("write"))).status_code == 403
    assert (await service.client.post(f"{path}:override", json={"note": ""})).status_code == 422
    passed = (await service.client.post(f"{path}:override", json={"note": "Confirmed by phone."}, headers=service.key("review"))).json()
    assert (passed["decision"], passed["overridden_by"]) == ("pass", "key:test review")
    await service.client.put(f"/v1/articles/{article}", json={"body": ARTICLE + "\nMore.", "format": "text"})
    assert (await service.client.post(path)).json()["decision"] != "pass"
