"""A link kept with its piece leads where one drawn anew would: same language, edition and page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from ui import finished, pages

DASHBOARD = Path(pages.__file__).parents[1] / "dashboard.py"


def opened(**address: str) -> AppTest:
    at = AppTest.from_string(DASHBOARD.read_text(encoding="utf-8"), default_timeout=60)
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def links(at: AppTest) -> list[tuple[str, str, str, dict]]:
    protos = [each.proto for each in at.get("page_link")]
    return [(each.label, each.page, each.icon, parse_qs(each.query_string)) for each in protos]


@pytest.fixture(autouse=True)
def nothing_kept():
    finished.clear()


def test_links_of_a_kept_piece_carry_what_this_visitor_has_chosen():
    plain, english, pinned = {}, {"lang": "en"}, {"edisi": "1", "kota": "1271"}
    for chosen in (plain, english, pinned):
        finished.clear()
        first = links(opened(**chosen))
        assert first
        # Kept pieces of other visitors stand beside.
        for other in (plain, english, pinned):
            opened(**other)
        assert links(opened(**chosen)) == first
        for name in ("lang", "edisi"):
            wanted = [chosen[name]] if name in chosen else None
            assert all(query.get(name) == wanted for _label, _page, _icon, query in first)


def test_a_link_without_an_icon_gets_none_and_leads_to_its_page():
    found = {label: (page, icon) for label, page, icon, _query in links(opened(kota="1271"))}
    assert found["Profil"] == ("profil", "")
    assert found["Buka profil kota"] == ("profil", ":material/location_city:")
