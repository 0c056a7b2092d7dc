"""What a release of the shipped tables corrects in a table the store holds its own version of.

Nothing is changed in silence: the correction is offered as a merge by key, and somebody takes it.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.changes.differences import difference, key_of
from data.store import Store
from data.store.content import read_shipped
from data.store.version import Kind
from data.versioning import releases
from data.versioning.releases import Release


@dataclass(frozen=True, slots=True)
class Offer:
    """A merge that waits for a decision.

    Attributes
    ----------
    table, release
        Which table, corrected by which release.
    parent
        The version in force it was worked out from.
    frame
        The whole content after the merge.
    added, removed, changed
        Rows the release adds and takes away, cells it corrects; those the merge carries out.
    kept
        One row each place where the own version and the release differ from what both came from: the own
        value stays. Key columns, ``column`` (empty for a whole row), ``own``, ``release``.
    """

    table: str
    release: Release
    parent: int
    frame: pd.DataFrame
    added: pd.DataFrame
    removed: pd.DataFrame
    changed: pd.DataFrame
    kept: pd.DataFrame

    @property
    def empty(self) -> bool:
        """Whether there is nothing left to merge."""
        return self.added.empty and self.removed.empty and self.changed.empty


def waiting(store: Store) -> tuple[str, ...]:
    """Return the tables a release corrects whose own version has not taken the correction."""
    named = sorted({table for each in releases.releases() for table in each.tables})
    kinds = store.kinds()
    return tuple(table for table in named if _lacking(kinds, table))


def _lacking(kinds: dict[str, dict[Kind, int]], table: str) -> int:
    own = kinds.get(table, {})
    if not own.keys() - {"shipped"}:
        return 0  # nobody published it: the release is in force or arrives by itself
    return releases.version_of(table) - own.get("shipped", 0) - own.get("release", 0)


def offer(store: Store, table: str) -> Offer | None:
    """Return what the newest release would change in the version in force; None where nothing waits."""
    lacking = _lacking(store.kinds(), table)
    if lacking <= 0:
        return None
    newest = releases.version_of(table)
    parent = store.current(table)
    base, brought = read_shipped(table, newest - lacking), read_shipped(table)
    release = next(each for each in reversed(releases.releases()) if table in each.tables)
    return Offer(table, release, int(parent), *_merged(table, base, brought, store.read(table, int(parent))))


def _merged(table: str, base: pd.DataFrame, brought: pd.DataFrame, own: pd.DataFrame) -> tuple:
    key = list(key_of(table))
    change = difference(base, brought, table)
    mine = _indexed(own, key)
    kept: list[dict] = []
    # Rows the release adds: a row of that key of our own stays.
    there = _keys(change.added, key).isin(mine.index)
    for row in change.added[there].to_dict("records"):
        kept.append({**{name: row[name] for name in key}, "column": "", "own": "", "release": ""})
    added = change.added[~there]
    # Rows it takes away: only those nobody changed.
    gone = change.removed[_keys(change.removed, key).isin(mine.index)]
    alike = _alike(gone, mine, key)
    for row in gone[~alike].to_dict("records"):
        kept.append({**{name: row[name] for name in key}, "column": "", "own": "", "release": ""})
    removed = gone[alike]
    # Cells it corrects: only those that still hold what they held.
    merged = own.copy().reset_index(drop=True)
    place = {each: at for at, each in enumerate(_keys(merged, key))}
    done = []
    for at, row in enumerate(change.changed.to_dict("records")):
        target = place.get(tuple(_plain(row[name]) for name in key))
        if target is None:
            continue
        now = merged.at[target, row["column"]]
        if _same(now, row["new"]):
            continue
        if _same(now, row["old"]):
            merged.at[target, row["column"]] = row["new"]
            done.append(at)
        else:
            told = {name: row[name] for name in key}
            kept.append({**told, "column": row["column"], "own": now, "release": row["new"]})
    merged = merged[~_keys(merged, key).isin(_keys(removed, key))]
    if len(added):
        fresh = added.reindex(columns=merged.columns).astype(merged.dtypes.to_dict())
        merged = pd.concat([merged, fresh], ignore_index=True)
    columns = [*key, "column", "own", "release"]
    return (
        merged.reset_index(drop=True),
        added.reset_index(drop=True),
        removed.reset_index(drop=True),
        change.changed.iloc[done].reset_index(drop=True),
        pd.DataFrame(kept, columns=columns),
    )


def _plain(value: object) -> object:
    return None if pd.isna(value) else value


def _keys(frame: pd.DataFrame, key: list[str]) -> pd.Index:
    rows = zip(*(frame[name].astype(object) for name in key), strict=True)
    return pd.Index([tuple(map(_plain, row)) for row in rows], tupleize_cols=False, dtype=object)


def _indexed(frame: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    return frame.set_axis(_keys(frame, key))


def _alike(rows: pd.DataFrame, mine: pd.DataFrame, key: list[str]) -> pd.Series:
    answer = []
    for at, each in zip(rows.index, _keys(rows, key), strict=True):
        own = mine.loc[[each]].iloc[0]
        answer.append(all(_same(rows.at[at, name], own[name]) for name in rows.columns if name in own))
    return pd.Series(answer, index=rows.index, dtype=bool)


def _same(one: object, other: object) -> bool:
    return _plain(one) == _plain(other)
