"""Hands files to child processes that run native parsers, and outlives whatever happens to them.

The one file of the room that starts processes. A child is kept for the next file; one that dies, hangs or has served
long enough is replaced. Nothing a file does to a child reaches us but its answer, which is checked JSON.
"""

import atexit
import json
import struct
import subprocess
import sys
import threading
from typing import Any

from app.extract.limits import TEXT_CHARS_MAX

# Starting a child costs 0.15 s; PDFium's caches grow slowly with the number of files.
_FILES_PER_CHILD = 200
_IDLE_MAX = 4
_WALL_SECONDS_MAX = 30.0
_ANSWER_BYTES_MAX = TEXT_CHARS_MAX * 30


class _Child:
    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "app.extract.child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.served = 0

    def ask(self, kind: bytes, body: bytes) -> dict[str, Any] | None:
        """Return the child's answer, or None when it died or was killed for taking too long."""
        self.served += 1
        alarm = threading.Timer(_WALL_SECONDS_MAX, self.process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            return self._exchange(kind, body)
        except (OSError, ValueError):
            return None
        finally:
            alarm.cancel()

    def _exchange(self, kind: bytes, body: bytes) -> dict[str, Any] | None:
        requests, answers = self.process.stdin, self.process.stdout
        if requests is None or answers is None:
            return None
        requests.write(struct.pack(">4sQ", kind, len(body)))
        requests.write(body)
        requests.flush()
        head = answers.read(8)
        if len(head) < 8:
            return None
        (length,) = struct.unpack(">Q", head)
        data = answers.read(length) if length <= _ANSWER_BYTES_MAX else b""
        answer = json.loads(data) if len(data) == length else None
        return answer if isinstance(answer, dict) else None

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue


_idle: list[_Child] = []
_lock = threading.Lock()


def ask(kind: bytes, body: bytes) -> dict[str, Any]:
    """Have a child read `body` as "pdf " or "book"; a child that dies or hangs means {"unreadable": "broken"}."""
    with _lock:
        child = _idle.pop() if _idle else None
    child = child or _Child()
    answer = child.ask(kind, body)
    with _lock:
        keep = answer is not None and child.served < _FILES_PER_CHILD and len(_idle) < _IDLE_MAX
        if keep:
            _idle.append(child)
    if not keep:
        child.close()
    return {"unreadable": "broken", "notes": ["reader stopped"]} if answer is None else answer


@atexit.register
def close() -> None:
    """End the idle children."""
    with _lock:
        children = list(_idle)
        _idle.clear()
    for child in children:
        child.close()
