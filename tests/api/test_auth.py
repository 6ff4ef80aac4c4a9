"""Who may do what: every operation with a key of every scope, with none, and with one that no longer works."""

import re
from datetime import timedelta

import httpx
import pytest

from app.api.auth import GRANTS, NEEDS, Scope
from app.workflow import keys
from tests.api.conftest import Service

SAMPLES = {
    "article_id": "art_1", "claim_id": "clm_1", "citation_id": "cit_1", "source_id": "src_1", "check_id": "chk_1", "run_id": "run_1",
    "review_id": "rvw_1", "event_id": "evt_1", "webhook_id": "whk_1", "delivery_id": "dlv_1", "key_id": "key_999", "system": "cms",
    "external_id": "1", "number": "1", "name": "default", "sha256": "0" * 64, "feed_id": "fed_1", "kind": "csv",
    "token": "none", "form": "json",
}  # fmt: skip


def operations(service: Service) -> list[tuple[str, str, str]]:
    """Return every operation as (its name, method, path with sample ids)."""
    paths = service.app.openapi()["paths"]
    return [
        (operation["operationId"], method.upper(), re.sub(r"\{(\w+)\}", lambda part: SAMPLES[part[1]], path))
        for path, methods in paths.items()
        for method, operation in methods.items()
    ]


async def refused(service: Service, method: str, path: str, headers: dict[str, str]) -> int | None:
    async with httpx.AsyncClient(transport=service.client._transport, base_url="http://stet.example") as stranger:
        status = (await stranger.request(method, path, headers=headers)).status_code
    return status if status in {401, 403} else None


async def test_the_table_names_every_operation_and_no_other(service: Service) -> None:
    assert {name for name, _, _ in operations(service)} == set(NEEDS)


@pytest.mark.parametrize("scope", list(Scope))
async def test_a_key_may_do_what_its_scope_grants_and_nothing_else(service: Service, scope: Scope) -> None:
    headers = service.key(scope)
    service.app.state.front.per_key.quota = 10_000
    found = {name: await refused(service, method, path, headers) for name, method, path in operations(service)}
    expected = {name: None if NEEDS[name] is None or NEEDS[name] in GRANTS[scope] else 403 for name in found}
    assert found == expected


async def test_without_a_key_only_the_open_operations_answer(service: Service) -> None:
    service.app.state.front.strangers.quota = 10_000
    found = {name: await refused(service, method, path, {}) for name, method, path in operations(service)}
    assert found == {name: None if NEEDS[name] is None else 401 for name in found}


NO_KEYS = ["", "Bearer", "Bearer ", "Basic dXNlcjp3b3Jk", "Bearer nonsense", "Bearer stet_" + "0" * 48, "Bearer \u00e9"]


@pytest.mark.parametrize("header", NO_KEYS)
async def test_what_is_no_key_is_answered_with_401(service: Service, header: str) -> None:
    answer = await service.client.get("/v1/articles", headers=httpx.Headers({"Authorization": header}, encoding="latin-1"))
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_revoked_key_stops_at_once(service: Service) -> None:
    made = (await service.client.post("/v1/keys", json={"name": "cms", "scopes": ["read"]})).json()
    headers = {"Authorization": f"Bearer {made['secret']}"}
    assert (await service.client.get("/v1/keys:self", headers=headers)).json()["name"] == "cms"
    assert (await service.client.post(f"/v1/keys/{made['id']}:revoke")).json()["revoked_at"]
    assert (await service.client.get("/v1/keys:self", headers=headers)).status_code == 401


async def test_an_expired_key_stops(service: Service) -> None:
    until = service.clock() + timedelta(hours=1)
    made = keys.issue(service.desk, name="short", scopes=["read"], by="test", expires_at=until)
    headers = {"Authorization": f"Bearer {made.secret}"}
    assert (await service.client.get("/v1/articles", headers=headers)).status_code == 200
    service.clock.ahead = timedelta(hours=2)
    assert (await service.client.get("/v1/articles", headers=headers)).status_code == 401


async def test_a_secret_is_shown_once_and_kept_nowhere(service: Service) -> None:
    made = (await service.client.post("/v1/keys", json={"name": "cms", "scopes": ["read"]})).json()
    read = (await service.client.get(f"/v1/keys/{made['id']}")).json()
    listed = (await service.client.get("/v1/keys")).text
    assert "secret" not in read
    assert "hash" not in read
    assert made["secret"] not in listed
    assert made["secret"].startswith(read["prefix"])


async def test_guessing_keys_is_slowed_down(service: Service) -> None:
    headers = {"Authorization": "Bearer stet_guess"}
    answers = [(await service.client.get("/v1/articles", headers=headers)).status_code for _ in range(70)]
    assert answers[:60] == [401] * 60
    assert set(answers[60:]) <= {401, 429}
    assert answers[-1] == 429
