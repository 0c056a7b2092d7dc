"""Charts of markets and the plain map."""

import re
from itertools import combinations
from urllib.parse import unquote

import numpy as np
import pandas as pd
import pytest
from label_rule import Box, Circle

import data
import i18n
from findings.food import market, prices
from ui import charts_map, labels
from ui.market import charts as charts_market
from ui.market import gap_map
from ui.market import prices as charts_prices
from ui.market import season as charts_season
from ui.still import maps, pen
from wording import formats, theme
from wording.names import food_label

NAMES = data.cities()["short_name"].to_dict()


WIDTHS = [charts_map.PLOT_WIDTH, charts_map.PHONE_WIDTH]


def buyers(food: str = "ikan", scope: str = "komwil_1", width: float = charts_map.PLOT_WIDTH, made_in=()):
    return charts_market.market_map(market.market((food,), scope), NAMES, set(made_in), width)


def scale(figure, width: float) -> float:
    """Pixels a degree of a map drawn for a width."""
    (west, east), (south, north) = figure.layout.xaxis.range, figure.layout.yaxis.range
    room = figure.layout.height - 2 * pen.MARGIN
    return min(room / (north - south), (width - 2 * pen.MARGIN) / (east - west))


def boxes(figure, width: float) -> dict[str, Box]:
    """Rectangles of the labels of a map, in pixels from its south-west corner."""
    (west, _east), (south, _north) = figure.layout.xaxis.range, figure.layout.yaxis.range
    found = {}
    for note in figure.layout.annotations:
        wide, high = len(note.text) * labels.SIZE * labels.LETTER, labels.SIZE * labels.HEIGHT
        right, up = (note.ax, -note.ay) if note.showarrow else (note.xshift, note.yshift)
        x = (note.x - west) * scale(figure, width) + right
        y = (note.y - south) * scale(figure, width) + up
        left = {"left": x, "right": x - wide, "center": x - wide / 2}[note.xanchor]
        low = {"bottom": y, "top": y - high, "middle": y - high / 2}[note.yanchor]
        found[note.text] = Box(left + 1, low + 1, left + wide - 1, low + high - 1)
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scope", market.SCOPES)
def test_labels_of_the_map_do_not_cover_each_other_nor_another_city_and_are_whole(scope, width):
    figure = buyers("Cabe merah", scope, width)
    named, pixels = boxes(figure, width), scale(figure, width)
    assert len(named) >= 16
    assert figure.layout.annotations[0].text == "Medan"
    for one, other in combinations(named.values(), 2):
        assert not one.meets(other)
    (west, east), (south, north) = figure.layout.xaxis.range, figure.layout.yaxis.range
    sheet = Box(0, 0, (east - west) * pixels, (north - south) * pixels)
    assert all(sheet.holds(label) for label in named.values())
    [marks] = [trace for trace in figure.data if trace.text is not None]
    for x, y, size, text in zip(marks.x, marks.y, marks.marker.size, marks.text, strict=True):
        circle = Circle((x - west) * pixels, (y - south) * pixels, size / 2)
        others = [box for name, box in named.items() if not text.startswith(f"<b>{name}</b>")]
        assert not any(circle.meets(box) for box in others), text


def test_a_name_that_stands_off_its_circle_is_led_to_it():
    figure = buyers(width=charts_map.PHONE_WIDTH)
    [led] = [note for note in figure.layout.annotations if note.text == "Binjai"]
    assert led.showarrow and led.standoff > 0 and (led.ax, led.ay) != (0, 0)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_picture_is_as_wide_as_its_column_and_ends_with_the_land(width):
    for scope in market.SCOPES:
        figure = buyers(scope=scope, width=width)
        drawn = maps.drawing(figure, width, alt="")
        wide, tall = (
            float(each) for each in re.search(r"viewBox=\"0 0 (\d+) (\d+)\"", unquote(drawn)).groups()
        )
        (west, east), (south, north) = figure.layout.xaxis.range, figure.layout.yaxis.range
        land = (north - south) / (east - west) * (width - 2 * pen.MARGIN)
        assert wide == width
        assert 0 < tall - land - 2 * pen.MARGIN <= charts_market.KEY_HEIGHT


