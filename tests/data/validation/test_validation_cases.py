"""What the checker says of one wrong thing in an otherwise right file."""

from __future__ import annotations

import pandas as pd
import pytest
from upload_files import (
    GRDP,
    INDICATORS,
    TOTALS,
    codes,
    csv_file,
    indicator,
    indicators,
    told,
    xlsx_file,
)

from data import UnknownTable, load, validation
from data.templates import template_csv
from data.validation import check
from data.validation.messages import ERROR, MESSAGES
from i18n import using

GOOD = indicator("4.1")


def test_a_right_row_gives_the_reading_and_nothing_else():
    report = indicators(GOOD)
    assert report.ok
    assert codes(report) == []
    assert report.lines == [2]
    row = report.frame.iloc[0]
    assert (row["region_code"], row["year"], row["value"]) == ("1371", 2025, 4.1)
    assert report.frame.dtypes.equals(load("indicators").dtypes)
    assert report.recognised.columns == {name: name for name in INDICATORS}


CASES = [
    ("region_code", "", "required"),
    ("region_code", "1299", "unknown_region"),
    ("region_code", "abc", "unknown_region_name"),
    ("region_code", "Kota Medan", "label_given"),
    ("region_code", "Solok", "two_regions"),
    ("region_code", "12.71", "dotted"),
    ("indicator", "poverty", "not_in_list"),
    ("indicator", "poverty_pc", "not_in_list_near"),
    ("indicator", "Poverty_Pct", "other_spelling"),
    ("indicator", "Penduduk miskin", "label_given"),
    ("year", "25", "not_year"),
    ("year", "2025 kira-kira", "not_year"),
    ("year", "1850", "impossible_low"),
    ("year", "2990", "impossible_high"),
    ("year", "2034", "future"),
    ("value", "", "required"),
    ("value", "tinggi", "not_number"),
    ("value", "-", "nothing_mark"),
    ("value", "n/a", "nothing_mark"),
    ("value", "101", "impossible_high"),
    ("value", "-1", "impossible_low"),
    ("value", "75", "high"),
    ("value", "0.2", "low"),
    ("value", "4.1%", "percent"),
    ("value", "4.1e0", "scientific"),
    ("value", "(4.1)", "in_brackets"),
    ("value", "4.1\x01", "control"),
    ("unit", "jiwa", "wrong_unit"),
    ("unit", "%", "label_given"),
    ("unit", "kuintal", "not_in_list"),
    ("source_id", "S9999", "unknown_key"),
    ("source_id", "BPS", "pattern"),
    ("note", "x" * 6000, "too_long"),
]


@pytest.mark.parametrize(("column", "value", "code"), CASES)
def test_one_wrong_cell(column, value, code):
    row = dict(zip(INDICATORS, GOOD, strict=True)) | {column: value}
    report = indicators([*GOOD[:2], "2024", *GOOD[3:]], list(row.values()))
    at = [problem for problem in report.found if problem.code == code]
    assert at, codes(report)
    assert {problem.line for problem in at} == {3} or code == "home_affairs"
    assert {problem.column for problem in at} == {column}
    assert at[0].value == value[:200]
    assert report.ok is (MESSAGES[code].severity != ERROR)


def test_everything_is_reported_at_once():
    report = indicators(
        indicator("tinggi", "1299", year="25"),
        indicator("101", source_id="S9999"),
        indicator("", indicator="ngawur", unit="kuintal"),
    )
    assert {(p.line, p.column) for p in report.found} >= {
        (2, "region_code"),
        (2, "year"),
        (2, "value"),
        (3, "value"),
        (3, "source_id"),
        (4, "indicator"),
        (4, "value"),
        (4, "unit"),
    }
    assert not report.ok
    assert len(report.frame) == 3
    assert report.frame["value"].isna().all()


def test_problems_are_a_table_in_both_languages():
    report = indicators(indicator("tinggi"))
    with using("id"):
        indonesian = report.problems
    with using("en"):
        english = report.problems
    assert list(indonesian.columns) == ["severity", "line", "column", "value", "reason", "remedy"]
    assert indonesian.loc[0, "reason"] == "Bukan angka."
    assert english.loc[0, "reason"] == "Not a number."
    assert indonesian["line"].dtype == "Int64"


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_is_translated_and_filled(code):
    from i18n import _

    for text in (MESSAGES[code].reason, MESSAGES[code].remedy):
        with using("en"):
            assert _(text) != text


def test_duplicates_name_the_first_line():
    report = indicators(GOOD, indicator("4.5", year="2024"), GOOD)
    assert told(report, "code", "line", "facts") == [("duplicate", 4, (("first", "2"),))]


