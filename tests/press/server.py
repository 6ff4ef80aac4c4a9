"""A press of misbehaving servers: raw sockets on loopback, because a library would refuse to lie."""

import asyncio
import contextlib
import socket
import ssl
import struct
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

Handler = Callable[["Talk"], Awaitable[None]]


@dataclass(slots=True)
class Talk:
    """One request and the means to answer it, truthfully or not."""

    path: str
    headers: Mapping[str, str]
    writer: asyncio.StreamWriter
    query: str = ""
    method: str = "GET"

    async def send(self, *pieces: bytes | str) -> None:
        for piece in pieces:
            self.writer.write(piece.encode("utf-8") if isinstance(piece, str) else piece)
        await self.writer.drain()

    async def answer(
        self, status: int = 200, body: bytes | str = b"", *, media_type: str = "text/html; charset=utf-8", **more: str
    ) -> None:
        """A proper answer. Keyword names become headers: x_robots_tag is X-Robots-Tag."""
        raw = body.encode("utf-8") if isinstance(body, str) else body
        lines = [f"HTTP/1.1 {status} Press", f"Content-Length: {len(raw)}", *([f"Content-Type: {media_type}"] if media_type else [])]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
        await self.send("\r\n".join(lines), "\r\n\r\n", raw)

    async def drip(self, data: bytes, pause_s: float) -> None:
        for number in range(len(data)):
            await self.send(data[number : number + 1])
            await asyncio.sleep(pause_s)

    def reset(self) -> None:
        """Close with RST instead of FIN."""
        sock: socket.socket = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


@dataclass(frozen=True, slots=True)
class Met:
    """A request as the server saw it."""

    host: str
    path: str
    headers: Mapping[str, str]
    began: float
    ended: float


@dataclass(slots=True)
class Press:
    """Routes by path; a path not listed is an honest 404. Every request is in `met`."""

    routes: Mapping[str, Handler]
    tls: ssl.SSLContext | None = None
    address: str = "127.0.0.1"
    met: list[Met] = field(default_factory=list)
    port: int = 0
    _server: asyncio.Server | None = None
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._talk, self.address, 0, ssl=self.tls, limit=2**20)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._server:
            self._server.close()
        for writer in tuple(self._open):
            writer.transport.abort()
        await asyncio.sleep(0)

    def url(self, path: str = "/", host: str = "") -> str:
        return f"{'https' if self.tls else 'http'}://{host or self.address}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [met.path for met in self.met]

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            while (talk := await _read(reader, writer)) and not writer.is_closing():
                began = time.monotonic()
                await self._handler(talk.path)(talk)
                target = f"{talk.path}?{talk.query}" if talk.query else talk.path
                self.met.append(Met(talk.headers.get("host", ""), target, talk.headers, began, time.monotonic()))
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError, asyncio.CancelledError):
            pass  # the caller has gone, or the test is over
        finally:
            self._open.discard(writer)
            with contextlib.suppress(OSError, ssl.SSLError):
                writer.close()

    def _handler(self, path: str) -> Handler:
        if path in self.routes:
            return self.routes[path]
        beginnings = [route for route in self.routes if route.endswith("*") and path.startswith(route[:-1])]
        return self.routes[max(beginnings, key=len)] if beginnings else missing


async def missing(talk: Talk) -> None:
    await talk.answer(404, "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>")


async def _read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Talk | None:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    path, _, query = target.partition("?")
    return Talk(path, headers, writer, query, method)
