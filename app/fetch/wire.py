"""One libcurl handle and what it is receiving: the callbacks of a transfer, bound once and used for many requests."""

import errno
import os
import socket
import time
from functools import lru_cache

import pycurl

from app.fetch.exchange import Request
from app.fetch.guard import Guard
from app.fetch.limits import Limits

# More interim answers than any honest server sends.
INTERIM_MAX = 200
# Header lines up to this length are remembered as read: dates, types and names of servers come again and again.
_KEPT_LINE_BYTES = 128
_BLANK = (b"\r\n", b"\n")
_BLANK_LINE = b"\r\n\r\n"
# One buffer for all transfers of a multi handle; 128 KB quarters the callbacks of a 50 KB page against libcurl's 16 KB
# (13,000 to 7,000 URLs/s).
_BUFFER_BYTES = 131_072
_MARKS_OF_SOCKET = socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK


class _Opened:
    """A socket on its way to libcurl, which takes a duplicate: ours is closed when this is let go."""

    __slots__ = ("_fd",)

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def fileno(self) -> int:
        return self._fd

    def __del__(self) -> None:
        os.close(self._fd)


class Wire:
    """A pooled handle. `begin` readies it for a request; what arrived is read from the fields afterwards.

    Header lines go straight into a list, without a Python call each (a page has ten); libcurl itself ends a flood at 300 KB,
    our own smaller cap is applied when the head is read.
    """

    __slots__ = (
        "_guard", "_is_named", "_is_trusting", "_limits", "_progress", "_progress_at", "_sent", "_soonest_s", "body", "body_bytes",
        "body_max", "curl", "head", "opened", "opened_at", "over", "refused", "started_at",
    )  # fmt: skip

    def __init__(self, limits: Limits, guard: Guard) -> None:
        self._guard = guard
        self._limits = limits
        self._soonest_s = min(limits.resolve_deadline_s, limits.connect_deadline_s, limits.first_byte_deadline_s, limits.idle_deadline_s)
        self._sent: tuple[str, ...] = ()
        self.head: list[bytes] = []
        self.curl = _handle(limits)
        self._is_trusting = False
        self.curl.setopt(pycurl.HEADERFUNCTION, self.head.append)
        self.curl.setopt(pycurl.WRITEFUNCTION, self._on_body)
        self.curl.setopt(pycurl.OPENSOCKETFUNCTION, self._on_open)

    def trust(self, ca_file: str) -> None:
        """Check certificates by the roots in this file; to be called before an https address is dialled."""
        if not self._is_trusting:
            self.curl.setopt(pycurl.CAINFO, ca_file)
            self._is_trusting = True

    def begin(self, request: Request, version: int) -> None:
        self._clear(request.wire_max_bytes or self._limits.wire_max_bytes)
        self._is_named = not (request.host[-1:].isdigit() or ":" in request.host)  # WHATWG: a host that ends in a digit is an address
        setopt = self.curl.setopt
        setopt(pycurl.URL, request.url)
        if request.headers is not self._sent:  # plain visits all send the very same lines
            self._sent = request.headers
            setopt(pycurl.HTTPHEADER, [line if line.isascii() else line.encode() for line in request.headers])
        setopt(pycurl.HTTP_VERSION, version)
        setopt(pycurl.TIMEOUT_MS, max(1, int(request.deadline_s * 1000)))
        if request.method != "GET":
            setopt(pycurl.POSTFIELDS, request.content)
            setopt(pycurl.CUSTOMREQUEST, request.method)
            setopt(pycurl.NOBODY, request.method == "HEAD")
        if request.addresses:
            setopt(pycurl.RESOLVE, [f"{request.host}:{request.port}:{','.join(request.addresses)}"])

    def _clear(self, body_max: int) -> None:
        self.head.clear()
        self.body: list[bytes] = []
        self.body_bytes = 0
        self.body_max = body_max
        self.opened = 0
        self.opened_at = 0.0
        self.over = self.refused = ""
        self.started_at = self._progress_at = time.monotonic()
        self._progress = 0

    def _on_open(self, _purpose: int, address: tuple[int, int, int, tuple[str, int]]) -> "_Opened | int":
        family, kind, protocol, (host, port, *_) = address
        why = "" if self._limits.proxy else self._guard.judge(host, port)
        if why:
            self.refused = why
            return int(pycurl.SOCKET_BAD)
        self.opened += 1
        self.opened_at = time.monotonic()
        return _Opened(socket.socket(family, kind | _MARKS_OF_SOCKET, protocol).detach())

    def _on_body(self, piece: bytes) -> int | None:
        self.body.append(piece)
        self.body_bytes += len(piece)
        if self.body_bytes > self.body_max:
            self.over = "body"
            return -1
        return None

    def headers(self) -> tuple[tuple[str, str], ...] | None:
        """Names in lower case and values of the last answer; None when its head is not whole. Bytes are UTF-8 if they can be, else Latin-1.

        Interim answers come before it, trailers after the blank line: neither may pose as its headers.
        """
        block = self._last_head()
        if block is None:
            return None
        if not block.isascii():
            try:
                text = block.decode("utf-8")
            except UnicodeDecodeError:
                text = block.decode("latin-1")
            return tuple([pair for line in text.split("\n") if (pair := _read_pair(line))])
        lines = block.split(b"\n")
        return tuple([pair for line in lines if (pair := _pair(line) if len(line) <= _KEPT_LINE_BYTES else _read_pair(line.decode()))])

    def _last_head(self) -> bytes | None:
        """The header lines of the last answer, between its status line and the blank one."""
        lines = self.head
        whole = b"".join(lines)
        if whole.endswith(_BLANK_LINE) and whole.find(b"HTTP/", 1) < 0 and whole.find(_BLANK_LINE) == len(whole) - len(_BLANK_LINE):
            return whole[len(lines[0]) :]  # one answer, no trailers: nearly all
        starts = [number for number, line in enumerate(lines) if line[:5] == b"HTTP/"]
        start = starts[-1] if starts else 0
        end = next((number for number, line in enumerate(lines) if number > start and line in _BLANK), 0)
        return b"".join(lines[start + 1 : end]) if end else None

    def head_bytes(self) -> int:
        return sum(map(len, self.head))

    def interim_answers(self) -> int:
        return sum(line.startswith(b"HTTP/") for line in self.head) - 1

    def phase(self) -> str:
        """How far the transfer is: resolve, connect, headers (asked, no whole answer yet) or body."""
        if self.headers() is not None:
            return "body"
        if self.curl.getinfo(pycurl.PRETRANSFER_TIME):
            return "headers"
        return "resolve" if self._is_named and not self.opened else "connect"

    def overdue(self, now: float) -> str:
        """The phase whose deadline has passed, or ""."""
        limits, progress = self._limits, len(self.head) + self.body_bytes
        if progress != self._progress:
            self._progress, self._progress_at = progress, now
        if now - self._progress_at < self._soonest_s:
            return ""
        phase = self.phase()
        match phase:
            case "resolve":
                late = now - self.started_at > limits.resolve_deadline_s
            case "connect":
                late = now - (self.opened_at or self.started_at) > limits.connect_deadline_s
            case "headers" if not progress:
                late = now - self.started_at - self.curl.getinfo(pycurl.PRETRANSFER_TIME) > limits.first_byte_deadline_s
            case _:
                late = now - self._progress_at > limits.idle_deadline_s
        return phase if late else ""


