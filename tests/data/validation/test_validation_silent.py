"""What was once read wrong in silence: units, quarters, codes of another city, formulas, absent keys."""

from __future__ import annotations

import pytest
from upload_files import GRDP, INDICATORS, TOTALS, codes, csv_file, indicators, told, xlsx_file

from data.validation import check

SECTORS = ["kode wilayah", "nama", "periode", "dasar harga", "lapangan usaha", "nilai"]
ONE = ["1203", "Kabupaten Tapanuli Selatan", "2024", "ADHB", "C"]
TITLED = [*SECTORS[:1], *SECTORS[2:]]
ONE_TITLED = [ONE[0], *ONE[2:]]


def value(report) -> float:
    return report.frame["value_billion_rupiah"].iloc[0]


UNITS = [
    # (unit as written, figure, agreed, right figure)
    ("Juta Rupiah", "300100.5", "juta rupiah", 300.1005),
    ("juta Rp", "300100.5", "Juta Rupiah", 300.1005),
    ("Rupiah", "300100500000", "rupiah", 300.1005),
    ("Triliun Rupiah", "0.3001005", "triliun rupiah", 300.1005),
    ("ribu rupiah", "300100500", "ribu rupiah", 300.1005),
]


@pytest.mark.parametrize("heading", ["satuan", "Unit", "keterangan ukuran"])
@pytest.mark.parametrize(("unit", "figure", "agreed", "right"), UNITS)
def test_a_column_of_units_stops_the_file_until_it_is_agreed_to(heading, unit, figure, agreed, right):
    rows = [[*SECTORS, heading, "sumber"], [*ONE, figure, unit, "S0021"]]
    refused = check(csv_file(rows, ";"), "x", "grdp_sectors")
    assert not refused.ok
    assert "unit_other" in codes(refused)
    assert refused.recognised.given_unit == unit
    report = check(csv_file(rows, ";"), "x", "grdp_sectors", constants={"unit": agreed})
    assert report.ok, report.problems
    assert value(report) == pytest.approx(right, rel=1e-12)
    assert "unit_converted" in codes(report)


@pytest.mark.parametrize(
    "title",
    [
        "PDRB menurut Lapangan Usaha (juta rupiah), 2024",
        "GRDP by Industry, 2024 (million rupiahs)",
        "Nilai dalam jutaan rupiah",
    ],
)
@pytest.mark.parametrize("make", [csv_file, xlsx_file])
def test_a_unit_in_a_title_stops_the_file_until_it_is_agreed_to(title, make):
    rows = [[title], [], [*TITLED, "sumber"], [*ONE_TITLED, "300100.5", "S0021"]]
    refused = check(make(rows), "x", "grdp_sectors")
    assert "unit_other" in codes(refused)
    assert not refused.ok
    agreed = check(make(rows), "x", "grdp_sectors", constants={"unit": "juta rupiah"})
    assert agreed.ok, agreed.problems
    assert value(agreed) == pytest.approx(300.1005)


def test_the_units_of_file_and_user_have_to_agree():
    rows = [[*SECTORS, "satuan", "sumber"], [*ONE, "300100.5", "Juta Rupiah", "S0021"]]
    assert "unit_not_agreed" in codes(
        check(csv_file(rows), "x", "grdp_sectors", constants={"unit": "miliar rupiah"})
    )
    rows = [["PDRB (miliar rupiah)"], *rows]
    assert "units_disagree" in codes(
        check(csv_file(rows), "x", "grdp_sectors", constants={"unit": "juta rupiah"})
    )


def test_the_unit_of_the_table_itself_needs_no_agreement():
    for unit in ("Miliar Rupiah", "milyar rupiah", "Miliar Rp"):
        rows = [[*SECTORS, "satuan", "sumber"], [*ONE, "300.5", unit, "S0021"]]
        report = check(csv_file(rows), "x", "grdp_sectors")
        assert report.ok, report.problems
        assert value(report) == 300.5


