"""The page on data: every section in both languages, an upload from file to publication, refusals."""

from __future__ import annotations

import pytest
from framed import ELSEWHERE, logged_in, texts
from framed import opened as open_page

import data
from data import templates

TABLE = "awards"
SECTIONS = ("kelengkapan", "unduh", "unggah", "riwayat", "akses")


def opened(section: str, language: str = "id", **address: str):
    return open_page("data", language, bagian=section, **address)


def changed(city: str = "1275", note: str = "diperiksa ulang") -> bytes:
    """One award of a city with another note, as the page itself hands the table out."""
    row = data.load(TABLE).query("region_code == @city").head(1).assign(note=note)
    return templates.to_csv(templates.with_names(TABLE, row))


def uploaded(content: bytes, name: str = "penghargaan.csv", **address: str):
    at = opened("unggah", **({"tabel": TABLE} | address))
    return at.file_uploader[0].upload(name, content).run()


def said(at) -> str:
    return "\n".join([texts(at), *(str(each.value).replace("\\", "") for each in (*at.error, *at.success))])


def acknowledge(at):
    for box in at.checkbox:
        if box.key.startswith("diperiksa_"):
            box.check().run()
    return at


def publish(at, note: str = "Uji"):
    next(each for each in at.text_area if each.key == "catatan_terbit").input(note)
    next(each for each in at.button if each.label.startswith("Terbitkan")).click().run()
    assert not at.exception
    return at


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_drawn(section, language, store, person):
    at = opened(section, language)
    assert not at.warning and not at.error


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_says_so_when_no_store_is_open(section, person):
    at = opened(section)
    assert not at.error
    closed = "belum dibuka" in texts(at)
    assert closed == (section in ("unggah", "riwayat", "akses"))


def test_completeness_says_what_lacks_and_what_a_city_could_send(person):
    at = opened("kelengkapan", kota="1278")
    shown = texts(at)
    assert "Belum:" in shown and "Indikator 76%" in shown
    assert "Gunungsitoli:" in shown
    assert "belum ada" in shown
    matrix = at.dataframe[0].value
    assert len(matrix) == 34
    assert (matrix["Penghargaan"] == "–").any()


def test_a_gap_leads_to_the_template_of_its_table(person):
    at = opened("kelengkapan", kota="1275")
    next(each for each in at.button if each.key == "templat_indicators").click().run()
    assert at.query_params["bagian"] == "unduh"
    assert "Indikator" in at.header[0].value


@pytest.mark.parametrize("table", data.table_names())
def test_every_table_has_its_dictionary(table, person):
    at = opened("unduh", tabel=table)
    assert len(at.dataframe[0].value) == len(data.schema.TABLES[table].columns)


def test_an_update_is_compared_published_and_rolled_back(store, person):
    at = acknowledge(uploaded(changed()))
    assert "0 baris baru, 0 baris dihapus, 1 baris berubah (1 sel)" in said(at)
    assert "tetap sama" in said(at)
    publish(at, "Catatan baru")
    current = store.current(TABLE)
    assert (int(current), current.kind, current.note) == (2, "update", "Catatan baru")
    assert len(store.read(TABLE)) == len(store.read(TABLE, 1))
    assert "versi 2 terbit sebagai edisi 2" in said(at)
    assert at.query_params["bagian"] == "riwayat"
    assert at.dataframe[0].value["Catatan"].tolist() == ["Catatan baru", ""]
    next(each for each in at.text_area if each.key == "catatan_kembali").input("Keliru")
    next(each for each in at.button if each.label == "Kembalikan ke versi 1").click().run()
    assert store.current(TABLE).restored == 1
    assert "versi 3 berlaku" in said(at)


def test_nothing_is_published_without_a_note(store, person):
    at = publish(acknowledge(uploaded(changed())), "  ")
    assert "Tulis dulu catatannya" in said(at)
    assert store.current(TABLE) == 1
    publish(at)
    assert store.current(TABLE) == 2


def test_a_full_replacement_says_what_it_removes(store, person):
    at = acknowledge(uploaded(changed(), cara="penggantian"))
    assert f"menghapus {len(data.load(TABLE)) - 1} baris" in said(at)


