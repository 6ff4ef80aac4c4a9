"""Webhooks over the API: set, tested, rotated, stopped; what is sent is sent at least once and in order."""

from datetime import timedelta

from standardwebhooks import Webhook

from app.notify import TransportError, chat, webhook
from app.notify.egress import RESOLVE_DEADLINE_S
from app.store import webhooks
from app.workflow import announce
from tests.api.conftest import Service

URL = "https://cms.example/stet"


async def endpoint(service: Service, *types: str) -> dict[str, str]:
    made = await service.client.post("/v1/webhooks", json={"url": URL, "types": list(types)})
    assert made.status_code == 201, made.text
    found: dict[str, str] = made.json()
    return found


async def delivered(service: Service) -> None:
    while await announce.deliver_due(service.desk):
        pass


async def test_an_endpoint_is_told_of_what_it_asked_for(either: Service) -> None:
    await endpoint(either, "claim.status_changed")
    await either.hand_in()
    await either.work()
    await delivered(either)
    assert {message.type for message, _ in either.channel.sent} == {"claim.status_changed"}
    assert len(either.channel.sent) == 2


async def test_the_secret_is_shown_once(service: Service) -> None:
    made = await endpoint(service)
    assert made["secret"].startswith("whsec_")
    assert Webhook(made["secret"])
    assert "secret" not in (await service.client.get(f"/v1/webhooks/{made['id']}")).json()
    assert made["secret"] not in (await service.client.get("/v1/webhooks")).text


async def test_a_test_event_goes_to_this_endpoint_alone(either: Service) -> None:
    made = await endpoint(either, "run.finished")
    await endpoint(either)
    delivery = (await either.client.post(f"/v1/webhooks/{made['id']}:test")).json()
    await delivered(either)
    assert [(message.type, message.id) for message, _ in either.channel.sent] == [("webhook.test", delivery["message_id"])]
    listed = (await either.client.get(f"/v1/webhooks/{made['id']}/deliveries?state=delivered")).json()["items"]
    assert [item["id"] for item in listed] == [delivery["id"]]
    assert listed[0]["last_status"] == 204


async def test_both_secrets_sign_until_the_old_one_is_dropped(service: Service) -> None:
    made = await endpoint(service)
    new = (await service.client.post(f"/v1/webhooks/{made['id']}:rotate", json={"previous": "keep"})).json()
    await service.client.post(f"/v1/webhooks/{made['id']}:test")
    await delivered(service)
    assert service.channel.sent[-1][1].secrets == (new["secret"], made["secret"])
    last = (await service.client.post(f"/v1/webhooks/{made['id']}:rotate", json={"previous": "drop"})).json()
    await service.client.post(f"/v1/webhooks/{made['id']}:test")
    await delivered(service)
    assert list(service.channel.sent[-1][1].secrets) == [last["secret"]]


async def test_what_fails_is_tried_again_under_the_same_id(either: Service) -> None:
    made = await endpoint(either)
    first = (await either.client.post(f"/v1/webhooks/{made['id']}:test")).json()
    either.channel.fails = [TransportError("The receiver answered 500, not 2xx.", status=500)]
    await delivered(either)
    waiting = (await either.client.get(f"/v1/webhooks/{made['id']}/deliveries")).json()["items"][0]
    assert (waiting["state"], waiting["attempts"], waiting["last_status"]) == ("due", 1, 500)
    either.clock.ahead = timedelta(seconds=10)
    await delivered(either)
    assert [message.id for message, _ in either.channel.sent] == [first["message_id"]]


async def test_what_a_killed_sender_held_comes_back_when_its_lease_is_over(either: Service) -> None:
    made = await endpoint(either)
    first = (await either.client.post(f"/v1/webhooks/{made['id']}:test")).json()
    desk = either.desk
    with desk.begin() as session:
        webhooks.expand(session, desk.now())
        assert len(webhooks.take_due(session, desk.now(), limit=announce.BATCH, lease_s=announce.LEASE_S)) == 1
    assert await announce.deliver_due(desk) == 0
    either.clock.ahead = timedelta(seconds=announce.LEASE_S + 1)
    await delivered(either)
    assert [message.id for message, _ in either.channel.sent] == [first["message_id"]]


