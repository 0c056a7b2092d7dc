"""The 25 kinds of fault met while reading deals of the cities; each must not come back."""

import math

import pytest

import data
from analysis import deals as rules
from findings import deals as found
from findings.deals import supply, way
from findings.deals.buying import candidates
from findings.deals.records import DEAL, EMPTY, GAP, HUB, UNKNOWN_BUYER
from findings.deals.reports import by_triple, reports
from findings.deals.table import all_deals
from findings.goods import SEA_FISH, trade_goods

CITIES = list(data.cities("I").index)
BINJAI, BATAM, BUKITTINGGI, DUMAI, LHOKSEUMAWE, MEDAN = "1276", "2171", "1375", "1473", "1174", "1275"
PADANG, PARIAMAN, PAYAKUMBUH, PEKANBARU, SIANTAR, SIBOLGA = (
    "1371", "1377", "1376", "1471", "1273", "1271",
)  # fmt: skip
KARO, LANGKAT, SIMALUNGUN, BATU_BARA, TANAH_DATAR, BENER_MERIAH, KAB_SOLOK = (
    "1211", "1213", "1209", "1219", "1305", "1117", "1303",
)  # fmt: skip
LANGSA, TEBING_TINGGI, KOTA_SOLOK, TANJUNGBALAI = "1173", "1274", "1372", "1272"


def cards(city, side):
    both = found.cards(city)
    return both.buying if side == "beli" else both.selling


def sold(city):
    return {card.good.code for card in cards(city, "jual") if card.good is not None}


def test_01_targets_and_projections_are_no_supply():
    table = data.load("production")
    stated = table[table["status"].isin(["target", "proyeksi", "perkiraan"]) & (table["value"] > 0)]
    for row in stated.itertuples():
        for good in trade_goods():
            known = supply.supply(row.region_code, good)
            assert not (known.measured and known.ton == row.value and known.year == row.year), row
    assert supply.supply(LANGKAT, "cabai_merah").ton == 17195  # 2019, not the target of 10.925


def test_02_own_need_is_taken_off():
    assert supply.supply(LANGSA, "bandeng").ton == pytest.approx(738, abs=1)
    assert "bandeng" not in sold(LANGSA) and "lele" not in sold(DUMAI)
    assert "bawang_merah" not in sold(PAYAKUMBUH)
    for deal in all_deals():
        if deal.surplus == deal.surplus and deal.surplus <= 0:
            assert deal.evidence["supply_measured"] == rules.NO or deal.good.code == "beras"


def test_03_trifles_are_left_out():
    for city in CITIES:
        for card in found.cards(city).all:
            if card.deal is not None and card.deal.measured and not card.deal.reported:
                assert card.deal.surplus >= 300 and card.deal.need_ton >= 100


def test_04_the_near_are_not_shut_out():
    for buyer, supplier in ((SIANTAR, SIMALUNGUN), (TEBING_TINGGI, BATU_BARA), (BINJAI, KARO)):
        assert supplier in {deal.supplier for deal in candidates(buyer, "cabai_merah")}
    assert PARIAMAN in {deal.supplier for deal in candidates(BUKITTINGGI, SEA_FISH)}


def test_05_a_documented_neighbour_comes_before_a_far_table():
    card = next(card for card in cards(LHOKSEUMAWE, "beli") if card.good.code == "cabai_merah")
    assert card.deal.supplier == BENER_MERIAH


def test_06_one_good_once_a_city():
    for city in CITIES:
        goods = [card.good.code for card in cards(city, "beli") if card.form != GAP]
        assert len(goods) == len(set(goods)) and sum("cabai" in good for good in goods) <= 1


def test_07_all_sea_fish_stands_against_a_landing():
    need = found.need_of(TEBING_TINGGI, SEA_FISH)
    assert need.ton == pytest.approx(4759, abs=1)
    assert len(trade_goods()[SEA_FISH].susenas) == 19


def test_08_facts_of_another_place_are_not_the_citys():
    # Ulee Madon's embroidery (Aceh Utara) is no figure of Lhokseumawe; nothing is offered from it.
    assert [card.form for card in cards(LHOKSEUMAWE, "jual")] == [EMPTY]