def test_jump_against_the_value_in_force_and_the_one_before():
    now = (
        load("indicators")
        .query("region_code == '1371' and indicator == 'poverty_pct' and year == 2025")["value"]
        .iloc[0]
    )
    assert "jump" in codes(indicators(indicator(str(now * 1.8))))
    assert codes(indicators(indicator(str(round(now * 1.3, 2))))) == []
    report = indicators(indicator("7", year="2026"), indicator("12", year="2027"))
    assert [line for code, line in told(report, "code", "line") if code == "jump"] == [2, 3]


def test_a_thousandfold_value_is_a_unit():
    population = load("indicators").query(
        "region_code == '1371' and indicator == 'population' and year == 2024"
    )
    value = population["value"].iloc[0] / 1000
    report = indicators(indicator(str(round(value, 3)), indicator="population", year="2024", unit="jiwa"))
    assert "jump_scale" in codes(report)


def test_old_series_under_the_name_of_the_new_one():
    table = load("indicators").set_index(["region_code", "indicator", "year"])["value"]
    old = table["1371", "hdi_sp2010", 2024]
    assert old != table["1371", "hdi", 2024]
    row = {"indicator": "hdi", "year": "2024", "unit": "indeks"}
    assert codes(indicators(indicator(str(old), **row))) == ["other_series"]
    assert codes(indicators(indicator("80", **row | {"year": "2015"}))) == ["series_too_early"]
    assert codes(
        indicators(indicator(str(table["1371", "hdi", 2024]), **row, note="seri SP2010 (seri lama)"))
    ) == ["series_named"]


def grdp_of_medan(**changed) -> list[list[str]]:
    rows = load("grdp_sectors").query(
        "region_code == '1275' and period == '2026Q1' and price_basis == 'ADHB'"
    )
    values = dict(zip(rows["sector"], rows["value_billion_rupiah"], strict=True)) | changed
    return [
        ["1275", "2026Q1", "ADHB", sector, repr(value), "S0005"]
        for sector, value in values.items()
        if value is not None
    ]


@pytest.mark.parametrize("mode", ["update", "replace"])
def test_sectors_that_add_up(mode):
    assert codes(check(csv_file([GRDP, *grdp_of_medan()]), "x", "grdp_sectors", mode=mode)) == []


def test_sectors_that_do_not_add_up():
    report = check(csv_file([GRDP, *grdp_of_medan(C=20_000.0)]), "x", "grdp_sectors")
    assert "sum" in codes(report)
    assert not report.ok
    problem = next(problem for problem in report.found if problem.code == "sum")
    assert problem.line == 2 + 17  # the row of TOTAL
    small = check(csv_file([GRDP, *grdp_of_medan(TOTAL=91_446.2)]), "x", "grdp_sectors")
    assert codes(small) == ["sum_small"]
    assert small.ok


def test_an_update_of_one_sector_is_added_up_with_those_in_force():
    one = [row for row in grdp_of_medan(C=20_000.0) if row[3] == "C"]
    assert "sum" in codes(check(csv_file([GRDP, *one]), "x", "grdp_sectors", mode="update"))
    assert "sum_incomplete" in codes(check(csv_file([GRDP, *one]), "x", "grdp_sectors", mode="replace"))


def test_a_sector_left_out_is_told():
    report = check(csv_file([GRDP, *grdp_of_medan(B=None)]), "x", "grdp_sectors", mode="replace")
    assert ("sum_incomplete", (("missing", "B"),)) in told(report, "code", "facts")


def test_food_under_the_wrong_group():
    head = ["region_code", "year", "commodity_group", "commodity", "rupiah_per_capita_per_week", "source_id"]
    report = check(
        csv_file([head, ["1275", "2025", "buah", "Tongkol", "100", "S0036"]]), "x", "household_spending"
    )
    assert "other_group" in codes(report)


def test_example_row_left_in():
    assert "example_row" in codes(check(template_csv("indicators"), "x", "indicators"))


def test_columns_not_given_keep_what_is_in_force_in_an_update():
    head = [name for name in INDICATORS if name != "note"]
    rows = load("indicators").query("region_code == '1371' and indicator == 'hdi' and year == 2024")
    row = ["1371", "hdi", "2024", "83.5", "indeks", "S0054"]
    updated = check(csv_file([head, row]), "x", "indicators", mode="update")
    replaced = check(csv_file([head, row]), "x", "indicators", mode="replace")
    assert updated.frame["note"].tolist() == rows["note"].tolist()
    assert replaced.frame["note"].isna().all()
    assert updated.recognised.missing_optional == ("note",)
    assert codes(updated) == ["missing_optional"]


