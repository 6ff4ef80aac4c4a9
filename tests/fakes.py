"""What tests pass in: a web that answers as told, snapshots in memory, a channel that keeps what is sent, a clock moved by hand."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from app.errors import NotFound
from app.fetch import Conditional, Previous, Visit
from app.notify import Message, Target, TransportError
from app.sources import Outcome


@dataclass
class FakeWeb:
    """Pages by URL; what is not there is a 404, what is in `gone` a 410. `raw` are bodies of XML. `ahead` moves its clock."""

    pages: dict[str, str] = field(default_factory=dict)
    visited: list[str] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    ahead: timedelta = timedelta()
    bug: bool = False
    raw: dict[str, str] = field(default_factory=dict)

    async def visit(
        self,
        url: str,
        *,
        conditional: Conditional | None = None,  # noqa: ARG002  the fetcher's signature
        previous: Previous | None = None,  # noqa: ARG002
        second: bool = False,  # noqa: ARG002
    ) -> Visit:
        self.visited.append(url)
        now = datetime.now(UTC) + self.ahead
        if url in self.gone:
            return Visit(url, url, Outcome.GONE, "status.410", now, 0.01, http_status=410)
        if self.bug:
            raise RuntimeError("a bug")
        if url in self.raw:
            body = self.raw[url].encode()
            return Visit(url, url, Outcome.OK, "http.200", now, 0.01, http_status=200, media_type="text/xml", body=body)
        text = self.pages.get(url)
        if text is None:
            return Visit(url, url, Outcome.NOT_FOUND, "http.404", now, 0.01, http_status=404)
        body = f"<html lang='en'><head><title>Page</title></head><body><main><p>{text}</p></main></body></html>".encode()
        return Visit(
            url, url, Outcome.OK, "http.200", now, 0.01, http_status=200,
            media_type="text/html", charset="utf-8", body=body, sha256=hashlib.sha256(body).hexdigest(), title="Page",
        )  # fmt: skip

    async def aclose(self) -> None:
        """Nothing is open."""


@dataclass
class MemorySnapshots:
    kept: dict[str, bytes] = field(default_factory=dict)

    def put(self, body: bytes) -> str:
        digest = hashlib.sha256(body).hexdigest()
        self.kept[digest] = body
        return digest

    def get(self, sha256: str) -> bytes:
        try:
            return self.kept[sha256]
        except KeyError as error:
            raise NotFound("no such snapshot") from error

    def has(self, sha256: str) -> bool:
        return sha256 in self.kept

    def delete(self, sha256: str, *, unless_put_since: datetime | None = None) -> bool:  # noqa: ARG002  nothing here has an age
        return self.kept.pop(sha256, None) is not None


@dataclass
class RecordingChannel:
    """Keeps what is sent; `fails` are raised first, one a message."""

    sent: list[tuple[Message, Target]] = field(default_factory=list)
    fails: list[TransportError] = field(default_factory=list)

    def refusal(self, url: str) -> str:
        return "" if url.lower().startswith("https://") else "A webhook is sent over https only."

    async def send(self, message: Message, target: Target, now: datetime) -> int:  # noqa: ARG002  the channel's signature
        if self.fails:
            raise self.fails.pop(0)
        self.sent.append((message, target))
        return 204

    async def aclose(self) -> None:
        """Nothing is open."""


@dataclass
class Clock:
    """The real time, moved on by hand."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead
