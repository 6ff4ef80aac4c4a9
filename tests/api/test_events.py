"""The log of changes: by cursor without a gap, and as a stream that can be picked up again."""

import json

import httpx
import pytest

from tests.api.conftest import Service
from tests.api.servers import serving

Frame = dict[str, str]
STAY = {"Accept": "text/event-stream"}


async def read_frames(client: httpx.AsyncClient, path: str, count: int, **headers: str) -> list[Frame]:
    frames: list[Frame] = []
    async with client.stream("GET", path, headers={**STAY, **headers}) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        frame: Frame = {}
        async for line in answer.aiter_lines():
            if not line and "data" in frame:
                frames.append(frame)
                if len(frames) == count:
                    break
            if not line:
                frame = {}
                continue
            name, _, value = line.partition(": ")
            frame[name] = value
    return frames


async def test_the_log_is_read_by_cursor_without_a_gap(either: Service) -> None:
    await either.hand_in()
    await either.work()
    whole = (await either.client.get("/v1/events?limit=200")).json()
    ids = [event["id"] for event in whole["items"]]
    assert ids == [f"evt_{number + 1}" for number in range(len(ids))]
    assert whole["last"] == ids[-1]
    pages: list[str] = []
    url = "/v1/events?limit=2"
    while url:
        page = (await either.client.get(url)).json()
        pages += [event["id"] for event in page["items"]]
        url = f"/v1/events?limit=2&cursor={page['next']}" if page["next"] else ""
    assert pages == ids


async def test_a_reader_goes_on_after_the_last_event_it_saw(service: Service) -> None:
    await service.hand_in()
    last = (await service.client.get("/v1/events?limit=200")).json()["last"]
    nothing = (await service.client.get(f"/v1/events?after={last}")).json()
    assert (nothing["items"], nothing["last"]) == ([], last)
    await service.hand_in("Another town grew by 4 percent.")
    new = (await service.client.get(f"/v1/events?after={last}")).json()["items"]
    assert new[0]["type"] == "article.created"


async def test_the_log_is_narrowed(service: Service) -> None:
    made = await service.hand_in()
    await service.hand_in("Another town grew by 4 percent.")
    await service.work()
    of_article = (await service.client.get(f"/v1/events?article={made['id']}&limit=200")).json()["items"]
    assert {event["article"] for event in of_article} == {made["id"]}
    created = (await service.client.get("/v1/events?types=article.created,article.deleted")).json()["items"]
    assert [event["type"] for event in created] == ["article.created"] * 2
    one = (await service.client.get(f"/v1/events/{created[0]['id']}")).json()
    assert one == created[0]


@pytest.mark.enable_socket
async def test_a_stream_is_picked_up_where_it_broke_off(service: Service) -> None:
    await service.hand_in()
    await service.work()
    ids = [event["id"] for event in (await service.client.get("/v1/events?limit=200")).json()["items"]]
    with serving(service.app) as base:
        async with httpx.AsyncClient(base_url=base, headers=service.client.headers, timeout=20) as client:
            first = await read_frames(client, "/v1/events/stream?after=evt_1", 2)
            rest = await read_frames(client, "/v1/events/stream", len(ids) - 3, **{"Last-Event-ID": first[-1]["id"]})
            streamed = ["evt_1", *(frame["id"] for frame in [*first, *rest])]
    assert streamed == ids
    assert json.loads(first[0]["data"])["id"] == first[0]["id"]
    assert json.loads(first[0]["data"])["type"] == first[0]["event"]


@pytest.mark.enable_socket
async def test_a_stream_tells_what_happens_while_it_is_open(service: Service) -> None:
    with serving(service.app) as base:
        async with httpx.AsyncClient(base_url=base, headers=service.client.headers, timeout=20) as client:
            async with client.stream("GET", "/v1/events/stream?types=article.created", headers=STAY) as answer:
                lines = answer.aiter_lines()
                assert await anext(lines) == "retry: 3000"
                made = await service.hand_in()
                while not (line := await anext(lines)).startswith("data: "):
                    pass
            assert json.loads(line.removeprefix("data: "))["subject"] == made["id"]
            bad = await client.get("/v1/events/stream", headers={"Last-Event-ID": "nonsense"})
    assert bad.status_code == 422


@pytest.mark.enable_socket
async def test_there_is_an_end_to_open_streams(service: Service) -> None:
    service.app.state.front.streams.update(object() for _ in range(200))
    with serving(service.app) as base:
        async with httpx.AsyncClient(base_url=base, headers=service.client.headers, timeout=20) as client:
            answer = await client.get("/v1/events/stream")
    assert answer.status_code == 429
    assert answer.headers["retry-after"]


async def test_a_reader_who_does_not_ask_for_a_stream_gets_what_there_is_and_the_end(service: Service) -> None:
    await service.hand_in()
    answer = await service.client.get("/v1/events/stream?after=evt_1")
    assert answer.text.startswith("retry: 3000")
    assert "evt_1" not in answer.text