def test_a_frame_higher_than_wide_is_widened_for_the_key():
    tall = pd.DataFrame({"longitude": [110.0, 110.5], "latitude": [-8.0, -2.0]})
    west, south, east, north = charts_market.frame_of(tall, 330)
    assert east - west == pytest.approx(north - south)
    assert (west + east) / 2 == pytest.approx(110.25, abs=0.5)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_key_says_colours_and_sizes_as_the_map_draws_them(width):
    figure = buyers(width=width)
    signs = [trace for trace in figure.data if trace.name and trace.showlegend is not False]
    titles = [trace.legendgrouptitle.text for trace in signs if trace.legendgrouptitle.text]
    assert titles == ["Belanja per orang dibanding Indonesia", "Belanja setahun"]
    assert [trace.name for trace in signs[:5]] == ["≤ ¼", "½", "1", "2", "≥ 4"]
    assert [trace.marker.color[0] for trace in signs[:5]] == charts_market.ratio_colours([0.25, 0.5, 1, 2, 4])
    top = market.market(("ikan",))["rupiah_year"].max()
    largest = max(next(trace for trace in figure.data if trace.text is not None).marker.size)
    for amount, sign in zip(charts_market.key_amounts(top, width), signs[5:], strict=False):
        assert sign.name == formats.rupiah(amount)
        assert (sign.marker.size[0] / largest) ** 2 == pytest.approx(amount / top)
        assert sign.marker.size[0] < pen.LEGEND_LINE


def test_area_of_a_circle_stands_for_the_amount():
    frame = market.market(("ikan",))
    radii = charts_market.radii(frame["rupiah_year"])
    large = radii[radii > charts_market.SMALLEST_RADIUS]
    ratio = frame["rupiah_year"][large.index] / large**2
    assert np.allclose(ratio, ratio.iloc[0])


def test_colour_is_centred_on_the_national_mean_and_symmetric_in_log2():
    ends_and_middle = charts_market.ratio_colours([0.01, 0.25, 1, 4, 100])
    low, middle, high = theme.DIVERGING[0], "#F7F7F7", theme.DIVERGING[-1]
    assert ends_and_middle == [low, low, middle, high, high]
    # Two thirds of a doubling is a step of the scale, in both directions.
    assert charts_market.ratio_colours([2 ** (2 / 3), 2 ** (-2 / 3)]) == [
        theme.DIVERGING[4],
        theme.DIVERGING[2],
    ]


def test_colours_and_rims_of_the_map_tell_spending_and_makers():
    spent = market.market(("ikan",))
    marker = buyers(made_in={"1271"}).data[1].marker
    assert list(marker.color) == charts_market.ratio_colours(spent["ratio"])
    thick = [code for code, wide in zip(spent.index, marker.line.width, strict=True) if wide > 1]
    assert thick == ["1271"]


def test_bars_hold_every_city_with_a_figure_and_name_the_mean():
    frame = market.market(("Daging kerbau",), "anggota")
    national = market.national_per_week()["Daging kerbau"]
    bars = charts_market.ranked_bars(frame, NAMES, True, national)
    assert len(bars.rows) == frame["per_week"].notna().sum()
    lengths = [row.bars[0].end for row in bars.rows]
    assert lengths == sorted(lengths, reverse=True)
    assert bars.line.at == national <= bars.high
    assert "Rata-rata Indonesia" in bars.line.words


def test_bars_of_a_year_have_no_line_and_end_at_the_largest():
    frame = market.market(("Cabe merah",))
    bars = charts_market.ranked_bars(frame, NAMES, False, 1.0)
    assert bars.line is None
    assert bars.high == frame["rupiah_year"].max() == bars.rows[0].bars[0].end
    assert bars.rows[0].words == formats.rupiah(bars.high).removeprefix("Rp ")


def test_basket_names_its_zero_line_and_parts_more_from_less():
    basket = market.basket("1271")
    parts = basket[~basket["whole"]].dropna(subset=["difference"])
    shown = parts.loc[parts["difference"].abs().nlargest(12).index]
    chart = charts_market.basket_bars(shown)
    assert chart.line.words == "sama dengan rata-rata Indonesia" and chart.line.at == 0
    assert len(chart.rows) == 12
    for row in chart.rows:
        [bar] = row.bars
        assert bar.start == 0 and chart.low <= bar.end <= chart.high
        assert (bar.colour == "#F1A340") == (bar.end >= 0) == row.words.startswith("+")


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
    drawn = charts_prices.lines_of(city, commodity, suppliers)
    [own] = [course for course in drawn.courses if course.width > 2]
    assert own.name and own.name[0].startswith(NAMES[city].split()[0])
    assert all(len(words) <= charts_prices.LABEL_LETTERS for course in drawn.courses for words in course.name)
    assert len({(course.colour, course.dash) for course in drawn.courses}) == len(drawn.courses) == 5
    for course in drawn.courses:
        assert len(course.values) == len(drawn.said) == len(drawn.spread.low)
    table = prices.monthly(commodity) / 1000
    assert own.last() == table[city].dropna().iloc[-1]


