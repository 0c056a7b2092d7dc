"""What size and distance say of trade, and what recorded trade between provinces leaves for two cities."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, same_labels
from analysis.market import D0_KM

GATEWAY_KM = 10.0
GATEWAY_EXPONENT = 2.0
SPREAD = 3.0


def gravity_score(
    supply: pd.Series, demand: pd.Series, distance_km: pd.DataFrame, theta: float, d0: float = D0_KM
) -> pd.DataFrame:
    """Return the logarithm of gravity, ln S_i + ln D_j - theta ln(d_ij + d0).

    Parameters
    ----------
    supply
        What each supplier has, > 0, any unit.
    demand
        What each buyer takes, > 0, any unit.
    distance_km
        Suppliers x buyers, kilometres.
    theta
        How fast trade falls with distance; 2 is the law of gravity.
    d0
        Kilometres that stand for handling costs.

    Returns
    -------
    DataFrame
        Suppliers x buyers, no bounds: only order and differences mean something. NaN where a supplier is
        the buyer and where a size is not known or not above zero.

    Raises
    ------
    AnalysisError
        If the labels differ.

    References
    ----------
    Reilly, W. J. (1929). Tinbergen, J. (1962). Shaping the World Economy.
    """
    same_labels(supply.index, distance_km.index, "Pemasok", "jarak")
    same_labels(demand.index, distance_km.columns, "Pembeli", "jarak")
    mass = log_size(supply[distance_km.index]).to_numpy()[:, None]
    pull = log_size(demand[distance_km.columns]).to_numpy()[None, :]
    itself = np.equal.outer(distance_km.index.to_numpy(), distance_km.columns.to_numpy())
    far = np.log(distance_km.mask(itself).to_numpy(dtype="float64") + d0)
    return pd.DataFrame(mass + pull - theta * far, index=distance_km.index, columns=distance_km.columns)


def log_size(size: pd.Series) -> pd.Series:
    """Return the natural logarithm of what is above zero; NaN for the rest."""
    return np.log(size.astype("float64").where(size > 0))


def gateway_shares(
    mass: pd.Series, distance_km: pd.DataFrame, d0: float = GATEWAY_KM, exponent: float = GATEWAY_EXPONENT
) -> pd.DataFrame:
    """Return through which city the farm output of each regency is likely to pass.

    P_hi = m_i (d_hi + d0)^-b / sum_c m_c (d_hc + d0)^-b.

    Parameters
    ----------
    mass
        Trade and transport of each city, >= 0, any unit.
    distance_km
        Regencies x cities, kilometres.
    d0
        Kilometres added, so that a city's own surroundings have no infinite weight.
    exponent
        b, how fast the pull falls with distance.

    Returns
    -------
    DataFrame
        Regencies x cities, 0..1, each row sums to 1. NaN in the row of a regency whose place is not known,
        and where a city's mass is not known the other cities share.

    Raises
    ------
    AnalysisError
        If the labels differ or no city has a mass.

    References
    ----------
    Huff, D. L. (1964). Defining and estimating a trading area. Journal of Marketing 28.
    """
    same_labels(mass.index, distance_km.columns, "Kota gerbang", "jarak")
    pull = mass[distance_km.columns].to_numpy(dtype="float64") * (distance_km + d0) ** -exponent
    total = pull.sum(axis=1, min_count=1)
    if not (total > 0).any():
        raise AnalysisError("Tidak ada kota gerbang yang nilai perdagangan dan angkutannya diketahui")
    return pull.div(total.where(total > 0), axis=0).rename_axis(index="regency", columns="city")


def gateway_supply(farm_output: pd.Series, shares: pd.DataFrame) -> pd.Series:
    """Return the farm output that each city is the likely gateway of, G_i = sum_h A_h P_hi.

    It stands in for what a city can supply when nothing is known of the good.

    Parameters
    ----------
    farm_output
        A_h, output of agriculture of each regency, >= 0.
    shares
        Regencies x cities from :func:`gateway_shares`.

    Returns
    -------
    Series
        By city, the unit of `farm_output`; the sum over cities is the output of the regencies whose place
        and output are known.

    Raises
    ------
    AnalysisError
        If a regency of `shares` has no entry in `farm_output`.
    """
    if missing := sorted(set(shares.index) - set(farm_output.index)):
        raise AnalysisError(f"Keluaran pertanian tidak ada untuk: {', '.join(missing[:5])}")
    through = shares.mul(farm_output[shares.index].astype("float64"), axis=0)
    return through.sum(axis=0, min_count=1).rename("gateway_supply")


def intermediate_demand(output: pd.DataFrame, coefficients: pd.DataFrame) -> pd.DataFrame:
    """Return what the makers of each place use of each sector, D_jk = sum_l a_kl X_jl.

    Parameters
    ----------
    output
        Place x buying sector, one currency unit.
    coefficients
        a: selling sector x buying sector, input of k for one unit of output of l, >= 0.

    Returns
    -------
    DataFrame
        Place x selling sector, the unit of `output`; NaN where any output of the place is not known.

    Raises
    ------
    AnalysisError
        If the sectors differ.
    """
    same_labels(output.columns, coefficients.columns, "Sektor keluaran", "koefisien")
    values = output[coefficients.columns].to_numpy(dtype="float64") @ coefficients.to_numpy(dtype="float64").T
    return pd.DataFrame(values, index=output.index, columns=coefficients.index)


def expected_trade(
    flow: pd.Series, growth: float, supply_share: pd.Series, demand_share: pd.Series, spread: float = SPREAD
) -> pd.DataFrame:
    """Return what recorded trade of two provinces leaves for one place in each, by sector.

    F_ijk = T_pqk g_p (X_ik / X_pk) (D_jk / D_qk): the provinces' flow, brought to a later year, split by
    the seller's part in its province's output and the buyer's part in its province's use.

    Parameters
    ----------
    flow
        T_pqk by sector, from the seller's province to the buyer's, >= 0.
    growth
        g_p, nominal growth factor of the seller's province since the year of the flow.
    supply_share, demand_share
        X_ik / X_pk and D_jk / D_qk by sector, 0..1.
    spread
        How many times less and more it may be.

    Returns
    -------
    DataFrame
        By sector: `low`, `middle`, `high`, the unit of `flow`. Summed over all places of both provinces
        `middle` is T_pqk g_p and never more. NaN where a share is not known.

    Raises
    ------
    AnalysisError
        If the sectors differ, a share lies outside 0..1 or the spread below 1.
    """
    same_labels(supply_share.index, flow.index, "Sektor pemasok", "arus")
    same_labels(demand_share.index, flow.index, "Sektor pembeli", "arus")
    shares = pd.concat([supply_share, demand_share])
    if ((shares < 0) | (shares > 1 + 1e-9)).any():
        raise AnalysisError("Bagian kota dalam provinsinya harus antara 0 dan 1")
    if not spread >= 1:
        raise AnalysisError(f"Rentang harus sedikitnya 1 kali: {spread!r}")
    middle = flow * growth * supply_share[flow.index] * demand_share[flow.index]
    return pd.DataFrame({"low": middle / spread, "middle": middle, "high": middle * spread})
