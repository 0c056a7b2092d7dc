import pytest

import data
from analysis.partners import rank_partners
from data import store as stores
from data.store import open_store
from data.versioning import releases
from findings import partner_evidence, partners
from findings import version_impact as impact


def raised(city="1275", sector="B", factor=50.0):
    """The sectors with one of a city `factor` times what it was, its total with it."""
    frame = data.load("grdp_sectors")
    here = (frame["region_code"] == city) & (frame["period"] == "2026Q1") & (frame["price_basis"] == "ADHB")
    part, total = here & (frame["sector"] == sector), here & (frame["sector"] == "TOTAL")
    more = frame.loc[part, "value_billion_rupiah"].item() * (factor - 1)
    frame.loc[part | total, "value_billion_rupiah"] += more
    return frame


def test_the_same_content_changes_nothing():
    assert impact.of_content("grdp_sectors", data.load("grdp_sectors")).empty


def test_a_grown_sector_moves_its_quotient_and_what_follows():
    found = impact.of_content("grdp_sectors", raised())
    assert not found.trouble
    first = found.lq.iloc[0]
    assert (first["region_code"], first["sector"]) == ("1275", "B")
    assert first["new"] > first["old"]
    medan = found.lq[found.lq["region_code"] == "1275"].set_index("sector")
    assert (medan.drop(index="B")["new"] < medan.drop(index="B")["old"]).all()
    assert data.current_version("grdp_sectors") == releases.version_of("grdp_sectors")


def test_a_specialisation_won_is_marked():
    found = impact.of_content("grdp_sectors", raised(factor=20_000.0))
    medan = found.lq.set_index(["region_code", "sector"])
    assert medan.loc[("1275", "B"), "crosses_one"]


def test_a_city_that_grows_moves_partners():
    frame = data.load("indicators")
    people = (frame["indicator"] == "population") & (frame["region_code"] == "1173")
    found = impact.of_content("indicators", frame.assign(value=frame["value"].mask(people, 3e6)))
    assert not found.partners.empty
    assert any("1173" in entered for entered in found.partners["entered"])
    row = found.partners.iloc[0]
    assert row["old"] != row["new"]
    assert len(row["new"]) == impact.TOP_PARTNERS


def test_places_in_rankings_old_beside_new():
    frame = data.load("indicators")
    here = (
        (frame["indicator"] == "hdi")
        & (frame["year"] == 2025)
        & frame["region_code"].isin(data.cities().index)
    )
    worst = frame.loc[here, "value"].idxmin()
    frame.loc[worst, "value"] = 99.0
    found = impact.of_content("indicators", frame)
    ranks = found.ranks.query("measure == 'hdi'").set_index("region_code")
    city = frame.loc[worst, "region_code"]
    assert (ranks.loc[city, "old"], ranks.loc[city, "new"]) == (34, 1)
    assert (ranks.drop(index=city)["new"] == ranks.drop(index=city)["old"] + 1).all()
    assert found.lq.empty


def test_a_content_that_cannot_be_worked_out_says_so():
    frame = data.load("grdp_sectors")
    found = impact.of_content("grdp_sectors", frame[frame["period"] != "2026Q1"])
    assert found.trouble
    assert not found.empty


def test_a_figure_that_goes_missing_is_a_move():
    frame = data.load("indicators")
    gone = (frame["indicator"] == "hdi") & (frame["year"] == 2025) & (frame["region_code"] == "1275")
    found = impact.of_content("indicators", frame[~gone])
    row = found.ranks.query("measure == 'hdi' and region_code == '1275'")
    assert row["new"].isna().all()


def test_tables_without_answers_move_none():
    assert impact.of_content("awards", data.load("awards").head(3)).empty


def test_editions_are_compared(tmp_path):
    with open_store(tmp_path / "s.db") as store:
        stores.activate(store)
        try:
            store.publish("grdp_sectors", raised(), "ana", "", parent=1)
            assert impact.between(1, 2).lq.iloc[0]["sector"] == "B"
            assert impact.between(2, 2).empty
            back = impact.between(2, 1).lq.iloc[0]
            assert back["old"] > back["new"]
        finally:
            stores.activate(None)


@pytest.mark.parametrize("city", ["1275", "2171", "1371"])
def test_top_partners_are_those_of_the_ranking(city):
    among = partners.candidates(city, partners.default_choices(city))
    ranked = rank_partners(city, evidence=partner_evidence.evidence(), cities=among, draws=1)
    assert impact.top_partners()[city] == tuple(ranked["partner"].head(impact.TOP_PARTNERS))
