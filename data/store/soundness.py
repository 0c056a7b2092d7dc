"""Whether a store is still what was written into it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, select

from data.store.connect import decoding, reading
from data.store.content import unpacked
from data.store.errors import DamagedContent, StoreDamaged
from data.store.schema import CONTENT, STATE, VERSION
from data.versioning.versions import SHIPPED_EDITION


@dataclass(frozen=True, slots=True)
class Sound:
    """What was found in order: the latest edition, and how many versions and contents were read."""

    edition: int
    versions: int
    contents: int


def look_over(engine: Engine) -> None:
    """Read the structure of the database through; cheap enough for every start.

    Raises
    ------
    StoreDamaged
        Saying what does not fit.
    """
    if engine.dialect.name != "sqlite":
        return  # the server does this by itself and says so when a page is read
    with reading(engine) as connection:
        said = list(connection.exec_driver_sql("PRAGMA quick_check(5)").scalars())
    if said != ["ok"]:
        raise StoreDamaged("; ".join(map(str, said)))


def examine(engine: Engine) -> Sound:
    """Read the whole store: structure, every content against its hash, versions against the edition.

    Raises
    ------
    DamagedContent
        If a content is not what its hash says; everything else was read before.
    StoreDamaged
        If the structure, the numbers or the references do not fit.
    """
    with reading(engine, snapshot=True) as connection:
        if engine.dialect.name == "sqlite":
            said = list(connection.exec_driver_sql("PRAGMA integrity_check(5)").scalars())
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if said != ["ok"] or broken is not None:
                raise StoreDamaged("; ".join(map(str, said)) + (f" {tuple(broken)}" if broken else ""))
        with decoding("edition"):
            edition = int(connection.execute(select(STATE.c.edition)).scalar_one())
        versions = _numbers_fit(connection, edition)
        damaged, contents = [], 0
        for sha256 in connection.execute(select(CONTENT.c.sha256)).scalars().all():
            gz = connection.execute(select(CONTENT.c.gz).where(CONTENT.c.sha256 == sha256)).scalar_one()
            contents += 1
            try:
                unpacked(sha256, bytes(gz))
            except DamagedContent:
                damaged.append(sha256)
    if damaged:
        raise DamagedContent(damaged[0])
    return Sound(edition, versions, contents)


def _numbers_fit(connection: Connection, edition: int) -> int:
    query = select(
        VERSION.c.table_name, func.count(), func.min(VERSION.c.number), func.max(VERSION.c.number)
    ).group_by(VERSION.c.table_name)
    versions = 0
    for table, count, first, last in connection.execute(query):
        versions += count
        if (first, last) != (1, count):
            raise StoreDamaged(f"{table}: {count} versions numbered {first} to {last}")
    newest = connection.execute(select(func.max(VERSION.c.edition))).scalar() or SHIPPED_EDITION
    if newest > edition:
        raise StoreDamaged(f"edition {edition} is older than a version of edition {newest}")
    return versions