def test_the_unit_of_an_indicator_is_converted_when_agreed():
    rows = [INDICATORS[:6], ["1171", "grdp_per_capita_adhb", "2024", "98.2", "Juta Rupiah", "S0021"]]
    refused = check(csv_file(rows), "x", "indicators")
    assert "unit_other" in codes(refused)
    assert not refused.ok
    report = check(csv_file(rows), "x", "indicators", constants={"unit": "juta rupiah"})
    assert report.ok, report.problems
    assert report.frame[["value", "unit"]].iloc[0].tolist() == [98_200.0, "ribu rupiah"]
    people = [INDICATORS[:6], ["1171", "poor_population_thousand", "2024", "19000", "jiwa", "S0021"]]
    report = check(csv_file(people), "x", "indicators", constants={"unit": "jiwa"})
    assert report.frame["value"].tolist() == [19.0]


@pytest.mark.parametrize(
    ("quarter", "heading"),
    [
        ("Triwulan 1", "triwulan"),
        ("III", "Triwulan"),
        ("Q2", "kuartal"),
        ("4", "triwulan_num"),
        ("TW II", "Tw"),
    ],
)
def test_year_and_quarter_are_joined_and_no_choice_drops_the_quarter(quarter, heading):
    rows = [
        ["kode_wilayah", "tahun", heading, "harga", "nilai", "sumber"],
        ["1203", "2025", quarter, "ADHB", "1100.5", "S0021"],
        ["1203", "2024", "", "ADHB", "4100.5", "S0021"],
    ]
    number = {"Triwulan 1": 1, "III": 3, "Q2": 2, "4": 4, "TW II": 2}[quarter]
    report = check(csv_file(rows), "x", "grdp_totals")
    assert report.ok, report.problems
    assert report.frame["period"].tolist() == [f"2025Q{number}", "2024"]
    for dropped in ({heading: ""}, {heading: "", "tahun": "period"}):
        refused = check(csv_file(rows), "x", "grdp_totals", columns=dropped)
        assert not refused.ok
        assert "quarter_dropped" in codes(refused)


def test_periods_that_disagree_stop_the_file():
    head = ["kode_wilayah", "periode", "tahun", "triwulan", "harga", "nilai", "sumber"]
    rows = [head, ["1203", "2025Q4", "2025", "4", "ADHB", "1", "S0021"]]
    assert check(csv_file(rows), "x", "grdp_totals").frame["period"].tolist() == ["2025Q4"]
    for wrong in (["1203", "2025Q4", "2025", "3"], ["1203", "2025Q4", "2024", "4"]):
        refused = check(csv_file([head, [*wrong, "ADHB", "1", "S0021"]]), "x", "grdp_totals")
        assert "period_disagrees" in codes(refused)
        assert not refused.ok


def test_a_quarter_does_not_enter_a_table_of_years():
    rows = [
        [*INDICATORS[:3], "triwulan", *INDICATORS[3:6]],
        ["1371", "growth_pct", "2025", "I", "4.1", "persen", "S0055"],
    ]
    assert "quarter_in_year" in codes(check(csv_file(rows), "x", "indicators"))
    titled = [["PDRB Triwulan I"], TOTALS, ["1203", "2025", "ADHB", "5", "S0021"]]
    assert "title_quarter" in codes(check(csv_file(titled), "x", "grdp_totals"))


AWARD = ["tahun", "penghargaan", "predikat", "sumber"]


@pytest.mark.parametrize(
    "heading", ["nama_kabupaten_kota", "Kab Kota Penerima", "x", "bps_nama_kabupaten_kota"]
)
def test_names_prove_the_codes_whatever_their_heading(heading):
    rows = [
        ["kode_wilayah", heading, *AWARD],
        ["1271", "KOTA MEDAN", "2024", "Contoh", "Utama", "S0725"],
        ["1275", "KOTA BINJAI", "2024", "Contoh", "Madya", "S0725"],
    ]
    report = check(csv_file(rows), "x", "awards")
    assert not report.ok
    assert report.recognised.codes == "kemendagri"
    translated = check(csv_file(rows), "x", "awards", translate_codes=True)
    assert translated.ok
    assert translated.frame["region_code"].tolist() == ["1275", "1276"]


def test_the_sector_beside_a_label_is_no_region():
    head = ["kab_kota", "kode", "lapangan_usaha", "tahun", "harga", "nilai", "sumber"]
    rows = [head, *(["Kota Batam", *each, "2025Q1", "ADHB", "5", "S0021"] for each in (
        ["A", "A. Pertanian, Kehutanan, dan Perikanan"], ["M,N", "M,N. Jasa Perusahaan"], ["L", "Real Estat"]
    ))]  # fmt: skip
    report = check(csv_file(rows), "x", "grdp_sectors", translate_names=True)
    assert report.ok, report.problems
    assert report.frame["sector"].tolist() == ["A", "MN", "L"]
    assert set(report.frame["region_code"]) == {"2171"}
    rows[1][2] = "Konstruksi"
    wrong = check(csv_file(rows), "x", "grdp_sectors", translate_names=True)
    assert ("label_disagrees", 2) in told(wrong, "code", "line")


