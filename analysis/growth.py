"""Growth within one series, and what it is made of."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analysis.checks import (
    AnalysisError,
    columns_present,
    named,
    output_values,
    reference_values,
    same_labels,
)

# What makes two figures members of one series: growth across a change in any of these is not growth.
IDENTITY = ("price_basis", "indicator", "series", "unit", "base_year", "commodity", "component")
PERIOD = re.compile(r"^(\d{4})(Q[1-4])?$")

KLASSEN_NAMES = {
    "maju_cepat": "Daerah maju dan tumbuh cepat",
    "maju_tertekan": "Daerah maju tetapi tertekan",
    "berkembang_cepat": "Daerah berkembang cepat",
    "relatif_tertinggal": "Daerah relatif tertinggal",
}


def growth_rates(
    series: pd.DataFrame, value: str = "value", period: str = "period", region: str = "region_code"
) -> pd.DataFrame:
    """Return growth on the year before, x_t / x_(t-1) - 1, within one series.

    Parameters
    ----------
    series
        One row a region and period, of ONE series: where it has a column `price_basis`, `indicator`,
        `series`, `unit`, `base_year`, `commodity` or `component`, that column must hold a single value.
    value, period, region
        Names of the columns. Periods are years (``"2024"``, 2024) or quarters (``"2026Q1"``), not both; a
        quarter is compared with the same quarter of the year before.

    Returns
    -------
    DataFrame
        Region x period in order of time, growth as a share (0.05 is 5%). NaN where this period or the year
        before is not known or not above zero: no rate is made up over a gap.

    Raises
    ------
    AnalysisError
        If columns lack, series, price bases or kinds of period are mixed, or a region has a period twice.

    References
    ----------
    Badan Pusat Statistik: laju pertumbuhan PDRB, at constant prices.
    """
    levels = _one_series(series, value, period, region)
    steps = levels.columns
    before = [f"{int(step[:4]) - 1}{step[4:]}" for step in steps]
    base = levels.reindex(columns=before).set_axis(steps, axis=1)
    return levels / base.where(base > 0) - 1


def growth_index(
    series: pd.DataFrame, base: str, value: str = "value", period: str = "period", region: str = "region_code"
) -> pd.DataFrame:
    """Return each level as an index of the base period, 100 x_t / x_base.

    Parameters
    ----------
    series, value, period, region
        As for :func:`growth_rates`.
    base
        Period that is 100.

    Returns
    -------
    DataFrame
        Region x period in order of time. NaN where the period or the base is not known.

    Raises
    ------
    AnalysisError
        As :func:`growth_rates`; also if nobody has the base period.
    """
    levels = _one_series(series, value, period, region)
    if str(base) not in levels.columns:
        raise AnalysisError(f"Periode dasar {base} tidak ada. Yang ada: {named(levels.columns)}")
    start = levels[str(base)]
    return levels.div(start.where(start > 0), axis=0) * 100


def deflator(
    current: pd.DataFrame | pd.Series, constant: pd.DataFrame | pd.Series
) -> pd.DataFrame | pd.Series:
    """Return the implicit deflator, output at current prices / output at constant prices.

    Parameters
    ----------
    current, constant
        The same regions, periods or sectors at current (ADHB) and constant (ADHK) prices, in one unit.

    Returns
    -------
    DataFrame or Series
        1 is the price level of the base year (2010). NaN where either is not known or nothing was produced.

    Raises
    ------
    AnalysisError
        If the labels differ.
    """
    same_labels(current.index, constant.index, "Baris ADHB", "ADHK")
    if isinstance(current, pd.DataFrame):
        same_labels(current.columns, constant.columns, "Kolom ADHB", "ADHK")
        constant = constant[current.columns]
    constant = constant.loc[current.index]
    return current / constant.where(constant > 0)


def shift_share(
    start: pd.DataFrame, end: pd.DataFrame, reference_start: pd.Series, reference_end: pd.Series
) -> pd.DataFrame:
    """Split the change of each sector in each region into national, mix and competitive parts.

    N = e G, M = e (G_k - G), C = e (g_ik - G_k): e the output at the start, G the growth of the reference,
    G_k of its sector and g_ik of the region's sector. N + M + C = change, cell by cell.

    Parameters
    ----------
    start, end
        Region x sector at two times, in one unit and one price basis (constant prices, unless prices are
        meant).
    reference_start, reference_end
        The reference economy at the same two times; the same unit is not needed.

    Returns
    -------
    DataFrame
        Indexed by region and sector: `start`, `change`, `national`, `mix`, `competitive`, in the unit of
        `start`. NaN where a figure is not known. Where the region had nothing, its whole change is
        competitive. Where the reference had nothing, mix and competitive are NaN.

    Raises
    ------
    AnalysisError
        If regions or sectors differ, a label repeats or an amount is negative.

    References
    ----------
    Dunn, E. S. (1960). A statistical and analytical technique for regional analysis. Papers in Regional
    Science 6.
    """
    same_labels(end.index, start.index, "Wilayah pada akhir periode", "awal periode")
    same_labels(end.columns, start.columns, "Sektor pada akhir periode", "awal periode")
    end = end.loc[start.index, start.columns]
    e, finish = output_values(start), output_values(end)
    before, after = reference_values(reference_start, start), reference_values(reference_end, start)
    with np.errstate(divide="ignore", invalid="ignore"):
        overall = after.sum() / before.sum() - 1
        by_sector = np.where(before > 0, after / before, np.nan) - 1
    change = finish - e
    parts = {
        "start": e,
        "change": change,
        "national": e * overall,
        "mix": e * (by_sector - overall),
        # e g = change also where e is 0 and g does not exist.
        "competitive": change - e * by_sector,
    }
    cells = pd.MultiIndex.from_product([start.index, start.columns], names=["region_code", "sector"])
    return pd.DataFrame(
        {name: np.broadcast_to(part, e.shape).ravel() for name, part in parts.items()}, index=cells
    )


def growth_contributions(start: pd.DataFrame, end: pd.DataFrame) -> pd.DataFrame:
    """Return what each sector adds to a region's growth, (x_ik,end - x_ik,start) / X_i,start.

    Parameters
    ----------
    start, end
        Region x sector at two times, in one unit and one price basis.

    Returns
    -------
    DataFrame
        Region x sector, a share of the region's total at the start (0.02: two percentage points); each row
        sums to the growth of the total. NaN where a figure is not known; the whole row where the total is
        not known or nought.

    Raises
    ------
    AnalysisError
        If regions or sectors differ, a label repeats or an amount is negative.
    """
    same_labels(end.index, start.index, "Wilayah pada akhir periode", "awal periode")
    same_labels(end.columns, start.columns, "Sektor pada akhir periode", "awal periode")
    end = end.loc[start.index, start.columns]
    before, after = output_values(start), output_values(end)
    total = before.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.where(total > 0, (after - before) / total, np.nan)
    return pd.DataFrame(values, index=start.index, columns=start.columns)


def structural_change(start: pd.DataFrame, end: pd.DataFrame) -> pd.Series:
    """Return how much of a region's economy changed sector, sum_k abs(s_ik,end - s_ik,start) / 2.

    Parameters
    ----------
    start, end
        Region x sector at two times; units may differ between the two.

    Returns
    -------
    Series
        0 (the same shares) .. 1 (nothing in common); 0.05: five per cent of output moved to other sectors.
        NaN where a figure of the region is not known.

    Raises
    ------
    AnalysisError
        If regions or sectors differ, a label repeats or an amount is negative.

    References
    ----------
    Dietrich, A. (2012). Does growth cause structural change, or is it the other way around? Empirical
    Economics 43: the norm of absolute values.
    """
    same_labels(end.index, start.index, "Wilayah pada akhir periode", "awal periode")
    same_labels(end.columns, start.columns, "Sektor pada akhir periode", "awal periode")
    end = end.loc[start.index, start.columns]
    before, after = output_values(start), output_values(end)
    with np.errstate(divide="ignore", invalid="ignore"):
        moved = after / after.sum(axis=1, keepdims=True) - before / before.sum(axis=1, keepdims=True)
    return pd.Series(np.abs(moved).sum(axis=1) / 2, index=start.index, name="structural_change")


def klassen_typology(
    growth: pd.Series, per_head: pd.Series, reference_growth: float, reference_per_head: float
) -> pd.Series:
    """Place regions in the four quadrants of growth and GRDP per head against the reference.

    Parameters
    ----------
    growth
        Growth by region, a share (or per cent, if the reference's is in per cent too).
    per_head
        GRDP per head by region, the same regions and any unit.
    reference_growth, reference_per_head
        The same two of the reference economy.

    Returns
    -------
    Series
        Codes, whose names as used by BPS are in :data:`KLASSEN_NAMES`: ``maju_cepat`` (richer, faster),
        ``maju_tertekan`` (richer, slower), ``berkembang_cepat`` (poorer, faster), ``relatif_tertinggal``
        (poorer, slower). On the line counts as above it. NaN where either figure is not known.

    Raises
    ------
    AnalysisError
        If the regions differ or the reference is not known.

    References
    ----------
    Klassen, L. H. (1965). Area Economic and Social Redevelopment. OECD.
    """
    same_labels(per_head.index, growth.index, "Wilayah pada per_head", "growth")
    if np.isnan(reference_growth) or np.isnan(reference_per_head):
        raise AnalysisError("Pertumbuhan atau PDRB per kapita pembanding tidak diketahui")
    per_head = per_head[growth.index]
    rich, fast = per_head >= reference_per_head, growth >= reference_growth
    codes = np.select([rich & fast, rich, fast], list(KLASSEN_NAMES)[:3], "relatif_tertinggal")
    known = growth.notna() & per_head.notna()
    return pd.Series(codes, index=growth.index, name="klassen", dtype="str").where(known)


def _one_series(series: pd.DataFrame, value: str, period: str, region: str) -> pd.DataFrame:
    """Region x period of one series, in order of time; refuses what cannot be compared."""
    columns_present(series, [value, period, region], "series")
    for column in IDENTITY:
        if column in series.columns and series[column].nunique(dropna=False) > 1:
            raise AnalysisError(f"Deret tercampur pada {column}: {named(series[column].unique())}")
    periods = series[period].astype(str)
    kinds = periods.str.extract(PERIOD)
    if kinds[0].isna().any():
        raise AnalysisError(f"Periode bukan tahun atau triwulan: {named(periods[kinds[0].isna()].unique())}")
    if kinds[1].isna().nunique() > 1:
        raise AnalysisError("Deret tercampur: tahun dan triwulan tidak dapat dibandingkan")
    rows = pd.DataFrame(
        {"region": series[region], "period": periods, "value": series[value].astype("float64")}
    )
    twice = rows.duplicated(["region", "period"])
    if twice.any():
        first = rows[twice].iloc[0]
        raise AnalysisError(f"Wilayah {first['region']} punya periode {first['period']} lebih dari sekali")
    wide = rows.pivot(index="region", columns="period", values="value")
    return wide.rename_axis(index=region, columns=period).sort_index(axis=1)
