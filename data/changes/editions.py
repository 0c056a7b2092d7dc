"""What an edition of the data set is: its date, what changed with it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import select

from data.store import StoreError, active, moment
from data.store.arrivals import arrivals
from data.store.connect import reading
from data.store.schema import VERSION
from data.versioning import releases, versions


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: its number, the day it came about, the tables it changed, what it says of itself."""

    number: int
    day: date | None
    tables: tuple[str, ...]
    note: str


def about(number: int) -> Edition:
    """Return what is known of edition `number`; without a day and a note while the store is away."""
    try:
        return _about(number, versions.source_number())
    except StoreError:
        return Edition(number, None, (), "")


@lru_cache(maxsize=256)
def _about(number: int, _source: int) -> Edition:
    """An edition never changes; remembered for as long as the same store stands behind the data."""
    store = active()
    if store is None:
        return _released(number, number)
    query = select(VERSION.c.table_name, VERSION.c.at, VERSION.c.note)
    query = query.where(VERSION.c.edition == number, VERSION.c.kind != "shipped").order_by(
        VERSION.c.table_name
    )
    with reading(store.engine) as connection:
        rows = connection.execute(query.order_by(VERSION.c.table_name)).all()
        arrived = arrivals(connection)
    if not rows:
        return _released(number, sum(each <= number for each in arrived))
    made = moment.read(rows[0].at)
    return Edition(number, made.date() if made else None, tuple(row.table_name for row in rows), rows[0].note)


def _released(number: int, release: int) -> Edition:
    """The edition a release of the application itself brought."""
    each = releases.release(release)
    return Edition(number, date.fromisoformat(each.date), each.tables, each.note)
