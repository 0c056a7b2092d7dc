"""The city profile in Chromium: what it promises is really drawn, and nothing comes from elsewhere."""

from __future__ import annotations

import pytest
import sight
from driving import wait_idle

BARS = ".bars .point path"


def chart(page, key: str):
    found = page.locator(f".st-key-{key} .js-plotly-plot")
    found.locator(".main-svg").first.wait_for()
    return found


def undisturbed(page) -> bool:
    assert page.watch.errors == []
    assert page.watch.outside == []
    return True


def test_structure_is_drawn(return_to):
    page = return_to("profil?kota=2171")
    page.get_by_role("heading", name="Kota Batam").wait_for()
    page.locator('[data-testid="stMetric"]').nth(5).wait_for()
    assert page.locator('[data-testid="stMetric"]').count() == 6
    bars = page.locator(".st-key-profil_pangsa .sk-diam.lebar > rect[height='19.5']")
    assert bars.count() == 17
    assert max(bars.nth(index).bounding_box()["width"] for index in range(17)) > 60
    signs = page.locator(".st-key-profil_lq .sk-diam.lebar .kata > g")
    assert signs.count() == 17
    signs.first.locator("circle").hover()
    assert signs.first.locator("text").first.is_visible()
    assert undisturbed(page)


@pytest.mark.parametrize(
    ("part", "key", "selector", "least"),
    [
        ("pertumbuhan", "profil_pdrb", ".js-line", 4),
        ("pangan", "profil_pangan", BARS, 12),
    ],
)
def test_charts_of_the_parts_are_drawn(return_to, part, key, selector, least):
    page = return_to(f"profil?kota=1271&bagian={part}")
    assert chart(page, key).locator(selector).count() >= least
    assert undisturbed(page)


@pytest.mark.parametrize(
    "part",
    ["produk", *(pytest.param(each, marks=pytest.mark.heavy) for each in ("indikator", "aplikasi", "data"))],
)
def test_parts_without_charts_are_whole(return_to, part):
    page = return_to(f"profil?kota=1275&bagian={part}&lang=en")
    assert page.locator('[data-testid="stException"]').count() == 0
    assert page.locator('[data-testid="stHeading"]').count() >= 3
    assert undisturbed(page)


def test_part_is_opened_and_kept_in_the_address(visit):
    page = visit("profil?kota=1271")
    page.locator('[data-testid="stButtonGroup"]').get_by_text("Mitra", exact=True).click()
    wait_idle(page)
    page.get_by_text("Sibolga menjual", exact=True).wait_for()
    assert "bagian=mitra" in page.url
    page.get_by_role("link", name="Buka kartunya").last.click()
    page.wait_for_url("**/mitra?*")
    wait_idle(page)
    page.get_by_role("heading", name="Ikan dan hasil laut segar untuk Padangsidimpuan").wait_for()
    assert "kota=1271" in page.url and "sisi=jual" in page.url
    assert undisturbed(page)


def test_numbers_are_handed_out(return_to):
    page = return_to("profil?kota=1473")
    with page.expect_download() as waiting:
        page.locator(".st-key-profil_pangsa_csv button").click()
    content = waiting.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").splitlines()
    assert len(lines) == 18
    assert "Industri Pengolahan" in lines[1] and ";0,61" in lines[1]


def test_phone_and_dark_scroll_only_downwards(return_to):
    page = return_to("profil?kota=1473", width=390, height=844, dark=True)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390
    assert undisturbed(page)


@pytest.mark.parametrize("query", ["kota=1277", "kota=2171&lang=en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_names_and_figures_of_the_sectors_are_whole(return_to, width, query):
    page = return_to(f"profil?{query}", width=width, height=844)
    for key in ("profil_pangsa", "profil_lq"):
        assert sight.unclear_names(page.locator(f".st-key-{key} svg.sk-diam").locator("visible=true")) == []
