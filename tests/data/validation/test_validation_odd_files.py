"""No file whatsoever brings a traceback, an unbounded wait or a silently wrong number."""

from __future__ import annotations

import time
import tracemalloc

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd_files import BOOK, FAMILIES, GOOD, HEAD
from upload_files import GRDP, INDICATORS, codes, csv_file, indicator

from data import load
from data.schema import TABLES
from data.validation import Report, check
from i18n import using

FILES = [(family, name, content) for family, make in FAMILIES.items() for name, content in make()]
LONGEST = 10  # seconds of work
LARGEST = 400_000_000  # bytes


def sound(report: Report, table: str = "indicators") -> None:
    """Whatever the file, the report is one a person can use."""
    assert "unexpected" not in codes(report)
    problems = report.problems
    assert report.ok == (report.frame is not None and not (problems["severity"] == "error").any())
    assert problems["reason"].str.len().gt(0).all()
    assert problems["remedy"].str.len().gt(0).all()
    with using("en"):
        assert len(report.problems) == len(problems)
    if report.frame is None:
        assert len(problems)
        return
    assert tuple(report.frame.columns) == TABLES[table].names
    assert len(report.frame) == len(report.lines) == report.recognised.rows
    marked = report.marked()
    assert {"baris", "masalah"} <= set(marked.columns)
    if report.ok:
        for column in TABLES[table].columns:
            assert str(report.frame[column.name].dtype) == column.dtype
            assert not column.required or report.frame[column.name].notna().all()


def test_there_are_more_than_two_hundred():
    assert len(FILES) > 200
    assert len({name for _family, name, _content in FILES}) > 190


@pytest.mark.parametrize(
    ("family", "name", "content"), FILES, ids=[f"{family}-{name}" for family, name, _ in FILES]
)
def test_odd_file(family, name, content):
    before = load("indicators")
    started = time.thread_time()
    report = check(content, name, "indicators")
    assert time.thread_time() - started < LONGEST
    sound(report)
    if family in ("not tables", "workbooks") and report.frame is None:
        assert not report.ok
    pd.testing.assert_frame_equal(load("indicators"), before)


READ_RIGHTLY = {
    "value 'Rp 4'": 4,
    "value '4 %'": 4,
    "value '-0'": None,
    "value '4\\xa0'": 4,
    "value '1 234'": None,
    "value '1.000'": 1.0,
    "value '0,001'": None,
    "value '1_000'": None,
    "value '0x10'": None,
    "value 'nan'": None,
    "value 'inf'": None,
    "value '1e400'": None,
    "value '٤'": None,
    "value '½'": None,
    "value '4.1.'": None,
    "value '1,2,3'": None,
}


@pytest.mark.parametrize("name", READ_RIGHTLY)
def test_odd_numbers_are_read_rightly_or_not_at_all(name):
    content = next(content for _family, each, content in FILES if each == name)
    report = check(content, name, "indicators")
    value = report.frame["value"].iloc[0]
    right = READ_RIGHTLY[name]
    if right is not None:
        assert value == right
    else:
        assert pd.isna(value) or report.problems["severity"].tolist() or value in (0, 0.001)


@pytest.mark.parametrize(
    "name",
    [
        "sheet of seventy megabytes",
        "declared size lies",
        "billion laughs",
        "one long line",
        "claims the whole sheet",
        "a cell in the last column",
    ],
)
def test_memory_stays_bounded(name):
    content = next(content for _family, each, content in FILES if each == name)
    tracemalloc.start()
    try:
        check(content, name, "indicators")
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < LARGEST


def test_two_hundred_thousand_rows_are_too_many_and_time_is_bounded():
    head, row = csv_file([["kode", "tahun"]]), b"1371,2025\r\n"
    assert codes(check(head + row * 200_100, "x", "awards"))[-1:] == ["too_many_rows"]
    late = check(
        GOOD + b"1371,poverty_pct,2024,4,persen,S0055,\r\n" * 60_000, "x", "indicators", seconds=0.05
    )
    assert codes(late) == ["too_slow"]
    assert late.frame is None


