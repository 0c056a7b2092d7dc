"""The key only the machine's owner can read, which opens publishing where no login is configured.

An address proves little: a forwarder on the machine looks as local as its owner. So a key is written to a
file only the application's own user may read, and whoever gives it, once, gets a session. Then there is a
new key in the file.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
import uuid
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import monotonic

MOST_SESSIONS = 32
LIFETIME_S = 12 * 3600.0


class OwnerKey:
    """The key in force and the sessions opened with earlier ones; safe to share between threads.

    Parameters
    ----------
    file
        Where the key is written: mode 600, replaced as a whole, never through a link.
    lifetime_s
        How long a session stays open.
    clock
        Seconds that only grow.
    """

    def __init__(self, file: Path, *, lifetime_s: float = LIFETIME_S, clock: Callable[[], float] = monotonic):
        self.file, self.lifetime_s = Path(file), lifetime_s
        self._clock, self._lock = clock, Lock()
        self._sessions: OrderedDict[str, float] = OrderedDict()
        self._key = ""
        self._renew()

    def exchange(self, given: str) -> str | None:
        """Return the secret of a new session for the key in force, which is used up; None for another."""
        with self._lock:
            if not hmac.compare_digest(given.strip().encode(), self._key.encode()):
                return None
            secret = secrets.token_urlsafe(32)
            self._sessions[fingerprint(secret)] = self._clock() + self.lifetime_s
            while len(self._sessions) > MOST_SESSIONS:
                self._sessions.popitem(last=False)
            self._renew()
            return secret

    def holds(self, session: str) -> bool:
        """Whether the session of that fingerprint is open."""
        with self._lock:
            ends = self._sessions.get(session)
            if ends is not None and ends <= self._clock():
                del self._sessions[session]
                ends = None
            return ends is not None

    def close(self) -> None:
        """Take the key away: the application ends."""
        with self._lock:
            self._key = secrets.token_urlsafe(32)
            self._sessions.clear()
            with contextlib.suppress(OSError):
                self.file.unlink(missing_ok=True)

    def _renew(self) -> None:
        self._key = secrets.token_urlsafe(24)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        draft = self.file.with_name(f"{self.file.name}.{uuid.uuid4().hex}")
        opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(opened, "w") as written:
                written.write(self._key + "\n")
            os.replace(draft, self.file)
        finally:
            draft.unlink(missing_ok=True)


def fingerprint(secret: str) -> str:
    """Return what is remembered of a session's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
