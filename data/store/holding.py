"""All that an edition needs of the store, fetched at once: what is in force stands without the database."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from sqlalchemy import Engine, and_, func, select

from data.store.arrivals import arrivals, shipped_at
from data.store.connect import decoding, reading
from data.store.content import decode, unpacked
from data.store.schema import CONTENT, VERSION
from data.versioning.versions import table_names

Key = tuple[str, int]


@dataclass(frozen=True)
class Held:
    """One edition as the store keeps it.

    Attributes
    ----------
    edition
        Its number.
    versions
        Table -> version, for all tables.
    kept
        (table, version) -> hash and compressed content, for those the database holds.
    """

    edition: int
    versions: Mapping[str, int]
    kept: Mapping[Key, tuple[str, bytes]]

    @cached_property
    def size(self) -> int:
        """Bytes of the compressed contents."""
        return sum(len(gz) for _sha256, gz in self.kept.values())

    @cached_property
    def standing(self) -> Mapping[str, Hashable]:
        """Table -> hash of its content, or its version where only the shipped file has it."""
        return {
            table: self.kept[table, version][0] if (table, version) in self.kept else version
            for table, version in self.versions.items()
        }

    def read(self, table: str, version: int) -> pd.DataFrame | None:
        """Return that version of the table; None when only the shipped file has it. Raises KeyError."""
        if (table, version) in self.kept:
            return decode(table, *self.kept[table, version])
        if self.versions.get(table) == version:
            return None
        raise KeyError(table, version)


def hold(engine: Engine, edition: int, known: Mapping[Key, tuple[str, bytes]]) -> Held:
    """Fetch `edition` whole, every content verified; what is `known` already is not fetched again.

    Raises
    ------
    StoreUnavailable
        If it cannot be had whole; then nothing of it is taken.
    DamagedContent, StoreDamaged
        If a content is not what its hash says, or the rows that name it cannot be read.
    """
    newest = (
        select(VERSION.c.table_name, func.max(VERSION.c.number).label("number"))
        .where(VERSION.c.edition <= edition)
        .group_by(VERSION.c.table_name)
        .subquery()
    )
    query = select(VERSION.c.table_name, VERSION.c.number, VERSION.c.content_sha256).join(
        newest, and_(VERSION.c.table_name == newest.c.table_name, VERSION.c.number == newest.c.number)
    )
    kept: dict[Key, tuple[str, bytes]] = {}
    with reading(engine, snapshot=True) as connection:
        with decoding("version"):
            rows = {
                (str(row.table_name), int(row.number)): row.content_sha256
                for row in connection.execute(query)
            }
        for key, sha256 in rows.items():
            if key in known and known[key][0] == sha256:
                kept[key] = known[key]
                continue
            found = select(CONTENT.c.gz).where(CONTENT.c.sha256 == sha256)
            with decoding(f"content of {key[0]} {key[1]}"):
                gz = bytes(connection.execute(found).scalar_one())
            unpacked(sha256, gz)
            kept[key] = (sha256, gz)
        shipped = shipped_at(edition, arrivals(connection))
    versions = shipped | dict(kept.keys())
    return Held(edition, {table: versions[table] for table in table_names()}, kept)
