"""Evidence of a proposal: frozen with its versions, plain JSON, unchanged by what comes later."""

from __future__ import annotations

import json
from datetime import date

import pytest

import data
from findings import complementarity
from findings.cooperation import proposal_evidence as findings
from reports.drafts import tables

TODAY = date(2026, 11, 24)
PAIR = ("1271", "1471")


@pytest.mark.parametrize("kind", findings.KINDS)
def test_every_kind_is_plain_json_with_versions_and_sources(kind):
    frozen = findings.freeze(kind, PAIR, TODAY)
    assert json.loads(json.dumps(frozen, allow_nan=False)) == frozen
    assert frozen["rows"]
    assert frozen["versions"]
    assert frozen["edition"] == data.versioning.versions.current_edition()
    assert frozen["sources"]
    assert all(words for words in frozen["sources"].values())
    assert len(frozen["rows"]) <= findings.MOST_ROWS


def test_figures_are_those_of_the_page():
    frozen = findings.freeze(findings.INDEX, PAIR, TODAY)
    first = dict(zip(frozen["columns"], frozen["rows"][0], strict=True))
    there = complementarity.pair_totals(complementarity.View("I"), *PAIR)
    assert (first["supplier"], first["buyer"]) == PAIR
    assert first["index"] == pytest.approx(there["index"])
    assert "potential" not in first  # no rupiah of sales from the structure
    assert (frozen["period"], frozen["reference"]) == (data.latest_quarter(), "indonesia")


def test_what_is_frozen_does_not_change_with_the_data():
    before = findings.freeze(findings.APPS, PAIR, TODAY)
    apps = data.load("apps")
    apps["app"] = "lain"
    with data.versioning.versions.trial(apps=apps):
        after = findings.freeze(findings.APPS, PAIR, TODAY)
    assert after["rows"] != before["rows"]
    assert after["versions"]["apps"] != before["versions"]["apps"]
    assert findings.freeze(findings.APPS, PAIR, TODAY) == before


def test_parties_outside_the_34_have_none():
    assert findings.offered(("3578", "31")) == {}
    assert findings.offered(()) == {}
    assert set(findings.offered(("1275", "3578"))) == {findings.PRODUCTS, findings.APPS}


def test_many_parties_are_bounded():
    everyone = tuple(data.cities().index)
    assert len(findings.table(findings.INDEX, everyone)) == findings.MOST_PARTIES * (
        findings.MOST_PARTIES - 1
    )
    frozen = findings.freeze(findings.PRODUCTS, everyone, TODAY)
    assert frozen["left_out"] == len(findings.table(findings.PRODUCTS, everyone)) - len(frozen["rows"])


def test_an_application_seen_only_as_code_is_on_paper_what_it_is_on_screen():
    """Profil says that no running application of Sabang is on record; its draft listed one as running."""
    for kind, heading in ((findings.APPS, "Status"), (findings.ADOPTIONS, "Aplikasi")):
        frozen = findings.freeze(kind, ("1172", "1174"), TODAY)
        at = {name: place for place, name in enumerate(frozen["columns"])}
        seen = [bool(row[at["unconfirmed"]]) for row in frozen["rows"]]
        assert any(seen) and not all(seen)
        drawn = tables.table(frozen)
        assert [text.endswith("belum dikonfirmasi kota") for text in drawn[heading]] == seen
        assert not any("unconfirmed" in name for name in drawn)
