"""Every page in a real browser: network closed, no error, both languages and themes."""

from __future__ import annotations

import pytest
from driving import wait_idle

from ui.pages import existing

# The home page answers at the root.
PAGES = ["" if entry.stem == "beranda" else entry.stem for entry in existing()]
PHONE, DESKTOP = (390, 844), (1280, 720)


@pytest.mark.parametrize("stem", PAGES)
@pytest.mark.parametrize(
    ("size", "dark", "language"),
    [(DESKTOP, False, "id"), (PHONE, True, "en")],
    ids=["desktop", "phone-dark-en"],
)
def test_page_is_whole_and_asks_nobody_else(return_to, stem, size, dark, language):
    page = return_to(f"{stem}?lang={language}", *size, dark=dark)
    page.wait_for_selector("[data-testid='stMain'] h1, [data-testid='stMain'] h2, [data-testid='stMain'] h3")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-testid='stException']").count() == 0
    assert page.get_by_text("Maaf, halaman ini tidak dapat ditampilkan").count() == 0
    assert page.watch.outside == []
    assert page.watch.errors == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1")


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
    assert words.evaluate("e => getComputedStyle(e).visibility") == "hidden"
    mark.locator("circle").hover(force=True)
    assert words.evaluate("e => getComputedStyle(e).visibility") == "visible"


def test_the_home_page_fetches_no_chart_code(visit):
    page = visit("")
    fetched = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert any("index." in each for each in fetched)
    assert not [each for each in fetched if "PlotlyChart" in each]


def test_no_deploy_button_and_no_statistics(visit):
    page = visit("")
    assert page.locator("[data-testid='stAppDeployButton']").count() == 0
