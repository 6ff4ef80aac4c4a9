"""Which addresses may be connected to: our own table, asked with the very address that is about to be dialled.

`ipaddress.is_global` is not asked: on 3.11 it calls 64:ff9b::7f00:1, 2002:7f00:1::, 224.0.0.1, 168.63.129.16 and 192.0.0.192 global.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# The IANA IPv4 special-purpose registry, plus multicast and the addresses at which clouds answer with secrets.
_FORBIDDEN_V4: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", "this network"),
    ("10.0.0.0/8", "private use"),
    ("100.64.0.0/10", "shared address space"),
    ("127.0.0.0/8", "loopback"),
    ("169.254.0.0/16", "link local"),
    ("172.16.0.0/12", "private use"),
    ("192.0.0.0/24", "protocol assignments"),
    ("192.0.2.0/24", "documentation"),
    ("192.31.196.0/24", "AS112"),
    ("192.52.193.0/24", "AMT"),
    ("192.88.99.0/24", "6to4 relay"),
    ("192.168.0.0/16", "private use"),
    ("192.175.48.0/24", "AS112"),
    ("198.18.0.0/15", "benchmarking"),
    ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    ("168.63.129.16/32", "cloud metadata"),
)

# Only 2000::/3 is handed out as global unicast; what else is special inside it follows (IANA IPv6 special-purpose registry).
_GLOBAL_V6 = IPv6Network("2000::/3")
_FORBIDDEN_V6: tuple[tuple[str, str], ...] = (
    ("2001::/23", "protocol assignments"),
    ("2001:db8::/32", "documentation"),
    ("2620:4f:8000::/48", "AS112"),
    ("3fff::/20", "documentation"),
)


def _embedded_at(offset: int) -> Callable[[int], int]:
    return lambda number: (number >> offset) & 0xFFFF_FFFF


def _embedded_rfc6052_48(number: int) -> int:
    """RFC 6052 §2.2: with a /48 prefix the address is split around the reserved octet (bits 64 to 71)."""
    return ((number >> 64) & 0xFFFF) << 16 | (number >> 40) & 0xFFFF


# IPv6 forms that carry an IPv4 address: the address that is reached in the end is judged, not the wrapper alone.
# The well-known NAT64 prefix and 6to4 are routes to the public Internet when what they carry is public; the others never are.
_CARRIERS: tuple[tuple[IPv6Network, Callable[[int], int], bool, str], ...] = (
    (IPv6Network("::ffff:0:0/96"), _embedded_at(0), True, "IPv4-mapped"),
    (IPv6Network("64:ff9b::/96"), _embedded_at(0), True, "NAT64"),
    (IPv6Network("64:ff9b:1::/48"), _embedded_rfc6052_48, False, "NAT64 of a local network"),
    (IPv6Network("2002::/16"), _embedded_at(80), True, "6to4"),
    (IPv6Network("2001::/32"), lambda number: ~number & 0xFFFF_FFFF, False, "Teredo"),
    (IPv6Network("::ffff:0:0:0/96"), _embedded_at(0), False, "IPv4-translated"),
    (IPv6Network("::/96"), _embedded_at(0), False, "IPv4-compatible"),
)

_TABLE_V4 = tuple((IPv4Network(network), why) for network, why in _FORBIDDEN_V4)
_TABLE_V6 = tuple((IPv6Network(network), why) for network, why in _FORBIDDEN_V6)

# fe80::1%eth0 names an interface of ours; a zone never comes from a public answer.
_ZONE = "%"


def forbidden(address: Address) -> str:
    """Why `address` may not be visited, or ""."""
    if isinstance(address, IPv4Address):
        return next((why for network, why in _TABLE_V4 if address in network), "")
    return _forbidden_v6(address)


def _forbidden_v6(address: IPv6Address) -> str:
    number = int(address)
    for network, embedded, is_route, why in _CARRIERS:
        if address in network:
            inside = forbidden(IPv4Address(embedded(number)))
            return f"{why} ({inside})" if inside else "" if is_route else why
    if address not in _GLOBAL_V6:
        return "not global unicast"
    return next((why for network, why in _TABLE_V6 if address in network), "")


def _plain(address: Address) -> Address:
    """The IPv4 address inside ::ffff:a.b.c.d: the kernel dials that one."""
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


@dataclass(frozen=True)
class Guard:
    """The table with this installation's exceptions.

    `allow` opens networks with all their ports, `own` closes our own sockets, `ports` may be asked of everybody.
    """

    allow: tuple[Network, ...] = ()
    own: tuple[tuple[str, int], ...] = ()
    ports: frozenset[int] = frozenset({80, 443})
    _judge: Callable[[str, int], str] = field(init=False, repr=False, compare=False)
    _listening: tuple[tuple[Address, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # 4,096 addresses: twice the hosts a worker meets in a minute; a cached answer is 0.1 µs, a fresh one 15 µs.
        listening = tuple((address, port) for host, port in self.own for address in _addresses(host))
        object.__setattr__(self, "_listening", listening)
        object.__setattr__(self, "_judge", lru_cache(4_096)(self._judge_fresh))

    def judge(self, address: str, port: int) -> str:
        """Why this socket address must not be dialled, or "" when it may. What cannot be read as an address must not."""
        return self._judge(address, port)

    def judge_name(self, port: int) -> str:
        """Why a host that is yet to be resolved must not be asked at `port`. Opened networks are opened with all their ports."""
        return "port" if port not in self.ports and not self.allow else ""

    def _judge_fresh(self, text: str, port: int) -> str:
        if _ZONE in text:
            return "has a zone"
        try:
            address = _plain(ip_address(text))
        except ValueError:
            return "not an address"
        if self._is_own(address, port):
            return "our own address"
        if any(address.version == network.version and address in network for network in self.allow):
            return ""
        return forbidden(address) or ("" if port in self.ports else "port")

    def _is_own(self, address: Address, port: int) -> bool:
        for listening, own_port in self._listening:
            if port == own_port and (address == listening or (listening.is_unspecified and _is_here(address))):
                return True
        return False


def _addresses(host: str) -> tuple[Address, ...]:
    """The addresses a server listens at when it is told to serve on `host`; other names than localhost are not looked up."""
    if host == "localhost":
        return (ip_address("127.0.0.1"), ip_address("::1"))
    try:
        return (_plain(ip_address(host)),)
    except ValueError:
        return ()


def _is_here(address: Address) -> bool:
    """Whether a socket bound to every address surely answers at `address`."""
    return address.is_loopback or address.is_unspecified
