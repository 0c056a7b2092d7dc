"""Text of the data where Markdown is read: everything Streamlit draws from a string."""

from __future__ import annotations

import re

from data.sourcing.addresses import web_address
from data.texts import readable

SIGNS = frozenset("\\`*_{}[]()#+-!|>~$:<&=^")
# Bare addresses become links after the escapes have been read: only something within them stops that.
JOINER = "\u2060"
_ADDRESS = re.compile(r"(?i)(https?:(?=//)|www(?=\.)|mailto:|xmpp:)")
_AT = re.compile(r"(?<=[\w.+-])@(?=\w)")
_NUMBERED = re.compile(r"(?m)^(\d{1,9})\.")


def plain(text: str) -> str:
    """Return `text` for a place that reads Markdown, every sign of it taken as a plain sign.

    No link, picture, formula, colour, icon, heading, list or code comes of it; a bare address stays text.
    """
    text = "\n".join(line.strip() for line in readable(str(text)).split("\n"))
    text = _AT.sub(f"{JOINER}@", _ADDRESS.sub(rf"\1{JOINER}", text))
    escaped = "".join(f"\\{sign}" if sign in SIGNS else sign for sign in text)
    return _NUMBERED.sub(r"\1\\.", escaped)


def line(text: str) -> str:
    """As :func:`plain`, on one line: for headings, list items, labels."""
    return plain(" ".join(str(text).split()))


def link(name: str, address: object) -> str:
    """Return `name` linked to `address` where that is one of the web, else `name` alone; both escaped."""
    safe = web_address(address)
    return line(name) if safe is None else f"[{line(name)}]({safe})"
