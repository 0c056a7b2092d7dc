"""Which period, year or count of people is in force: looked up in the tables, written down nowhere."""

from __future__ import annotations

import pandas as pd

from data.errors import UnknownPeriod
from data.loading import load
from data.versioning.cache import by_version

FINAL, PRELIMINARY, VERY_PRELIMINARY = "final", "preliminary", "very_preliminary"
REGISTERED = "population_registered_"
_QUARTER, _YEAR = r"\d{4}Q[1-4]", r"\d{4}"


@by_version("grdp_sectors", "sectors", "regions")
def latest_quarter(price_basis: str = "ADHB") -> str:
    """Return the latest quarter that all kabupaten and kota have in every sector: ``"2026Q1"``.

    Where none is complete, the one with the most figures: it has no reference economy, which
    :func:`data.reference` says.

    Parameters
    ----------
    price_basis
        ``"ADHB"`` current prices, ``"ADHK"`` constant prices.

    Raises
    ------
    UnknownPeriod
        If no region has any quarter.
    """
    rows = load("grdp_sectors")
    rows = rows[(rows["price_basis"] == price_basis) & rows["period"].str.fullmatch(_QUARTER)]
    regions = load("regions")
    wanted = regions.loc[regions["level"].isin(["kabupaten", "kota"]), "region_code"]
    rows = rows[rows["region_code"].isin(wanted) & rows["sector"].isin(load("sectors")["sector"])]
    known = rows.drop_duplicates(["region_code", "period", "sector"]).groupby("period").size()
    if known.empty:
        raise UnknownPeriod(price_basis, sorted(load("grdp_sectors")["period"].unique()))
    return str(known.index[known == known.max()].max())


@by_version("grdp_totals", "regions")
def latest_year(price_basis: str = "ADHB", komwil: str | None = None) -> str:
    """Return the latest year whose GRDP every member city of `komwil` (None: of both) has.

    Raises
    ------
    UnknownPeriod
        If there is no such year, naming those that some cities have.
    """
    regions = load("regions")
    members = regions["komwil"].notna() if komwil is None else regions["komwil"] == komwil
    rows = _years(price_basis)
    rows = rows[rows["region_code"].isin(regions.loc[members, "region_code"])]
    counts = rows.groupby("period")["region_code"].nunique()
    complete = counts.index[counts == int(members.sum())]
    if complete.empty:
        raise UnknownPeriod(price_basis, sorted(counts.index))
    return str(complete.max())


def _years(price_basis: str) -> pd.DataFrame:
    rows = load("grdp_totals")
    rows = rows[(rows["price_basis"] == price_basis) & rows["period"].str.fullmatch(_YEAR)]
    return rows.dropna(subset=["value_billion_rupiah"])


@by_version("grdp_totals")
def year_status(period: str) -> str:
    """Return how settled the GRDP of a year is: ``final``, ``preliminary`` or ``very_preliminary``.

    BPS publishes the newest year as very preliminary and the one before as preliminary.
    """
    newest = int(_years("ADHB")["period"].max())
    return {newest: VERY_PRELIMINARY, newest - 1: PRELIMINARY}.get(int(period), FINAL)


@by_version("grdp_totals")
def unsettled_years() -> tuple[str, ...]:
    """Return the years whose GRDP is not final, the older first."""
    years = sorted(_years("ADHB")["period"].unique())
    return tuple(str(year) for year in years if year_status(year) != FINAL)


@by_version("grdp_totals")
def final_year() -> str:
    """Return the last year whose GRDP at constant prices is final, in the one source that goes furthest back.

    Levels of two sources need not join, so a newer source does not lengthen the series.
    """
    rows = _years("ADHK")
    spans = rows.groupby("source_id")["period"].agg(["min", "max", "size"])
    longest = spans.sort_values(["min", "size"], ascending=[True, False], kind="stable").index[0]
    years = rows.loc[rows["source_id"] == longest, "period"].unique()
    return str(max(year for year in years if year_status(year) == FINAL))


@by_version("grdp_totals")
def base_year() -> str:
    """Return the year whose prices the constant-price series are at: there both price bases agree.

    Raises
    ------
    UnknownPeriod
        If no year has both price bases.
    """
    wide = load("grdp_totals").pivot_table(
        index=["region_code", "period"], columns="price_basis", values="value_billion_rupiah"
    )
    apart = (wide["ADHB"] / wide["ADHK"] - 1).abs().groupby("period").median().dropna()
    if apart.empty:
        raise UnknownPeriod("ADHK", [])
    return str(apart.idxmin())


@by_version("regions")
def registered_population() -> pd.Series:
    """Return the registered population of the newest count, by region; its name is the year."""
    regions = load("regions").set_index("region_code")
    column = max(name for name in regions.columns if name.startswith(REGISTERED))
    return regions[column].rename(column.removeprefix(REGISTERED))
