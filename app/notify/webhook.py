"""Webhooks, signed as Standard Webhooks: receivers verify them with any of its libraries."""

import asyncio
import base64
import secrets
from datetime import UTC, datetime

import httpx
from standardwebhooks import Webhook

from app.notify.channel import Message, Target, TransportError
from app.notify.egress import Egress

DEADLINE_S = 15.0  # what the specification gives a receiver to answer
ANSWER_MAX_BYTES = 65_536  # an answer is read so far that the connection can be used again, and not further
SECRET_BYTES = 32


def new_secret() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def signed_headers(message: Message, target: Target, now: datetime) -> dict[str, str]:
    """Sign with every secret of the target, so that a receiver may hold either while they are being changed."""
    stamp = now.astimezone(UTC)
    signatures = [Webhook(secret).sign(message.id, stamp, message.body) for secret in target.secrets]
    return {
        "content-type": "application/json",
        "user-agent": "Stet-Webhooks/1",
        "webhook-id": message.id,
        "webhook-timestamp": str(int(stamp.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


class WebhookChannel:
    """Sends by POST: no redirects, no proxies of the environment, the address judged before it is dialled.

    Connections belong to the event loop that first sends; after `aclose` another loop may begin.
    """

    def __init__(self, egress: Egress, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._egress = egress
        self._transport = transport
        self._client: httpx.AsyncClient | None = None

    def refusal(self, url: str) -> str:
        return self._egress.refusal(url)

    async def send(self, message: Message, target: Target, now: datetime) -> int:
        pinned = await self._egress.pin(target.url)
        headers = {**signed_headers(message, target, now), "host": pinned.host_header}
        client = self._open()
        request = client.build_request("POST", pinned.url, content=message.body.encode(), headers=headers)
        request.extensions = {**request.extensions, "sni_hostname": pinned.host}
        status = await _status(client, request)
        if 200 <= status < 300:
            return status
        if status == 410:
            raise TransportError("The receiver answered 410: it wants no more messages.", status=status, gone=True)
        raise TransportError(f"The receiver answered {status}, not 2xx.", status=status)

    def _open(self) -> httpx.AsyncClient:
        if self._client is None:
            self._client = httpx.AsyncClient(follow_redirects=False, trust_env=False, timeout=DEADLINE_S, transport=self._transport)
        return self._client

    async def aclose(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None


async def _status(client: httpx.AsyncClient, request: httpx.Request) -> int:
    try:
        async with asyncio.timeout(DEADLINE_S):  # of all together: the client's own time-out begins anew with each byte that drips in
            response = await client.send(request, stream=True)
            try:
                await _drain(response)
            finally:
                await response.aclose()
    except (httpx.TimeoutException, TimeoutError) as error:
        raise TransportError(f"The receiver did not answer within {DEADLINE_S:.0f} seconds.") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise TransportError(f"The receiver could not be reached ({type(error).__name__}).") from error
    return response.status_code


async def _drain(response: httpx.Response) -> None:
    seen = 0
    async for chunk in response.aiter_raw():
        seen += len(chunk)
        if seen > ANSWER_MAX_BYTES:
            return
