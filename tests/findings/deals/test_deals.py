"""Deals on the shipped data: columns, golden figures checked by hand, what never happens on any card."""

import math

import pytest

import data
from analysis import deals as rules
from analysis import goods
from findings import deals as found
from findings.deals import details
from findings.deals.records import BUY, DEAL, EMPTY, GAP, HUB, SELL
from findings.goods import trade_goods, vocabulary

BATAM, BINJAI, MEDAN, SIBOLGA, PADANGSIDIMPUAN, SUBULUSSALAM = "2171", "1276", "1275", "1271", "1277", "1175"
KARO, TAPANULI_TENGAH = "1211", "1204"
WEEKS = 365.25 / 7
CITIES = list(data.cities("I").index)


@pytest.fixture(scope="module")
def frame():
    return found.deals()


def test_columns_and_codes(frame):
    wanted = {
        "supplier", "buyer", "good", "demand_ton", "demand_pieces", "demand_rupiah", "supply_ton",
        "supply_status", "supply_year", "amount_ton", "unit_value_supplier", "unit_value_buyer", "unit",
        "km", "sea", "light", "source_ids", *rules.EVIDENCE,
    }  # fmt: skip
    assert wanted <= set(frame)
    for name in rules.EVIDENCE:
        assert set(frame[name]) <= {rules.YES, rules.NO, rules.UNKNOWN}
    assert set(frame["light"]) <= {"kuat", "sedang", "lemah", ""}
    assert not (frame["supplier"] == frame["buyer"]).any()
    assert not frame.duplicated(["supplier", "buyer", "good"]).any()


def test_need_is_quantity_times_persons_times_weeks(frame):
    table = data.load("food_quantities")
    row = table[(table["region_code"] == SIBOLGA) & (table["commodity"] == "Cabe merah")].iloc[0]
    people = (
        data.load("indicators")
        .query("indicator == 'population' and region_code == @SIBOLGA and year == 2024")["value"]
        .item()
    )
    tons = row["quantity_per_capita_per_week"] * people * WEEKS / 1000
    mine = frame[(frame["buyer"] == SIBOLGA) & (frame["good"] == "cabai_merah")]
    assert mine["demand_ton"].unique() == pytest.approx(tons)
    assert tons == pytest.approx(503, abs=1)


def test_eggs_stay_pieces(frame):
    eggs = frame[(frame["good"] == "telur_ayam_ras") & (frame["buyer"] == BATAM)]
    assert eggs["demand_ton"].isna().all()
    assert eggs["demand_pieces"].unique() == pytest.approx(192.2e6, rel=1e-3)


def test_the_landing_of_sibolga_is_shared_with_tapanuli_tengah(frame):
    fish = frame[(frame["supplier"] == SIBOLGA) & (frame["good"] == "ikan_laut_segar")]
    need = 3111.7 + found.need_of(TAPANULI_TENGAH, "ikan_laut_segar").ton
    assert fish["supply_ton"].unique() == pytest.approx(20428)
    assert fish["amount_ton"].unique() == pytest.approx(20428 - need * 1.19, rel=1e-4)


def test_a_projection_is_in_no_sum(frame):
    chili = frame[(frame["supplier"] == KARO) & (frame["good"] == "cabai_merah")]
    assert set(chili["supply_status"]) == {"berita"}
    assert set(chili["supply_ton"]) == {42521.0}


def test_filters_and_unknown_places(frame):
    assert set(found.deals(buyer=BATAM)["buyer"]) == {BATAM}
    assert set(found.deals(good="beras")["good"]) == {"beras"}
    assert found.deals(supplier=KARO, buyer=BINJAI, good="cabai_merah")["light"].tolist() == ["kuat"]
    with pytest.raises(data.UnknownCity):
        found.deals(buyer="9999")
    with pytest.raises(data.UnknownCity):
        found.cards("1211")


