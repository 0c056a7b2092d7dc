"""Any shape of a table gives the figures it holds, each beside its own key, and nothing else."""

from __future__ import annotations

import pytest
from table_shapes import CITIES, ONCE, SECTORS, WRITTEN, YEARS, as_dict, figure, merged_book
from upload_files import codes, csv_file, told, xlsx_file

from data.reading.labels import read_label
from data.schema import INDICATORS
from data.validation import check

BOTH = pytest.mark.parametrize("make", [csv_file, xlsx_file], ids=["csv", "xlsx"])
BY_YEAR = {(code, year): figure(code, year) for code in CITIES for year in YEARS}


def years(report) -> None:
    assert report.ok, report.problems[["severity", "line", "column", "reason"]].to_string()
    assert as_dict(report, "region_code", "period") == BY_YEAR


def wide(key=lambda code: [code], head=("kode wilayah",), over=YEARS) -> list[list]:
    body = [[*key(code), *(figure(code, year) for year in YEARS)] for code in CITIES]
    return [[*head, *over], *body]


@BOTH
@pytest.mark.parametrize(
    ("key", "head"),
    [
        (lambda code: [code], ["kode wilayah"]),
        (lambda code: [CITIES[code]], ["Kabupaten/Kota"]),
        (lambda code: [CITIES[code].removeprefix("Kota ")], ["Kab_Kota"]),
        (lambda code: [CITIES[code].upper()], ["Nama Daerah\nRegion"]),
        (lambda code: [code, CITIES[code]], ["kode", "nama"]),
        (lambda code: [int(code), CITIES[code]], ["x", "y"]),
        (
            lambda code: ["12", "Sumatera Utara", code, CITIES[code]],
            ["bps_kode_provinsi", "p", "bps_kode_kab", "n"],
        ),
    ],
)
def test_years_as_columns(make, key, head):
    years(check(make(wide(key, head)), "x", "grdp_totals", constants=ONCE))


@pytest.mark.parametrize(
    "over",
    [
        ["2021", "2022*", "2023**"],
        ["2021r", "2022 r)", "2023*)"],
        ["Tahun 2021", "Tahunan 2022", "2023 (tahunan)"],
        [2021, 2022, 2023],
        ["PDRB ADHB 2021", "PDRB ADHB 2022", "PDRB ADHB 2023"],
        ["pdrb_2021", "pdrb_2022", "pdrb_2023"],
        ["2021 (Miliar Rupiah)", "2022 (Miliar Rupiah)", "2023 (Miliar Rupiah)"],
    ],
)
def test_headings_of_years(over):
    said = {"source_id": "S0021"} if "ADHB" in str(over[0]) else ONCE
    years(check(xlsx_file(wide(over=over)), "x", "grdp_totals", constants=said))


@BOTH
def test_titles_index_rows_totals_and_notes_around_the_table(make):
    rows = [
        ["Tabel 1.2 PDRB Atas Dasar Harga Berlaku Menurut Kabupaten/Kota (miliar rupiah), 2021–2023"],
        [],
        *wide(lambda code: [CITIES[code]], ["Kabupaten/Kota"]),
        ["Jumlah", 1, 2, 3],
        ["Catatan: * angka sementara"],
        ["Sumber: BPS Provinsi Sumatera Utara"],
    ]
    rows.insert(3, ["(1)", "(2)", "(3)", "(4)"])
    report = check(make(rows), "x", "grdp_totals", constants=ONCE)
    years(report)
    assert report.recognised.proposed["price_basis"][0] == "ADHB"
    assert report.recognised.proposed["unit"][0] == "miliar rupiah"
    assert len(report.recognised.notes) == 2
    assert {"note_lines", "total_row", "unfolded"} <= set(codes(report))