@pytest.mark.parametrize("content", [b"\xa0", b"a,b\n1,\xa0\n", b"\x85\xa0\x85"])
def test_hard_spaces_alone_are_no_fault(content):
    sound(check(content, "x", "indicators"))


@given(st.binary(max_size=3000))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes(content):
    sound(check(content, "x", "indicators"))


@given(st.binary(max_size=2000))
@settings(max_examples=40, deadline=None)
def test_any_bytes_below_right_headings(content):
    sound(check(HEAD + content, "x", "indicators"))


@given(st.integers(0, len(BOOK) - 1), st.binary(min_size=1, max_size=40))
@settings(max_examples=40, deadline=None)
def test_a_workbook_with_bytes_overwritten(at, noise):
    sound(check(BOOK[:at] + noise + BOOK[at + len(noise) :], "x", "indicators"))


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=10))
@settings(max_examples=40, deadline=None)
def test_a_text_with_bytes_overwritten(at, noise):
    sound(check(GOOD[:at] + noise + GOOD[at + len(noise) :], "x", "indicators"))


CELL = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=12),
    st.sampled_from(
        [
            "1371",
            "1275",
            "2025",
            "2026Q1",
            "ADHB",
            "C",
            "TOTAL",
            "S0005",
            "4,1",
            "1.234",
            "12.75",
            "-",
            "Kota Medan",
            "poverty_pct",
        ]
    ),
    st.integers(-10, 3000).map(str),
    st.floats(allow_nan=False).map(repr),
)


