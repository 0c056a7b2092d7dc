"""Cities side by side in a real browser."""

import pytest
from playwright.sync_api import expect


def test_every_chart_is_drawn(return_to):
    page = return_to("banding?banding=1275,2171,1174&tolok=3578")
    # A chart is drawn a moment after the script has run.
    page.locator(".st-key-banding_struktur .heatmaplayer image").wait_for(state="attached")
    page.locator(".st-key-banding_lq .scatterlayer .points path").nth(39).wait_for(state="attached")
    page.locator(".st-key-banding_klassen .annotation-text").first.wait_for(state="attached")
    growth = page.locator(".st-key-banding_pertumbuhan")
    assert growth.locator(".scatterlayer .js-line").count() == 5
    ends = [text.rpartition(" ")[0] for text in growth.locator(".annotation-text").all_text_contents()]
    assert sorted(ends) == ["Batam", "Indonesia", "Lhokseumawe", "Medan", "Surabaya"]
    assert (
        page.locator(".st-key-banding_klassen .annotation-text").filter(has_text="Relatif tertinggal").count()
        == 1
    )
    assert page.watch.errors == []
    assert page.watch.outside == []


def test_a_switch_changes_who_is_most_alike(return_to):
    page = return_to("banding?mirip=1376&seukuran=0")
    headline = page.get_by_text("Susunan ekonomi yang paling mirip")
    before = headline.inner_text()
    page.get_by_text("Tanpa provinsi sendiri", exact=True).click()
    page.wait_for_url("**luar_provinsi=0**")
    page.wait_for_function("([text]) => !document.body.innerText.includes(text)", arg=[before])
    assert "paling mirip dengan Payakumbuh" in headline.inner_text()
    assert page.watch.errors == []


@pytest.mark.heavy
def test_the_years_of_an_indicator_play_in_the_browser(return_to):
    page = return_to("banding?banding=1271,1275,2171")
    chart = page.locator(".st-key-banding_perjalanan")
    chart.scroll_into_view_if_needed()
    year = chart.locator(".slider-label").first
    year.wait_for(state="attached")
    newest = year.text_content()
    chart.locator(".updatemenu-button").first.click()
    expect(year).not_to_have_text(newest)
    # It stops where the newest year is reached again, with a figure beside every mark.
    expect(year).to_have_text(newest, timeout=60_000)
    assert chart.locator(".textpoint text").count() == 3
    assert page.watch.errors == []
    assert page.watch.outside == []
