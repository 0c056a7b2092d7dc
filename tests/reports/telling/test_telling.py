"""Telling takes every number from what was gathered, and drawing every word from what was told."""

from __future__ import annotations

import io
import re
from dataclasses import fields, is_dataclass, replace

import pandas as pd
import pytest
from reading import charts, pages, words

import data
import i18n
from findings import applications, deals, home, story
from reports import stories
from reports.blocks import Bar, Bars, Line, Map, Paragraph, Point, Points, Slide, Story, Table, Tile, Tiles
from reports.drawing import brief, deck, screen
from reports.telling import narration, paper
from wording.applications import gap_reason
from wording.names import city_name

SLIDE_NUMBER = "‹#›"  # a field PowerPoint fills
SUBJECTS = {"city": story.Subject("1271"), "pair": story.Subject("1271", "1275"), "all": story.Subject()}


def told(found, *kinds: str) -> list[Slide]:
    with i18n.using("id"):
        return list(narration.tell(found, "id", kinds).slides)


def test_gathered_is_what_the_pages_show():
    found = story.gather(story.Subject("1271"))
    assert found.cards == deals.cards("1271").all
    assert found.front == home.front("1271")
    assert all(card in found.cards for card in found.surest)
    pd.testing.assert_frame_equal(found.known.figures, story.key_figures("1271"))
    assert found.quarter == data.latest_quarter()
    assert story.gather(story.Subject()).totals == home.totals()


def test_what_is_gathered_of_two_turns_with_them():
    one, other = story.gather(story.Subject("1271", "1275")), story.gather(story.Subject("1275", "1271"))
    assert one.km == other.km
    assert (one.there, one.back) == (other.back, other.there)
    assert len(one.reported) == len(other.reported) > 0
    assert all(deal in other.reported for deal in one.reported)


@pytest.mark.parametrize("kind", SUBJECTS)
def test_all_sources_of_a_story_are_listed_once(kind: str):
    whole = stories.tell(SUBJECTS[kind])
    used = dict.fromkeys(code for slide in whole.slides[:-1] for code in slide.sources)
    assert whole.slides[-1].sources == tuple(used)
    notes = "\n".join(whole.slides[-1].notes)
    assert notes.count("\n[") == len(used)


def test_numbers_of_a_city_come_from_the_record_alone():
    found = story.gather(story.Subject("1271"))
    figures = found.known.figures.copy()
    figures.loc[figures["measure"] == "population", "value"] = 1234567
    changed = replace(found, known=replace(found.known, figures=figures, products=found.known.products[:1]))
    who, products = told(changed, "siapa", "produk")
    assert "1.234.567" in who.title
    assert "membawa 1 produk" in products.title


def test_numbers_of_all_come_from_the_record_alone():
    found = story.gather(story.Subject())
    changed = replace(found, totals=found.totals | {"products": 4321}, front=(), lacking=found.lacking + 100)
    who, apps, proposals = told(changed, "siapa", "aplikasi", "usulan")
    assert "4.321 produk" in who.title
    assert apps.title.startswith(f"Di {int(found.lacking.iloc[0]) + 100} dari")
    assert all("untuk kota lain" in point.heading for point in proposals.blocks[0].items)


def test_a_pair_without_deals_says_so():
    found = story.gather(story.Subject("1271", "1275"))
    there, proposal = told(replace(found, there=(), reported=()), "pasok", "usulan")
    assert "Belum ada barang" in there.title
    assert "Strip berarti" not in there.note  # there is no table a dash could stand in
    assert all("mereplikasi" in point.heading for point in proposal.blocks[0].items)


@pytest.mark.parametrize("city", data.cities("I").index)
def test_what_is_not_recorded_is_not_told_as_lacking_and_code_alone_is_not_offered(city):
    found = story.gather(story.Subject(city))
    (proposal,) = told(found, "usulan")
    said = [point.text for point in getattr(proposal.blocks[0], "items", ())]
    catalogue = applications.catalogue().set_index("app_id")
    assert not catalogue.loc[list(found.known.give["app_id"]), "unconfirmed"].any()
    for row in found.known.take.head(1).itertuples():
        reason = gap_reason(
            applications.gap_of(city, row.service_domain), city_name(city), row.service_domain
        )
        assert reason in said
        assert ("bukan bukti bahwa belum ada" in reason) == (row.gap == "unknown")
    assert "belum punya" not in " ".join(said)


def test_both_kinds_of_gap_are_told():
    kinds = {story.to_take(city)["gap"].iloc[0] for city in data.cities("I").index}
    assert {"planned", "unknown"} <= kinds


