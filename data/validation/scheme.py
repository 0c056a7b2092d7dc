"""Tell codes of the Ministry of Home Affairs from BPS codes, by everything but the names beside them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from data.validation.context import Upload
from data.validation.history import SERIES
from data.validation.places import Places

MOST_COMPARED = 2_000
CLOSE = math.log(1.5)


def votes_of_codes(codes: Sequence[str], known: Places) -> tuple[int, int]:
    """Count the codes only BPS has and those only the Ministry of Home Affairs has."""
    bps = sum(code in known.names and code not in known.from_home_affairs for code in codes)
    other = sum(code not in known.names and code in known.from_home_affairs for code in codes)
    return bps, other


def votes_of_values(upload: Upload, column: str, known: Places) -> tuple[int, int]:
    """Count the rows whose figure lies near the latest one in force of the region either scheme means.

    Only rows whose code means another region in either scheme, and whose figure is near one of the two
    and not the other, count. Tables without a history give none.
    """
    if upload.table.name not in SERIES:
        return 0, 0
    value, time = SERIES[upload.table.name]
    others = [name for name in upload.table.key if name not in (column, time)]
    if not {value, time, *others} <= set(upload.values):
        return 0, 0
    codes = [code for code in upload.values[column] if code is not None]
    current = upload.nearby(known.from_home_affairs.get(code, code) for code in codes).sort_values(time)
    length = current[time].astype("str").str.len()
    latest = current.assign(length=length).groupby([column, *others, "length"])[value].last().to_dict()
    bps = home_affairs = compared = 0
    columns = [upload.values[name] for name in (column, time, value, *others)]
    for code, when, figure, *rest in zip(*columns, strict=True):
        other = known.from_home_affairs.get(code, code)
        if other == code or figure is None or figure <= 0 or compared >= MOST_COMPARED:
            continue
        compared += 1
        near = [_near(figure, latest.get((region, *rest, len(str(when))))) for region in (code, other)]
        bps += near[0] and not near[1]
        home_affairs += near[1] and not near[0]
    return bps, home_affairs


def _near(figure: float, known: float | None) -> bool:
    return known is not None and known > 0 and abs(math.log(figure / known)) < CLOSE
