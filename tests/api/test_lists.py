"""Lists: pages that miss and repeat nothing, filters, sparse fields, expansion."""

import re

import pytest

from tests.api.conftest import Service


async def all_pages(service: Service, path: str) -> list[str]:
    found: list[str] = []
    url: str | None = path
    while url:
        answer = await service.client.get(url)
        assert answer.status_code == 200, answer.text
        found += [item["id"] for item in answer.json()["items"]]
        following = re.search(r'<([^>]+)>; rel="next"', answer.headers["link"])
        assert (following is None) == (answer.json()["next"] is None)
        url = following[1] if following else None
    return found


@pytest.mark.parametrize("limit", [1, 3, 200])
async def test_following_the_links_gives_everything_once(service: Service, limit: int) -> None:
    made = [(await service.hand_in(f"Town {number} grew by {number}.5 percent.", title=f"T{number}"))["id"] for number in range(7)]
    assert await all_pages(service, f"/v1/articles?limit={limit}") == made[::-1]
    claims = await all_pages(service, f"/v1/claims?limit={limit}")
    assert len(claims) == len(set(claims)) == 7


async def test_claims_of_an_article_come_in_reading_order(service: Service) -> None:
    body = "\n\n".join(f"Town {number} grew by {number}.5 percent." for number in range(5))
    made = await service.hand_in(body)
    claims = (await service.client.get(f"/v1/articles/{made['id']}/claims?limit=200")).json()["items"]
    assert [claim["position"] for claim in claims] == sorted(claim["position"] for claim in claims)
    assert await all_pages(service, f"/v1/articles/{made['id']}/claims?limit=2") == [claim["id"] for claim in claims]


async def test_a_link_keeps_the_filter(service: Service) -> None:
    for number in range(3):
        await service.hand_in(f"Town {number} grew by {number}.5 percent.", tags=["growth"])
    answer = await service.client.get("/v1/articles?tag=growth&limit=1")
    assert "tag=growth" in answer.headers["link"]


async def test_claims_are_narrowed_by_what_stands_against_them(either: Service) -> None:
    made = await either.hand_in(tags=["town life"])
    other = await either.hand_in("The sea rose by 3.5 millimetres (https://sea.example/level).", tags=["sea"])
    await either.work()
    claims = f"/v1/claims?article={made['id']}"

    async def found(query: str) -> int:
        return len((await either.client.get(query)).json()["items"])

    assert await found(claims) == 2
    assert await found(claims + "&support=contradicted") == 1
    assert await found(claims + "&support=contradicted,supported") == 2
    assert await found(claims + "&link=ok&support=supported") == 1
    assert await found("/v1/claims?host=stats.example") == 1
    assert await found("/v1/claims?host=STATS.example") == 1
    assert await found("/v1/claims?tag=sea") == 1
    assert await found("/v1/claims?tag=town%20life") == 2
    assert await found("/v1/claims?tag=town") == 0
    assert await found("/v1/claims?q=library") == 1
    assert await found("/v1/claims?q=LIBRARY") == 1
    assert await found("/v1/claims?q=%25") == 0
    assert await found("/v1/claims?changed_since=2020-01-01T00:00:00Z") == 3
    assert await found("/v1/claims?changed_since=2090-01-01T00:00:00Z") == 0
    assert await found("/v1/claims?review=none") == 3
    source = (await either.client.get("/v1/sources?host=sea.example")).json()["items"][0]
    assert await found(f"/v1/claims?source={source['id']}") == 1
    assert await found(f"/v1/sources/{source['id']}/claims") == 1
    assert await found(f"/v1/sources?url={source['url']}%23part") == 1
    await either.client.delete(f"/v1/articles/{other['id']}")
    assert await found("/v1/claims?tag=sea") == 0


@pytest.mark.parametrize(("list_path", "moment"), [("claims", "changed_at"), ("sources", "changed_at"), ("articles", "updated_at")])
async def test_what_changed_since_a_moment_comes_page_by_page_the_oldest_change_first(either: Service, list_path: str, moment: str) -> None:
    await either.hand_in()
    url, seen = f"/v1/{list_path}?changed_since=2020-01-01T00:00:00Z&limit=1", []
    every = (await either.client.get(url.replace("limit=1", "limit=200"))).json()["items"]
    cursor: str | None = ""
    while cursor is not None:
        page = (await either.client.get(f"{url}&cursor={cursor}")).json()
        seen += page["items"]
        cursor = page["next"]
    assert [item["id"] for item in seen] == [item["id"] for item in every]
    assert seen
    assert seen == sorted(seen, key=lambda item: item[moment])


async def test_a_cursor_beyond_all_time_meets_an_empty_page(service: Service) -> None:
    await service.hand_in()
    far = await service.client.get(f"/v1/claims?changed_since=2020-01-01T00:00:00Z&cursor=c{'9' * 18}.1")
    assert (far.status_code, far.json()["items"]) == (200, [])


async def test_sparse_fields_are_all_that_comes(service: Service) -> None:
    made = await service.hand_in()
    items = (await service.client.get("/v1/claims?fields=id,status")).json()["items"]
    assert [set(item) for item in items] == [{"id", "status"}] * 2
    one = (await service.client.get(f"/v1/articles/{made['id']}?fields=title")).json()
    assert set(one) == {"title"}


async def test_citations_come_along_when_asked_for(service: Service) -> None:
    await service.hand_in()
    plain = (await service.client.get("/v1/claims")).json()["items"]
    expanded = (await service.client.get("/v1/claims?expand=citations")).json()["items"]
    assert "citations" not in plain[0]
    assert {citation["source_url"] for claim in expanded for citation in claim["citations"]} == {
        "https://stats.example/alder",
        "https://library.example/figures",
    }


async def test_the_past_can_be_asked_for(either: Service) -> None:
    made = await either.hand_in()
    claim = (await either.client.get(f"/v1/articles/{made['id']}/claims")).json()["items"][1]
    before = either.clock().isoformat().replace("+00:00", "Z")
    await either.work()
    now = (await either.client.get(f"/v1/articles/{made['id']}")).json()
    then = (await either.client.get(f"/v1/articles/{made['id']}?as_of={before}")).json()
    assert (then["status"], then["claims"]) == ("pending", {"pending": 2})
    assert now["status"] != "pending"
    assert (await either.client.get(f"/v1/claims/{claim['id']}?as_of={before}")).json()["status"] == "pending"
    assert (await either.client.get(f"/v1/articles/{made['id']}?as_of=2001-01-01T00:00:00Z")).status_code == 404
