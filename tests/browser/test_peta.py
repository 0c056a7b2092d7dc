"""The product map in a real browser: drawn without internet, clicked, filtered, played, taken along."""

from __future__ import annotations

import io
import itertools
import re
import xml.etree.ElementTree as ET
from urllib.parse import parse_qs, urlparse

import pytest
from driving import PATIENCE_MS, wait_idle
from PIL import Image

MAP = 'iframe[title="streamlit_folium.st_folium"]'
SVG = "{http://www.w3.org/2000/svg}"
# The map has seen what lies over it now, has its typeface and its outlines.
SETTLED = """() => window.Sinergi && Sinergi.layout && Sinergi.layout.lands.length > 0 &&
  document.fonts.size > 0 &&
  Sinergi.seenOver === JSON.stringify([Sinergi.map.getSize(), Sinergi.overlays()])"""
# All that is written on the map or lies over it, as boxes of the window, with what each is.
BOXES = """() => {
  const own = window.frameElement.getBoundingClientRect();
  const found = [];
  const add = (node, kind, name, dx, dy) => {
    const r = node.getBoundingClientRect();
    const box = {kind, name, left: r.left + dx, right: r.right + dx, top: r.top + dy, bottom: r.bottom + dy};
    if (r.width && r.height) found.push(box);
  };
  const kinds = {'.sk-label': 'label', '.sk-land': 'land', '.leaflet-control': 'control'};
  for (const [selector, kind] of Object.entries(kinds))
    for (const each of document.querySelectorAll(selector))
      add(each, kind, each.textContent || each.className, own.left, own.top);
  for (const key of ['peta_pil', 'peta_laci'])
    add(window.parent.document.querySelector('.st-key-' + key), 'panel', key, 0, 0);
  return found;
}"""


def map_frame(page):
    page.wait_for_selector(MAP, timeout=PATIENCE_MS)
    frame = page.query_selector(MAP).content_frame()
    frame.wait_for_selector(".sk-label", timeout=PATIENCE_MS)
    frame.wait_for_selector("path.sk-city", timeout=PATIENCE_MS, state="attached")
    return frame


def settled(page):
    """The map once it has seen what lies over it, its typeface and its outlines."""
    frame = map_frame(page)
    frame.wait_for_function(SETTLED, timeout=PATIENCE_MS)
    page.wait_for_timeout(400)
    return frame


def view_of(frame):
    return frame.evaluate("[Sinergi.map.getCenter().lat, Sinergi.map.getCenter().lng, Sinergi.map.getZoom()]")


def year_in(page) -> str:
    return parse_qs(urlparse(page.url).query).get("tahun", [""])[0]


def overlaps(frame) -> list[tuple[str, str]]:
    """Names of what overlaps by more than a pixel; panels and controls among themselves are the page's."""
    found = []
    for a, b in itertools.combinations(frame.evaluate(BOXES), 2):
        if {a["kind"], b["kind"]} <= {"control", "panel"}:
            continue
        across = min(a["right"], b["right"]) - max(a["left"], b["left"])
        down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
        if across > 1 and down > 1:
            found.append((a["name"], b["name"]))
    return found


def test_draws_cities_products_and_outlines_without_internet(visit):
    page = visit("peta")
    frame = settled(page)
    assert frame.locator(".sk-glyph").count() == 24
    assert frame.locator("path.sk-city").count() == 34
    assert frame.locator("path.sk-province").count() == 10
    assert frame.locator(".sk-land-province").count() >= 3
    assert frame.locator(".sk-legend .sk-entry").count() >= 6
    assert page.watch.outside == []
    assert page.watch.errors == []


def test_map_is_as_wide_as_the_window_with_sentence_and_action_above_the_fold(return_to):
    page = return_to("peta?kota=1271")
    settled(page)
    box = page.locator(MAP).bounding_box()
    assert (box["x"], box["width"]) == (0, 1280)
    assert 500 < box["height"] and box["y"] + box["height"] <= 720
    title = page.locator("h1").bounding_box()
    assert "Sibolga memasok" in page.locator("h1").inner_text() and title["y"] + title["height"] < box["y"]
    action = page.get_by_role("link", name="Lihat mitra Sibolga")
    assert action.bounding_box()["y"] < 600
    action.click()
    page.wait_for_url("**/mitra*")


# The seven of West Sumatra and Medan with Binjai stand closest; also a figure beside each name.
DENSE = [
    "",
    "kota=1377",
    "kota=1275&lapisan=flows",
    "kota=1271&warna=grdp_per_capita_adhb",
    "komwil=I,II&kota=1471",
]


SCREENS = [(1280, 720), (390, 844)]


