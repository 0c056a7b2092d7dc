"""Cities, their sectors and the economies they are compared with."""

from __future__ import annotations

import csv

import pandas as pd

from data.errors import UnknownCity, UnknownPeriod, UnknownReference
from data.loading import load
from data.periods import latest_quarter
from data.territory import HOME, KOMWIL_SETTING, BadTerritory
from data.versioning.cache import by_version
from data.versioning.releases import path
from i18n import _


def _komwils() -> tuple[str, ...]:
    """Return the Komwil that have members, the one at home first.

    Raises
    ------
    BadTerritory
        If the home Komwil has no member.
    """
    there: dict[str, str] = {}
    own = HOME.own("tables", "regions.csv")
    for file in dict.fromkeys(filter(None, (path("regions"), own))):
        with file.open(encoding="utf-8", newline="") as rows:
            there |= {row["region_code"]: row["komwil"] for row in csv.DictReader(rows)}
    known = sorted(set(there.values()) - {""})
    if HOME.komwil not in known:
        raise BadTerritory(
            _(
                "{setting}: Komwil “{komwil}” tidak punya anggota dalam tabel regions; yang ada: {known}."
            ).format(setting=KOMWIL_SETTING, komwil=HOME.komwil, known=", ".join(known))
        )
    return (HOME.komwil, *(each for each in known if each != HOME.komwil))


# The home Komwil stands first.
KOMWILS = _komwils()
HOME_KOMWIL = KOMWILS[0]
REFERENCES = ("indonesia", "sumatra", "komwil_1", "province")
SUMATRA_PROVINCES = ("11", "12", "13", "14", "15", "16", "17", "18", "19", "21")


@by_version("regions")
def cities(komwil: str | None = None) -> pd.DataFrame:
    """Return the member cities, indexed by BPS `region_code`.

    Parameters
    ----------
    komwil
        One of :data:`KOMWILS` (``"I"``: 24 cities, ``"II"``: 10), or None for all members.

    Raises
    ------
    UnknownCity
        If `komwil` is another value.
    """
    if komwil is not None and komwil not in KOMWILS:
        raise UnknownCity(komwil, KOMWILS)
    regions = load("regions").set_index("region_code")
    wanted = KOMWILS if komwil is None else (komwil,)
    return regions[regions["komwil"].isin(wanted)]


@by_version("regions")
def regencies() -> pd.DataFrame:
    """Return the 514 kabupaten and kota, indexed by BPS `region_code`."""
    regions = load("regions").set_index("region_code")
    return regions[regions["level"].isin(["kabupaten", "kota"])]


@by_version("grdp_sectors", "sectors")
def _wide(period: str, price_basis: str) -> pd.DataFrame:
    long = load("grdp_sectors")
    slice_ = long[(long["period"] == period) & (long["price_basis"] == price_basis)]
    if slice_.empty:
        there = long[["period", "price_basis"]].drop_duplicates()
        raise UnknownPeriod(f"{period} {price_basis}", sorted(there.agg(" ".join, axis=1)))
    wide = slice_.pivot(index="region_code", columns="sector", values="value_billion_rupiah")
    return wide.reindex(columns=load("sectors")["sector"])


def sectors_matrix(
    period: str | None = None, price_basis: str = "ADHB", regions: list[str] | None = None
) -> pd.DataFrame:
    """Return GRDP by sector: `region_code` x 17 sectors, billion rupiah.

    Parameters
    ----------
    period
        A quarter (``"2026Q1"``: ONE quarter, not a year) or a year; None: :func:`data.latest_quarter`.
    price_basis
        ``"ADHB"`` current prices, ``"ADHK"`` constant 2010 prices.
    regions
        Codes wanted, in that order; None: every kabupaten and kota that has the period.
        A region of the data set without figures for the period is a row of NaN.

    Raises
    ------
    UnknownPeriod, UnknownCity
        Naming the value and the allowed ones.
    """
    wide = _wide(period or latest_quarter(price_basis), price_basis)
    if regions is None:
        return wide.loc[wide.index.intersection(regencies().index)]
    known = load("regions")["region_code"]
    for code in regions:
        if code not in set(known):
            raise UnknownCity(code, cities().index)
    return wide.reindex(list(regions))


def reference(
    name: str, city: str | None = None, period: str | None = None, price_basis: str = "ADHB"
) -> pd.Series:
    """Return a reference economy: sector -> billion rupiah, summed from the same kabupaten/kota table.

    Parameters
    ----------
    name
        ``"indonesia"`` (sum of 514), ``"sumatra"`` (the home island), ``"komwil_1"`` (the home Komwil; both
        bear the names addresses have always had) or ``"province"``
        (sum of the kabupaten/kota of the province of `city`).
    city
        Code of the city; needed for ``"province"`` only.
    period
        As for :func:`sectors_matrix`.

    Raises
    ------
    UnknownReference, UnknownCity, UnknownPeriod
        Naming the value and the allowed ones.
    """
    if name not in REFERENCES:
        raise UnknownReference(name, REFERENCES)
    period = period or latest_quarter(price_basis)
    matrix = sectors_matrix(period, price_basis)
    where = regencies().loc[matrix.index]
    if name == "sumatra":
        matrix = matrix[where["province_code"].isin(HOME.provinces)]
    elif name == "komwil_1":
        matrix = matrix[where["komwil"] == HOME_KOMWIL]
    elif name == "province":
        if city not in regencies().index:
            raise UnknownCity(city, cities().index)
        matrix = matrix[where["province_code"] == regencies().at[city, "province_code"]]
    # A period that only some regions publish (2026Q2: the 34 cities) has no reference economy.
    missing = len(regencies()) - len(sectors_matrix(period, price_basis))
    if name != "komwil_1" and missing:
        complete = [f"{latest_quarter(basis)} {basis}" for basis in ("ADHB", "ADHK")]
        raise UnknownPeriod(f"{period} {price_basis}", complete)
    return matrix.sum(min_count=1).rename(name)
