"""Cities side by side in a real browser."""

import pytest
from playwright.sync_api import expect
from sight import unclear_names

PICTURES = ("struktur", "lq", "pertumbuhan", "shift_share", "pertumbuhan_sektor")


def picture_of(page, key):
    """The one picture of a chart that is shown."""
    found = page.locator(f".st-key-{key} svg.sk-diam").locator("visible=true")
    found.wait_for()
    return found


def test_every_chart_is_drawn(return_to):
    page = return_to("banding?banding=1275,2171,1174&tolok=3578")
    assert picture_of(page, "banding_struktur").locator(".kata > g").count() == 17 * 4
    assert picture_of(page, "banding_lq").locator(".kata > g").count() > 40
    # A chart is drawn a moment after the script has run.
    page.locator(".st-key-banding_klassen .annotation-text").first.wait_for(state="attached")
    said = picture_of(page, "banding_pertumbuhan").locator(":scope > text").all_text_contents()
    ends = [each.rpartition(" ")[0] for each in said if not each.isdigit()]
    assert sorted(ends) == ["Batam", "Indonesia", "Lhokseumawe", "Medan", "Surabaya"]
    assert picture_of(page, "banding_shift_share").locator(":scope > rect").count() == 3 * 3 + 3
    assert picture_of(page, "banding_pertumbuhan_sektor").locator(".kata > g").count() > 50
    assert (
        page.locator(".st-key-banding_klassen .annotation-text").filter(has_text="Relatif tertinggal").count()
        == 1
    )
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
