"""What one request is told and what it brought: the words between the transport and the visit."""

from typing import NamedTuple

from app.fetch.record import Cause, Timings, TlsFacts
from app.sources.outcome import Outcome

REDIRECT_STATUSES = frozenset({301, 302, 303, 307, 308})


class Request(NamedTuple):
    """One request, a GET unless `method` says otherwise.

    `url` is serialised by the one parser; `headers` are lines as sent; `deadline_s` bounds it from start to end.
    """

    url: str
    headers: tuple[str, ...] = ()
    deadline_s: float = 60.0
    http1_only: bool = False
    wire_max_bytes: int | None = None
    host: str = ""
    port: int = 0
    addresses: tuple[str, ...] = ()  # in the place of the system's resolver
    method: str = "GET"
    content: bytes = b""


class Fault(NamedTuple):
    """Why there is no whole answer. `kind` refines it: the kind of a TLS error, why an address was refused."""

    outcome: Outcome
    phase: str
    kind: str = ""


class Reply(NamedTuple):
    """What one request brought. `status` is None when no head of an answer arrived; `body` is decoded as far as it went.

    `headers` are all of the final answer, names in lower case. With `fault`, status and body are what came before it.
    """

    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    wire_bytes: int = 0
    fault: Fault | None = None
    address: str = ""
    http_version: str = ""
    timings: Timings = Timings()
    tls: TlsFacts | None = None
    causes: tuple[Cause, ...] = ()

    def header(self, name: str) -> str:
        """All values of a header, joined by comma; "" when absent."""
        return ", ".join([value for key, value in self.headers if key == name and value])
