"""Rows of bars and signs as a picture: lengths, places on the scale, where names and words stand."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.still import pen, rows
from ui.still.rows import Bar, Line, Point, Row, Rows

SVG = "{http://www.w3.org/2000/svg}"
DOT = pen.Sign("circle", "#123456")


def drawn(whole: Rows, width: float = 500) -> ET.Element:
    page = rows.drawing(whole, width, alt="Baris")
    source = page.partition(' src="')[2].rpartition('"')[0]
    return ET.fromstring(unquote(source.removeprefix("data:image/svg+xml,")))


def words(sheet: ET.Element) -> dict[str, ET.Element]:
    return {each.text: each for each in sheet.findall(f"{SVG}text")}


def bars(sheet: ET.Element) -> list[tuple[float, float]]:
    return [(float(each.get("x")), float(each.get("width"))) for each in sheet.findall(f"{SVG}rect")]


def test_a_bar_is_as_long_as_its_value_and_parts_follow_each_other():
    one = Row("Satu", (Bar(0, 2, "#111"), Bar(2, 5, "#222")))
    (first, short), (second, long), (whole_at, whole) = bars(
        drawn(Rows((one, Row("Dua", (Bar(0, 10, "#111"),))), 0, 10, 40))
    )
    assert first == whole_at and second == pytest.approx(first + short)
    assert short == pytest.approx(0.2 * whole, abs=0.1) and long == pytest.approx(0.3 * whole, abs=0.1)
    # The plot ends a margin from the edge.
    assert whole_at + whole == 490


def test_a_bar_below_zero_goes_to_the_left():
    (less, wide), _more = bars(
        drawn(Rows((Row("A", (Bar(0, -5, "#111"),)), Row("B", (Bar(0, 5, "#111"),))), -5, 5, 40))
    )
    assert wide > 0 and less + wide == pytest.approx(_more[0])


def test_words_stand_on_the_outer_side_of_a_bar():
    both = (
        Row("Lebih", (Bar(0, 5, "#111"),), words="+5"),
        Row("Kurang", (Bar(0, -5, "#111"),), words="−5"),
    )
    sheet = drawn(Rows(both, -5, 5, 40))
    said = words(sheet)
    (more, wide), (less, _wide) = bars(sheet)
    assert said["+5"].get("text-anchor") == "start" and float(said["+5"].get("x")) > more + wide
    assert said["−5"].get("text-anchor") == "end" and float(said["−5"].get("x")) < less
    # Between the longest bar and the names there is room for the words.
    names = max(float(said[name].get("x")) for name in ("Lebih", "Kurang"))
    assert float(said["−5"].get("x")) - len("−5") * rows.WORDS_SIZE * rows.LETTER >= names


def test_the_line_leaves_out_names_above_the_bars():
    both = tuple(
        Row("Nama yang panjang sekali", (Bar(0, 9, "#111"),), words="9 kali lipat") for _each in "12"
    )
    sheet = drawn(Rows(both, 0, 9, 40, line=Line(2, "dua", "#d50")), 300)
    parts = re.findall(r"M\S+ (\S+)V(\S+?)(?=M|$)", sheet.find(f"{SVG}path").get("d"))
    feet = [float(each.get("y")) for each in sheet.findall(f"{SVG}text") if each.text.startswith("Nama")]
    assert len(parts) == len(feet) == 2
    assert all(float(top) >= foot for (top, _end), foot in zip(parts, feet, strict=True))
    assert float(parts[0][1]) < feet[1] - rows.LABEL_SIZE


@pytest.mark.parametrize(("at", "anchor"), [(0, "start"), (5, "middle"), (10, "end")])
def test_the_name_of_the_line_is_whole_wherever_the_line_is(at, anchor):
    name = "sama dengan rata-rata Indonesia"
    sheet = drawn(Rows((Row("A", (Bar(0, 10, "#111"),)),), 0, 10, 40, line=Line(at, name, "#d50")), 350)
    said, long = words(sheet)[name], len(name) * rows.WORDS_SIZE * rows.LETTER
    assert said.get("text-anchor") == anchor
    left = float(said.get("x")) - {"start": 0, "middle": 0.5, "end": 1}[anchor] * long
    assert 0 <= left and left + long <= 350
    # It lies over the bars, and ends above a name that stands in its way.
    drawing = [each.tag for each in sheet]
    assert drawing.index(f"{SVG}rect") < drawing.index(f"{SVG}path")
    foot = float(sheet.find(f"{SVG}path").get("d").partition("V")[2])
    assert (foot < float(said.get("y")) - rows.WORDS_SIZE) is (anchor == "middle")


def test_on_a_logarithmic_scale_equal_ratios_are_equal_steps():
    row = Row("A", points=tuple(Point(at, DOT, 6) for at in (0.1, 1, 10)))
    left, middle, right = (
        float(each.get("cx")) for each in drawn(Rows((row,), 0.1, 10, 30, log=True)).findall(f"{SVG}circle")
    )
    assert middle - left == pytest.approx(right - middle, abs=0.2)


def test_names_stand_beside_the_bars_where_there_is_room_and_above_them_where_not():
    whole = Rows((Row("10. Padangsidimpuan", (Bar(0, 1, "#111"),), words="0,58, peringkat 8–11"),), 0, 1, 40)
    for width, above in ((800, False), (350, True)):
        sheet = drawn(whole, width)
        name, (bar,) = words(sheet)["10. Padangsidimpuan"], sheet.findall(f"{SVG}rect")
        top = float(bar.get("y"))
        assert (float(name.get("y")) < top) is above
        assert float(bar.get("width")) > rows.LEAST_PLOT * width
        assert float(sheet.get("viewBox").split()[3]) > top + float(bar.get("height"))


def test_the_named_line_and_the_ticks_stand_below_the_rows():
    whole = Rows(
        (Row("A", points=(Point(2, DOT, 6, words="2,0"),)),),
        0.1,
        4,
        30,
        log=True,
        ticks=((0.5, "0,5"), (1, "1")),
        line=Line(1, "1 = Indonesia", "#d50"),
        guides=True,
    )
    sheet = drawn(whole)
    said = words(sheet)
    assert float(said["A"].get("y")) < float(said["1 = Indonesia"].get("y")) < float(said["0,5"].get("y"))
    line = sheet.findall(f"{SVG}path")[1]
    assert line.get("d").startswith(f"M{said['1'].get('x')} ") and line.get("stroke") == "#d50"


def test_what_a_mark_means_comes_under_the_pointer_and_no_text_becomes_markup():
    row = Row("<b>A</b>", (Bar(0, 1, "#111", "<b>Kota & <i></b><br>satu"),), (Point(1, DOT, 6, "dua", "<2"),))
    sheet = drawn(Rows((row,), 0, 1, 40, legend=((DOT, "<kunci>"),)))
    assert {"<b>A</b>", "<2", "<kunci>"} <= set(words(sheet))
    bar, point = sheet.find(f"{SVG}g[@class='kata']")
    assert [each.text for each in bar.iter(f"{SVG}text")] == ["Kota & <i>", "satu"]
    assert bar[0].tag == f"{SVG}rect" and point[0].tag == f"{SVG}circle"


def test_values_that_are_all_nothing_have_bars_without_length():
    [(_at, length)] = bars(drawn(Rows((Row("A", (Bar(0, 0, "#111"),), words="0"),), 0, 0, 40)))
    assert length == 0


def test_bars_apart_stand_below_each_other_each_with_its_words():
    row = Row("Kota", (Bar(0, 8, "#111", words="8"), Bar(0, -4, "#222", words="−4")), apart=True)
    sheet = drawn(Rows((row,), -4, 8, 70, ticks=((0, ""),), title="poin persen"))
    above, below = sheet.findall(f"{SVG}rect")
    assert float(above.get("y")) + float(above.get("height")) == pytest.approx(float(below.get("y")))
    (start, long), (less, short) = bars(sheet)
    assert less + short == pytest.approx(start) and short == pytest.approx(long / 2, abs=0.1)
    said = words(sheet)
    assert float(said["8"].get("x")) > start + long and said["8"].get("text-anchor") == "start"
    assert float(said["−4"].get("x")) < less and said["−4"].get("text-anchor") == "end"
    for bar, name in ((above, "8"), (below, "−4")):
        assert float(bar.get("y")) < float(said[name].get("y")) < float(bar.get("y")) + 20
    # The line at nought says nothing; the title stands below.
    assert set(said) == {"Kota", "8", "−4", "poin persen"}
    assert float(said["poin persen"].get("y")) > float(below.get("y")) + 20
    assert sheet.find(f"{SVG}path").get("d").startswith(f"M{start:g} ")


def test_signs_that_would_cover_each_other_stand_below_each_other_in_a_row_that_has_room():
    crowd = Row("A", points=tuple(Point(at, DOT, 6) for at in (5, 5.01, 5.02, 9)))
    sheet = drawn(Rows((crowd, Row("B", points=(Point(5, DOT, 6),))), 0, 10, 30))
    spots = [(float(each.get("cx")), float(each.get("cy"))) for each in sheet.findall(f"{SVG}circle")]
    heights = [y for _x, y in spots]
    assert heights[1] - heights[0] == heights[2] - heights[1] >= 12
    assert heights[3] == heights[1]  # alone, in the middle of its row
    assert heights[4] - 6 > heights[2] + 6
    name = float(words(sheet)["A"].get("y"))
    assert heights[1] < name < heights[1] + 8


def test_no_row_is_a_picture_without_marks():
    assert drawn(Rows((), 0, 1, 40)).findall(f"{SVG}rect") == []


@given(
    st.lists(
        st.tuples(st.text("abc de", min_size=1, max_size=24), st.floats(-100, 100)), min_size=1, max_size=9
    ),
    st.sampled_from([350, 520, 800]),
)
def test_every_bar_and_word_lies_on_the_picture(values, width):
    whole = Rows(
        tuple(Row(name, (Bar(0, value, "#111"),), words=f"{value:.1f}") for name, value in values),
        min(0, *(value for _name, value in values)), max(1, *(value for _name, value in values)), 40,
    )  # fmt: skip
    sheet = drawn(whole, width)
    _left, _top, wide, tall = map(float, sheet.get("viewBox").split())
    assert wide == width
    for x, length in bars(sheet):
        assert 0 <= x and x + length <= width
    for each in sheet.findall(f"{SVG}text"):
        length = len(each.text or "") * float(each.get("font-size")) * rows.LETTER
        at = float(each.get("x")) - (length if each.get("text-anchor") == "end" else 0)
        assert -1 <= at and at + length <= width + 1 and 0 < float(each.get("y")) <= tall
