"""`stet visit`: many visits at once, each answered as it ends, in no order: ids tell."""

import asyncio
import gc
import os
import re
import select
import stat
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from app.cli.crew import Crew, Helper, begin, send_home
from app.cli.lanes import Lanes
from app.cli.lines import as_line, parse_line, problem, text_field
from app.cli.output import Output
from app.errors import InvalidInput, InvalidUrl, StetError
from app.fetch import Fetcher, Limits, host_key, visit_json
from app.settings import Settings, read_settings
from app.sources import parse

STANDARD_INPUT = "-"
# Lines read ahead of the visits; a list of a million URLs is read as it is worked off.
AHEAD_MAX = 20_000
READ_BYTES = 1 << 20
# After a pause this long in what arrives, or this long altogether, we begin with what there is.
_PAUSE_S, _PATIENCE_S = 0.01, 0.05
# One more process from this many lines on: it costs what a hundred visits do.
_LINES_PER_PROCESS = 250
_PROCESSES_MAX = 8
# A name in lower case or four plain numbers, not at a port that goes without saying, and followed by a path.
_PLAIN_HOST = re.compile(
    r"https?://((?:(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*[a-z0-9]|(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2}))(?::(?!80/|443/|0)\d{2,5})?)/"
)

Work = tuple[bytes, object, str]  # what the answer begins with, the caller's id, the URL


def visit_urls(urls: Sequence[str], *, with_text: bool) -> None:
    """Visit URLs, or the lines of standard input where "-" stands, and print each answer when it comes."""
    settings = read_settings()
    if STANDARD_INPUT in urls and sys.stdin is None:
        raise InvalidInput("Standard input is closed: there are no lines to read. Name the URLs instead of `-`.")
    begun = _begun(sys.stdin.fileno()) if STANDARD_INPUT in urls else b""
    # What was imported stays, and a visit makes a hundred containers: looking through them every few visits cost a tenth of the CPU.
    processes = _processes(settings, len(urls) + begun.count(b"\n"))
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()
    settings = replace(settings, concurrency=max(1, settings.concurrency // processes))
    helpers = begin(processes - 1, lambda jobs, answers: _run(_help(settings, jobs, answers, with_text=with_text)))
    try:
        _run(_visit_all(settings, urls, begun, helpers, with_text=with_text))
    finally:
        send_home(helpers)


def _begun(descriptor: int) -> bytes:
    """What stands in standard input by now, as far as it tells whether the list is long."""
    chunks = [os.read(descriptor, READ_BYTES)]
    until = time.monotonic() + _PATIENCE_S
    while chunks[-1] and sum(map(len, chunks)) < READ_BYTES and time.monotonic() < until:
        if not select.select([descriptor], [], [], _PAUSE_S)[0]:
            break
        chunks.append(os.read(descriptor, READ_BYTES))
    return b"".join(chunks)


def _processes(settings: Settings, lines: int) -> int:
    """How many processes visit. Where hosts have a pace, it is the pace that takes the time, and one process keeps it best.

    Without a pace a host's URLs all go to one process, which holds to how many may be in flight there. A redirect from another process's
    host may come on top: to ask that process first would cost every hop what is saved, and a gap of 0 says that the hosts are one's own.
    """
    if settings.host_gap_s or sys.platform != "linux":
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), lines // _LINES_PER_PROCESS, _PROCESSES_MAX))


def _run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)  # uvloop is no faster here: libcurl's sockets are not watched by the loop (fetch/multi.py)


async def _visit_all(settings: Settings, urls: Sequence[str], begun: bytes, helpers: list[Helper], *, with_text: bool) -> None:
    async def work(desk: "_Desk") -> None:
        nonlocal begun
        crew = Crew(helpers, desk.pass_on, desk.take_back)
        for url in urls:
            if url != STANDARD_INPUT:
                desk.share(as_line({"id": url, "url": url}), crew)
                continue
            async for line in _lines(sys.stdin.fileno(), begun):
                desk.share(line, crew)
                await desk.room()
            begun = b""
        await desk.settled()
        await crew.dismiss()

    await _with_desk(settings, sys.stdout.fileno(), work, with_text=with_text)


async def _help(settings: Settings, jobs: int, answers: int, *, with_text: bool) -> None:
    async def work(desk: "_Desk") -> None:
        async for line in _lines(jobs, b""):
            number, _, job = line.partition(b" ")
            desk.take(job, number + b" ")
        await desk.settled()

    await _with_desk(settings, answers, work, with_text=with_text)