def test_the_province_beside_a_code_has_to_be_its_own():
    head = ["bps_kode_provinsi", "bps_nama_provinsi", "bps_kode_kabupaten_kota", "bps_nama_kabupaten_kota"]
    head += ["tahun", "harga", "nilai", "sumber"]
    right = ["11", "Aceh", "1171", "Kota Banda Aceh", "2024", "ADHB", "5", "S0021"]
    assert check(csv_file([head, right]), "x", "grdp_totals").ok
    for wrong in (["12", "Aceh"], ["11", "Riau"]):
        refused = check(csv_file([head, [*wrong, *right[2:]]]), "x", "grdp_totals")
        assert "parent_disagrees" in codes(refused)
        assert not refused.ok


@pytest.mark.parametrize("formula", ["=1100.5*2", "=SUM(A1:B1)"])
def test_formulas_never_calculated_are_refused_cell_by_cell(formula):
    row = ["1203", "2024", "ADHB", "A"]
    content = xlsx_file([GRDP, [*row, formula, "S0021"], [*row[:3], "B", formula, "S0021"]])
    report = check(content, "x.xlsx", "grdp_sectors")
    assert not report.ok
    assert [line for code, line in told(report, "code", "line") if code == "empty_formula"] == [2, 3]
    assert report.frame["value_billion_rupiah"].isna().all()


def test_optional_key_columns_may_be_absent():
    head, row = ["kode_wilayah", "nama", "tahun", "penghargaan"], ["1275", "Kota Medan", "2024", "Adipura"]
    for missing in ([], ["predikat"], ["catatan"]):
        rows = [[*head, *missing, "sumber"], [*row, *["Utama"] * len(missing), "S0725"]]
        for mode in ("update", "replace"):
            report = check(csv_file(rows), "x", "awards", mode=mode)
            assert report.ok, report.problems
    rows = [["party_a", "party_b", "instrumen", "subjek", "sumber"]]
    rows += [["Kota Medan", "Kota Binjai", "MoU", "Sampah", "S0725"]]
    report = check(csv_file(rows), "x", "cooperation")
    assert report.ok, report.problems
    assert report.frame[["date", "description"]].isna().all(axis=None)


def test_a_title_that_disagrees_stops_the_file():
    rows = [["PDRB Atas Dasar Harga Konstan 2010"], TOTALS, ["1203", "2024", "ADHB", "5", "S0021"]]
    report = check(csv_file(rows), "x", "grdp_totals")
    assert "title_disagrees" in codes(report)
    assert not report.ok


def test_what_is_said_once_has_to_agree_with_the_file():
    rows = [TOTALS[:3] + TOTALS[3:4], ["1203", "2024", "ADHB", "5"]]
    said = {"source_id": "S0021", "price_basis": "ADHK"}
    report = check(csv_file(rows), "x", "grdp_totals", constants=said)
    assert "constant_disagrees" in codes(report)
    assert check(csv_file(rows), "x", "grdp_totals", constants=said | {"price_basis": "ADHB"}).ok
    wrong = check(csv_file(rows), "x", "grdp_totals", constants={"source_id": "S9999"})
    assert told(wrong, "code", "line", "column") == [("unknown_key", None, "source_id")]
    assert codes(check(csv_file(rows), "x", "grdp_totals", constants={"colour": "red"}))[0] == "bad_choice"


def test_signs_of_missing_figures_are_no_zero_and_no_row():
    for sign in ("-", "…", "...", "NA", "n.a.", "n/a", "–"):
        report = indicators(["1371", "poverty_pct", "2025", "4.1", "persen", "S0055", ""],
                            ["1371", "poverty_pct", "2024", sign, "persen", "S0055", ""])  # fmt: skip
        assert report.ok, report.problems
        assert report.frame["year"].tolist() == [2025]
        assert report.lines == [2]
        assert ("nothing_mark", 3) in told(report, "code", "line")
