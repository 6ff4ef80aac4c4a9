"""libcurl's transfers on an asyncio loop: one selector of ours holds all their sockets, and the loop watches that selector alone.

pycurl's `AsyncCurlMulti` has the loop watch each socket, which costs a page of 50 KB a third more CPU (130 µs to 95 µs) and a call of
libcurl's for each socket that is ready instead of one look at all of them.
"""

import asyncio
import contextlib
import select
import selectors
import sys

import pycurl

# Loops keep time to the millisecond.
_EARLY_S = 0.002
# Of poll, as epoll has them too: something to read, room to write.
READ, WRITE = 1, 4
_EVENTS = {pycurl.POLL_IN: READ, pycurl.POLL_OUT: WRITE, pycurl.POLL_INOUT: READ | WRITE}
_ASKED = {READ: pycurl.CSELECT_IN, WRITE: pycurl.CSELECT_OUT}
_ASKED_BOTH = pycurl.CSELECT_IN | pycurl.CSELECT_OUT  # also when the socket failed or was hung up: libcurl finds out why


class Poller:
    """What we use of epoll, by whatever the system has instead. On Linux epoll itself is used: a third of the cost of a selector."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()

    def fileno(self) -> int:
        return int(self._selector.fileno())  # all but select's own has one

    def register(self, descriptor: int, events: int) -> None:
        self._selector.register(descriptor, _selected(events))

    def modify(self, descriptor: int, events: int) -> None:
        self._selector.modify(descriptor, _selected(events))

    def unregister(self, descriptor: int) -> None:
        self._selector.unregister(descriptor)

    def poll(self, timeout: float) -> list[tuple[int, int]]:
        found = self._selector.select(timeout)
        return [
            (key.fd, (READ if events & selectors.EVENT_READ else 0) | (WRITE if events & selectors.EVENT_WRITE else 0))
            for key, events in found
        ]

    def close(self) -> None:
        self._selector.close()


def poller() -> "select.epoll | Poller":
    return select.epoll() if sys.platform == "linux" else Poller()


def _selected(events: int) -> int:
    return (selectors.EVENT_READ if events & READ else 0) | (selectors.EVENT_WRITE if events & WRITE else 0)


class Multi:
    """Transfers in flight on the running loop. Keeps at most `connections_max` connections open."""

    def __init__(self, connections_max: int) -> None:
        self._loop = asyncio.get_running_loop()
        self._sockets = poller()
        self._flights: dict[pycurl.Curl, asyncio.Future[tuple[int, str]]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._due_at: float | None = None
        self._set_for = 0.0
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_MAXCONNECTS, connections_max)
        self._multi.setopt(pycurl.M_SOCKETFUNCTION, self._on_socket)
        self._multi.setopt(pycurl.M_TIMERFUNCTION, self._on_timer)
        self._loop.add_reader(self._sockets, self._on_ready)

    def add(self, curl: pycurl.Curl) -> "asyncio.Future[tuple[int, str]]":
        """Begin a transfer; the future gives libcurl's code (0 when all is well) and error text."""
        self._multi.add_handle(curl)
        flight = self._flights[curl] = self._loop.create_future()
        return flight

    def end(self, curl: pycurl.Curl, code: int) -> None:
        """End a transfer now, as if libcurl had given `code`; nothing happens when it has ended by itself."""
        flight = self._flights.pop(curl, None)
        if flight is None:
            return
        self._multi.remove_handle(curl)
        if not flight.done():
            flight.set_result((code, ""))

    def close(self) -> None:
        """End every transfer: those who wait for one are cancelled."""
        if self._timer:
            self._timer.cancel()
        self._loop.remove_reader(self._sockets)
        for curl, flight in self._flights.items():
            self._multi.remove_handle(curl)
            flight.cancel()
        self._flights.clear()
        self._multi.close()
        self._sockets.close()

    def _on_socket(self, what: int, descriptor: int, _multi: pycurl.CurlMulti, _data: object) -> None:
        events = _EVENTS.get(what)
        if events is None:
            with contextlib.suppress(KeyError, OSError):  # closed already
                self._sockets.unregister(descriptor)
            return
        try:
            self._sockets.register(descriptor, events)
        except (KeyError, FileExistsError):
            self._sockets.modify(descriptor, events)

    def _on_timer(self, wait_ms: int) -> None:
        """Remember when libcurl wants to be called. A timer that is set for an earlier time stays: most are put off before they are due."""
        if wait_ms < 0:
            self._due_at = None
            return
        self._due_at = self._loop.time() + wait_ms / 1000
        if self._timer and self._set_for > self._due_at:
            self._timer.cancel()
            self._timer = None
        if self._timer is None:
            self._set_timer(self._due_at)

    def _set_timer(self, at: float) -> None:
        self._set_for = at
        self._timer = self._loop.call_later(max(0.0, at - self._loop.time()), self._on_time)

    def _on_time(self) -> None:
        self._timer = None
        if self._due_at is None:
            return
        if self._due_at > self._loop.time() + _EARLY_S:
            self._set_timer(self._due_at)
            return
        self._due_at = None
        self._multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)
        self._settle()

    def _on_ready(self) -> None:
        for descriptor, events in self._sockets.poll(0):
            self._multi.socket_action(descriptor, _ASKED.get(events, _ASKED_BOTH))
        self._settle()

    def _settle(self) -> None:
        _, whole, failed = self._multi.info_read()
        for curl in whole:
            self._land(curl, 0, "")
        for curl, code, text in failed:
            self._land(curl, code, text)

    def _land(self, curl: pycurl.Curl, code: int, text: str) -> None:
        flight = self._flights.pop(curl)
        self._multi.remove_handle(curl)
        if not flight.done():
            flight.set_result((code, text))
