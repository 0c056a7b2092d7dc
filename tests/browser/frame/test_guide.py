"""The short guide: shown once, left by keyboard, shown again from the foot; the ways in from Beranda."""

from __future__ import annotations

import pytest
from conftest import opened
from driving import PATIENCE_MS, wait_idle

CARD = ".card[popover]"
MOST_CLICKS = 3


def test_the_guide_is_shown_once_and_again_when_asked(chromium, address):
    context = chromium.never_here(viewport={"width": 1280, "height": 720}, locale="id-ID")
    page = opened(context, address, "")
    card = page.locator(CARD)
    card.wait_for(timeout=PATIENCE_MS)
    assert page.evaluate("document.activeElement === document.body"), "it takes no focus by itself"
    seen = []
    for _step in range(5):
        seen.append(card.locator("h2").inner_text())
        box = card.bounding_box()
        assert box["x"] >= 0 and box["y"] >= 0 and box["y"] + box["height"] <= 720
        card.locator("button.main").press("Enter")
    assert seen[0] == "Pilih kota Anda" and len(set(seen)) == 5
    card.wait_for(state="hidden")
    page.goto(f"{address}/mitra")
    wait_idle(page)
    page.get_by_role("button", name="Panduan singkat").wait_for(timeout=PATIENCE_MS)
    assert not card.is_visible()
    page.get_by_role("button", name="Panduan singkat").press("Enter")
    card.wait_for()
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    assert page.evaluate("!!document.activeElement.shadowRoot?.activeElement"), "focus is back on the button"
    assert page.watch.outside == [] and page.watch.errors == []
    context.close()


@pytest.mark.heavy
def test_the_guide_can_be_skipped_on_a_phone_in_english(chromium, address):
    context = chromium.never_here(viewport={"width": 390, "height": 844}, locale="en")
    page = opened(context, address, "profil?kota=1271&lang=en")
    card = page.locator(CARD)
    card.wait_for(timeout=PATIENCE_MS)
    box = card.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    card.get_by_role("button", name="Skip").click()
    card.wait_for(state="hidden")
    page.reload()
    wait_idle(page)
    page.get_by_role("button", name="Short guide").wait_for(timeout=PATIENCE_MS)
    assert not card.is_visible()
    context.close()


# Person -> what is clicked from Beranda, and the words of a finished answer.
WAYS = {
    "mayor": (["Lihat mitra yang cocok"], ["dapat menjajaki", "terkuat buktinya", "Kebutuhan"]),
    "mayor in the hall": (["Buka mode presentasi", "Mulai presentasi"], ["potensi dan kerja sama"]),
    "planner": (["Buka profil kota"], ["PDRB"]),
    "analyst": (["Baca metode"], ["Metode", "dihitung"]),
}


@pytest.mark.parametrize(
    "person", [pytest.param(each, marks=() if "hall" in each else pytest.mark.heavy) for each in WAYS]
)
def test_the_ways_in_lead_to_a_finished_answer(visit, person):
    page = visit("?kota=1271")
    clicks, answers = WAYS[person]
    for label in clicks:
        page.get_by_text(label, exact=True).first.click()
        wait_idle(page)
    assert len(clicks) <= MOST_CLICKS
    if person == "mayor in the hall":
        page.wait_for_selector("dialog[open] .slide:not([hidden])", timeout=PATIENCE_MS)
        said = page.inner_text("dialog .slide:not([hidden])")
    else:
        said = page.inner_text("[data-testid='stMain']")
    assert any(answer in said for answer in answers), said[:300]
    assert page.watch.errors == []
