"""Mail and chat: which addresses can be targets, and what is judged before apprise dials."""

from datetime import UTC, datetime

import pytest

from app.notify import ChatChannel, Egress, Message, Post, Target, TransportError, WebhookChannel

NOW = datetime(2026, 1, 1, tzinfo=UTC)
MESSAGE = Message("msg_1", "claim.status_changed", NOW, "{}", "A claim", "It changed")


async def inside(_host: str, _port: int) -> list[str]:
    return ["10.0.0.1"]


CLOSED = Egress(judge=lambda _address, _port: "private use", resolve=inside)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("url", ["file:///etc/passwd", "json://example.org", "dbus://", "exec://x", "mailto://"])
def test_services_that_are_not_for_people_are_refused(url: str) -> None:
    assert ChatChannel(CLOSED).refusal(url)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_mail_address_can_be_a_target() -> None:
    assert ChatChannel(CLOSED).refusal("mailtos://desk:word@mail.example.org/?to=editor@example.org") == ""


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_a_server_inside_is_never_dialled() -> None:
    with pytest.raises(TransportError):
        await ChatChannel(CLOSED).send(MESSAGE, Target("mailto://desk:word@mail.example.org/?to=editor@example.org"), NOW)


@pytest.mark.parametrize(("url", "wanted"), [("http://example.org/", "https"), ("nonsense", "scheme"), ("file:///x", "mailto")])
def test_the_scheme_chooses_the_channel(url: str, wanted: str) -> None:
    post = Post(WebhookChannel(CLOSED), ChatChannel(CLOSED))
    assert wanted in post.refusal(url)
