"""What the description of an application says of whether a copy is worth having."""

from __future__ import annotations

import re

_PANDEMIC = re.compile(r"\bsaat pandemi\b", re.IGNORECASE)  # "since the pandemic" goes on
# A source that only names a programme, or of which the reader noted that it is silent.
_NOTHING_TOLD = re.compile(r"^\s*quick win\b[^;:,]*$|\bfungsi(?: rinci)? tidak tampak", re.IGNORECASE)


def for_the_pandemic(description: object) -> bool:
    """Return whether the description says that an application was for the pandemic: nobody needs a copy."""
    return isinstance(description, str) and _PANDEMIC.search(description) is not None


def tells_nothing(description: object) -> bool:
    """Return whether a description names a programme only, not what the application does; so does none."""
    return not isinstance(description, str) or _NOTHING_TOLD.search(description) is not None
