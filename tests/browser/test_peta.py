"""The product map in a real browser: drawn without internet, clicked, filtered without a reload."""

from __future__ import annotations

import json

import pytest
from driving import PATIENCE_MS, wait_idle

MAP = 'iframe[title="streamlit_folium.st_folium"]'


def map_frame(page):
    page.wait_for_selector(MAP, timeout=PATIENCE_MS)
    frame = page.query_selector(MAP).content_frame()
    frame.wait_for_selector(".sk-label", timeout=PATIENCE_MS)
    frame.wait_for_selector("path.sk-city", timeout=PATIENCE_MS, state="attached")
    return frame


def view_of(frame):
    return frame.evaluate("[Sinergi.map.getCenter().lat, Sinergi.map.getCenter().lng, Sinergi.map.getZoom()]")


def test_draws_cities_products_and_outlines_without_internet(visit):
    page = visit("peta")
    frame = map_frame(page)
    assert frame.locator(".sk-glyph").count() == 24
    assert frame.locator("path.sk-city").count() == 34
    assert frame.locator("path.sk-province").count() == 10
    assert frame.locator(".sk-glyph .sk-dot").count() == 188
    assert frame.locator(".sk-legend .sk-entry").count() >= 9
    assert page.watch.outside == []
    assert page.watch.errors == []


def test_click_on_a_city_opens_its_panel_and_its_products(visit):
    page = visit("peta")
    frame = map_frame(page)
    city = frame.locator('.sk-glyph[data-code="1271"] .sk-value')
    city.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # the page scrolls smoothly
    city.click()
    page.wait_for_selector('h2:has-text("Kota Sibolga")', timeout=PATIENCE_MS)
    assert "tempat=1271" in page.url
    assert frame.locator(".sk-chip").count() == 7
    frame.locator(".sk-chip").first.click()
    page.wait_for_timeout(600)
    wait_idle(page)
    assert page.locator('[data-testid="stExpander"] details[open]').count() >= 1
    assert page.watch.errors == []


def test_filter_neither_reloads_the_map_nor_moves_the_view(visit):
    page = visit("peta")
    frame = map_frame(page)
    frame.evaluate("window.stayed = true; Sinergi.map.setView([1.2, 100.4], 7.5, {animate: false})")
    before = view_of(frame)
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.get_by_role("button", name="Perikanan").click()
    wait_idle(page)
    frame.wait_for_function("document.querySelectorAll('.sk-dot').length < 30", timeout=PATIENCE_MS)
    assert frame.evaluate("window.stayed") is True
    assert view_of(frame) == pytest.approx(before, abs=1e-6)
    assert not [url for url in fetched if "/geo/" in url or "/vendor/" in url or "/map/" in url]


def test_flows_ports_and_airports_are_layers(visit):
    page = visit("peta?lapisan=flows,port,airport&komwil=I,II")
    frame = map_frame(page)
    frame.wait_for_selector("path.sk-arc", state="attached")
    assert frame.locator("path.sk-head").count() >= 50
    assert frame.locator("svg.sk-port").count() >= 40
    assert frame.locator("svg.sk-airport").count() >= 29


def test_a_value_without_data_is_marked_not_coloured_lowest(visit):
    page = visit("peta?warna=lq_B")
    frame = map_frame(page)
    without = "Object.values(Sinergi.state.values).filter(([colour]) => colour === null).length"
    assert frame.evaluate(without) == frame.locator(".sk-glyph .sk-value.sk-missing").count()


@pytest.mark.parametrize("wrong", ["kota=9999", "warna=emas", "komwil=IV", "kategori=%3Cscript%3E"])
def test_wrong_address_gets_a_sentence_and_a_map(visit, wrong):
    page = visit(f"peta?{wrong}")
    assert page.get_by_text("Alamat ini meminta").count() == 1
    assert map_frame(page).locator(".sk-glyph").count() >= 24


def test_content_is_text_never_markup(visit):
    page = visit("peta")
    frame = map_frame(page)
    frame.evaluate(
        "Sinergi.content.cities[0].name = '<img src=x onerror=window.hit=1>';"
        "Sinergi.content.cities[0].products[0].name = '<script>window.hit=1</script>';"
        "Sinergi.open = Sinergi.content.cities[0].code; Sinergi.draw()"
    )
    assert frame.evaluate("window.hit === undefined") is True
    assert frame.locator(".sk-label", has_text="<img").count() == 1


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1920, 1080)])
def test_fits_other_screens(visit, width, height):
    page = visit("peta", width=width, height=height)
    frame = map_frame(page)
    assert frame.locator(".sk-glyph").count() == 24
    overflow = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
    assert overflow is False


def test_dark_theme_reaches_the_map(visit):
    page = visit("peta", dark=True)
    frame = map_frame(page)
    frame.wait_for_selector(".sk-dark", timeout=PATIENCE_MS)


def test_english(visit):
    page = visit("peta?lang=en&kota=1275")
    frame = map_frame(page)
    assert json.loads(json.dumps(frame.evaluate("Sinergi.config.words.products"))) == "featured products"
    assert page.get_by_text("Map of featured products").count() == 1
