"""Sockets for fixtures that outlive a test: open while they start or stop a server, then as the test has them."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from pytest_socket import enable_socket


@contextmanager
def sockets_open() -> Iterator[None]:
    """Allow sockets inside, and put back afterwards what the running test is allowed."""
    kept = socket.socket, socket.getaddrinfo, socket.gethostbyname
    enable_socket()
    try:
        yield
    finally:
        socket.socket, socket.getaddrinfo, socket.gethostbyname = kept  # type: ignore[misc]
