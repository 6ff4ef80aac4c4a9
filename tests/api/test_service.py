"""Health, stats, metrics, audit, documentation."""

from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import structlog

from app import store
from app.api.auth import NEEDS
from app.main import create_app
from app.settings import Settings
from tests.api.conftest import ARTICLE, Service
from tests.api.servers import serving


async def test_alive_and_ready(either: Service) -> None:
    assert (await either.client.get("/healthz")).json() == {"status": "ok"}
    assert (await either.client.get("/readyz")).json() == {"status": "ok"}


async def test_alive_but_not_ready_without_its_tables(tmp_path: Path, service: Service) -> None:
    lost = replace(service.desk, engine=store.open_engine(f"sqlite:///{tmp_path / 'empty.db'}"))
    transport = httpx.ASGITransport(create_app(lost, Settings()), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://stet.example") as client:
        ready, live = await client.get("/readyz"), await client.get("/healthz")
    lost.engine.dispose()
    assert (ready.status_code, ready.json()["type"], live.status_code) == (503, "/v1/problems#unavailable", 200)


async def test_stats_count_what_stands_and_what_waits(either: Service) -> None:
    await either.hand_in()
    before = (await either.client.get("/v1/stats")).json()
    assert before["standing"]["claims"] == {"pending": 2}
    assert (before["queue"]["sources_due"], before["queue"]["hosts_ready"]) == (2, 2)
    either.app.state.counter._last = None
    await either.work()
    after = (await either.client.get("/v1/stats")).json()
    assert after["standing"]["sources"] == {"ok": 2}
    assert after["last_hour"] == {"checks": 2, "outcomes": {"ok": 2}}
    assert after["queue"]["sources_due"] == 0


async def test_metrics_are_in_prometheus_words(service: Service) -> None:
    await service.hand_in()
    text = (await service.client.get("/metrics")).text
    assert 'stet_claims{state="pending"} 2.0' in text
    assert 'stet_http_answers_total{operation="articles.create",status="201"} 1.0' in text
    assert "art_1" not in text


async def test_every_write_is_in_the_audit_log(service: Service) -> None:
    made = await service.hand_in()
    await service.client.post("/v1/check-runs", json={"articles": [made["id"]]})
    await service.client.put("/v1/gate-policies/soft", json={})
    await service.client.post("/v1/webhooks", json={"url": "https://cms.example/"})
    await service.client.post(f"/v1/articles/{made['id']}/gate:override", json={"note": "By phone."})
    await service.client.delete(f"/v1/articles/{made['id']}")
    entries = (await service.client.get("/v1/audit?limit=200")).json()["items"]
    assert {entry["verb"] for entry in entries} >= {
        "key.issue", "article.create", "run.create", "gate_policy.put", "webhook.create", "gate.override", "article.delete",
    }  # fmt: skip
    of_article = (await service.client.get(f"/v1/audit?subject={made['id']}")).json()["items"]
    assert {entry["actor"] for entry in of_article} == {"key:test admin"}


async def test_the_documentation_is_one_page_without_scripts(service: Service) -> None:
    page = await service.client.get("/docs")
    assert "<script" not in page.text
    assert "/v1/articles/{article_id}/gate" in page.text


async def test_every_operation_is_described_with_its_problems_and_its_scope(service: Service) -> None:
    document = (await service.client.get("/openapi.json")).json()
    assert document["openapi"].startswith("3.1")
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            name = operation["operationId"]
            assert operation["summary"], path
            assert {"404", "422", "429", "500"} <= set(operation["responses"]), name
            assert ("security" in operation) == (NEEDS[name] is not None), name
            if "requestBody" in operation:
                assert {"413", "415"} <= set(operation["responses"]), name
            if method == "post" and NEEDS[name]:
                assert "Idempotency-Key" in {parameter["name"] for parameter in operation["parameters"]}, name


async def test_problems_explain_themselves(service: Service) -> None:
    kinds = (await service.client.get("/v1/problems")).json()["items"]
    missing = (await service.client.get("/v1/articles/art_9")).json()
    assert missing["type"] in {kind["type"] for kind in kinds}


@pytest.mark.enable_socket
async def test_the_worker_in_the_same_process_answers_a_waiting_caller(service: Service) -> None:
    with serving(create_app(service.desk, Settings(), with_worker=True)) as base:
        async with httpx.AsyncClient(base_url=base, headers=service.client.headers, timeout=30) as client:
            made = (await client.post("/v1/articles", json={"body": ARTICLE, "format": "text"})).json()
            run = await client.post("/v1/check-runs", json={"articles": [made["id"]]}, headers={"Prefer": "wait=20"})
            claims = (await client.get(f"/v1/articles/{made['id']}/claims")).json()["items"]
    assert (run.status_code, run.json()["state"]) == (200, "done")
    assert [claim["support"] for claim in claims] == ["supported", "contradicted"]


async def test_no_key_is_ever_in_the_log(service: Service) -> None:
    service.app.state.counter = None
    with structlog.testing.capture_logs() as logged:
        assert (await service.client.get("/v1/stats")).status_code == 500
        await service.client.get("/v1/articles", headers={"Authorization": "Bearer stet_wrong_secret"})
    secret = service.client.headers["authorization"].removeprefix("Bearer ")
    assert logged[0]["incident"]
    assert secret not in str(logged)
    assert "stet_wrong_secret" not in str(logged)
