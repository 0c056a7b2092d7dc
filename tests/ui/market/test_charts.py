"""Charts of markets and the plain map."""

import re
from itertools import pairwise

import numpy as np
import pytest

import data
import i18n
from findings.food import market, prices
from ui import charts_map
from ui.market import charts as charts_market
from ui.market import gap_map
from ui.market import prices as charts_prices
from wording import formats
from wording.names import food_label

NAMES = data.cities()["short_name"].to_dict()


def boxes(figure):
    """Rectangles of the labels of a map, in pixels, for the width they were placed for."""
    (west, east), (south, north) = figure.layout.xaxis.range, figure.layout.yaxis.range
    scale = min((figure.layout.height - 20) / (north - south), charts_map.PLOT_WIDTH / (east - west))
    found = []
    for note in figure.layout.annotations:
        wide, high = len(note.text) * charts_map.LABEL_SIZE * 0.56, charts_map.LABEL_SIZE * 1.15
        x, y = (note.x - west) * scale + note.xshift, (note.y - south) * scale + note.yshift
        left = {"left": x, "right": x - wide, "center": x - wide / 2}[note.xanchor]
        low = {"bottom": y, "top": y - high, "middle": y - high / 2}[note.yanchor]
        found.append(charts_map.Box(left + 1, low + 1, left + wide - 1, low + high - 1))
    return found


@pytest.mark.parametrize("scope", market.SCOPES)
def test_labels_of_the_map_do_not_cover_each_other(scope):
    figure = charts_market.market_map(market.market(("Cabe merah",), scope), NAMES, set())
    labels = boxes(figure)
    assert len(labels) >= 16
    assert figure.layout.annotations[0].text == "Medan"
    for position, one in enumerate(labels):
        assert not any(one.meets(other) for other in labels[position + 1 :])


def test_area_of_a_circle_stands_for_the_amount():
    frame = market.market(("ikan",))
    radii = charts_market.radii(frame["rupiah_year"])
    large = radii[radii > charts_market.SMALLEST_RADIUS]
    ratio = frame["rupiah_year"][large.index] / large**2
    assert np.allclose(ratio, ratio.iloc[0])


def test_colour_is_centred_on_the_national_mean_and_symmetric_in_log2():
    marker = charts_market.market_map(market.market(("ikan",)), NAMES, {"1271"}).data[1].marker
    assert (marker.cmin, marker.cmid, marker.cmax) == (-2, 0, 2)
    assert marker.colorscale[3][1] == "#F7F7F7"
    assert max(marker.line.width) > min(marker.line.width)


def test_bars_hold_every_city_with_a_figure_and_name_the_mean():
    frame = market.market(("Daging kerbau",), "anggota")
    national = market.national_per_week()["Daging kerbau"]
    figure = charts_market.ranked_bars(frame, NAMES, True, national)
    assert len(figure.data[0].y) == frame["per_week"].notna().sum()
    assert list(figure.data[0].x) == sorted(figure.data[0].x)
    assert "Rata-rata Indonesia" in figure.layout.annotations[0].text


def test_basket_names_its_zero_line_and_parts_more_from_less():
    basket = market.basket("1271")
    parts = basket[~basket["whole"]].dropna(subset=["difference"])
    shown = parts.loc[parts["difference"].abs().nlargest(12).index]
    figure = charts_market.basket_bars(shown)
    assert figure.layout.annotations[0].text == "sama dengan rata-rata Indonesia"
    bar = figure.data[0]
    for amount, colour in zip(bar.x, bar.marker.color, strict=True):
        assert (colour == "#F1A340") == (amount >= 0)


def test_names_of_foods_are_short_only_where_nothing_is_lost():
    assert food_label("Kembung, lema/tatare, banyar/banyara", short=True) == "Kembung"
    assert food_label("Kembung diawetkan/peda", short=True) == "Kembung diawetkan/peda"
    assert food_label("ikan", short=True) == "Ikan dan hasil laut"
    with i18n.using("en"):
        assert food_label("Cabe merah") == "Red chillies"


@pytest.mark.parametrize("city", ["2171", "1275", "1278"])
@pytest.mark.parametrize("commodity", ["Cabai Merah Keriting", "Beras Medium"])
def test_names_at_the_ends_of_the_lines_are_whole_and_apart(city, commodity):
    suppliers = ("1205", "1506", "1117", "1375")
    figure = charts_prices.figure(city, commodity, suppliers)
    notes = sorted(figure.layout.annotations, key=lambda note: note.y)
    lines = [re.sub("</?b>", "", note.text).split("<br>") for note in notes]
    longest = max(len(line) for label in lines for line in label)
    assert 7 * longest <= figure.layout.margin.r <= 140  # a phone has 350 pixels
    assert any(note.text.startswith("<b>") and NAMES[city] in note.text for note in notes)
    values = [value for trace in figure.data for value in trace.y if not formats.is_missing(value)]
    pixels = (figure.layout.height - 50) / (max(values) - min(values))
    for (lower, below), (upper, above) in pairwise(zip(notes, lines, strict=True)):
        assert (upper.y - lower.y) * pixels >= 8 * (len(below) + len(above))


def test_prices_at_the_ends_have_the_comma_of_the_language():
    text = " ".join(
        note.text for note in charts_prices.figure("2171", "Cabai Merah Keriting", ()).layout.annotations
    )
    assert re.search(r"Batam \d+,\d<", text)
    with i18n.using("en"):
        figure = charts_prices.figure("2171", "Cabai Merah Keriting", ())
    assert re.search(r"Batam \d+\.\d<", figure.layout.annotations[0].text)


def test_map_of_nothing_is_still_a_map():
    empty = market.market(("Cabe merah",)).assign(rupiah_year=np.nan)
    figure = charts_market.market_map(empty, NAMES, set())
    assert len(figure.data) == 1


@pytest.mark.parametrize("city", ["2171", "1278"])
def test_map_of_gaps_marks_every_comparable_place_once(city):
    table = prices.gaps(city, "Cabai Merah Keriting")
    figure = gap_map.figure(city, "Cabai Merah Keriting")
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    assert sum(len(trace.x) for trace in marks) == len(table) + 1
    assert len({(trace.marker.color, trace.marker.symbol) for trace in marks}) == len(marks)
    assert all(trace.name for trace in figure.data if trace.showlegend)
    assert any(note.text == NAMES[city] for note in figure.layout.annotations)
    cheaper = table["verdict"] == "yes"
    assert (table.loc[cheaper, "price"] <= 0.95 * table.loc[cheaper, "here"]).all()


def test_gaps_of_beef_are_not_shown():
    assert prices.gaps("2171", "Daging Sapi Murni").empty


def test_months_below_the_line_are_short_and_a_year_stands_once():
    names = charts_prices.figure("2171", "Cabai Merah Keriting", ()).layout.xaxis.ticktext
    years = [re.search(r"<br>(\d{4})$", name) for name in names]
    told = [year[1] for year in years if year]
    assert len(told) == len(set(told)) >= 2
    assert all(len(name.split("<br>")[0]) == 3 for name in names)