def test_09_a_list_crosses_no_suppliers_with_goods():
    kept = {key for key, told in by_triple().items() if any(each.source_id == "S0470" for each in told)}
    assert (KOTA_SOLOK, PEKANBARU, "telur_ayam_ras") not in kept
    assert ("1673", PEKANBARU, "cabai_merah") not in kept
    assert (PADANG, "2172", "telur_ayam_ras") not in by_triple()


def test_10_a_trading_place_is_no_producer():
    for city in CITIES:
        for card in cards(city, "jual"):
            if card.form == DEAL and card.good.farm:
                assert not card.deal.hub
    assert "cabai_merah" not in sold(BATAM) | sold(PADANG) and "bawang_merah" not in sold(KOTA_SOLOK)


def test_11_a_port_is_no_farm():
    leading = {card.deal.supplier for card in cards(BATAM, "beli") if card.deal is not None}
    assert "1507" not in leading


def test_12_visits_and_plans_are_explored_only():
    for deal in all_deals():
        stages = {report.stage for report in deal.reports}
        if stages and stages <= {"dijajaki"}:
            assert deal.evidence["reported"] == rules.UNKNOWN and deal.light != rules.STRONG
    first = [each for each in reports() if each.source_id == "S0470"]
    assert first and all(each.stage == "dijajaki" for each in first)


def test_13_an_export_is_no_domestic_supply():
    assert supply.is_producer(TANJUNGBALAI, SEA_FISH) is False
    assert all("ekspor" not in report.text for deal in all_deals() for report in deal.reports)


def test_14_a_showcase_piece_is_no_supply():
    assert "pisang" not in sold(TEBING_TINGGI)


def test_15_the_same_tons_are_promised_to_nobody():
    fish = [deal for deal in all_deals() if (deal.supplier, deal.good.code) == (SIBOLGA, SEA_FISH)]
    assert len({deal.surplus for deal in fish}) == 1  # one surplus, no share per pair
    claimants = [deal for deal in fish if deal.buyer in ("1277", SIANTAR, PEKANBARU)]
    assert not any(deal.enough for deal in claimants)
    assert [deal.buyer for deal in claimants if deal.light == rules.STRONG] == ["1277"]


def test_16_only_food_and_raw_materials_are_bought():
    for city in CITIES:
        for card in cards(city, "beli"):
            assert card.good.food or card.good.code not in ("cetakan sepatu kayu", "keripik balado")


def test_17_a_price_within_noise_is_no_evidence():
    assert rules.price_verdict(99.4, 100) == rules.UNKNOWN
    assert rules.price_verdict(95, 100) == rules.YES and rules.price_verdict(105, 100) == rules.NO
    binjai = next(deal for deal in candidates(BINJAI, "cabai_merah") if deal.supplier == KARO)
    assert binjai.verdict == rules.NO and binjai.light == rules.STRONG  # retail there, not against the flow


def test_18_a_fishing_port_is_not_sold_fish():
    for city in supply.landings() & set(CITIES):
        assert SEA_FISH not in {card.good.code for card in cards(city, "beli")}
    assert SEA_FISH not in {card.good.code for card in cards(DUMAI, "beli")}
    assert SEA_FISH not in {card.good.code for card in cards(TANJUNGBALAI, "beli")}


def test_19_a_kabupaten_around_the_city_has_no_distance():
    assert way.surrounds(SIMALUNGUN, SIANTAR) and not way.surrounds(KARO, SIANTAR)
    assert not way.surrounds(BUKITTINGGI, PAYAKUMBUH)


def test_20_company_goods_are_no_deal():
    words = ("semen", "minyak goreng", "cpo", "kapal", "gas", "bbm", "batu bara")
    for city in CITIES:
        for card in found.cards(city).all:
            assert card.good is None or not any(word == card.good.code for word in words)
            assert card.good is None or card.good.on_card


