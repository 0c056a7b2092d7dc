import pandas as pd
import pytest
from numpy.testing import assert_allclose

import data
from analysis.agreements import agreement_matrix, agreements_between
from analysis.goods import city_needs, need_match_scores, need_matches, phrases, words

PHRASES = {
    "ikan laut untuk pengolahan": [("ikan",)],
    "telur ayam ras": [("telur", "ayam")],
    "cabe merah": [("cabai", "merah")],
    "Tuna Sabang (sirip kuning)": [("ikan", "tuna", "sabang"), ("sirip", "kuning")],
    "kedelai (bahan tahu dan tempe)": [("kedelai",)],
    "sembako (beras, gula, telur)": [("beras",), ("gula",), ("telur",)],
    "Minyak sawit mentah (CPO)": [("cpo",), ("cpo",)],
    "kebutuhan pokok": [],
    "bahan baku songket": [],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), PHRASES.items())
def test_names_are_split_into_what_they_say(text, expected):
    assert phrases(text) == expected


def test_a_missing_name_says_nothing():
    assert phrases(None) == []
    assert phrases(float("nan")) == []
    assert words("100 ton/bulan")[-1] == "bulan"


def tables(product, need, role="produk", sector="A", inputs=None):
    products = pd.DataFrame(
        {
            "product_id": ["P1"],
            "region_code": "x",
            "product": product,
            "sector": sector,
            "role": role,
            "inputs": inputs,
        }
    )
    linked = pd.DataFrame(columns=["product_id", "relation", "commodity_group", "commodity"])
    return products, linked, pd.DataFrame({"buyer_code": ["y"], "commodity": [need]})


CASES = {
    "same": (("Telur ayam", "telur ayam ras"), 1.0),
    "general need": (("Tuna Sabang", "ikan laut"), 1.0),
    "other kind": (("Ikan tangkap", "ikan tuna"), None),
    "part of the words": (("Cabai merah", "cabai merah keriting"), 2 / 3),
    "other head": (("Kopi durian", "durian"), None),
    "oil is not oil": (("Minyak goreng", "minyak mentah"), None),
    "made from it": (("Kopi bubuk", "biji kopi", "produk", "C", "biji kopi"), None),
    "trades it": (("Kopi bubuk", "biji kopi", "hub", "G", "biji kopi"), 1.0),
    "hostile": (("<script>alert(1)</script>", "=cmd|' /C calc'!A0"), None),
}


@pytest.mark.parametrize(("given", "strength"), CASES.values(), ids=CASES.keys())
def test_a_product_answers_a_need_by_the_head_of_its_name(given, strength):
    found = need_matches(*tables(*given))
    assert [round(match.strength, 9) for match in found] == ([] if strength is None else [round(strength, 9)])


def test_scores_grow_with_matches_and_unknown_stays_missing():
    products, linked, needs = tables("Sayuran (kubis, wortel)", "kubis, wortel")
    cities = pd.Index(["x", "y", "z"])
    matches = need_matches(products, linked, needs)
    scores = need_match_scores(matches, needs, products, cities)
    assert_allclose(scores.at["x", "y"], 1 - 1 / 3)
    assert scores.loc[["y", "z"]].isna().all(axis=None)  # no known product
    assert scores[["x", "z"]].isna().all(axis=None)  # no known need
    assert city_needs(needs, products)["y"] == {("kubis",): "kubis", ("wortel",): "wortel"}


def test_sibolga_answers_the_need_for_fish():
    matches = need_matches(data.load("products"), data.load("product_commodities"), data.load("needs"))
    to_medan = [match for match in matches if (match.supplier, match.buyer) == ("1271", "1275")]
    assert any(match.need == "ikan laut" for match in to_medan)
    assert all(match.supplier != match.buyer for match in matches)
    assert all(0.6 <= match.strength <= 1 for match in matches)


COOPERATION = pd.DataFrame(
    [
        ("Kota Xa", "x", "Kota Ye", "y", "2020", "MoU"),
        ("Kota Ye (Dinas)", None, "Kota Zo; Kabupaten Xa", None, None, "lainnya"),
        ("APEKSI Komwil I", None, "24 kota; tuan rumah Kota Xa", "x", "2025", "Kesepakatan Bersama"),
        ("Kota Zo", "z", "Kota Surabaya", None, "2025", "PKS"),
    ],
    columns=["party_a", "party_a_code", "party_b", "party_b_code", "date", "instrument"],
)
CITIES = pd.DataFrame({"short_name": ["Xa", "Ye", "Zo"]}, index=["x", "y", "z"])


def test_agreements_are_read_by_code_and_by_name():
    pairs = agreements_between(COOPERATION, CITIES)
    # Kabupaten Xa is not Kota Xa, and a meeting of all is no deal of two.
    assert set(pairs) == {frozenset("xy"), frozenset("yz"), frozenset(("z", "3578"))}
    signed = agreement_matrix(pairs, CITIES.index)
    assert_allclose(signed, [[0, 1, 0], [1, 0, 0], [0, 0, 0]])
    with pytest.raises(ValueError, match="kolom: instrument"):
        agreements_between(COOPERATION.drop(columns="instrument"), CITIES)


def test_the_register_has_jambi_with_pangkalpinang():
    cities = data.cities()
    pairs = agreements_between(data.load("cooperation"), cities)
    signed = agreement_matrix(pairs, cities.index)
    assert signed.at["1571", "1971"] == 1
    assert signed.at["1171", "1275"] == 0  # a visit, no agreement
    assert_allclose(signed, signed.T)
