"""A fresh table of the statistics office goes in as it is, in under two minutes of clicks."""

from __future__ import annotations

import io
import time

import pytest
import xlsxwriter
from driving import Watch, open_door, running, wait_idle

import data
from data.schema import label
from data.store import open_store

TWO_MINUTES = 120
CITIES = ("1271", "1275", "1276")
QUARTER = "2026Q3"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('shapes') / 'store.db'}"
    with open_store(url) as store, running(env={"DATABASE_URL": url}) as address:
        yield address, store


@pytest.fixture
def page(lend, desk):
    address, _store = desk
    page = lend(1280, 900)
    open_door(page.context, address)
    page.watch = Watch(page, address)
    return page


def book(rows: list[list]) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    page = made.add_worksheet("Tabel 1")
    for at, row in enumerate(rows):
        page.write_row(at, 0, row)
    made.close()
    return out.getvalue()


def crosstab(wrong: dict[tuple[str, str], object] | None = None) -> tuple[bytes, dict]:
    """Sectors by city of a quarter nobody has yet, as BPS lays it out; the figures by city and sector."""
    known = data.load("grdp_sectors").query("period == '2026Q1' and price_basis == 'ADHB'")
    wide = known[known["region_code"].isin(CITIES)].pivot(
        index="sector", columns="region_code", values="value_billion_rupiah"
    )
    wide = (wide * 1.05).round(2)
    wide.loc["TOTAL"] = wide.drop("TOTAL").sum().round(2)
    letters = {"MN": "M,N", "RSTU": "R,S,T,U"}
    names = data.load("regions").set_index("region_code")["short_name"]
    rows = [
        ["PDRB Menurut Lapangan Usaha Atas Dasar Harga Berlaku (miliar rupiah), Triwulan III 2026"],
        [],
        ["Lapangan Usaha", *(names[code] for code in CITIES)],
    ]
    for sector, figures in wide.iterrows():
        indonesian, english = (label("sector_name", sector, language) for language in ("id", "en"))
        name = f"{letters.get(sector, sector)} {indonesian}/{english}"
        name = "Produk Domestik Regional Bruto" if sector == "TOTAL" else name
        rows.append([name, *((wrong or {}).get((sector, code), figures[code]) for code in CITIES)])
    rows.append(["Sumber: BPS Provinsi Sumatera Utara"])
    return book(rows), {(code, sector): wide.at[sector, code] for code in CITIES for sector in wide.index}


def hand_in(page, name: str, content: bytes) -> None:
    page.set_input_files(
        'input[type="file"]',
        files=[{"name": name, "mimeType": "application/octet-stream", "buffer": content}],
    )
    page.get_by_text("1. Yang dikenali dari berkas").wait_for()
    wait_idle(page, 1000)


def undisturbed(page) -> None:
    assert page.watch.errors == []
    assert page.watch.outside == []


def choose(page, name: str, text: str) -> None:
    """Choose an option of a select box by typing."""
    box = page.get_by_role("combobox", name=name)
    box.click()
    box.fill(text)
    page.get_by_role("option").first.click()
    wait_idle(page)


@pytest.mark.heavy
def test_a_crosstab_is_published_without_touching_it(desk, page):
    address, store = desk
    content, truth = crosstab()
    page.goto(f"{address}/data?bagian=unggah&tabel=grdp_sectors")
    wait_idle(page)
    started = time.monotonic()
    hand_in(page, "pdrb sumut.xlsx", content)
    page.get_by_role("button", name="Setujui semua usul ini").click()
    wait_idle(page)
    page.get_by_role("button", name="Tambah sumber baru").click()
    page.get_by_label("Judul terbitan atau tabel").fill("PDRB Triwulan III 2026 Sumatera Utara")
    page.get_by_label("Penerbit").fill("BPS Provinsi Sumatera Utara")
    page.get_by_label("Alamat atau nomor terbitan").fill("https://sumut.bps.go.id")
    page.get_by_role("button", name="Tambahkan sumber").click()
    page.get_by_text("“Sumber” versi").wait_for()
    wait_idle(page)
    page.get_by_text("Ya, tabelnya memang dibaca begini").click()
    page.get_by_text("54 baris baru").wait_for()
    page.get_by_label("Nama Anda, untuk riwayat").fill("Siti")
    assert (
        "Sumber: BPS Provinsi Sumatera Utara" in page.get_by_label("Catatan: apa yang berubah").input_value()
    )
    page.get_by_role("button", name="Terbitkan versi").click()
    page.get_by_text("terbit sebagai edisi").wait_for()
    taken = time.monotonic() - started
    assert taken < TWO_MINUTES
    stored = store.read("grdp_sectors").query("period == @QUARTER")
    found = stored.set_index(["region_code", "sector"])["value_billion_rupiah"].to_dict()
    assert found == pytest.approx(truth)
    assert set(stored["price_basis"]) == {"ADHB"}
    source = stored["source_id"].iloc[0]
    assert (
        store.read("sources").set_index("source_id").at[source, "publisher"] == "BPS Provinsi Sumatera Utara"
    )
    undisturbed(page)


@pytest.mark.heavy
def test_a_bad_cell_is_mended_in_the_page_and_the_file_goes_on(desk, page):
    address, _store = desk
    content, truth = crosstab({("C", "1276"): "salah ketik"})
    page.goto(f"{address}/data?bagian=unggah&tabel=grdp_sectors")
    wait_idle(page)
    hand_in(page, "pdrb.xlsx", content)
    page.get_by_role("button", name="Setujui semua usul ini").click()
    wait_idle(page)
    choose(page, "Kode sumber", "S0021")
    page.get_by_text("Perbaiki selnya di sini").wait_for()
    grid = page.get_by_test_id("stForm").get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    place, box = grid.bounding_box(), page.locator("textarea.gdg-input")
    at = (place["x"] + place["width"] - 90, place["y"] + 57)
    page.mouse.move(*at)
    for _click in range(6):  # the cell is chosen first, then opened
        if box.count():
            break
        page.mouse.click(*at)
        page.wait_for_timeout(600)
    box.fill(f"{truth['1276', 'C']:.2f}".replace(".", ","))
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    page.get_by_role("button", name="Terapkan dan periksa lagi").click()
    page.get_by_text("1 sel diperbaiki di halaman ini.").wait_for()
    wait_idle(page)
    page.get_by_text("Ya, tabelnya memang dibaca begini").click()
    page.get_by_text("3. Yang berubah").wait_for()
    assert page.get_by_text("kesalahan dan").count() == 0
    undisturbed(page)


@pytest.mark.parametrize("width", [390, 1600])
@pytest.mark.parametrize("lang", ["id", pytest.param("en", marks=pytest.mark.heavy)])
def test_the_questions_fit_the_screen_in_both_languages(visit, width, lang):
    page = visit(f"data?bagian=unggah&tabel=grdp_sectors&lang={lang}", width=width, height=900)
    page.set_input_files(
        'input[type="file"]',
        files=[{"name": "x.xlsx", "mimeType": "application/octet-stream", "buffer": crosstab()[0]}],
    )
    words = {"id": "Ya, tabelnya memang dibaca begini", "en": "Yes, this is how the table is to be read"}
    page.get_by_text(words[lang]).wait_for()
    wait_idle(page)
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    undisturbed(page)
