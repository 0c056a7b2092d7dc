"""Values over months as a picture: places on the scale, gaps, names at the ends, words under the pointer."""

from __future__ import annotations

import itertools
import math
import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.still import lines, pen
from ui.still.lines import Course, Lines, Points, Spread

SVG = "{http://www.w3.org/2000/svg}"
NAN = math.nan


def sheet(count: int, courses=(), **more) -> Lines:
    said = tuple(f"<b>Bulan {each}</b><br>nilai" for each in range(count))
    return Lines(said, ((0, ("Jan", "2024")),), 300, lambda value: f"{value:g}", tuple(courses), **more)


def drawn(whole: Lines, width: float = 600) -> ET.Element:
    page = lines.drawing(whole, width, alt="Garis")
    source = page.partition(' src="')[2].rpartition('"')[0]
    return ET.fromstring(unquote(source.removeprefix("data:image/svg+xml,")))


def course(picture: ET.Element, colour: str) -> list[list[tuple[float, float]]]:
    """Places of the parts of the line of a colour; the first path of it is the line, the others stubs."""
    path = next(each for each in picture.findall(f"{SVG}path") if each.get("stroke") == colour)
    parts = path.get("d").split("M")[1:]
    return [[tuple(map(float, place.split())) for place in part.split("L")] for part in parts]


def texts(picture: ET.Element) -> dict[str, ET.Element]:
    return {each.text: each for each in picture.findall(f"{SVG}text")}


def test_a_line_goes_from_edge_to_edge_and_higher_values_stand_higher():
    [[first, middle, last]] = course(drawn(sheet(3, [Course((10.0, 30.0, 20.0), "#111")])), "#111")
    assert first[0] < middle[0] < last[0] == 590
    assert middle[1] < last[1] < first[1]
    assert middle[1] - last[1] == pytest.approx(last[1] - first[1], abs=0.2)


def test_the_scale_says_the_value_of_the_line():
    picture = drawn(sheet(2, [Course((20.0, 60.0), "#111")]))
    said = texts(picture)
    # Letters stand on their foot: the middle of the figure is at the line.
    [[low, high]] = course(picture, "#111")
    assert float(said["20"].get("y")) - 5 == low[1] and float(said["60"].get("y")) - 5 == high[1]


def test_a_missing_month_parts_the_line_and_a_month_alone_is_a_dot():
    parts = course(drawn(sheet(5, [Course((1.0, 2.0, NAN, 3.0, NAN), "#111")])), "#111")
    assert [len(part) for part in parts] == [2, 2]
    assert parts[1][0] == parts[1][1]


def test_nothing_recorded_is_a_picture_without_lines():
    picture = drawn(sheet(3, [Course((NAN, NAN, NAN), "#111", name=("Kota",))]))
    assert all(each.get("stroke") != "#111" for each in picture.findall(f"{SVG}path"))
    assert "Kota" not in texts(picture)


def test_names_stand_at_the_ends_in_the_order_of_the_lines_and_apart():
    ends = [
        Course((5.0, each), f"#{number}11", name=(f"Kota {number}", "35,0"))
        for number, each in enumerate((30.0, 30.2, 29.9, 50.0))
    ]
    said = texts(drawn(sheet(2, ends)))
    heights = {name: float(each.get("y")) for name, each in said.items() if name.startswith("Kota")}
    assert sorted(heights, key=heights.get) == ["Kota 3", "Kota 1", "Kota 0", "Kota 2"]
    order = sorted(heights.values())
    assert all(below - above >= 2 * lines.LINE for above, below in itertools.pairwise(order))


def test_a_line_may_have_a_sign_at_each_of_its_values():
    look = pen.Sign("diamond", "#222")
    picture = drawn(sheet(3, [Course((1.0, NAN, 3.0), "#111", look=look), Course((1.0, 2.0, 3.0), "#333")]))
    assert len(picture.findall(f"{SVG}polygon")) == 2


def test_a_long_name_is_broken_on_a_phone_so_that_the_plot_keeps_its_part():
    names = [Course((5.0, each), "#111", name=(f"Kab. Labuhanbatu Selatan {each:g}",)) for each in (1.0, 9.0)]
    narrow, wide = (drawn(sheet(2, names), width) for width in (350, 900))
    assert "Kab. Labuhanbatu Selatan 9" in texts(wide)
    assert "Kab. Labuhanbatu" in texts(narrow) and "Selatan 9" in texts(narrow)
    [[first, last]] = course(narrow, "#111")
    assert last[0] - first[0] > 350 / 3


def test_words_below_the_months_that_find_no_room_are_left_out():
    below = tuple((each, (str(2010 + each),)) for each in range(14))
    for width, least in ((960, 14), (200, 3)):
        whole = Lines(("x",) * 14, below, 300, str, (Course(tuple(map(float, range(14))), "#111"),))
        said = [each for each in drawn(whole, width).findall(f"{SVG}text") if each.text.startswith("20")]
        places = [float(each.get("x")) for each in said]
        assert len(places) >= least and said[0].text == "2010"
        assert all(b - a >= 4 * lines.SIZE * lines.LETTER for a, b in itertools.pairwise(places))


def test_a_band_is_one_surface_and_uprights_are_one_for_each_position():
    band = drawn(sheet(2, [Course((1.0, 2.0), "#111")], spread=Spread((0.0, 1.0), (2.0, 3.0), "#222")))
    assert [
        each.get("d").count("M") for each in band.findall(f"{SVG}path") if each.get("fill") == "#222"
    ] == [1]
    points = Points((1.0, NAN), pen.Sign("circle", "#333"), 5)
    picture = drawn(
        sheet(2, spread=Spread((0.0, 1.0), (2.0, 3.0), "#222", upright=True), points=points, even=1.0)
    )
    [uprights] = [each for each in picture.findall(f"{SVG}path") if each.get("stroke") == "#222"]
    assert uprights.get("d").count("M") == 2
    assert len(picture.findall(f"{SVG}circle")) == 1


def test_each_month_answers_the_pointer_from_top_to_bottom():
    tips = drawn(sheet(3, [Course((1.0, 2.0, 3.0), "#111")])).find(f"{SVG}g[@class='kata']")
    assert [tip.findall(f"{SVG}g/{SVG}text")[0].text for tip in tips] == ["Bulan 0", "Bulan 1", "Bulan 2"]
    strips = [tip[0] for tip in tips]
    for before, after in itertools.pairwise(strips):
        assert float(before.get("x")) + float(before.get("width")) == pytest.approx(
            float(after.get("x")), abs=0.2
        )
        assert float(before.get("height")) > 200


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6))
def test_ticks_are_round_few_and_within_the_range(low, span):
    found = lines.ticks(low, low + span)
    assert 1 <= len(found) <= lines.MOST_TICKS + 1
    assert all(low - 1e-6 * span <= each <= low + span * (1 + 1e-6) for each in found)
    steps = {f"{after - before:.3e}" for before, after in itertools.pairwise(found)}
    assert all(re.match(r"(1|2|2\.5|5)\.?0*e|2\.500e", step) for step in steps)


def test_a_range_of_nothing_has_one_tick():
    assert lines.ticks(3, 3) == [3]