def test_nothing_is_assumed_from_a_title():
    rows = [["PDRB Atas Dasar Harga Berlaku (miliar rupiah)"], *wide()]
    report = check(csv_file(rows), "x", "grdp_totals", constants={"source_id": "S0021"})
    assert not report.ok
    assert "missing_proposed" in codes(report)
    assert report.frame["price_basis"].isna().all()


@pytest.mark.parametrize("title", ["Tahun", "Tahun/Year", "PDRB (miliar rupiah)"])
def test_two_lines_of_headings_merged(title):
    rows = [[None, None, None, None], [None, *YEARS], *wide(lambda code: [CITIES[code]])[1:]]
    years(
        check(
            merged_book(rows, [(0, 0, 1, 0, "Kabupaten/Kota"), (0, 1, 0, 3, title)]),
            "x",
            "grdp_totals",
            constants=ONCE,
        )
    )


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    "names", [("ADHB", "ADHK"), ("Harga Berlaku", "Harga Konstan 2010"), ("adhb", "adhk")]
)
def test_price_bases_above_years(names, merged):
    body = [
        [CITIES[code], *(figure(code, basis, year) for basis in "BK" for year in YEARS)] for code in CITIES
    ]
    rows = [["Kabupaten/Kota", names[0], None, None, names[1], None, None], [None, *YEARS, *YEARS], *body]
    if merged:
        content = merged_book(
            rows, [(0, 0, 1, 0, "Kabupaten/Kota"), (0, 1, 0, 3, names[0]), (0, 4, 0, 6, names[1])]
        )
    else:
        content = csv_file(rows)
    report = check(content, "x", "grdp_totals", constants={"source_id": "S0021"})
    assert report.ok, report.problems
    assert as_dict(report, "region_code", "price_basis", "period") == {
        (code, f"ADH{basis}", year): figure(code, basis, year)
        for code in CITIES
        for basis in "BK"
        for year in YEARS
    }


@pytest.mark.parametrize(
    "names",
    [
        ["2025Q1", "2025Q2", "2025Q3", "2025Q4"],
        ["Triwulan I 2025", "Triwulan II 2025", "Triwulan III 2025", "Triwulan IV 2025"],
        ["Tw I/2025", "Tw II/2025", "Tw III/2025", "Tw IV/2025"],
    ],
)
def test_quarters_as_columns(names):
    body = [[code, *(figure(code, str(number)) for number in (1, 2, 3, 4))] for code in CITIES]
    report = check(xlsx_file([["kode", *names], *body]), "x", "grdp_totals", constants=ONCE)
    assert report.ok, report.problems
    assert as_dict(report, "region_code", "period") == {
        (code, f"2025Q{number}"): figure(code, str(number)) for code in CITIES for number in (1, 2, 3, 4)
    }


@pytest.mark.parametrize(
    "words", [["I", "II", "III", "IV"], ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]]
)
def test_quarters_below_years_and_the_year_beside_them(words):
    body = [[code, *(figure(code, str(at)) for at in range(10))] for code in CITIES]
    rows = [
        ["kode", "2024", *[None] * 4, "2025", *[None] * 4],
        [None, *words, "Jumlah", *words, "Jumlah"],
        *body,
    ]
    report = check(
        merged_book(rows, [(0, 0, 1, 0, "kode"), (0, 1, 0, 5, "2024"), (0, 6, 0, 10, "2025")]),
        "x",
        "grdp_totals",
        constants=ONCE,
    )
    assert report.ok, report.problems
    periods = [f"{year}{part}" for year in (2024, 2025) for part in ("Q1", "Q2", "Q3", "Q4", "")]
    assert as_dict(report, "region_code", "period") == {
        (code, period): figure(code, str(at)) for code in CITIES for at, period in enumerate(periods)
    }


