"""A map as a picture: what is drawn where, what its marks say, and that no text becomes markup."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from urllib.parse import unquote

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import data
from findings import home
from ui import charts_map
from ui.home import overview
from ui.still import maps, pen
from ui.structure.charts import links_map

SVG = "{http://www.w3.org/2000/svg}"
BOX = (90.0, 0.0, 110.0, 10.0)  # 20 x 10 degrees


class Images(HTMLParser):
    """Attributes of each element of a page."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        assert tag == "img"
        self.found.append(dict(attrs))


def drawn(figure, width: float = 420, alt: str = "Peta") -> ET.Element:
    [image] = Images(maps.drawing(figure, width, alt=alt)).found
    assert image.keys() == {"class", "loading", "alt", "src"} and image["alt"] == alt
    # Else the browser reads and lays it out as a document of its own, before still.js puts the drawing in.
    assert image["loading"] == "lazy"
    return ET.fromstring(unquote(image["src"].removeprefix("data:image/svg+xml,")))


def a_map(height: int = 400):
    figure = charts_map.land(height, BOX)
    figure.data = []
    return figure


def test_a_degree_is_as_wide_as_it_is_high_and_the_sheet_ends_with_the_box():
    figure = a_map().add_scatter(
        x=[90, 110], y=[0, 10], mode="lines", line={"color": "#000", "width": 2, "dash": "dash"}
    )
    # 20 degrees on 400 of 420 pixels: 20 pixels a degree, a margin of 10 all round.
    sheet = drawn(figure)
    assert sheet.get("viewBox") == "0 0 420 220"
    line = sheet.find(f"{SVG}path")
    assert line.get("d") == "M10 210L410 10"
    assert line.get("stroke-dasharray")


def test_a_line_is_parted_by_none_and_left_out_beyond_the_sheet():
    figure = a_map().add_scatter(
        x=[95, 100, None, 95, 100, None, 120, 125], y=[5, 5, None, 6, 6, None, 5, 5], mode="lines",
        line={"color": "#000", "width": 1},
    )  # fmt: skip
    assert drawn(figure).find(f"{SVG}path").get("d").count("M") == 2


@pytest.mark.parametrize(
    ("symbol", "tag"),
    [
        ("circle", "circle"),
        ("square", "rect"),
        ("diamond", "polygon"),
        ("star", "polygon"),
        ("x", "path"),
        ("triangle-up", "polygon"),
        ("cross", "polygon"),
    ],
)
def test_each_sign_keeps_its_shape_in_the_map_and_the_legend(symbol, tag):
    figure = a_map().add_scatter(
        x=[100], y=[5], mode="markers", name="Tanda",
        marker={"symbol": symbol, "size": 20, "color": "#123456", "line": {"color": "white", "width": 1}},
    )  # fmt: skip
    figure.update_layout(showlegend=True)
    sheet = drawn(figure)
    signs = [each for each in sheet.findall(f"{SVG}{tag}") if each.get("fill") == "#123456"]
    assert len(signs) == 2
    assert [each.text for each in sheet.findall(f"{SVG}text")] == ["Tanda"]


def test_each_mark_has_the_rim_it_was_given():
    figure = a_map().add_scatter(
        x=[95, 100, 105], y=[5, 5, 5], mode="markers",
        marker={"size": 20, "color": "#123456", "line": {"color": "#654321", "width": [4, 1, 0]}},
    )  # fmt: skip
    rims = [each.get("stroke-width") for each in drawn(figure).findall(f"{SVG}circle")]
    assert rims == ["4", "1", None]


def test_a_group_of_signs_begins_a_line_with_its_title_and_shows_sizes_as_they_are():
    figure = a_map()
    for name, title, size in (("satu", "Warna", 14), ("dua", None, 14), ("besar", "Luas", 22)):
        figure.add_scatter(
            x=[], y=[], mode="markers", name=name, legendgrouptitle={"text": title},
            marker={"size": [size], "color": "#123456"},
        )  # fmt: skip
    figure.update_layout(showlegend=True)
    sheet = drawn(figure)
    at = {each.text: (float(each.get("x")), float(each.get("y"))) for each in sheet.findall(f"{SVG}text")}
    assert at["Warna"][1] == at["satu"][1] == at["dua"][1] < at["Luas"][1] == at["besar"][1]
    assert at["Warna"][0] == at["Luas"][0] < at["satu"][0] < at["dua"][0]
    assert [each.get("r") for each in sheet.findall(f"{SVG}circle")] == ["7", "7", "11"]


def test_a_label_that_stands_off_has_a_line_from_its_mark_towards_it():
    figure = a_map()
    figure.update_layout(
        annotations=[
            {"x": 100, "y": 5, "text": "Jauh", "showarrow": True, "ax": 40, "ay": -30, "standoff": 10,
             "xanchor": "left", "yanchor": "bottom", "font": {"size": 14}},
        ]
    )  # fmt: skip
    sheet = drawn(figure)
    # The mark stands at 210, 110; the label's corner at 250, 80: fifty pixels, ten and two of them left free.
    assert sheet.find(f"{SVG}path").get("d") == "M218 104L248.4 81.2"
    label = sheet.find(f"{SVG}text")
    assert (label.get("x"), label.get("text-anchor")) == ("250", "start") and float(label.get("y")) < 80


