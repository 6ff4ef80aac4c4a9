"""What every channel takes and how it fails."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """One event for one receiver. `id` stays the same over all attempts; `body` is JSON; `title` and `text` are for people."""

    id: str
    type: str
    at: datetime
    body: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where to: the scheme of the URL chooses the channel. Two secrets while one is being replaced, the new one first."""

    url: str
    secrets: tuple[str, ...] = ()


class TransportError(Exception):
    """It did not arrive. `permanent`: no attempt at this target will ever succeed; `gone`: the receiver wants no more."""

    def __init__(self, message: str, *, status: int | None = None, permanent: bool = False, gone: bool = False) -> None:
        super().__init__(message)
        self.status = status
        self.permanent = permanent
        self.gone = gone


class Channel(Protocol):
    """A way to send messages. The real ones are `WebhookChannel` and `ChatChannel`; tests pass a RecordingChannel."""

    def refusal(self, url: str) -> str:
        """Say why this URL can be no target, "" when it can; looks at the text only."""
        ...

    async def send(self, message: Message, target: Target, now: datetime) -> int | None:
        """Send once; return the HTTP status where there is one. Raises TransportError."""
        ...

    async def aclose(self) -> None: ...
