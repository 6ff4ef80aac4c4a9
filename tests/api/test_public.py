"""Public addresses: a badge, a page, a feed; unguessable, cacheable, nothing private."""

import xml.etree.ElementTree as ET
from typing import Any

import httpx
import pytest

from app.workflow import intake
from app.workflow.requests import Submission
from tests.api.conftest import Service

FORMS = {
    "json": "application/json",
    "svg": "image/svg+xml",
    "html": "text/html; charset=utf-8",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml",
}
ATOM = "{http://www.w3.org/2005/Atom}"


async def shared(service: Service) -> dict[str, Any]:
    made = await service.hand_in(title="Alder in figures", url="https://press.example/alder")
    await service.work()
    answer = await service.client.put(f"/v1/articles/{made['id']}/public")
    assert answer.status_code == 200, answer.text
    return {**answer.json(), "article": made["id"]}


def stranger(service: Service) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=service.client._transport, base_url="http://stet.example")


@pytest.mark.parametrize(("form", "media_type"), FORMS.items())
async def test_everyone_with_the_address_may_look_and_caches_may_keep_it(service: Service, form: str, media_type: str) -> None:
    made = await shared(service)
    async with stranger(service) as reader:
        answer = await reader.get(made["paths"][form])
        again = await reader.get(made["paths"][form], headers={"If-None-Match": answer.headers["etag"]})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert (again.status_code, again.content) == (304, b"")


async def test_the_badge_counts_what_stands(either: Service) -> None:
    made = await shared(either)
    badge = (await either.client.get(made["paths"]["svg"])).text
    assert ET.fromstring(badge).attrib["aria-label"] == "sources: 1 of 2 claims stand"  # noqa: S314  our own text


async def test_the_page_may_be_framed_and_runs_nothing(service: Service) -> None:
    made = await shared(service)
    answer = await service.client.get(made["paths"]["html"])
    assert "x-frame-options" not in answer.headers
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text
    assert (await service.client.get("/v1/articles")).headers["x-frame-options"] == "DENY"


async def test_the_feed_has_an_entry_for_each_claim_and_a_new_one_when_its_status_changes(service: Service) -> None:
    made = await shared(service)
    first = _entries((await service.client.get(made["paths"]["atom"])).text)
    assert {title.partition(":")[0] for title in first.values()} == {"verified", "attention"}
    service.web.pages["https://library.example/figures"] = "The library lends 48,000 books a year."
    await service.client.post("/v1/check-runs", json={"articles": [made["article"]]})
    await service.work()
    second = _entries((await service.client.get(made["paths"]["atom"])).text)
    assert {title.partition(":")[0] for title in second.values()} == {"verified"}
    assert len(first.keys() & second.keys()) == 1


def _entries(feed: str) -> dict[str, str]:
    found = ET.fromstring(feed).iter(f"{ATOM}entry")  # noqa: S314  our own text
    return {entry.findtext(f"{ATOM}id", ""): entry.findtext(f"{ATOM}title", "") for entry in found}


async def test_nothing_private_is_shown(service: Service) -> None:
    made = await shared(service)
    cited = (await service.client.get(f"/v1/articles/{made['article']}/claims?expand=citations")).json()["items"][1]["citations"][0]
    said = {"decision": "accepted", "note": "Ada phoned the library in secret."}
    assert (await service.client.post(f"/v1/citations/{cited['id']}/reviews", json=said)).status_code == 201
    for path in made["paths"].values():
        text = (await service.client.get(path)).text
        assert "secret" not in text
        assert "test admin" not in text


async def test_text_of_the_article_is_text_in_every_form(service: Service) -> None:
    body = 'It grew by 3 percent </script><script>alert(1)</script> "&amp; \x0b (https://stats.example/alder?a=1&b=<i>).'
    article = intake.submit(service.desk, Submission(body=body, title="<b>&]]>\x07", url="javascript:alert(1)"), by="test").article_id
    made = (await service.client.put(f"/v1/articles/art_{article}/public")).json()
    page = (await service.client.get(made["paths"]["html"])).text
    assert "<script" not in page
    assert "<b>" not in page
    assert ET.fromstring((await service.client.get(made["paths"]["atom"])).text) is not None  # noqa: S314  our own text
    assert "javascript" not in page + (await service.client.get(made["paths"]["atom"])).text


async def test_an_address_taken_back_never_works_again(either: Service) -> None:
    made = await shared(either)
    path = f"/v1/articles/{made['article']}/public"
    assert (await either.client.put(path)).json()["token"] == made["token"] == (await either.client.get(path)).json()["token"]
    assert (await either.client.delete(path)).status_code == 204
    assert (await either.client.get(path)).status_code == (await either.client.delete(path)).status_code == 404
    assert (await either.client.get(made["paths"]["svg"])).status_code == 404
    assert (await either.client.put(path)).json()["token"] != made["token"]
    assert (await either.client.get(made["paths"]["svg"])).status_code == 404


async def test_a_deleted_article_shows_nothing(service: Service) -> None:
    made = await shared(service)
    await service.client.delete(f"/v1/articles/{made['article']}")
    assert (await service.client.get(made["paths"]["json"])).status_code == 404
    assert (await service.client.put(f"/v1/articles/{made['article']}/public")).status_code == 404


async def test_guessing_addresses_is_slowed_down(service: Service) -> None:
    async with stranger(service) as reader:
        found = [(await reader.get("/public/guess.json")).status_code for _ in range(70)]
    assert found[:60] == [404] * 60
    assert found[-1] == 429