def invented() -> Story:
    """A story of no city: every kind of block but the map."""
    blocks = (
        (
            Tiles((Tile("Ukuran", "4,5 triliun", "2031"),)),
            Line("Deret", ("2030", "2031"), (1.0, 2.5), ("1", "2,5")),
        ),
        (Bars("Batang", (Bar("Satu", 7.25, "7,25 kali"),)), Table(("Kolom",), (("isi sel",),))),
        (Points((Point("Pokok", "penjelasan"),)),),
    )  # fmt: skip
    slides = tuple(
        Slide(f"k{number}", f"Nama {number}", f"Judul {number}", each, note=f"Catatan {number}",
              notes=(f"Dibacakan {number}",), origin=f"Asal {number}")
        for number, each in enumerate(blocks)
    )  # fmt: skip
    return Story("x", "Kota Uji", slides, "Kaki", "id", 1)


def texts(told) -> list[str]:
    if isinstance(told, str):
        return [told] if told else []
    if is_dataclass(told):
        return [text for each in fields(told) for text in texts(getattr(told, each.name))]
    return [text for each in told for text in texts(each)] if isinstance(told, tuple) else []


def test_drawing_asks_no_data_and_adds_no_word(monkeypatch):
    def nothing(*_):
        raise AssertionError("drawing asked for data")

    monkeypatch.setattr(data, "load", nothing)
    whole = invented()
    made = deck.build(whole)
    assert charts(made) == [[1.0, 2.5], [7.25]]
    known = set(texts(tuple(slide.blocks for slide in whole.slides)))
    known |= {
        part for slide in whole.slides for part in (slide.title, slide.note, slide.origin, *slide.notes)
    }
    assert {line for line in words(made).splitlines() if line} <= known | {SLIDE_NUMBER}
    drawn = "".join(each["html"] + "".join(each["notes"]) for each in screen.slides(whole))
    sheet = " ".join(pages(brief.build(paper_of(whole))))
    for slide in whole.slides:
        assert slide.title in drawn and slide.title in sheet
    assert "4,5 triliun" in sheet and "isi sel" in drawn


def paper_of(whole: Story):
    with i18n.using("id"):
        return paper.told(whole)


def test_a_brief_numbers_the_sources_of_its_own_sections():
    told = stories.brief(story.Subject("1271"), language="id")
    assert all(slide.kind not in (narration.COVER, narration.SOURCES) for slide in told.sections)
    assert len(told.sources) == len({code for slide in told.sections for code in slide.sources})
    assert told.sections[0].note.endswith("]") and "[1" in told.sections[0].note
    assert io.BytesIO(brief.build(told)).read(4) == b"%PDF"


def test_two_cities_are_spoken_of_as_two_in_english():
    slides = {slide.kind: slide for slide in stories.tell(SUBJECTS["pair"], language="en").slides}
    assert slides["usulan"].title.endswith(" Sibolga and Medan could propose")
    assert slides["produk"].title.startswith("1 good is documented")
    assert {row[-1] for row in slides["pasok"].blocks[0].rows} <= {"strong", "medium", "weak", "hub"}


@pytest.mark.parametrize(("language", "said"), [("id", "Batas wilayah"), ("en", "Borders")])
def test_a_map_says_whose_its_coast_is_in_the_language_of_the_story(language: str, said: str):
    for subject in SUBJECTS.values():
        slides = stories.tell(subject, language=language).slides
        maps = [block for slide in slides for block in slide.blocks if isinstance(block, Map)]
        assert maps and all(block.credit.startswith(said) for block in maps)


@pytest.mark.parametrize(
    ("categories", "said"),
    [
        (["kuliner", "kuliner", "jasa"], "3 produk unggulan, terbanyak kuliner"),
        (["kuliner", "jasa", "kuliner", "jasa", "kerajinan"], "terbanyak kuliner dan jasa"),
        (["kuliner", "jasa", "pertanian"], "3 produk unggulan dari 3 jenis"),
        (["kuliner", "jasa", "pertanian"] * 2, "6 produk unggulan dari 3 jenis"),
    ],
)
def test_no_kind_of_product_is_called_the_most_frequent_beside_its_equals(categories, said):
    found = story.gather(story.Subject("1278"))
    rows = found.known.products.iloc[[0] * len(categories)].assign(category=categories)
    (slide,) = told(replace(found, known=replace(found.known, products=rows)), "produk")
    assert said in slide.title


