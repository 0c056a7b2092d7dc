"""The page on what a purchase sets in motion: goods, pieces, sectors, links from a deal, wrong addresses."""

from __future__ import annotations

import pytest
from framed import opened, seen, texts

BATAM, MEDAN, SIBOLGA, SIMALUNGUN = "2171", "1275", "1271", "1209"


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("what", ["cabai_merah", "telur_ayam_ras", "beras", "sektor_C", "sektor_K"])
def test_every_kind_is_drawn(what, language):
    at = seen("dampak", language, kota=SIBOLGA, barang=what)
    assert not at.warning
    assert ("If it is signed" if language == "en" else "Bila ditandatangani") in at.title[0].value


def test_a_deal_opens_as_it_was_sent():
    at = seen("dampak", kota=BATAM, penjual=SIMALUNGUN, barang="cabai_merah", jumlah="1000", harga="37910")
    # 37.91 billion times the multiplier of North Sumatra's farms, 1.377, of which 1.268 at home.
    assert at.title[0].value == "Bila ditandatangani: sekitar Rp 52,2 miliar kegiatan, 92% di Sumatera Utara"
    said = "\n".join(each.value for each in at.caption)
    assert "1.000 ton adalah" in said
    assert "dari yang dipakai rumah tangga Batam" in said


def test_price_and_amount_follow_the_good_until_they_are_typed():
    at = opened("dampak", kota=MEDAN)
    first = at.number_input(key="harga").value
    at.selectbox(key="barang").set_value("wortel").run()
    assert not at.exception
    assert at.number_input(key="harga").value != first
    at.number_input(key="harga").set_value(9000).run()
    at.selectbox(key="barang").set_value("kubis").run()
    assert at.number_input(key="harga").value == 9000


def test_a_need_that_is_not_known_says_so():
    at = seen("dampak", kota=MEDAN, barang="beras")
    said = "\n".join(each.value for each in at.caption)
    assert "Kebutuhan rumah tangga Medan belum terdata" in said
    assert "Harga belum terdata" in said


def test_the_enclave_is_named():
    at = seen("dampak", kota=MEDAN, penjual=BATAM, barang="sektor_C")
    blocks = "\n".join(str(each.proto.body) for each in at.get("html"))
    assert "67% keluarannya ke luar negeri" in blocks
    assert "52% bahannya dari luar negeri" in blocks


@pytest.mark.parametrize(
    ("name", "value"),
    [("kota", "9999"), ("penjual", MEDAN), ("barang", "emas"), ("jumlah", "banyak"), ("harga", "-5")],
)
def test_a_wrong_value_gives_a_sentence(name, value):
    at = seen("dampak", **({"kota": MEDAN} | {name: value}))
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)
    assert "kegiatan" in at.title[0].value


def test_limits_are_said():
    at = seen("dampak", kota=BATAM)
    blocks = "\n".join(str(each.proto.body) for each in at.get("html"))
    assert "antarprovinsi tahun 2016" in blocks
    assert "Lapangan kerja tidak dihitung" in blocks
    assert "harga eceran" in blocks
    assert "nan" not in texts(at).lower().split()
