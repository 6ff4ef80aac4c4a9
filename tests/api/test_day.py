"""An editor's day, over the wire: hand in, check, watch, be blocked, fix, pass; triage, review, and the CMS is told."""

import json
from dataclasses import replace

import httpx
import pytest
from standardwebhooks import Webhook

from app.main import create_app
from app.notify import Egress, WebhookChannel
from app.settings import Settings
from app.workflow import announce
from tests.api.conftest import ARTICLE, Service
from tests.api.servers import serving
from tests.api.test_events import read_frames
from tests.notify.receivers import Receiver, receiver

CMS_ARTICLE = "/v1/articles/by-external/cms/town-2041"
FIXED = ARTICLE.replace("48,000", "52,000")


@pytest.mark.enable_socket
async def test_a_day_at_the_desk(either: Service) -> None:
    channel = WebhookChannel(Egress(judge=lambda _address, _port: "", insecure=True))
    day = replace(either, desk=replace(either.desk, channel=channel))
    day.app = create_app(day.desk, Settings())
    with receiver() as cms, serving(day.app) as base:
        async with httpx.AsyncClient(base_url=base, headers=either.client.headers, timeout=30) as client:
            secret = (await client.post("/v1/webhooks", json={"url": cms.url, "types": ["review.recorded"]})).json()["secret"]
            article = await hand_in_and_check(day, client)
            await is_blocked_and_fixed(day, client, article)
            await triage_and_review(client)
            while await announce.deliver_due(day.desk):
                pass
    told_and_verified(cms, secret)
    await channel.aclose()


async def hand_in_and_check(day: Service, client: httpx.AsyncClient) -> str:
    made = await client.put(CMS_ARTICLE, json={"body": ARTICLE, "format": "text", "title": "Alder grows"})
    assert made.status_code == 201
    article: str = made.json()["id"]
    run = await client.post("/v1/check-runs", json={"articles": [article]}, headers={"Idempotency-Key": "morning"})
    assert run.status_code == 202
    await day.work()
    frames = await read_frames(client, f"/v1/events/stream?after=evt_1&article={article}&types=claim.status_changed", 2)
    assert {json.loads(frame["data"])["data"]["to"] for frame in frames} == {"verified", "attention"}
    return article


async def is_blocked_and_fixed(day: Service, client: httpx.AsyncClient, article: str) -> None:
    blocked = (await client.post(f"/v1/articles/{article}/gate", json={"revision": 1})).json()
    assert blocked["decision"] == "block"
    assert "48,000" in blocked["reasons"][0]["text"]
    tag = (await client.get(f"/v1/articles/{article}")).headers["etag"]
    fixed = await client.put(CMS_ARTICLE, json={"body": FIXED, "format": "text", "title": "Alder grows"}, headers={"If-Match": tag})
    assert fixed.json()["revision"] == 2
    await day.work()
    passed = (await client.post(f"/v1/articles/{article}/gate", json={"revision": 2})).json()
    assert (passed["decision"], passed["reasons"]) == ("pass", [])


async def triage_and_review(client: httpx.AsyncClient) -> None:
    await client.put(CMS_ARTICLE, json={"body": ARTICLE, "format": "text"})
    run = await client.post("/v1/check-runs", json={"filter": {"status": ["attention", "pending"]}})
    assert run.status_code in {200, 202}
    claims = (await client.get("/v1/claims?status=attention,broken,pending&expand=citations")).json()["items"]
    citation = claims[0]["citations"][0]["id"]
    tag = (await client.get(f"/v1/citations/{citation}")).headers["etag"]
    note = {"decision": "needs_correction", "note": "The library counts 52,000 now."}
    assert (await client.post(f"/v1/citations/{citation}/reviews", json=note, headers={"If-Match": tag})).status_code == 201


def told_and_verified(cms: Receiver, secret: str) -> None:
    assert len(cms.got) == 1
    told = Webhook(secret).verify(cms.got[0].body, cms.got[0].headers)
    assert (told["type"], told["data"]["decision"]) == ("review.recorded", "needs_correction")
