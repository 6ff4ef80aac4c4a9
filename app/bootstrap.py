"""Settings -> Desk: the one place where parts are put together, and the only reader of the clock."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import httpx
import structlog

from app import archives, fetch, notify, snapshots, store
from app.fetch import guard as guards
from app.settings import Settings
from app.workflow.desk import Desk, Limits
from app.workflow.host_clock import StoredHostClock


def utc_now() -> datetime:
    """Return the time, aware, in UTC."""
    return datetime.now(UTC)


def fetcher_from(settings: Settings, clock: fetch.HostClock | None = None) -> fetch.Fetcher:
    """Return a fetcher within the settings' limits; without a clock, politeness holds within this process."""
    return fetch.Fetcher(limits_from(settings), clock=clock)


def limits_from(settings: Settings) -> fetch.Limits:
    """Return the bounds of visits."""
    return fetch.Limits(**settings.shared_with(fetch.Limits), own_addresses=((settings.host, settings.port),))


def channel_from(settings: Settings) -> notify.Channel:
    """Return the channel for events; what it dials is judged as sources are."""
    guard = guards.Guard(allow=settings.allow_networks, ports=frozenset({80, 443, *settings.allow_ports}))
    egress = notify.Egress(judge=guard.judge, insecure=settings.webhook_http)
    return notify.Post(notify.WebhookChannel(egress), notify.ChatChannel(egress))


def database_url(settings: Settings) -> str:
    """Return the database to use: the one set, else SQLite in the data folder, which is made."""
    if settings.database_url:
        return settings.database_url
    settings.data.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{settings.data / 'stet.db'}"


def log_to_stderr(log_format: str) -> None:
    """Log to standard error, never to standard output, which carries results: as JSON lines, or as text on a terminal."""
    as_text = log_format == "text" or (log_format == "auto" and sys.stderr.isatty())
    processors: list[structlog.typing.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if as_text:
        processors += [structlog.dev.ConsoleRenderer()]
    else:
        processors += [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    structlog.configure(processors=processors, logger_factory=_on_stderr)


def _on_stderr(*_: object) -> structlog.PrintLogger:
    """Write to what standard error is at that moment: it may have been another when logging was set up, and be closed by now."""
    return structlog.PrintLogger(sys.stderr)


@contextmanager
def opened(settings: Settings) -> Iterator[Desk]:
    """Open a desk: the database brought up to date, the snapshot store, the fetcher; closed at the end."""
    log_to_stderr(settings.log_format)
    engine = store.open_engine(database_url(settings))
    try:
        store.upgrade(engine)
        yield desk_from(settings, engine)
    finally:
        engine.dispose()


def desk_from(settings: Settings, engine: store.Engine) -> Desk:
    """Return a desk on an open database."""
    # Without a gap there is no politeness to keep, and nothing to ask the database.
    clock = StoredHostClock(engine, hold_s=settings.visit_deadline_s + 5) if settings.host_gap_s else None
    limits = Limits(
        article_max_bytes=settings.article_max_bytes,
        lease_s=settings.lease_s,
        drain_s=settings.drain_s,
        concurrency=settings.concurrency,
        keep_checks_days=settings.keep_checks_days,
        keep_snapshots_days=settings.keep_snapshots_days,
    )
    return Desk(
        engine=engine,
        fetcher=fetcher_from(settings, clock),
        snapshots=snapshots.open_snapshots(settings.snapshot_store or str(settings.data / "snapshots")),
        now=utc_now,
        limits=limits,
        vantage=settings.vantage,
        channel=channel_from(settings),
        canaries=settings.canary_urls,
        archives=tuple(archives.KNOWN.get(name, archives.Archive(name, timemap=name)) for name in settings.archives),
        user_agent=settings.user_agent,
        proposer=_proposer(settings),
        sums=settings.derived_support,
    )


def _proposer(settings: Settings) -> fetch.Proposer | None:
    if not settings.second_opinion_url:
        return None
    client = httpx.Client(trust_env=False, headers={"User-Agent": settings.user_agent})
    return fetch.Proposer(client, settings.second_opinion_url, settings.second_opinion_model, settings.second_opinion_key)
