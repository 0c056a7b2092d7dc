"""The store's own tables. Everything but the edition counter is append-only, enforced by the database."""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    event,
)

FORMAT = 1
METADATA = MetaData()

STATE = Table(
    "sinergi_state",
    METADATA,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    Column("edition", Integer, nullable=False),
    Column("format", Integer, nullable=False),
)
CONTENT = Table(
    "sinergi_content",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("gz", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
)
VERSION = Table(
    "sinergi_version",
    METADATA,
    Column("table_name", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("edition", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("author", String(320), nullable=False),
    Column("at", String(40)),
    Column("note", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("content_sha256", String(64), ForeignKey(CONTENT.c.sha256), nullable=False),
    Column("upload_sha256", String(64)),
    Column("parent", Integer),
    Column("restored", Integer),
    Index("sinergi_version_edition", "edition"),
)
AUDIT = Table(
    "sinergi_audit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(40), nullable=False),
    Column("actor", String(320), nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", String(320), nullable=False),
    Column("detail", Text, nullable=False),
)
ROLE = Table(
    "sinergi_role",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("email", String(320), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("cities", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("granted_by", String(320), nullable=False),
)
DOCUMENT = Table(
    "sinergi_document",
    METADATA,
    Column("collection", String(64), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("payload", Text),
    Column("author", String(320), nullable=False),
    Column("at", String(40), nullable=False),
)
APPEND_ONLY = (CONTENT, VERSION, AUDIT, ROLE, DOCUMENT)
# Order of a backup: what is referred to comes first.
KEPT = (*APPEND_ONLY, STATE)


def _guards(table: Table) -> dict[str, str]:
    """Return name -> statement of the triggers that keep the rows of `table` as they are, on SQLite."""
    abort = f"ON {table.name} {{when}}BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    guards = {
        f"{table.name}_no_{action.lower()}": f"BEFORE {action} {abort.format(when='')}"
        for action in ("UPDATE", "DELETE")
    }
    # INSERT OR REPLACE deletes without asking the triggers of DELETE, by the key or by the row's number.
    same = " AND ".join(f"{column.name} = NEW.{column.name}" for column in table.primary_key)
    taken = f"WHEN EXISTS (SELECT 1 FROM {table.name} WHERE ({same}) OR rowid = NEW.rowid) "  # noqa: S608
    guards[f"{table.name}_no_replace"] = f"BEFORE INSERT {abort.format(when=taken)}"
    return {name: f"CREATE TRIGGER {name} {what}" for name, what in guards.items()}


def missing_guards(connection: Connection) -> list[DDL]:
    """Return the statements that make the triggers this database does not have yet."""
    if connection.dialect.name != "sqlite":
        return []  # made with the tables; PostgreSQL knows no REPLACE
    there = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())
    return [
        DDL(statement)
        for table in APPEND_ONLY
        for name, statement in _guards(table).items()
        if name not in there
    ]


event.listen(
    METADATA,
    "before_create",
    DDL(
        "CREATE OR REPLACE FUNCTION sinergi_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'append-only'; END $$"
    ).execute_if(dialect="postgresql"),
)
for _table in APPEND_ONLY:
    event.listen(
        _table,
        "after_create",
        DDL(
            f"CREATE TRIGGER {_table.name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {_table.name} "
            "FOR EACH STATEMENT EXECUTE FUNCTION sinergi_append_only()"
        ).execute_if(dialect="postgresql"),
    )
