"""What a sentence of the checker is made of."""

from __future__ import annotations

from typing import NamedTuple

ERROR, WARNING = "error", "warning"


class Message(NamedTuple):
    """Severity, reason and remedy; both texts are filled with the facts of the problem."""

    severity: str
    reason: str
    remedy: str
