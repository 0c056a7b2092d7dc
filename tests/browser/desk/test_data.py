"""The page on data in Chromium: an upload from file to roll back, a second session, downloads, phones."""

from __future__ import annotations

import csv
import io
from contextlib import contextmanager

import pytest
from conftest import shown
from driving import menu, open_door, running, wait_idle

import data
from data import templates
from data.store import open_store

SECTIONS = ("kelengkapan", "unduh", "unggah", "riwayat", "akses")
TABLE = "grdp_sectors"
BAD = (
    "kode wilayah;nama kota;indikator;tahun;nilai;satuan;source_id\n"
    "1371;Padang;poverty_pct;25;abc;persen;S0055\n"
    "9999;Entah;poverty_pc;2025;4,1;persen;SX\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """An application with a store of its own: its address and the store."""
    url = f"sqlite:///{tmp_path_factory.mktemp('desk') / 'store.db'}"
    with open_store(url) as store, running(env={"DATABASE_URL": url}) as address:
        yield address, store


@pytest.fixture
def session(lend):
    """Return a function that opens a path of an application as its owner."""

    def open_page(address: str, path: str):
        page = lend(1280, 900)
        open_door(page.context, address)
        return shown(page, address, path)

    return open_page


@pytest.fixture
def bigger_farming() -> bytes:
    """The sectors of Medan in the quarter, farming and the total grown by the same amount."""
    rows = data.load(TABLE).query("region_code == '1275' and period == '2026Q1' and price_basis == 'ADHB'")
    grown = rows["sector"].isin(["A", "TOTAL"])
    rows = rows.assign(value_billion_rupiah=rows["value_billion_rupiah"] + 15_000.0 * grown)
    return templates.to_csv(templates.with_names(TABLE, rows))


def hand_in(page, name: str, content: bytes) -> None:
    page.set_input_files(
        'input[type="file"]', files=[{"name": name, "mimeType": "text/csv", "buffer": content}]
    )
    page.get_by_text("1. Yang dikenali dari berkas").wait_for()
    wait_idle(page, 1000)


def undisturbed(page) -> None:
    assert page.watch.errors == []
    assert page.watch.outside == []


@contextmanager
def download(page, button: str):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    with open(waiting.value.path(), "rb") as file:
        yield waiting.value.suggested_filename, file.read()


@pytest.mark.parametrize("section", SECTIONS)
def test_sections_are_drawn_on_a_phone(return_to, section):
    page = return_to(f"data?bagian={section}", width=390, height=844)
    page.get_by_role("heading", level=1).wait_for()
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    assert page.query_selector('[data-testid="stException"]') is None
    undisturbed(page)


def test_a_download_is_made_in_the_language_of_the_page(visit):
    page = visit("data?bagian=unduh&tabel=awards&lang=en")
    with download(page, "Download the dictionary") as (name, content):
        assert name == "awards_kamus.csv"
        headings = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert headings[:2] == ["column", "name"]
    with download(page, "Template CSV") as (name, content):
        assert name == "awards_templat.csv"
        assert content.startswith(b"\xef\xbb\xbfregion_code;")


@pytest.mark.heavy
def test_bad_cells_are_all_listed_and_taken_away(desk, session):
    address, store = desk
    page = session(address, "data?bagian=unggah&tabel=indicators")
    edition, version = store.edition(), store.current("indicators")
    hand_in(page, "salah.csv", BAD.encode())
    assert "kesalahan dan" in page.get_by_text("Kesalahan harus diperbaiki").inner_text()
    with download(page, "Unduh daftar masalah") as (_name, content):
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    found = {(row["Baris"], row["Isi"]) for row in rows}
    assert {("2", "25"), ("2", "abc"), ("3", "9999"), ("3", "poverty_pc"), ("3", "SX")} <= found
    with download(page, "Unduh baris Anda dengan tandanya") as (_name, content):
        assert content.decode("utf-8-sig").splitlines()[0].startswith("baris;kode wilayah;")
    assert page.get_by_text("4. Terbitkan").count() == 0
    assert (store.edition(), store.current("indicators")) == (edition, version)
    undisturbed(page)


@pytest.mark.heavy
def test_an_update_is_published_seen_elsewhere_and_rolled_back(desk, session, bigger_farming):
    address, store = desk
    other = session(address, "profil?kota=1275")
    # The releases the application brings have arrived with its first session.
    edition, version = store.edition(), int(store.current(TABLE))
    assert other.get_by_text(f"Data edisi {edition} (").count() == 1
    page = session(address, f"data?bagian=unggah&tabel={TABLE}")
    hand_in(page, "pdrb medan.csv", bigger_farming)
    page.get_by_text("Saya sudah memeriksa").click()
    page.get_by_text("2 baris berubah (2 sel)").wait_for()
    page.get_by_text("kekhasan bergeser").wait_for()
    page.get_by_label("Nama Anda, untuk riwayat").fill("Siti")
    page.get_by_label("Catatan: apa yang berubah").fill("Pertanian dihitung ulang")
    page.get_by_role("button", name=f"Terbitkan versi {version + 1}").click()
    page.get_by_text(f"versi {version + 1} terbit sebagai edisi {edition + 1}").wait_for()
    wait_idle(page)
    current = store.current(TABLE)
    assert (int(current), current.author, current.kind) == (version + 1, "Siti (mesin ini)", "update")
    assert "bagian=riwayat" in page.url
    page.get_by_text(f"versi {version + 1} berlaku").wait_for()

    menu(other, "Komplementaritas")
    other.get_by_text(f"Data edisi {edition + 1} (").wait_for()
    pinned = session(address, f"data?bagian=riwayat&edisi={edition}")
    pinned.get_by_text(f"Anda melihat edisi data {edition}").wait_for()

    page.get_by_label("Catatan: mengapa kembali").fill("Angkanya keliru")
    page.get_by_role("button", name=f"Kembalikan ke versi {version}").click()
    page.get_by_text(f"versi {version + 2} terbit sebagai edisi {edition + 2}").wait_for()
    assert store.current(TABLE).restored == version
    assert store.current(TABLE).content_sha256 == store.version(TABLE, version).content_sha256
    undisturbed(page)
    undisturbed(other)
