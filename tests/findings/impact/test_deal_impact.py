"""What the page on impact starts from."""

import pytest

import data
from findings import deals
from findings.goods import trade_goods
from findings.impact import deal as deal_impact
from findings.impact import regional as regional_impact

MEDAN, SIBOLGA = "1275", "1271"


@pytest.mark.parametrize("good", deal_impact.goods())
def test_every_good_has_a_sector_and_a_start(good):
    assert deal_impact.sector_of(good) in ("A", "C")
    start = deal_impact.start(MEDAN, SIBOLGA, good)
    assert start.amount >= 1
    if start.price_at:
        assert 100 < start.price < 500_000
        assert start.price_at in (SIBOLGA, MEDAN)


def test_mills_are_industry_fish_is_farm():
    assert deal_impact.sector_of("beras") == deal_impact.sector_of("minyak_goreng") == "C"
    assert deal_impact.sector_of("ikan_kering") == "C"
    assert deal_impact.sector_of("ikan_laut_segar") == deal_impact.sector_of("telur_ayam_ras") == "A"


def test_the_amount_is_a_round_part_of_the_need():
    start = deal_impact.start(MEDAN, SIBOLGA, "cabai_merah")
    assert start.amount <= start.need / 10 < start.amount * 2.5
    assert str(int(start.amount)).rstrip("0") in ("1", "2", "5")


def test_sellers_are_the_nearest_first_and_never_the_buyer():
    for city in data.cities().index[::7]:
        sellers = deal_impact.sellers(city)
        assert city not in sellers
        assert len(sellers) == 153
        assert deal_impact.first_seller(city, "cabai_merah") in sellers


def test_eggs_are_counted():
    assert trade_goods()["telur_ayam_ras"].pieces
    start = deal_impact.start(MEDAN, SIBOLGA, "telur_ayam_ras")
    assert 1000 < start.price < 5000


def test_an_enclave_has_a_table_of_its_own():
    found = regional_impact.enclave("21", "C")
    assert found["abroad"] == pytest.approx(0.67, abs=0.005)
    assert found["elsewhere"] == pytest.approx(0.16, abs=0.005)
    assert found["imported"] == pytest.approx(0.52, abs=0.005)
    assert regional_impact.enclave("12", "C") is None


def test_the_price_to_start_from_is_the_one_on_the_card():
    """March 2025 was Ramadan: chili of the survey stood 58% above the year's consumer prices."""
    start = deal_impact.start(MEDAN, "1219", "cabai_merah")
    (card,) = [each for each in deals.cards(MEDAN).buying if each.good.code == "cabai_merah"]
    assert card.lead.supplier == start.price_at == "1219"
    assert start.price == round(card.lead.prices[0].supplier, -1)
    assert start.months == card.lead.prices[0].period
    fish = deal_impact.start(MEDAN, SIBOLGA, "ikan_laut_segar")
    assert fish.price_at and not fish.months