@given(st.sampled_from(sorted(TABLES)), st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_cells_in_any_table(table, data):
    names = list(TABLES[table].names)
    rows = data.draw(
        st.lists(st.lists(CELL, min_size=len(names), max_size=len(names)), min_size=1, max_size=4)
    )
    choices = data.draw(
        st.fixed_dictionaries(
            {},
            optional={
                "translate_codes": st.booleans(),
                "translate_names": st.booleans(),
                "restore_zeros": st.booleans(),
                "mode": st.sampled_from(["update", "replace"]),
                "decimal": st.sampled_from([",", "."]),
            },
        )
    )
    separator = data.draw(st.sampled_from([",", ";", "\t"]))
    sound(check(csv_file([names, *rows], separator), "x", table, **choices), table)


@given(st.lists(st.sampled_from([*INDICATORS, "nilai", "kota", "x", "", "value "]), max_size=9))
@settings(max_examples=40, deadline=None)
def test_any_headings(headings):
    sound(check(csv_file([headings, [*indicator(), "5", "6"][: len(headings)]]), "x", "indicators"))


@given(st.integers(1, 4), st.sampled_from(["C", "TOTAL", "A"]), st.floats(-1e6, 1e6))
@settings(max_examples=15, deadline=None)
def test_any_change_of_a_sector_is_seen_or_small(times, sector, change):
    rows = load("grdp_sectors").query(
        "region_code == '1371' and period == '2026Q1' and price_basis == 'ADHB'"
    )
    values = rows.set_index("sector")["value_billion_rupiah"].to_dict()
    values[sector] += change * times
    body = [["1371", "2026Q1", "ADHB", code, repr(value), "S0005"] for code, value in values.items()]
    report = check(csv_file([GRDP, *body]), "x", "grdp_sectors")
    sound(report, "grdp_sectors")
    if abs(change * times) > 0.2:
        assert {"sum", "sum_small", "impossible_low"} & set(codes(report))


HEADINGS = st.sampled_from(
    [
        *(
            "2021",
            "2022*",
            "Triwulan I 2026",
            "I",
            "II",
            "Jumlah",
            "ADHB",
            "Harga Konstan 2010",
            "adhk",
            "Tahun",
        ),
        *("Medan", "Kota Binjai", "Solok", "1271", "Kab/Kota", "kode", "nama", "Lapangan Usaha", "satuan"),
        *(
            "A",
            "M,N",
            "CIndustri Pengolahan/Manufacturing",
            "PDRB",
            "IPM",
            "Penduduk miskin",
            "PDRB ADHB 2021",
        ),
        *(
            "triwulan",
            "tahun",
            "periode",
            "nilai (juta rupiah)",
            "sumber",
            "",
            "(1)",
            "(2)",
            "↔ period",
            "\ufeff",
        ),
    ]
)
SHAPED = st.one_of(
    CELL, HEADINGS, st.sampled_from(["1 234,5 r)", "2024**", "…", "Juta Rupiah", "Jumlah", "S0021"])
)
UNFOLDED_TABLES = [
    "grdp_sectors",
    "grdp_totals",
    "grdp_expenditure",
    "indicators",
    "household_spending",
    "awards",
]


@given(st.sampled_from(UNFOLDED_TABLES), st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_shape_in_any_table(table, data):
    width = data.draw(st.integers(1, 8))
    lines = st.lists(HEADINGS, min_size=width, max_size=width)
    head = data.draw(st.lists(lines, min_size=1, max_size=3))
    body = data.draw(st.lists(st.lists(SHAPED, min_size=width, max_size=width), max_size=5))
    titles = data.draw(
        st.lists(st.sampled_from(["PDRB ADHB (juta rupiah), 2024", "Triwulan I", "x"]), max_size=2)
    )
    said = {
        "price_basis": "ADHB",
        "source_id": "S0021",
        "period": "2025",
        "region_code": "1275",
        "unit": "juta rupiah",
    }
    said |= {"indicator": "hdi", "year": "2024", "unit": "apa saja"}
    choices = data.draw(
        st.fixed_dictionaries(
            {},
            optional={
                "constants": st.lists(st.sampled_from(sorted(said)), unique=True).map(
                    lambda names: {name: said[name] for name in names}
                ),
                "columns": st.dictionaries(
                    HEADINGS, st.sampled_from(["", "hdi", "period", "region_code", "2021"])
                ),
                "mended": st.dictionaries(
                    st.tuples(st.integers(1, 6), HEADINGS), st.sampled_from(["5", "x", ""])
                ),
                "translate_names": st.booleans(),
                "mode": st.sampled_from(["update", "replace"]),
                "header_line": st.integers(1, 4),
            },
        )
    )
    rows = [*([title] for title in titles), *head, *body, ["Catatan: x"]]
    report = check(csv_file(rows, data.draw(st.sampled_from([",", ";"]))), "x", table, **choices)
    sound(report, table)
    if report.ok:  # no quarter became a year, no figure came from nowhere
        assert len(report.frame) <= sum(len(row) for row in rows)


@given(st.sampled_from(["grdp_totals", "grdp_sectors"]), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_wide_table_gives_its_own_figures_or_none(table, data):
    places = data.draw(
        st.lists(st.sampled_from(["1271", "1275", "1276", "1371"]), min_size=1, max_size=4, unique=True)
    )
    years = data.draw(st.lists(st.integers(2011, 2024), min_size=2, max_size=6, unique=True))
    figures = data.draw(st.lists(st.integers(1, 10**6), min_size=len(places) * len(years), max_size=24))
    figures = [figures[at % len(figures)] + at for at in range(len(places) * len(years))]
    rows, at = [["kode", *(["lapangan usaha"] if table == "grdp_sectors" else []), *years]], 0
    truth = {}
    for place in places:
        row = [place, *(["C"] if table == "grdp_sectors" else [])]
        for year in years:
            row.append(figures[at])
            truth[place, str(year)] = figures[at]
            at += 1
        rows.append(row)
    said = {"price_basis": "ADHK", "source_id": "S0021"}
    report = check(csv_file(rows), "x", table, constants=said, mode="replace")
    frame = report.frame
    found = dict(
        zip(
            zip(frame["region_code"], frame["period"], strict=True),
            frame["value_billion_rupiah"],
            strict=True,
        )
    )
    assert found == truth
