"""Markets in a real browser."""

import xml.etree.ElementTree as ET

import pytest
from sight import unclear_names

SVG = "{http://www.w3.org/2000/svg}"
PHONE, WINDOW = (390, 844), (1280, 720)


def picture_of(page, key):
    """The one picture of a chart that is shown."""
    found = page.locator(f".st-key-{key} svg.sk-diam").locator("visible=true")
    found.wait_for()
    return found


def map_of_buyers(page):
    return picture_of(page, "pasar_peta")


def without_chart_code(page):
    fetched = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert any(each.endswith(".js") for each in fetched)
    assert not [each for each in fetched if "plotly" in each.lower()]


def test_map_and_bars_are_drawn(return_to):
    page = return_to("pasar?pangan=Cabe merah")
    bars = picture_of(page, "pasar_urutan")
    drawing = map_of_buyers(page)
    assert drawing.locator(".kata > g").count() == 24
    assert drawing.locator(":scope > circle").count() > 24  # those of the key too
    assert "Medan" in drawing.locator(":scope > text").all_text_contents()
    words = drawing.locator(".kata > g").filter(has_text="Pekanbaru")  # no other city lies on it
    words.locator("circle").hover(force=True)
    shown = words.locator("text").first
    assert shown.evaluate("each => getComputedStyle(each).visibility") == "visible"
    assert "kali rata-rata Indonesia" in words.text_content()
    assert bars.locator(":scope > rect").count() == bars.locator(".kata > g").count() == 24
    without_chart_code(page)
    assert page.watch.errors == []
    assert page.watch.outside == []


@pytest.mark.parametrize("size", [WINDOW, PHONE], ids=["window", "phone"])
@pytest.mark.parametrize("scope", ["komwil_1", "anggota"])
@pytest.mark.parametrize("shown", ["lihat=produk&produk=P032", "pangan=Cabe merah&lang=en"])
def test_names_of_the_map_are_whole_and_stand_clear(return_to, size, scope, shown):
    page = return_to(f"pangan?{shown}&cakupan={scope}", *size)
    drawing = map_of_buyers(page)
    names = drawing.locator(":scope > text").count()
    assert names >= 8 + 16  # the key's and the cities'
    assert unclear_names(drawing) == []
    assert drawing.bounding_box()["width"] <= size[0]
    assert page.watch.errors == []


@pytest.mark.parametrize("size", [WINDOW, PHONE], ids=["window", "phone"])
@pytest.mark.parametrize("shown", ["kota=2171", "kota=1278&pangan=Cabe rawit&lang=en"])
def test_the_map_of_gaps_names_the_city_and_says_each_place(return_to, size, shown):
    page = return_to(f"pangan?{shown}", *size)
    drawing = picture_of(page, "pangan_selisih")
    assert unclear_names(drawing) == []
    city = "Batam" if "2171" in shown else "Gunungsitoli"
    assert drawing.locator(":scope > text").all_text_contents().count(city) == 2  # in the key and on the map
    assert drawing.locator(":scope > polygon").count() == 2  # its star, in both
    words = drawing.locator(".kata > g")
    assert words.count() > 90
    words.last.locator(":scope > circle").hover(force=True)
    shown_words = words.last.locator("text").first
    assert shown_words.evaluate("each => getComputedStyle(each).visibility") == "visible"
    assert shown_words.text_content() == city
    assert page.watch.errors == []


def test_the_map_taken_along_from_a_dark_page_keeps_its_ink(return_to):
    page = return_to("pangan?lihat=produk&produk=P032", *PHONE, dark=True)
    ink = map_of_buyers(page).evaluate("each => getComputedStyle(each).color")
    with page.expect_download() as waiting:
        page.locator("button[data-chart=pasar_peta][data-format=svg]").click()
    whole = ET.fromstring(waiting.value.path().read_bytes())
    [inked] = whole.findall(f".//{SVG}g[@color]")
    assert inked.get("fill") == inked.get("color") == ink != "rgb(0, 0, 0)"
    assert [each for each in inked.findall(f"{SVG}path") if each.get("stroke") == "currentColor"]
    assert not [each for each in whole.iter(f"{SVG}text") if "kali rata-rata" in each.text]


@pytest.mark.parametrize("size", [WINDOW, PHONE], ids=["window", "phone"])
def test_bars_per_person_name_the_mean(return_to, size):
    page = return_to("pangan?pangan=Cabe merah&ukuran=per_orang&cakupan=anggota&lang=en", *size)
    bars = picture_of(page, "pasar_urutan")
    assert unclear_names(bars) == []
    assert any("Indonesian mean" in each for each in bars.locator(":scope > text").all_text_contents())
    assert page.watch.errors == []


@pytest.mark.parametrize("size", [WINDOW, PHONE], ids=["window", "phone"])
def test_a_basket_is_drawn_without_chart_code(return_to, size):
    page = return_to("pasar?lihat=kota&kota=1171&lang=en", *size)
    bars = picture_of(page, "pasar_keranjang")
    assert bars.locator(":scope > rect").count() == 12
    assert unclear_names(bars) == []
    assert bars.get_by_text("same as the Indonesian mean").is_visible()
    without_chart_code(page)
    assert page.watch.errors == []


def test_fits_a_phone(return_to):
    page = return_to("pasar", width=390, height=844, dark=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.watch.errors == []


@pytest.mark.parametrize("width", [390, 1280])
def test_prices_and_season_are_whole_and_say_each_month(return_to, width):
    page = return_to("pangan?kota=1277", width=width, height=844)
    for key in ("pangan_harga", "pangan_musim"):
        drawing = page.locator(f".st-key-{key} svg.sk-diam").locator("visible=true")
        assert unclear_names(drawing) == []
        last = drawing.locator(".kata > g").last
        last.locator("rect").first.hover()
        last.locator("text").first.wait_for()
    assert page.watch.errors == []
