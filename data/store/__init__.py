"""The version store: every version of every table, who made it, when and why."""

from __future__ import annotations

from pathlib import Path

from data.store.core import Store
from data.store.documents import Document
from data.store.errors import Conflict, DamagedContent, StoreError, StoreUnavailable, WrongContent
from data.store.process import activate, active, start, trouble
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
    "StoreError",
    "StoreUnavailable",
    "Version",
    "WrongContent",
    "activate",
    "active",
    "open_store",
    "start",
    "trouble",
]


def open_store(url: str | Path | None = None) -> Store:
    """Open the store, made on first use.

    Parameters
    ----------
    url
        ``postgresql://…``, ``sqlite:///…`` or the path of a SQLite file; None: ``DATABASE_URL``, else
        ``var/sinergi.db``.

    Raises
    ------
    StoreUnavailable
        If the database cannot be reached.
    """
    return Store(url)