@pytest.mark.parametrize("city", CITIES)
def test_cards_keep_the_rules(city):
    cards = found.cards(city)
    buying = [card for card in cards.buying if card.form != GAP]
    assert len(cards.buying) <= 3 and 1 <= len(cards.selling) <= 3
    goods = [card.good.code for card in buying]
    assert len(set(goods)) == len(goods)
    assert sum(code.startswith("cabai") for code in goods) <= 1
    partners = [card.partner for card in buying]
    assert all(partners.count(each) <= 2 for each in partners)
    for card in cards.buying:
        assert card.side == BUY and card.form in (DEAL, HUB, GAP)
        assert card.form != DEAL or card.light in (rules.STRONG, rules.MEDIUM)
        assert card.good is None or card.good.on_card
        if card.deal is not None:
            assert not card.deal.need_ton < 100 and not card.deal.need_pieces < 2e6
            assert not card.deal.substitute
        assert card.source_ids
    for card in cards.selling:
        assert card.side == SELL
        if card.form == HUB:
            assert card.light == "" and card.deal.hub
        if card.form == DEAL and card.deal.good.code in trade_goods():
            assert card.deal.evidence["supply_measured"] != rules.NO or card.deal.agreed


@pytest.mark.parametrize("city", CITIES)
def test_strong_needs_what_strong_means(city):
    for card in found.cards(city).all:
        if card.light == rules.STRONG:
            deal = card.deal
            assert deal.evidence["reported"] == deal.evidence["supply_measured"] == rules.YES
            assert rules.NO not in (deal.evidence["near"], deal.evidence["not_both_producers"])
            assert any(each.year and each.year >= 2018 for each in deal.reports)
            assert deal.supply.status in ("tercatat", "berita") and deal.supply.year >= 2018
            assert sum(each == rules.YES for each in deal.evidence.values()) >= 4


NOTHING_TO_SELL = ["1174", "1175", "1273", "1277", "1278", "1371", "2171", "2172"]


@pytest.mark.parametrize("city", NOTHING_TO_SELL)
def test_cities_with_nothing_to_sell_by_these_data_say_so(city):
    assert [card.form for card in found.cards(city).selling] == [EMPTY]


def test_the_strongest_are_not_one_good_over_and_over():
    cards = found.strongest()
    assert 3 <= len(cards) <= 6
    for names in ([card.good.code for card in cards], [card.city for card in cards]):
        assert max(names.count(name) for name in names) <= 2
    assert cards[0].light == rules.STRONG


def test_headlines_never_name_services_or_government():
    kinds = {city: found.headline(city) for city in CITIES}
    assert kinds[SIBOLGA][:2] == ("sells", "ikan_laut_segar")
    assert kinds[SUBULUSSALAM][0] == "buys"  # what is made there has a name only
    assert kinds[MEDAN][:2] == ("trades", "telur_ayam_ras")
    # A measured surplus nobody is told to buy is not what a city is known for.
    assert kinds["1276"][:2] == ("makes", "Rambutan Binjai") and kinds["1471"][0] == "makes"
    services = set(data.load("sectors")["sector"])
    assert not any(named in services for _, named, _ in kinds.values())


def test_light_of_padangsidimpuan_for_sibolgas_fish():
    row = found.deals(SIBOLGA, PADANGSIDIMPUAN, "ikan_laut_segar").iloc[0]
    assert row["light"] == rules.STRONG and row["km"] == pytest.approx(68, abs=1)
    assert not math.isnan(row["unit_value_buyer"])
    # Medan is not Sibolga's market: it lands fish itself.
    assert found.deals(SIBOLGA, MEDAN, "ikan_laut_segar").iloc[0]["not_both_producers"] == rules.NO


def test_the_price_of_chili_is_no_compass():
    pairs, share = found.price_compass("cabai_merah")
    assert pairs >= 60 and 0.4 < share < 0.6
    assert math.isnan(found.price_compass("songket Silungkang")[1])


def test_the_leading_pair_are_two_members_with_a_deal():
    supplier, buyer = found.leading_pair()
    assert {supplier, buyer} <= set(data.cities().index)
    assert any(card.partner == supplier and card.light == rules.STRONG for card in found.cards(buyer).buying)


def test_what_officials_said_of_a_place_and_good_is_every_row_that_names_that_good_alone():
    table = data.load("food_balances")
    expected: dict = {}
    for row in table.itertuples():
        named = [each.good for each in goods.read(row.commodity, vocabulary()).goods]
        if len(named) == 1 and row.span in ("hari", "bulan", "tahun") and not math.isnan(row.need):
            expected.setdefault((row.region_code, named[0]), []).append((row.need, row.unit, row.source_id))
    assert len(expected) > 5
    for place in set(table["region_code"]):
        for code in trade_goods():
            told = details.officials(place, code)
            assert sorted((each.need, each.unit, each.source_id) for each in told) == sorted(
                expected.get((place, code), [])
            )
            assert [each.period for each in told] == sorted((each.period for each in told), reverse=True)
