"""Only a name server that knows may call a name dead: asked over UDP, as it is when a look-up has failed."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import cast

import dns.asyncresolver
import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from app.fetch.names import ask_name_servers
from app.sources.outcome import Outcome

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket]

Answer = Callable[[dns.message.Message], dns.message.Message | None]


def _reply(query: dns.message.Message, rcode: dns.rcode.Rcode = dns.rcode.NOERROR) -> dns.message.Message:
    reply = dns.message.make_response(query)
    reply.set_rcode(rcode)
    return reply


def nxdomain_with_soa(query: dns.message.Message) -> dns.message.Message:
    reply = _reply(query, dns.rcode.NXDOMAIN)
    reply.authority.append(dns.rrset.from_text("example.", 60, "IN", "SOA", "ns.example. admin.example. 1 2 3 4 5"))
    return reply


def nxdomain_with_authority(query: dns.message.Message) -> dns.message.Message:
    reply = _reply(query, dns.rcode.NXDOMAIN)
    reply.flags |= dns.flags.AA
    return reply


def bare_nxdomain(query: dns.message.Message) -> dns.message.Message:
    return _reply(query, dns.rcode.NXDOMAIN)


def servfail(query: dns.message.Message) -> dns.message.Message:
    return _reply(query, dns.rcode.SERVFAIL)


def refused(query: dns.message.Message) -> dns.message.Message:
    return _reply(query, dns.rcode.REFUSED)


def no_address(query: dns.message.Message) -> dns.message.Message:
    return _reply(query)


def an_address(query: dns.message.Message) -> dns.message.Message:
    reply = _reply(query)
    reply.answer.append(dns.rrset.from_text(query.question[0].name, 60, "IN", "A", "192.0.2.1"))
    return reply


def silence(_: dns.message.Message) -> None:
    return None


class _NameServer(asyncio.DatagramProtocol):
    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        reply = self._answer(dns.message.from_wire(data))
        if reply:
            self._transport.sendto(reply.to_wire(), addr)


@asynccontextmanager
async def name_server(answer: Answer) -> AsyncIterator[dns.asyncresolver.Resolver]:
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(lambda: _NameServer(answer), ("127.0.0.1", 0))
    resolver = dns.asyncresolver.Resolver(configure=False)
    resolver.nameservers = ["127.0.0.1"]
    resolver.port = transport.get_extra_info("sockname")[1]
    try:
        yield resolver
    finally:
        transport.close()


@pytest.mark.parametrize(
    ("answer", "outcome", "name"),
    [
        (nxdomain_with_soa, Outcome.DNS_NOT_FOUND, "nxdomain"),
        (nxdomain_with_authority, Outcome.DNS_NOT_FOUND, "nxdomain"),
        (bare_nxdomain, Outcome.DNS_ERROR, "nxdomain_without_proof"),
        (servfail, Outcome.DNS_ERROR, "servfail"),
        (refused, Outcome.DNS_ERROR, "servfail"),
        (no_address, Outcome.DNS_ERROR, "no_address"),
        (an_address, Outcome.DNS_ERROR, "answers_by_now"),
        (silence, Outcome.DNS_ERROR, "resolver_timeout"),
    ],
)
async def test_every_answer_has_its_meaning(answer: Answer, outcome: Outcome, name: str) -> None:
    async with name_server(answer) as resolver:
        found, cause = await ask_name_servers("gone.kestrel.press", 0.5, resolver)
    assert (found, cause.name) == (outcome, name)


@pytest.mark.parametrize("host", ["gone.invalid", "gone.test", "gone.example", "gone.onion"])
async def test_what_nobody_can_register_needs_no_proof(host: str) -> None:
    async with name_server(bare_nxdomain) as resolver:
        found, _ = await ask_name_servers(host, 0.5, resolver)
    assert found is Outcome.DNS_NOT_FOUND


async def test_a_machine_without_name_servers_knows_nothing() -> None:
    resolver = dns.asyncresolver.Resolver(configure=False)
    found, cause = await ask_name_servers("gone.example", 0.5, resolver)
    assert (found, cause.layer) == (Outcome.DNS_ERROR, "dns")
