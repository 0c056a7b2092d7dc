"""The data desk's statements: a city states, the store keeps it with its author, everybody sees it marked."""

from __future__ import annotations

import pytest
from framed import ELSEWHERE, HERE, logged_in, texts
from framed import opened as open_page

import data
from findings import statements

TABLE = statements.TABLE


def opened(language: str = "id", **address: str):
    return open_page("data", language, **({"bagian": "pernyataan", "kota": "1275"} | address))


def filled(at, **changed):
    """Type a statement into the form."""
    typed = {"name": "Sibisa", "description": "Warga mengurus dokumen dari rumah.",
             "stated_by": "Dinas Kominfo Kota Medan"} | changed  # fmt: skip
    at.text_input(key="pernyataan_name").input(typed["name"])
    at.text_area(key="pernyataan_description").input(typed["description"])
    at.text_input(key="pernyataan_stated_by").input(typed["stated_by"])
    if "service_domain" in typed:
        at.selectbox(key="pernyataan_service_domain").select(typed["service_domain"])
    return at


def sent(at):
    return next(each for each in at.button if "Terbitkan pernyataan" in each.label).click().run()


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_section_says_that_nobody_has_stated_anything(store, person, language):
    said = texts(opened(language))
    assert ("0 dari 24 kota" if language == "id" else "0 of 24 cities") in said
    assert ("Belum ada pernyataan." if language == "id" else "No statement yet.") in said


def test_a_statement_is_published_with_its_author_and_shown_marked(store, person):
    person(logged_in("medan@kota.go.id"))
    store.roles.grant("medan@kota.go.id", "analyst", "uji", ["1275"])
    at = sent(filled(opened(jenis="aplikasi"), service_domain="kependudukan"))
    assert not at.exception
    assert any("terbit sebagai edisi" in each.value for each in at.success)
    kept = store.read(TABLE)
    assert kept[["region_code", "kind", "name"]].to_numpy().tolist() == [["1275", "aplikasi", "Sibisa"]]
    assert store.history(TABLE).iloc[0]["author"] == "medan@kota.go.id"
    assert at.text_input(key="pernyataan_name").value == ""
    assert "1 dari 24 kota sudah membuat pernyataan" in texts(at)
    card = texts(open_page("aplikasi", cari="Sibisa", pemilik="1275"))
    assert "dinyatakan kota" in card
    profile = open_page("profil", kota="1275", bagian="aplikasi")
    said = texts(profile)
    assert "Medan menyatakan sendiri 1 aplikasi unggulan" in said
    assert "1 dinyatakan kota sendiri" in said
    other = texts(open_page("profil", kota="1271", bagian="aplikasi"))
    assert "Belum ada pernyataan Sibolga tentang aplikasi unggulannya" in other


@pytest.mark.parametrize(
    "changed",
    [{"service_domain": "kependudukan", "name": " "}, {}, {"service_domain": "perizinan", "stated_by": ""}],
)
def test_bad_input_is_answered_and_nothing_typed_is_lost(store, person, changed):
    at = sent(filled(opened(jenis="aplikasi"), **changed))
    assert not at.exception
    assert any("isian Anda masih ada" in each.value for each in at.warning)
    assert at.text_area(key="pernyataan_description").value == "Warga mengurus dokumen dari rumah."
    assert store.current(TABLE) == 1
    assert store.read(TABLE).empty


def test_an_analyst_speaks_for_their_own_city_only(store, person):
    person(logged_in("medan@kota.go.id"))
    store.roles.grant("medan@kota.go.id", "analyst", "uji", ["1275"])
    at = opened(kota="1271")
    assert any("dibuat oleh kota itu sendiri" in each.value for each in at.info)
    assert not [each for each in at.button if "Terbitkan" in each.label]


def test_a_stranger_reads_and_cannot_state(store, person):
    person(ELSEWHERE)
    at = opened()
    assert not [each for each in at.button if "Terbitkan" in each.label]
    assert any("Menerbitkan data hanya dapat" in each.value for each in at.info)


def test_two_people_at_once_overwrite_nothing(store, person):
    person(HERE)
    first, second = opened(jenis="celah"), opened(jenis="celah")
    sent(filled(first, name="Banjir", service_domain="kebencanaan_darurat"))
    late = sent(filled(second, name="Sampah", service_domain="lingkungan"))
    told = [each.value.replace("\\", "") for each in late.warning]
    assert any("Tidak ada yang ditimpa dan isian Anda" in each for each in told)
    assert late.text_input(key="pernyataan_name").value == "Sampah"
    assert store.read(TABLE)["name"].tolist() == ["Banjir"]
    again = sent(late)
    assert again.success
    assert sorted(store.read(TABLE)["name"]) == ["Banjir", "Sampah"]


def test_a_statement_can_be_withdrawn_and_stays_in_the_history(store, person):
    at = sent(filled(opened(jenis="aplikasi"), service_domain="kependudukan"))
    at = at.button(key="pernyataan_cabut_tombol").click().run()
    assert at.success
    assert "0 dari 24 kota" in texts(at)
    assert store.read(TABLE)["withdrawn_on"].notna().tolist() == [True]
    assert len(data.load(TABLE)) == 1


def test_the_map_table_tells_what_cities_state(store, person):
    sent(filled(opened(jenis="produk"), name="Bika Ambon"))  # no category yet
    assert store.read(TABLE).empty
    at = filled(opened(jenis="produk"), name="Bika Ambon")
    at.selectbox(key="pernyataan_category").select("kuliner")
    sent(at)
    assert store.read(TABLE)["kind"].tolist() == ["produk"]
    assert "Medan menyatakan sendiri 1 produk unggulan" in texts(
        open_page("profil", kota="1275", bagian="produk")
    )
