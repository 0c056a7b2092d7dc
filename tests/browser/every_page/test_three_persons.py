"""Ten minutes before the meeting of a mayor, a planner and an analyst: clicks and seconds counted."""

from __future__ import annotations

import csv
import io
import re
import time

import pytest
from driving import Watch as Watched
from driving import open_door, wait_idle

TEN_MINUTES_S = 600.0
SLIDE = "dialog[open] .slide:not([hidden])"


class Person:
    """A reader with a fresh browser who clicks, presses keys and waits for what should come."""

    def __init__(self, page, address: str, path: str = "", *, owner: bool = False):
        self.page = page
        if owner:
            open_door(page.context, address)
        self.watch = page.watch = Watched(page, address)
        self.clicks = 0
        self.keys = 0
        self._began = time.monotonic()
        self.page.goto(f"{address}/{path}")
        wait_idle(self.page)

    def click(self, locator, then=None) -> None:
        """Click, and wait for `then` to be seen."""
        locator.first.click()
        self.clicks += 1
        if then is not None:
            then.first.wait_for()
        wait_idle(self.page)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def write(self, text: str) -> None:
        """Write a text, counted as one."""
        self.page.keyboard.type(text)
        self.keys += 1

    def saved(self, button) -> tuple[str, bytes]:
        """Click a download and return its name and content."""
        with self.page.expect_download() as waiting:
            button.first.click()
        self.clicks += 1
        with open(waiting.value.path(), "rb") as file:
            return waiting.value.suggested_filename, file.read()

    def done(self, who: str, most_clicks: int, capsys) -> None:
        """Say what it took and hold it to its bounds; nothing may have gone wrong on the way."""
        seconds = time.monotonic() - self._began
        with capsys.disabled():
            print(f"\n{who}: {self.clicks} clicks, {self.keys} keys, {seconds:.0f} s")
        assert self.watch.errors == []
        assert self.watch.outside == []
        assert self.clicks <= most_clicks
        assert seconds < TEN_MINUTES_S


def part(page, name: str):
    """One part in the row of a page's parts."""
    group = page.locator("[data-testid='stMain'] [data-testid='stButtonGroup'] button")
    return group.filter(has_text=re.compile(f"^{name}$"))


def test_a_mayor_gets_a_deal_its_proof_and_the_slides(lend, address, capsys):
    mayor = Person(lend(), address)
    page = mayor.page
    page.locator(".st-key-kepala_cari input").wait_for()
    mayor.press("/")
    mayor.write("sibolga")
    page.get_by_role("option").first.wait_for()
    mayor.press("Enter")
    page.wait_for_url("**/profil?kota=1271")
    mayor.click(page.get_by_role("link", name="Beranda"), page.locator("[class*='st-key-kartu_pendek_1271']"))
    cards = page.locator("[class*='st-key-kartu_pendek_1271']")
    assert cards.count() == 3
    first = cards.first.inner_text()
    assert "bukti" in first and "km" in first and "Buat usulan" in first
    mayor.click(
        page.locator(".st-key-kepala").get_by_role("link", name="Mitra"), page.get_by_text("Rincian dan")
    )
    mayor.click(page.get_by_text("Rincian dan buktinya"), page.locator("details[open] .sk p"))
    assert page.locator("details[open] sup a").count() >= 1
    mayor.click(
        page.locator(".st-key-kepala").get_by_role("link", name="Salindia"),
        page.get_by_role("button", name="Mulai presentasi"),
    )
    mayor.click(page.get_by_role("button", name="Mulai presentasi"), page.locator(SLIDE))
    mayor.press("ArrowRight")
    page.wait_for_url("**slide=2**")
    mayor.done("Mayor", 6, capsys)


@pytest.mark.heavy
def test_a_planner_goes_from_a_partner_to_a_proposal_and_its_effect(lend, address, capsys):
    planner = Person(lend(), address, "?kota=2171")
    page = planner.page
    planner.click(page.get_by_role("link", name="Semua peluang"), page.get_by_text("Rincian dan buktinya"))
    planner.click(page.get_by_text("Rincian dan buktinya"), page.locator("details[open] .sk p"))
    planner.click(
        page.get_by_role("link", name="Harga dan pemasok lain"),
        page.locator(".st-key-pangan_harga svg.sk-diam > text"),
    )
    assert page.locator("[data-testid='stMain'] h1").inner_text().count("Batam") == 1
    page.go_back()
    planner.clicks += 1
    planner.click(page.get_by_role("link", name="Hitung dampak"), page.get_by_text("Bila ditandatangani"))
    page.go_back()
    planner.clicks += 1
    planner.click(page.get_by_role("link", name="Buat usulan"), page.locator("[data-testid='stMain'] input"))
    assert "pihak=2171" in page.url
    page.get_by_text("Usulan kerja sama baru").wait_for()
    planner.done("Planner", 7, capsys)


@pytest.mark.heavy
def test_an_analyst_finds_a_source_a_method_and_what_is_wrong_in_a_file(lend, address, capsys):
    analyst = Person(lend(), address, "data?kota=1371", owner=True)
    page = analyst.page
    analyst.click(part(page, "Unggah"))
    page.locator("input[type='file']").wait_for(state="attached")
    wrong = "kode wilayah;indikator;tahun;nilai;satuan;source_id\n1371;poverty_pct;25;abc;persen;S0055\n"
    page.set_input_files(
        "input[type='file']",
        files=[{"name": "kemiskinan.csv", "mimeType": "text/csv", "buffer": wrong.encode()}],
    )
    analyst.clicks += 2  # the button and the file's choice in the system's own window
    page.get_by_text("2. Yang perlu diperbaiki").wait_for()
    name, content = analyst.saved(page.get_by_role("button", name="Unduh daftar masalah"))
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert {row["Isi"] for row in rows} >= {"25", "abc"}, name
    analyst.press("/")
    analyst.write("metode")
    page.get_by_role("option").first.wait_for()
    analyst.press("Enter")
    page.wait_for_url("**/metode*")
    analyst.click(part(page, "Sumber"), page.get_by_text("sumber publik"))
    analyst.click(part(page, "Pemeriksaan"), page.locator("[data-testid='stMain'] h2"))
    analyst.done("Analyst", 7, capsys)


@pytest.fixture(autouse=True)
def _patient(request):
    """Three whole walks: the machines these tests run on are shared."""
    request.node.add_marker(pytest.mark.timeout(TEN_MINUTES_S))
