"""The file behind a store on SQLite: made whole, watched while in use, set aside when damaged."""

from __future__ import annotations

import logging
import os
import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from data.store.errors import StoreDamaged, StoreLost, StoreSetAside

PATIENCE_S = 10
# What SQLite keeps beside the file, in the names it looks for them under.
COMPANIONS = ("-wal", "-shm", "-journal")
ASIDE, RESCUED = "rusak", "diselamatkan"
# Only what looks like a database is moved: a mistyped address must not rename somebody's document.
SUFFIXES = (".db", ".sqlite", ".sqlite3")

_log = logging.getLogger(__name__)


class StoreFile:
    """One SQLite file, known by what it was when it was opened.

    A deleted file goes on living for those who hold it open: SQLite takes every write and nothing of it
    is there afterwards. So each writing asks :meth:`gone` before it begins and before it commits.
    """

    def __init__(self, path: str | Path):
        self.path = Path(path).absolute()
        self._identity: tuple[int, int] | None = None
        self._rescued: str | None = None

    def connect(self) -> sqlite3.Connection:
        """Open the file, which must be there: SQLite would make an empty one in its place."""
        address = f"file:{quote(self.path.as_posix())}?mode=rw"
        return sqlite3.connect(address, uri=True, timeout=PATIENCE_S, check_same_thread=False)

    def make(self, fill: Callable[[Path], None], *, anew: bool = False) -> None:
        """Make the file with `fill` unless it is there; it appears complete or not at all.

        Raises
        ------
        StoreSetAside
            If a damaged or rescued one lies beside it, unless a new one is asked for (`anew`).
        StoreDamaged
            If the file is empty: it was never made so.
        """
        if self.path.exists():
            if self.path.stat().st_size == 0:
                raise StoreDamaged(f"{self.path} is empty")
            return
        left = self.remains()
        if left and not anew:
            raise StoreSetAside(str(self.path), str(left[-1]))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_name(f"{self.path.name}.baru-{uuid.uuid4().hex}")
        try:
            fill(draft)
            try:
                os.link(draft, self.path)
            except FileExistsError:
                return  # another process was quicker
            except OSError:  # a file system without hard links
                if not self.path.exists():
                    draft.rename(self.path)
        finally:
            for each in (draft, *_companions(draft)):
                each.unlink(missing_ok=True)

    def remember(self) -> None:
        """Take the file as it is now for the one in use."""
        self._identity = _identity(self.path)

    def gone(self) -> bool:
        """Whether the file in use is no longer the one at its path."""
        return self._identity is not None and _identity(self.path) != self._identity

    def log_of(self, opened: dict) -> bool:
        """Whether the write-ahead log of a connection is still at its path; `opened` is its memory.

        While a connection that has begun a transaction is open, nobody takes the log away.
        """
        now = _identity(self.path.with_name(self.path.name + "-wal"))
        return opened.setdefault("sinergi_wal", now) == now

    def lost(self) -> StoreLost:
        """Return what is to be said once the file is gone."""
        return StoreLost(str(self.path), self._rescued or "")

    def rescue(self, connection: sqlite3.Connection) -> None:
        """Copy what `connection` still holds of a deleted file beside it, once."""
        if self._rescued is not None:
            return
        target = self._beside(RESCUED)
        self._rescued = ""
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(target)) as copy:
                connection.backup(copy)
            self._rescued = str(target)
        except (sqlite3.Error, OSError) as error:
            target.unlink(missing_ok=True)
            _log.error("the deleted store could not be rescued to %s: %s", target, error)

    def remains(self) -> list[Path]:
        """Return what was set aside or rescued beside the file, oldest first."""
        found = [
            each
            for kind in (ASIDE, RESCUED)
            for each in self.path.parent.glob(f"{self.path.name}.{kind}-*")
            if not each.name.endswith(COMPANIONS)
        ]
        return sorted(found, key=lambda each: each.name.rpartition("-")[2])

    def set_aside(self) -> Path | None:
        """Rename the damaged file and what belongs to it; None where it has to stay where it is."""
        if self.path.suffix not in SUFFIXES or not self.path.exists():
            return None
        target = self._beside(ASIDE)
        try:
            for each in _companions(self.path):
                each.rename(target.with_name(target.name + each.name.removeprefix(self.path.name)))
            self.path.rename(target)
        except OSError as error:
            _log.error("the damaged store %s could not be set aside: %s", self.path, error)
            return None
        return target

    def _beside(self, kind: str) -> Path:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        return self.path.with_name(f"{self.path.name}.{kind}-{stamp}")


def _companions(path: Path) -> list[Path]:
    return [each for end in COMPANIONS if (each := path.with_name(path.name + end)).exists()]


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
