"""A certificate that proves nothing is told apart by kind; content behind it is never fetched."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from app.fetch import Fetcher
from app.sources.outcome import Outcome
from tests.fetch.conftest import LOOPBACK
from tests.press.certificates import KINDS, trusted
from tests.press.server import Press, Talk
from tests.press.wire import ok

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket]


@pytest.fixture
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(ca: trustme.CA, tmp_path: Path) -> str:
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    return str(tmp_path / "ca.pem")


async def test_an_extra_root_is_trusted_and_the_certificate_recorded(ca: trustme.CA, ca_file: str, tmp_path: Path) -> None:
    async with Press({"/": ok}, tls=trusted(ca, tmp_path)) as press, Fetcher(replace(LOOPBACK, ca_file=ca_file)) as fetcher:
        visit = await fetcher.visit(press.url("/"))
    facts = visit.hops[-1].tls
    assert visit.outcome is Outcome.OK, visit
    assert facts
    assert (facts.problem, facts.verify_code, "trustme" in facts.issuer) == ("", 0, True), facts
    assert facts.not_after
    assert facts.not_after > datetime.now(UTC) + timedelta(days=1)


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_bad_certificate_is_named(ca: trustme.CA, ca_file: str, tmp_path: Path, kind: str) -> None:
    async with Press({"/": ok}, tls=KINDS[kind](ca, tmp_path)) as press, Fetcher(replace(LOOPBACK, ca_file=ca_file)) as fetcher:
        visit = await fetcher.visit(press.url("/"))
        assert press.met == []
    assert (visit.outcome, visit.body) == (Outcome.TLS_ERROR, b""), visit
    assert visit.hops[-1].tls is None or visit.hops[-1].tls.problem == kind
    assert kind in " ".join(visit.evidence)


async def test_a_tls_port_spoken_to_in_clear_is_a_bad_response(ca: trustme.CA, tmp_path: Path) -> None:
    async with Press({"/": ok}, tls=trusted(ca, tmp_path)) as press, Fetcher(LOOPBACK) as fetcher:
        visit = await fetcher.visit(press.url("/").replace("https:", "http:"))
    assert visit.outcome in (Outcome.BAD_RESPONSE, Outcome.CONNECTION_RESET)


async def test_a_clear_port_spoken_to_in_tls_is_a_tls_error(fetcher: Fetcher) -> None:
    async def answers_in_clear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(answers_in_clear, "127.0.0.1", 0)
    async with server:
        visit = await fetcher.visit(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    assert visit.outcome is Outcome.TLS_ERROR


async def test_a_redirect_into_a_bad_certificate_is_a_tls_error(ca: trustme.CA, tmp_path: Path, fetcher: Fetcher) -> None:
    async with Press({"/": ok}, tls=KINDS["self_signed"](ca, tmp_path)) as secure:

        async def to_secure(talk: Talk) -> None:
            await talk.answer(301, Location=secure.url("/"))

        async with Press({"/": to_secure}) as press:
            visit = await fetcher.visit(press.url("/"))
    assert (visit.outcome, visit.final_url) == (Outcome.TLS_ERROR, secure.url("/"))
