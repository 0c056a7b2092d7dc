"""What cities state themselves: featured products and applications, services they have no application for.

No public source has this for all cities: a city that has stated nothing is "no statement yet", not "nothing".
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

import data

TABLE = "city_statements"
PRODUCT, APPLICATION, GAP = "produk", "aplikasi", "celah"
KINDS = (PRODUCT, APPLICATION, GAP)


@data.by_version(TABLE)
def standing() -> pd.DataFrame:
    """Return the statements that stand (not withdrawn), the newest first, as table ``city_statements``."""
    rows = data.load(TABLE)
    rows = rows[rows["withdrawn_on"].isna()]
    return rows.sort_values(["stated_on", "name"], ascending=[False, True], kind="stable", ignore_index=True)


@data.by_version(TABLE, "products", "apps", size=256)
def of_city(city: str, kind: str | None = None) -> pd.DataFrame:
    """Return what a city states, of one `kind` or of all.

    Returns
    -------
    DataFrame
        As :func:`standing`, with ``recorded``: code of the product or application of that name the public
        sources have of the city; missing where only the city tells of it.
    """
    rows = standing()
    rows = rows[rows["region_code"] == city]
    if kind is not None:
        rows = rows[rows["kind"] == kind]
    known = {PRODUCT: _recorded("products", "product_id", "product", city)}
    known[APPLICATION] = _recorded("apps", "app_id", "app", city)
    found = [
        known.get(row.kind, {}).get(_same(row.name_))
        for row in rows.rename(columns={"name": "name_"}).itertuples()
    ]
    return rows.assign(recorded=pd.Series(found, index=rows.index, dtype="str")).reset_index(drop=True)


def _recorded(table: str, key: str, name: str, city: str) -> dict[str, str]:
    rows = data.load(table)
    rows = rows[rows["region_code"] == city]
    return {_same(text): code for text, code in zip(rows[name], rows[key], strict=True)}


def _same(name: str) -> str:
    return " ".join(name.casefold().split())


@data.by_version(TABLE, "products", "apps")
def stated_on() -> dict[str, str]:
    """Return code of a product or application -> day its own city stated it as featured."""
    return {
        row.recorded: row.stated_on
        for city in standing()["region_code"].unique()
        for row in of_city(city).iloc[::-1].itertuples()
        if isinstance(row.recorded, str)
    }


@data.by_version(TABLE)
def gaps() -> pd.DataFrame:
    """Return the services cities say they lack: region, domain, name, the day and the office that said it."""
    rows = standing()
    return rows.loc[
        rows["kind"] == GAP, ["region_code", "service_domain", "name", "stated_on", "stated_by"]
    ].reset_index(drop=True)


def counts(cities: Iterable[str]) -> pd.DataFrame:
    """Return city x kind: how many statements stand; 0 is "no statement yet", told apart from any record."""
    rows = standing()
    table = pd.crosstab(rows["region_code"], rows["kind"])
    return table.reindex(index=list(cities), columns=list(KINDS), fill_value=0).astype("int64")


@data.by_version(TABLE, "regions")
def stating(kind: str, cities: tuple[str, ...]) -> int:
    """Return how many of `cities` state something of a kind."""
    return int((counts(cities)[kind] > 0).sum())
