"""What one process remembers of hosts, so as not to ask them twice within the hour."""

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.sources import ProbeFacts


@dataclass(slots=True, eq=False, repr=False)
class Memory:
    """Answers to probes by directory, and what `/` answered, by host; the oldest are let go."""

    _kept: "OrderedDict[tuple[str, str], tuple[float, ProbeFacts | int | None]]" = field(default_factory=OrderedDict)
    entries_max: int = 5_000
    fresh_s: float = 3_600.0

    def get(self, kind: str, key: str) -> "tuple[ProbeFacts | int | None] | None":
        """A 1-tuple of what is remembered, None when nothing (fresh) is."""
        found = self._kept.get((kind, key))
        if found is None or time.monotonic() - found[0] > self.fresh_s:
            return None
        return (found[1],)

    def put(self, kind: str, key: str, value: "ProbeFacts | int | None") -> None:
        self._kept[kind, key] = (time.monotonic(), value)
        self._kept.move_to_end((kind, key))
        if len(self._kept) > self.entries_max:
            self._kept.popitem(last=False)
