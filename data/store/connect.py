"""One way to talk to SQLite (a file in WAL mode) and to PostgreSQL."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, make_url, select, text
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError

from data.store.errors import StoreError, StoreUnavailable
from data.store.schema import FORMAT, METADATA, STATE
from data.versions import SHIPPED_EDITION
from i18n import _

DEFAULT_FILE = Path(__file__).resolve().parents[2] / "var" / "sinergi.db"
PATIENCE_S = 10
CREATION_LOCK = 1_170_417


def store_url(url: str | Path | None = None) -> URL:
    """Return where the store is: `url`, else ``DATABASE_URL``, else the file ``var/sinergi.db``.

    ``postgres://`` and ``postgresql://`` are read with psycopg; a path is a SQLite file.
    """
    given = url or os.environ.get("DATABASE_URL") or DEFAULT_FILE
    if isinstance(given, Path) or "://" not in given:
        return URL.create("sqlite", database=str(given))
    if given.startswith("postgres://"):
        given = given.replace("postgres", "postgresql", 1)
    parsed = make_url(given)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() not in ("sqlite", "postgresql") or not parsed.database:
        raise StoreError(
            _("DATABASE_URL harus menunjuk berkas SQLite atau basis data PostgreSQL, bukan “{kind}”.").format(
                kind=parsed.get_backend_name()
            )
        )
    return parsed


def create_store_engine(url: URL) -> Engine:
    """Return an engine whose transactions mean the same on both databases."""
    if url.get_backend_name() == "postgresql":
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 5})
    else:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, connect_args={"timeout": PATIENCE_S})
        event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_sqlite(connection, _record) -> None:
    # The driver must not begin transactions by itself: _begin does, and knows which kind.
    connection.isolation_level = None
    for attempt in range(50):
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode=WAL")
            break
        except connection.OperationalError:  # two processes opening a new file at once
            if attempt == 49:
                raise
            time.sleep(0.05)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("sinergi_writes", False)
    if connection.dialect.name == "sqlite":
        # A writer takes the lock at once: upgrading a read lock later fails instead of waiting.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    elif writes:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE_S}s'")


@contextmanager
def _speaking_plainly() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, InternalError) as error:
        raise StoreUnavailable(str(error.orig)) from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that is kept whole or not at all.

    Raises
    ------
    StoreUnavailable
        If the database cannot take it; nothing of it is kept.
    """
    with (
        _speaking_plainly(),
        engine.connect().execution_options(sinergi_writes=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def reading(engine: Engine, *, snapshot: bool = False) -> Iterator[Connection]:
    """One reading transaction; with `snapshot` all its queries see the same moment."""
    options = {"isolation_level": "REPEATABLE READ"} if snapshot and engine.dialect.name != "sqlite" else {}
    with (
        _speaking_plainly(),
        engine.connect().execution_options(**options) as connection,
        connection.begin(),
    ):
        yield connection


def prepare(engine: Engine) -> None:
    """Create the store's tables where they are not there yet."""
    with reading(engine) as connection:
        if engine.dialect.has_table(connection, STATE.name):
            _check_format(connection)
            return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CREATION_LOCK})
        METADATA.create_all(connection)
        if connection.execute(select(STATE.c.id)).first() is None:
            connection.execute(insert(STATE).values(id=1, edition=SHIPPED_EDITION, format=FORMAT))
        _check_format(connection)


def _check_format(connection: Connection) -> None:
    found = connection.execute(select(STATE.c.format)).scalar_one_or_none()
    if found is not None and found > FORMAT:
        raise StoreError(
            _(
                "Penyimpanan ini dibuat oleh aplikasi yang lebih baru (bentuk {found}); perbarui aplikasi."
            ).format(found=found)
        )