def test_prices_at_the_ends_and_under_the_pointer_have_the_comma_of_the_language():
    def told() -> tuple[str, str]:
        drawn = charts_prices.lines_of("2171", "Cabai Merah Keriting", ("1205",))
        return " ".join(drawn.courses[0].name), drawn.said[-1]

    name, said = told()
    assert re.fullmatch(r"Batam \d+,\d", name)
    assert re.fullmatch(
        r"<b>\w+ \d{4}</b><br>Batam: \d+,\d<br>.*: \d+,\d<br>lima daerah terdekat: \d+,\d–\d+,\d", said
    )
    with i18n.using("en"):
        name, said = told()
    assert re.fullmatch(r"Batam \d+\.\d", name) and "," not in said


def test_the_season_has_a_point_and_a_range_for_each_month():
    table = prices.season("12", "Cabai Merah Keriting")
    drawn = charts_season.drawn_season(table)
    assert list(drawn.points.values) == list(table["index"])
    assert all(
        low <= mean <= high
        for low, mean, high in zip(drawn.spread.low, drawn.points.values, drawn.spread.high, strict=True)
    )
    assert [words for _position, (words,) in drawn.below][:3] == ["Jan", "Feb", "Mar"]
    assert drawn.even == 1


def test_map_of_nothing_is_still_a_map():
    empty = market.market(("Cabe merah",)).assign(rupiah_year=np.nan)
    figure = charts_market.market_map(empty, NAMES, set(), charts_map.PLOT_WIDTH)
    assert len(figure.data) == 1


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("city", ["2171", "1278"])
def test_map_of_gaps_marks_every_comparable_place_once(city, width):
    table = prices.gaps(city, "Cabai Merah Keriting")
    figure = gap_map.figure(city, "Cabai Merah Keriting", width)
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    assert sum(len(trace.x) for trace in marks) == len(table) + 1
    assert len({(trace.marker.color, trace.marker.symbol) for trace in marks}) == len(marks)
    assert all(trace.name for trace in figure.data if trace.showlegend)
    cheaper = table["verdict"] == "yes"
    assert (table.loc[cheaper, "price"] <= 0.95 * table.loc[cheaper, "here"]).all()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("city", "commodity"),
    [("2171", "Cabai Merah Keriting"), ("1278", "Cabai Rawit Merah"), ("1271", "Beras Medium")],
)
def test_names_of_the_map_of_gaps_stand_clear_of_every_mark_and_the_city_has_its_own(city, commodity, width):
    figure = gap_map.figure(city, commodity, width)
    named, pixels = boxes(figure, width), scale(figure, width)
    assert NAMES[city] in named and len(named) >= 3
    assert all(not one.meets(other) for one, other in combinations(named.values(), 2))
    (west, east), (south, north) = figure.layout.xaxis.range, figure.layout.yaxis.range
    sheet = Box(0, 0, (east - west) * pixels, (north - south) * pixels)
    assert all(sheet.holds(label) for label in named.values())
    for trace in figure.data:
        if trace.mode != "markers":
            continue
        half = trace.marker.size / 2
        for longitude, latitude in zip(trace.x, trace.y, strict=True):
            x, y = (longitude - west) * pixels, (latitude - south) * pixels
            mark = Box(x - half, y - half, x + half, y + half)
            assert sheet.holds(mark)
            assert not any(mark.meets(box) for box in named.values())


@pytest.mark.parametrize("width", WIDTHS)
def test_the_map_of_gaps_is_as_wide_as_its_column_and_ends_with_the_land(width):
    figure = gap_map.figure("2171", "Cabai Merah Keriting", width)
    wide, tall = (
        float(each)
        for each in re.search(
            r"viewBox=\"0 0 (\d+) (\d+)\"", unquote(maps.drawing(figure, width, alt=""))
        ).groups()
    )
    (west, east), (south, north) = figure.layout.xaxis.range, figure.layout.yaxis.range
    land = (north - south) / (east - west) * (width - 2 * pen.MARGIN)
    assert wide == width
    assert pen.LEGEND_LINE <= tall - land - 2 * pen.MARGIN + 1 <= charts_market.KEY_HEIGHT + 1


def test_gaps_of_beef_are_not_shown():
    assert prices.gaps("2171", "Daging Sapi Murni").empty


def test_months_below_the_line_are_short_and_a_year_stands_once():
    named = [words for _position, words in charts_prices.lines_of("2171", "Cabai Merah Keriting", ()).below]
    told = [words[1] for words in named if len(words) > 1]
    assert len(told) == len(set(told)) >= 2
    assert all(len(words[0]) == 3 for words in named)
