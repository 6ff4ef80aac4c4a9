"""A fetcher that may reach loopback and nothing else: patient, for slow machines; and hasty limits for servers that never answer."""

from collections.abc import AsyncIterator
from dataclasses import replace
from ipaddress import ip_network

import pytest_asyncio

from app.fetch import Fetcher, Limits

LOOPBACK = Limits(
    allow_networks=(ip_network("127.0.0.0/8"),),
    host_gap_s=0.0,
    host_concurrency=50,
    visit_deadline_s=30.0,
    first_byte_deadline_s=15.0,
    wire_max_bytes=2_000_000,
    body_max_bytes=4_000_000,
    retry_pause_s=0.01,
)

HASTY = replace(
    LOOPBACK, visit_deadline_s=2.0, resolve_deadline_s=1.0, connect_deadline_s=1.0, first_byte_deadline_s=0.6, idle_deadline_s=0.6
)


@pytest_asyncio.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(LOOPBACK) as made:
        yield made


def with_limits(**changes: object) -> Fetcher:
    return Fetcher(replace(LOOPBACK, **changes))  # type: ignore[arg-type]
