"""What one city is: its sectors against a reference, its indicators and its place among the cities.

Codes and numbers only; the words are chosen where they are drawn.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

import data
from analysis import specialization
from data.schema import INDICATORS
from findings.complementarity import reference_for

SMALL_SHARE = 0.01  # under 1% of the city a sector's LQ says little
HEADLINE = (
    "population",
    "grdp_per_capita_adhb",
    "growth_pct",
    "hdi",
    "poverty_pct",
    "unemployment_pct",
)
GOODS = ("A", "B", "C")  # sectors that make things
PASSING = ("G", "H", "I")  # trade, transport, lodging: they live on goods and people that pass through
CLEAR = 1.1  # LQ from which a share stands out: 1.02 times the share of Indonesia is nobody's strength
SECTOR_TABLES = ("regions", "grdp_sectors", "sectors")


@data.by_version(*SECTOR_TABLES)
def structure(city: str, reference: str = "indonesia") -> pd.DataFrame:
    """Return a city's sectors beside those of a reference economy, quarter ``data.latest_quarter()``.

    Returns
    -------
    DataFrame
        Indexed by the 17 sectors: ``share`` and ``reference_share`` (0..1), ``gap`` (share less
        reference share), ``lq`` (NaN where the reference has none), ``rupiah`` (of the quarter),
        ``small`` (under 1% of the city), ``basis`` (LQ of at least 1 and not small), ``tradable``,
        ``source_id``.
    """
    output = data.sectors_matrix(regions=[city])
    frame = beside(output, reference_for(reference, (city,)))
    rows = data.load("grdp_sectors")
    rows = rows[(rows["region_code"] == city) & (rows["period"] == data.latest_quarter())]
    frame["source_id"] = rows[rows["price_basis"] == "ADHB"].set_index("sector")["source_id"]
    return frame.rename_axis("sector")


def beside(output: pd.DataFrame, economy: pd.Series | pd.DataFrame) -> pd.DataFrame:
    """Return the sectors of one economy, the only row of `output`, beside those of another.

    The columns of :func:`structure` but ``source_id``; `output` in billion rupiah.
    """
    whole = economy if isinstance(economy, pd.DataFrame) else economy.to_frame().T
    frame = pd.DataFrame(
        {
            "share": specialization.shares(output).iloc[0],
            "reference_share": specialization.shares(whole).iloc[0],
        }
    )
    frame["gap"] = frame["share"] - frame["reference_share"]
    frame["lq"] = specialization.location_quotient(output, economy).iloc[0]
    frame["rupiah"] = output.iloc[0] * 1e9
    return _judged(frame).rename_axis("sector")


def _judged(frame: pd.DataFrame) -> pd.DataFrame:
    """Add what follows from share and LQ; the last level of the index is the sector."""
    frame["small"] = frame["share"] < SMALL_SHARE
    frame["basis"] = (frame["lq"] >= 1) & ~frame["small"]
    tradable = data.load("sectors").set_index("sector")["tradable"].astype(bool)
    frame["tradable"] = tradable.reindex(frame.index.get_level_values(-1)).array
    return frame


def leading(city: str, reference: str = "indonesia", most: int = 3) -> pd.DataFrame:
    """Return the tradable sectors a city is specialised in, the one to speak of first.

    What a city sells elsewhere is what it is known for: goods made there (:func:`makes`), then
    :data:`PASSING`, then other services, whose large share in a small city tells of public hospitals and
    masts; within each by the gap. Local services and government never lead, nor does a sector under 1% of
    the city, however large its LQ.
    """
    return led_by(structure(city, reference)).head(most)


@data.by_version(*SECTOR_TABLES)
def leaders() -> pd.DataFrame:
    """Return the first of :func:`leading` beside Indonesia for every member at once.

    Returns
    -------
    DataFrame
        Indexed by `region_code`: ``sector``, ``share`` and ``lq`` as in :func:`structure`. A city that no
        sector leads has no row.
    """
    output = data.sectors_matrix(regions=list(data.cities().index))
    economy = data.reference("indonesia")
    share = specialization.shares(output)
    reference_share = specialization.shares(economy.to_frame().T).iloc[0]
    quotient = specialization.location_quotient(output, economy)
    sides = {"share": share, "gap": share - reference_share, "lq": quotient}
    frame = pd.DataFrame({name: each.stack() for name, each in sides.items()})
    first = led_by(_judged(frame)).groupby(level=0).head(1)
    return first.rename_axis(["region_code", "sector"]).reset_index("sector")[["sector", "share", "lq"]]


def led_by(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of :func:`beside` that may lead, the first first, see :func:`leading`.

    Of several economies the rows stand among each other; the last level of the index is the sector.
    """
    frame = frame[frame["basis"].astype(bool) & frame["tradable"].astype(bool) & (frame["lq"] >= CLEAR)]
    order = frame.assign(goods=makes(frame), passing=frame.index.isin(PASSING, level=-1))
    order = order.sort_values(["goods", "passing", "gap"], ascending=False, kind="stable")
    return order.drop(columns=["goods", "passing"])


