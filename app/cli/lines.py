"""JSON lines in, JSON lines out: one bad line is answered by one error object, never by a crash."""

import contextlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import orjson

from app.errors import InvalidInput, StetError

LINE_MAX_CHARS = 32_000_000
# Below this many lines a pool costs more (0.5 s to start) than it saves.
INLINE_LINES = 64
Answer = Callable[[dict[str, Any]], dict[str, Any]]


def emit(value: object) -> None:
    """Write one object on one line and hand it on at once: readers are often waiting for just this line."""
    sys.stdout.buffer.write(as_line(value))
    sys.stdout.buffer.flush()


def as_line(value: object) -> bytes:
    """Return one object as one line, its end included."""
    try:
        return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS)
    except orjson.JSONEncodeError:  # a whole number of more than 64 bits, half a character
        return json.dumps(value, separators=(",", ":")).encode() + b"\n"


def lines_in() -> Iterator[str]:
    """Lines of standard input that hold anything."""
    for raw in sys.stdin.buffer:
        line = raw.decode("utf-8", "replace").strip()
        if line:
            yield line


def answer_line(line: str, answer: Answer) -> dict[str, Any]:
    """Answer one line; a mistake in it becomes an error object under the line's id."""
    identity: object = None
    try:
        identity, item = parse_line(line)
        return {"id": identity, **answer(item)}
    except StetError as error:
        return {"id": identity, "error": problem(error)}


def problem(error: StetError) -> dict[str, Any]:
    """Return a caller's mistake as the error object of a line."""
    return {"type": type(error).__name__, "detail": str(error), "field": error.field}


def parse_line(line: str) -> tuple[object, dict[str, Any]]:
    """Read one line into (id, object); raises InvalidInput that says what is wrong."""
    if len(line) > LINE_MAX_CHARS:
        raise InvalidInput(f"The line is longer than {LINE_MAX_CHARS} characters: send the text as a file (`path`).")
    try:
        item = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise InvalidInput(f"The line is not JSON: {error}.") from error
    if not isinstance(item, dict):
        raise InvalidInput("The line is not a JSON object.")
    identity = item.get("id")
    if isinstance(identity, float):  # or a whole number of more than 64 bits, which orjson rounds
        with contextlib.suppress(ValueError):
            identity = json.loads(line)["id"]
    return identity, item


def text_field(item: dict[str, Any], name: str, *, required: bool = True) -> str:
    """Return a text field of a line; "" when absent and not required."""
    value = item.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        raise InvalidInput(f"`{name}` must be a text.", field=name)
    return value


def answer_all(lines: Iterable[str], worker: Callable[[str], dict[str, Any]]) -> None:
    """Answer the first lines here and, when there are many, the rest on all cores, in whatever order they finish."""
    source = iter(lines)
    for count, line in enumerate(source, 1):
        emit(worker(line))
        if count >= INLINE_LINES:
            break
    else:
        return
    from multiprocessing import cpu_count, get_context

    cores = cpu_count()
    if cores == 1:
        for line in source:
            emit(worker(line))
        return
    with get_context("spawn").Pool(cores) as pool:
        for result in pool.imap_unordered(worker, source, chunksize=1):
            emit(result)
