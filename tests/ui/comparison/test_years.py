"""The years of an indicator: one frame a year, nothing drawn where nothing is known, one scale for all."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import data
from findings import product_map
from ui.comparison import years

CITIES = list(data.cities("I").index[:4])
NAMES = {code: code for code in CITIES}
SMALL = pd.DataFrame(
    {2019: [70.0, np.nan], 2020: [71.0, 80.0], 2021: [np.nan, 80.5], 2022: [74.0, 81.0]},
    index=["1271", "1275"],
)


def test_a_frame_a_year_on_one_scale_and_no_mark_for_what_is_missing():
    rows = years.through_years("hdi", SMALL, {"1271": "Sibolga", "1275": "Medan"})
    assert rows.frames == ("Tahun 2019", "Tahun 2020", "Tahun 2021", "Tahun 2022")
    sibolga, medan = (row.points[0] for row in rows.rows)
    assert [step.words for step in sibolga.steps] == ["70", "71", "belum terdata", "74"]
    assert np.isnan(sibolga.steps[2].at) and np.isnan(medan.steps[0].at)
    assert rows.low < SMALL.min(axis=None) and rows.high == SMALL.max(axis=None)
    # The newest year is what a still picture shows.
    assert (sibolga.at, medan.at) == (74.0, 81.0)
    assert sibolga.look != medan.look
    assert sibolga.said.replace("\N{NO-BREAK SPACE}", " ") == (
        "<b>Sibolga</b><br>2019: 70 · 2020: 71 · 2021: belum terdata · 2022: 74"
    )


def test_the_finding_compares_the_years_all_have():
    assert years.headline("hdi", SMALL) == (
        "2020–2022: Indeks Pembangunan Manusia naik paling banyak di Sibolga, dari 71 ke 74"
    )
    fallen = (
        SMALL.assign(**{"2022": SMALL[2022]})[[2020]]
        .assign(later=[60.0, 80.0])
        .set_axis([2020, 2022], axis=1)
    )
    assert "turun paling banyak di Sibolga, dari 71 ke 60" in years.headline("hdi", fallen)
    assert "belum ada dua tahun" in years.headline("hdi", SMALL[[2019, 2020]])


@pytest.mark.parametrize("measure", years._measures())
def test_every_indicator_on_the_real_data(measure):
    table = years.of_cities(measure, CITIES)
    if table.empty:
        return
    assert table.iloc[:, 0].notna().any()
    assert table.iloc[:, -1].notna().any()
    pd.testing.assert_frame_equal(table, product_map.by_year(measure).loc[CITIES, list(table.columns)])
    rows = years.through_years(measure, table, NAMES)
    steps = [step for row in rows.rows for step in row.points[0].steps]
    assert len(steps) == table.size and len(rows.frames) == len(table.columns)
    assert sum(rows.low <= step.at <= rows.high for step in steps) == int(table.notna().sum().sum())
    assert product_map.sources_of_years(measure, tuple(CITIES))
    assert len(years.by_year_table(measure, table, NAMES)) == len(table.columns)
