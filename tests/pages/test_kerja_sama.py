"""The page on cooperation: proposals, the register, wrong input; never a traceback."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from framed import opened as open_page
from framed import texts

import data
from data import store as stores
from data.permissions import Identity
from data.proposals import Proposal, Proposals
from ui.frame import connection

ME = Identity(login_required=False, this_machine=True, name="Analis")
STRANGER = Identity(login_required=False, this_machine=False, peer="10.0.0.9")
MEDAN, BINJAI, SURABAYA = "1275", "1276", "3578"
TODAY = date(2026, 11, 1)
NOW = datetime(2026, 11, 1, 9, 0)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setattr(connection, "identity", lambda: ME)
    with stores.open_store(tmp_path / "store.db") as opened:
        stores.activate(opened)
        yield Proposals(opened)
        stores.activate(None)


@pytest.fixture
def kept(desk):
    return desk.create(Proposal("Pasokan ikan", (MEDAN, BINJAI), "produk"), ME, TODAY)


def opened(language: str = "id", **address: str):
    return open_page("kerja_sama", language, **address)


def button(at, label: str):
    return next(each for each in at.button if each.label == label)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("part", ["papan", "baru", "daftar", "lembaga", "aturan"])
def test_every_part_is_drawn(part, language, kept):
    at = opened(language, bagian=part)
    assert not at.warning
    assert not at.error
    if part not in ("daftar", "lembaga"):
        assert ("no legal advice" if language == "en" else "bukan nasihat hukum") in texts(at)


def test_the_rules_stand_with_their_sources_and_what_is_not_verified(desk):
    said = texts(opened(bagian="aturan"))
    assert "membebani masyarakat dan daerah" in said
    assert said.count("belum terverifikasi") >= 8
    assert "[1] PP 28/2018" in said
    assert "Penerima kuasa hanya boleh menandatangani PKS, bukan Kesepakatan Bersama. [6]" in said


def test_a_link_opens_a_new_proposal_with_both_parties(desk):
    at = opened(pihak=f"{MEDAN},{SURABAYA}", aplikasi="A126")
    assert at.multiselect(key="pihak").value == [MEDAN, SURABAYA]
    assert at.multiselect(key="aplikasi").value == ["A126"]
    assert "Di luar kota anggota: Kota Surabaya." in texts(at)


def test_a_proposal_from_the_form_to_the_board(desk):
    at = opened(pihak="1271,1471")
    at.text_input(key="baru_title").input("**Ikan** <b>Sibolga</b>")
    at.text_input(key="nama_pencatat").input("Sekda")
    at.text_area(key="baru_subject").input("Uraian")
    at.checkbox(key="baru_bukti_produk").check()
    button(at, "Simpan usulan").click().run()
    assert not at.exception
    assert at.success[0].value == "Usulan KS\\-001 disimpan."
    made = desk.get("KS-001")
    assert (made.title, made.parties) == ("**Ikan** <b>Sibolga</b>", ("1271", "1471"))
    assert [item["kind"] for item in made.evidence] == ["peluang", "aliran", "kebutuhan", "produk"]
    assert made.evidence[0]["edition"] == data.versioning.versions.current_edition()
    assert made.author == "Sekda (mesin ini)"
    assert "KS-001: **Ikan** <b>Sibolga</b>" in texts(at)  # shown as typed, on the board, opened
    assert len(at.get("download_button")) >= 4


def test_a_refused_form_says_why_and_keeps_what_was_typed(desk):
    at = opened(pihak=MEDAN)
    at.text_area(key="baru_notes").input("jangan hilang")
    button(at, "Simpan usulan").click().run()
    assert "Usulan belum berjudul" in at.error[0].value
    assert "dua pihak" in at.error[0].value
    assert at.text_area(key="baru_notes").value == "jangan hilang"
    assert desk.all() == []


def test_a_move_is_recorded(kept, desk):
    at = opened(usulan="KS-001")
    at.selectbox(key="pindah_KS-001_1_to").select("persiapan")
    at.text_area(key="pindah_KS-001_1_note").input("rapat <i>TKKSD</i>")
    button(at, "Catat perpindahan").click().run()
    assert not at.exception
    assert at.success
    now = desk.get("KS-001")
    assert now.stage == "persiapan"
    assert now.moves[0].note == "rapat <i>TKKSD</i>"
    assert at.dataframe[-1].value.iloc[0]["Alasan atau catatan"] == "rapat <i>TKKSD</i>"


def test_only_moves_that_skip_nothing_are_offered(kept):
    options = opened(usulan="KS-001").selectbox(key="pindah_KS-001_1_to").options
    assert options == ["Maju ke 1. Persiapan", "Hentikan usulan ini"]


def test_stopping_needs_a_reason(kept, desk):
    at = opened(usulan="KS-001")
    at.selectbox(key="pindah_KS-001_1_to").select("dihentikan")
    button(at, "Catat perpindahan").click().run()
    assert "Tulis alasannya" in at.error[0].value
    assert desk.get("KS-001").stage == "pemetaan"


def test_two_at_once_the_second_is_told_and_keeps_their_words(kept, desk):
    at = opened(usulan="KS-001")
    desk.move(kept, "persiapan", TODAY, "oleh yang lain", identity=ME, now=NOW)
    at.text_area(key="pindah_KS-001_1_note").input("catatan saya")
    button(at, "Catat perpindahan").click().run()
    assert not at.exception
    assert "sudah diubah orang lain" in at.warning[0].value
    assert at.text_area(key="pindah_KS-001_2_note").value == "catatan saya"
    assert desk.get("KS-001").moves[0].note == "oleh yang lain"
    assert len(desk.history("KS-001")) == 2


def test_two_changing_at_once_keep_both(kept, desk):
    at = opened(usulan="KS-001")
    desk.update(replace(kept, contact="dari yang lain"), ME)
    at.text_input(key="ubah_KS-001_1_title").input("Judul saya")
    button(at, "Simpan perubahan").click().run()
    assert not at.exception
    assert at.warning
    assert at.text_input(key="ubah_KS-001_2_title").value == "Judul saya"
    assert "dari yang lain" in texts(at)
    button(at, "Simpan perubahan").click().run()
    assert desk.get("KS-001").title == "Judul saya"
    assert desk.get("KS-001").revision == 3


def test_a_change_keeps_frozen_evidence_and_freezes_what_is_new(kept, desk):
    at = opened(usulan="KS-001")
    at.multiselect(key="ubah_KS-001_1_kinds").select("produk")
    button(at, "Simpan perubahan").click().run()
    first = desk.get("KS-001").evidence
    assert [item["kind"] for item in first] == ["produk"]
    at.text_input(key="ubah_KS-001_2_contact").input("Setda")
    button(at, "Simpan perubahan").click().run()
    assert desk.get("KS-001").evidence == first


def test_a_stranger_reads_and_is_told_why_not_to_write(kept, desk, monkeypatch):
    monkeypatch.setattr(connection, "identity", lambda: STRANGER)
    at = opened(usulan="KS-001")
    assert "Pasokan ikan" in texts(at)
    assert "Anda tetap dapat membaca semuanya" in texts(at)
    labels = {each.label for each in at.button}
    assert not labels & {"Catat perpindahan", "Simpan perubahan"}
    at = opened(pihak=f"{MEDAN},{BINJAI}")
    assert "Simpan usulan" not in {each.label for each in at.button}


def test_someone_who_lost_their_right_meanwhile_is_refused_on_the_server(kept, desk, monkeypatch):
    at = opened(usulan="KS-001")
    monkeypatch.setattr(connection, "identity", lambda: STRANGER)
    at.text_area(key="pindah_KS-001_1_note").input("x")
    button(at, "Catat perpindahan").click().run()
    assert at.error
    assert desk.get("KS-001") == kept


def test_without_a_store_the_rest_still_stands(monkeypatch):
    stores.activate(None)
    monkeypatch.setattr(stores, "start", lambda url=None: None)
    at = opened()
    assert at.error
    assert not opened(bagian="daftar").error


def test_meetings_are_kept_apart_from_agreements(desk):
    agreements = texts(opened(bagian="daftar"))
    assert "41 dari 41 perjanjian" in agreements
    assert "satu naskah mengikat semua" in agreements
    meetings = texts(opened(bagian="daftar", jenis="pertemuan"))
    assert "52 dari 52 pertemuan dan kunjungan" in meetings
    assert "tidak mengikat siapa pun" in meetings


def test_the_list_marks_who_is_outside_the_34(desk):
    at = opened(bagian="daftar", cari="Dairi")
    assert set(at.dataframe[0].value["Di luar kota anggota"]) == {"Kabupaten Dairi"}


@pytest.mark.parametrize(
    "address",
    [
        {"bagian": "xyz"},
        {"bagian": "daftar", "jenis": "xyz"},
        {"bagian": "daftar", "anggota": "9999"},
        {"bagian": "daftar", "sejak": "1066"},
        {"bagian": "daftar", "instrumen": "sumpah"},
        {"usulan": "KS-999"},
        {"usulan": "../../etc"},
        {"pihak": "9999,1275"},
        {"pihak": "1275", "barang": "P999"},
    ],
)
def test_a_wrong_address_gives_a_sentence_and_a_view(address, kept):
    at = opened(**address)
    assert len(at.warning) == 1
    assert "Alamat ini meminta" in at.warning[0].value


def test_years_out_of_order_are_swapped_with_a_sentence(desk):
    at = opened(bagian="daftar", sejak="2025", sampai="2021")
    assert "urutannya dibalik" in at.warning[0].value
    assert "dari 41 perjanjian" in texts(at)


def test_a_broken_template_is_named_and_the_others_stand(kept, tmp_path, monkeypatch):
    from reports.drafts import reading

    whole = reading.read

    def read(kind):
        if kind == "pks":
            raise reading.TemplateError("Templat “draf_pks.txt” tidak memuat isian bukti.")
        return whole(kind)

    monkeypatch.setattr(reading, "read", read)
    at = opened(usulan="KS-001")
    assert "tidak memuat isian bukti" in texts(at)
    assert len(at.get("download_button")) == 3


def test_law_is_cited_by_its_number_and_no_copying_site_stands_for_it():
    from data import stages

    for number, text in stages.SOURCES.items():
        assert not any(site in text for site in ("scribd", "vdokumen", "slideshare", "123dok")), number
        if any(law in text for law in ("PP 28/2018", "Permendagri 22/2020", "Pergub")):
            assert text.startswith(("PP ", "Permendagri ", "Pergub ")), number


def test_the_directory_shows_offices_of_a_place_with_their_source(desk):
    at = opened(bagian="lembaga", kota="1275")
    said = texts(at)
    assert "lembaga pangan tercatat untuk Medan dan provinsinya" in said
    assert "Alamat, telepon, surel, dan situs kantor belum terdata." in said
    rows = at.dataframe[0].value
    assert "PUD Pasar Medan" in set(rows["Lembaga"])
    assert "Telepon kantor" not in rows
    one = opened(bagian="lembaga", daerah="1471", lembaga="bumd").dataframe[0].value
    assert set(one["Lembaga"]) == {"PT Sarana Pangan Madani", "PT Riau Pangan Bertuah"}


def test_no_entry_of_the_register_is_not_said_to_be_no_agreement():
    """Mitra tells of an agreement on chili signed in 2023; this page counts its own list."""
    title = opened("kerja_sama", kota="1277").title[0].value.replace("\\", "")
    assert title.startswith("Padangsidimpuan: belum ada perjanjian di daftar")
