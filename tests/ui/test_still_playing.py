"""Signs that move from frame to frame: what the picture holds of each frame, and the controls below it."""

from __future__ import annotations

import json
import math
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from ui import still
from ui.still import pen, playing, rows
from ui.still.playing import Step
from ui.still.rows import Point, Row, Rows

SVG = "{http://www.w3.org/2000/svg}"
DOT = pen.Sign("circle", "#123456")
FRAMES = ("Tahun 2019", "Tahun 2020", "Tahun 2021")


def rows_of(*ways) -> Rows:
    points = [
        Point(way[-1], DOT, 8, "semua tahun", steps=tuple(Step(at, f"{at:g}") for at in way)) for way in ways
    ]
    return Rows(tuple(Row("Kota", points=(point,)) for point in points), 0, 10, 50, frames=FRAMES)


def drawn(whole: Rows, width: float = 500) -> ET.Element:
    page = rows.drawing(whole, width, alt="Bergerak")
    source = page.partition(' src="')[2].rpartition('"')[0]
    return ET.fromstring(unquote(source.removeprefix("data:image/svg+xml,")))


def stops(sign: ET.Element) -> list[list]:
    return json.loads(sign.get("data-jalan"))


def test_a_sign_is_drawn_where_its_last_frame_has_it():
    (sign,) = drawn(rows_of((0.0, 10.0, 5.0))).findall(f"{SVG}g[@class='jalan']")
    (first, second, last) = stops(sign)
    assert sign.get("transform") == f"translate({last[0]:g})"
    assert last[0] == (first[0] + second[0]) / 2
    assert [each[1:] for each in (first, second, last)] == [["0", 1], ["10", 1], ["5", 1]]
    circle, words = sign
    assert (circle.get("cx"), circle.get("opacity"), words.text) == ("0", "1", "5")
    assert float(words.get("x")) > 8


def test_what_is_missing_is_said_where_the_scale_begins_and_has_no_sign():
    sheet = drawn(rows_of((2.0, 3.0, math.nan), (0.0, 1.0, 2.0)))
    missing, other = sheet.findall(f"{SVG}g[@class='jalan']")
    assert stops(missing)[2] == [stops(other)[0][0], "nan", 0]
    assert missing[0].get("opacity") == "0" and missing[1].text == "nan"


def test_words_of_what_is_missing_take_no_room_from_the_scale():
    def long(words):
        steps = (Step(1, "1"), Step(10, "10"), Step(math.nan, words))
        point = Point(math.nan, DOT, 8, "kata", steps=steps)
        (sign,) = drawn(Rows((Row("Kota", points=(point,)),), 0, 10, 50, frames=FRAMES)).findall(
            f"{SVG}g[@class='jalan']"
        )
        return stops(sign)[1][0]

    assert long("belum terdata") == long("?")


def test_the_frame_is_named_above_the_rows_and_a_row_answers_all_along():
    sheet = drawn(rows_of((2.0, 3.0, 4.0)))
    (name,) = sheet.findall(f"{SVG}text[@class='bingkai']")
    (sign,) = sheet.findall(f"{SVG}g[@class='jalan']")
    assert name.text == "Tahun 2021" and float(name.get("y")) < float(sign[0].get("cy")) - 8
    (tip,) = sheet.find(f"{SVG}g[@class='kata']")
    left, long = float(tip[0].get("x")), float(tip[0].get("width"))
    assert all(left <= each[0] <= left + long for each in stops(sign))
    assert next(tip.iter(f"{SVG}text")).text == "semua tahun"


class Parts(HTMLParser):
    def __init__(self, page: str):
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found[tag] = dict(attrs)


def test_the_controls_know_every_frame_and_begin_at_the_last():
    found = Parts(playing.controls(FRAMES)).found
    assert json.loads(found["div"]["data-putar"]) == list(FRAMES)
    slider = found["input"]
    assert (slider["min"], slider["max"], slider["value"]) == ("0", "2", "2")
    assert (slider["aria-label"], slider["aria-valuetext"]) == ("Tahun", "Tahun 2021")
    assert found["button"]["data-lain"].endswith("Berhenti")


def test_controls_stand_once_below_both_pictures():
    page = still.playing_pictures(rows_of, (1.0, 2.0, 3.0), widths=(500, 350)).drawn("Bergerak")
    assert page.count("<img") == 2 and page.count("sk-putar") == 1 and page.endswith("</div>")


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30)


@given(TEXTS, TEXTS)
def test_a_text_stays_a_text(words, frame):
    point = Point(1, DOT, 8, "kata", steps=(Step(1, words),))
    sheet = drawn(Rows((Row("Kota", points=(point,)),), 0, 2, 50, frames=(frame,)))
    (sign,) = sheet.findall(f"{SVG}g[@class='jalan']")
    assert stops(sign)[0][1] == words == (sign[1].text or "")
    assert json.loads(Parts(playing.controls([frame])).found["div"]["data-putar"]) == [frame]
