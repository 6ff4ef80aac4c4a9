"""Channels for events: webhooks, mail and chat."""

from app.notify.channel import Channel, Message, Target, TransportError
from app.notify.chat import ChatChannel
from app.notify.egress import Egress
from app.notify.post import Post
from app.notify.schedule import GIVE_UP_AFTER, next_attempt
from app.notify.webhook import WebhookChannel, new_secret

__all__ = [
    "GIVE_UP_AFTER",
    "Channel",
    "ChatChannel",
    "Egress",
    "Message",
    "Post",
    "Target",
    "TransportError",
    "WebhookChannel",
    "new_secret",
    "next_attempt",
]
