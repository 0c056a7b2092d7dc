"""Cities side by side in a real browser."""

import xml.etree.ElementTree as ET

import pytest
from conftest import look, opened
from playwright.sync_api import expect
from sight import unclear_names

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = ("perjalanan", "struktur", "lq", "pertumbuhan", "shift_share", "pertumbuhan_sektor", "klassen")


def picture_of(page, key):
    """The one picture of a chart that is shown."""
    found = page.locator(f".st-key-{key} svg.sk-diam").locator("visible=true")
    found.wait_for()
    return found


def test_every_chart_is_drawn(return_to):
    page = return_to("banding?banding=1275,2171,1174&tolok=3578")
    assert picture_of(page, "banding_struktur").locator(".kata > g").count() == 17 * 4
    assert picture_of(page, "banding_lq").locator(".kata > g").count() > 40
    quadrants = picture_of(page, "banding_klassen")
    assert {"Batam", "Relatif tertinggal"} <= set(quadrants.locator(":scope > text").all_text_contents())
    said = picture_of(page, "banding_pertumbuhan").locator(":scope > text").all_text_contents()
    ends = [each.rpartition(" ")[0] for each in said if not each.isdigit()]
    assert sorted(ends) == ["Batam", "Indonesia", "Lhokseumawe", "Medan", "Surabaya"]
    assert picture_of(page, "banding_shift_share").locator(":scope > rect").count() == 3 * 3 + 3
    assert picture_of(page, "banding_pertumbuhan_sektor").locator(".kata > g").count() > 50
    fetched = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert any(each.endswith(".js") for each in fetched)
    assert not [each for each in fetched if "plotly" in each.lower()]
    assert page.watch.errors == []
    assert page.watch.outside == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "shown",
    [
        "banding=1277,1278",
        pytest.param("banding=1275,2171,1277,1278&tolok=3578&lang=en", marks=pytest.mark.heavy),
        "banding=1275,2171,1277,1278,2172,1173&tolok=1222",
    ],
    ids=["two", "five", "seven"],
)
def test_names_and_figures_of_the_pictures_are_whole_and_stand_clear(return_to, width, shown):
    page = return_to(f"banding?{shown}", width=width, height=844)
    unclear = {key: unclear_names(picture_of(page, f"banding_{key}")) for key in PICTURES}
    assert not any(unclear.values()), unclear
    assert page.watch.errors == []


def test_a_switch_changes_who_is_most_alike(return_to):
    page = return_to("banding?mirip=1376&seukuran=0")
    headline = page.get_by_text("Susunan ekonomi yang paling mirip")
    before = headline.inner_text()
    page.get_by_text("Tanpa provinsi sendiri", exact=True).click()
    page.wait_for_url("**luar_provinsi=0**")
    page.wait_for_function("([text]) => !document.body.innerText.includes(text)", arg=[before])
    assert "paling mirip dengan Payakumbuh" in headline.inner_text()
    assert page.watch.errors == []


MOVING = "[...document.querySelectorAll('.jalan')].flatMap(each => each.getAnimations()).length"
YEARS = "banding?banding=1271,1275,2171"


def years_of(page):
    """The chart that plays, and the name of the frame it shows."""
    chart = page.locator(".st-key-banding_perjalanan")
    chart.scroll_into_view_if_needed()
    name = chart.locator("svg .bingkai").locator("visible=true")
    name.wait_for()
    return chart, name


@pytest.mark.heavy
def test_the_years_of_an_indicator_play_in_the_browser(visit):
    page = visit(YEARS)
    chart, year = years_of(page)
    newest = year.text_content()
    button = chart.get_by_role("button", name="Putar")
    button.click()
    expect(year).not_to_have_text(newest)
    assert chart.get_by_role("button", name="Berhenti").is_visible()
    # It stops where the newest year is reached again, with a figure beside every mark.
    expect(year).to_have_text(newest, timeout=60_000)
    expect(button).to_be_visible()
    assert all(chart.locator("svg .jalan > text").all_text_contents())
    assert chart.locator("svg .jalan").count() == 3
    assert page.watch.errors == []
    assert page.watch.outside == []


def test_the_slider_of_the_years_is_moved_by_keys_and_moves_the_signs(visit):
    page = visit(YEARS)
    chart, year = years_of(page)
    slider, sign = chart.get_by_role("slider", name="Tahun"), chart.locator("svg .jalan").first
    newest, said = year.text_content(), sign.text_content()
    slider.press("ArrowLeft")
    expect(year).not_to_have_text(newest)
    assert slider.get_attribute("aria-valuetext") == year.text_content() < newest
    assert sign.text_content() != said
    before = sign.bounding_box()["x"]
    slider.press("Home")
    page.wait_for_function(f"() => {MOVING} === 0")
    assert sign.bounding_box()["x"] != before
    # A press on Putar goes on from here; a key stops it.
    chart.get_by_role("button", name="Putar").click()
    chart.get_by_role("button", name="Berhenti").wait_for()
    slider.press("End")
    expect(year).to_have_text(newest)
    expect(chart.get_by_role("button", name="Putar")).to_be_visible()
    assert sign.text_content() == said
    assert page.watch.errors == []


def test_who_wants_little_motion_sees_the_years_without_it(chromium, address):
    context = look(chromium)
    page = opened(context, address, YEARS)
    page.emulate_media(reduced_motion="reduce")
    chart, year = years_of(page)
    newest = year.text_content()
    chart.get_by_role("slider", name="Tahun").press("Home")
    expect(year).not_to_have_text(newest)
    assert page.evaluate(MOVING) == 0
    page.emulate_media(reduced_motion="no-preference")
    chart.get_by_role("slider", name="Tahun").press("End")
    assert page.evaluate(MOVING) == 3
    context.close()


def test_a_window_made_narrow_shows_the_year_that_was_chosen(chromium, address):
    page = opened(look(chromium, 1280, 800), address, YEARS)
    chart, year = years_of(page)
    chart.get_by_role("slider", name="Tahun").press("Home")
    chosen = year.text_content()
    page.set_viewport_size({"width": 390, "height": 844})
    chart.locator("svg.sempit").wait_for()
    expect(chart.locator("svg.sempit .bingkai")).to_have_text(chosen)
    page.context.close()


def test_the_year_that_is_shown_is_taken_along(visit):
    page = visit(YEARS)
    chart, year = years_of(page)
    chart.get_by_role("slider", name="Tahun").press("Home")
    with page.expect_download() as waiting:
        page.locator("button[data-chart=banding_perjalanan][data-format=svg]").click()
    whole = ET.fromstring(waiting.value.path().read_bytes())
    said = {each.text for each in whole.iter(f"{SVG}text")}
    assert year.text_content() in said
    assert set(chart.locator("svg .jalan > text").all_text_contents()) <= said
    places = [each.get("transform") for each in whole.iter(f"{SVG}g") if each.get("class") == "jalan"]
    assert places == [each.get_attribute("transform") for each in chart.locator("svg .jalan").all()]
