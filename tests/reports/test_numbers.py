"""What leaves the application equals what is on screen, for every city."""

from __future__ import annotations

import io

import openpyxl
import pandas as pd
import pytest
from reading import charts, pages, words

import data
import reports
from findings import deals, story
from findings.deals.records import DEAL, HUB
from reports import stories
from reports.blocks import COVER, SOURCES, Bars, Line, Table, Tiles
from reports.telling.deals import BEST
from wording import deals as deal_words
from wording.phrases import upper_first

CITIES = list(data.cities("I").index)
PAIR = ("1271", "1471")


def told(code: str):
    return stories.tell(story.subject(code))


def numbers_of(whole) -> list[list[float]]:
    return [
        [bar.value for bar in block.items] if isinstance(block, Bars) else list(block.values)
        for slide in whole.slides
        for block in slide.blocks
        if isinstance(block, Bars | Line)
    ]


@pytest.mark.parametrize("code", CITIES)
def test_story_shows_the_findings(code: str):
    slides = {slide.kind: slide for slide in told(code).slides}
    strengths = story.strengths((code,))
    bars = slides["kekuatan"].blocks[0].items
    assert sorted(bar.value for bar in bars) == sorted(strengths["lq"])
    if strengths["main"].any():
        assert bars[0].label.lower() in slides["kekuatan"].title.lower()  # first what the title names
    cards = deals.cards(code).all
    shown = [card for card in cards if card.form in (DEAL, HUB)]
    if shown:
        assert len(slides["mitra"].blocks[0].rows) == len(cards)
        best = slides["peluang"]
        assert best.title in {upper_first(deal_words.title(card)) for card in shown}
    line = next(block for block in slides["siapa"].blocks if isinstance(block, Line))
    expected = list(story.output_by_year(code)["value_billion_rupiah"] / 1e3)
    assert list(line.values) == pytest.approx(expected, rel=1e-12)
    tiles = next(block for block in slides["siapa"].blocks if isinstance(block, Tiles))
    assert len(tiles.items) == len(story.key_figures(code)) == 6


@pytest.mark.parametrize("code", CITIES)
def test_slides_hold_the_numbers_of_the_story(code: str):
    made = reports.slides(code)
    expected = numbers_of(told(code))
    assert [pytest.approx(values, rel=1e-12) for values in expected] == charts(made)
    text = words(made)
    for slide in told(code).slides:
        assert slide.title in text
        for block in slide.blocks:
            if isinstance(block, Tiles):
                assert all(tile.value in text for tile in block.items)
            if isinstance(block, Table):
                assert all(cell in text for row in block.rows for cell in row)


@pytest.mark.parametrize("code", CITIES)
def test_brief_holds_the_numbers_of_the_story(code: str):
    sheets = pages(reports.city_brief(code))
    assert len(sheets) == 2
    # A line may break anywhere in a text; the letters have to be there in their order.
    text = "".join("".join(sheets).split())
    for slide in told(code).slides:
        if slide.kind in (COVER, SOURCES):
            continue
        assert "".join(slide.title.split()) in text
        for block in slide.blocks:
            if isinstance(block, Bars):
                assert all("".join(bar.text.split()) in text for bar in block.items)
            elif isinstance(block, Tiles):
                assert all("".join(tile.value.split()) in text for tile in block.items)
            elif isinstance(block, Table) and slide.kind != BEST:  # its evidence: a word in the table of all
                assert all("".join(cell.split()) in text for row in block.rows for cell in row)


@pytest.mark.parametrize("code", CITIES)
def test_workbook_holds_the_findings(code: str):
    made = reports.workbook(code)
    sectors = pd.read_excel(
        io.BytesIO(made), sheet_name="Sektor", dtype={"Kode sektor": str, "Kode kota": str}
    )
    expected = reports.table("sektor", code)
    for column in ("LQ", "Pangsa di kota", "Rupiah dalam triwulan"):
        assert sectors[column].to_numpy() == pytest.approx(
            expected[column].to_numpy(), rel=1e-12, nan_ok=True
        )
    assert list(sectors["Kode kota"].unique()) == [code]
    strengths = story.strengths((code,)).set_index("sector")["lq"]
    assert sectors.set_index("Kode sektor")["LQ"][strengths.index].to_numpy() == pytest.approx(
        strengths.to_numpy(), rel=1e-12
    )
    partners = pd.read_excel(io.BytesIO(made), sheet_name="Mitra")
    assert partners["Skor"].head(5).to_numpy() == pytest.approx(
        story.partners(code)["score"].to_numpy(), rel=1e-12
    )


def test_pair_and_all_hold_the_numbers_of_their_story():
    for pair, whole in (
        (PAIR, stories.tell(story.subject(pair=PAIR))),
        (None, stories.tell(story.subject())),
    ):
        expected = numbers_of(whole)
        assert [pytest.approx(values, rel=1e-12) for values in expected] == charts(reports.slides(pair=pair))
    assert len(pages(reports.pair_brief(*PAIR))) == 2


def test_workbook_is_typed_and_frozen():
    book = openpyxl.load_workbook(io.BytesIO(reports.workbook("1275")))
    assert {"Tentang", "Sektor", "Produk", "Sumber", "Catatan data", "Versi data", "Daftar kode"} <= set(
        book.sheetnames
    )
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    types = {cell.data_type for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row}
    assert "f" not in types
    assert "n" in types and "s" in types
    codes = {row[0].value for row in book["Sumber"].iter_rows(min_row=2)}
    used = {
        row[position].value
        for sheet in book
        for position, head in enumerate(next(sheet.iter_rows(max_row=1)))
        if head.value == "Kode sumber" and sheet.title != "Sumber"
        for row in sheet.iter_rows(min_row=2)
    }
    assert used - {None} <= codes


@pytest.mark.parametrize("language", ["id", "en"])
def test_language_decides_words_not_numbers(language: str):
    assert charts(reports.slides("1275", language=language)) == charts(reports.slides("1275"))
    text = pages(reports.city_brief("1275", language=language))[0]
    assert ("Rp 353 triliun" if language == "id" else "Rp 353 trillion") in text
