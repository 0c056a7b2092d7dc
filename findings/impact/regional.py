"""What a purchase sets in motion: in the seller's province, in others, and at the seller's own.

Coefficients are of one year; money comes back in the unit it was given in, whatever its year.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import pandas as pd

import data
from analysis import input_output
from analysis.checks import AnalysisError
from findings import interregional

NATIONAL = "io_2020_national"
NATIONAL_YEAR = 2020


class Range(NamedTuple):
    """Within which a figure lies: `low` without any local inputs, `high` with all the province's at hand."""

    low: float
    middle: float
    high: float


class RegionalImpact(NamedTuple):
    """What one purchase sets in motion.

    Attributes
    ----------
    amount
        The purchase itself.
    seller, province, sector
        Codes of the place that sells, of its province, of the sector.
    by_province
        Indexed by province, the seller's first and then the largest: ``output`` and ``value_added``.
    by_sector
        The same by sector, the seller's province only, the largest first.
    place_output, place_value_added
        Ranges for the place that sells.
    year, national_year
        Years of the coefficients between provinces and of the national ones.
    """

    amount: float
    seller: str
    province: str
    sector: str
    by_province: pd.DataFrame
    by_sector: pd.DataFrame
    place_output: Range
    place_value_added: Range
    year: int
    national_year: int

    @property
    def output(self) -> float:
        """Output in all provinces, the purchase included."""
        return float(self.by_province["output"].sum())

    @property
    def value_added(self) -> float:
        """Value added in all provinces."""
        return float(self.by_province["value_added"].sum())

    @property
    def own(self) -> pd.Series:
        """Output and value added in the seller's province."""
        return self.by_province.loc[self.province]

    @property
    def others(self) -> pd.DataFrame:
        """The rows of the other provinces."""
        return self.by_province.drop(self.province)


@lru_cache(maxsize=1)
def national_coefficients() -> pd.DataFrame:
    """Return the nation's inputs of home-made goods for one rupiah of output, selling x buying sector."""
    table = data.load(NATIONAL).set_index("sector")
    sectors = list(data.load("sectors")["sector"])
    flows = table.loc[sectors, sectors].astype("float64")
    return input_output.input_coefficients(flows, table[sectors].astype("float64").sum(skipna=True))


def source_ids() -> tuple[str, ...]:
    """Return the sources of the coefficients."""
    national = data.load(NATIONAL)["source_id"].dropna().unique()
    return tuple(dict.fromkeys((*interregional.source_ids(), *national)))


@data.by_version("regions", "grdp_sectors", "sectors", size=512)
def local_inverse(seller: str) -> pd.DataFrame:
    """Return the Leontief inverse of a place by Flegg's quotient on the national coefficients.

    An extrapolation for a city: the quotient was tried on provinces. Sector x sector.
    """
    output = data.sectors_matrix(regions=[seller]).loc[seller]
    quotient = input_output.flegg_quotient(output, data.reference("indonesia"))
    return input_output.leontief_inverse(national_coefficients() * quotient)


@data.by_version("regions", "grdp_sectors", "sectors", size=512)
def purchase(seller: str, sector: str, amount: float) -> RegionalImpact:
    """Return what buying `amount` rupiah of `sector` from `seller` sets in motion.

    Parameters
    ----------
    seller
        Code of a kabupaten or kota whose province the interregional table has.
    sector
        One of the 17 sectors.
    amount
        Rupiah, >= 0, at producers' prices of any one year.

    Raises
    ------
    data.UnknownCity
        If there is no such place.
    AnalysisError
        If the table has no such province or sector, or the amount is no number >= 0.
    """
    regions = data.regencies()
    if seller not in regions.index:
        raise data.UnknownCity(seller, regions.index)
    province = regions.at[seller, "province_code"]
    if province not in interregional.provinces("indonesia") or sector not in interregional.output().columns:
        raise AnalysisError(f"Tabel antarprovinsi tidak punya {province} {sector}")
    chain = input_output.impact(
        interregional.inverse(), interregional.value_added_ratio(), f"{province}_{sector}", amount
    )
    where, what = chain.index.str[:2], chain.index.str[3:]
    by_province = chain.groupby(where).sum().sort_values("output", ascending=False, kind="stable")
    by_province = by_province.loc[[province, *by_province.index.drop(province)]].rename_axis("province")
    own = chain[where == province].set_axis(what[where == province]).rename_axis("sector")
    made, added = _at_the_place(seller, province, sector, amount, own.sum())
    return RegionalImpact(
        amount,
        seller,
        province,
        sector,
        by_province,
        own.sort_values("output", ascending=False, kind="stable"),
        made,
        added,
        interregional.year(),
        NATIONAL_YEAR,
    )


def _at_the_place(
    seller: str, province: str, sector: str, amount: float, province_total: pd.Series
) -> tuple[Range, Range]:
    """Return the ranges of output and value added in the place that sells."""
    ratio = interregional.value_added_ratio()
    ratio = ratio[ratio.index.str[:2] == province]
    ratio = ratio.set_axis(ratio.index.str[3:])
    column = local_inverse(seller)[sector] * amount
    made = float(column.sum()), float((column * ratio[column.index]).sum())
    bounds = (
        (amount, float(province_total["output"])),
        (
            amount * float(ratio[sector]),
            float(province_total["value_added"]),
        ),
    )
    output, added = (
        Range(low, min(max(middle, low), high), high)
        for middle, (low, high) in zip(made, bounds, strict=True)
    )
    return output, added


@lru_cache(maxsize=4)
def tried_on_provinces(delta: float | None = input_output.DELTA) -> float:
    """Return by how much a province's own multipliers are missed on average (0.08: 8%).

    The national coefficients times Flegg's quotient (None: as they are) against the province's own block of
    the interregional table, over the sectors each of the 34 provinces has.
    """
    output = interregional.output()
    nation, national = output.sum(), national_coefficients()
    errors = []
    for province in output.index:
        made = output.loc[province]
        quotient = 1.0 if delta is None else input_output.flegg_quotient(made, nation, delta)
        ours = input_output.leontief_inverse(national * quotient).sum()
        labels = [f"{province}_{sector}" for sector in output.columns]
        block = interregional.coefficients().loc[labels, labels]
        truth = input_output.leontief_inverse(block).sum().set_axis(output.columns)
        errors.append((ours / truth - 1).abs()[made > 0].mean())
    return float(pd.Series(errors).mean())


PROVINCE_TABLES = {"21": "io_2016_kepri"}
EXPORT, ELSEWHERE, ALL_OUTPUT = "3071", "3072", "3100"
IMPORTED_INPUTS, ALL_INPUTS = "2000", "1900"


def enclave(province: str, sector: str) -> dict[str, float] | None:
    """Return how far a sector of a province lives on trade with the world, where its own table is at hand.

    Returns
    -------
    dict or None
        ``abroad`` and ``elsewhere``: share of output sold abroad and to other provinces; ``imported``: share
        of inputs bought abroad; 0..1. None without a table of the province.
    """
    if province not in PROVINCE_TABLES:
        return None
    table = data.load(PROVINCE_TABLES[province]).set_index("code")
    sold, made = table.loc[sector], table[sector]
    return {
        "abroad": float(sold[EXPORT] / sold[ALL_OUTPUT]),
        "elsewhere": float(sold[ELSEWHERE] / sold[ALL_OUTPUT]),
        "imported": float(made[IMPORTED_INPUTS] / made[ALL_INPUTS]),
    }
