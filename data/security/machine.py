"""Whether a connection comes from the machine the application runs on, with nobody in between."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

# Any of these says that somebody stands between the browser and us.
FORWARDING = ("forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "true-client-ip")
FORWARDING_PREFIXES = ("x-forwarded", "x-envoy-", "x-original-", "cf-", "fly-", "x-arr-", "x-azure-")
PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_NAME = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+(%[0-9A-Za-z._-]+)?\]")


class BadAddress(ValueError):
    """A ``Host`` or ``Origin`` no browser would send."""


def host_of(value: str) -> tuple[str, int | None]:
    """Return name (lower case, without brackets) and port of a ``Host`` header.

    Raises
    ------
    BadAddress
        If it is none.
    """
    name, _, port = value.rpartition(":") if re.search(r":\d*$", value) else (value, "", "")
    if not _NAME.fullmatch(name) or (port and int(port) > 65535):
        raise BadAddress(value)
    return name.strip("[]").lower().rstrip("."), int(port) if port else None


def origin_of(value: str) -> tuple[str, str, int | None] | None:
    """Return scheme, name and port of an ``Origin`` header; None for the opaque ``null``.

    Raises
    ------
    BadAddress
        If it is none.
    """
    if value == "null":
        return None
    try:
        parts = urlsplit(value)
        if not parts.scheme or parts.path or parts.query or parts.fragment or "@" in parts.netloc:
            raise BadAddress(value)
        name, port = host_of(parts.netloc)
    except ValueError as error:
        raise BadAddress(value) from error
    return parts.scheme, name, port if port is not None else PORTS.get(parts.scheme)


def same_site(host: str, origin: str) -> bool:
    """Whether a page of `origin` was served by `host`: the name and the port are the same."""
    try:
        asked, came = host_of(host), origin_of(origin)
    except BadAddress:
        return False
    if came is None or came[0] not in PORTS:
        return False
    scheme, name, port = came
    return (name, port) == (asked[0], PORTS[scheme] if asked[1] is None else asked[1])


def is_this_machine(host: str | None, headers: Iterable[tuple[str, str]]) -> bool:
    """Whether a connection comes from the machine itself, as far as its address and headers tell.

    Decided on the address of the connection. Headers only ever take away: a sign of a proxy, a name of
    the site that is not the machine's own, or a page of another origin (port included) makes the
    connection a foreign one. By itself this opens nothing: publishing needs the owner's key as well.

    Parameters
    ----------
    host
        Address of the other end of the TCP connection.
    headers
        Name and value of every header of the request that opened it.
    """
    if not is_loopback(host):
        return False
    given = [(name.lower(), value) for name, value in headers]
    if any(name in FORWARDING or name.startswith(FORWARDING_PREFIXES) for name, _value in given):
        return False
    hosts = [value for name, value in given if name == "host"]
    origins = [value for name, value in given if name == "origin"]
    if len(hosts) > 1 or len(origins) > 1:
        return False
    try:
        if hosts and not is_loopback(host_of(hosts[0])[0]):
            return False
    except BadAddress:
        return False
    return not origins or (bool(hosts) and same_site(hosts[0], origins[0]))


def of_another_user(client: tuple[str, int] | None, server: tuple[str, int] | None) -> bool:
    """Whether the socket at the other end belongs to another user of this machine.

    A reverse proxy that hides itself often runs under a user of its own. Known on Linux only; False where
    it cannot be known.
    """
    if not client or not server or not hasattr(os, "getuid"):
        return False
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            lines = Path(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for line in lines:
            fields = line.split()
            local, remote = (int(field.rpartition(":")[2], 16) for field in fields[1:3])
            if (local, remote) == (client[1], server[1]) and fields[3] == "01":
                return int(fields[7]) != os.getuid()
    return False


def is_loopback(host: str | None) -> bool:
    """Whether a name or address is the machine's own."""
    if not host:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback
