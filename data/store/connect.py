"""One way to talk to SQLite (a file in WAL mode) and to PostgreSQL."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, make_url, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, MultipleResultsFound, NoResultFound
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import NullPool

from data.store.errors import Forbidden, StoreDamaged, StoreError, StoreUnavailable
from data.store.file import PATIENCE_S, StoreFile
from data.store.schema import FORMAT, KEPT, METADATA, STATE, missing_guards
from data.versioning.versions import SHIPPED_EDITION
from i18n import _

DEFAULT_FILE = Path(__file__).resolve().parents[2] / "var" / "sinergi.db"
CREATION_LOCK = 1_170_417
FILE = "sinergi_file"
# A server that vanished without a word must not hold a page for the minutes TCP would wait.
POSTGRES = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
DAMAGED_SQLITE = (11, 26)  # SQLITE_CORRUPT, SQLITE_NOTADB
DAMAGED_POSTGRES = ("XX001", "XX002")  # data_corrupted, index_corrupted
DAMAGED_SAYINGS = ("Could not decode to UTF-8", "no such table: sinergi_", "no such column")


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
        engine = create_engine(url, pool_pre_ping=True, connect_args=POSTGRES)
    else:
        file = StoreFile(url.database or "")
        engine = create_engine(url, creator=file.connect, execution_options={FILE: file})
        event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def file_of(engine: Engine) -> StoreFile | None:
    """Return the file behind the engine; None for a database server."""
    return engine.get_execution_options().get(FILE)


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
def _speaking_plainly(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        raise _told(error, engine) from error
    except UnicodeDecodeError as error:  # in what the database says of itself
        raise StoreDamaged(str(error)) from error


def _told(error: DBAPIError | PoolTimeout, engine: Engine) -> StoreError:
    """Return the store's own error for one of the database."""
    cause = getattr(error, "orig", None) or error
    reason, file = str(cause), file_of(engine)
    if isinstance(error, IntegrityError):
        return Forbidden(reason)
    code = getattr(cause, "sqlite_errorcode", None)
    if (
        (code is not None and code & 0xFF in DAMAGED_SQLITE)
        or getattr(cause, "sqlstate", None) in DAMAGED_POSTGRES
        or any(sign in reason for sign in DAMAGED_SAYINGS)
    ):
        return StoreDamaged(reason)
    if file is not None and file.gone():
        return file.lost()
    return StoreUnavailable(reason)


@contextmanager
def decoding(what: str) -> Iterator[None]:
    """Turn what cannot be made of a row read back into :class:`StoreDamaged`.

    Raises
    ------
    StoreDamaged
        If a number, moment or document in it is none.
    """
    try:
        yield
    except (ValueError, TypeError, KeyError, NoResultFound, MultipleResultsFound) as error:
        raise StoreDamaged(f"{what}: {error}") from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that is kept whole or not at all.

    Raises
    ------
    StoreUnavailable
        If the database cannot take it; nothing of it is kept.
    StoreLost
        If the file was taken away from under us: what SQLite would report as kept would be gone.
    Forbidden
        If it breaks a rule of the database.
    StoreDamaged
        If the database cannot read itself.
    """
    file = file_of(engine)
    with _speaking_plainly(engine):
        _still_there(file)
        with (
            engine.connect().execution_options(sinergi_writes=True) as connection,
            connection.begin(),
        ):
            _still_there(file, connection)
            yield connection
            _still_there(file, connection)
        # A file taken away between the last look and the end of the commit.
        _still_there(file)


def _still_there(file: StoreFile | None, connection: Connection | None = None) -> None:
    if file is not None and (
        file.gone() or (connection is not None and not file.log_of(connection.connection.info))
    ):
        raise file.lost()


@contextmanager
def reading(engine: Engine, *, snapshot: bool = False) -> Iterator[Connection]:
    """One reading transaction; with `snapshot` all its queries see the same moment."""
    options = {"isolation_level": "REPEATABLE READ"} if snapshot and engine.dialect.name != "sqlite" else {}
    with (
        _speaking_plainly(engine),
        engine.connect().execution_options(**options) as connection,
        connection.begin(),
    ):
        yield connection


def prepare(engine: Engine, *, anew: bool = False) -> None:
    """Create the store where it is not there yet; an older one gets the guards it lacks.

    Raises
    ------
    StoreSetAside
        If a damaged one was set aside there; `anew` makes a new one beside it.
    """
    file = file_of(engine)
    if file is not None:
        file.make(_fill_file, anew=anew)
        file.remember()
    with reading(engine) as connection:
        made = engine.dialect.has_table(connection, STATE.name)
        if made:
            _check_format(connection)
            gone = [table.name for table in KEPT if not engine.dialect.has_table(connection, table.name)]
            if gone:
                raise StoreDamaged(f"no {', '.join(gone)}")
            if not missing_guards(connection):
                return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CREATION_LOCK})
        if made:
            for statement in missing_guards(connection):
                connection.execute(statement)
        else:
            _create(connection)


def _fill_file(path: Path) -> None:
    file = StoreFile(path)
    path.touch(mode=0o640)
    engine = create_engine("sqlite://", creator=file.connect, poolclass=NullPool)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    with _speaking_plainly(engine), engine.connect() as connection, connection.begin():
        _create(connection)


def _create(connection: Connection) -> None:
    METADATA.create_all(connection)
    for statement in missing_guards(connection):
        connection.execute(statement)
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
