"""Four quadrants as a picture: places of marks, names clear of marks and lines, corners in their own part."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.still import pen, quadrants
from ui.still.quadrants import Mark, Quadrants, Scale

SVG = "{http://www.w3.org/2000/svg}"
DOT = pen.Sign("circle", "#123456")
CORNERS = ("Kiri atas", "Kanan atas", "Kiri bawah", "Kanan bawah")
ACROSS = Scale(0, 10, 7, "ke kanan", "{:g}%".format)
UP = Scale(0, 100, 40, "ke atas", "{:g}".format)


def drawn(marks, width: float = 600, corners=CORNERS) -> ET.Element:
    page = quadrants.drawing(Quadrants(tuple(marks), ACROSS, UP, corners, 400), width, alt="Kuadran")
    source = page.partition(' src="')[2].rpartition('"')[0]
    return ET.fromstring(unquote(source.removeprefix("data:image/svg+xml,")))


def dot(across, up, name="") -> Mark:
    return Mark(across, up, DOT, 6, f"kata {across:g}", name)


def words(sheet: ET.Element) -> dict[str, tuple[float, float]]:
    return {each.text: (float(each.get("x")), float(each.get("y"))) for each in sheet.findall(f"{SVG}text")}


def spots(sheet: ET.Element) -> list[tuple[float, float]]:
    return [(float(each.get("cx")), float(each.get("cy"))) for each in sheet.findall(f"{SVG}circle")]


def parted(sheet: ET.Element) -> tuple[float, float]:
    """Where the upright and the level line stand."""
    upright, level = re.match(r"M(\S+) \S+V\S+?M\S+ (\S+)H", sheet.find(f"{SVG}path").get("d")).groups()
    return float(upright), float(level)


def test_a_mark_stands_at_its_values_and_on_its_side_of_the_lines():
    sheet = drawn([dot(7, 40), dot(3.5, 20), dot(10, 100)])
    upright, level = parted(sheet)
    (on, below, far) = spots(sheet)
    assert on == (upright, level)
    assert below[0] < upright and below[1] > level
    assert far[0] == 590 and far[1] < level
    assert far[0] - upright == pytest.approx((upright - below[0]) * 3 / 3.5, abs=0.3)


def test_the_scales_say_values_where_they_are():
    sheet = drawn([dot(8, 80)])
    (spot,) = spots(sheet)
    said = words(sheet)
    assert said["8%"][0] == spot[0] and said["8%"][1] > said["Kanan bawah"][1]
    assert said["80"][1] == pytest.approx(spot[1] + 0.35 * quadrants.SIZE)
    assert said["ke atas"][1] < said["Kiri atas"][1] and said["ke kanan"][1] > said["8%"][1]


def test_the_names_of_the_quadrants_stand_in_their_corners_broken_where_a_quadrant_is_narrow():
    corners = ("Maju tetapi tertekan", "Maju dan tumbuh cepat", "Relatif tertinggal", "Berkembang cepat")
    wide, narrow = words(drawn([], 960, corners)), drawn([], 350, corners)
    assert set(corners) <= set(wide)
    upright, level = parted(narrow)
    said = words(narrow)
    assert said["tumbuh cepat"][1] - said["Maju dan"][1] == quadrants.LINE
    for line in ("Maju dan", "tumbuh cepat"):
        assert (
            said[line][0] - len(line) * quadrants.SIZE * quadrants.LETTER >= upright and said[line][1] < level
        )
    assert said["Relatif tertinggal"][1] > level


def test_a_name_stands_beside_its_mark_and_keeps_off_a_line():
    said = words(drawn([dot(2, 20, "Medan"), dot(6.8, 70, "Gunungsitoli")]))
    sheet = drawn([dot(2, 20, "Medan"), dot(6.8, 70, "Gunungsitoli")])
    (medan, gunungsitoli) = spots(sheet)
    upright, _level = parted(sheet)
    assert said["Medan"][0] > medan[0] and said["Medan"][1] == pytest.approx(medan[1] + 5, abs=1)
    # It ends left of its mark, which stands left of the line.
    assert said["Gunungsitoli"][0] < gunungsitoli[0] - 6 < upright


def test_a_name_without_room_stands_off_with_a_line_to_its_mark():
    crowd = [dot(5 + x / 4, 50 + y * 4) for x in range(-3, 4) for y in range(-2, 3) if x or y]
    sheet = drawn([*crowd, dot(5, 50, "Padangsidimpuan")])
    (leader,) = sheet.findall(f"{SVG}path")[1:]
    x, y = map(float, re.match(r"M(\S+) (\S+?)L", leader.get("d")).groups())
    mark = spots(sheet)[-1]
    assert ((x - mark[0]) ** 2 + (y - mark[1]) ** 2) ** 0.5 == pytest.approx(6, abs=0.2)


def test_each_mark_says_its_words_and_no_text_becomes_markup():
    sheet = drawn(
        [Mark(2, 20, DOT, 6, "<b>Kota & <i></b><br>dua", "<b>K</b>")], corners=("<u>", "b", "c", "d")
    )
    assert {"<b>K</b>", "<u>"} <= set(words(sheet))
    (tip,) = sheet.find(f"{SVG}g[@class='kata']")
    assert [each.text for each in tip.iter(f"{SVG}text")] == ["Kota & <i>", "dua"]


@given(
    st.lists(
        st.tuples(st.floats(0, 10), st.floats(0, 100), st.sampled_from(["", "Medan", "Padangsidimpuan"])),
        max_size=8,
    ),
    st.sampled_from([350, 960]),
)
def test_every_mark_is_named_on_the_picture(marks, width):
    sheet = drawn([dot(*each) for each in marks], width)
    said = [each.text for each in sheet.findall(f"{SVG}text")]
    names = [name for _across, _up, name in marks if name]
    assert sorted(each for each in said if each in ("Medan", "Padangsidimpuan")) == sorted(names)
    for x, y in spots(sheet):
        assert 0 <= x <= width and 0 <= y <= 400
