"""Every page in a real browser: network closed, no error, in English, in the dark, on a phone."""

from __future__ import annotations

import pytest
from driving import wait_idle
from sight import whole

from ui.pages import existing

# The home page answers at the root.
PAGES = ["" if entry.stem == "beranda" else entry.stem for entry in existing()]
FIRST = ("", "peta", "banding", "mitra")  # a map, charts, tables, cards
PHONE, DESKTOP = (390, 844), (1280, 720)


@pytest.mark.parametrize(
    "stem", [pytest.param(each, marks=() if each in FIRST else pytest.mark.heavy) for each in PAGES]
)
def test_page_is_whole_in_english_in_the_dark_on_a_phone(return_to, stem):
    """In Indonesian, in a window: `test_sight`, on the same visit."""
    page = return_to(f"{stem}?lang=en", *PHONE, dark=True)
    page.wait_for_load_state("networkidle")
    whole(page)


def test_deep_link_has_the_frame_of_every_page(visit):
    page = visit("peta")
    assert page.locator("[data-testid='stTopNavLink']").get_by_text("Beranda").count() == 1


def test_language_switch_changes_the_page_and_the_address(visit):
    page = visit("")
    page.get_by_role("radio", name="EN", exact=True).or_(
        page.get_by_role("button", name="EN", exact=True)
    ).first.click()
    wait_idle(page)
    page.get_by_role("combobox", name="My city").wait_for()
    assert "lang=en" in page.url
    page.reload()
    wait_idle(page)
    assert page.get_by_role("combobox", name="My city").count() == 1


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_overview_map_of_the_home_page_is_drawn_and_answers_the_pointer(return_to, size):
    page = return_to("", *size)
    drawing = page.locator(".st-key-overview_map svg.sk-diam").locator("visible=true")
    assert drawing.count() == 1
    mark = drawing.locator(".kata > g").first
    assert drawing.locator(".kata > g").count() >= 24
    words = mark.locator("text").first
    # Words nobody sees are not laid out, and the picture of the other width is not even read.
    assert words.evaluate("e => e.getClientRects().length") == 0
    mark.locator("circle").hover(force=True)
    assert words.evaluate("e => [e.getClientRects().length, getComputedStyle(e).visibility]") == [
        1,
        "visible",
    ]
    other = page.locator(".st-key-overview_map img.sk-diam")
    assert other.count() == 1 and other.evaluate("image => image.naturalWidth") == 0


def test_the_home_page_fetches_no_chart_code(visit):
    page = visit("")
    fetched = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert any("index." in each for each in fetched)
    assert not [each for each in fetched if "PlotlyChart" in each]


def test_no_deploy_button_and_no_statistics(visit):
    page = visit("")
    assert page.locator("[data-testid='stAppDeployButton']").count() == 0
