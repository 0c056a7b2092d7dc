"""Every page on paper: its title, its tables' rows, nothing of the menu, nothing beyond the sheet."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from ui.pages import existing

CITY = "1271"
# Page with a choice that opens a table -> words of its first rows.
TABLES = {
    "?kota=1271": ["Pariaman", "96%"],
    "data?kota=1271": ["Banda Aceh", "Sabang", "80%"],
    "banding?banding=1275,1471": ["Penduduk terdaftar, 2024", "2.486.283 jiwa"],
    "peta?kota=1271": ["Kopi Ulee Kareng", "Kuliner"],
    "profil?kota=1271&bagian=indikator": ["Harapan lama sekolah"],
    "komplementaritas?kota=1271": ["Gunungsitoli", "0,71"],
    "kerja_sama?bagian=daftar": ["22 Oktober 2025", "Kabupaten Solok"],
}
FIRST = ("banding?banding=1275,1471", "data?kota=1271")
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">')
SHEET = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')


@pytest.fixture(scope="module", autouse=True)
def reader():
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext on this machine: install poppler-utils")


def on_paper(page, folder) -> tuple[str, str]:
    """Return what a page's sheets say, and the same with the place of every word."""
    file = folder / "halaman.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    said = [
        subprocess.run(["pdftotext", *how, file, "-"], capture_output=True, text=True, check=True).stdout
        for how in (["-raw"], ["-bbox"])
    ]
    return said[0], said[1]


def together(text: str) -> str:
    """`text` without blanks, of which bold type on paper has none that a reader of files would see."""
    return "".join(text.split())


def beyond(placed: str) -> list[str]:
    """Words of which a part lies beyond the sheet's edge."""
    width, height = map(float, SHEET.search(placed).groups())
    return [
        found[0]
        for found in WORD.finditer(placed)
        for left, top, right, low in [map(float, found.groups())]
        if left < -1 or top < -1 or right > width + 1 or low > height + 1
    ]


@pytest.mark.parametrize(
    "stem",
    [
        pytest.param(each.stem, marks=() if each.stem == "dampak" else pytest.mark.heavy)
        for each in existing()
    ],
)
def test_a_page_on_paper_has_its_title_and_no_menu(return_to, stem, tmp_path):
    page = return_to(f"{'' if stem == 'beranda' else stem}?kota={CITY}")
    title = page.locator("[data-testid='stMain'] h1").first.inner_text()
    text, placed = on_paper(page, tmp_path)
    flat = together(text)
    assert together(title)[:20] in flat
    assert "Dicetak" in flat and "UnduhCSV" not in flat and "Carikota,pangan,produk" not in flat
    assert "JelajahKerjasamaRapat" not in flat
    assert beyond(placed) == []


@pytest.mark.parametrize(
    "path",
    [pytest.param(each, marks=() if each in FIRST else pytest.mark.heavy) for each in TABLES],
)
def test_the_first_rows_of_a_table_are_on_paper(return_to, path, tmp_path):
    page = return_to(path)
    page.locator("[data-testid='stDataFrame']").first.wait_for(state="attached")
    text, placed = on_paper(page, tmp_path)
    flat = together(text)
    assert [words for words in TABLES[path] if together(words) not in flat] == []
    assert beyond(placed) == []
