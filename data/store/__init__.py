"""The version store: every version of every table, who made it, when and why."""

from __future__ import annotations

from pathlib import Path

from data.store.core import Store
from data.store.documents import Document
from data.store.errors import (
    Conflict,
    DamagedContent,
    StoreDamaged,
    StoreError,
    StoreLost,
    StoreSetAside,
    StoreUnavailable,
    WrongContent,
)
from data.store.process import activate, active, hold, start, trouble, wounded
from data.store.roles import Role
from data.store.version import KINDS, Change, Version

__all__ = [
    "KINDS",
    "Change",
    "Conflict",
    "DamagedContent",
    "Document",
    "Role",
    "Store",
    "StoreDamaged",
    "StoreError",
    "StoreLost",
    "StoreSetAside",
    "StoreUnavailable",
    "Version",
    "WrongContent",
    "activate",
    "active",
    "hold",
    "open_store",
    "start",
    "trouble",
    "wounded",
]


def open_store(url: str | Path | None = None, *, anew: bool = False) -> Store:
    """Open the store, made on first use.

    Parameters
    ----------
    url
        ``postgresql://…``, ``sqlite:///…`` or the path of a SQLite file; None: ``DATABASE_URL``, else
        ``var/sinergi.db``.
    anew
        Make a new one even where a damaged one was set aside: for restoring a backup.

    Raises
    ------
    StoreUnavailable
        If the database cannot be reached.
    StoreDamaged, StoreSetAside
        If it cannot be read, or was set aside because of that.
    """
    return Store(url, anew=anew)
