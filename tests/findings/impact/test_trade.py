"""What recorded trade between provinces leaves for two cities."""

from itertools import product

import pytest

import data
from findings import gateway, interregional
from findings.impact import trade

MEDAN, BATAM, BINJAI = "1275", "2171", "1276"


def test_inside_a_province_nothing_is_said():
    assert trade.expected(MEDAN, BINJAI).empty


def test_medan_and_batam_at_the_prices_of_the_table():
    """Read from the table by another hand: about Rp 0.17 trillion at the prices of 2016."""
    factors, until = trade.growth_factors()
    table = trade.expected(MEDAN, BATAM)
    assert until > interregional.year()
    assert table["middle"].sum() / factors["12"] == pytest.approx(0.17e12, rel=0.03)
    assert (table["low"] * 9).tolist() == pytest.approx(table["high"].tolist())
    assert (table["low"] <= table["middle"]).all()


def test_all_pairs_of_two_provinces_make_the_provinces_flow():
    regions = data.regencies()["province_code"]
    one, other = "17", "21"
    total = sum(
        trade.expected(seller, buyer)["middle"]
        for seller, buyer in product(regions.index[regions == one], regions.index[regions == other])
    )
    factors, _until = trade.growth_factors()
    for sector in interregional.GOODS:
        flow = interregional.flows((sector,)).at[one, other] * factors[one] * 1e6
        assert total[sector] <= flow * (1 + 1e-9)
        assert total[sector] == pytest.approx(flow)


def test_a_province_without_the_last_year_has_no_factor():
    factors, _until = trade.growth_factors()
    assert factors[["11", "12", "13", "14", "15", "16", "17", "18", "19", "21"]].between(1.3, 2).all()
    assert factors[["62", "63", "64", "71", "72"]].isna().all()


def test_hinterlands_are_those_a_local_would_name():
    names = data.regencies()["name"]
    medan = set(names[gateway.hinterland(MEDAN).index])
    assert any("Deli Serdang" in name for name in medan)
    assert any("Langkat" in name for name in medan)
    padang = set(names[gateway.hinterland("1371").index])
    assert any("Padang Pariaman" in name or "Pesisir Selatan" in name for name in padang)
    assert gateway.shares().sum(axis=1).to_numpy() == pytest.approx(1)
    assert gateway.supply().notna().all()
