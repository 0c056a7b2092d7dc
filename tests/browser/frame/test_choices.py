"""A choice survives every page, Back, Forward, reload and a shared link."""

from __future__ import annotations

import pytest
from driving import menu, wait_idle

SIBOLGA, BANDA_ACEH = "Sibolga", "Banda Aceh"


def city_of(page) -> str:
    return page.locator(".st-key-kota input").first.input_value()


def back(page) -> None:
    page.go_back()
    wait_idle(page)


def forward(page) -> None:
    page.go_forward()
    wait_idle(page)


def test_city_of_a_link_comes_along_to_the_next_page_and_back(visit):
    page = visit("profil?kota=1271")
    menu(page, "Mitra")
    assert city_of(page) == SIBOLGA
    assert "kota=1271" in page.url
    back(page)
    assert page.url.endswith("/profil?kota=1271")
    assert city_of(page) == SIBOLGA
    forward(page)
    assert "/mitra?kota=1271" in page.url
    assert city_of(page) == SIBOLGA
    page.reload()
    wait_idle(page)
    assert city_of(page) == SIBOLGA
    menu(page, "Presentasi")
    assert city_of(page) == SIBOLGA


@pytest.mark.heavy
def test_city_chosen_on_one_page_is_there_on_the_others(visit):
    page = visit("mitra")
    choose(page, SIBOLGA)
    menu(page, "Profil Kota")
    assert city_of(page) == SIBOLGA
    menu(page, "Mitra")
    assert city_of(page) == SIBOLGA


@pytest.mark.heavy
@pytest.mark.parametrize(("other", "path"), [("pasar", "pangan"), ("beranda", "")])
def test_another_address_of_a_page_opens_it_for_the_same_city(visit, other, path):
    titles = [visit(f"{each}?kota=1271").locator("h1").first.inner_text() for each in (other, path)]
    assert titles[0] == titles[1]


def choose(page, name: str) -> None:
    box = page.locator(".st-key-kota input").first
    box.click()
    box.fill(name)
    page.get_by_role("option", name=name, exact=True).click()
    wait_idle(page)


def pill(page, name: str) -> None:
    page.locator(".st-key-kategori").get_by_text(name).first.click()
    wait_idle(page)


def chosen_pills(page) -> list[str]:
    return page.locator(".st-key-kategori button[aria-pressed='true']").all_inner_texts()


def test_filters_of_the_map_are_there_after_back_and_by_the_menu(visit):
    page = visit("peta")
    pill(page, "Perikanan")
    assert "kategori=perikanan" in page.url
    chosen = chosen_pills(page)
    assert len(chosen) == 1
    menu(page, "Banding")
    back(page)
    assert "kategori=perikanan" in page.url
    assert chosen_pills(page) == chosen
    menu(page, "Banding")
    menu(page, "Peta Produk")
    assert chosen_pills(page) == chosen


def test_back_within_a_page_goes_one_step_back(visit):
    page = visit("peta")
    pill(page, "Perikanan")
    pill(page, "Kuliner")
    assert len(chosen_pills(page)) == 2
    back(page)
    assert len(chosen_pills(page)) == 1
    back(page)
    assert chosen_pills(page) == []
    assert "kategori" not in page.url
    forward(page)
    assert len(chosen_pills(page)) == 1


def test_back_and_forward_keep_the_language_of_their_view(visit):
    page = visit("profil?kota=1271")
    page.get_by_role("radio", name="EN", exact=True).or_(
        page.get_by_role("button", name="EN", exact=True)
    ).first.click()
    wait_idle(page)
    assert "lang=en" in page.url
    back(page)
    assert "lang=" not in page.url
    assert page.get_by_role("combobox", name="Kota saya").count() == 1
    forward(page)
    assert "lang=en" in page.url
    assert page.get_by_role("combobox", name="My city").count() == 1
