"""Markets of foods, and how far they are."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, columns_present, named, same_labels, unique

DAYS = 365.25  # of a mean year
WEEKS = DAYS / 7
EARTH_RADIUS_KM = 6371.0088
D0_KM = 50.0


def market_size(spending: pd.DataFrame, population: pd.Series) -> pd.DataFrame:
    """Return what the households of a region spend on each food in a year.

    market_jf = rupiah per person per week on f x population of j x 365.25 / 7.

    Parameters
    ----------
    spending
        One row a region and food: `region_code`, `commodity_group`, `commodity`,
        `rupiah_per_capita_per_week` (>= 0 or NaN). The commodity ``TOTAL`` is the sum of its group: do not
        add it to its parts.
    population
        Persons (> 0) by region code.

    Returns
    -------
    DataFrame
        The same rows: `region_code`, `commodity_group`, `commodity`, `rupiah_per_year` (household
        consumption, not restaurants or industry). NaN where spending or population is not known.

    Raises
    ------
    AnalysisError
        If a column lacks, a region repeats in `population`, or an amount is negative.

    References
    ----------
    Badan Pusat Statistik (2025). Susenas, consumption and expenditure.
    """
    wanted = ["region_code", "commodity_group", "commodity", "rupiah_per_capita_per_week"]
    columns_present(spending, wanted, "spending")
    unique(population.index, "Wilayah pada population")
    weekly = spending["rupiah_per_capita_per_week"]
    if (weekly < 0).any():
        raise AnalysisError(f"Pengeluaran negatif: {named(spending.loc[weekly < 0, 'region_code'].unique())}")
    if (population <= 0).any():
        raise AnalysisError(f"Penduduk harus di atas nol: {named(population.index[population <= 0])}")
    persons = spending["region_code"].map(population).astype("float64")
    return spending[wanted[:3]].assign(rupiah_per_year=weekly * persons * WEEKS)


def great_circle_km(regions: pd.DataFrame) -> pd.DataFrame:
    """Return the great-circle distance between regions (haversine on a sphere of 6371.0088 km).

    Parameters
    ----------
    regions
        Indexed by region, with `latitude` (-90..90) and `longitude` (-180..180) in degrees.

    Returns
    -------
    DataFrame
        Region x region, kilometres, symmetric, 0 on the diagonal. As the crow flies: roads and sea routes
        are longer. NaN where a coordinate is not known.

    Raises
    ------
    AnalysisError
        If a column lacks, a region repeats, or a coordinate lies outside its range.

    References
    ----------
    Sinnott, R. W. (1984). Virtues of the haversine. Sky and Telescope 68.
    """
    columns_present(regions, ["latitude", "longitude"], "regions")
    unique(regions.index, "Wilayah")
    degrees = regions[["latitude", "longitude"]].astype("float64")
    outside = (degrees.abs() > [90, 180]).any(axis=1)
    if outside.any():
        raise AnalysisError(f"Koordinat di luar rentang: {named(regions.index[outside])}")
    latitude, longitude = np.radians(degrees.to_numpy()).T
    half = (
        np.sin(np.subtract.outer(latitude, latitude) / 2) ** 2
        + np.multiply.outer(np.cos(latitude), np.cos(latitude))
        * np.sin(np.subtract.outer(longitude, longitude) / 2) ** 2
    )
    kilometres = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
    return pd.DataFrame(kilometres, index=regions.index, columns=regions.index)


def market_access(
    market: pd.Series | pd.DataFrame, distance_km: pd.DataFrame, d0: float = D0_KM
) -> pd.Series | pd.DataFrame:
    """Return the markets that a place reaches, each the less the farther it is.

    access_i = sum_j market_j / (d_ij + d0), the place's own market (d = 0) included.

    Parameters
    ----------
    market
        Rupiah a year by buyer; or DataFrame buyer x product.
    distance_km
        Supplier x buyer in kilometres, such as :func:`great_circle_km`; its columns are the buyers of
        `market`.
    d0
        Kilometres (> 0) added to every distance: handling costs that do not depend on the way.

    Returns
    -------
    Series or DataFrame
        By supplier (x product), rupiah a year per kilometre: good for comparing places, not an amount of
        sales. NaN where any market or distance is not known; leave such buyers out if the rest is wanted.

    Raises
    ------
    AnalysisError
        If the buyers differ, a distance or market is negative, or `d0` is not above zero.

    References
    ----------
    Reilly, W. J. (1929). Methods for the Study of Retail Relationships. Harris, C. D. (1954). The market as a
    factor in the localization of industry. Annals of the Association of American Geographers 44.
    """
    if not d0 > 0:
        raise AnalysisError(f"d0 harus di atas nol: {d0}")
    unique(market.index, "Pembeli pada market")
    same_labels(distance_km.columns, market.index, "Pembeli pada distance_km", "market")
    if (distance_km < 0).any(axis=None):
        raise AnalysisError("Jarak negatif")
    if (market.to_numpy() < 0).any():
        raise AnalysisError("Pasar negatif")
    return (1 / (distance_km[market.index] + d0)) @ market
