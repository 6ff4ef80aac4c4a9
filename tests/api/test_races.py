"""Several callers at once: nobody overwrites another, nothing is there twice."""

import asyncio

from app.workflow import announce
from tests.api.conftest import ARTICLE, Service

BODY = {"body": ARTICLE, "format": "text"}


async def test_the_same_article_handed_in_eight_times_at_once_is_one(either: Service) -> None:
    put = [either.client.put("/v1/articles/by-external/cms/1", json=BODY) for _ in range(8)]
    answers = await asyncio.gather(*put)
    assert {answer.status_code for answer in answers} <= {200, 201, 409}
    assert [answer.status_code for answer in answers].count(201) == 1
    items = (await either.client.get("/v1/articles")).json()["items"]
    assert [item["external"]["id"] for item in items] == ["1"]
    claims = (await either.client.get(f"/v1/articles/{items[0]['id']}/claims")).json()["items"]
    assert len(claims) == 2


async def test_of_two_editors_on_one_version_one_is_told(either: Service) -> None:
    made = await either.hand_in()
    path = f"/v1/articles/{made['id']}"
    tag = (await either.client.get(path)).headers["etag"]
    texts = [ARTICLE.replace("48,000", f"{number},000") for number in (50, 51, 52)]
    write = [either.client.put(path, json={"body": text, "format": "text"}, headers={"If-Match": tag}) for text in texts]
    answers = await asyncio.gather(*write)
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412]
    assert (await either.client.get(path)).json()["revision"] == 2


async def test_reviews_at_once_all_stay_and_the_log_has_no_gap(either: Service) -> None:
    made = await either.hand_in()
    await either.work()
    claims = (await either.client.get(f"/v1/articles/{made['id']}/claims?expand=citations")).json()["items"]
    paths = [f"/v1/citations/{claim['citations'][0]['id']}/reviews" for claim in claims] * 4
    answers = await asyncio.gather(*(either.client.post(path, json={"decision": "confirmed"}) for path in paths))
    assert {answer.status_code for answer in answers} == {201}
    events = (await either.client.get("/v1/events?limit=200")).json()["items"]
    assert [event["id"] for event in events] == [f"evt_{number + 1}" for number in range(len(events))]
    assert sum(event["type"] == "review.recorded" for event in events) == 8


async def test_six_senders_of_one_queue_send_nothing_twice(either: Service) -> None:
    await either.client.post("/v1/webhooks", json={"url": "https://cms.example/", "types": ["article.created"]})
    for number in range(10):
        await either.hand_in(f"Town {number} grew by {number}.5 percent.")
    await asyncio.gather(*(announce.deliver_due(either.desk) for _ in range(6)))
    while await announce.deliver_due(either.desk):
        pass
    sent = [message.id for message, _ in either.channel.sent]
    assert len(sent) == len(set(sent)) == 10
