"""Helpers of `stet visit`: processes that take a share of the hosts when there is more to visit than one core can."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

from app.cli.output import Output

_READ_BYTES = 1 << 18
# Hosts whose helper is remembered; the others are shared out by their name, which is fair only for many.
_HOSTS_MAX = 20_000


@dataclass(slots=True, eq=False, repr=False)
class Helper:
    """A helper as the process that began it sees it. `handed` holds what it has not answered, by number."""

    process: int
    jobs: int
    answers: int
    handed: dict[int, bytes] = field(default_factory=dict)
    output: Output | None = None
    rest: bytes = b""
    is_gone: bool = False
    is_over: bool = False


def begin(count: int, help_out: Callable[[int, int], None]) -> list[Helper]:
    """Fork `count` helpers, each of which runs `help_out(jobs, answers)` with descriptors to read from and write to.

    To be called before there are threads or a loop; what is loaded by then is shared.
    """
    helpers: list[Helper] = []
    for _ in range(count):
        jobs_out, jobs_in = os.pipe()
        answers_out, answers_in = os.pipe()
        process = os.fork()
        if process == 0:
            for inherited in (jobs_in, answers_out, *(end for helper in helpers for end in (helper.jobs, helper.answers))):
                os.close(inherited)
            _live(help_out, jobs_out, answers_in)
        os.close(jobs_out)
        os.close(answers_in)
        helpers.append(Helper(process, jobs_in, answers_out))
    return helpers


def _live(help_out: Callable[[int, int], None], jobs: int, answers: int) -> NoReturn:
    """Run as a helper to the end of the process; an interrupt from the keyboard ends it without a word, as its parent speaks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = 1
    try:
        help_out(jobs, answers)
        code = 0
    finally:
        os._exit(code)


def send_home(helpers: list[Helper]) -> None:
    """End the helpers that have not ended by themselves: nobody reads their answers any more."""
    for helper in helpers:
        if not helper.is_over:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(helper.process, signal.SIGKILL)
                os.waitpid(helper.process, 0)


class Crew:
    """The helpers and ourselves, in the loop that hands out the work. A host's work always goes to the same one.

    `answered` gets each answer; `returned` gets the work that a helper died over.
    """

    def __init__(self, helpers: list[Helper], answered: Callable[[bytes], None], returned: Callable[[bytes], None]) -> None:
        self._helpers = helpers
        self._answered = answered
        self._returned = returned
        self._loop = asyncio.get_running_loop()
        self._of_host: dict[str, int] = {}
        self._number = 0
        for helper in helpers:
            helper.output = Output(helper.jobs, lambda _error: None)  # the end of its answers tells that it is gone
            self._loop.add_reader(helper.answers, self._on_answers, helper)

    def takes(self, host: str) -> Helper | None:
        """Return who visits this host: a helper, or None for ourselves."""
        if not self._helpers:
            return None
        share = self._of_host.get(host)
        if share is None:
            share = len(self._of_host) % (len(self._helpers) + 1)
            if len(self._of_host) < _HOSTS_MAX:
                self._of_host[host] = share
            else:
                share = sum(host.encode()) % (len(self._helpers) + 1)
        helper = self._helpers[share - 1] if share else None
        return None if helper is None or helper.is_gone else helper

    def hand(self, helper: Helper, job: bytes) -> None:
        """Hand over a job: one line, its end included."""
        self._number += 1
        helper.handed[self._number] = job
        if helper.output:
            helper.output.put(b"%d %b" % (self._number, job))

    async def dismiss(self) -> None:
        """Let the helpers end; everything has been answered."""
        for helper in self._helpers:
            if not helper.is_gone:
                os.close(helper.jobs)
            await asyncio.to_thread(os.waitpid, helper.process, 0)
            helper.is_over = True

    def _on_answers(self, helper: Helper) -> None:
        chunk = os.read(helper.answers, _READ_BYTES)
        if not chunk:
            self._bury(helper)
            return
        *lines, helper.rest = (helper.rest + chunk).split(b"\n")
        for line in lines:
            number, _, answer = line.partition(b" ")
            if helper.handed.pop(int(number), None) is not None:
                self._answered(answer + b"\n")

    def _bury(self, helper: Helper) -> None:
        helper.is_gone = True
        self._loop.remove_reader(helper.answers)
        os.close(helper.answers)
        handed, helper.handed = helper.handed, {}
        for job in handed.values():
            self._returned(job)
