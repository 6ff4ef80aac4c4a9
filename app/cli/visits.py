"""`stet visit`: many visits at once, each answered as it ends."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from typing import Any

from app.bootstrap import fetcher_from
from app.cli.lines import emit, parse_line, text_field
from app.errors import StetError
from app.fetch import Fetcher, visit_json
from app.settings import read_settings

STANDARD_INPUT = "-"


async def visit_all(urls: Sequence[str], *, with_text: bool) -> None:
    """Visit URLs, or the lines of standard input where "-" stands, and print each answer when it comes."""
    settings = read_settings()
    fetcher = fetcher_from(settings)
    slots = asyncio.Semaphore(settings.concurrency)
    try:
        async with asyncio.TaskGroup() as group:
            async for identity, url in _asked(urls):
                await slots.acquire()
                task = group.create_task(_visit_one(fetcher, identity, url, with_text=with_text))
                task.add_done_callback(lambda _: slots.release())
    finally:
        await fetcher.aclose()


async def _visit_one(fetcher: Fetcher, identity: object, url: str, *, with_text: bool) -> None:
    visit = await fetcher.visit(url)
    emit({"id": identity, **visit_json(visit, with_text=with_text)})


async def _asked(urls: Sequence[str]) -> AsyncIterator[tuple[object, str]]:
    for url in urls:
        if url != STANDARD_INPUT:
            yield url, url
            continue
        async for line in _lines():
            identity: object = None
            try:
                identity, item = parse_line(line)
                yield identity, text_field(item, "url")
            except StetError as error:
                emit({"id": identity, "error": _problem(error)})


def _problem(error: StetError) -> dict[str, Any]:
    return {"type": type(error).__name__, "detail": str(error), "field": error.field}


async def _lines() -> AsyncIterator[str]:
    while raw := await asyncio.to_thread(sys.stdin.buffer.readline):
        if line := raw.decode("utf-8", "replace").strip():
            yield line