def test_a_lease_outlasts_the_longest_delivery() -> None:
    assert RESOLVE_DEADLINE_S + max(chat.DEADLINE_S, webhook.DEADLINE_S) < announce.LEASE_S


async def test_an_endpoint_that_is_gone_is_disabled_with_an_event(either: Service) -> None:
    made = await endpoint(either)
    await either.client.post(f"/v1/webhooks/{made['id']}:test")
    either.channel.fails = [TransportError("gone", status=410, gone=True)]
    await delivered(either)
    read = (await either.client.get(f"/v1/webhooks/{made['id']}")).json()
    assert "410" in read["disabled_why"]
    events = (await either.client.get("/v1/events?types=webhook.disabled")).json()["items"]
    assert [event["subject"] for event in events] == [made["id"]]
    assert (await either.client.post(f"/v1/webhooks/{made['id']}:test")).status_code == 409


async def test_days_of_failure_disable_an_endpoint(service: Service) -> None:
    made = await endpoint(service)
    await service.client.post(f"/v1/webhooks/{made['id']}:test")
    for day in range(5):
        service.clock.ahead = timedelta(days=day)
        service.channel.fails = [TransportError("down", status=503)]
        await announce.deliver_due(service.desk)
    assert "Nothing has arrived" in (await service.client.get(f"/v1/webhooks/{made['id']}")).json()["disabled_why"]


async def test_a_disabled_endpoint_gets_what_it_missed(service: Service) -> None:
    made = await endpoint(service, "article.created")
    assert (await service.client.post(f"/v1/webhooks/{made['id']}:disable")).json()["disabled_at"]
    await service.hand_in()
    await delivered(service)
    assert service.channel.sent == []
    assert (await service.client.post(f"/v1/webhooks/{made['id']}:enable")).json()["disabled_at"] is None
    await delivered(service)
    assert [message.type for message, _ in service.channel.sent] == ["article.created"]


async def test_a_delivery_is_sent_again_under_its_old_id(service: Service) -> None:
    made = await endpoint(service)
    first = (await service.client.post(f"/v1/webhooks/{made['id']}:test")).json()
    await delivered(service)
    again = await service.client.post(f"/v1/webhooks/{made['id']}/deliveries/{first['id']}:redeliver")
    assert again.status_code == 202
    await delivered(service)
    assert [message.id for message, _ in service.channel.sent] == [first["message_id"]] * 2
    assert (await service.client.post(f"/v1/webhooks/{made['id']}/deliveries/dlv_99:redeliver")).status_code == 404


async def test_address_and_events_can_be_changed_and_all_of_it_removed(service: Service) -> None:
    made = await endpoint(service)
    path = f"/v1/webhooks/{made['id']}"
    tag = (await service.client.get(path)).headers["etag"]
    changed = await service.client.put(path, json={"url": URL + "/2", "types": ["run.finished"]}, headers={"If-Match": tag})
    assert changed.json()["types"] == ["run.finished"]
    assert (await service.client.put(path, json={"url": URL}, headers={"If-Match": tag})).status_code == 412
    await service.client.post(f"{path}:test")
    await delivered(service)
    assert (await service.client.delete(path)).status_code == 204
    assert (await service.client.get(path)).status_code == 404


async def test_only_addresses_that_may_be_sent_to_are_taken(service: Service) -> None:
    for body in ({"url": "http://cms.example/"}, {"url": "ftp://x"}, {"url": URL, "types": ["article.born"]}, {"url": ""}):
        assert (await service.client.post("/v1/webhooks", json=body)).status_code == 422, body
