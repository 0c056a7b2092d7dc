"""Reasons as sentences: every code of the ranking is said or left to the line it belongs to."""

import pytest

import data
import i18n
from findings import partners
from wording import reasons

# Said elsewhere on the card: the distance in the line under the name, the range under "how sure".
ELSEWHERE = {"near", "wide_range"}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_record_of_every_pair_can_be_said(language):
    with i18n.using(language):
        for city in data.cities().index:
            for row in partners.ranking(city, partners.Choices(scope="anggota")).itertuples():
                found = partners.reasons_by_code(row.reasons)
                said = [
                    reasons.headline(found, city, row.partner),
                    *reasons.offers(found, row.partner, ours=True),
                    *reasons.offers(found, city, ours=False),
                    *reasons.existing(found, city, row.partner),
                    *reasons.cautions(found, city, row.partner),
                ]
                assert not any("{" in text or "nan" in text.split() or "None" in text for text in said)


def test_no_code_is_left_unsaid():
    sides = {"ours": True, "theirs": False}
    for city in ("1275", "1271", "2171", "1572"):
        for row in partners.ranking(city, partners.Choices(scope="anggota")).itertuples():
            for code, params in row.reasons:
                alone = {code: [params]}
                said = [
                    text
                    for ours in sides.values()
                    for text in reasons.offers(alone, row.partner if ours else city, ours=ours)
                ]
                said += reasons.existing(alone, city, row.partner) + reasons.cautions(
                    alone, city, row.partner
                )
                assert said or code in ELSEWHERE, code


def test_what_both_offer_is_no_exchange():
    both = {"need_out": [{"need": "cpo"}, {"need": "sawit"}], "need_in": [{"need": "cpo"}]}
    assert reasons.headline(both, "1473", "1275") == (
        "Dumai dapat menawarkan sawit; balasan dari Medan belum tampak pada data"
    )


def test_longer_names_stand_for_shorter_ones():
    found = {"need_in": [{"need": "telur"}, {"need": "telur ayam"}]}
    assert reasons.goods_offered(found, ours=False) == ["telur ayam"]


def test_recorded_goods_come_before_what_households_buy():
    flow = {"commodity": "ikan laut", "certainty": "kota"}
    unclear = {"commodity": "beras", "certainty": "ambigu (bisa provinsi)"}
    food = {"commodity": "Cabe merah", "commodity_group": "sayur"}
    assert reasons.goods_offered({"flow_out": [flow, unclear], "market_food": [food]}, ours=True) == [
        "ikan laut"
    ]
    assert reasons.goods_offered({"source_food": [food]}, ours=False) == ["cabai merah"]
    assert reasons.recorded_goods({"source_food": [food]}, ours=False) == []


def test_unclear_flows_are_marked():
    flow = {"commodity": "beras", "certainty": "ambigu (bisa provinsi)", "source_id": "S1", "date": "2021-02"}
    said = reasons.existing({"flow_in": [flow]}, "1471", "1571")
    assert said == ["Menurut berita, Jambi memasok Pekanbaru: beras (2021, belum jelas: bisa provinsinya)"]


def test_where_only_applications_fit_they_are_named():
    apps = {"service_domains": ["kesehatan"]}
    assert reasons.headline({"app_out": [apps], "app_in": [apps]}, "1173", "1275") == (
        "Langsa dan Medan dapat saling berbagi aplikasi pemerintahan"
    )
    assert reasons.headline({"app_in": [apps]}, "1173", "1275").startswith(
        "Medan menawarkan aplikasi pemerintahan"
    )
    assert reasons.headline({}, "1173", "1275").startswith("Data belum menunjukkan")
