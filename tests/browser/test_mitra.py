"""Partners in a real browser: deals in goods as cards, their proof one click away, the ranking below."""

from __future__ import annotations

import pytest
import sight
from conftest import look, opened


def test_cards_of_both_sides_and_a_chart(return_to):
    page = return_to("mitra?kota=1271&sisi=jual")
    cards = page.locator('[class*="st-key-kartu_1271_jual_"] .judul')
    cards.nth(1).wait_for()
    assert page.get_by_text("untuk Padangsidimpuan").first.is_visible()
    page.get_by_text("Sibolga membeli", exact=True).click()
    page.wait_for_url("**/mitra*")
    page.locator('[class*="st-key-kartu_1271_beli_"] .judul').first.wait_for()
    page.locator(".st-key-mitra_skor .sk-diam.lebar > text", has_text="12. ").wait_for(state="attached")
    assert page.watch.errors == []
    assert page.watch.outside == []


def test_the_proof_of_a_card_is_one_click_away(return_to):
    page = return_to("mitra?kota=1271&sisi=jual")
    page.get_by_text("Rincian dan buktinya").first.click()
    page.get_by_text("Di PPN Sibolga mendarat").first.wait_for()
    mark = page.locator('sup a[href^="#sumber-"]').first
    number = mark.inner_text()
    assert page.locator(f"#sumber-{number}").count() == 1
    assert page.watch.errors == []


def test_a_card_leads_to_a_proposal_with_both_parties(return_to):
    page = return_to("mitra?kota=1271&sisi=jual&lang=en")
    page.get_by_text("Start a proposal").first.click()
    page.wait_for_url("**/kerja_sama?*")
    assert "pihak=" in page.url
    assert "lang=en" in page.url
    assert page.watch.errors == []


def test_fits_a_phone_in_the_dark(return_to):
    page = return_to("mitra?kota=2171", width=390, height=844, dark=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.watch.errors == []


@pytest.mark.parametrize("width", [390, 700, 1280])
def test_the_ranking_says_every_score_whole(return_to, width):
    page = return_to("mitra?kota=1277", width=width, height=844)
    chart = page.locator(".st-key-mitra_skor svg.sk-diam").locator("visible=true")
    assert sight.unclear_names(chart) == []
    said = chart.locator(":scope > text").all_text_contents()
    assert len([each for each in said if "peringkat" in each]) == 12


def test_a_window_made_narrow_shows_the_picture_of_a_phone(chromium, address):
    page = opened(look(chromium, 1280, 800), address, "mitra?kota=1271")
    chart = page.locator(".st-key-mitra_skor")
    chart.locator("svg.sk-diam.lebar").wait_for()
    assert chart.locator("svg.sk-diam").count() == 1  # the other is not read before it is shown
    page.set_viewport_size({"width": 390, "height": 844})
    chart.locator("svg.sk-diam.sempit").wait_for()
    assert sight.unclear_names(chart.locator("svg.sk-diam.sempit")) == []
    page.context.close()
