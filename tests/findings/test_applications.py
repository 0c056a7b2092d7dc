"""The catalogue of applications and who took over what."""

from __future__ import annotations

import pandas as pd
import pytest

import data
from analysis.described import tells_nothing
from analysis.replication import KNOWN_GAPS
from data import publiccode
from findings import applications as findings
from findings import home, replications, story
from findings.cities import comparison


def test_the_catalogue_holds_every_row_and_marks_what_is_no_application():
    catalogue = findings.catalogue()
    assert len(catalogue) == len(data.load("apps")) == 227
    assert catalogue["outside"].sum() == 17
    assert catalogue["status"].value_counts().to_dict() == {
        "berjalan": 197,
        "rencana": 16,
        "kanal_nasional": 7,
        "bukan_aplikasi": 6,
        "produk_bank": 1,
    }
    assert set(publiccode.COLUMNS) <= set(catalogue.columns)
    told = {"landing_url", "repository_url"}  # by the sources; the rest no city has supplied yet
    assert catalogue[[c for c in publiccode.COLUMNS if c not in told]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, 227),
        ({"statuses": ("bukan_aplikasi",)}, 6),
        ({"replicated": True}, 3),
        ({"awarded": True}, 62),
        ({"cities": ("3671",)}, 3),
        ({"platforms": ("whatsapp",)}, 7),
        ({"text": "SIBISA kependudukan"}, 1),
        ({"text": "[a-z]+("}, 0),
        ({"text": "a" * 500}, 0),
        ({"domains": ("transportasi",), "cities": ("1275",)}, 2),
    ],
)
def test_filters(filters, expected):
    every = tuple(findings.catalogue()["status"].unique())
    assert len(findings.found(every, findings.Filters(**filters))) == expected


def test_places_leave_out_what_has_no_point():
    places = findings.places(replications.all_of_them())
    assert {"3578", "3671", "31", "1275"} <= set(places.index)
    assert places.notna().all(axis=None)


def test_coverage_and_gaps_agree():
    gaps, coverage = findings.gaps("I"), findings.coverage("I")
    assert gaps.shape[0] == 24
    for row in coverage.itertuples():
        assert gaps.at[row.region_code, row.service_domain] == ("has" if row.running else "planned")
        assert len(row.apps) == row.running + row.planned
    assert (gaps != "unknown").sum().sum() == len(coverage)


@pytest.mark.parametrize("city", ["1275", "1172", "1571"])
def test_suggestions_fill_gaps_of_the_city_only(city):
    rows = findings.adoptions(city)
    gaps = findings.gaps()
    assert (gaps.loc[city, rows["service_domain"].unique()] != "has").all()
    assert (rows["donor"] != city).all()
    assert rows["score"].between(0, 1).all()
    outside = rows[rows["outside_sumatra"]]
    assert not set(outside["donor"].str[:2]) & set(data.regions.SUMATRA_PROVINCES)
    assert findings.recipients(city)["adopter"].isin(data.cities().index).all()


@pytest.mark.parametrize("city", data.cities("I").index)
def test_a_gap_is_known_only_where_the_city_recorded_it(city):
    apps = data.load("apps")
    own = apps[apps["region_code"] == city]
    rows = findings.adoptions(city)
    for domain, gap in rows.drop_duplicates("service_domain").set_index("service_domain")["gap"].items():
        in_domain = set(own.loc[own["service_domain"] == domain, "status"])
        why = findings.gap_of(city, domain)
        assert why.code == gap
        assert "berjalan" not in in_domain
        # No city has said anything itself yet: a plan is all that tells of a gap.
        assert why.known == ("rencana" in in_domain) == bool(why.planned)
        assert len(why.source_ids) == len(why.planned)
    known = rows["gap"].isin(KNOWN_GAPS).tolist()
    assert known == sorted(known, reverse=True)
    for _app, each in findings.recipients(city).groupby("app_id"):
        known = each.sort_values("rank")["gap"].isin(KNOWN_GAPS).tolist()
        assert known == sorted(known, reverse=True)
    take = story.to_take(city)["gap"].isin(KNOWN_GAPS).tolist()
    assert take == sorted(take, reverse=True)


