"""A city's output over the years, each price basis a line of its own; quarters never stand among years."""

from __future__ import annotations

import numpy as np
import pandas as pd

import data
from analysis import growth


@data.by_version("grdp_totals")
def yearly(city: str) -> pd.DataFrame:
    """Return a city's GRDP by year.

    Returns
    -------
    DataFrame
        ``year`` (whole), ``price_basis``, ``rupiah``, ``status`` (``final``, ``preliminary``,
        ``very_preliminary``), ``growth`` (to the year before, ADHK only and only where both years come
        from one source; else NaN), ``source_id``. Quarters are left out.
    """
    rows = data.load("grdp_totals")
    rows = rows[(rows["region_code"] == city) & rows["period"].str.fullmatch(r"\d{4}")]
    rows = rows.sort_values(["price_basis", "period"]).reset_index(drop=True)
    frame = pd.DataFrame(
        {
            "year": rows["period"].astype(int),
            "price_basis": rows["price_basis"],
            "rupiah": rows["value_billion_rupiah"] * 1e9,
            "status": rows["period"].map(data.year_status),
            "source_id": rows["source_id"],
        }
    )
    rates = [
        growth.growth_rates(one.assign(region_code=city), value="rupiah", period="year").loc[city]
        for _source, one in frame[frame["price_basis"] == "ADHK"].groupby("source_id")
    ]
    known = {int(year): rate for each in rates for year, rate in each.dropna().items()}
    frame.insert(4, "growth", frame["year"].map(known).where(frame["price_basis"] == "ADHK"))
    return frame


def average_growth(city: str, years: int = 10) -> dict[str, float]:
    """Return the mean yearly real growth over the last `years` years of the final ADHK series.

    ``growth`` is (last / first) ** (1 / (to - from)) - 1, ``from`` and ``to`` are years; all NaN when
    there is no such series.
    """
    frame = yearly(city)
    frame = frame[(frame["price_basis"] == "ADHK") & (frame["status"] == "final")]
    if frame.empty:
        return {"growth": np.nan, "from": np.nan, "to": np.nan}
    # One source only: levels of two sources need not join.
    frame = frame[frame["source_id"] == frame["source_id"].iloc[-1]].set_index("year")["rupiah"]
    last = frame.index.max()
    first = max(frame.index.min(), last - years)
    if first == last:
        return {"growth": np.nan, "from": np.nan, "to": np.nan}
    mean = (frame[last] / frame[first]) ** (1 / (last - first)) - 1
    return {"growth": mean, "from": int(first), "to": int(last)}