def test_missing_and_unknown_columns_are_listed():
    report = check(
        csv_file(
            [
                ["kode wilayah", "tahun", "nilai", "satuan", "pendapat", "indikatr"],
                ["1275", "2025", "7", "persen", "bagus", "x"],
            ]
        ),
        "x",
        "indicators",
    )
    assert report.recognised.missing == ("indicator", "source_id")
    assert report.recognised.unknown == ("pendapat", "indikatr")
    assert {"missing_column", "unknown_column", "unknown_column_near"} <= set(codes(report))
    assert len(report.frame) == 1
    assert report.frame["value"].tolist() == [7]


def test_the_user_points_out_columns():
    content = csv_file([["a", "indikator", "tahun", "nilai", "satuan", "sumber"], GOOD[:6]])
    assert not check(content, "x", "indicators").ok
    report = check(content, "x", "indicators", columns={"a": "region_code"})
    assert report.ok
    assert report.frame["region_code"].tolist() == ["1371"]


def test_two_headings_for_one_column():
    content = csv_file([[*INDICATORS, "nilai"], [*GOOD, "8"]])
    report = check(content, "x", "indicators")
    assert "repeated_column" in codes(report)
    assert check(content, "x", "indicators", columns={"nilai": ""}).ok


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("nilai (miliar rupiah)", False),
        ("Nilai (Milyar Rp)", False),
        ("nilai", False),
        ("nilai (juta rupiah)", True),
        ("Nilai (Triliun Rp)", True),
    ],
)
def test_unit_in_a_heading(heading, wrong):
    content = csv_file(
        [["kode", "periode", "dasar harga", heading, "sumber"], ["1275", "2024", "ADHB", "345000", "S0031"]]
    )
    report = check(content, "x", "grdp_totals")
    assert ("heading_unit" in codes(report)) is wrong
    assert "value_billion_rupiah" in report.recognised.columns.values()


def test_titles_above_the_headings_and_line_numbers():
    rows = [["PDRB Kota Medan"], [], ["menurut BPS"], TOTALS, ["1371", "2024", "ADHB", "abc", "S0031"]]
    report = check(csv_file(rows), "x", "grdp_totals")
    assert report.recognised.header_line == 4
    assert ("not_number", 5) in told(report, "code", "line")
    assert "lines_above" in codes(report)


def test_line_numbers_survive_newlines_in_quotes_and_blank_lines():
    content = csv_file(
        [
            INDICATORS,
            indicator("4", note="dua\nbaris"),
            [],
            indicator("abc", year="2024", note='dengan "kutip"'),
        ]
    )
    report = check(content, "x", "indicators")
    assert told(report, "code", "line") == [("not_number", 5)]
    assert report.frame["note"].tolist()[0] == "dua\nbaris"
    assert report.lines == [2, 5]


def test_marked_rows_carry_line_and_problem():
    report = indicators(indicator("abc"), indicator("4", year="2024"))
    marked = report.marked()
    assert marked["baris"].tolist() == [2, 3]
    assert marked["value"].tolist() == ["abc", "4"]
    assert marked.loc[0, "masalah"] == "value: Bukan angka."
    assert marked.loc[1, "masalah"] == ""


def test_a_broken_quote_loses_its_row_only():
    good = ",".join(indicator("7", year="2024"))
    text = f'{",".join(INDICATORS)}\n1371,poverty_pct,2025,7,persen,S0055,"tak tertutup\n{good}\n'
    report = check(text.encode(), "x", "indicators")
    assert ("quote", 2) in told(report, "code", "line")
    assert report.lines == [3]
    marked = report.marked()
    assert marked["baris"].tolist() == [2, 3]
    assert marked.loc[0, "masalah"].startswith("Tanda kutip")


def test_more_cells_than_headings():
    text = f"{','.join(INDICATORS[:6])}\n1371,poverty_pct,2025,7,94,persen,S0055\n"
    report = check(text.encode(), "x", "indicators")
    assert ("shifted", 2) in told(report, "code", "line")
    assert not report.ok


def test_fewer_cells_than_headings():
    text = f"{','.join(INDICATORS)}\n1371,poverty_pct,2025,4,persen,S0055\n"
    report = check(text.encode(), "x", "indicators")
    assert codes(report) == ["short"]
    assert report.ok


