"""What the charts of applications draw."""

from __future__ import annotations

import pytest

import data
import i18n
from analysis.replication import USE, VISIT
from findings import applications as findings
from findings import replications
from ui.applications import charts


@pytest.fixture
def names():
    return data.cities()["short_name"].to_dict()


def test_the_matrix_has_a_cell_for_each_city_and_domain(names):
    gaps, coverage = findings.gaps("I"), findings.coverage("I")
    heat = charts.matrix(gaps, coverage, names).data[0]
    assert heat.z.shape == gaps.shape
    assert list(heat.y) == [names[code] for code in gaps.index]
    assert (heat.z == charts.HAS).sum() == (gaps == "has").sum().sum()
    # Never colour alone: a sign stands in the cell.
    assert {sign for row in heat.text for sign in row} == {"●", "○", ""}
    assert heat.x[-1] == "Lainnya"
    row = list(heat.y).index("Medan")
    column = list(heat.x).index("Transportasi")
    assert heat.customdata[row][column] != "belum ditemukan"


def test_the_network_has_a_line_a_pair_and_proof():
    links = replications.all_of_them()
    figure = charts.network(links)
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    assert len(lines) == len(links.drop_duplicates(["donor", "adopter", "proof"]))
    used = {trace.name for trace in lines if trace.line.dash == charts.DASHES[USE]}
    assert len(used) > 5
    assert all(" memakai " in name for name in used)
    seen = [trace.name for trace in lines if trace.line.dash == charts.DASHES[VISIT]]
    assert all("merencanakan" in name for name in seen)
    assert len(set(charts.DASHES.values())) == 3
    assert "Kab. Sumedang" in figure.layout.yaxis.ticktext
    assert "Palembang" in figure.layout.yaxis2.ticktext


def test_the_map_draws_what_has_a_place():
    links = replications.all_of_them()
    places = findings.places(links)
    drawn = links[links["donor_code"].isin(places.index) & links["adopter_code"].isin(places.index)]
    figure = charts.takeover_map(drawn, places)
    heads = [trace for trace in figure.data if trace.marker.symbol == "arrow"]
    assert len(heads) == len(drawn.drop_duplicates(["donor", "adopter", "proof"])) > 10
    labels = {annotation.text for annotation in figure.layout.annotations}
    assert {"Surabaya", "Pekanbaru", "Palembang"} <= labels


def test_markup_in_a_name_is_shown_not_read():
    links = replications.all_of_them().head(2).assign(donor="<b>x</b> & y", adopter=["a", "b"])
    assert charts.network(links).layout.yaxis.ticktext[0] == "&lt;b&gt;x&lt;/b&gt; &amp; y"


def test_english(names):
    with i18n.using("en"):
        assert "Disasters" in charts.matrix_words(findings.gaps("I"))
        names = [trace.name for trace in charts.network(replications.all_of_them()).data]
        assert any("use is not proven" in (name or "") for name in names)
