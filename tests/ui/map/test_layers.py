"""The map's state: small, complete, text and not markup; its content and its routes."""

from __future__ import annotations

import json

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

import data
from data import geometry
from findings import product_map
from i18n import using
from ui.frame.headers import SecurityHeaders
from ui.frame.routes import routes
from ui.map import content as map_content
from ui.map import layers as maps
from ui.map import series, state
from wording import theme


def state_of(measure: str, filters: product_map.Filters | None = None, year: int | None = None, **changes):
    filters = filters or product_map.Filters()
    arguments = {
        "products": product_map.products(filters), "filters": filters, "cities": list(data.cities().index),
        "layers": [], "selected": "", "certain_only": False, "dark": False,
    }  # fmt: skip
    return state.state(measure, product_map.city_values(measure, year=year), **arguments | changes)


@pytest.mark.parametrize("measure", product_map.measures())
def test_state_colours_each_city_or_marks_it_missing(measure):
    values = product_map.city_values(measure)["value"]
    drawn = state_of(measure)
    for code, (colour, text) in drawn["values"].items():
        assert (colour is None) == bool(values.isna()[code])
        assert bool(text) == (colour is not None)
    colours = {colour for colour, _ in drawn["legend"]["entries"]}
    assert {colour for colour, _ in drawn["values"].values() if colour} <= colours
    assert theme.MISSING not in colours


@pytest.mark.parametrize("measure", ["lq_C", "poverty_pct", "produk"])
def test_state_is_small(measure):
    assert len(json.dumps(state_of(measure, selected="1275"))) < 4_500


def test_middle_colour_means_like_the_reference():
    colour, label = state_of("lq_C")["legend"]["entries"][3]
    assert colour == theme.DIVERGING[3]
    assert "setara pembanding" in label


def test_a_category_marks_the_cities_that_have_it_with_its_sign():
    drawn = state_of("produk", product_map.Filters(categories=("perikanan",)), selected="1271")
    having = {code for code, (colour, _) in drawn["values"].items() if colour}
    assert having == set(data.load("products").query("category == 'perikanan'")["region_code"])
    assert drawn["symbol"] == theme.CATEGORY_SYMBOLS["perikanan"]
    assert drawn["signs"] == ["perikanan"]
    (entry,) = drawn["legend"]["entries"]
    assert entry[0] == theme.CATEGORY_COLOURS["perikanan"] and str(len(having)) in entry[1]


@pytest.mark.parametrize("measure", ["poverty_pct", "hdi", "population", "grdp_per_capita_adhb"])
def test_each_year_of_the_slider_is_what_the_page_itself_would_draw(measure):
    years = json.loads(series.content(measure, "id"))["years"]
    assert list(map(int, years)) == list(product_map.years(measure))
    for year, drawn in years.items():
        alone = state_of(measure, year=int(year))["values"]
        assert {code: each for code, each in alone.items() if each[0]} == drawn


def test_only_what_has_several_years_has_a_slider():
    assert "series" in state_of("poverty_pct")
    for measure in ("produk", "lq_C", "infant_mortality_rate"):
        assert "series" not in state_of(measure)


def test_base_map_is_the_same_text_whatever_is_chosen():
    first, second = (maps.base_map().get_root().script.render() for _ in range(2))
    ours = [next(iter(chart._children.values())) for chart in (maps.base_map(), maps.base_map())]
    assert ours[0].config == ours[1].config
    assert first.count("Sinergi.start") == second.count("Sinergi.start")


@pytest.mark.parametrize("language", ["id", "en"])
def test_content_holds_every_member_and_product(language):
    content = json.loads(map_content.content(language))
    assert {city["code"] for city in content["cities"]} == set(data.cities().index)
    assert sum(len(city["products"]) for city in content["cities"]) == len(data.load("products"))
    assert len(content["places"]) == len(geometry.places())
    with using(language):
        assert {place["group"] for place in content["places"]} == {"port", "airport"}


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=routes(), middleware=[Middleware(SecurityHeaders)]))


@pytest.mark.parametrize("layer", geometry.LAYERS)
def test_layers_are_served_with_a_lifetime(client, layer):
    answer = client.get(f"/geo/{layer}.geojson")
    assert answer.status_code == 200
    assert "max-age" in answer.headers["cache-control"]
    assert answer.json()["features"]


@pytest.mark.parametrize(
    "path", ["/geo/..%2f..%2fapp.geojson", "/geo/none.geojson", "/vendor/leaflet/../../app.py"]
)
def test_no_other_file_is_served(client, path):
    assert client.get(path).status_code == 404


def test_years_of_an_indicator_are_served_and_nothing_else(client):
    with using("en"):
        answer = client.get(state.series_address("poverty_pct"))
    assert answer.status_code == 200 and "max-age" in answer.headers["cache-control"]
    assert "7.2%" in answer.text
    for wrong in ("produk", "emas", "lq_C", ""):
        assert client.get(f"{state.SERIES}?measure={wrong}").status_code == 404


@pytest.mark.parametrize(
    "path", ["/vendor/leaflet/leaflet.js", "/vendor/jquery/jquery.min.js", "/assets/map.js"]
)
def test_scripts_come_from_packages_and_our_folder(client, path):
    assert client.get(path).status_code == 200


def test_every_answer_carries_the_security_headers(client):
    headers = client.get("/health").headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_no_third_party_file_lies_in_the_repository():
    """A library would come minified, or larger than anything we write ourselves."""
    for path in maps.ASSETS.iterdir():
        if path.suffix in (".js", ".css"):
            lines = path.read_text(encoding="utf-8").splitlines()
            assert len(lines) < 500 and max(map(len, lines)) < 400, path.name
