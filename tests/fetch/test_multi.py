import socket
from collections.abc import Iterator

import pytest

from app.fetch.multi import READ, WRITE, Poller, poller


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@pytest.mark.enable_socket
@pytest.mark.parametrize("make", [poller, Poller])
def test_every_poller_tells_what_a_socket_is_ready_for(make: type[Poller], pair: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = pair
    sockets = make()
    sockets.register(ours.fileno(), READ)
    assert list(sockets.poll(0)) == []

    theirs.send(b"a")
    assert list(sockets.poll(0)) == [(ours.fileno(), READ)]

    sockets.modify(ours.fileno(), READ | WRITE)
    assert list(sockets.poll(0)) == [(ours.fileno(), READ | WRITE)]

    sockets.unregister(ours.fileno())
    assert list(sockets.poll(0)) == []
    sockets.close()


@pytest.mark.enable_socket
@pytest.mark.parametrize("make", [poller, Poller])
def test_every_poller_refuses_to_watch_a_socket_twice(make: type[Poller], pair: tuple[socket.socket, socket.socket]) -> None:
    sockets = make()
    sockets.register(pair[0].fileno(), READ)

    with pytest.raises((KeyError, FileExistsError)):
        sockets.register(pair[0].fileno(), READ)
    sockets.close()
