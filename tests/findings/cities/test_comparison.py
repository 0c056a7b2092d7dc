"""Cities side by side."""

import numpy as np
import pytest

import data
from data.schema import INDICATORS
from findings.cities import comparison

MEDAN, BATAM, DUMAI, LHOKSEUMAWE, SURABAYA = "1275", "2171", "1473", "1174", "3578"
MEMBERS = tuple(data.cities().index)


def test_a_row_that_is_not_mixed_has_one_year():
    frame = comparison.indicators((MEDAN, BATAM, "1471", "1271"))
    for _code, part in frame[~frame["mixed"]].groupby("indicator"):
        assert part["year"].nunique() == 1


def test_mixed_rows_and_numbers_of_people_have_no_best():
    frame = comparison.indicators(MEMBERS)
    assert frame["mixed"].any()
    assert not frame.loc[frame["mixed"], "best"].any()
    assert not frame.loc[frame["indicator"] == "poor_population_thousand", "best"].any()


def test_the_two_series_of_hdi_never_stand_together():
    codes = set(comparison.indicators((MEDAN, BATAM))["indicator"])
    assert "hdi" in codes
    assert "hdi_sp2010" in INDICATORS["hdi"].not_with
    assert "hdi_sp2010" not in codes


def test_best_is_the_lowest_poverty():
    frame = comparison.indicators((MEDAN, BATAM, "1471"))
    poverty = frame[frame["indicator"] == "poverty_pct"].set_index("region_code")
    assert poverty["best"].idxmax() == poverty["value"].idxmin()
    assert poverty.at[MEDAN, "value"] == 7.25


def test_structure_of_any_of_the_514_adds_up():
    frame = comparison.structure((BATAM, SURABAYA))
    assert np.allclose(frame.groupby("region_code")["share"].sum(), 1)
    batam = frame[frame["region_code"] == BATAM].set_index("sector")
    assert batam["share"].idxmax() == "C"
    assert batam.at["C", "share"] == pytest.approx(0.572, abs=0.002)


def test_growth_starts_at_one_hundred_and_ends_with_the_final_series():
    index = comparison.growth_index((MEDAN, LHOKSEUMAWE, SURABAYA))
    assert list(index.index) == [MEDAN, LHOKSEUMAWE, SURABAYA, "00"]
    assert (index["2010"] == 100).all()
    assert index.columns[-1] == "2023"
    assert index.at[LHOKSEUMAWE, "2015"] / index.at[LHOKSEUMAWE, "2014"] == pytest.approx(0.80, abs=0.01)
    assert index.at[MEDAN, "2023"] == pytest.approx(191.4, abs=0.1)


def test_klassen_places_every_member_around_all_of_them():
    frame = comparison.klassen()
    assert frame.drop(index="reference")["quadrant"].notna().sum() == 34
    assert frame.at[BATAM, "quadrant"] == "maju_cepat"
    assert frame.at[DUMAI, "quadrant"] == "maju_tertekan"
    assert frame.at[LHOKSEUMAWE, "growth"] < 0
    assert frame.at["reference", "per_head"] == pytest.approx(111.96e6, rel=1e-3)
    assert comparison.klassen_years() == ("2013", "2023", "2025")


def test_medan_is_like_surabaya_and_dumai_like_cilegon():
    assert comparison.most_like(MEDAN).index[0] == SURABAYA
    assert comparison.most_like(DUMAI).index[0] == "3672"


def test_filters_of_likeness():
    alike = comparison.most_like("1271", same_province=False)
    assert not alike.index.str.startswith("12").any()
    assert (alike["level"] == "kota").all()
    people = comparison.sizes()["population"]
    assert (alike["population"] / people["1271"]).between(0.5, 2).all()
    with_all = comparison.most_like("1271", same_province=True, kota_only=False, similar_size=False, most=513)
    assert len(with_all) == 513
    assert with_all["similarity"].is_monotonic_decreasing
    assert with_all["km"].isna().any()  # shown where a coordinate is known


def test_size_is_of_one_quarter():
    sizes = comparison.sizes()
    assert len(sizes) == 514
    assert sizes.at[BATAM, "rupiah"] == pytest.approx(66_989.96e9, rel=1e-4)
    assert sizes.at[BATAM, "per_head"] == pytest.approx(66_989.96e9 / 1_342_038, rel=1e-4)


def test_unknown_place_is_named():
    with pytest.raises(data.UnknownCity):
        comparison.most_like("0000")


def test_records_hold_products_and_running_applications_only():
    records = comparison.records()
    assert set(records["what"]) == {"product", "app"}
    assert (records["what"] == "product").sum() == len(data.load("products"))
    # What only public code shows is no running application here either.
    apps = data.load("apps")
    confirmed = (apps["status"] == "berjalan") & (apps["evidence"] != "kode")
    assert (records["what"] == "app").sum() == confirmed.sum()


def test_a_comparison_begins_with_the_largest_economies():
    output = data.sectors_matrix(regions=list(data.cities(data.HOME_KOMWIL).index)).sum(axis=1)
    started = list(comparison.start())
    assert len(started) == comparison.STARTING
    assert output[started].min() > output.drop(started).max()


def test_the_base_year_is_where_both_price_bases_agree_and_the_index_is_a_hundred():
    base = data.base_year()
    totals = data.load("grdp_totals").query("period == @base")
    wide = totals.pivot(index="region_code", columns="price_basis", values="value_billion_rupiah")
    assert np.allclose(wide["ADHB"], wide["ADHK"], equal_nan=True)
    assert (comparison.growth_index((MEDAN, BATAM))[base] == 100).all()


def test_a_comparison_begins_with_my_city():
    largest = comparison.start()
    assert comparison.start("1271")[0] == "1271"
    assert len(set(comparison.start("1271"))) == len(largest) == 3 and "1271" not in largest
