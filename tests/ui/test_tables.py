"""Tables: numbers with the comma of the page's language, sorted as numbers; the same rows on paper."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from i18n import using
from ui import tables
from wording import formats

FRAME = pd.DataFrame(
    {
        "Kota": ["Medan", "Batam <b>", None],
        "Nilai": [0.699, 0.61, float("nan")],
        "Penduduk": [2486283, 1276928, 5],
        "Tahun": [2024, 2025, 2025],
        "Jarak": [20.0, 654.0, 1.0],
    }
)


@pytest.mark.parametrize(
    ("values", "digits"),
    [([1.0, 2.0], 0), ([0.5, 2.0], 1), ([0.699, 0.61], 3), ([1 / 3], 3), ([float("nan")], 0), ([], 0)],
)
def test_as_many_decimals_as_the_numbers_have(values, digits):
    assert tables.decimals(pd.Series(values, dtype=float)) == digits


def drawn() -> AppTest:
    def script():
        import pandas as pd

        from ui import tables

        frame = pd.DataFrame(
            {"Nilai": [0.699, 0.61], "Penduduk": [2486283, 5], "Tahun": ["2024", "2025"], "Kota": ["A", "B"]}
        )
        tables.draw(frame, written={"Kota": str.lower})

    return AppTest.from_function(script).run()


def test_the_screen_shows_commas_and_keeps_numbers():
    at = drawn()
    assert not at.exception
    assert at.dataframe[0].value["Nilai"].tolist() == [0.699, 0.61]
    shown = at.dataframe[0].proto.arrow_data.styler.display_values
    assert shown
    paper = at.get("html")[0].proto.body
    assert re.findall(r"<td>(.*?)</td>", paper) == [
        "0,699",
        "2.486.283",
        "2024",
        "a",
        "0,610",
        "5",
        "2025",
        "b",
    ]


def test_paper_shows_the_first_rows_and_says_how_many_are_left():
    long = pd.concat([FRAME] * 40, ignore_index=True)
    paper = tables.printed(long, {"Nilai": lambda value: formats.fixed(value, 2)})
    assert paper.count("<tr>") == tables.MOST_PRINTED + 1
    assert "dan 60 baris lagi" in paper
    assert "Batam &lt;b&gt;" in paper
    assert "<td>–</td>" in paper
    with using("en"):
        assert "0.70" in tables.printed(FRAME, {"Nilai": lambda value: formats.fixed(value, 2)})
