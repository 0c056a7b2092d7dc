"""Page, slides, workbook and the check before publishing name the same partners of a city."""

from __future__ import annotations

import pytest
from framed import opened, texts

import data
import reports
from findings import deals, partners, story
from findings import version_impact as impact
from findings.deals.records import DEAL, HUB
from i18n import using
from tests.reports.reading import words
from wording import deals as deal_words
from wording.deals import headlines
from wording.escaping import html
from wording.names import city_name

OF_BOTH = ["1275", "1271", "2171", *data.cities("II").index]


@pytest.mark.parametrize("city", OF_BOTH)
def test_first_partners_are_the_same_everywhere(city):
    asked = partners.default_choices(city)
    page = list(partners.ranking(city, asked).dropna(subset="score")["partner"].head(impact.TOP_PARTNERS))
    assert asked.scope == ("komwil_1" if data.cities().at[city, "komwil"] == "I" else "anggota")
    assert list(story.partners(city)["partner"]) == page
    assert list(impact.top_partners()[city]) == page
    sheet = reports.table("mitra", city=city)
    assert list(sheet["Mitra"].head(5) if "Mitra" in sheet else sheet.iloc[:5, 1]) in (
        page,
        [city_name(code) for code in page],
    )


@pytest.mark.parametrize("city", OF_BOTH)
def test_slide_brief_and_sheet_show_the_cards_of_the_page(city):
    found = deals.cards(city)
    said = words(reports.slides(city=city, kinds=["mitra", "peluang"]))
    shown = [card for card in found.all if card.form in (DEAL, HUB)]
    for card in shown:
        assert deal_words.title(card) in said
    sheet = reports.table("peluang", city=city)
    assert len(sheet) == len({(card.deal.supplier, card.deal.buyer, card.deal.good.code) for card in found.all
                              if card.deal is not None})  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_strongest_deals_of_all_are_the_same_on_home_and_slides(language):
    found = deals.strongest()
    at = opened("beranda", language)
    home = "\n".join(str(each.proto.body) for each in at.get("html")) + texts(at)
    slides = words(reports.slides(kinds=["mitra"], language=language))
    with using(language):
        assert headlines.strongest(found) in slides
        titles = [deal_words.title(card) for card in found]
    assert len(titles) > 3
    for title in titles:
        assert html.plain(title).lower() in home.lower(), title
