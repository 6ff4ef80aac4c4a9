"""Feeds over the API."""

from tests.api.conftest import Service

FEED = {"url": "https://press.example/feed.xml", "every_s": 60, "backlog": 5, "tags": ["desk"]}


async def test_a_feed_is_watched_read_and_removed(either: Service) -> None:
    made = await either.client.post("/v1/feeds", json=FEED)
    assert (made.status_code, made.headers["location"]) == (201, "/v1/feeds/fed_1")
    assert made.json()["tags"] == ["desk"]
    assert (await either.client.post("/v1/feeds", json=FEED)).status_code == 409
    asked = await either.client.post("/v1/feeds/fed_1:poll")
    assert asked.status_code == 202
    await either.work()
    read = (await either.client.get("/v1/feeds/fed_1")).json()
    assert read["problem"] == "It could not be read: not found."
    assert (await either.client.get("/v1/feeds/fed_1/entries")).json()["items"] == []
    assert [item["id"] for item in (await either.client.get("/v1/feeds")).json()["items"]] == ["fed_1"]
    stale = await either.client.delete("/v1/feeds/fed_1", headers={"If-Match": '"1-0"'})
    assert stale.status_code == 412
    assert (await either.client.delete("/v1/feeds/fed_1")).status_code == 204
    assert (await either.client.get("/v1/feeds/fed_1")).status_code == 404


async def test_what_a_feed_listed_is_shown_with_what_became_of_it(service: Service) -> None:
    service.web.raw["https://press.example/feed.xml"] = "<rss><channel><item><link>https://press.example/a</link></item></channel></rss>"
    service.web.pages["https://press.example/a"] = "The library lends 48,000 books (https://library.example/figures)."
    await service.client.post("/v1/feeds", json=FEED)
    await service.work()
    (entry,) = (await service.client.get("/v1/feeds/fed_1/entries")).json()["items"]
    assert (entry["url"], entry["waiting"], entry["article"]) == ("https://press.example/a", False, "art_1")
    article = (await service.client.get("/v1/articles/art_1")).json()
    assert (article["external"], article["tags"]) == ({"system": "feed", "id": "https://press.example/a"}, ["desk"])
