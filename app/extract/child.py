"""The child process that runs native parsers (PDFium, calamine) on files nobody vouches for.

`python -m app.extract.child` reads requests from standard input and answers on standard output until either closes.
A request is 4 bytes of kind ("pdf " or "book"), 8 bytes of length and the file; an answer is 8 bytes of length and JSON.
Memory and CPU are limited by the kernel; the parent limits wall time by killing us.
"""

import json
import resource
import struct
import sys
from typing import BinaryIO

from app.extract.child_book import read_book
from app.extract.child_pdf import read_pdf

# PDFium takes about 100 MB for the largest honest report measured; a bomb takes all it can get.
_MEMORY_BYTES_MAX = 1_500_000_000
# A 300-page report takes 3 s; nobody waits longer for one source.
CPU_SECONDS_MAX = 20
_HEAD = struct.Struct(">4sQ")


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until the input ends."""
    while len(head := requests.read(_HEAD.size)) == _HEAD.size:
        kind, length = _HEAD.unpack(head)
        body = requests.read(length)
        _allow_cpu()
        try:
            answer = read_pdf(body) if kind == b"pdf " else read_book(body)
        except MemoryError:
            answer = {"unreadable": "too_large"}
        data = json.dumps(answer).encode("utf-8", "surrogatepass")
        answers.write(struct.pack(">Q", len(data)) + data)
        answers.flush()


def _allow_cpu() -> None:
    """Give each file its own allowance: the limit counts from the start of the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + CPU_SECONDS_MAX
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def main() -> None:
    """Limit ourselves, then serve."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES_MAX, _MEMORY_BYTES_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
