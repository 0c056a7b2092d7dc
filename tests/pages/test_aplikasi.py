"""The page on applications: every part, both languages, wrong addresses; never a traceback."""

from __future__ import annotations

import pandas as pd
import pytest
from framed import opened as open_page
from framed import seen as see_page
from framed import texts

import data
from data import publiccode
from data.store import open_store
from data.store.process import activate
from findings import applications as findings

PARTS = ("katalog", "matriks", "replikasi", "jaringan", "berbagi")


def opened(language: str = "id", **address: str):
    return open_page("aplikasi", language, **address)


def seen(language: str = "id", **address: str):
    return see_page("aplikasi", language, **address)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_drawn(part, language):
    at = seen(language, bagian=part)
    assert not at.warning
    said = texts(at)
    assert ("Sumatra" if language == "en" else "Sumatera") in said
    if language == "en":
        for indonesian in ("Belum terdata", "Yang mendukung", "berjalan di", "belum diketahui"):
            assert indonesian not in said


def test_the_catalogue_hides_what_is_no_application_until_asked():
    assert "213 dari 213 aplikasi" in texts(seen())
    # An address from before there were groups still shows what it asks for.
    assert "6 dari 14 kanal dan program" in texts(seen(status="bukan_aplikasi"))
    assert "Kampung Bantar" in texts(seen(status="bukan_aplikasi"))


def test_national_channels_stand_apart_and_are_told_apart():
    said = texts(seen(kelompok="lain"))
    assert "14 dari 14 kanal dan program" in said
    assert "NTPD 112" in said
    assert "bukan aplikasi milik kota" in said
    everything = texts(seen())
    assert "Dihitung terpisah: 33 lagi hanya ditemukan kode publiknya" in everything
    assert "NTPD 112" not in [each.value for each in seen(cari="NTPD").markdown]


@pytest.mark.parametrize("city", ["1275", "1172", "1376", "1175"])
def test_a_gap_the_city_told_and_one_not_recorded_never_look_alike(city):
    at = seen(bagian="replikasi", kota=city)
    pills = next(each for each in at.button_group if each.label == "Bidang layanan")
    signs = [option.content[0] for option in pills.proto.options]
    assert signs == sorted(signs, key="◆◌".index)
    known = signs.count("◆")
    assert f"{known} celah diketahui, {len(signs) - known} bidang belum terdata" in texts(at)
    said = texts(at)
    if known:
        assert "tercatat merencanakan" in said
        assert "Itu bukan bukti bahwa belum ada" not in said
    else:
        assert "Itu bukan bukti bahwa belum ada" in said
        assert "tercatat merencanakan" not in said


def test_a_card_says_who_took_it_over_and_what_is_not_recorded():
    said = texts(seen(cari="Tangerang LIVE", pemilik="3671"))
    assert "Dipakai juga oleh Palembang dan Padang Panjang (2023)." in said
    assert "Baru ada kesepakatan dengan Medan (2018) dan Batam (2016)" in said
    assert "kunci wajib belum diisi oleh kota pemilik" in said
    assert "Belum terdata: tahap pengembangan" in said
    assert "Sumber:" in said


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"cari": "surabaya"}, "5 dari 213"),
        ({"bidang": "transportasi"}, "7 dari 213"),
        ({"direplikasi": "1"}, "3 dari 213"),
        ({"penghargaan": "1", "status": "rencana"}, "dari 213"),
        ({"platform": "whatsapp"}, "7 dari 213"),
        ({"cari": "<script>alert(1)</script>"}, "0 dari 213"),
    ],
)
def test_filters_in_the_address(address, expected):
    at = seen(**address)
    assert expected in texts(at)
    assert not at.warning


def test_pages_of_the_catalogue_hold_the_rest():
    assert "Medan Satu Data" in texts(seen())
    assert "Medan Satu Data" not in texts(seen(halaman="2"))


@pytest.mark.parametrize("city", ["1275", "1172", "1571", "1872"])
@pytest.mark.parametrize("way", ["ambil", "tawarkan"])
def test_suggestions_say_why_and_what_is_not_known(city, way):
    at = seen(bagian="replikasi", kota=city, arah=way)
    said = texts(at)
    if not at.info:
        assert "Belum diketahui:" in said
        assert "lisensi kode dan biaya" in said
        assert "Bobotnya pertimbangan" in said


def test_the_letter_is_one_click_away_and_only_for_what_is_asked():
    def letters(**address):
        at = seen(bagian="replikasi", kota="1274", **address)
        return [each for each in at.get("download_button") if "Surat permintaan" in str(each.proto.label)]

    assert len(letters()) > 1
    assert letters(arah="tawarkan") == []


def test_what_an_application_lacks_is_asked_in_words_of_a_city_hall():
    at = seen(bagian="berbagi", kota="1275", app="A002")
    said = texts(at)
    assert "Medan: 0 dari 16 aplikasi lengkap untuk dibagikan" in said
    assert "◌ **Lisensi**: Izin memakai, mengubah, dan membagikan kode" in said
    assert "Bagian Hukum bersama Diskominfo" in said
    assert "Contoh: AGPL" in said
    table = at.dataframe[0].value
    assert len(table) == len(publiccode.GUIDES)
    assert (table != "").all(axis=None)


def test_a_donor_outside_sumatra_is_marked():
    said = texts(seen(bagian="replikasi", kota="1275", celah="super_app"))
    assert "pemiliknya di luar Sumatera" in said


