"""The guarded wire under an `httpx.AsyncClient`: for archives, feeds and webhooks, which speak httpx and must not reach inside either."""

import httpx

from app.fetch.exchange import Fault, Reply, Request
from app.fetch.transport import CurlTransport
from app.sources.outcome import Outcome

_DEADLINE_S = 60.0
# The body is decoded and whole when httpx sees it: these would contradict it.
_UNDONE = frozenset({"content-encoding", "content-length", "transfer-encoding"})

_CONNECT = frozenset({Outcome.UNSAFE_TARGET, Outcome.DNS_ERROR, Outcome.CONNECTION_REFUSED, Outcome.TLS_ERROR})
_PROTOCOL = frozenset({Outcome.BAD_RESPONSE, Outcome.INVALID_URL})


class GuardedTransport(httpx.AsyncBaseTransport):
    """Requests through `CurlTransport`: judged addresses, our caps and deadlines. Faults come out as httpx's own exceptions."""

    def __init__(self, transport: CurlTransport) -> None:
        self._transport = transport

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        timeouts = [seconds for seconds in request.extensions.get("timeout", {}).values() if seconds is not None]
        reply = await self._transport.exchange(
            Request(
                url=str(request.url),
                headers=tuple(f"{name}: {value}" for name, value in request.headers.items() if name != "content-length"),
                deadline_s=sum(timeouts) or _DEADLINE_S,
                method=request.method,
                content=await request.aread(),
            )
        )
        if reply.status is None or reply.fault:
            raise _error(reply.fault, request)
        return _response(reply, request)

    async def aclose(self) -> None:
        await self._transport.aclose()


def _response(reply: Reply, request: httpx.Request) -> httpx.Response:
    headers = [(name, value) for name, value in reply.headers if name not in _UNDONE]
    extensions = {"http_version": f"HTTP/{reply.http_version}".encode()}
    return httpx.Response(reply.status or 0, headers=headers, content=reply.body, request=request, extensions=extensions)


def _error(fault: Fault | None, request: httpx.Request) -> httpx.TransportError:
    """The text says what happened in our words; it does not tell what answers inside."""
    outcome = fault.outcome if fault else Outcome.BAD_RESPONSE
    if outcome is Outcome.TIMEOUT:
        kind: type[httpx.TransportError] = httpx.ConnectTimeout if fault and fault.phase == "connect" else httpx.ReadTimeout
    elif outcome in _CONNECT:
        kind = httpx.ConnectError
    elif outcome in _PROTOCOL:
        kind = httpx.RemoteProtocolError
    else:
        kind = httpx.ReadError
    return kind(str(outcome), request=request)