def test_the_same_content_needs_no_publication(store, person):
    at = acknowledge(uploaded(templates.current_csv(TABLE)))
    assert "tidak ada yang perlu diterbitkan" in said(at)
    assert not at.text_area


def test_somebody_else_was_faster_and_nothing_is_lost(store, person):
    at = acknowledge(uploaded(changed()))
    theirs = data.load(TABLE)
    theirs.loc[theirs.index[theirs["region_code"] == "1171"][0], "note"] = "milik orang lain"
    store.publish(TABLE, theirs, "orang lain", "lebih dulu", 1)
    publish(at)
    assert store.current(TABLE).author == "orang lain"
    assert "sekarang berlaku versi 2" in said(at)
    assert "1 baris berubah (1 sel)" in said(at)
    publish(at)
    assert store.current(TABLE) == 3
    notes = store.read(TABLE)["note"].tolist()
    assert "milik orang lain" in notes and "diperiksa ulang" in notes
    assert store.audit.entries()["action"].tolist() == ["publish", "conflict", "publish"]


def test_bad_cells_are_listed_all_at_once(store, person):
    content = (
        "kode wilayah;indikator;tahun;nilai;satuan;source_id\n"
        "1371;poverty_pct;25;abc;persen;S0055\n"
        "9999;poverty_pc;2025;4,1;persen;S0055\n"
    )
    at = uploaded(content.encode(), tabel="indicators")
    problems = next(each.value for each in at.dataframe if "Masalah" in each.value)
    found = set(zip(problems["Baris"], problems["Isi"], strict=True))
    assert {("2", "25"), ("2", "abc"), ("3", "9999"), ("3", "poverty_pc")} <= found
    assert not at.text_area
    warnings_only = next(each for each in at.get("button_group") if "jenis_masalah" in each.key)
    warnings_only.set_value(["warning"]).run()
    assert "Kesalahan" not in next(e.value for e in at.dataframe if "Masalah" in e.value)["Jenis"].tolist()


def test_codes_of_the_ministry_are_translated_only_when_said_so(store, person):
    content = (
        "kode wilayah;nama kota;indikator;tahun;nilai;satuan;source_id\n"
        "12.71;Medan;poverty_pct;2025;8;persen;S0055\n"
    )
    at = uploaded(content.encode(), tabel="indicators")
    assert "kode Kemendagri" in said(at)
    assert "3. Yang berubah" not in said(at)
    next(each for each in at.checkbox if "translate_codes" in each.key).check().run()
    acknowledge(at)
    assert "3. Yang berubah" in said(at)
    assert any("Medan" in each.value.to_string() for each in at.dataframe)


def test_what_was_recognised_can_be_corrected(store, person):
    content = "region_code|keterangan kota\n1275|x\n"
    at = uploaded(content.encode(), tabel=TABLE)
    assert "garis tegak" in said(at)
    mapping = next(each for each in at.selectbox if each.label.replace("\\", "") == "keterangan kota")
    mapping.select("note").run()
    recognised = next(each.value for each in at.dataframe if "Dibaca sebagai" in each.value)
    row = recognised[recognised["Judul dalam berkas"] == "keterangan kota"]
    assert row["Dibaca sebagai"].tolist() == ["Catatan"]
    separator = next(each for each in at.selectbox if each.label == "Pemisah kolom")
    separator.select(";").run()
    assert not at.exception
    assert "titik koma" in said(at)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.7 x", b"PK\x03\x04rusak", b"a,b\n"])
def test_a_file_that_is_no_table_gets_a_sentence(content, store, person):
    at = uploaded(content, "apa saja.pdf")
    assert not at.exception
    assert "kesalahan" in at.error[0].value


def test_text_of_a_file_is_never_markup(store, person):
    at = uploaded(b"region_code;<b>judul</b> **tebal**\n1275;[x](http://jahat)\n", "**tebal** <b>x</b>.csv")
    headings = [each.label for each in at.selectbox if "judul" in each.label]
    assert headings == ["\\<b\\>judul\\</b\\> \\*\\*tebal\\*\\*"]
    for each in (*at.markdown, *at.caption, *at.error, *at.warning, *at.info):
        assert not any(sign in each.value for sign in ("<b>", "**tebal**", "](http"))
    at.button_group[0].set_value("unduh").run()
    at.button_group[0].set_value("unggah").run()
    assert "Berkas yang diperiksa: **tebal** <b>x</b>.csv" in [each.value for each in at.text]


