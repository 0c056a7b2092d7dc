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
from wording import theme


def state_of(measure: str, **changes):
    values = product_map.city_values(measure)
    arguments = {
        "products": None, "cities": None, "layers": [], "selected": "", "certain_only": False, "dark": False,
    }  # fmt: skip
    return maps.state(measure, values, **arguments | changes)


@pytest.mark.parametrize("measure", product_map.measures())
def test_state_colours_each_city_or_marks_it_missing(measure):
    values = product_map.city_values(measure)["value"]
    state = state_of(measure)
    for code, (colour, text) in state["values"].items():
        assert (colour is None) == bool(values.isna()[code])
        assert bool(text) == (colour is not None)
    colours = {colour for colour, _ in state["legend"]["entries"]}
    assert {colour for colour, _ in state["values"].values() if colour} <= colours
    assert theme.MISSING not in colours


def test_state_is_small():
    everything = state_of(
        "lq_C", products=list(data.load("products")["product_id"]), cities=list(data.cities().index)
    )
    assert len(json.dumps(everything)) < 6_000


def test_middle_colour_means_like_the_reference():
    state = state_of("lq_C")
    colour, label = state["legend"]["entries"][3]
    assert colour == theme.DIVERGING[3]
    assert "setara pembanding" in label


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
