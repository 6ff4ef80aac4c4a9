"""Every bound a visit keeps to; bootstrap makes one from the settings."""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Limits:
    """Names ending in _s are seconds, in _bytes are bytes; the defaults are those of the settings."""

    user_agent: str = "Stet/0.1 (+https://example.org/stet; checks cited sources)"
    vantage: str = "default"
    allow_networks: tuple[Network, ...] = ()
    allow_ports: tuple[int, ...] = ()
    own_addresses: tuple[tuple[str, int], ...] = ()  # where we listen ourselves: never visited, allow_networks or not
    ca_file: str = ""
    proxy: str = ""
    ignore_robots: bool = False
    host_gap_s: float = 1.0
    host_concurrency: int = 1
    concurrency: int = 200
    visit_deadline_s: float = 60.0
    resolve_deadline_s: float = 10.0
    connect_deadline_s: float = 10.0
    first_byte_deadline_s: float = 20.0
    idle_deadline_s: float = 15.0
    header_max_bytes: int = 65_536
    wire_max_bytes: int = 10_485_760
    body_max_bytes: int = 20_971_520
    ratio_max: int = 100
    redirects_max: int = 10
    refresh_max_s: float = 10.0
    retries_max: int = 2
    retry_pause_s: float = 0.5
    retry_after_max_s: int = 86_400
    digests: bool = True  # False when nobody asks for a visit's sha256: 30 µs of a 50 KB page
    probe_sibling: bool = True
    second_profile: bool = True
