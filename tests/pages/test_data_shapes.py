"""The data desk asks once for what a file does not say, and shows what it made of it."""

from __future__ import annotations

import pytest
from framed import opened, texts

from data import store as stores
from data.permissions import Identity
from data.store import open_store
from ui.desk import limits
from ui.frame import connection

HERE = Identity(login_required=False, this_machine=True, peer="127.0.0.1")
WIDE = (
    "PDRB Atas Dasar Harga Berlaku (miliar rupiah);;\n"
    "Kabupaten/Kota;2027;2028\n"
    "Kota Medan;400000;410000\n"
    "Binjai;20000;21000\n"
)


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(connection, "identity", lambda: HERE)
    monkeypatch.setattr(connection, "login_configured", lambda: False)
    with open_store(f"sqlite:///{tmp_path / 'toko.db'}") as opened:
        stores.activate(opened)
        yield opened
        stores.activate(None)


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
