"""Every setting, with its default and its reason; read from the environment as STET_<NAME> and nowhere else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from app.errors import InvalidInput

PORT_MAX = 65_535
Network = IPv4Network | IPv6Network


def _setting(default: Any, text: str) -> Any:  # noqa: ANN401  dataclasses.field returns Any as well
    return field(default=default, metadata={"text": text})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Names ending in _s are seconds, in _bytes are bytes."""

    database_url: str = _setting("", "SQLAlchemy URL; empty is SQLite in STET_DATA")
    data: Path = _setting(Path(".stet"), "folder for the database and snapshots")
    snapshot_store: str = _setting("", "where snapshots live: a folder or s3://bucket/prefix; empty is STET_DATA/snapshots")
    allow_networks: tuple[Network, ...] = _setting((), "CIDRs that may be visited although private, comma separated")
    allow_ports: tuple[int, ...] = _setting((), "ports beside 80 and 443 that may be visited, comma separated")
    ca_file: str = _setting("", "PEM file of extra trusted roots")
    proxy: str = _setting("", "proxy for visits; proxy variables of the environment are ignored")
    user_agent: str = _setting("Stet/0.1 (+https://example.org/stet; checks cited sources)", "the agent string; put your contact URL in it")
    vantage: str = _setting("default", "name of the place this worker looks from")
    ignore_robots: bool = _setting(default=False, text="visit cited pages even where robots.txt disallows it")
    host_gap_s: float = _setting(1.0, "least time between two visits to one host")
    host_concurrency: int = _setting(1, "visits to one host at the same time")
    concurrency: int = _setting(200, "visits in flight in one worker")
    visit_deadline_s: float = _setting(60.0, "most time for a whole visit, redirects included")
    resolve_deadline_s: float = _setting(10.0, "most time for a name look-up")
    connect_deadline_s: float = _setting(10.0, "most time for connect and TLS")
    first_byte_deadline_s: float = _setting(20.0, "most time until the first byte of an answer")
    idle_deadline_s: float = _setting(15.0, "most time without a byte")
    header_max_bytes: int = _setting(65_536, "largest header block read")
    wire_max_bytes: int = _setting(10_485_760, "largest body read from the wire")
    body_max_bytes: int = _setting(20_971_520, "largest decoded body")
    article_max_bytes: int = _setting(4_194_304, "largest article accepted")
    second_opinion_url: str = _setting("", "OpenAI-compatible chat endpoint asked to propose passages; empty asks nobody")
    second_opinion_model: str = _setting("", "the model to name to it")
    second_opinion_key: str = _setting("", "the key to send to it")
    derived_support: bool = _setting(default=True, text="let one step of arithmetic on a source's own numbers support a claim")
    archives: tuple[str, ...] = _setting(
        (), "web archives asked for copies of dead links: internet-archive, or the address that a URL is appended to for its time map"
    )
    keep_checks_days: int = _setting(0, "days to keep checks that nothing of today rests on; 0 keeps them for ever")
    keep_snapshots_days: int = _setting(0, "days to keep snapshots that nothing leans on; 0 keeps them for ever")
    host: str = _setting("127.0.0.1", "address to serve on")
    port: int = _setting(8017, "port to serve on")
    public_url: str = _setting("", "where people reach the service, for links in messages; empty is http://HOST:PORT")
    api_rate_per_minute: int = _setting(6_000, "requests one key may make in a minute")
    webhook_http: bool = _setting(default=False, text="send webhooks over plain http too; meant for receivers on the same machine")
    canary_urls: tuple[str, ...] = _setting((), "pages that always answer; they tell our network's failure from theirs, comma separated")
    lease_s: float = _setting(90.0, "how long a worker holds a host without a heartbeat")
    drain_s: float = _setting(9.0, "most time a worker takes to finish after SIGTERM")
    log_format: str = _setting("auto", "json, text, or auto: text on a terminal")

    def shared_with(self, kind: type[Any]) -> dict[str, Any]:
        """Return the settings that another dataclass has fields of the same name for."""
        return {item.name: getattr(self, item.name) for item in fields(kind) if item.name in self.__slots__}


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read settings from `environ` (the process environment when None).

    Raises InvalidInput that names the variable and what it takes.
    """
    env = os.environ if environ is None else environ
    hints = get_type_hints(Settings)
    values: dict[str, Any] = {}
    for item in fields(Settings):
        name = "STET_" + item.name.upper()
        if name not in env:
            continue
        try:
            values[item.name] = _parse(env[name].strip(), hints[item.name])
        except ValueError as error:
            raise InvalidInput(f"{name}={env[name]!r} cannot be used: {error}. It is: {item.metadata['text']}.", field=name) from error
    settings = Settings(**values)
    for port in (settings.port, *settings.allow_ports):
        if not 0 < port <= PORT_MAX:
            raise InvalidInput(f"STET_PORT and STET_ALLOW_PORTS take ports from 1 to {PORT_MAX}, not {port}.", field="STET_PORT")
    return settings


def readme_table() -> str:
    """Return the table of settings that the README holds."""
    rows = ["| variable | default | what it is |", "| --- | --- | --- |"]
    for item in fields(Settings):
        shown = ",".join(map(str, item.default)) if isinstance(item.default, tuple) else str(item.default)
        rows.append(f"| `STET_{item.name.upper()}` | {f'`{shown}`' if shown else ''} | {item.metadata['text']} |")
    return "\n".join(rows)


def _parse(text: str, kind: Any) -> Any:  # noqa: ANN401  one value of whatever type the field has
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return tuple(_parse(part.strip(), inner) for part in text.split(",") if part.strip())
    if kind is bool:
        return _truth(text)
    if kind in (int, float):
        number = kind(text)
        if not 0 <= number < float("inf"):
            raise ValueError("it must be a number, not negative")
        return number
    if kind is Path:
        return Path(text)
    if kind == Network:
        return ip_network(text, strict=False)
    return text


def _truth(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False, "": False}
    if text.lower() not in words:
        raise ValueError("it must be true or false")
    return words[text.lower()]
