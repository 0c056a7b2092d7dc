"""Search and my city from any page, by keyboard, with typing errors; remembered on the next visit."""

from __future__ import annotations

import pytest
from conftest import opened
from driving import wait_idle


def call(page, key: str) -> None:
    """Put the cursor into the field by its key, once it is there."""
    page.locator(".st-key-kepala_cari input").wait_for()
    page.keyboard.press(key)


def ask(page, words: str, key: str = "/") -> None:
    call(page, key)
    page.keyboard.type(words)
    page.get_by_role("option").first.wait_for()


def test_typing_error_and_keyboard_lead_to_the_city(visit):
    page = visit("metode")
    ask(page, "gunungstolli")
    assert "Gunungsitoli" in page.get_by_role("option").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/profil?kota=1278")
    wait_idle(page)
    assert page.watch.errors == []


@pytest.mark.heavy
def test_food_application_and_page_are_found_in_both_languages(visit):
    for language, page_name, food in (
        ("id", "Komplementaritas", "Cabai merah"),
        ("en", "Complementarity", "Red chillies"),
    ):
        page = visit(f"banding?lang={language}")
        ask(page, "cabe", "Control+k")
        assert food in page.get_by_role("listbox").inner_text()
        page.keyboard.press("Escape")
        ask(page, page_name[:6])
        page.keyboard.press("Enter")
        page.wait_for_url("**/komplementaritas*")
        assert ("lang=en" in page.url) == (language == "en")


def test_nothing_found_is_said(visit):
    page = visit("metode")
    call(page, "/")
    page.keyboard.type("zzzzqqqq")
    page.get_by_text("Tidak ada yang cocok.").first.wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("option").count() == 0


def test_city_chosen_is_there_on_the_next_visit_but_not_that_of_a_link(lend, address):
    context = lend().context
    page = opened(context, address, "")
    box = page.get_by_role("combobox", name="Kota saya")
    box.click()
    box.fill("Sibolga")
    page.get_by_role("option", name="Sibolga", exact=True).click()
    page.wait_for_url("**kota=1271*")
    page.close()
    opened(context, address, "mitra?kota=2171").close()
    again = opened(context, address, "profil")
    assert again.get_by_role("combobox", name="Kota saya").input_value() == "Sibolga"
    assert again.url.endswith("/profil?kota=1271")
