"""All channels behind one: the scheme of the target's URL chooses."""

from datetime import datetime

from app.notify.channel import Channel, Message, Target


class Post:
    """Webhooks for http and https, chat for the rest."""

    def __init__(self, webhook: Channel, chat: Channel) -> None:
        self._webhook = webhook
        self._chat = chat

    def _for(self, url: str) -> Channel:
        scheme, found, _ = url.partition("://")
        return self._webhook if not found or scheme.lower() in {"http", "https"} else self._chat

    def refusal(self, url: str) -> str:
        return self._for(url).refusal(url)

    async def send(self, message: Message, target: Target, now: datetime) -> int | None:
        return await self._for(target.url).send(message, target, now)

    async def aclose(self) -> None:
        await self._webhook.aclose()
        await self._chat.aclose()
