"""Hostile text, thin data, missing fonts, publishing meanwhile, and what a deck must carry."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reading import deck, pages, words

import data
import reports
from data.versioning import versions
from findings import story
from reports import bundle, stories
from reports.blocks import Table
from reports.drawing import fonts, screen
from reports.drawing.typesetting import typeset
from wording.cutting import short
from wording.export import csv_bytes

NASTY = [
    '#panic("x")',
    '#read("/etc/passwd")',
    "$x^2$ *tebal* _miring_ `kode` <label> @rujukan",
    '"; #let x = 1 //',
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "\\u{41} ~ -- --- ... [isi] {kode}",
]


def with_product(text: str) -> pd.DataFrame:
    products = data.load("products")
    products.loc[products["region_code"] == "1275", "product"] = text
    return products


@pytest.mark.parametrize("text", NASTY)
def test_text_of_the_data_is_only_text(text: str):
    with versions.trial(products=with_product(text)):
        shown = short(text, 52)
        assert shown in words(reports.slides("1275"))
        page = "".join("".join(pages(reports.city_brief("1275"))).split())
        assert "".join(shown.split()) in page
        html = "".join(screen.html(slide) for slide in stories.tell(story.subject("1275")).slides)
        assert "<script" not in html


def test_formula_like_text_is_neutralised_and_numbers_are_not():
    with versions.trial(products=with_product("=1+1")):
        frame = pd.read_excel(io.BytesIO(reports.workbook("1275")), sheet_name="Produk")
        assert set(frame["Produk"]) == {"'=1+1"}
    growth = pd.read_excel(io.BytesIO(reports.workbook("1275")), sheet_name="Mitra")
    assert pd.api.types.is_float_dtype(growth["Skor"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_no_text_breaks_the_typesetter(text: str):
    content = {
        "title": text, "lead": text, "kicker": text, "author": "x", "footer": text, "language": "id",
        "font": fonts.FAMILY, "size": 9, "sources_title": text, "more": [text],
        "sources": [{"number": 1, "text": text}],
        "sections": [{
            "title": text, "note": text, "columns": [1],
            "blocks": [{"kind": "Table", "header": [text], "rows": [[text]], "widths": [1], "numeric": []}],
        }],
    }  # fmt: skip
    assert typeset("brief", content).startswith(b"%PDF")


def nothing_but_the_name(code: str) -> dict[str, pd.DataFrame]:
    """Tables without a row about a city, except the list of regions."""
    thin = {}
    for table in ("grdp_sectors", "grdp_totals", "indicators", "products", "apps", "household_spending"):
        frame = data.load(table)
        thin[table] = frame[frame["region_code"] != code]
    links = data.load("supply_links")
    thin["supply_links"] = links[(links["supplier_city_code"] != code) & (links["buyer_city_code"] != code)]
    needs = data.load("needs")
    thin["needs"] = needs[needs["buyer_code"] != code]
    commodities = data.load("product_commodities")
    thin["product_commodities"] = commodities[commodities["product_id"].isin(thin["products"]["product_id"])]
    return thin


def test_a_city_with_hardly_any_data_gets_an_honest_shorter_brief():
    with versions.trial(**nothing_but_the_name("1278")):
        sheets = pages(reports.city_brief("1278"))
        assert "belum" in sheets[0]
        assert len(sheets) <= 2
        text = words(reports.slides("1278"))
        assert "nan" not in text.lower().split()
        assert reports.workbook("1278").startswith(b"PK")
        assert all(screen.html(slide) for slide in stories.tell(story.subject("1278")).slides)


def test_a_city_whose_sectors_are_missing_still_has_its_brief():
    sectors = data.load("grdp_sectors")
    sectors.loc[sectors["region_code"] == "1278", "value_billion_rupiah"] = float("nan")
    with versions.trial(grdp_sectors=sectors):
        slides = {slide.kind: slide for slide in stories.tell(story.subject("1278")).slides}
        assert "belum" in slides["kekuatan"].title
        assert "nan" not in words(reports.slides("1278")).lower().split()
        assert len(pages(reports.city_brief("1278"))) <= 2
        assert reports.workbook("1278").startswith(b"PK")
        assert reports.slides(pair=("1278", "1275")).startswith(b"PK")


def test_long_names_stay_on_two_pages():
    regions = data.load("regions")
    long = "Kota dengan Nama yang Sangat Panjang Sekali Sampai Tidak Masuk Akal"
    regions.loc[regions["region_code"] == "1278", "short_name"] = long
    products = data.load("products")
    products["product"] = products["product"] + " dari daerah pegunungan yang jauh sekali letaknya" * 3
    with versions.trial(regions=regions, products=products):
        assert len(pages(reports.city_brief("1278"))) == 2
        table = next(
            b for s in stories.tell(story.subject("1278")).slides for b in s.blocks if isinstance(b, Table)
        )
        assert max(len(cell) for row in table.rows for cell in row) <= 60


def test_a_missing_font_is_said_in_a_sentence(monkeypatch):
    def missing():
        raise fonts.FontMissing

    monkeypatch.setattr(fonts, "folder", missing)
    from reports.drawing import maps, typesetting

    maps.picture.cache_clear()
    typesetting._compiler.cache_clear()
    fonts._face.cache_clear()
    with pytest.raises(fonts.FontMissing, match="pip install"):
        reports.city_brief("1275")
    assert "pip install" in words(reports.slides("1275"))
    result = reports.all_briefs(cities=["1275"])
    assert "pip install" in result.failed["1275"]


def test_a_broken_brief_is_named_and_does_not_stop_the_rest(monkeypatch):
    make = reports.city_brief

    def breaking(code: str, **rest) -> bytes:
        if code == "1272":
            raise RuntimeError("data rusak")
        return make(code, **rest)

    monkeypatch.setattr(reports, "city_brief", breaking)
    steps = []
    result = reports.all_briefs(cities=["1271", "1272", "1273"], progress=lambda *step: steps.append(step))
    names = zipfile.ZipFile(io.BytesIO(result.content)).namelist()
    assert result.failed == {"1272": "data rusak"}
    assert names == ["1271 Sibolga.pdf", "1273 Pematangsiantar.pdf", "GAGAL.txt"]
    assert steps == [(0, 3, "Sibolga"), (1, 3, "Tanjungbalai"), (2, 3, "Pematangsiantar"), (3, 3, "")]


def test_file_names_hold_nothing_a_file_system_refuses():
    assert bundle.file_name('a/b:c*"?') == "a_b_c___"


class Publishing:
    """A source in which every look finds a new edition, as if somebody published all the time."""

    def __init__(self):
        self.looks = 0

    def edition(self) -> int:
        self.looks += 1
        return self.looks

    def versions_at(self, edition: int) -> dict[str, int]:
        return {"grdp_totals": edition}

    def standing_at(self, edition: int) -> dict[str, int]:
        return self.versions_at(edition)

    def read(self, table: str, version: int):
        if table != "grdp_totals":
            return None
        frame = versions_frame(table)
        frame["value_billion_rupiah"] = frame["value_billion_rupiah"] * version
        return frame


def versions_frame(table: str) -> pd.DataFrame:
    from data.loading import read_csv

    return read_csv(versions.TABLES_FOLDER / f"{table}.csv", table)


def test_a_report_shows_one_edition_throughout():
    source = Publishing()
    versions.set_source(source)
    try:
        told = stories.tell(story.subject("1275"))
        values = next(b.values for s in told.slides for b in s.blocks if hasattr(b, "years"))
        growth = values[-1] / values[0]
        assert f"Data edisi {told.edition}" in told.footer
    finally:
        versions.set_source(None)
    plain = story.output_by_year("1275")["value_billion_rupiah"]
    assert growth == pytest.approx(plain.iloc[-1] / plain.iloc[0])
    assert values[0] == pytest.approx(plain.iloc[0] / 1e3 * told.edition)


def test_deck_carries_notes_footer_sources_and_native_shapes():
    slides = list(deck(reports.slides("1271", title="Raker Komwil I", note="Medan, 30 Oktober")).slides)
    assert slides[0].shapes.title.text == "Raker Komwil I"
    for slide in slides[1:]:
        footer = [shape.text_frame.text for shape in slide.placeholders if "Footer" in shape.name]
        assert footer and "Data edisi" in footer[0]
        assert slide.notes_slide.notes_text_frame.text
    assert any(shape.shape_type == 13 for slide in slides for shape in slide.shapes)
    assert any(shape.has_table for slide in slides for shape in slide.shapes)
    strengths = slides[2]
    assert "Balassa" in strengths.notes_slide.notes_text_frame.text
    assert (
        "[7]" in strengths.notes_slide.notes_text_frame.text
        or "[1]" in strengths.notes_slide.notes_text_frame.text
    )
    names = {run.font.name for slide in slides for s in slide.shapes if s.has_text_frame
             for p in s.text_frame.paragraphs for run in p.runs}  # fmt: skip
    assert names <= {None, "Calibri"}


def test_everything_lies_on_its_slide():
    for made in (reports.slides("1275"), reports.slides(), reports.slides(pair=("1271", "1471"))):
        whole = deck(made)
        for slide in whole.slides:
            for shape in slide.shapes:
                assert shape.left >= 0 and shape.top >= 0
                assert shape.left + shape.width <= whole.slide_width
                assert shape.top + shape.height <= whole.slide_height


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice on this machine")
def test_deck_opens_in_libreoffice(tmp_path):
    file = tmp_path / "salindia.pptx"
    file.write_bytes(reports.slides("1271"))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    assert len(PdfReader(tmp_path / "salindia.pdf").pages) == 9


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: reports.slides("9999"), data.UnknownCity),
        (lambda: reports.city_brief("1275", edition=99), versions.UnknownEdition),
        (lambda: reports.slides("1275", kinds=["tidak_ada"]), stories.UnknownSlide),
        (lambda: reports.pair_brief("1275", "1275"), ValueError),
        (lambda: reports.table("tidak_ada", "1275"), data.UnknownTable),
    ],
)
def test_wrong_input_is_named(call, error):
    with pytest.raises(error):
        call()


@pytest.mark.parametrize(("indonesian", "style"), [(True, (";", ",")), (False, (",", "."))])
def test_csv_opens_with_either_separators(indonesian, style):
    frame = reports.table("sektor", "1275")
    content = csv_bytes(frame, indonesian=indonesian)
    assert content.startswith(b"\xef\xbb\xbf")
    separator, decimal = style
    back = pd.read_csv(io.BytesIO(content), sep=separator, decimal=decimal, dtype={"Kode kota": str})
    assert back["LQ"].to_numpy() == pytest.approx(frame["LQ"].to_numpy(), nan_ok=True)
    assert set(back["Kode kota"]) == {"1275"}


def test_slides_come_in_the_order_asked_for():
    made = deck(reports.slides("1275", kinds=["usulan", "siapa"]))
    assert [slide.shapes.title.text.split(" ")[1] for slide in made.slides] == ["kerja", "2.486.283"]


def test_every_key_figure_has_its_unit():
    """57.696,15 is billions of rupiah: a sheet has no prefix that would say it."""
    shown = pd.read_excel(io.BytesIO(reports.workbook("1473")), sheet_name="Angka kunci")
    assert len(shown) == 6
    assert shown["Satuan"].notna().all()
    assert set(shown.loc[shown["Kode ukuran"] == "grdp", "Satuan"]) == {"miliar rupiah"}


def test_a_workbook_leaves_no_code_without_its_word():
    """An empty cell is one not recorded: a hub's light is not empty, a column is never called by its code."""
    book = pd.read_excel(io.BytesIO(reports.workbook("1375")), sheet_name=None)
    assert set(book["Aplikasi layak direplikasi"]["Celah"]) <= {"celah diketahui", "belum terdata"}
    assert {"simpul", "kuat"} <= set(book["Peluang"]["Bukti"])
    headings = {str(name) for sheet in book.values() for name in sheet.columns}
    assert not headings & {"gap", "light", "unit", "stage"}
