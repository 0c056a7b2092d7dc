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
    figure = years.through_years("hdi", SMALL, {"1271": "Sibolga", "1275": "Medan"})
    assert [frame.name for frame in figure.frames] == ["2019", "2020", "2021", "2022"]
    (marks,) = figure.frames[0].data
    assert list(marks.marker.opacity) == [1.0, 0.0]
    assert list(marks.text) == ["70", "belum terdata"]
    assert marks.x[0] == 70.0
    assert marks.x[1] == figure.layout.xaxis.range[0]
    assert (
        figure.layout.xaxis.range[0]
        < SMALL.min(axis=None)
        < SMALL.max(axis=None)
        < figure.layout.xaxis.range[1]
    )
    # The newest year is what a still picture shows.
    assert list(figure.data[0].x) == [74.0, 81.0]
    assert figure.layout.sliders[0].active == 3
    play, stop = figure.layout.updatemenus[0].buttons
    assert list(play.args[0]) == ["2019", "2020", "2021", "2022"]
    assert list(stop.args[0]) == [None]


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
    figure = years.through_years(measure, table, NAMES)
    drawn = sum(shown for frame in figure.frames for shown in frame.data[0].marker.opacity)
    assert drawn == int(table.notna().sum().sum())
    assert product_map.sources_of_years(measure, tuple(CITIES))
    assert len(years.by_year_table(measure, table, NAMES)) == len(table.columns)
