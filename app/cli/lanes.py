"""Many hosts' work in a limited number of slots: hosts side by side, and one host's work in turn."""

from asyncio import TaskGroup
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Work = TypeVar("Work")


@dataclass(slots=True, eq=False, repr=False)
class _Lane(Generic[Work]):
    host: str
    waiting: deque[Work] = field(default_factory=deque)
    running: int = 0
    is_open: bool = False  # stands in the line of lanes that a free slot may take from


class Lanes(Generic[Work]):
    """Work by host, at most `slots` at a time and `per_host` of one host.

    With `stays` a slot goes on with its host while there is work: its connection is open. Without, hosts take turns, so that none
    holds a slot while its pace makes it wait.
    """

    def __init__(self, group: TaskGroup, do: Callable[[Work], Awaitable[None]], *, slots: int, per_host: int, stays: bool) -> None:
        self._group = group
        self._do = do
        self._free = slots
        self._per_host = per_host
        self._stays = stays
        self._lanes: dict[str, _Lane[Work]] = {}
        self._open: deque[_Lane[Work]] = deque()

    def put(self, host: str, work: Work) -> None:
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = _Lane(host)
        lane.waiting.append(work)
        self._offer(lane)
        if self._free:
            self._free -= 1
            self._group.create_task(self._serve())

    async def _serve(self) -> None:
        lane = self._next()
        while lane:
            work = lane.waiting.popleft()
            lane.running += 1
            self._offer(lane)
            await self._do(work)
            lane.running -= 1
            lane = lane if self._stays and lane.waiting else self._leave(lane)
        self._free += 1

    def _leave(self, lane: _Lane[Work]) -> _Lane[Work] | None:
        if lane.waiting or lane.running:
            self._offer(lane)
        else:
            self._lanes.pop(lane.host, None)
        return self._next()

    def _offer(self, lane: _Lane[Work]) -> None:
        if not lane.is_open and lane.waiting and lane.running < self._per_host:
            lane.is_open = True
            self._open.append(lane)

    def _next(self) -> _Lane[Work] | None:
        while self._open:
            lane = self._open.popleft()
            lane.is_open = False
            if lane.waiting and lane.running < self._per_host:
                return lane
        return None
