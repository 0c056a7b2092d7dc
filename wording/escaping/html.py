"""Text of the data in HTML we write ourselves: the full screen, the map."""

from __future__ import annotations

import html

from data.texts import readable


def plain(text: object) -> str:
    """Return `text` for HTML, in an element or in a quoted attribute."""
    return html.escape(readable(str(text)), quote=True)
