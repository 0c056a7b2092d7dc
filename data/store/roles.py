"""Who may publish what: roles by e-mail, append-only; the latest row of an e-mail counts."""

from __future__ import annotations

import json
import string
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import Engine, func, insert, select

from data.store import moment
from data.store.connect import decoding, reading, writing
from data.store.errors import StoreError
from data.store.journal import Audit
from data.store.schema import ROLE
from i18n import _

ANALYST, EDITOR, ADMIN, NONE = "analyst", "editor", "admin", "none"
ROLES = (ANALYST, EDITOR, ADMIN)
LONGEST_EMAIL = 254
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


@dataclass(frozen=True, slots=True)
class Role:
    """What `email` may do: analyst for `cities` (BPS codes), editor for all, admin for roles as well."""

    email: str
    role: str
    cities: tuple[str, ...]
    at: datetime
    granted_by: str


class NotAnAddress(StoreError):
    """What was given as an e-mail address is none, or one that could be taken for another."""


def tidy_email(email: str) -> str:
    """Return the form in which e-mails are compared: A to Z in lower case, all else as it is.

    Raises
    ------
    NotAnAddress
        If it is none, or if Unicode holds some of its signs for the same as others (NFKC changes it): two
        people must never become one, as the KELVIN SIGN and ``k`` or ``ß`` and ``ss`` do when folded.
    """
    tidy = email.strip(" \t\r\n")
    name, _at, site = tidy.rpartition("@")
    strange = any(unicodedata.category(sign)[0] in "CZ" for sign in tidy)
    if (
        not name
        or not site
        or "@" in name
        or strange
        or len(tidy) > LONGEST_EMAIL
        or unicodedata.normalize("NFKC", tidy) != tidy
    ):
        raise NotAnAddress(_("“{email}” bukan alamat surel yang dapat dipakai.").format(email=tidy[:80]))
    return tidy.translate(_LOWER)


class Roles:
    """Grant, revoke and look up roles. Deciding who may do so is :mod:`data.permissions`'s."""

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
            "email": email if role == NONE and self.of_kept(email) is not None else tidy_email(email),
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
        """Return the role of `email`; None when there is none. Raises NotAnAddress."""
        return self.of_kept(tidy_email(email))

    def of_kept(self, email: str) -> Role | None:
        """As :meth:`of`, for an address exactly as it was kept."""
        query = select(ROLE).where(ROLE.c.email == email).order_by(ROLE.c.id.desc()).limit(1)
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
            moment.written(row["at"]),
            row["granted_by"],
        )