def _read_pair(line: str) -> tuple[str, str] | None:
    """Name and value of a header line; None when there is no colon."""
    name, colon, value = line.partition(":")
    return (name.rstrip().lower(), value.strip()) if colon else None


@lru_cache(2_048)
def _pair(line: bytes) -> tuple[str, str] | None:
    """The same of a short line in ASCII, remembered: most lines of an answer are those of the one before."""
    return _read_pair(line.decode())


def _handle(limits: Limits) -> pycurl.Curl:
    curl = pycurl.Curl()
    curl.setopt(pycurl.NOSIGNAL, 1)
    curl.setopt(pycurl.BUFFERSIZE, _BUFFER_BYTES)
    curl.setopt(pycurl.PROXY, limits.proxy)  # "" also makes libcurl ignore the proxy variables of the environment
    curl.setopt(pycurl.NETRC, pycurl.NETRC_IGNORED)
    curl.setopt(pycurl.HTTP_CONTENT_DECODING, 0)
    curl.setopt(pycurl.PATH_AS_IS, 1)
    curl.setopt(pycurl.OPT_CERTINFO, 1)
    curl.setopt(pycurl.CONNECTTIMEOUT_MS, int((limits.resolve_deadline_s + limits.connect_deadline_s) * 1000))
    curl.setopt(pycurl.TCP_NODELAY, 1)
    return curl


NO_ERRNO = frozenset({0, errno.EINPROGRESS, errno.EAGAIN})