def test_each_kind_is_counted_apart():
    apps = data.load("apps")
    whole = findings.counts()
    assert whole.running + whole.planned + whole.unconfirmed + whole.channels == len(apps)
    assert whole.channels == (~apps["status"].isin(findings.OWN)).sum() == 14
    assert set(findings.CHANNELS) == {"kanal_nasional", "bukan_aplikasi", "produk_bank"}
    medan = findings.counts(["1275"])
    assert (medan.running, medan.planned, medan.unconfirmed, medan.channels) == (14, 1, 1, 1)
    members = data.cities("I").index
    assert home.totals("I")["applications"] == findings.counts(members).running
    compared = comparison.records().query("what == 'app' and region_code in @members")
    assert len(compared) == findings.counts(members).running


def test_columns_a_city_supplies_are_read(monkeypatch):
    apps = data.load("apps").assign(licence="MIT", owner=pd.NA)
    with data.versioning.versions.trial(apps=apps):
        assert (findings.catalogue()["licence"] == "MIT").all()


def test_what_only_public_code_shows_is_counted_apart():
    apps = findings.catalogue()
    assert apps["unconfirmed"].sum() == (data.load("apps")["evidence"] == "kode").sum() > 0
    running = apps[(apps["status"] == "berjalan") & apps["region_code"].isin(data.cities("I").index)]
    assert home.totals("I")["applications"] == len(running) - running["unconfirmed"].sum()


def test_what_no_source_describes_is_neither_offered_nor_recommended():
    """Gunungsitoli was to share SMART SHS, Sawahlunto "Jempol Nar...": names without a word on their use."""
    rows = findings.catalogue()
    untold = set(rows.loc[rows["untold"], "app_id"])
    assert untold
    for city in data.cities().index:
        assert not untold & {*story.to_give(city)["app_id"], *story.to_take(city)["app_id"]}
        # The page and the drafts too, which suggest out of the same two.
        assert not untold & {*findings.adoptions(city)["app_id"], *findings.recipients(city)["app_id"]}
    assert not untold & set(story.offers()["app_id"])
    assert story.to_give("1278").empty


def test_what_was_for_the_pandemic_is_neither_offered_nor_recommended():
    """Sabang was to take over the reporting of travellers of 2020."""
    past = set(findings.catalogue().query("past")["app_id"])
    assert "A151" in past  # in use, and of a service that Sabang is not known to have
    assert "A153" not in past  # by WhatsApp since the pandemic, and still
    for city in data.cities().index:
        assert not past & {*story.to_give(city)["app_id"], *story.to_take(city)["app_id"]}
        assert not past & {*findings.adoptions(city)["app_id"], *findings.recipients(city)["app_id"]}
    assert not past & set(story.offers()["app_id"])


def test_a_copy_is_its_owners_to_give():
    """Payakumbuh was to have the application of Padang Pariaman from Bukittinggi."""
    copies = set(replications.owners_of_copies())
    assert {"A152", "A204"} <= copies
    offered = set(story.offers()["app_id"])
    for city in data.cities().index:
        offered |= {*story.to_give(city)["app_id"], *story.to_take(city)["app_id"]}
    assert offered and not offered & copies


@pytest.mark.parametrize(
    ("description", "nothing"),
    [
        ("Quick win smart branding dalam masterplan smart city.", True),
        ("Satu dari enam quick win (fungsi rinci tidak tampak pada kutipan).", True),
        ("Quick win smart city: pelaporan warga soal kebersihan.", False),
        ("Pembayaran pajak daerah elektronik; quick win smart economy 2022.", False),
    ],
)
def test_a_programme_named_is_no_word_on_what_an_application_does(description, nothing):
    assert tells_nothing(description) == nothing


def test_what_is_only_a_quick_win_is_not_offered():
    """Tebing Tinggi was to share Semarak, of which its source says that it is one."""
    rows = findings.catalogue()
    assert set(rows.loc[rows["untold"], "app"]) > {"Semarak", "Info Sunto"}
    assert story.to_give("1274").empty
