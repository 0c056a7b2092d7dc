"""Coloured cells as a picture: where they lie, where names stand, what is empty."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.still import cells
from ui.still.cells import Cell, Cells, Frame

SVG = "{http://www.w3.org/2000/svg}"
NAMES = st.text("abc de", max_size=24).map("x{}".format)
LONG = ("Medan", "Padangsidimpuan", "Gunungsitoli")


def table(columns, rows=("Perdagangan", "Industri"), words="28,2%", **more) -> Cells:
    own = tuple((row, tuple(Cell(words, "#ABCDEF", f"{row} {column}") for column in columns)) for row in rows)
    return Cells(tuple(columns), own, 30, **more)


def drawn(whole: Cells, width: float = 600) -> ET.Element:
    page = cells.drawing(whole, width, alt="Sel")
    source = page.partition(' src="')[2].rpartition('"')[0]
    return ET.fromstring(unquote(source.removeprefix("data:image/svg+xml,")))


def boxes(sheet: ET.Element) -> list[tuple[float, float, float, float]]:
    found = [each for each in sheet.findall(f"{SVG}rect") if each.get("fill") == "#ABCDEF"]
    return [tuple(float(each.get(of)) for of in ("x", "y", "width", "height")) for each in found]


def names(sheet: ET.Element) -> dict[str, ET.Element]:
    return {each.text: each for each in sheet.findall(f"{SVG}text")}


def figures(sheet: ET.Element) -> list[ET.Element]:
    return sheet.findall(f"{SVG}g")[0].findall(f"{SVG}text")


def test_cells_of_a_column_stand_below_its_name_and_those_of_a_row_beside_its():
    sheet = drawn(table(LONG))
    (a, b, c, d, _e, _f) = boxes(sheet)
    assert a[0] == d[0] < b[0] < c[0] and a[1] == b[1] == c[1] < d[1]
    assert c[0] + c[2] <= 590
    said = names(sheet)
    for box, name in zip((a, b, c), LONG, strict=True):
        assert float(said[name].get("x")) == pytest.approx(box[0] + box[2] / 2, abs=0.1)
        assert float(said[name].get("y")) < box[1]
    for box, name in ((a, "Perdagangan"), (d, "Industri")):
        assert float(said[name].get("x")) < box[0] and box[1] < float(said[name].get("y")) < box[1] + box[3]


def test_a_figure_stands_in_the_middle_of_its_cell_in_dark_ink():
    sheet = drawn(table(("A", "B")))
    assert sheet.find(f"{SVG}g").get("fill") == "#17211F"
    for (x, y, wide, tall), figure in zip(boxes(sheet), figures(sheet), strict=True):
        assert float(figure.get("x")) == pytest.approx(x + wide / 2, abs=0.1)
        assert y + tall / 2 < float(figure.get("y")) < y + tall


def test_an_empty_cell_is_nothing_at_all():
    sheet = drawn(Cells(("A", "B"), (("Baris", (None, Cell("1", "#ABCDEF", "satu"))),), 30))
    assert len(boxes(sheet)) == len(figures(sheet)) == len(sheet.find(f"{SVG}g[@class='kata']")) == 1


def test_names_stand_upright_where_a_word_is_wider_than_its_column_and_in_lines_where_not():
    said = names(drawn(table(LONG, words="1"), 300))
    turned = re.fullmatch(r"rotate\(-90 ([\d.]+) ([\d.]+)\)", said["Padangsidimpuan"].get("transform"))
    assert turned.groups() == (said["Padangsidimpuan"].get("x"), said["Padangsidimpuan"].get("y"))
    assert said["Medan"].get("transform")  # all of them
    broken = names(drawn(table(("Medan", "Kab. Labuhanbatu Selatan")), 400))
    assert {"Kab. Labuhanbatu", "Selatan"} <= set(broken)
    # The last line of each name stands right above the cells.
    assert broken["Medan"].get("y") == broken["Selatan"].get("y") and not broken["Medan"].get("transform")


def test_names_of_rows_stand_above_where_the_figures_need_the_room():
    sheet = drawn(table("ABCDEF", rows=("Informasi & komunikasi", "Industri")), 350)
    said, own = names(sheet), boxes(sheet)
    assert float(said["Informasi & komunikasi"].get("y")) < own[0][1]
    assert own[0][1] + own[0][3] < float(said["Industri"].get("y")) - 10 < own[6][1]
    assert said["Industri"].get("x") == f"{own[0][0]:g}"


def test_a_frame_holds_its_columns_and_says_what_they_are():
    sheet = drawn(table(("2019", "2020", "2021", "2022"), frame=Frame(1, 2, "Covid-19")))
    frame = next(each for each in sheet.findall(f"{SVG}rect") if each.get("fill") == "none")
    left, right = float(frame.get("x")), float(frame.get("x")) + float(frame.get("width"))
    first, second, third, fourth = boxes(sheet)[:4]
    assert first[0] + first[2] <= left <= second[0] and third[0] + third[2] <= right <= fourth[0]
    bottom = float(frame.get("y")) + float(frame.get("height"))
    assert float(names(sheet)["Covid-19"].get("y")) > bottom >= boxes(sheet)[-1][1] + boxes(sheet)[-1][3]


def test_what_a_cell_means_comes_under_the_pointer_and_no_text_becomes_markup():
    whole = Cells(("<b>A</b>",), (("<i>B", (Cell("<1", "#ABCDEF", "<b>Kota & <i></b><br>satu"),)),), 30)
    sheet = drawn(whole)
    assert {"<b>A</b>", "<i>B"} <= set(names(sheet)) and figures(sheet)[0].text == "<1"
    (tip,) = sheet.find(f"{SVG}g[@class='kata']")
    assert [each.text for each in tip.iter(f"{SVG}text")] == ["Kota & <i>", "satu"]


@given(
    st.lists(NAMES, min_size=1, max_size=7),
    st.lists(NAMES, min_size=1, max_size=5),
    st.sampled_from([350, 960]),
)
def test_every_cell_and_word_lies_on_the_picture(columns, rows, width):
    sheet = drawn(table(columns, rows), width)
    _left, _top, wide, tall = map(float, sheet.get("viewBox").split())
    assert wide == width
    for x, y, across, down in boxes(sheet):
        assert x >= 0 and y >= 0 and x + across <= width and y + down <= tall
        assert across >= len("28,2%") * cells.SIZE * 0.45
    for each in sheet.findall(f"{SVG}text"):
        x, y, long = (
            float(each.get("x")), float(each.get("y")), len(each.text or "") * cells.SIZE * cells.LETTER,
        )  # fmt: skip
        if each.get("transform"):
            assert y - long >= 0 and 0 < x <= width
            continue
        left = x - {"start": 0, "middle": 0.5, "end": 1}[each.get("text-anchor")] * long
        assert -1 <= left and left + long <= width + 1 and 0 < y <= tall


def test_nothing_at_all_is_a_picture_without_cells():
    assert boxes(drawn(Cells((), (), 30))) == []
