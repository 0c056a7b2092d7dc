"""Every row of every table has an origin; computed figures say how."""

from __future__ import annotations

import pytest

from data import load, ports_airports
from data.quality.caveats import CAVEATS, caveats_for
from data.schema import FIXED, GEO_TABLES, INDICATORS, TABLES, codes
from data.sourcing import citations
from data.sourcing.provenance import Origin, UnknownSource, computed, origin, origins, source
from i18n import using


def different_rows(table: str):
    """Rows of `table` that differ in what decides their origin."""
    frame = load(table) if table in TABLES else ports_airports()
    deciding = [c for c in ("source_id", "area_source_id", "product_id", "source", "note") if c in frame]
    return frame.drop_duplicates(deciding) if deciding else frame


@pytest.mark.parametrize("table", [*TABLES, *GEO_TABLES])
def test_every_row_has_an_origin(table):
    for row in different_rows(table).to_dict("records"):
        found = origin(row, table)
        assert found.publisher, row
        assert found.title, row
        assert found.status in ("official", "computed", "reported")
        assert found.table == table
        assert found.status != "computed" or found.how or "DERIVED" in found.title


def test_period_and_licence_come_from_row_and_source():
    grdp = load("grdp_sectors").query(
        "region_code == '1275' and period == '2026Q1' and price_basis == 'ADHB'"
    )
    found = origin(grdp.iloc[0], "grdp_sectors")
    assert (found.publisher, found.status, found.period) == ("Badan Pusat Statistik", "official", "2026Q1")
    assert "2776" in found.title
    assert found.licence == "data publik BPS; sebutkan sumber"
    assert found.link.startswith("https://github.com/")


@pytest.mark.parametrize(
    ("source_id", "publisher", "status"),
    [
        ("S0005", "Badan Pusat Statistik", "official"),
        ("S0004", "Kementerian Dalam Negeri", "official"),
        ("S0010", "Badan Pusat Statistik", "computed"),
        ("S0050", "Badan Pusat Statistik", "official"),
        ("S0072", "waspadaaceh.com", "reported"),
        ("S0093", "Wikipedia", "reported"),
        ("S0244", "RBTV Disway", "reported"),
        ("S0136", "palembang.tribunnews.com", "reported"),
        ("S0563", "Pemko Binjai", "official"),
    ],
)
def test_publisher_and_status(source_id, publisher, status):
    assert (source(source_id).publisher, source(source_id).status) == (publisher, status)


def test_population_computed_from_grdp_says_so():
    rows = load("indicators").query("indicator == 'population' and year == 2015")
    found = origin(rows.iloc[0], "indicators")
    assert found.status == "computed"
    assert "dihitung dari" in found.how


def test_figures_of_a_region_have_each_their_source():
    medan = load("regions").set_index("region_code", drop=False).loc["1275"]
    assert origin(medan, "regions", "latitude").source_id == medan["coordinates_source_id"]
    assert origin(medan, "regions", "area_km2").source_id == medan["area_source_id"]
    assert origin(medan, "regions", "population_registered_2024").publisher == "Kementerian Dalam Negeri"


def test_computed_names_how_and_what_of():
    one, two = source("S0005"), source("S0006")
    lq = computed("Pangsa kota dibagi pangsa pembanding", [one, two, one], title="LQ")
    assert lq.status == "computed"
    assert lq.inputs == (one, two)
    assert lq.how == "Pangsa kota dibagi pangsa pembanding"
    assert one.title in lq.reference
    assert isinstance(lq, Origin)


def test_origins_of_many_rows_come_once_and_most_frequent_first():
    frame = load("indicators").query("region_code == '1275'")
    found = origins(frame, "indicators")
    assert len(found) == frame["source_id"].nunique()
    counts = frame["source_id"].value_counts()
    assert counts[found[0].source_id] == counts.max()


def test_unknown_source_is_named():
    with pytest.raises(UnknownSource, match="S9999"):
        source("S9999")


def test_all_points_are_there_and_lead_somewhere():
    assert {caveat.number for caveat in CAVEATS} == set(range(1, 21))
    assert len({caveat.id for caveat in CAVEATS}) == len(CAVEATS)
    codes = set(load("regions")["region_code"])
    for caveat in CAVEATS:
        assert caveat.tables or caveat.indicators
        assert set(caveat.tables) <= {*TABLES, *FIXED}
        assert set(caveat.indicators) <= set(INDICATORS)
        assert set(caveat.regions) <= codes
        with using("en"):
            assert caveat.text == caveat.message.in_("en") != caveat.message.id


@pytest.mark.parametrize(
    ("asked", "there", "absent"),
    [
        ({"table": "grdp_sectors"}, {"one_quarter", "same_reference", "no_mining"}, {"two_hdi"}),
        ({"table": "grdp_sectors", "region": "1275"}, {"one_quarter"}, {"no_mining", "batam_2024"}),
        ({"table": "grdp_sectors", "period": "2024"}, {"preliminary"}, {"one_quarter"}),
        ({"table": "grdp_sectors", "period": "2026Q1"}, {"one_quarter"}, {"preliminary"}),
        ({"indicator": "hdi"}, {"two_hdi", "ranking"}, {"spbe", "two_populations"}),
        (
            {"indicator": "growth_pct", "region": "1571", "period": 2024},
            {"growth_2024"},
            {"lhokseumawe_2015"},
        ),
        ({"table": "indicators"}, {"two_hdi", "spbe", "ranking"}, {"from_news"}),
        ({"table": "needs"}, {"from_news"}, {"ranking"}),
        ({"region": "1278"}, {"gunungsitoli_area"}, {"batam_2024"}),
        ({}, {caveat.id for caveat in CAVEATS}, set()),
    ],
)
def test_caveats_for(asked, there, absent):
    found = {caveat.id for caveat in caveats_for(**asked)}
    assert there <= found
    assert not absent & found


@pytest.mark.parametrize(
    ("source_id", "kind", "leads"),
    [
        ("S0766", "official", True),
        ("S0767", "official", True),
        ("S0781", "news", True),
        ("S1244", "copy", False),
        ("S1264", "blog", False),
        ("S1279", "blog", False),
        ("S0861", "code", False),
    ],
)
def test_what_kind_of_source_it_is_and_whether_it_may_lead(source_id, kind, leads):
    assert citations.kind(source_id) == kind
    assert citations.may_lead(source_id) is leads


def test_every_source_is_of_a_kind_and_opens_or_says_where_it_is():
    for code in load("sources")["source_id"]:
        assert citations.kind(code) in codes("source_kind")
        assert source(code).link or source(code).reference


def test_the_publisher_comes_first_and_a_copy_last():
    told = citations.cited("S0766")
    assert told.startswith("Badan Pusat Statistik, tabel 2550, 2552, 2554, 2556, 2558. Rata-rata konsumsi")
    assert told.endswith("salinan: github.com/hengkykurniawan/bps_dashboard")
    assert "Blog" in citations.cited("S1264")
    with using("en"):
        assert ", table 2193." in citations.cited("S0760")
        assert "lewat repo" not in citations.cited("S0760")