def test_replications_are_told_by_what_proves_them():
    at = seen(bagian="jaringan", kota="1171")
    said = texts(at)
    assert "14 pemakaian terbukti; 30 baru kesepakatan, 10 baru kunjungan atau rencana" in said
    assert "Langsa memakai e-Kinerja milik Banda Aceh, 2016" in said
    assert "◐ Banda Aceh bersepakat dengan DKI Jakarta tentang JAKI dan CRM; pemakaiannya belum" in said
    table = at.dataframe[0].value
    assert len(table) == 54
    assert {"60 aplikasi Kota Tangerang", "Pikobar"} <= set(table["Aplikasi"])
    assert table["Alamat sumber"].str.startswith("http").all()
    only = seen(bagian="jaringan", kota="1171", bukti="pemakaian")
    assert len(only.dataframe[0].value) == 14
    assert "JAKI" not in texts(only)


def test_a_city_that_gave_and_took_nothing_says_so():
    said = texts(seen(bagian="jaringan", kota="1274"))
    assert "Belum terdata: aplikasi Tebing Tinggi yang dipakai daerah lain." in said


def test_a_copy_names_its_owner():
    at = seen(bagian="replikasi", kota="1375", arah="tawarkan", milik="A152")
    assert "salinan milik Kabupaten Padang Pariaman" in texts(at)


@pytest.mark.parametrize(
    "address",
    [
        {"bagian": "xyz"},
        {"status": "xyz"},
        {"pemilik": "9999,1275"},
        {"halaman": "99"},
        {"halaman": "-1"},
        {"bagian": "replikasi", "kota": "9999"},
        {"bagian": "replikasi", "celah": "lainnya"},
        {"bagian": "replikasi", "arah": "pulang"},
        {"bagian": "matriks", "cakupan": "III"},
        {"direplikasi": "mungkin"},
        {"bidang": "<b>x</b>"},
    ],
)
def test_a_wrong_address_gives_a_sentence_and_a_view(address):
    at = seen(**address)
    assert len(at.warning) == 1
    assert "Alamat ini meminta" in at.warning[0].value
    assert at.title


def supplied() -> tuple[str, pd.DataFrame]:
    """The code of an application, and the table with everything a city can supply for it."""
    spec, apps = data.schema.TABLES["apps"], data.load("apps", 1)
    row = apps.index[apps["app"] == "Sibisa"][0]
    for name in spec.supplied:
        apps.loc[row, name] = spec[name].example
    return apps.loc[row, "app_id"], apps


def test_what_a_city_supplied_makes_its_publiccode_valid():
    app_id, apps = supplied()
    assert not publiccode.export(findings.one(app_id).to_dict()).valid
    with data.versioning.versions.trial(apps=apps):
        assert publiccode.export(findings.one(app_id).to_dict()).valid


def test_what_a_city_supplied_stands_on_the_card(tmp_path):
    _app_id, apps = supplied()
    # The page runs in a thread of its own, where a trial does not reach: published instead.
    with open_store(tmp_path / "s.db") as store:
        store.publish("apps", apps, "ana", "", parent=1)
        activate(store)
        try:
            said = texts(opened(cari="Sibisa", pemilik="1275"))
        finally:
            activate(None)
    assert "Lisensi: AGPL-3.0-or-later" in said
    assert "Narahubung: Dinas Komunikasi dan Informatika" in said
    assert "Semua kunci wajib publiccode.yml terisi." in said
    assert "Belum terdata: tahap" not in said


def test_the_title_states_what_runs_in_my_city_and_never_a_zero():
    titles = {code: seen(kota=code).title[0].value for code in data.cities("I").index}
    for code, title in titles.items():
        running = findings.counts([code]).running
        assert (str(running) in title.split()) if running else title.endswith("belum terdata"), title
    everyone = seen().title[0].value
    assert everyone.startswith(f"{findings.counts(data.cities().index).running} aplikasi")


def test_two_filters_are_at_hand_and_the_rest_is_folded():
    at = seen()
    folded = at.expander[0]
    assert [each.label for each in folded.button_group] == ["Status", "Platform"]
    assert [each.label for each in at.main.text_input if each.label == "Cari"] == ["Cari"]


def test_population_names_its_measure_and_year():
    """Registered persons are not the projected ones of Profil and the slides: unnamed, two figures differ."""
    said = texts(seen(bagian="replikasi", kota="2171"))
    assert "1.342.038" in said
    assert "jumlah penduduk sebanding" not in said
    assert f", {data.registered_population().name}" in said


@pytest.mark.parametrize("group", ["kota", "lain"])
@pytest.mark.parametrize("city", ["", "1277", "1376"])
def test_the_catalogue_opens_with_the_applications_of_my_city(city, group):
    statuses = findings.OWN if group == "kota" else findings.CHANNELS
    everything = findings.found(statuses, findings.Filters())
    shown = findings.own_first(everything, city)
    own = [each for each in everything if findings.known(each)["region_code"] == city]
    assert list(shown[: len(own)]) == own
    assert list(shown[len(own) :]) == [each for each in everything if each not in own]  # else as before
    at = seen(kelompok=group, **({"kota": city} if city else {}))
    names = [f"**{findings.known(each)['app']}**" for each in shown[:12]]
    assert [said for said in texts(at).splitlines() if said in names] == names
    assert f"{len(everything)} dari {len(everything)}" in texts(at)