@pytest.mark.parametrize(
    ("choices", "width", "height"),
    [
        pytest.param(choices, *size, marks=() if choices in DENSE[:2] else pytest.mark.heavy)
        for choices in DENSE
        for size in SCREENS
    ]
    + [pytest.param(DENSE[1], 1600, 900, marks=pytest.mark.heavy)],
)
def test_no_name_covers_another_nor_lies_under_a_panel(return_to, choices, width, height):
    page = return_to(f"peta?{choices}", width=width, height=height)
    frame = settled(page)
    assert overlaps(frame) == []
    if width > 1000 and not choices:
        assert frame.locator(".sk-label").count() == 24
    for zoom in (6, 7.25, 9):
        # Nothing is answered: the map with all it holds would take a minute to be told.
        frame.evaluate(f"void Sinergi.map.setView([-0.6, 100.5], {zoom}, {{animate: false}})")
        assert overlaps(frame) == [], zoom
    frame.evaluate("void Sinergi.map.setView([3.5, 98.7], 8, {animate: false})")
    assert overlaps(frame) == []


@pytest.mark.parametrize(
    ("city", "name"), [("1271", "Sibolga"), ("1377", "Pariaman"), ("1171", "Banda Aceh")]
)
def test_view_goes_to_the_chosen_city_named_large_with_its_products(return_to, city, name):
    page = return_to(f"peta?kota={city}")
    frame = settled(page)
    chosen = frame.locator(".sk-label.sk-chosen")
    assert name in chosen.inner_text()
    products = page.locator(".sk-produk details").count()
    assert products > 0 and chosen.locator(".sk-signs i").count() == products
    assert frame.evaluate("Sinergi.map.getZoom()") >= 6
    drawer = page.locator(".st-key-peta_laci").bounding_box()
    assert frame.locator(".sk-value.sk-selected").bounding_box()["x"] < drawer["x"]


def test_click_on_a_city_opens_its_panel(visit):
    page = visit("peta")
    frame = settled(page)
    before = view_of(frame)
    frame.locator('.sk-glyph[data-code="1271"] .sk-value').click()
    page.wait_for_selector('h2:has-text("Kota Sibolga")', timeout=PATIENCE_MS)
    assert "tempat=1271" in page.url
    assert page.locator(".sk-produk details").count() == 7
    page.locator(".sk-produk summary").first.click()
    assert page.locator(".sk-produk details[open] p").count() >= 3
    assert view_of(frame) == pytest.approx(before, abs=1e-6)
    assert page.watch.errors == []


def test_filter_neither_reloads_the_map_nor_moves_the_view(visit):
    page = visit("peta")
    frame = map_frame(page)
    frame.evaluate("window.stayed = true; void Sinergi.map.setView([1.2, 100.4], 7.5, {animate: false})")
    before = view_of(frame)
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.get_by_role("button", name="Perikanan").click()
    wait_idle(page)
    frame.wait_for_function("document.querySelectorAll('.sk-sign').length === 7", timeout=PATIENCE_MS)
    assert frame.evaluate("window.stayed") is True
    assert view_of(frame) == pytest.approx(before, abs=1e-6)
    assert not [url for url in fetched if "/geo/" in url or "/vendor/" in url or "/map/" in url]


def test_full_screen_keeps_the_filters_and_the_panel(visit):
    page = visit("peta?kota=1271")
    frame = settled(page)
    frame.locator(".sk-full").click()
    page.wait_for_function(f"document.querySelector('{MAP}').getBoundingClientRect().height >= innerHeight")
    box = page.locator(MAP).bounding_box()
    assert (box["x"], box["y"]) == (0, 0)
    assert page.get_by_role("link", name="Lihat mitra Sibolga").is_visible()
    frame.wait_for_function(SETTLED, timeout=PATIENCE_MS)
    assert overlaps(frame) == []
    frame.locator(".sk-full").click()
    page.wait_for_function(f"document.querySelector('{MAP}').getBoundingClientRect().top > 100")


def test_years_play_in_the_browser_and_the_address_follows(visit):
    page = visit("peta?kota=1271&warna=poverty_pct&tahun=2021")
    frame = settled(page)
    words = "Sinergi.layout.byCode.get('1271').words"
    assert frame.locator(".sk-years output").inner_text() == "2021"
    begun = frame.evaluate(words)
    frame.locator(".sk-play").click()
    frame.wait_for_function("document.querySelector('.sk-years output').textContent === '2023'", timeout=8000)
    assert year_in(page) == "2021"  # the server is asked nothing while years play
    assert frame.evaluate(words) != begun
    frame.locator(".sk-play").click()
    page.wait_for_url(re.compile("tahun=2023"), timeout=PATIENCE_MS)
    wait_idle(page)
    assert "(2023)" in page.locator("h1").inner_text()
    # A year in which the city has none.
    frame.locator(".sk-years input").fill("2018")
    page.wait_for_url(re.compile("tahun=2018"), timeout=PATIENCE_MS)
    assert frame.locator('.sk-glyph[data-code="1271"] .sk-missing').count() == 1
    assert frame.evaluate(words) == ""
    assert page.watch.errors == []