def test_nothing_is_unknown_or_zero_by_itself():
    head = ["region_code", "year", "award", "index_value", "predicate", "note", "source_id"]
    report = check(
        csv_file(
            [
                head,
                ["1371", "2024", "Piala", "-", "", "", "S0725"],
                ["1371", "2023", "Piala", "", "", "", "S0725"],
            ]
        ),
        "x",
        "awards",
    )
    assert codes(report) == ["nothing_mark_optional"]
    assert report.frame["index_value"].isna().all()


def test_the_file_name_is_never_a_path():
    report = check(b"", "../../etc/passwd", "apps")
    assert report.filename == "passwd"
    assert check(b"", "C:\\x\\data.csv", "apps").filename == "data.csv"


def test_unknown_table_and_choice_are_the_programmers_fault():
    with pytest.raises(UnknownTable):
        check(b"", "x", "nothing")
    with pytest.raises(TypeError):
        check(b"", "x", "apps", colour="red")


@pytest.mark.parametrize(
    "choices",
    [{"encoding": "klingon"}, {"separator": "x"}, {"header_line": 999}, {"header_line": -1}],
)
def test_a_wrong_choice_is_a_sentence(choices):
    report = indicators(GOOD, **choices)
    assert codes(report) == ["bad_choice"]
    assert report.frame is None


def test_excel_cells_of_every_kind():
    import datetime

    rows = [
        INDICATORS,
        [1371, "poverty_pct", 2025, 4.1, "persen", "S0055", None],
        [1371, "poverty_pct", datetime.date(2024, 1, 1), 4.2, "persen", "S0055", None],
        [1371, "poverty_pct", 2023, True, "persen", "S0055", None],
        [1371, "poverty_pct", 2022, datetime.date(2024, 5, 1), "persen", "S0055", None],
        [1371, "poverty_pct", 2021, "#N/A", "persen", "S0055", None],
        [1371.0, "poverty_pct", "2020", "4,41", "persen", "S0055", 5],
    ]
    report = check(xlsx_file(rows), "x.xlsx", "indicators")
    assert report.frame["region_code"].tolist() == ["1371"] * 6
    assert told(report, "code", "line") == [
        ("date_in_year", 3),
        ("boolean", 4),
        ("date_in_number", 5),
        ("nothing_mark", 6),
    ]
    assert report.frame["value"].tolist()[0] == 4.1
    assert report.frame["value"].tolist()[5] == 4.41
    assert report.frame["note"].tolist()[5] == "5"


def test_excel_formulas_errors_and_percentages():
    rows = [
        INDICATORS,
        *[[1371, "poverty_pct", year, None, "persen", "S0055", None] for year in (2025, 2024, 2023)],
    ]
    rows[1][3], rows[2][3], rows[3][3] = "=1/0", 0.0794, "=3+4"
    report = check(xlsx_file(rows, formats={(2, 3): "0.0%"}), "x.xlsx", "indicators")
    assert report.frame["value"].tolist()[1] == 7.94
    assert "percent" in codes(report)
    assert "formulas" in codes(report)


def test_sheets():
    other = [INDICATORS, indicator("8")]
    content = xlsx_file([INDICATORS, GOOD], "Pertama", more=[("Kedua", other)])
    assert check(content, "x", "indicators").frame["value"].tolist() == [4.1]
    second = check(content, "x", "indicators", sheet="Kedua")
    assert second.frame["value"].tolist() == [8]
    assert second.recognised.sheets == ("Pertama", "Kedua")
    missing = check(content, "x", "indicators", sheet="Ketiga")
    assert codes(missing) == ["unknown_sheet"]


def test_problems_beyond_the_limit_are_counted():
    from data.validation import report as reporting

    rows = [indicator("abc", region="9999", year=str(year)) for year in range(2000, 2025)] * 600
    found = indicators(*rows)
    shown = found.problems
    assert len(shown) == reporting.MOST_PROBLEMS + 1
    assert shown.iloc[-1]["reason"].startswith("Masih ada")
    assert isinstance(shown, pd.DataFrame)


def test_a_fault_of_ours_is_a_sentence_with_the_number_the_log_has(monkeypatch, caplog):
    def broken(_upload):
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(validation, "read_columns", broken)
    report = check(template_csv("indicators"), "x.csv", "indicators")
    assert not report.ok and report.frame is None
    assert codes(report) == ["unexpected"]
    number = report.problems["remedy"][0].rsplit(" ", 1)[-1].rstrip(".")
    assert len(number) == 8
    [record] = [each for each in caplog.records if each.levelname == "ERROR"]
    assert number in record.getMessage() and record.exc_info[0] is ZeroDivisionError