def test_the_upload_stays_when_another_section_is_looked_at(store, person):
    at = uploaded(changed())
    at.button_group[0].set_value("unduh").run()
    at.button_group[0].set_value("unggah").run()
    assert "Berkas yang diperiksa: penghargaan.csv" in [each.value for each in at.text]
    assert "1 baris berubah" in said(acknowledge(at))
    next(each for each in at.button if each.label == "Lepaskan berkas").click().run()
    assert "1. Yang dikenali" not in said(at)


def test_from_another_computer_everything_is_checked_and_nothing_published(store, person):
    person(ELSEWHERE)
    at = acknowledge(uploaded(changed()))
    assert "hanya dapat dari komputer" in said(at)
    assert "3. Yang berubah" in said(at)
    assert not at.text_area
    assert "melihat dan mengunduh" in opened("akses").header[0].value


def test_publishing_is_refused_on_the_server_though_the_button_was_there(store, person):
    at = acknowledge(uploaded(changed()))
    person(ELSEWHERE)
    publish(at)
    assert store.current(TABLE) == 1
    assert "hanya dapat dari komputer" in said(at)
    assert store.audit.entries().loc[0, "action"] == "refused"


def test_an_analyst_publishes_rows_of_their_city_only(store, person):
    store.roles.grant("analis@medan.go.id", "analyst", "uji", ["1275"])
    person(logged_in("analis@medan.go.id"))
    assert "milik Medan" in opened("akses").header[0].value
    at = acknowledge(uploaded(changed("1171")))
    assert "bukan milik kota itu" in said(at)
    assert not at.text_area
    publish(acknowledge(uploaded(changed("1275"))))
    assert store.current(TABLE).author == "analis@medan.go.id"


def test_roles_are_given_changed_and_taken_away_by_an_admin(store, person):
    store.roles.grant("kepala@apeksi.id", "admin", "uji")
    person(logged_in("kepala@apeksi.id"))
    at = opened("akses")
    at.text_input(key="peran_email").input("analis@medan.go.id")
    at.multiselect(key="peran_cities").set_value(["1275"])
    next(each for each in at.button if each.label == "Simpan peran").click().run()
    assert store.roles.of("analis@medan.go.id").cities == ("1275",)
    at.selectbox(key="cabut_email").select("kepala@apeksi.id")
    next(each for each in at.button if each.label == "Cabut").click().run()
    assert "satu-satunya pengelola" in said(at)
    assert any("Tindakan" in each.value for each in at.dataframe)
    person(logged_in("analis@medan.go.id"))
    assert not [each for each in opened("akses").button if each.label == "Simpan peran"]


def test_an_upload_is_compared_with_the_latest_whatever_edition_is_pinned(store, person):
    first = data.load(TABLE)
    first.loc[first.index[0], "note"] = "edisi kedua"
    store.publish(TABLE, first, "uji", "kedua", 1)
    at = acknowledge(uploaded(changed(), edisi="1"))
    assert "data terbaru" in said(at)
    publish(at)
    assert store.current(TABLE).parent == 2
    assert "edisi kedua" in store.read(TABLE)["note"].tolist()


@pytest.mark.parametrize(
    "address", [{"bagian": "x"}, {"bagian": "unduh", "tabel": "';--"}, {"bagian": "unggah", "cara": "?"}]
)
def test_wrong_values_in_the_address_are_answered_in_a_sentence(address, store, person):
    at = open_page("data", **address)
    assert "tidak ada di sini" in at.warning[0].value


def test_an_emblem_nobody_sent_is_not_said_to_be_absent(store, person):
    """Every city has one; what lacks is the picture."""
    shown = said(opened("akses", kota="2171"))
    assert "Lambang Kota Batam" in shown
    assert "Belum diunggah; lambang" in shown