def taken(page, kind: str) -> tuple[str, bytes]:
    with page.expect_download(timeout=PATIENCE_MS) as waiting:
        page.locator(f"button[data-map][data-format={kind}]").click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_map_as_svg_has_names_legend_credits_title_and_day(return_to):
    page = return_to("peta?kota=1271&kategori=perikanan")
    frame = settled(page)
    name, content = taken(page, "svg")
    assert re.fullmatch(r"7-kota-mencatat-[a-z0-9-]+\.svg", name)
    drawing = ET.fromstring(content)
    said = ["".join(each.itertext()).strip() for each in drawing.iter(f"{SVG}text")]
    for city in ("Medan", "Binjai", "Sibolga 1"):
        assert city in said
    whole = " ".join(said)
    for part in (
        "punya produk perikanan (7 kota)",
        "belum tercatat punya",
        "Natural Earth",
        "Diunduh",
        "Sinergi Kota",
    ):
        assert part in whole, part
    assert page.locator("h1").inner_text() in whole
    assert len(list(drawing.iter(f"{SVG}path"))) >= 45 and len(list(drawing.iter(f"{SVG}circle"))) >= 24
    assert not list(drawing.iter(f"{SVG}script"))
    assert frame.locator(".sk-label").count() <= len(said)
    assert page.watch.errors == []


def test_map_as_png_is_wide_and_has_land_sea_and_circles(return_to):
    page = return_to("peta?kota=1271&kategori=perikanan")
    settled(page)
    _name, content = taken(page, "png")
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    assert picture.width >= 1920
    colours = {colour: count for count, colour in picture.getcolors(maxcolors=1 << 24)}
    for each in ((251, 250, 245), (215, 231, 238), (0, 114, 178)):
        assert colours.get(each, 0) > 100, each
    assert page.watch.outside == []


def test_flows_ports_and_airports_are_layers(return_to):
    page = return_to("peta?lapisan=flows,port,airport&komwil=I,II")
    frame = map_frame(page)
    frame.wait_for_selector("path.sk-arc", state="attached")
    assert frame.locator("path.sk-head").count() >= 50
    assert frame.locator("svg.sk-port").count() >= 40
    assert frame.locator("svg.sk-airport").count() >= 29


def test_a_value_without_data_is_marked_not_coloured_lowest(return_to):
    page = return_to("peta?warna=lq_B")
    frame = map_frame(page)
    without = "Object.values(Sinergi.state.values).filter(([colour]) => colour === null).length"
    assert frame.evaluate(without) == frame.locator(".sk-glyph .sk-value.sk-missing").count()


@pytest.mark.parametrize(
    "wrong", ["kota=9999", "warna=emas", "komwil=IV", "kategori=%3Cscript%3E", "warna=hdi&tahun=1900"]
)
def test_wrong_address_gets_a_sentence_and_a_map(return_to, wrong):
    page = return_to(f"peta?{wrong}")
    assert page.get_by_text("Alamat ini meminta").count() == 1
    assert map_frame(page).locator(".sk-glyph").count() >= 24


def test_content_is_text_never_markup(visit):
    page = visit("peta")
    frame = map_frame(page)
    frame.evaluate(
        "Sinergi.content.cities[0].name = '<img src=x onerror=window.hit=1>';"
        "Sinergi.state.legend.title = '<script>window.hit=1</script>'; Sinergi.draw()"
    )
    assert frame.evaluate("window.hit === undefined") is True
    assert frame.locator(".sk-label", has_text="<img").count() == 1


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1920, 1080)])
def test_fits_other_screens(return_to, width, height):
    page = return_to("peta", width=width, height=height)
    frame = map_frame(page)
    assert frame.locator(".sk-glyph").count() == 24
    overflow = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
    assert overflow is False
    if width < 500:
        drawer, canvas = page.locator(".st-key-peta_laci").bounding_box(), page.locator(MAP).bounding_box()
        assert drawer["y"] >= canvas["y"] + canvas["height"] - 1


def test_dark_theme_reaches_the_map(return_to):
    page = return_to("peta", dark=True)
    frame = map_frame(page)
    frame.wait_for_selector(".sk-dark", timeout=PATIENCE_MS)


def test_english(return_to):
    page = return_to("peta?lang=en&kota=1275")
    frame = map_frame(page)
    assert frame.evaluate("Sinergi.config.words.full") == "Full screen"
    assert "according to news" in page.locator("h1").inner_text()