def test_21_old_reports_do_not_lead_from_afar():
    for city in CITIES:
        for card in found.cards(city).all:
            if card.form == DEAL and card.deal.old:
                assert card.deal.newest >= 2015 and card.deal.km <= 100
    gap = next(card for card in cards(TEBING_TINGGI, "beli") if card.form == GAP)
    assert gap.good.code == SEA_FISH and gap.past[0].year == 2017


def test_22_a_shared_landing_has_both_needs_taken_off():
    known = supply.supply(SIBOLGA, SEA_FISH)
    assert (known.shared, known.place) == ("1204", "PPN Sibolga")
    assert not supply.supply("1204", SEA_FISH).measured


def test_23_two_figures_five_times_apart_give_no_amount():
    known = supply.supply(TANAH_DATAR, "bawang_merah")
    assert not known.measured and [each.value for each in known.against] == [1957, 19917]
    assert rules.contradictory([1, 5.1]) and not rules.contradictory([1, 5.0])


@pytest.mark.parametrize("region", [TEBING_TINGGI, SIMALUNGUN, "1609"])
def test_24_species_of_one_ratio_have_no_amount(region):
    assert not supply.supply(region, "lele").measured
    assert not supply.is_producer(region, "lele")


def test_25_rice_without_a_need_is_not_sorted_last():
    goods = [card.good.code for card in cards("1171", "beli")]
    assert goods[0] == "beras"


def test_daily_averages_are_never_made_annual():
    known = supply.supply("1171", SEA_FISH)
    assert known.daily.value == 70 and not known.measured
    assert [card.form for card in cards("1171", "jual")] == [UNKNOWN_BUYER]


def test_unhusked_rice_is_no_rice():
    known = supply.supply(KOTA_SOLOK, "beras")
    assert known.form == supply.UNHUSKED and math.isnan(supply.surplus_of(KOTA_SOLOK, "beras"))


def test_goods_given_in_return_are_deals():
    assert any(each.agreed for each in by_triple()[LANGSA, BENER_MERIAH, "terasi"])
    assert (SIBOLGA, "1215", SEA_FISH) in by_triple() and (SIBOLGA, "1205", SEA_FISH) in by_triple()


SUBSTITUTES = {
    ("Brebes pemasok utama ke Aceh; saat gagal panen digantikan NTB dan Padang", "padang"): True,
    ("Cabai Langsa dari Sigli dan Banda Aceh; saat kosong hanya masuk dari Medan", "medan"): True,
    ("Cabai Langsa dari Sigli dan Banda Aceh; saat kosong hanya masuk dari Medan", "sigli"): False,
    ("Agen mengambil ikan dari Batu Bara sebagai pengganti Sibolga.", "batu bara"): True,
    ("Agen mengambil ikan dari Batu Bara sebagai pengganti Sibolga.", "sibolga"): False,
    ("Ketika cabai Berastagi kurang, pengepul membeli ke petani Tapanuli Selatan.", "tapanuli selatan"): True,
    ("cabai dari Kab. Karo; saat kiriman Berastagi berkurang harga melonjak", "karo"): False,
    ("Pedagang menerima cabai dari Batubara saat pasokan Karo, Deli Serdang sedikit.", "batubara"): True,
    ("Sayur Kota dari Kabanjahe karena jaraknya dekat.", "kabanjahe"): False,
    (None, "medan"): False,
}


@pytest.mark.parametrize(("told", "wanted"), SUBSTITUTES.items())
def test_who_only_fills_in_does_not_lead(told, wanted):
    text, name = told
    assert rules.substitute(text, [name]) is wanted


def test_a_hub_names_where_its_goods_come_from():
    card = next(card for card in cards(PADANG, "beli") if card.form == HUB)
    assert card.deal.supplier == BUKITTINGGI and "1308" in {each.region for each in card.origins}
    assert card.light == ""


def test_a_far_report_gives_way_to_a_near_producer():
    card = next(card for card in cards(PADANG, "beli") if card.good.code == "cabai_merah")
    assert card.deal.supplier == KAB_SOLOK and card.stated.supplier == "1702"
    assert MEDAN in {deal.supplier for deal in card.others}