async def _with_desk(settings: Settings, answers: int, work: Callable[["_Desk"], Awaitable[None]], *, with_text: bool) -> None:
    """Do `work` at a desk that answers to a descriptor, until all is written; raises the error of writing."""
    task, errors = asyncio.current_task(), list[OSError]()

    def abandon(error: OSError) -> None:
        errors.append(error)
        if task:
            task.cancel()

    output = Output(answers, abandon)
    try:
        # The digest of a body is not printed, so it is not made.
        async with Fetcher(Limits(**settings.shared_with(Limits), digests=False)) as fetcher, asyncio.TaskGroup() as group:
            await work(_Desk(settings, fetcher, group, output, with_text=with_text))
        await output.emptied()
    except asyncio.CancelledError:
        if errors:
            raise errors[0] from None
        raise


class _Desk:
    """What the visits of one process share."""

    def __init__(self, settings: Settings, fetcher: Fetcher, group: asyncio.TaskGroup, output: Output, *, with_text: bool) -> None:
        slots, per_host = settings.concurrency, settings.host_concurrency
        self._lanes: Lanes[Work] = Lanes(group, self._visit, slots=slots, per_host=per_host, stays=not settings.host_gap_s)
        self._fetcher = fetcher
        self._output = output
        self._with_text = with_text
        self._pending = 0
        self._less = asyncio.Event()

    def share(self, line: bytes, crew: Crew) -> None:
        """Take a line or hand it to the helper who has its host."""
        asked = self._read(line, b"")
        if asked is None:
            return
        self._pending += 1
        host = host_of(asked[2])
        if helper := crew.takes(host):
            crew.hand(helper, line.rstrip(b"\n") + b"\n")
        else:
            self._lanes.put(host, asked)

    def take(self, line: bytes, beginning: bytes = b"") -> None:
        """Take a line; its answer begins with `beginning`."""
        asked = self._read(line, beginning)
        if asked:
            self._pending += 1
            self._lanes.put(host_of(asked[2]), asked)

    def take_back(self, line: bytes) -> None:
        """Take a line that had been handed to a helper, who is gone."""
        self._pending -= 1
        self.take(line)

    def pass_on(self, answer: bytes) -> None:
        """Print a helper's answer."""
        self._answer(answer)

    async def room(self) -> None:
        """Wait until there are not too many lines ahead of the visits."""
        while self._pending >= AHEAD_MAX:
            self._less.clear()
            await self._less.wait()

    async def settled(self) -> None:
        """Wait until all that was taken is answered."""
        while self._pending:
            self._less.clear()
            await self._less.wait()

    async def _visit(self, work: Work) -> None:
        beginning, identity, url = work
        if self._output.is_full:
            await self._output.emptied()
        visit = await self._fetcher.visit_or_busy(url)
        self._answer(beginning + as_line({"id": identity, **visit_json(visit, with_text=self._with_text)}))

    def _answer(self, line: bytes) -> None:
        self._output.put(line)
        self._pending -= 1
        self._less.set()

    def _read(self, line: bytes, beginning: bytes) -> Work | None:
        """Read a line that holds anything; a mistake in it is answered at once."""
        text = line.decode("utf-8", "replace").strip()
        if not text:
            return None
        identity: object = None
        try:
            identity, item = parse_line(text)
            return beginning, identity, text_field(item, "url")
        except StetError as error:
            self._output.put(beginning + as_line({"id": identity, "error": problem(error)}))
            return None


def host_of(url: str) -> str:
    """Name the host whose turn a URL needs. Plain addresses are not parsed for it: they will be when they are visited."""
    if plain := _PLAIN_HOST.match(url):
        return plain[1]
    try:
        return host_key(parse(url))
    except InvalidUrl:
        return ""


async def _lines(descriptor: int, begun: bytes) -> AsyncIterator[bytes]:
    """Yield the lines of a descriptor as they arrive: whatever there is, without waiting for more."""
    kind = os.fstat(descriptor).st_mode
    comes_slowly = stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind) or os.isatty(descriptor)
    rest, chunk = b"", begun or await _chunk(descriptor, waits=comes_slowly)
    while chunk:
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield line
        chunk = await _chunk(descriptor, waits=comes_slowly)
    if rest:
        yield rest


async def _chunk(descriptor: int, *, waits: bool) -> bytes:
    if waits:
        loop, readable = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(descriptor, readable.set)
        try:
            await readable.wait()
        finally:
            loop.remove_reader(descriptor)
    return os.read(descriptor, READ_BYTES)
