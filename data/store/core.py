"""The version store: read any version, publish the next one, return to an old one."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import pandas as pd
from sqlalchemy import Connection, Row, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from data.errors import UnknownTable, UnknownVersion
from data.store import moment
from data.store.arrivals import admit, arrivals, shipped_at, shipped_versions
from data.store.connect import (
    create_store_engine,
    decoding,
    file_of,
    prepare,
    reading,
    store_url,
    writing,
)
from data.store.content import (
    Content,
    decode,
    encode,
    read_shipped,
    shipped_content,
)
from data.store.documents import Documents
from data.store.errors import Conflict, StoreError, StoreLost
from data.store.holding import Held, Key, hold
from data.store.journal import Audit
from data.store.roles import Roles
from data.store.schema import CONTENT, STATE, VERSION
from data.store.version import Change, Kind, Version
from data.versioning import releases
from data.versioning.versions import SHIPPED_EDITION, SHIPPED_VERSION, table_names

NOTHING: Mapping[Key, tuple[str, bytes]] = MappingProxyType({})


class Store:
    """Versions of all tables, the audit trail, roles and documents, in one database.

    Append-only. Safe to share between threads. Made by :func:`data.store.open_store`.
    """

    def __init__(self, url: str | Path | None = None, *, anew: bool = False):
        self.url = store_url(url)
        self.engine = create_store_engine(self.url)
        try:
            prepare(self.engine, anew=anew)
        except StoreError:
            self.close()
            raise
        self.audit = Audit(self.engine)
        self.roles = Roles(self.engine)
        self.documents = Documents(self.engine)
        self.versions_at = lru_cache(maxsize=256)(self._versions_at)
        self._seen = (SHIPPED_EDITION, float("-inf"))

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # Reading ------------------------------------------------------------------------------------

    def edition(self, max_age_s: float = 0.0) -> int:
        """Return the latest edition: 1 is the first release, every later one and every publication adds one.

        `max_age_s` allows an answer that many seconds old.
        """
        edition, asked_at = self._seen
        if max_age_s and time.monotonic() - asked_at <= max_age_s:
            return edition
        with reading(self.engine) as connection, decoding("edition"):
            edition = int(connection.execute(select(STATE.c.edition)).scalar_one())
        self._seen = (edition, time.monotonic())
        return edition

    @property
    def seen(self) -> tuple[int, float]:
        """The latest edition this process has seen or made, and when (monotonic seconds)."""
        return self._seen

    def reachable(self) -> bool:
        """Whether the database answers now, sound and where it was."""
        try:
            return self.edition() >= SHIPPED_EDITION and self.lost() is None
        except StoreError:
            return False

    def lost(self) -> StoreLost | None:
        """Return what is to be said when the file was taken away while in use; None when it was not.

        The first to notice copies beside it what the open connection still holds of it.
        """
        file = file_of(self.engine)
        if file is None or not file.gone():
            return None
        try:
            with self.engine.connect() as connection:
                file.rescue(cast(sqlite3.Connection, connection.connection.driver_connection))
        except DBAPIError:
            pass  # no connection was open any more: nothing is left to copy, as the sentence then says
        return file.lost()

    def admit(self) -> None:
        """Let the releases of the shipped tables arrive that have not yet, see :mod:`data.store.arrivals`.

        A table with versions of its own keeps them; what a release corrects there is offered, never taken.
        """
        with reading(self.engine) as connection, decoding("edition"):
            if len(arrivals(connection)) == releases.latest():
                return
        with writing(self.engine) as connection:
            admit(connection)
        self.versions_at.cache_clear()
        self.edition()

    def hold(self, edition: int, known: Mapping[Key, tuple[str, bytes]] = NOTHING) -> Held:
        """Return `edition` whole, see :func:`data.store.holding.hold`."""
        return hold(self.engine, edition, known)

    def _versions_at(self, edition: int) -> Mapping[str, int]:
        """Return table -> version in force at `edition`, for all tables."""
        newest = (
            select(VERSION.c.table_name, func.max(VERSION.c.number).label("number"))
            .where(VERSION.c.edition <= edition)
            .group_by(VERSION.c.table_name)
        )
        with reading(self.engine) as connection, decoding("version"):
            published = {row.table_name: int(row.number) for row in connection.execute(newest)}
            shipped = shipped_at(edition, arrivals(connection))
        return {table: published.get(table, shipped[table]) for table in table_names()}

    def current(self, table: str) -> Version:
        """Return the version in force: an ``int`` (its number) that knows its story."""
        _known(table)
        with reading(self.engine) as connection:
            return _newest(connection, table) or shipped_versions(connection, table)[-1]

    def version(self, table: str, number: int) -> Version:
        """Return one version; raises UnknownVersion."""
        _known(table)
        with reading(self.engine) as connection:
            return _version(connection, table, number)

    def read(self, table: str, version: int | None = None) -> pd.DataFrame:
        """Return the content of a version (None: in force), typed as :func:`data.load` types it.

        Raises
        ------
        UnknownTable, UnknownVersion, DamagedContent, StoreUnavailable
        """
        number = self.versions_at(self.edition())[_known(table)] if version is None else version
        kept = self.read_kept(table, number)
        return read_shipped(table, number) if kept is None else kept

    def read_kept(self, table: str, number: int) -> pd.DataFrame | None:
        """As :meth:`read`, but None for a shipped version the database does not hold."""
        _known(table)
        with reading(self.engine) as connection:
            kept = connection.execute(
                select(CONTENT.c.sha256, CONTENT.c.gz)
                .join(VERSION, VERSION.c.content_sha256 == CONTENT.c.sha256)
                .where(VERSION.c.table_name == table, VERSION.c.number == int(number))
            ).first()
            if kept is None:
                _version(connection, table, number)  # says so when there is none
        return None if kept is None else decode(table, kept.sha256, kept.gz)

    def history(self, table: str) -> pd.DataFrame:
        """Return all versions of a table, newest first: one row a version, columns as in Version."""
        _known(table)
        query = select(VERSION).where(VERSION.c.table_name == table).order_by(VERSION.c.number.desc())
        with reading(self.engine) as connection:
            versions = [_told(row) for row in connection.execute(query)]
            versions = versions or shipped_versions(connection, table)[::-1]
        frame = pd.DataFrame([version.story() for version in versions])
        frame["at"] = pd.to_datetime(frame["at"], utc=True)
        return frame.astype(dict.fromkeys(("parent", "restored"), "Int64"))

    def kinds(self) -> dict[str, dict[Kind, int]]:
        """Return table -> kind -> how many versions of it the database holds; nothing where it holds none."""
        query = select(VERSION.c.table_name, VERSION.c.kind, func.count().label("many"))
        found: dict[str, dict[Kind, int]] = {}
        with reading(self.engine) as connection:
            for row in connection.execute(query.group_by(VERSION.c.table_name, VERSION.c.kind)):
                found.setdefault(row.table_name, {})[row.kind] = int(row.many)
        return found

    # Publishing ---------------------------------------------------------------------------------

    def publish(
        self,
        table: str,
        frame: pd.DataFrame,
        author: str,
        note: str,
        parent: int,
        *,
        kind: Kind = "publish",
        upload: bytes | None = None,
    ) -> Version:
        """Make `frame` the next version of `table`, in one transaction.

        Parameters
        ----------
        frame
            The whole next content; for an update merge first, see
            :func:`data.changes.differences.merge_update`.
        parent
            Version it was made from, which must still be the current one.
        upload
            The file it came from; only its hash is kept.

        Raises
        ------
        Conflict
            If `parent` is no longer current; nothing is changed.
        WrongContent, StoreUnavailable, UnknownTable
            Nothing is changed either.
        """
        change = Change(table, frame, int(parent), kind, upload)
        return self.publish_together([change], author, note)[0]

    def publish_together(self, changes: list[Change], author: str, note: str) -> list[Version]:
        """Publish several tables as one edition: all of them or none. Raises as :meth:`publish`."""
        prepared = [(change, encode(_known(change.table), change.frame)) for change in changes]
        for change in changes:
            for number in range(SHIPPED_VERSION, releases.version_of(change.table) + 1):
                if change.parent <= releases.version_of(change.table):
                    shipped_content(change.table, number)  # made before the lock is taken, see _keep_shipped
        with writing(self.engine) as connection:
            edition = _next_edition(connection)
            published = [
                _append(
                    connection,
                    change.table,
                    content,
                    edition=edition,
                    kind=change.kind,
                    author=author,
                    note=note,
                    parent=change.parent,
                    upload_sha256=change.upload_sha256,
                )
                for change, content in prepared
            ]
        self._seen = (edition, time.monotonic())
        return published

    def roll_back(self, table: str, version: int, author: str, note: str, parent: int) -> Version:
        """Make the content of an old `version` the next version of `table`. Raises as :meth:`publish`."""
        _known(table)
        with writing(self.engine) as connection:
            restored = _version(connection, table, int(version))
            edition = _next_edition(connection)
            published = _append(
                connection,
                table,
                restored.content_sha256,
                edition=edition,
                kind="rollback",
                author=author,
                note=note,
                parent=int(parent),
                restored=restored.number,
            )
        self._seen = (edition, time.monotonic())
        return published


def _known(table: str) -> str:
    if table not in table_names():
        raise UnknownTable(table, table_names())
    return table


def _told(row: Row) -> Version:
    story = dict(row._mapping)
    table, number, at = story.pop("table_name"), story.pop("number"), story.pop("at")
    with decoding(f"version of {table}"):
        story["edition"] = int(story["edition"])
        return Version(int(number), table=table, at=moment.read(at), **story)


def _newest(connection: Connection, table: str) -> Version | None:
    query = select(VERSION).where(VERSION.c.table_name == table).order_by(VERSION.c.number.desc()).limit(1)
    row = connection.execute(query).first()
    return None if row is None else _told(row)


def _version(connection: Connection, table: str, number: int) -> Version:
    query = select(VERSION).where(VERSION.c.table_name == table, VERSION.c.number == int(number))
    row = connection.execute(query).first()
    if row is not None:
        return _told(row)
    shipped = [] if (newest := _newest(connection, table)) else shipped_versions(connection, table)
    for version in shipped:
        if version == number:
            return version
    raise UnknownVersion(int(number), range(SHIPPED_VERSION, (newest or shipped[-1]) + 1))


def _next_edition(connection: Connection) -> int:
    # The counter's row is the lock: whoever publishes next waits here until this transaction ends.
    connection.execute(update(STATE).values(edition=STATE.c.edition + 1))
    return connection.execute(select(STATE.c.edition)).scalar_one()


def _keep(connection: Connection, content: Content) -> None:
    if connection.execute(select(CONTENT.c.rows).where(CONTENT.c.sha256 == content.sha256)).first() is None:
        connection.execute(
            insert(CONTENT).values(sha256=content.sha256, gz=content.gz, size=content.size, rows=content.rows)
        )


def _append(
    connection: Connection,
    table: str,
    content: Content | str,
    *,
    parent: int,
    author: str,
    note: str,
    **story: Any,
) -> Version:
    newest = _newest(connection, table)
    shipped = [] if newest else shipped_versions(connection, table, int(story["edition"]))
    current = (newest or shipped[-1]).number
    if parent != current:
        raise Conflict(table, parent, current)
    if newest is None:
        _keepshipped_versions(connection, shipped)
    if isinstance(content, Content):
        _keep(connection, content)
        sha256, rows = content.sha256, content.rows
    else:
        sha256 = content
        rows = connection.execute(select(CONTENT.c.rows).where(CONTENT.c.sha256 == sha256)).scalar_one()
    row = {
        "table_name": table,
        "number": current + 1,
        "author": author,
        "at": moment.now(),
        "note": note,
        "rows": rows,
        "content_sha256": sha256,
        "parent": parent,
        "upload_sha256": None,
        "restored": None,
        **story,
    }
    connection.execute(insert(VERSION).values(row))
    kind = str(story["kind"])
    action = kind if kind in ("rollback", "import") else "publish"
    detail = {key: row[key] for key in ("number", "kind", "edition", "parent", "restored", "rows", "note")}
    Audit.append(connection, author, action, table, detail)
    return _version(connection, table, current + 1)


def _keepshipped_versions(connection: Connection, versions: list[Version]) -> None:
    # With the first publication the shipped content is kept too: a newer release of the application
    # may ship another file, and the table's past must not change with it.
    for shipped in versions:
        _keep(connection, shipped_content(shipped.table, shipped.number))
        connection.execute(
            insert(VERSION).values(
                table_name=shipped.table,
                at=None,
                **{key: value for key, value in shipped.story().items() if key not in ("table", "at")},
            )
        )
