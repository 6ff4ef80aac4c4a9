"""`work`: visit what is due until told to stop; apart from `serve`, so that a worker need not load a web server."""

import asyncio
import gc
import os
import signal
import socket
import subprocess
import sys

from app import worker
from app.bootstrap import opened
from app.settings import Settings
from app.workflow.desk import Desk


def work_forever(settings: Settings, processes: int, *, once: bool) -> None:
    """Work until SIGTERM or SIGINT, in this process or in several."""
    if processes > 1:
        raise SystemExit(_supervise(processes, once=once))
    with opened(settings) as desk:
        _spare_the_collector()
        asyncio.run(_work(desk, once=once))


def _spare_the_collector() -> None:
    """Look for garbage less often: what was imported stays, and a visit makes a hundred containers that mostly die by themselves."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


async def _work(desk: Desk, *, once: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await worker.run(desk, stop, name=f"{socket.gethostname()}:{os.getpid()}", until_idle=once)


def _supervise(processes: int, *, once: bool) -> int:
    """Run several workers, hand signals on to them, and return the first exit code that is not 0."""
    command = [sys.executable, "-m", "app", "work", *(["--once"] if once else [])]
    children = [subprocess.Popen(command) for _ in range(processes)]  # noqa: S603  our own module

    def hand_on(number: int, _frame: object) -> None:
        for child in children:
            child.send_signal(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, hand_on)
    return next((code for code in [child.wait() for child in children] if code), 0)
