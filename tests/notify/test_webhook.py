"""Webhooks: what arrives can be verified, and what must not be sent is not."""

from datetime import UTC, datetime

import httpx
import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from app.notify import Egress, Message, Target, TransportError, WebhookChannel, new_secret
from tests.notify.receivers import receiver

pytestmark = pytest.mark.enable_socket
NOW = datetime.now(UTC)
MESSAGE = Message("msg_1", "claim.status_changed", NOW, '{"type":"claim.status_changed"}', "A claim", "It changed")
OPEN = Egress(judge=lambda _address, _port: "", insecure=True)


async def sent(url: str, *secrets: str, egress: Egress = OPEN) -> int:
    channel = WebhookChannel(egress)
    try:
        return await channel.send(MESSAGE, Target(url, secrets or (new_secret(),)), NOW)
    finally:
        await channel.aclose()


async def test_a_receiver_verifies_the_message_with_the_library() -> None:
    secret = new_secret()
    with receiver() as at:
        status = await sent(at.url, secret)
    assert status == 204
    assert Webhook(secret).verify(at.got[0].body, at.got[0].headers) == {"type": "claim.status_changed"}
    assert at.got[0].headers["webhook-id"] == "msg_1"
    assert at.got[0].headers["host"] == f"127.0.0.1:{at.port}"


async def test_either_secret_verifies_while_they_are_being_changed() -> None:
    new, old = new_secret(), new_secret()
    with receiver() as at:
        await sent(at.url, new, old)
    for secret in (new, old):
        assert Webhook(secret).verify(at.got[0].body, at.got[0].headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(new_secret()).verify(at.got[0].body, at.got[0].headers)


async def test_410_says_that_the_receiver_wants_no_more() -> None:
    with receiver(410) as at, pytest.raises(TransportError) as caught:
        await sent(at.url)
    assert caught.value.gone
    assert caught.value.status == 410


@pytest.mark.parametrize("status", [302, 307, 404, 500])
async def test_only_2xx_is_delivered_and_redirects_are_not_followed(status: int) -> None:
    with receiver(204) as elsewhere, receiver(status) as at:
        at.location = elsewhere.url
        with pytest.raises(TransportError) as caught:
            await sent(at.url)
    assert caught.value.status == status
    assert elsewhere.got == []


async def test_an_address_that_the_guard_refuses_is_never_dialled() -> None:
    guarded = Egress(judge=lambda address, _port: "loopback" if address.startswith("127.") else "", insecure=True)
    with receiver() as at, pytest.raises(TransportError) as caught:
        await sent(at.url, egress=guarded)
    assert at.got == []
    assert "loopback" not in str(caught.value)


async def test_the_judged_address_is_the_one_that_is_dialled() -> None:
    asked: list[str] = []

    async def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    pinned = Egress(judge=lambda _address, _port: "", insecure=True, resolve=resolve)
    with receiver() as at:
        await sent(f"http://cms.example.org:{at.port}/hook", egress=pinned)
    assert asked == ["cms.example.org"]
    assert at.got[0].headers["host"] == f"cms.example.org:{at.port}"


async def test_nobody_there_is_a_failure_that_may_pass() -> None:
    with receiver() as at:
        url = at.url
    with pytest.raises(TransportError) as caught:
        await sent(url)
    assert not caught.value.permanent
    assert not caught.value.gone


async def test_a_name_that_does_not_resolve_is_a_failure_that_may_pass() -> None:
    async def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError

    with pytest.raises(TransportError) as caught:
        await sent("http://gone.example/", egress=Egress(judge=lambda _a, _p: "", insecure=True, resolve=nowhere))
    assert not caught.value.permanent


async def test_tls_names_the_host_and_dials_the_address() -> None:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, stream=httpx.ByteStream(b"thanks"))

    async def resolve(_host: str, _port: int) -> list[str]:
        return ["192.0.2.7"]

    egress = Egress(judge=lambda _address, _port: "", resolve=resolve)
    channel = WebhookChannel(egress, httpx.MockTransport(handle))
    await channel.send(MESSAGE, Target("https://cms.example.org/hook", (new_secret(),)), NOW)
    await channel.aclose()
    assert seen[0].url.host == "192.0.2.7"
    assert seen[0].headers["host"] == "cms.example.org"
    assert seen[0].extensions["sni_hostname"] == "cms.example.org"


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "ftp://example.org/", "https://user:word@example.org/", "https://exa mple.org/", "https://", "javascript:1"],
)
def test_what_is_no_https_address_is_refused_in_words(url: str) -> None:
    assert WebhookChannel(Egress(judge=lambda _a, _p: "")).refusal(url)
