"""What stands on a slide fits and agrees: titles in two lines, type for a hall, rows in their room."""

from __future__ import annotations

import io
from itertools import pairwise

import pptx
import pytest

import data
import reports
from findings import deals, story
from reports import stories
from reports.blocks import Bars, Map, Table
from reports.drawing import deck, maps, master, setting, shapes

LEAST_TITLE, LEAST_TYPE = 24, 15  # points; 15 are 20 px of a slide 1280 px wide
CITIES = list(story.Subject().cities)
SUBJECTS = [
    *map(story.Subject, CITIES),
    story.Subject(),
    *(story.Subject(*pair) for pair in pairwise(CITIES[:6])),
    story.Subject("1277", "1273"),
]


def slides(language: str = "id"):
    for subject in SUBJECTS if language == "id" else SUBJECTS[::4]:
        for slide in stories.tell(subject, language=language).slides:
            yield subject, slide


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_title_is_cut(language):
    for subject, slide in slides(language):
        size = master.fit_title(slide.title).pt
        assert size >= LEAST_TITLE
        found = setting.lines(slide.title, size, master.INNER, bold=True)
        assert found <= master.TITLE_LINES, (subject, slide.title)
        assert setting.height(found, size) <= master.TITLE_BOX[3], (subject, slide.title)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_table_finds_room_in_type_for_a_hall(language):
    for subject, slide in slides(language):
        for block, box in zip(slide.blocks, deck.boxes(slide.blocks), strict=True):
            if isinstance(block, Table):
                size = shapes.table_size(block, box)
                room = box[3] - (0.48 if block.heading else 0)
                heights = shapes._row_heights(block, shapes._widths(block, box[2]), size)
                assert size >= LEAST_TYPE
                assert sum(heights) <= room + 0.12, (subject, slide.kind, sum(heights), room)


def test_no_type_on_a_slide_is_smaller_than_a_hall_reads():
    for city in ("1171", "1271"):
        made = pptx.Presentation(io.BytesIO(reports.slides(city)))
        sizes = {
            int(each.get("sz")) // 100
            for slide in made.slides
            for each in slide.shapes._spTree.iter(
                "{http://schemas.openxmlformats.org/drawingml/2006/main}rPr"
            )
            if each.get("sz")
        }
        assert sizes and min(sizes) >= LEAST_TYPE


def test_what_is_not_known_is_no_bar():
    for _subject, slide in slides():
        for block in slide.blocks:
            if isinstance(block, Bars):
                assert all(bar.value > 0 for bar in block.items), slide.title


def test_the_first_bar_and_the_first_row_are_what_the_title_names():
    for subject, slide in slides():
        if slide.kind == "kekuatan" and subject.kind == "city":
            main = story.strengths(subject.cities, 6)
            main = main[main["main"]]
            bars = [block for block in slide.blocks if isinstance(block, Bars)]
            if len(main) and bars:
                assert bars[0].items[0].value == main["lq"].iloc[0]
        if slide.kind == "mitra" and subject.kind == "city" and isinstance(slide.blocks[0], Table):
            first = slide.blocks[0].rows[0][0].rstrip("…")
            assert first[1:] in slide.title.replace("\u00a0", " "), (slide.title, first)


def test_the_legend_stands_below_the_map():
    found = 0
    for subject, slide in slides():
        for block in slide.blocks:
            if isinstance(block, Map) and block.legend:
                scene = maps.scene(block, 320, 243)
                found += 1
                assert scene["ground_height"] < scene["height"]
                assert all(point["y"] <= scene["ground_height"] for point in scene["points"]), subject
                assert all(
                    label["y"] + label["size"] <= scene["ground_height"] + 2 for label in scene["labels"]
                ), subject
    assert found > 5


def test_the_workbook_names_the_strongest_deals_as_the_slide_does():
    table = reports.table("pasangan")
    wanted = [card.deal for card in deals.strongest(data.HOME_KOMWIL)]
    assert list(table.iloc[:, 0]) == [each.supplier for each in wanted]
    assert list(table.iloc[:, 2]) == [each.buyer for each in wanted]
    assert list(table.iloc[:, 4]) == [each.good.code for each in wanted]
