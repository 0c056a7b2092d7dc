"""What really goes over the line: a relay before a server on loopback that counts the bytes it passes on.

A browser tells what a message holds after unpacking it; a hall's shared line carries it packed.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

PIECE = 65536


class Counted:
    """Bytes a server has sent through the relay at `address` since the last :meth:`taken`."""

    def __init__(self, address: str):
        self.address = address
        self._bytes = 0
        self._lock = threading.Lock()

    def add(self, count: int) -> None:
        """Count `count` bytes more."""
        with self._lock:
            self._bytes += count

    def taken(self) -> int:
        """Return the bytes counted, and begin anew."""
        with self._lock:
            counted, self._bytes = self._bytes, 0
        return counted


@contextmanager
def counted(address: str) -> Iterator[Counted]:
    """Relay connections to the server at `address`, ``http://localhost:port``, and count what it sends."""
    server = urlsplit(address)
    with socket.create_server(("127.0.0.1", 0)) as door:
        count = Counted(f"http://localhost:{door.getsockname()[1]}")
        threading.Thread(target=_welcome, args=(door, server.port, count), daemon=True).start()
        yield count


def _welcome(door: socket.socket, port: int | None, count: Counted) -> None:
    while True:
        try:
            browser, _from = door.accept()
        except OSError:  # the door was shut
            return
        upstream = socket.create_connection(("localhost", port))
        for ends in ((browser, upstream, None), (upstream, browser, count)):
            threading.Thread(target=_pass_on, args=ends, daemon=True).start()


def _pass_on(source: socket.socket, target: socket.socket, count: Counted | None) -> None:
    """Pass on until one side closes; then the other learns of it."""
    try:
        while piece := source.recv(PIECE):
            target.sendall(piece)
            if count is not None:
                count.add(len(piece))
        target.shutdown(socket.SHUT_WR)
    except OSError:  # a browser closes without a word
        for end in (source, target):
            end.close()
