"""`stet visit`: many visits at once, each answered as it ends, in no order: ids tell."""

import asyncio
import gc
import os
import sys
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field

from app.cli.lines import emit, parse_line, problem, text_field
from app.errors import InvalidUrl, StetError
from app.fetch import Fetcher, Limits, host_key, visit_json
from app.settings import Settings
from app.sources import parse

STANDARD_INPUT = "-"
# Lines read ahead of the visits; a list of a million URLs is read as it is worked off.
AHEAD_MAX = 20_000
READ_BYTES = 1 << 16


def run(settings: Settings, urls: Sequence[str], *, with_text: bool) -> None:
    """Visit URLs, or the lines of standard input where "-" stands, and print each answer when it comes."""
    # What was imported stays, and a visit makes a hundred containers: looking through them every few visits cost a tenth of the CPU.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(_visit_all(settings, urls, with_text=with_text))


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Return uvloop's factory where it is to be had: it costs two thirds of the CPU a URL that asyncio's own loop does."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


@dataclass(slots=True)
class _Line:
    """URLs of one host, visited in turn, so that none waits for another host's pace."""

    waiting: deque[tuple[object, str]] = field(default_factory=deque)
    running: bool = False


@dataclass(slots=True)
class _Desk:
    """What the visits of one command share."""

    fetcher: Fetcher
    with_text: bool
    slots: asyncio.Semaphore
    ahead: asyncio.Semaphore
    per_host: int
    hosts: dict[str, _Line] = field(default_factory=dict)


async def _visit_all(settings: Settings, urls: Sequence[str], *, with_text: bool) -> None:
    # The digest of a body is not printed, so it is not made.
    async with Fetcher(Limits(**settings.shared_with(Limits), digests=False)) as fetcher:
        desk = _Desk(fetcher, with_text, asyncio.Semaphore(settings.concurrency), asyncio.Semaphore(AHEAD_MAX), settings.host_concurrency)
        async with asyncio.TaskGroup() as group:
            async for identity, url in _asked(urls):
                await desk.ahead.acquire()
                host = _host_of(url)
                line = desk.hosts.setdefault(host, _Line())
                line.waiting.append((identity, url))
                if not line.running:
                    line.running = True
                    group.create_task(_work_off(desk, host, line))


async def _work_off(desk: _Desk, host: str, line: _Line) -> None:
    async def one_after_the_other() -> None:
        while line.waiting:
            identity, url = line.waiting.popleft()
            async with desk.slots:
                visit = await desk.fetcher.visit_or_busy(url)
            emit({"id": identity, **visit_json(visit, with_text=desk.with_text)})
            desk.ahead.release()

    await asyncio.gather(*(one_after_the_other() for _ in range(min(desk.per_host, len(line.waiting)))))
    if line.waiting:
        await _work_off(desk, host, line)
        return
    line.running = False
    desk.hosts.pop(host, None)


def _host_of(url: str) -> str:
    try:
        return host_key(parse(url))
    except InvalidUrl:
        return ""


async def _asked(urls: Sequence[str]) -> AsyncIterator[tuple[object, str]]:
    for url in urls:
        if url != STANDARD_INPUT:
            yield url, url
            continue
        async for line in _lines():
            identity: object = None
            try:
                identity, item = parse_line(line)
                wanted = text_field(item, "url")
            except StetError as error:
                emit({"id": identity, "error": problem(error)})
            else:
                yield identity, wanted


async def _lines() -> AsyncIterator[str]:
    """Yield the lines of standard input as they arrive: whatever there is, without waiting for more."""
    rest = b""
    descriptor = sys.stdin.fileno()
    while chunk := await asyncio.to_thread(os.read, descriptor, READ_BYTES):
        *whole, rest = (rest + chunk).split(b"\n")
        for raw in whole:
            if text := raw.decode("utf-8", "replace").strip():
                yield text
    if text := rest.decode("utf-8", "replace").strip():
        yield text