def makes(frame: pd.DataFrame) -> pd.Series:
    """Return whether each row of :func:`beside` is of goods made clearly more than elsewhere.

    True from an LQ of :data:`CLEAR` on, False where the LQ is not known.
    """
    return frame.index.isin(GOODS, level=-1) & (frame["lq"] >= CLEAR)


@data.by_version(*SECTOR_TABLES)
def concentration(city: str, reference: str = "indonesia") -> dict[str, float]:
    """Return how far a city's structure is from the reference's.

    ``krugman`` (0..2), ``hachman`` (0..1), and ``rank`` by the Krugman index (1: furthest) ``of`` the cities.
    """
    codes = tuple(data.cities().index)
    output = data.sectors_matrix(regions=list(codes))
    economy = reference_for(reference, codes)
    krugman = specialization.krugman_index(output, economy)
    return {
        "krugman": krugman[city],
        "hachman": specialization.hachman_index(output, economy)[city],
        "rank": krugman.rank(ascending=False, method="min")[city],
        "of": float(krugman.notna().sum()),
    }


@data.by_version("indicators", "regions")
def indicators(city: str) -> pd.DataFrame:
    """Return every indicator known of a city, each with its place where a place is fair.

    The year shown is the latest fit for ranking, unless a figure is at least two years newer. Years of
    an older concept are not looked at, and an indicator is left out where a look-alike is newer.

    Returns
    -------
    DataFrame
        Indexed by indicator, in the order of the schema: ``theme``, ``value``, ``year``, ``unit``,
        ``source_id``, ``note``, ``better``, ``rank`` (1 is best; the largest where neither end is
        better) and ``of``. Rank is NaN unless every one of the 34 cities was measured in that year.
    """
    rows = data.load("indicators")
    members = data.cities().index
    rows = rows[rows["region_code"].isin(members)]
    own = rows[rows["region_code"] == city]
    found = []
    for code, indicator in INDICATORS.items():
        mine = own[(own["indicator"] == code) & (own["year"] >= (indicator.comparable_from or 0))]
        if mine.empty:
            continue
        row = mine[mine["year"] == _year_shown(mine["year"], indicator.rankable_years)].iloc[-1]
        same_year = rows[(rows["indicator"] == code) & (rows["year"] == row["year"])]
        rank, of = _place(same_year.set_index("region_code")["value"], city, indicator.better, members)
        found.append(
            {
                "indicator": code,
                "theme": indicator.theme,
                "value": row["value"],
                "year": int(row["year"]),
                "unit": row["unit"],
                "source_id": row["source_id"],
                "note": row["note"],
                "better": indicator.better,
                "rank": rank if row["year"] in indicator.rankable_years else np.nan,
                "of": of,
            }
        )
    columns = ["indicator", "theme", "value", "year", "unit", "source_id", "note", "better", "rank", "of"]
    frame = pd.DataFrame(found, columns=columns).set_index("indicator")
    kept = np.array([not _outdated(code, frame["year"]) for code in frame.index], dtype=bool)
    return frame.loc[kept]


def _outdated(code: str, years: pd.Series) -> bool:
    """Whether an indicator that must not share a ranking with this one is there with a newer year."""
    return any(years.get(other, 0) > years[code] for other in INDICATORS[code].not_with)


def _year_shown(years: pd.Series, rankable: tuple[int, ...]) -> int:
    fit = years[years.isin(rankable)]
    return int(fit.max()) if len(fit) and fit.max() >= years.max() - 1 else int(years.max())


def _place(values: pd.Series, city: str, better: str, members: pd.Index) -> tuple[float, int]:
    """Place of a city, and how many were measured; no place unless all were."""
    values = values[~values.index.duplicated(keep="last")].reindex(members).dropna()
    if len(values) < len(members):
        return np.nan, len(values)
    return float(values.rank(ascending=better == "lower", method="min")[city]), len(values)
