"""What one caller may use up: bytes, nesting, requests a minute."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from json import JSONDecodeError
from math import ceil

import orjson
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from app.errors import InvalidInput, TooLarge

BODY_MAX_BYTES = 1_048_576  # every request but articles and batches fits in a few kilobytes
BODY_DEADLINE_S = 60.0  # a 4 MB article over a poor mobile line (600 kbit/s) takes 55 s
NESTING_MAX = 32  # the deepest shape the API reads has 5 levels
BUCKETS_MAX = 10_000  # callers remembered; the one unseen for longest is forgotten first


async def read_body(request: Request, max_bytes: int) -> bytes:
    """Read the whole body. Stops at the limit, whether or not a length was announced."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > max_bytes:
        raise TooLarge(f"The body has {announced} bytes; at most {max_bytes} are read here.")
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_DEADLINE_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > max_bytes:
                    raise TooLarge(f"The body is larger than {max_bytes} bytes, the most that is read here.")
    except TimeoutError as error:
        raise HTTPException(408, f"The body did not arrive within {BODY_DEADLINE_S:.0f} seconds.") from error
    return bytes(body)


def parse_json(body: bytes) -> object:
    """Parse strictly: UTF-8, no NaN, no lone surrogates, no NUL (PostgreSQL cannot store it), limited nesting."""
    try:
        value: object = orjson.loads(body)
    except JSONDecodeError as error:
        reason = {"type": "json_invalid", "loc": ("body", error.pos), "msg": "not JSON", "ctx": {"error": error.msg}}
        raise RequestValidationError([reason]) from error
    _refuse_depth_and_nul(value)
    return value


def _refuse_depth_and_nul(value: object) -> None:
    pending: list[tuple[object, int]] = [(value, 0)]
    while pending:
        part, depth = pending.pop()
        if depth > NESTING_MAX:
            raise InvalidInput(f"The JSON is nested deeper than {NESTING_MAX} levels.", field="")
        if isinstance(part, str):
            refuse_nul(part)
        elif isinstance(part, dict):
            pending += [(key, depth + 1) for key in part]
            pending += [(item, depth + 1) for item in part.values()]
        elif isinstance(part, list):
            pending += [(item, depth + 1) for item in part]


def refuse_nul(text: str) -> None:
    if "\x00" in text:
        raise InvalidInput("There is a NUL character in the request, so it is not text. Remove it and send the rest.")


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left after a request: the RateLimit fields say it to the caller."""

    policy: str
    quota: int
    window_s: int
    left: int
    full_in_s: int
    wait_s: int = 0

    @property
    def headers(self) -> Sequence[tuple[str, str]]:
        """RateLimit and RateLimit-Policy as structured fields."""
        return (
            ("RateLimit-Policy", f'"{self.policy}";q={self.quota};w={self.window_s}'),
            ("RateLimit", f'"{self.policy}";r={self.left};t={self.full_in_s}'),
        )


@dataclass(slots=True)
class RateLimiter:
    """A token bucket per caller, in this process's memory. `clock` gives seconds that never go back."""

    quota: int
    window_s: int = 60
    policy: str = "key"
    clock: Callable[[], float] = time.monotonic
    _buckets: OrderedDict[object, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, caller: object) -> Allowance:
        """Count one request; `wait_s` of the answer is above 0 when it is one too many."""
        now = self.clock()
        per_s = self.quota / self.window_s
        tokens, since = self._buckets.pop(caller, (float(self.quota), now))
        tokens = min(self.quota, tokens + (now - since) * per_s)
        wait_s = 0 if tokens >= 1 else max(1, ceil((1 - tokens) / per_s))
        tokens = tokens if wait_s else tokens - 1
        self._buckets[caller] = (tokens, now)
        while len(self._buckets) > BUCKETS_MAX:
            self._buckets.popitem(last=False)
        return Allowance(self.policy, self.quota, self.window_s, int(tokens), ceil((self.quota - tokens) / per_s), wait_s)
