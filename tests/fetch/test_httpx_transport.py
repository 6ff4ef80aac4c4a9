"""httpx over the guarded wire: what httpx promises its callers, with our guard underneath."""

import gzip
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
import pytest_asyncio

from app.fetch.guard import Guard
from app.fetch.httpx_transport import GuardedTransport
from app.fetch.transport import CurlTransport
from tests.fetch.conftest import LOOPBACK
from tests.press.server import Press, Talk
from tests.press.wire import WIRE, ok

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket]


@pytest_asyncio.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = GuardedTransport(CurlTransport(replace(LOOPBACK, first_byte_deadline_s=3.0), Guard(LOOPBACK.allow_networks)))
    async with httpx.AsyncClient(transport=transport, timeout=5.0, trust_env=False) as made:
        yield made


async def echo(talk: Talk) -> None:
    await talk.answer(201, f"{talk.method} {talk.headers.get('content-type', '')}", X_Seen=talk.headers.get("x-mine", ""))


async def packed(talk: Talk) -> None:
    await talk.answer(200, gzip.compress(b"unpacked"), Content_Encoding="gzip")


async def test_a_page_is_read_and_decoded(client: httpx.AsyncClient) -> None:
    async with Press({"/": packed}) as press:
        response = await client.get(press.url("/"))
    assert (response.status_code, response.text, response.http_version) == (200, "unpacked", "HTTP/1.1")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_other_methods_go_through(client: httpx.AsyncClient, method: str) -> None:
    async with Press({"/": echo}) as press:
        response = await client.request(method, press.url("/"), json={} if method != "DELETE" else None, headers={"X-Mine": "1"})
    assert (response.status_code, response.text.split()[0], response.headers["x-seen"]) == (201, method, "1")


async def test_redirects_are_httpxs_own(client: httpx.AsyncClient) -> None:
    async def away(talk: Talk) -> None:
        await talk.answer(302, Location="/there")

    async with Press({"/": away, "/there": ok}) as press:
        assert (await client.get(press.url("/"))).status_code == 302
        assert (await client.get(press.url("/"), follow_redirects=True)).status_code == 200


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/never-answers", httpx.ReadTimeout),
        ("/resets-at-once", httpx.ReadError),
        ("/http-09", httpx.RemoteProtocolError),
        ("/length-too-large", httpx.ReadError),
    ],
)
async def test_faults_are_httpxs_exceptions(client: httpx.AsyncClient, path: str, error: type[Exception]) -> None:
    async with Press({name: handler for name, (handler, _) in WIRE.items()}) as press:
        with pytest.raises(error):
            await client.get(press.url(path))


async def test_nothing_inside_is_reached(client: httpx.AsyncClient) -> None:
    with pytest.raises(httpx.ConnectError, match=r"^unsafe_target$"):
        await client.get("http://10.0.0.1/")
