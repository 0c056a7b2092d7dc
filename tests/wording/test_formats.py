"""Numbers and periods as a reader writes them, in both languages."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from i18n import using
from wording import formats

CASES = [
    (formats.rupiah, 1.53e12, "Rp 1,53 triliun", "Rp 1.53 trillion"),
    (formats.rupiah, 999_999_999_999, "Rp 1 triliun", "Rp 1 trillion"),
    (formats.rupiah, 12.34e9, "Rp 12,3 miliar", "Rp 12.3 billion"),
    (formats.rupiah, 950, "Rp 950", "Rp 950"),
    (formats.rupiah, -2.5e6, "Rp -2,5 juta", "Rp -2.5 million"),
    (formats.rupiah, 0, "Rp 0", "Rp 0"),
    (formats.percent, 0.123, "12,3%", "12.3%"),
    (formats.number, 1234567, "1.234.567", "1,234,567"),
    (formats.location_quotient, 1.8, "1,8 kali", "1.8 times"),
    (formats.location_quotient, 0.07, "0,07 kali", "0.07 times"),
    (formats.period, "2026Q1", "Triwulan I 2026", "Quarter I 2026"),
    (formats.period, "2024", "2024", "2024"),
    (formats.day, "2025-10-30", "30 Oktober 2025", "30 October 2025"),
    (formats.day, "2025-10", "Oktober 2025", "October 2025"),
    (formats.day, "2025", "2025", "2025"),
    (formats.people, 9_400_000, "9,4 juta jiwa", "9.4 million people"),
    (formats.listing, ["a", "b", "c"], "a, b dan c", "a, b and c"),
]


@pytest.mark.parametrize(("write", "value", "indonesian", "english"), CASES)
def test_written_in_both_languages(write, value, indonesian, english):
    assert write(value) == indonesian
    with using("en"):
        assert write(value) == english


@pytest.mark.parametrize(
    "write", [formats.rupiah, formats.rupiah_billion, formats.percent, formats.number, formats.fixed,
              formats.location_quotient, formats.people, formats.day]
)  # fmt: skip
@pytest.mark.parametrize("missing", [None, math.nan, pd.NA])
def test_missing_is_a_dash_never_a_zero(write, missing):
    assert write(missing) == formats.MISSING


@pytest.mark.parametrize(
    ("code", "value", "written"),
    [
        ("poverty_pct", 7.25, "7,25%"),
        ("grdp_per_capita_adhb", 141_000, "Rp 141 juta"),
        ("expenditure_per_capita_thousand", 15_000, "Rp 15 juta per orang per tahun"),
        ("hdi", 83.74, "83,74"),
        ("population", 2486283, "2.486.283 jiwa"),
    ],
)
def test_indicators_carry_their_unit(code, value, written):
    assert formats.indicator(code, value) == written