def test_an_arc_has_its_head_before_its_end_and_says_its_words():
    cities = data.cities().loc[["1271", "1275"]]
    links = pd.DataFrame({"supplier": ["1271"], "buyer": ["1275"], "index": [0.5]})
    sheet = drawn(links_map(links, cities, "index"), charts_map.PLOT_WIDTH)
    [head] = sheet.findall(f"{SVG}polygon")
    end = re.fullmatch(r"translate\(([\d.]+) ([\d.]+)\) rotate\(-?\d+\)", head.get("transform"))
    point = head.get("points").split()[0]
    assert point == "-6,0"  # stands off the buyer's mark
    buyer = [each for each in sheet.findall(f"{SVG}circle") if each.get("r") == "6"][1]
    assert (buyer.get("cx"), buyer.get("cy")) == end.groups()
    arc = sheet.findall(f"{SVG}path")[-1]
    [answer] = sheet.find(f"{SVG}g").findall(f"{SVG}g/{SVG}path")
    assert answer.get("d") == arc.get("d") and float(answer.get("stroke-width")) >= 12
    said = [" ".join(each.text for each in group.iter(f"{SVG}text")) for group in sheet.find(f"{SVG}g")]
    assert said == ["Sibolga kuat di bidang yang lemah di Medan: 0,50", "Sibolga", "Medan"]


@pytest.mark.parametrize("symbol", pen.CORNERS)
def test_a_form_of_corners_is_around_its_place_and_about_as_large_as_a_circle(symbol):
    corners = [
        tuple(map(float, each.split(",")))
        for each in re.search(r'points="([^"]+)"', pen.sign(pen.Sign(symbol, "#123456"), 50, 60, 10))[
            1
        ].split()
    ]
    for axis, middle in ((0, 50), (1, 60)):
        low, high = min(each[axis] for each in corners), max(each[axis] for each in corners)
        assert low < middle < high and 20 <= high - low <= 26 and abs((low + high) / 2 - middle) <= 2


def test_colours_are_mixed_step_by_step_and_end_with_the_ends():
    colours = ("#000000", "#204060", "#FFFFFF")
    assert [pen.mixed(colours, at) for at in (-1, 0, 0.25, 0.5, 1, 7)] == [
        "#000000", "#000000", "#102030", "#204060", "#FFFFFF", "#FFFFFF",
    ]  # fmt: skip


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(str.strip))
def test_a_text_stays_a_text(said):
    figure = a_map().add_scatter(
        x=[100],
        y=[5],
        mode="markers",
        marker={"size": 10, "color": "#000", "line": {"color": "white", "width": 1}},
        text=["x"],
    )
    charts_map.add_labels(figure, pd.DataFrame({"longitude": [100.0], "latitude": [5.0], "name": [said]}))
    figure.update_layout(
        annotations=[{**note.to_plotly_json(), "text": said} for note in figure.layout.annotations]
    )
    sheet = drawn(figure, alt=said)
    assert {each.tag for each in sheet.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "g", "circle", "text", "rect")
    }


@pytest.mark.parametrize("width", [charts_map.PLOT_WIDTH, charts_map.PHONE_WIDTH])
def test_every_city_of_the_home_map_is_on_the_sheet_and_says_its_figures(width):
    sheet = drawn(overview.overview_of(width), width)
    wide, tall = map(float, sheet.get("viewBox").split()[2:])
    assert wide <= width and tall <= 430
    answers = sheet.find(f"{SVG}g").findall(f"{SVG}g")
    cities = data.cities(data.HOME_KOMWIL)
    assert len(answers) == len(cities) == len(home.overview())
    said = {each.find(f"{SVG}g").find(f"{SVG}text").text for each in answers}
    assert set(cities["name"].str.removeprefix("Kota ")) == said
    for each in answers:
        box = each.find(f"{SVG}g").find(f"{SVG}rect")
        left, top, across, down = (float(box.get(of)) for of in ("x", "y", "width", "height"))
        assert left >= 0 and top >= 0 and left + across <= wide + 0.5 and top + down <= tall + 0.5
        assert re.search(r"PDRB \d{4}: Rp", " ".join(each.itertext()))


def test_labels_of_the_narrow_map_stand_clear_of_each_other_and_within_the_sheet():
    sheet = drawn(overview.overview_of(charts_map.PHONE_WIDTH), charts_map.PHONE_WIDTH)
    wide, tall = map(float, sheet.get("viewBox").split()[2:])
    boxes = []
    for each in sheet.findall(f"{SVG}text"):
        if each.get("font-size") != "14":
            continue  # the legend's
        x, foot, length = float(each.get("x")), float(each.get("y")), len(each.text) * 14 * 0.5
        left = x - {"start": 0, "middle": 0.5, "end": 1}[each.get("text-anchor")] * length
        boxes.append((left, foot - 10, left + length, foot))
    assert len(boxes) >= 12
    assert all(0 <= a and 0 <= b and c <= wide and d <= tall for a, b, c, d in boxes)
    for (a, b, c, d), (e, f, g, h) in itertools.combinations(boxes, 2):
        assert c <= e or g <= a or d <= f or h <= b