@pytest.mark.parametrize("city", ["1172", "1174", "1278", "1373"])
def test_the_dark_bar_of_the_strengths_is_what_the_title_names(city):
    """Other sectors beside it may be sold beyond the city too: colour says no more than the title."""
    (slide,) = told(story.gather(story.Subject(city)), "kekuatan")
    (bars,) = slide.blocks
    assert len({item.colour for item in bars.items[1:]} - {bars.items[0].colour}) == 1
    assert "kekuatan utama" in bars.mark_label and "ke luar kota" not in bars.mark_label
    assert bars.items[0].label.lower() in slide.title.lower() and "Kekuatan utama" in slide.method


def test_no_recorded_supply_of_two_cities_is_no_opening():
    """What nobody has written down is not a chance."""
    found = story.gather(story.Subject("1172", "1174"))
    assert found.flows.empty
    (slide,) = told(found, "produk")
    assert slide.title == "Pasokan antara Sabang dan Lhokseumawe belum tercatat"


def test_a_map_without_arrows_says_that_it_is_of_flows_between_cities():
    """Tanjungpinang's recorded suppliers are kabupaten: no arrow on the map of cities, yet supplies exist."""
    found = story.gather(story.Subject("2172"))
    assert found.flows.empty
    assert any(card.deal is not None and card.deal.reported for card in found.cards)
    (slide,) = told(found, "produk")
    assert "antarkota" in slide.note


@pytest.mark.parametrize("city", ["2171", "1471", "1275"])
def test_prices_on_slides_stand_beside_their_year(city: str):
    slides = told(story.gather(story.Subject(city)), "peluang", "mitra")
    assert len(slides) == 2
    for slide in slides:
        assert re.search(r"Harga [^.]*\b20\d\d\b", slide.note)


def test_a_price_of_one_fish_is_not_told_as_that_of_all_fish():
    slides = told(story.gather(story.Subject("1471")), "peluang", "mitra")
    rows = [
        row for slide in slides for block in slide.blocks if isinstance(block, Table) for row in block.rows
    ]
    fish = next(row for row in rows if "ikan dan hasil laut" in row[0].lower() and "Rp" in row[3])
    assert fish[3].startswith("tongkol")
    assert all("tongkol" in slide.note for slide in slides if slide.kind == "peluang")


def test_two_cities_without_a_record_between_them_are_told_no_more_than_that():
    """Dumai's ferries carry Batam's chili: no record is neither a chance nor a proof that nothing moves."""
    found = story.gather(story.Subject("2171", "1473"))
    slides = told(found, "pasok", "balik", "produk", "kekuatan")
    assert len(slides) == 4
    said = " ".join(text for slide in slides for text in (slide.title, slide.note, *paragraphs(slide)))
    assert found.flows.empty
    assert "belum tercatat" in said
    assert not re.search(r"peluang baru|Tidak ada berita|Panah", said)
    assert "Batam dan Dumai sama-sama menonjol di industri" in said


def paragraphs(slide: Slide) -> list[str]:
    return [block.text for block in slide.blocks if isinstance(block, Paragraph)]


def test_an_exchange_of_applications_goes_both_ways_or_is_none():
    found = story.gather(story.Subject("1273", "1375"))
    some, none = found.exchange[1], found.exchange[0].head(0)
    assert len(some) >= 4
    for exchange, said in (
        ((some, some), "Aplikasi yang dapat dipertukarkan: Pematangsiantar mereplikasi 4, Bukittinggi"),
        ((none, some), "Bukittinggi dapat mereplikasi 4 aplikasi Pematangsiantar"),
        ((some, none), "Pematangsiantar dapat mereplikasi 4 aplikasi Bukittinggi"),
        ((none, none), "Aplikasi yang dapat dipertukarkan Pematangsiantar dan Bukittinggi belum terdata"),
    ):
        (slide,) = told(replace(found, exchange=exchange), "aplikasi")
        assert slide.title.startswith(said)


def test_what_is_not_on_record_is_no_gap_of_the_city():
    for subject in SUBJECTS.values():
        whole = stories.tell(subject)
        assert not [slide.title for slide in whole.slides if "belum punya" in slide.title]


def test_who_speaks_is_told_why_the_best_deal_is_not_strong_yet():
    [best] = told(story.gather(story.Subject("1471")), "peluang")
    assert "Belum kuat: " in best.method
    [evidence] = [block for block in best.blocks if isinstance(block, Table)]
    assert evidence.header[0].startswith("Bukti: sedang")
    [strong] = told(story.gather(story.Subject("1277")), "peluang")
    [evidence] = [block for block in strong.blocks if isinstance(block, Table)]
    assert evidence.header[0].startswith("Bukti: kuat") and "elum kuat" not in strong.method
