"""No address is dialled that is not public, however it is written, wrapped or answered."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from ipaddress import ip_address, ip_network

import pytest

from app.fetch import Fetcher
from app.fetch.guard import Guard, forbidden
from app.sources.outcome import Outcome, Resolves
from tests.fetch.conftest import LOOPBACK
from tests.press.pages import article
from tests.press.server import Press, Talk
from tests.press.wire import ok

FORBIDDEN = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "100.127.255.254",
    "127.0.0.1",
    "127.255.255.255",
    "169.254.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.8",
    "192.0.0.9",
    "192.0.0.170",
    "192.0.0.192",
    "192.0.2.1",
    "192.31.196.1",
    "192.52.193.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.168.255.255",
    "192.175.48.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1",
    "::ffff:0:8.8.8.8",
    "::8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::169.254.169.254",
    "64:ff9b:1::1",
    "64:ff9b:1:7f00:0:100::",
    "64:ff9b:1:808:8:800::",
    "100::1",
    "100:0:0:1::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:2::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2002:a9fe:a9fe::",
    "2620:4f:8000::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00::1",
    "fd00:ec2::254",
    "fd20:ce::254",
    "fe80::1",
    "fe80::a9fe:a9fe",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "4000::1",
]
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.1",
    "93.184.216.34",
    "100.63.255.255",
    "100.128.0.1",
    "126.255.255.255",
    "128.0.0.1",
    "169.253.0.1",
    "169.255.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "191.255.255.255",
    "192.0.1.1",
    "192.169.0.1",
    "198.17.255.255",
    "198.20.0.1",
    "223.255.255.255",
    "2606:4700::1111",
    "2a00:1450:4001:80b::200e",
    "2001:4860:4860::8888",
    "2400:cb00::1",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2002:808:808::1",
]


@pytest.mark.parametrize("address", FORBIDDEN)
def test_special_addresses_are_forbidden(address: str) -> None:
    assert forbidden(ip_address(address))
    assert Guard().judge(address, 80)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_not(address: str) -> None:
    assert forbidden(ip_address(address)) == ""
    assert Guard().judge(address, 443) == ""


@pytest.mark.parametrize("text", ["", "fe80::1%eth0", "::1%lo", "localhost", "127.1", "1.2.3.4.5", "1.1.1.1 "])
def test_what_is_no_plain_address_is_not_dialled(text: str) -> None:
    assert Guard().judge(text, 80)


def test_an_opened_network_is_open_on_every_port_and_no_further() -> None:
    guard = Guard(allow=(ip_network("127.0.0.0/8"),))
    assert [guard.judge(address, 8080) for address in ("127.0.0.1", "::ffff:127.0.0.1")] == ["", ""]
    assert guard.judge("10.0.0.1", 80) == "private use"
    assert guard.judge("::1", 80)


def test_other_ports_of_public_addresses_are_refused() -> None:
    assert Guard().judge("8.8.8.8", 25) == "port"
    assert Guard(ports=frozenset({80, 443, 8443})).judge("8.8.8.8", 8443) == ""


@pytest.mark.parametrize("own", [("127.0.0.1", 8017), ("0.0.0.0", 8017), ("::", 8017), ("localhost", 8017)])
def test_our_own_socket_is_closed_even_in_an_opened_network(own: tuple[str, int]) -> None:
    guard = Guard(allow=(ip_network("127.0.0.0/8"),), own=(own,))
    assert guard.judge("127.0.0.1", 8017) == "our own address"
    assert guard.judge("127.0.0.1", 8018) == ""


LOOPBACKS = [
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "0x7f.1",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "127.0.0.1.",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[0:0:0:0:0:0:0:1]",
]


@pytest.mark.parametrize("host", LOOPBACKS)
async def test_loopback_is_known_however_it_is_written(host: str) -> None:
    async with Fetcher() as fetcher:
        visit = await fetcher.visit(f"http://{host}/")
    assert (visit.outcome, visit.resolves) == (Outcome.UNSAFE_TARGET, Resolves.BLOCKED)
    assert all(not hop.address for hop in visit.hops)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "http://user@example.org/",
        "http://u:p@example.org/",
        "http://a..b/",
        "http://example.org:99999/",
        "http://example.org:0/",
        "http://" + "a" * 70 + ".org/",
        "http://exa mple.org/",
        "http://[::1/",
        "",
        "example.org",
        "http://example.org/\0",
        "http:\\\\example.org",
        "javascript:alert(1)",
        "http://",
        "http://" + "a." * 130 + "org/",
        "mailto:a@example.org",
    ],
)
async def test_what_is_no_url_for_us_never_reaches_a_socket(url: str) -> None:
    async with Fetcher() as fetcher:
        visit = await fetcher.visit(url)
    assert (visit.outcome, visit.hops) == (Outcome.INVALID_URL, ())


@pytest.mark.parametrize("url", ["http://8.8.8.8:25/", "http://[2606:4700::1111]:6379/", "http://example.org:22/"])
async def test_ports_beside_the_web_are_refused_before_any_look_up(url: str) -> None:
    async with Fetcher() as fetcher:
        assert (await fetcher.visit(url)).outcome is Outcome.UNSAFE_TARGET


async def test_the_text_of_a_refusal_does_not_tell_what_answers_inside() -> None:
    async with Fetcher() as fetcher:
        seen = [await fetcher.visit(f"http://127.0.0.1:{port}/") for port in (80, 443)]
    assert len({(visit.outcome, visit.evidence, visit.causes) for visit in seen}) == 1


async def _ok_and_close(talk: Talk) -> None:
    await talk.answer(200, article(), Connection="close")
    talk.writer.close()


def test_a_name_to_serve_on_is_no_error() -> None:
    assert Guard(own=(("desk.example", 8017),)).judge("8.8.8.8", 443) == ""


def _answers(*lists: tuple[str, ...]) -> Callable[[str], Awaitable[tuple[str, ...]]]:
    """A resolver whose answer changes from look-up to look-up; the last stays."""
    left = list(lists)

    async def resolve(_: str) -> tuple[str, ...]:
        return left.pop(0) if len(left) > 1 else left[0]

    return resolve


@pytest.mark.servers
@pytest.mark.enable_socket
class TestNames:
    async def test_a_name_that_points_inside_is_not_followed(self) -> None:
        async with Fetcher(resolve=_answers(("10.0.0.1",))) as fetcher:
            visit = await fetcher.visit("http://inside.example/")
        assert (visit.outcome, visit.hops[-1].address) == (Outcome.UNSAFE_TARGET, "")

    async def test_a_name_whose_answer_changes_is_judged_at_each_connect(self) -> None:
        async with Press({"/": _ok_and_close}) as press:
            resolve = _answers(("127.0.0.1",), ("10.0.0.1",), ("127.0.0.1",))
            async with Fetcher(replace(LOOPBACK, ignore_robots=True), resolve=resolve) as fetcher:
                seen = [(await fetcher.visit(press.url("/", "rebinding.example"))).outcome for _ in range(3)]
        assert seen == [Outcome.OK, Outcome.UNSAFE_TARGET, Outcome.OK]

    async def test_of_mixed_answers_only_the_allowed_one_is_dialled(self) -> None:
        async with Press({"/": ok}) as press, Fetcher(LOOPBACK, resolve=_answers(("::1", "10.0.0.1", "127.0.0.1"))) as fetcher:
            visit = await fetcher.visit(press.url("/", "mixed.example"))
        assert (visit.outcome, visit.hops[-1].address) == (Outcome.OK, "127.0.0.1")

    async def test_a_redirect_to_a_name_inside_is_unsafe(self) -> None:
        async with Press({"/": ok}) as press, Fetcher(LOOPBACK, resolve=_answers(("192.168.0.1",))) as fetcher:
            visit = await fetcher.visit(press.url("/", "inside.example"))
        assert visit.outcome is Outcome.UNSAFE_TARGET
