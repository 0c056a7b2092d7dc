"""Prices in the shapes that price sites export: one truth, whatever stands in the columns."""

from __future__ import annotations

from datetime import datetime

import pytest
from table_shapes import merged_book

from data.reading.moments import read_date
from data.schema import TABLES
from data.validation import check
from data.validation.shape.members import members_of

ONCE = {"source_id": "S0847", "market": "konsumen", "unit": "rupiah/kg", "quality": "tercatat"}
CHILI, SHALLOT, BATAM, MEDAN = "Cabai Merah Keriting", "Bawang Merah", "2171", "1275"
# commodity x moment -> price
TRUTH = {
    (CHILI, "2025-09-01"): 45_000, (CHILI, "2025-09-08"): 47_500, (CHILI, "2025-09-15"): 52_000,
    (SHALLOT, "2025-09-01"): 38_000, (SHALLOT, "2025-09-08"): 38_250, (SHALLOT, "2025-09-15"): 39_000,
}  # fmt: skip
DAYS = ("2025-09-01", "2025-09-08", "2025-09-15")


def panel(heads: list, above: tuple[list, ...] = (), *, first: str = "Komoditas (Rp)") -> bytes:
    rows = [[good, *(TRUTH[good, day] for day in DAYS)] for good in (CHILI, SHALLOT)]
    return merged_book([*above, [first, *heads], *rows])


def read(content: bytes, name: str = "harga.xlsx", **constants):
    report = check(content, name, "food_prices", constants=ONCE | constants)
    assert report.ok, report.problems[["column", "reason"]].to_string()
    return report.frame


@pytest.mark.parametrize(
    "heads",
    [
        ["01/09/2025", "08/09/2025", "15/09/2025"],
        ["01-09-2025", "08-09-2025", "15-09-2025"],
        ["1 September 2025", "8 Sep 2025", "15 September 2025"],
        ["2025-09-01", "2025-09-08", "2025-09-15"],
        ["Minggu I September 2025", "Minggu II September 2025", "Minggu III September 2025"],
        ["Minggu ke-1 Sep 2025", "Minggu ke-2 Sep 2025", "Minggu ke-3 Sep 2025"],
    ],
)
@pytest.mark.parametrize("above", [(), (["Harga Konsumen Kota Batam"], ["Sumber: Panel Harga"], [None])])
def test_days_and_weeks_as_columns(heads, above):
    frame = read(panel(heads, above), region_code=BATAM)
    got = dict(zip(zip(frame["commodity"], frame["period"], strict=True), frame["price_rupiah"], strict=True))
    assert got == TRUTH
    assert set(frame["region_code"]) == {BATAM}
    assert set(frame["quality"]) == {"tercatat"}


def test_months_as_columns_and_cities_as_rows():
    content = merged_book([
        ["Kabupaten/Kota", "Sep 2025", "Okt 2025", "Nov 2025"],
        ["Kota Batam", 45_000, 47_000, 52_000],
        ["Kota Medan", 35_000, "-", 41_000],
    ])  # fmt: skip
    frame = read(content, commodity=CHILI).set_index(["region_code", "period"])["price_rupiah"]
    assert frame.to_dict() == {
        (BATAM, "2025-09"): 45_000, (BATAM, "2025-10"): 47_000, (BATAM, "2025-11"): 52_000,
        (MEDAN, "2025-09"): 35_000, (MEDAN, "2025-11"): 41_000,
    }  # fmt: skip


def test_foods_as_columns_and_days_as_rows():
    rows = [[day, *(TRUTH[good, day] for good in (CHILI, SHALLOT))] for day in DAYS]
    frame = read(merged_book([["Tanggal", "Cabe Merah Keriting", "Bawang Merah"], *rows]), region_code=BATAM)
    got = dict(zip(zip(frame["commodity"], frame["period"], strict=True), frame["price_rupiah"], strict=True))
    assert got == TRUTH


def test_the_unit_as_sites_write_it():
    content = merged_book([
        ["No", "Komoditas", "Satuan", "01/09/2025", "08/09/2025"],
        [1, CHILI, "kg", 45_000, 47_500],
        [2, "Telur Ayam Ras Segar", "kg", 28_000, 28_500],
    ])  # fmt: skip
    once = {name: value for name, value in ONCE.items() if name != "unit"}
    report = check(content, "harga.xlsx", "food_prices", constants=once | {"region_code": BATAM})
    assert report.ok, report.problems.to_string()
    assert set(report.frame["unit"]) == {"rupiah/kg"}
    assert "Telur Ayam Ras" in set(report.frame["commodity"])


def test_quality_flags_of_the_file_are_kept():
    content = (
        "Komoditas;Bulan;Harga;Mutu\n"
        f"{CHILI};2025-09;45000;tercatat\n{CHILI};2025-10;46000;isian\n{CHILI};2025-11;150000;pencilan\n"
    ).encode()
    once = {name: value for name, value in ONCE.items() if name != "quality"}
    report = check(content, "harga.csv", "food_prices", constants=once | {"region_code": BATAM})
    assert report.ok, report.problems.to_string()
    assert report.frame["quality"].tolist() == ["tercatat", "isian", "pencilan"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Minggu IV Agustus 2025", "2025-08-22"),
        ("Pekan 5 Januari 2025", "2025-01-29"),
        ("Minggu V Februari 2025", None),
        ("Minggu VI Agustus 2025", None),
    ],
)
def test_weeks_of_a_month(text, day):
    assert read_date(text)[0] == day


def test_a_year_alone_or_a_day_that_is_none_is_no_column_of_prices():
    report = check(panel(["2023", "2024", "31/02/2025"]), "harga.xlsx", "food_prices",
                   constants=ONCE | {"region_code": BATAM})  # fmt: skip
    assert not report.ok


def test_typed_dates_of_a_sheet_are_read_as_days():
    assert members_of(datetime(2025, 9, 8), TABLES["food_prices"]) == {"period": "2025-09-08"}
