"""When each release of the shipped tables came into a store: at the application's first start with it.

Every publication makes one edition and writes its versions under it. An edition no version was published
in is therefore the arrival of a release: nothing else has to be written, and a store of the first release
keeps its past as it was.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from data.store.content import shipped_fingerprint
from data.store.schema import STATE, VERSION
from data.store.version import Version
from data.versioning import releases
from data.versioning.versions import SHIPPED_EDITION, SHIPPED_VERSION, table_names

SHIPPED_AUTHOR = "Sinergi Kota"


def arrivals(connection: Connection, before: int | None = None) -> tuple[int, ...]:
    """Return the edition each release arrived with, the first release's first.

    `before` is the edition a publication is just making: counted already, its versions not yet written.
    """
    edition = int(connection.execute(select(STATE.c.edition)).scalar_one()) if before is None else before - 1
    query = select(VERSION.c.edition).where(VERSION.c.kind != "shipped").distinct()
    published = {int(each) for each in connection.execute(query).scalars()}
    free = (each for each in range(SHIPPED_EDITION + 1, edition + 1) if each not in published)
    return (SHIPPED_EDITION, *free)[: releases.latest()]


def admit(connection: Connection) -> None:
    """Let every release that has not arrived yet arrive now, each with an edition of its own."""
    # The counter's row is the lock: two processes starting at once must not both count up.
    connection.execute(update(STATE).values(edition=STATE.c.edition))
    lacking = releases.latest() - len(arrivals(connection))
    if lacking > 0:
        connection.execute(update(STATE).values(edition=STATE.c.edition + lacking))


def shipped_at(edition: int, arrived: tuple[int, ...]) -> dict[str, int]:
    """Return table -> shipped version in force at `edition`, where nobody published the table."""
    release = sum(each <= edition for each in arrived)
    return {table: releases.version_of(table, release) for table in table_names()}


def shipped_versions(connection: Connection, table: str, before: int | None = None) -> list[Version]:
    """Return the versions the arrived releases bring of a table nobody published, oldest first."""
    arrived = arrivals(connection, before)
    versions = []
    for number in range(SHIPPED_VERSION, releases.version_of(table, len(arrived)) + 1):
        sha256, rows = shipped_fingerprint(table, number)
        release = releases.release_of(table, number)
        versions.append(
            Version(
                number,
                table=table,
                edition=arrived[release - 1],
                kind="shipped",
                author=SHIPPED_AUTHOR,
                at=None,
                note="" if release == 1 else releases.releases()[release - 2].note,
                rows=rows,
                content_sha256=sha256,
                upload_sha256=None,
                parent=number - 1 or None,
                restored=None,
            )
        )
    return versions
