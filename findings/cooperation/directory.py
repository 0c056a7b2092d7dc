"""Offices that buy, supply, distribute or steer food: bodies of a place, never persons."""

from __future__ import annotations

import pandas as pd

import data
from data.regions import regencies

BUYERS, SELLERS = "buyer", "seller"
# Who may stand below the heads as which party; whoever only steers or hosts is none.
KINDS = {
    BUYERS: ("bumd", "distributor", "perusahaan", "pasar", "koperasi"),
    SELLERS: ("koperasi", "kelompok_tani", "distributor", "perusahaan", "bumd"),
    "distributor": ("distributor", "perusahaan", "bumd"),
}


@data.by_version("directory", "regions")
def offices() -> pd.DataFrame:
    """Return the directory with ``province_code`` (of the office's region), by region and name."""
    rows = data.load("directory")
    province = regencies()["province_code"].reindex(rows["region_code"]).to_numpy()
    rows["province_code"] = [
        own if pd.isna(code) else code for code, own in zip(province, rows["region_code"], strict=True)
    ]
    return rows.sort_values(["region_code", "name"], ignore_index=True)


def of_places(places: tuple[str, ...], part: str = "") -> pd.DataFrame:
    """Return the offices of some places and those of their whole provinces, the places' own first.

    Parameters
    ----------
    part
        Only bodies that may stand as this party (a key of :data:`KINDS`); empty: all.
    """
    rows = offices().copy()
    known = regencies()["province_code"]
    provinces = {str(known[place]) for place in places if place in known.index}
    rows["own"] = rows["region_code"].isin(places)
    rows = rows[rows["own"] | rows["region_code"].isin(provinces)]
    if part:
        rows = rows[rows["kind"].isin(KINDS[part])]
    return rows.sort_values("own", ascending=False, kind="stable", ignore_index=True)
