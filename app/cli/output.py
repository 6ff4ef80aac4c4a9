"""Lines on their way out of a process that must not wait for its reader."""

import asyncio
import os
import select
import stat
from collections.abc import Callable

# A pipe that can be written to at all takes this much without waiting (Linux: a page; POSIX PIPE_BUF promises 512 and up).
_PIECE_BYTES = 4_096
# More than this unread, and no new work should be begun: 10,000 answers.
_FULL_BYTES = 4_194_304


class Output:
    """Whole lines, written when the loop comes round. Whoever reads slowly delays what follows, not the visits that are under way.

    `failed` is told when nobody reads any more; what is put then is dropped.
    """

    def __init__(self, descriptor: int, failed: Callable[[OSError], None]) -> None:
        self._descriptor = descriptor
        self._failed = failed
        self._loop = asyncio.get_running_loop()
        self._piece = None if stat.S_ISREG(os.fstat(descriptor).st_mode) else _PIECE_BYTES
        self._poll = select.poll()
        self._poll.register(descriptor, select.POLLOUT)
        self._lines: list[bytes] = []
        self._left = b""
        self._is_due = self._is_waiting = self._is_broken = False
        self._emptied = asyncio.Event()
        self._emptied.set()

    @property
    def is_full(self) -> bool:
        return len(self._left) > _FULL_BYTES

    def put(self, line: bytes) -> None:
        self._lines.append(line)
        if not self._is_due:
            self._is_due = True
            self._loop.call_soon(self._write)

    async def emptied(self) -> None:
        """Wait until everything put so far is written."""
        self._write()
        await self._emptied.wait()

    def _write(self) -> None:
        self._is_due = False
        self._left += b"".join(self._lines)
        self._lines.clear()
        try:
            self._write_some()
        except OSError as error:
            self._is_broken, self._left = True, b""
            self._failed(error)
        self._wait(bool(self._left))

    def _write_some(self) -> None:
        written, view = 0, memoryview(self._left)
        while written < len(view) and not self._is_broken and self._poll.poll(0):
            end = len(view) if self._piece is None else written + self._piece
            written += os.write(self._descriptor, view[written:end])
        self._left = self._left[written:]

    def _wait(self, wanted: bool) -> None:  # noqa: FBT001  one private caller
        if wanted == self._is_waiting:
            return
        self._is_waiting = wanted
        if wanted:
            self._emptied.clear()
            self._loop.add_writer(self._descriptor, self._write)
        else:
            self._loop.remove_writer(self._descriptor)
            self._emptied.set()
