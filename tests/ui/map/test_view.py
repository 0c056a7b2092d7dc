"""The map as it is handed to the browser."""

from __future__ import annotations

import streamlit_folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin

from ui.map import layers, view


def written(self, **kwargs):
    """What a part of folium does by itself."""
    JSCSSMixin.render(self, **kwargs) if isinstance(self, JSCSSMixin) else MacroElement.render(self, **kwargs)


def test_the_browser_gets_the_same_as_from_a_map_rendered_twice(monkeypatch):
    got: list[dict] = []
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **handed: got.append(handed))
    state = {"visible": ["1271"]}
    view.show(state)
    for part in (layers.ProductLayers, layers.MapState):
        monkeypatch.setattr(part, "render", written)
    streamlit_folium.st_folium(
        layers.base_map(), key=view.KEY, height=view.HEIGHT, use_container_width=True,
        returned_objects=["last_active_drawing"], feature_group_to_add=layers.state_group(state),
        on_change=view._take_click,
    )  # fmt: skip
    ours, twice = ({name: each for name, each in handed.items() if name != "on_change"} for handed in got)
    # Where a page's links to scripts and styles are taken out, blanks are left.
    headers = [" ".join(handed.pop("header").split()) for handed in (ours, twice)]
    assert ours == twice and headers[0] == headers[1]
    assert "Sinergi.start(map_div" in ours["script"] and "Sinergi.update(" in ours["feature_group"]
