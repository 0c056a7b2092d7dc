"""The audit trail: who did, tried and was refused what."""

from __future__ import annotations

import json

import pandas as pd
from sqlalchemy import Connection, Engine, insert, select

from data.store import moment
from data.store.connect import decoding, reading, writing
from data.store.schema import AUDIT

ACTIONS = (
    "publish",
    "rollback",
    "import",
    "refused",
    "conflict",
    "role",
    "restore",
    "threshold_set",
    "emblem_set",
)
LONGEST_TEXT = 300


class Audit:
    """Append to the trail and read it."""

    def __init__(self, engine: Engine):
        self._engine = engine

    @staticmethod
    def append(connection: Connection, actor: str, action: str, subject: str, detail: dict) -> None:
        """Append inside a transaction that is under way: what it records is kept with it or not at all."""
        connection.execute(
            insert(AUDIT).values(
                at=moment.now(),
                actor=actor[:LONGEST_TEXT],
                action=action,
                subject=subject[:LONGEST_TEXT],
                detail=json.dumps(detail, ensure_ascii=False, sort_keys=True, default=str),
            )
        )

    def record(self, actor: str, action: str, subject: str, **detail: object) -> None:
        """Append one entry."""
        with writing(self._engine) as connection:
            self.append(connection, actor, action, subject, detail)

    def entries(self, limit: int = 500, action: str | None = None) -> pd.DataFrame:
        """Return the trail, newest first: id, at (UTC), actor, action, subject, detail (dict)."""
        query = select(AUDIT).order_by(AUDIT.c.id.desc()).limit(limit)
        if action is not None:
            query = query.where(AUDIT.c.action == action)
        with reading(self._engine) as connection:
            rows = [dict(row._mapping) for row in connection.execute(query)]
        frame = pd.DataFrame(rows, columns=list(AUDIT.c.keys()))
        with decoding("audit"):
            frame["at"] = pd.to_datetime(frame["at"], utc=True)
            frame["detail"] = frame["detail"].map(json.loads)
        return frame