def test_quarters_as_columns_beside_a_column_of_years():
    body = [[code, "2025", *(figure(code, str(at)) for at in (1, 2, 3, 4))] for code in CITIES]
    rows = [["kode", "Tahun", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"], *body]
    report = check(csv_file(rows), "x", "grdp_totals", constants=ONCE)
    assert report.ok, report.problems
    assert as_dict(report, "region_code", "period") == {
        (code, f"2025Q{at}"): figure(code, str(at)) for code in CITIES for at in (1, 2, 3, 4)
    }


LABELS = {
    "bilingual": lambda code: f"{WRITTEN.get(code, code)}{SECTORS[code]}/Something in English",
    "lettered": lambda code: f"{WRITTEN.get(code, code)}. {SECTORS[code]}",
    "underscored": lambda code: SECTORS[code].lower().replace(", ", "_").replace(" ", "_"),
    "capital": lambda code: SECTORS[code].upper(),
    "code": lambda code: WRITTEN.get(code, code),
    "two lines": lambda code: f"{WRITTEN.get(code, code)} {SECTORS[code]}\nIn English",
}
BY_SECTOR = {(code, sector): figure(code, sector) for code in CITIES for sector in SECTORS}
QUARTER = ONCE | {"period": "2025Q1"}


@BOTH
@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
def test_cities_as_columns(make, label):
    body = [[label(sector), *(figure(code, sector) for code in CITIES)] for sector in SECTORS]
    rows = [["Lapangan Usaha", *(name.removeprefix("Kota ") for name in CITIES.values())], *body]
    report = check(make(rows), "x", "grdp_sectors", constants=QUARTER)
    assert report.ok, report.problems
    assert as_dict(report, "region_code", "sector") == BY_SECTOR


@BOTH
@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
def test_sectors_as_columns(make, label):
    body = [[CITIES[code], *(figure(code, sector) for sector in SECTORS)] for code in CITIES]
    report = check(make([["Kab/Kota", *map(label, SECTORS)], *body]), "x", "grdp_sectors", constants=QUARTER)
    assert report.ok, report.problems
    assert as_dict(report, "region_code", "sector") == BY_SECTOR


@BOTH
def test_components_as_columns(make):
    names = ["Konsumsi Rumah Tangga", "Pengeluaran Konsumsi LNPRT", "PMTB", "Net Ekspor"]
    body = [[CITIES[code], *(figure(code, name) for name in names)] for code in CITIES]
    report = check(make([["Wilayah", *names], *body]), "x", "grdp_expenditure", constants=QUARTER)
    assert report.ok, report.problems
    assert set(report.frame["component"]) == {read_label("component", name).code for name in names}
    assert len(report.frame) == 12


def test_regions_merged_down_the_rows():
    rows = [["Kabupaten/Kota", "Lapangan Usaha", *YEARS]]
    merges = []
    for code, name in CITIES.items():
        merges.append((len(rows), 0, len(rows) + len(SECTORS) - 1, 0, name))
        rows += [
            [None, f"{WRITTEN.get(s, s)}. {SECTORS[s]}", *(figure(code, s, y) for y in YEARS)]
            for s in SECTORS
        ]
    report = check(merged_book(rows, merges), "x", "grdp_sectors", constants=ONCE)
    assert report.ok, report.problems
    assert as_dict(report, "region_code", "sector", "period") == {
        (code, sector, year): figure(code, sector, year)
        for code in CITIES
        for sector in SECTORS
        for year in YEARS
    }


def test_a_merged_figure_is_not_repeated():
    rows = [
        ["kode", "periode", "harga", "nilai", "sumber"],
        *([code, "2024", "ADHB", None, "S0021"] for code in CITIES),
    ]
    report = check(merged_book(rows, [(1, 3, 3, 3, 5000)]), "x", "grdp_totals")
    assert report.frame["value_billion_rupiah"].notna().sum() == 1
    assert not report.ok


@BOTH
def test_indicators_as_columns_are_mapped_or_set_aside(make):
    head = [
        "Kabupaten Kota",
        "Tahun",
        "Sum of IPM",
        "Presentasi_penduduk_miskin",
        "Rata_rata_lama_sekolah",
        "Kategori",
    ]
    rows = [
        head,
        ["Sibolga", "2023", "75.1", "11.2", "10.6", "Tinggi"],
        ["Kota Medan", "2023", "82.2", "8", "11.6", "x"],
    ]
    asked = check(make(rows), "x", "indicators", constants={"source_id": "S0021"})
    assert not asked.ok
    assert asked.recognised.unmapped == {"Sum of IPM": ("hdi", "hdi_sp2010")}
    mapped = check(
        make(rows), "x", "indicators", constants={"source_id": "S0021"}, columns={"Sum of IPM": "hdi"}
    )
    assert mapped.ok, mapped.problems
    assert as_dict(mapped, "region_code", "indicator") == {
        ("1271", "hdi"): 75.1, ("1271", "poverty_pct"): 11.2, ("1271", "mean_years_schooling"): 10.6,
        ("1275", "hdi"): 82.2, ("1275", "poverty_pct"): 8.0, ("1275", "mean_years_schooling"): 11.6,
    }  # fmt: skip
    assert (mapped.frame["unit"] == [INDICATORS[code].unit for code in mapped.frame["indicator"]]).all()
    aside = check(make(rows), "x", "indicators", constants={"source_id": "S0021"}, columns={"Sum of IPM": ""})
    assert aside.ok
    assert len(aside.frame) == 4


def test_an_empty_cell_of_a_wide_table_is_missing_not_zero():
    rows = [["kode", *YEARS], ["1271", 5, None, "-"], ["1275", "...", 7, 8]]
    report = check(xlsx_file(rows), "x", "grdp_totals", constants=ONCE)
    assert as_dict(report, "region_code", "period") == {
        ("1271", "2021"): 5,
        ("1275", "2022"): 7,
        ("1275", "2023"): 8,
    }


def test_a_wrong_figure_is_named_by_line_and_heading():
    rows = [["kode", *YEARS], ["1271", "1", "dua", "3"], ["1299", "1", "2", "3"]]
    report = check(csv_file(rows), "x", "grdp_totals", constants=ONCE)
    assert ("not_number", 2, "2022") in told(report, "code", "line", "column")
    assert ("unknown_region", 3, "kode") in told(report, "code", "line", "column")
    marked = report.marked()
    assert marked["baris"].tolist() == [2, 3]
    assert list(marked.columns) == ["baris", "kode", *YEARS, "masalah"]
    mended = {(2, "2022"): "2", (3, "kode"): "1275"}
    after = check(csv_file(rows), "x", "grdp_totals", constants=ONCE, mended=mended)
    assert after.ok, after.problems
    assert len(after.frame) == 6


def test_a_name_two_regions_share_stops_the_file():
    rows = [["Kab/Kota", *YEARS], ["Solok", 1, 2, 3], ["Kota Solok", 1, 2, 3]]
    report = check(csv_file(rows), "x", "grdp_totals", constants=ONCE)
    assert not report.ok
    assert ("two_regions", 2) in told(report, "code", "line")
    columns = check(
        csv_file([["Lapangan Usaha", "Solok", "Medan"], ["A", 1, 2]]), "x", "grdp_sectors", constants=QUARTER
    )
    assert "two_regions" in codes(columns)


def test_rows_that_are_other_measures_are_left_out_and_said():
    rows = [
        ["Lapangan Usaha", "Medan", "Binjai"],
        ["A. Pertanian, Kehutanan, dan Perikanan", 5, 6],
        ["1. Pertanian, Peternakan, Perburuan dan Jasa Pertanian", 3, 4],
        ["a. Tanaman Pangan", 1, 1],
        ["B. Pertambangan dan Penggalian", 1, 2],
        ["PDRB Tanpa Migas", 6, 8],
        ["Produk Domestik Regional Bruto", 6, 8],
    ]
    report = check(csv_file(rows), "x", "grdp_sectors", constants=QUARTER)
    assert report.ok, report.problems
    assert sorted(set(report.frame["sector"])) == ["A", "B", "TOTAL"]
    assert {"part_row", "other_total"} <= set(codes(report))


def test_letters_that_disagree_with_their_label_stop_the_file():
    rows = [
        ["Lapangan Usaha", "Medan", "Binjai"],
        ["B. Konstruksi", 1, 2],
        ["A. Pertanian, Kehutanan, dan Perikanan", 1, 2],
    ]
    report = check(csv_file(rows), "x", "grdp_sectors", constants=QUARTER)
    assert not report.ok
    assert 2 in {problem.line for problem in report.found if problem.severity == "error"}


def test_a_long_table_stays_as_it_is():
    rows = [["region_code", "period", "price_basis", "value_billion_rupiah", "source_id", "2021"]]
    rows += [["1275", "2024", "ADHB", "5", "S0021", "7"]]
    report = check(csv_file(rows), "x", "grdp_totals")
    assert report.recognised.unfolded == {}
    assert report.frame["value_billion_rupiah"].tolist() == [5]
    assert "unknown_column" in codes(report)


def test_stamps_of_whole_years_are_years():
    head = ["kode", "tahun", "harga", "nilai", "sumber"]
    rows = [head, *(["1275", f"{year}-01-01T00:00:00", "ADHB", "5", "S0021"] for year in YEARS)]
    report = check(csv_file(rows), "x", "grdp_totals")
    assert report.ok, report.problems
    assert report.frame["period"].tolist() == list(YEARS)
    rows[2][1] = "2022-04-01T00:00:00"
    assert not check(csv_file(rows), "x", "grdp_totals").ok


def book(*sheets, **more) -> bytes:
    first, *others = sheets
    return xlsx_file(first[1], first[0], more=others, **more)


TITLE = [["PDRB Kota se-Sumatera Utara"], ["Diterbitkan oleh BPS"]]


def test_the_sheet_that_fits_is_found_and_several_are_offered():
    report = check(
        book(("Sampul", TITLE), ("Isi", wide()), ("Daftar", [["a", "b"]])), "x", "grdp_totals", constants=ONCE
    )
    years(report)
    assert report.recognised.sheet == "Isi"
    assert report.recognised.fitting == ()
    several = check(
        book(("Sampul", TITLE), ("Satu", wide()), ("Dua", wide())), "x", "grdp_totals", constants=ONCE
    )
    assert several.recognised.fitting == ("Satu", "Dua")
    assert "several_sheets" in codes(several)
    assert check(book(("Sampul", TITLE)), "x", "grdp_totals").frame is None


def test_what_a_workbook_hides_is_said():
    import io

    import xlsxwriter

    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    page, other = made.add_worksheet("Isi"), made.add_worksheet("Lama")
    for sheet in (page, other):
        for at, row in enumerate(wide()):
            sheet.write_row(at, 0, row)
    other.hide()
    page.set_row(2, None, None, {"hidden": True})
    page.set_column(2, 2, None, None, {"hidden": True})
    made.close()
    report = check(out.getvalue(), "x", "grdp_totals", constants=ONCE)
    years(report)
    assert {"hidden_sheets", "hidden_rows", "hidden_columns"} <= set(codes(report))
    assert report.recognised.sheet == "Isi"
    shown = check(out.getvalue(), "x", "grdp_totals", constants=ONCE, sheet="Lama")
    assert "hidden_sheet" in codes(shown)


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_wide_tables_of_an_indonesian_excel(separator, encoding):
    body = [
        [CITIES[code], *(f"{figure(code, year):.2f}".replace(".", ",") for year in YEARS)] for code in CITIES
    ]
    content = csv_file([["Kabupaten/Kota", *YEARS], *body], separator, encoding)
    report = check(content, "pdrb adhb.csv", "grdp_totals", constants=ONCE)
    years(report)
    assert report.recognised.proposed["price_basis"] == ("ADHB", "pdrb adhb")
