"""Where messages may go: the address is judged that is then connected to, so a name cannot change its mind in between."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import httpx

from app.errors import InvalidUrl
from app.notify.channel import TransportError
from app.sources import parse

Resolve = Callable[[str, int], Awaitable[list[str]]]
RESOLVE_DEADLINE_S = 10.0


async def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver; raises OSError."""
    async with asyncio.timeout(RESOLVE_DEADLINE_S):
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Pinned:
    """A URL with the one address to connect to."""

    url: httpx.URL
    host: str
    host_header: str


@dataclass(frozen=True, slots=True)
class Egress:
    """`judge(address, port)` gives the reason why an address must not be dialled, "" when it may (fetch's guard).

    `insecure` lets plain http through, for receivers on the same machine.
    """

    judge: Callable[[str, int], str]
    insecure: bool = False
    resolve: Resolve = field(default=resolve)

    def refusal(self, url: str) -> str:
        """Say why this text can be no target, "" when it can."""
        try:
            parsed = parse(url)
        except InvalidUrl as error:
            return str(error)
        if parsed.scheme != "https" and not self.insecure:
            return "A webhook is sent over https only: give an address that begins with https://."
        return ""

    async def pin(self, url: str) -> Pinned:
        """Resolve and judge. Raises TransportError, which never tells whether something inside answers."""
        refusal = self.refusal(url)
        if refusal:
            raise TransportError(refusal, permanent=True)
        parsed = parse(url)
        try:
            addresses = await self.resolve(parsed.host, parsed.port)
        except (OSError, TimeoutError) as error:
            raise TransportError("The receiver's name cannot be resolved.") from error
        plain = httpx.URL(parsed.url)
        for address in addresses:
            if not self.judge(address, parsed.port):
                return Pinned(plain.copy_with(host=address), parsed.host, plain.netloc.decode("ascii"))
        raise TransportError("The receiver's address is not one that Stet may send to.")
