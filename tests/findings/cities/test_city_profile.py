"""A city's profile on the real data: hand-checked figures, and what must hold for every city."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pandas as pd
import pytest

import data
from analysis import goods
from findings.cities import growth as city_growth
from findings.cities import profile as city_profile
from findings.cities import records as city_records
from findings.cooperation import register
from findings.goods import vocabulary
from findings.partner_evidence import evidence

CITIES = list(data.cities().index)
MEDAN, SIBOLGA, DUMAI, BATAM, BANDA_ACEH, TANJUNGPINANG = "1275", "1271", "1473", "2171", "1171", "2172"


def sector_value(region: str, sector: str) -> float:
    rows = data.load("grdp_sectors")
    rows = rows[(rows["region_code"] == region) & (rows["period"] == "2026Q1")]
    rows = rows[(rows["price_basis"] == "ADHB") & (rows["sector"] == sector)]
    return rows["value_billion_rupiah"].iloc[0]


def test_structure_of_dumai_by_hand():
    row = city_profile.structure(DUMAI).loc["C"]
    share = sector_value(DUMAI, "C") / sector_value(DUMAI, "TOTAL")
    regions = data.regencies().index
    rows = data.load("grdp_sectors").query("period == '2026Q1' and price_basis == 'ADHB'")
    rows = rows[rows["region_code"].isin(regions) & (rows["sector"] != "TOTAL")]
    sums = rows.groupby("sector")["value_billion_rupiah"].sum()
    assert row["share"] == pytest.approx(share, rel=1e-4)  # TOTAL is rounded
    assert row["reference_share"] == pytest.approx(sums["C"] / sums.sum())
    assert row["lq"] == pytest.approx(row["share"] / (sums["C"] / sums.sum()))
    assert row["rupiah"] == pytest.approx(sector_value(DUMAI, "C") * 1e9)


@pytest.mark.parametrize(
    ("city", "sectors"),
    [
        (DUMAI, {"C"}),
        (BATAM, {"C"}),
        (SIBOLGA, {"A", "G"}),
        (MEDAN, {"G"}),
        (BANDA_ACEH, {"G"}),
        (TANJUNGPINANG, {"G"}),
    ],
)
def test_cities_lead_in_what_they_are_known_for(city, sectors):
    assert sectors <= set(city_profile.leading(city).index)


def test_government_and_local_services_never_lead_and_goods_stand_first():
    local = set(data.load("sectors").query("tradable == 0")["sector"])
    for city in data.cities().index:
        found = list(city_profile.leading(city).index)
        assert not local & set(found)
        goods = list(city_profile.makes(city_profile.structure(city))[found])
        assert goods == sorted(goods, reverse=True)


@pytest.mark.parametrize("city", [DUMAI, BATAM])
def test_manufacturing_cities_are_so_first(city):
    assert city_profile.leading(city).index[0] == "C"


@pytest.mark.parametrize("reference", data.REFERENCES)
def test_structure_of_every_city_keeps_the_identities(reference):
    for city in CITIES:
        frame = city_profile.structure(city, reference)
        assert len(frame) == 17
        assert frame["share"].sum() == pytest.approx(1)
        assert frame["gap"].sum() == pytest.approx(0, abs=1e-9)
        assert (frame["reference_share"] * frame["lq"]).sum() == pytest.approx(1)
        assert not (frame["basis"] & frame["small"]).any()
        assert (frame.loc[frame["basis"], "lq"] >= 1).all()


def test_province_is_each_citys_own():
    medan, batam = (city_profile.structure(city, "province")["reference_share"] for city in (MEDAN, BATAM))
    assert not np.allclose(medan, batam)


def test_tiny_sector_never_leads():
    frame = city_profile.structure("1373")  # Sawahlunto: waste and water, LQ 4, 0.3% of the city
    assert frame.at["E", "lq"] > 4
    assert frame.at["E", "small"]
    assert "E" not in city_profile.leading("1373", most=17).index


def test_batam_is_furthest_from_indonesia():
    assert city_profile.concentration(BATAM)["rank"] == 1
    ranks = sorted(city_profile.concentration(city)["rank"] for city in CITIES)
    assert ranks == list(range(1, 35))


def test_indicators_of_medan_by_hand():
    frame = city_profile.indicators(MEDAN)
    assert frame.at["hdi", "value"] == 83.74
    assert frame.at["hdi", "year"] == 2025
    rows = data.load("indicators").query("indicator == 'poverty_pct' and year == 2025")
    rows = rows[rows["region_code"].isin(CITIES)].set_index("region_code")["value"]
    assert frame.at["poverty_pct", "rank"] == (rows < rows[MEDAN]).sum() + 1
    assert frame.at["population", "rank"] == 1


@pytest.mark.parametrize("city", CITIES)
def test_ranks_stand_only_where_all_were_measured(city):
    frame = city_profile.indicators(city)
    ranked = frame[frame["rank"].notna()]
    assert (ranked["of"] == 34).all()
    assert ranked["rank"].between(1, 34).all()
    assert frame.loc[frame["of"] < 34, "rank"].isna().all()
    assert frame["value"].notna().all()
    assert frame["source_id"].notna().all()
    assert set(city_profile.HEADLINE) <= set(frame.index)


@pytest.mark.parametrize("city", CITIES)
def test_two_series_never_stand_side_by_side(city):
    shown = city_profile.indicators(city).index
    for new, old in (("hdi", "hdi_sp2010"), ("life_expectancy", "life_expectancy_sp2010")):
        assert new in shown
        assert old not in shown
    assert "grdp_per_capita_adhk" not in shown


@pytest.mark.parametrize("city", CITIES)
def test_no_quarter_among_the_years(city):
    frame = city_growth.yearly(city)
    for _basis, rows in frame.groupby("price_basis"):
        assert rows["year"].is_unique
        assert rows["year"].between(2010, 2025).all()
    assert set(frame.loc[frame["year"] >= 2024, "status"]) == {"preliminary", "very_preliminary"}
    assert (frame.loc[frame["year"] < 2024, "status"] == "final").all()
    assert frame.loc[frame["price_basis"] == "ADHB", "growth"].isna().all()


def test_growth_stays_within_one_series():
    frame = city_growth.yearly(MEDAN).query("price_basis == 'ADHK'").set_index("year")
    assert frame.at[2023, "growth"] == pytest.approx(173445.6880 / 165120.0083 - 1)
    assert np.isnan(frame.at[2024, "growth"])  # another table of BPS
    average = city_growth.average_growth(MEDAN)
    assert (average["from"], average["to"]) == (2013, 2023)
    assert average["growth"] == pytest.approx((173445.6880 / 110795.4163) ** 0.1 - 1)


def test_lhokseumawes_fall_is_kept():
    frame = city_growth.yearly("1174").query("price_basis == 'ADHK'").set_index("year")
    assert frame.at[2015, "growth"] == pytest.approx(6550.15 / 8222.3284 - 1)


def test_flows_by_direction_and_certainty():
    flows = city_records.flows(SIBOLGA)
    out = flows[flows["direction"] == "out"]
    assert {MEDAN, "1273", "1471"} <= set(out.loc[out["commodity"] == "ikan laut", "partner"])
    assert SIBOLGA not in set(flows["partner"])
    one = city_records.flows(SIBOLGA, MEDAN)
    assert set(one["partner"]) == {MEDAN}
    hub = city_records.flows(MEDAN, BANDA_ACEH)
    assert not hub["plain"].any()  # all of them say "city or North Sumatra's hub"


def test_flows_are_the_same_from_both_ends():
    there = sum(len(city_records.flows(city).query("direction == 'out'")) for city in CITIES)
    back = sum(len(city_records.flows(city).query("direction == 'in'")) for city in CITIES)
    links = data.load("supply_links")
    assert there == back == (links["supplier_city_code"] != links["buyer_city_code"]).sum()


@pytest.mark.parametrize("city", CITIES)
def test_records_belong_to_the_city(city):
    assert (city_records.products(city)["region_code"] == city).all()
    assert (city_records.apps(city)["status"] != "bukan_aplikasi").all()
    assert (city_records.needs(city)["buyer_code"] == city).all()
    assert (city_records.awards(city)["region_code"] == city).all()
    deals = city_records.cooperation(city)
    codes = deals["party_a_code"].fillna("") + ";" + deals["party_b_code"].fillna("")
    assert codes.str.split(";").map(lambda each: city in each).all()
    assert (deals["agreement"] == (deals["instrument"] != "lainnya")).all()


def test_need_names_the_city_and_not_its_neighbour():
    needs = city_records.needs_fitting(SIBOLGA, MEDAN)
    assert needs.iloc[0][["commodity", "fit"]].tolist() == ["ikan laut", "named"]
    # Padang is named for Padang's own goods, not for those of Padang Panjang or Padang Pariaman.
    for buyer in CITIES:
        for row in city_records.needs_fitting("1371", buyer).query("fit == 'named'").itertuples():
            rest = row.supplier_as_stated.replace("Padang Panjang", "").replace("Padang Pariaman", "")
            assert "Padang" in rest


def test_products_answer_needs_as_on_the_page_of_partners():
    names = data.load("products").set_index("product_id")["product"]
    wanted = {
        (row.buyer_code, named.good)
        for row in data.load("needs").itertuples()
        for named in goods.read(row.commodity, vocabulary()).goods
    }
    matches = [each for each in evidence().matches if (each.buyer, each.good) in wanted]
    assert len(matches) > 100
    found = {
        (supplier, buyer, product)
        for supplier, buyer in permutations(CITIES, 2)
        for product in city_records.needs_fitting(supplier, buyer)["product"].dropna()
    }
    assert found <= {(each.supplier, each.buyer, names[each.product_id]) for each in matches}
    assert {pair[:2] for pair in found} == {(each.supplier, each.buyer) for each in matches}


def test_name_shared_with_a_regency_or_province_is_unclear():
    needs = city_records.needs_fitting("1571", "1671")  # "Jambi" may be the province
    assert set(needs["fit"]) == {"unclear"}


def test_results_can_be_changed_by_the_caller():
    first = city_profile.structure(MEDAN)
    first["share"] = 0.0
    pd.testing.assert_frame_equal(city_profile.structure(MEDAN), city_profile.structure(MEDAN))
    assert city_profile.structure(MEDAN)["share"].sum() == pytest.approx(1)


def test_a_share_like_that_of_indonesia_is_no_strength():
    # Tanjungbalai lands fish, yet its farms and fisheries have 1.02 times their share in Indonesia: what
    # stands out in its output is trade, and the slide may not call the former its main strength.
    farms = city_profile.structure("1272").loc["A"]
    assert 1 < farms["lq"] < city_profile.CLEAR
    assert city_profile.leading("1272").index[0] == "G"


@pytest.mark.parametrize("city", list(data.cities().index))
def test_what_is_told_first_stands_out(city):
    first = city_profile.leading(city, most=1)
    assert first.empty or first["lq"].iloc[0] >= city_profile.CLEAR
    assert (city_profile.leading(city, most=17)["lq"] >= city_profile.CLEAR).all()


@pytest.mark.parametrize(("city", "sector"), [("1172", "G"), ("1373", "H")])
def test_a_hospital_or_a_mast_is_nobodys_main_strength(city, sector):
    """Sabang is a free port and Sawahlunto a way through, whatever their health and telephones weigh."""
    found = city_profile.leading(city, most=17)
    assert found.index[0] == sector
    services = [each for each in found.index if each not in city_profile.GOODS]
    passing = [each in city_profile.PASSING for each in services]
    assert passing == sorted(passing, reverse=True)


@pytest.mark.parametrize("city", CITIES)
def test_profile_and_register_count_the_same_agreements(city):
    """Padang Panjang and Payakumbuh signed one beside three other cities: profile 1, register 2."""
    mine = city_records.cooperation(city)
    listed = register.select(register.register(), cities=(city,))
    assert len(mine) == len(listed)
    assert mine["agreement"].sum() == listed["agreement"].sum()


@pytest.mark.parametrize("lost", ["", BATAM])
def test_the_leaders_of_all_cities_are_each_citys_own(lost):
    rows = data.load("grdp_sectors")
    rows = rows[~((rows["region_code"] == lost) & (rows["sector"] == "C"))]
    with data.versioning.versions.trial(grdp_sectors=rows):
        found = city_profile.leaders()
        for city in CITIES:
            first = city_profile.leading(city, most=1)
            assert (city in found.index) == (len(first) == 1)
            if len(first):
                assert found.at[city, "sector"] == first.index[0]
                own = first.iloc[0][["share", "lq"]].astype(float)
                assert found.loc[city, ["share", "lq"]].astype(float).to_list() == pytest.approx(
                    own.to_list()
                )
    assert lost not in found.index
