"""Who may publish what: roles by e-mail, append-only; the latest row of an e-mail counts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import Engine, func, insert, select

from data.store import moment
from data.store.connect import decoding, reading, writing
from data.store.journal import Audit
from data.store.schema import ROLE

ANALYST, EDITOR, ADMIN, NONE = "analyst", "editor", "admin", "none"
ROLES = (ANALYST, EDITOR, ADMIN)


@dataclass(frozen=True, slots=True)
class Role:
    """What `email` may do: analyst for `cities` (BPS codes), editor for all, admin for roles as well."""

    email: str
    role: str
    cities: tuple[str, ...]
    at: datetime
    granted_by: str


def tidy_email(email: str) -> str:
    """Return the form in which e-mails are compared."""
    return email.strip().casefold()


class Roles:
    """Grant, revoke and look up roles. Deciding who may do so is :mod:`data.access`'s."""

    def __init__(self, engine: Engine):
        self._engine = engine

    def grant(self, email: str, role: str, by: str, cities: Iterable[str] = ()) -> Role:
        """Give `email` a role in place of the one it had; recorded in the audit trail."""
        if role not in (*ROLES, NONE):
            raise ValueError(f"role {role!r} is none of {ROLES}")
        named = sorted(set(map(str, cities))) if role == ANALYST else []
        if role == ANALYST and not named:
            raise ValueError("an analyst needs at least one city")
        row = {
            "email": tidy_email(email),
            "role": role,
            "cities": json.dumps(named),
            "at": moment.now(),
            "granted_by": by,
        }
        with writing(self._engine) as connection:
            connection.execute(insert(ROLE).values(row))
            Audit.append(connection, by, "role", row["email"], {"role": role, "cities": named})
        return _told(row)

    def revoke(self, email: str, by: str) -> None:
        """Take the role of `email` away; recorded in the audit trail."""
        self.grant(email, NONE, by)

    def of(self, email: str) -> Role | None:
        """Return the role of `email`; None when there is none."""
        query = select(ROLE).where(ROLE.c.email == tidy_email(email)).order_by(ROLE.c.id.desc()).limit(1)
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        return None if row is None or row.role == NONE else _told(row._mapping)

    def everyone(self) -> pd.DataFrame:
        """Return the roles in force: email, role, cities (tuple of codes), at (UTC), granted_by."""
        latest = select(func.max(ROLE.c.id)).group_by(ROLE.c.email)
        query = select(ROLE).where(ROLE.c.id.in_(latest), ROLE.c.role != NONE).order_by(ROLE.c.email)
        with reading(self._engine) as connection:
            rows = [_told(row._mapping) for row in connection.execute(query)]
        columns = ["email", "role", "cities", "at", "granted_by"]
        return pd.DataFrame([[getattr(row, column) for column in columns] for row in rows], columns=columns)


def _told(row) -> Role:
    with decoding("role"):
        return Role(
            row["email"],
            row["role"],
            tuple(json.loads(row["cities"])),
            moment.read(row["at"]),
            row["granted_by"],
        )
