"""Goods named in words: the golden table of readings, products that answer needs, false matches of old."""

import pandas as pd
import pytest
from numpy.testing import assert_allclose

import data
from analysis.agreements import agreement_matrix, agreements_between
from analysis.goods import city_needs, need_match_scores, need_matches, read
from findings.goods import vocabulary

# Text -> goods it names, in their order.
GOLDEN = {
    "ikan laut untuk pengolahan": ["ikan_laut_segar"],
    "ikan laut (jenis besar, tuna)": ["ikan_laut_segar"],
    "ikan tuna": ["ikan_laut_segar"],
    "ikan tongkol": ["ikan_laut_segar"],
    "ikan asin": ["ikan_kering"],
    "ikan asin air tawar": ["ikan asin air tawar"],
    "ikan air tawar (mujair, mas, lele)": ["mujair", "ikan_mas", "lele"],
    "ikan nila dan mas": ["nila", "ikan_mas"],
    "telur ayam ras": ["telur_ayam_ras"],
    "telur ayam dan telur itik": ["telur_ayam_ras", "telur itik"],
    "ayam potong dan telur": ["daging_ayam_ras", "telur_ayam_ras"],
    "pakan ayam ternak": ["pakan ayam ternak"],
    "daging sapi segar (bahan rendang)": ["sapi"],
    "sapi kurban": ["sapi kurban"],
    "hasil ternak": ["hasil ternak"],
    "cabe merah": ["cabai_merah"],
    "cabai merah dan hijau": ["cabai_merah", "cabai_hijau"],
    "cabai merah dan rawit": ["cabai_merah", "cabai_rawit"],
    "cabai kering": ["cabai kering"],
    "cabai merah keriting (Pasar Roga Berastagi)": ["cabai_merah"],
    "beras, minyak goreng, gula": ["beras", "minyak_goreng", "gula_pasir"],
    "beras/gabah; bawang merah": ["beras", "bawang_merah"],
    "sembako (beras, gula, telur)": ["beras", "gula_pasir", "telur_ayam_ras"],
    "hortikultura (cabai, bawang, kentang)": ["cabai_merah", "bawang_merah", "kentang"],
    "hortikultura": ["sayur_dataran_tinggi"],
    "sayuran (tomat, cabai, kubis)": ["sayur_dataran_tinggi"],
    "tomat, kubis, bawang": ["tomat_sayur", "kubis", "bawang_merah"],
    "kacang panjang": ["kacang_panjang"],
    "ubi kayu (bahan keripik sanjai)": ["ubi_kayu"],
    "keripik ubi pedas": ["keripik ubi pedas"],
    "keripik pisang kepok": ["keripik pisang kepok"],
    "Mi sagu": ["mi sagu"],
    "mi": ["mi"],
    "susu UHT": ["susu uht"],
    "kopi (Mandailing, Lintong, Sipirok)": ["kopi"],
    "kedelai (bahan tahu dan tempe)": ["kedelai"],
    "Jambu madu deli hijau": ["jambu_air"],
    "Kerajinan batu bara": ["kerajinan batu bara"],
    "Rambutan Binjai": ["rambutan"],
    "Sirup rambutan": ["sirup rambutan"],
    "Batik motif rambutan": ["batik motif rambutan"],
    "Bareh Solok (beras Anak Daro dan Cisokan)": ["beras"],
    # Words that merely occur.
    "Pasar Berastagi": ["pasar berastagi"],
    "tongkol": ["ikan_laut_segar"],
    "kelapa sawit": [],
    "Kelapa sawit (TBS)": [],
    "Minyak sawit mentah (CPO)": [],
    # Ports, services, what goes abroad and company goods are no offer.
    "Pelabuhan Belawan (ekspor CPO, bungkil, cangkang sawit)": [],
    "Pelabuhan Teluk Nibung (ekspor buah, sayur, ikan ke Malaysia)": [],
    "Hasil laut ekspor (cumi, gurita, ikan beku)": [],
    "sayur-mayur untuk ekspor (cabai, kentang)": [],
    "buah impor (anggur, apel)": [],
    "semen (185.000 ton per tahun)": [],
    "plat besi, mesin kapal, interior kapal": [],
    "gas bumi (pembangkit Belawan)": [],
    "<script>alert(1)</script>": ["script alert", "script"],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), GOLDEN.items())
def test_a_text_is_read_as_the_goods_it_names(text, wanted):
    assert [
        each.good for each in read(text, vocabulary()).goods if each.good and each.kind != "company"
    ] == wanted


COUNTS = {
    "beras, hasil ternak, gula aren, tembakau, gambir": 5,
    "sembako, cabai": 4,
    "kebutuhan pokok dan sayuran": 2,
    "cabai dan bawang merah": 2,
    "sayuran (tomat, cabai, kubis, sawi)": 1,
    "sembako (beras, gula, telur, cabai, bawang)": 5,
}


@pytest.mark.parametrize(("text", "count"), COUNTS.items())
def test_a_text_is_counted_by_its_separators(text, count):
    assert read(text, vocabulary()).count == count


