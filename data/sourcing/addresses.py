"""Addresses of the web as they stand in the data, where anything may have been written."""

from __future__ import annotations

from urllib.parse import SplitResult, quote, urlsplit

from data.texts import readable

# What an address may hold as it is; everything else is written in per cent.
_SAFE = "/:?#@!$&'*+,;=-._~%"


def _parts(text: object) -> SplitResult | None:
    try:
        parts = urlsplit(str(text).strip())
        _host, _port = parts.hostname, parts.port  # both are read late and may be none
    except ValueError:
        return None
    return parts


def site_of(text: object) -> str:
    """Return the host an address names, lower case; empty where it names none."""
    parts = _parts(text)
    return "" if parts is None else parts.hostname or ""


def web_address(text: object) -> str | None:
    """Return an address as it may stand in a link: http or https with a host; None for anything else."""
    if not isinstance(text, str):
        return None
    address = readable(text).strip()
    parts = _parts(address)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        return None
    return None if any(map(str.isspace, address)) else quote(address, safe=_SAFE)
