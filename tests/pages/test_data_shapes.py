"""The data desk asks once for what a file does not say, and shows what it made of it."""

from __future__ import annotations

import pytest
from framed import opened, texts

from ui.desk import limits

WIDE = (
    "PDRB Atas Dasar Harga Berlaku (miliar rupiah);;\n"
    "Kabupaten/Kota;2027;2028\n"
    "Kota Medan;400000;410000\n"
    "Binjai;20000;21000\n"
)


@pytest.fixture(autouse=True)
def owner(person):
    """The owner of this machine stands there in every test."""


def uploaded(content: bytes, name: str, **address: str):
    at = opened("data", "id", bagian="unggah", **address)
    return at.file_uploader[0].upload(name, content).run()


def said(at) -> str:
    return texts(at).replace("\\", "")


def pick(at, ending: str, value: str):
    next(each for each in at.selectbox if each.key.endswith(ending)).select(value).run()
    assert not at.exception
    return at


def test_a_wide_table_is_agreed_to_once(store):
    at = uploaded(WIDE.encode(), "pdrb.csv", tabel="grdp_totals")
    assert "Dasar harga: Harga berlaku" in said(at)
    assert "3. Yang berubah" not in said(at)
    next(each for each in at.button if each.label == "Setujui semua usul ini").click().run()
    pick(at, "_sekali_source_id", "S0021")
    assert "Setujui dulu cara membaca tabelnya" in "\n".join(each.value for each in at.info)
    next(each for each in at.checkbox if each.key.endswith("_bentuk")).check().run()
    for box in at.checkbox:
        if box.key.startswith("diperiksa_"):
            box.check().run()
    assert "4 baris baru" in said(at)
    read = next(each.value for each in at.dataframe if "Nilai" in each.value and "Periode" in each.value)
    assert read["Kode wilayah"].tolist()[:2] == ["Medan", "Medan"]


def test_a_column_of_figures_is_given_its_indicator_by_name(store):
    content = b"Kota,Tahun,IPM,Rata_rata_lama_sekolah\nMedan,2024,82.2,11.6\nBinjai,2024,77.1,10.9\n"
    at = uploaded(content, "ipm.csv", tabel="indicators")
    asked = next(each for each in at.selectbox if each.label == "IPM")
    assert "Indeks Pembangunan Manusia (indeks)" in asked.options
    assert not any("hdi" in option for option in asked.options)
    asked.select("hdi").run()
    assert not at.exception
    assert "belum dipasangkan" not in next(e.value for e in at.dataframe if "Masalah" in e.value).to_string()


def test_one_session_does_not_fill_the_server(store, monkeypatch):
    monkeypatch.setattr(limits, "MOST_FILES", 1)
    at = uploaded(WIDE.encode(), "satu.csv", tabel="grdp_totals")
    at.file_uploader[0].upload("dua.csv", WIDE.encode()).run()
    assert not at.exception
    assert "dalam satu jam terakhir" in "\n".join(each.value for each in at.warning)
    assert "1. Yang dikenali" not in texts(at)


def test_prices_with_months_as_columns_stand_beside_the_source_that_was_there(store):
    content = "\n".join((
        "Kabupaten/Kota;Jul 2025;Agu 2025;Sep 2025",
        "Kota Batam;51000;60000;70000",
        "Kota Medan;31000;32000;36000",
    ))  # fmt: skip
    at = uploaded(content.encode(), "cabai.csv", tabel="food_prices")
    for ending, value in (
        ("_sekali_commodity", "Cabai Merah Keriting"),
        ("_sekali_source_id", "S0021"),
        ("_sekali_market", "konsumen"),
        ("_sekali_unit", "rupiah/kg"),
        ("_sekali_quality", "tercatat"),
    ):
        at = pick(at, ending, value)
    next(each for each in at.checkbox if each.key.endswith("_bentuk")).check().run()
    for box in at.checkbox:
        if box.key.startswith("diperiksa_"):
            box.check().run()
    assert "6 baris baru" in said(at)
    at.text_input(key="nama_pencatat").input("Dinas")
    next(each for each in at.text_area if each.key == "catatan_terbit").input("Harga 2025")
    next(each for each in at.button if each.label.startswith("Terbitkan versi")).click().run()
    assert not at.exception
    told = [each.value for each in (*at.success, *at.warning, *at.error, *at.info)]
    assert any("terbit sebagai edisi" in each for each in told), told
    assert len(store.read("food_prices")) == 46_131
    food = texts(opened("pangan", pangan="Cabe merah", kota="2171"))
    assert "2 sumber harga di sini" in food
    assert "Tingkat pasar: harga konsumen; hanya itu" in food
    assert "naik 16,7% pada September 2025" in food