def test_first_and_what_is_given_in_return():
    assert read("beras (first); bawang; cabai", vocabulary()).first == "beras"
    for words in ("ditukar", "ditukar dengan", "against"):
        returned = read(f"hortikultura ({words} terasi, kecap, tauco)", vocabulary()).returned
        assert [each.good for each in returned] == ["terasi", "kecap", "tauco"]


@pytest.mark.parametrize("nothing", [None, float("nan"), 7, "   "])
def test_a_missing_name_says_nothing(nothing):
    assert read(nothing, vocabulary()).goods == ()


def tables(product, need, role="produk", sector="A", *details):
    inputs, category = [*details, None, None][:2]
    products = pd.DataFrame(
        {
            "product_id": ["P1"],
            "region_code": "x",
            "product": product,
            "category": category or "kuliner",
            "sector": sector,
            "role": role,
            "inputs": inputs,
        }
    )
    linked = pd.DataFrame(columns=["product_id", "relation", "commodity_group", "commodity"])
    return products, linked, pd.DataFrame({"buyer_code": ["y"], "commodity": [need]})


CASES = {
    "same": (("Telur ayam", "telur ayam ras"), 1.0),
    "kind of it": (("Tuna Sabang", "ikan laut"), 0.6),
    "the whole for a kind": (("Ikan tangkap PPN Sibolga", "kakap"), 0.6),
    "the same kind": (("Tuna Sabang", "ikan tuna"), 1.0),
    "another kind": (("Tuna Sabang", "kakap"), None),
    "one of a group": (("Kubis Berastagi", "sayuran"), 0.6),
    "another fish": (("Lele", "ikan laut"), None),
    "made from it": (("Kopi durian", "durian"), None),
    "oil is not oil": (("Minyak goreng", "minyak mentah"), None),
    "coffee back to where it grows": (("Kopi Ulee Kareng", "biji kopi", "hub", "I", "biji kopi"), None),
    "a port for its goods": (("Pelabuhan Belawan (ekspor CPO)", "CPO", "hub", "H", "CPO", "jasa"), None),
    "fresh fruit bunches": (("Kelapa sawit (TBS)", "TBS kelapa sawit"), None),
    "mi in mi sagu": (("Mi sagu", "mi"), None),
    "eggs for beef": (("Telur ayam dan unggas", "daging sapi"), None),
    "a cement brand": (("Semen dan klinker (PT Semen Padang)", "semen"), None),
    "beras in Berastagi": (("Sayur Berastagi", "beras"), None),
    "kol in tongkol": (("Ikan tongkol", "kol"), None),
    "sawi in sawit": (("Kelapa sawit", "sawi"), None),
    "hostile": (("<script>alert(1)</script>", "=cmd|' /C calc'!A0"), None),
}


@pytest.mark.parametrize(("given", "strength"), CASES.values(), ids=CASES.keys())
def test_a_product_answers_a_need_by_what_it_is(given, strength):
    found = need_matches(*tables(*given), vocabulary())
    assert [match.strength for match in found] == ([] if strength is None else [pytest.approx(strength)])


def test_tuna_does_not_travel_both_ways():
    products, linked, needs = tables("Tuna Sabang", "ikan tuna")
    own = products.assign(product_id="P2", region_code="y", product="Tuna (PPS Bungus)")
    assert need_matches(pd.concat([products, own]), linked, needs, vocabulary()) == []


def test_scores_grow_with_matches_and_unknown_stays_missing():
    products, linked, needs = tables("Kubis, wortel", "kubis, wortel")
    cities = pd.Index(["x", "y", "z"])
    matches = need_matches(products, linked, needs, vocabulary())
    scores = need_match_scores(matches, needs, products, cities, vocabulary())
    assert_allclose(scores.at["x", "y"], 1 - 1 / 3)
    assert scores.loc[["y", "z"]].isna().all(axis=None)  # no known product
    assert scores[["x", "z"]].isna().all(axis=None)  # no known need
    assert city_needs(needs, products, vocabulary())["y"] == {"kubis": "kubis", "wortel": "wortel"}


def test_no_port_answers_a_need_in_the_shipped_tables():
    products = data.load("products").set_index("product_id")
    matches = need_matches(
        products.reset_index(), data.load("product_commodities"), data.load("needs"), vocabulary()
    )
    assert all(products.at[match.product_id, "category"] not in ("jasa", "pariwisata") for match in matches)
    assert all(match.supplier != match.buyer for match in matches)
    assert all(0.6 <= match.strength <= 1 for match in matches)
    fish = {(match.supplier, match.buyer) for match in matches if match.need.startswith("ikan laut")}
    assert ("1271", "1277") in fish  # Sibolga's fish for Padangsidimpuan


def test_a_sea_snail_is_a_kind_of_sea_fish_and_no_anchovy():
    """Tanjungpinang's gonggong answered every need for fish of the sea in full, and one for anchovies."""
    matches = need_matches(
        data.load("products"), data.load("product_commodities"), data.load("needs"), vocabulary()
    )
    snails = {(match.need, match.strength) for match in matches if match.product_id == "P190"}
    assert snails == {("ikan laut", 0.6), ("ikan segar", 0.6), ("hasil laut", 0.6)}
    landed = {match.need: match.strength for match in matches if match.product_id == "P032"}
    assert landed["ikan laut"] == 1 and landed["ikan teri"] == landed["kakap"] == pytest.approx(0.6)


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
