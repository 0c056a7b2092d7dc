"""What is taken along from a page: charts as PNG and SVG, drawn by the browser, and the page on paper."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest
from driving import PATIENCE_MS
from PIL import Image

SVG = "{http://www.w3.org/2000/svg}"
HALL = 1920
CHART = "banding_lq"


@pytest.fixture(scope="module")
def banding(return_to):
    page = return_to("banding?banding=1275,1471")
    page.locator(f".st-key-{CHART} svg.sk-diam.lebar").wait_for()
    return page


def taken(page, kind: str, chart: str = CHART) -> tuple[str, bytes]:
    with page.expect_download(timeout=PATIENCE_MS) as waiting:
        page.locator(f"button[data-chart={chart}][data-format={kind}]").click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_a_chart_as_svg_holds_every_word_of_the_chart(banding):
    name, content = taken(banding, "svg")
    assert re.fullmatch(r"kekhasan-[a-z0-9-]+\.svg", name)
    drawing = ET.fromstring(content)
    said = {"".join(each.itertext()) for each in drawing.iter(f"{SVG}text")}
    shown = banding.locator(f".st-key-{CHART} svg.lebar > text").all_text_contents()
    assert len(shown) > 15 and set(shown) <= said
    assert any("Sinergi Kota" in text for text in said)
    assert not list(drawing.iter(f"{SVG}script"))
    assert banding.watch.outside == [] and banding.watch.errors == []


def test_a_chart_as_png_is_wide_enough_for_a_hall_and_not_empty(banding):
    name, content = taken(banding, "png")
    assert name.endswith(".png")
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    wide = banding.locator(f".st-key-{CHART} svg.lebar").evaluate("each => each.viewBox.baseVal.width")
    assert picture.width >= max(HALL, 2 * int(wide))
    colours = {colour for _count, colour in picture.getcolors(maxcolors=1 << 24)}
    assert {(255, 255, 255), (11, 110, 105)} <= colours  # its ground, and the first city's marks


@pytest.mark.heavy
def test_a_phone_hands_out_the_same_width(return_to):
    page = return_to("banding?banding=1275,1471", width=390, height=844)
    page.locator(f".st-key-{CHART} svg.sk-diam.sempit").wait_for()
    _name, content = taken(page, "png")
    assert Image.open(io.BytesIO(content)).width >= HALL


@pytest.mark.parametrize(
    ("width", "drawing"), [(1280, "lebar"), pytest.param(390, "sempit", marks=pytest.mark.heavy)]
)
def test_a_map_that_is_a_picture_is_handed_out_as_it_is_shown(return_to, width, drawing):
    page = return_to("", width=width, height=844, dark=True)
    _name, content = taken(page, "svg", "overview_map")
    whole = ET.fromstring(content)
    said = {each.text for each in whole.iter(f"{SVG}text")}
    shown = page.locator(f".st-key-overview_map .{drawing} > text").all_text_contents()
    assert len(shown) > 12 and set(shown) <= said
    assert not [each for each in said if each.startswith("PDRB 20") and ": Rp" in each]  # the pointer's words
    _name, content = taken(page, "png", "overview_map")
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    assert picture.width >= HALL
    colours = {colour for _count, colour in picture.getcolors(maxcolors=1 << 24)}
    assert {(0, 114, 178), (234, 242, 240)} & colours  # the marks; words in the dark theme's ink


def test_paper_has_no_menu_and_no_cut_chart(banding, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext on this machine: install poppler-utils")
    file = tmp_path / "banding.pdf"
    banding.pdf(path=file, prefer_css_page_size=True, print_background=True)
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = text.split("\f")
    assert "Dicetak" in text and "Cara membaca" not in text and "Unduh CSV" not in text
    assert not re.search(r"^\s*Beranda\s", text, re.MULTILINE)
    # The first and the last row of a chart and its axis, on one sheet.
    names = banding.locator(f".st-key-{CHART} svg.lebar > text[text-anchor=end]").all_text_contents()
    assert len(names) > 12
    assert any(all(name in sheet for name in names) and "1 =" in sheet for sheet in sheets)
