"""Page, slides, workbook and the check before publishing name the same partners of a city."""

from __future__ import annotations

import pytest
from framed import opened, texts

import data
import reports
from findings import deals, home, partners, story
from findings import version_impact as impact
from findings.deals.records import DEAL, HUB
from i18n import using
from reports import stories
from reports.telling import deals as of_deals
from tests.reports.reading import pages, words
from wording import deals as deal_words
from wording.cutting import short
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
    rest_on = [deal for card in found.all for deal in (card.deal, *card.small) if deal is not None]
    assert len(sheet) == len({(deal.supplier, deal.buyer, deal.good.code) for deal in rest_on})


def told(slides) -> str:
    """Every text of some slides: titles, cells, paragraphs, points."""
    found = []
    for slide in slides:
        found += [slide.title, slide.note]
        for block in slide.blocks:
            found += [cell for row in getattr(block, "rows", ()) for cell in row]
            found += [getattr(block, "text", "")]
    return "\n".join(found)


@pytest.mark.parametrize("city", list(data.cities().index))
def test_slides_and_brief_hold_every_deal_of_home(city):
    """Langsa's page opened with its terasi and the buyer of it, of which its brief knew nothing."""
    subject = story.Subject(city)
    brief = told(stories.brief(subject, language="id").sections)
    slides = told(stories.tell(subject, kinds=["mitra"]).slides)
    shown = home.front(city)
    assert shown
    for said in (brief, slides):
        for card in shown:
            assert short(deal_words.title(card), of_deals.MOST_CELL) in said, deal_words.title(card)
    opening = deal_words.headline(city)
    if " menjual " in opening:
        assert opening.split(" menjual ")[1].split(", ")[0].lower() in brief.lower()


def test_langsas_terasi_stands_on_the_paper_and_in_the_sheet():
    paper = "".join(pages(reports.city_brief("1173")))
    assert "Terasi, kecap dan tauco untuk Kab. Bener Meriah" in paper
    assert "terasi" in " ".join(map(str, reports.table("peluang", city="1173").to_numpy().ravel()))


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
