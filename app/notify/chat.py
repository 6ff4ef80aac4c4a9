"""Mail and chat by apprise. Targets are set by administrators only: apprise dials by itself, so only its host is judged beforehand."""

import asyncio
from datetime import datetime
from urllib.parse import urlsplit

from app.notify.channel import Message, Target, TransportError
from app.notify.egress import Egress

# Services whose messages people read; apprise knows over a hundred more, some of which run commands or write files.
SCHEMES = ("mailto", "mailtos", "slack", "msteams", "discord", "mmosts", "rockets", "matrixs", "tgram", "ntfys", "gchat", "zulip")
# In these the URL names a server of one's own; in the others the host part is a token and the server is fixed.
OWN_SERVER = {"mailto": 25, "mailtos": 587, "mmosts": 443, "rockets": 443, "matrixs": 443, "ntfys": 443}
DEADLINE_S = 30.0


class ChatChannel:
    """One message for people: a line of title and some of text."""

    def __init__(self, egress: Egress) -> None:
        self._egress = egress

    def refusal(self, url: str) -> str:
        import apprise  # noqa: PLC0415  half a second that only those pay who mail or chat

        if urlsplit(url).scheme.lower() not in SCHEMES:
            return f"A channel's address begins with https:// or one of {', '.join(SCHEMES)}."
        return "" if apprise.Apprise().add(url) else "The address is incomplete for this service; see apprise's documentation."

    async def send(self, message: Message, target: Target, now: datetime) -> None:  # noqa: ARG002  the channel's signature
        import apprise  # noqa: PLC0415  as above

        await self._judge(target.url)
        service = apprise.Apprise()
        if not service.add(target.url):
            raise TransportError("The address is incomplete for this service.", permanent=True)
        try:
            async with asyncio.timeout(DEADLINE_S):
                sent = await service.async_notify(body=message.text, title=message.title)
        except (OSError, TimeoutError) as error:
            raise TransportError("The service could not be reached.") from error
        if not sent:
            raise TransportError("The service did not take the message.")

    async def _judge(self, url: str) -> None:
        parts = urlsplit(url)
        port = OWN_SERVER.get(parts.scheme.lower())
        if port is None or not parts.hostname:
            return
        try:
            addresses = await self._egress.resolve(parts.hostname, parts.port or port)
        except (OSError, TimeoutError) as error:
            raise TransportError("The service's name cannot be resolved.") from error
        if any(self._egress.judge(address, 443) for address in addresses):
            raise TransportError("The service's address is not one that Stet may send to.")

    async def aclose(self) -> None:
        """Nothing is kept open."""
