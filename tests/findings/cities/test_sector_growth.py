"""Real output of the member cities by sector: sums, breaks, what made the growth."""

import numpy as np
import pytest

import data
from data.quality.growth_breaks import growth_breaks
from findings.cities import comparison, sector_growth

JAMBI, LHOKSEUMAWE, PARIAMAN, MEDAN, BATAM = "1571", "1174", "1377", "1275", "2171"


def test_every_member_has_its_sectors_from_2013_on():
    table = sector_growth.all_levels()
    years = sorted(set(table.index.get_level_values("period")))
    assert years[0] == 2013
    assert years == list(range(2013, years[-1] + 1))
    for city in data.cities().index:
        own = sector_growth.levels(city)
        lacking = own.index[own.isna().any(axis=1)].tolist()
        assert lacking == ([2024] if city == PARIAMAN else []), city


def test_sums_are_the_published_totals():
    """The totals come from another table of the publisher."""
    totals = data.load("grdp_totals_514_2010_2023")
    totals = totals[totals["price_basis"] == "ADHK"].astype({"period": int})
    published = totals.set_index(["region_code", "period"])["value_billion_rupiah"]
    sums = sector_growth.all_levels().dropna().sum(axis=1)
    both = sums.to_frame("sums").join(published.rename("published"), how="inner")
    off = (both["sums"] / both["published"] - 1).abs()
    older = [(row.region_code, row.older_year) for row in growth_breaks().itertuples()]
    off = off.drop(index=list(dict.fromkeys(older)))
    assert len(off) > 360
    assert off.max() < 0.005
    assert (off < 0.002).mean() > 0.99


@pytest.mark.parametrize("city", [JAMBI, LHOKSEUMAWE])
def test_no_growth_over_an_older_edition(city):
    rates = sector_growth.rates(city)
    assert rates[[2020, 2021]].isna().all(axis=None)
    assert rates[[2019, 2022]].loc["TOTAL"].notna().all()


def test_breaks_are_where_the_older_figure_stands_out():
    """The listed excess is what the sectors sum to above the newer total."""
    totals = data.load("grdp_totals")
    totals = totals[(totals["price_basis"] == "ADHK") & (totals["period"] == "2020")]
    newer = totals.drop_duplicates("region_code").set_index("region_code")["value_billion_rupiah"]
    for row in growth_breaks().drop_duplicates("region_code").itertuples():
        older = sector_growth.levels(row.region_code).loc[row.older_year].sum()
        assert older / newer[row.region_code] - 1 == pytest.approx(row.excess, abs=0.001)


def test_covid_years_fell_in_most_cities():
    falls = [sector_growth.rates(city).at["TOTAL", 2020] for city in data.cities().index]
    known = [each for each in falls if not np.isnan(each)]
    assert len(known) == 32
    assert sum(each < 0 for each in known) > 25


@pytest.mark.parametrize("city", [MEDAN, BATAM, "1271", PARIAMAN, LHOKSEUMAWE])
def test_contributions_are_the_growth_and_shares_are_whole(city):
    found = sector_growth.span(city)
    whole = (1 + found.mean) ** (found.end - found.start) - 1
    assert found.contributions.sum() == pytest.approx(whole)
    assert found.shares.sum().to_numpy() == pytest.approx(1)
    assert found.moved == pytest.approx((found.shares["end"] - found.shares["start"]).abs().sum() / 2)


def test_shift_share_closes_and_own_strength_is_nought_together():
    members = tuple(data.cities().index)
    parts = sector_growth.shift_share(members)
    total = parts[["national", "mix", "competitive"]].sum(axis=1)
    assert total.to_numpy() == pytest.approx(parts["change"].to_numpy())
    first = int(parts["from"].iloc[0])
    weight = sector_growth.all_levels().xs(first, level="period").sum(axis=1)[parts.index]
    for name in ("mix", "competitive"):
        assert (parts[name] * weight).sum() == pytest.approx(0, abs=1e-6)


def test_mean_rates_span_what_the_cities_share():
    rates = sector_growth.mean_rates((MEDAN, BATAM))
    assert rates.index[0] == "TOTAL"
    assert rates.attrs["from"] == 2013
    assert rates.at["TOTAL", MEDAN] == pytest.approx(sector_growth.span(MEDAN).mean)


def test_a_yardstick_from_anywhere_grows_beside_the_cities():
    surabaya = "3578"
    rows = data.load(comparison.ALL_REGIONS)
    started = rows[rows["price_basis"] == "ADHK"].groupby("region_code")["period"].min()
    founded_later = started.index[started > data.base_year()][0]
    index = comparison.growth_index((MEDAN, surabaya))
    assert list(index.index) == [MEDAN, surabaya, comparison.NATION]
    assert index.loc[surabaya].iloc[0] == 100
    assert index.loc[surabaya].iloc[-1] > 150
    assert founded_later not in comparison.growth_index((MEDAN, founded_later)).index
