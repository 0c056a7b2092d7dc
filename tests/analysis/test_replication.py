import pandas as pd
import pytest
from numpy.testing import assert_allclose

import data
from analysis.replication import (
    AGREED,
    USE,
    VISIT,
    proof_of,
    service_gaps,
    suggest_adoptions,
    suggest_recipients,
    told_adopters,
)

COLUMNS = ["app_id", "region_code", "app", "status", "service_domain", "recognition", "replicated_by"]
APPS = pd.DataFrame(
    [
        ("A1", "1101", "Lapor", "berjalan", "pengaduan", "Juara", "Ye"),
        ("A2", "1201", "Sapa", "berjalan", "pengaduan", None, None),
        ("A3", "1101", "Pajak", "rencana", "pajak", None, None),
        ("A4", "3578", "e-Pajak", "berjalan", "pajak", None, "Kediri (rencana)"),
        ("A5", "1202", "Wisata", "berjalan", "wisata", None, None),
        ("A6", "1202", "Sertifikat", "bukan_aplikasi", "pajak", None, None),
        ("A7", "1201", "Radio", "berjalan", "lainnya", None, None),
    ],
    columns=COLUMNS,
)
CITIES = pd.DataFrame(
    {"short_name": ["Xa", "Ye", "Zo"], "province_code": ["11", "12", "12"]}, index=["1101", "1201", "1202"]
)
COOPERATION = pd.DataFrame(
    [
        ("Kota Zo", "1202", "Kota Surabaya", None, "2025", "MoU"),
        ("Kota Zo", "1202", "Kota Xa", "1101", "2024", "lainnya"),
    ],
    columns=["party_a", "party_a_code", "party_b", "party_b_code", "date", "instrument"],
)
PEOPLE = pd.Series({"1101": 100.0, "1202": 50.0, "3578": 1000.0})
SPBE = pd.Series({"1101": 3.0, "1202": 4.0})


def suggestions(city="1202", **changed):
    given = {"cooperation": COOPERATION, "population": PEOPLE, "spbe": SPBE} | changed
    return suggest_adoptions(APPS, CITIES, city, **given)


def test_what_was_for_the_pandemic_is_not_worth_taking_over():
    assert "A1" in set(suggestions()["app_id"])
    assert set(suggest_recipients(APPS, CITIES, "1101")["app_id"]) == {"A1"}
    told = dict(zip(APPS["app_id"], ["Wajib lapor saat pandemi.", *["Sejak pandemi."] * 6], strict=True))
    apps = APPS.assign(description=APPS["app_id"].map(told))
    found = suggest_adoptions(apps, CITIES, "1202", cooperation=COOPERATION, population=PEOPLE, spbe=SPBE)
    assert "A1" not in set(found["app_id"]) and "A2" in set(found["app_id"])
    assert set(suggest_recipients(apps, CITIES, "1101")["app_id"]) == set()


def test_golden_gaps():
    gaps = service_gaps(APPS, CITIES.index)
    assert gaps.loc["1101"].to_dict() == {
        "lainnya": "unknown",
        "pajak": "planned",
        "pengaduan": "has",
        "wisata": "unknown",
    }
    # What is no application fills no gap.
    assert gaps.at["1202", "pajak"] == "unknown"
    assert set(service_gaps(APPS).index) == set(APPS["region_code"])
    assert (service_gaps(APPS, ["9999"]) == "unknown").all(axis=None)


def test_golden_suggestions():
    table = suggestions().set_index("app_id")
    assert list(table.index) == ["A4", "A1", "A2"]  # taxes before complaints, in each the best first
    # A1 runs, was awarded and taken over: 1. Likeness: half the people, SPBE 1 of 5 apart, not one province.
    assert_allclose(table.loc["A1", ["evidence", "likeness", "agreement"]], [1, (0.5 + 0.8 + 0) / 3, 0])
    assert_allclose(table.at["A1", "score"], 0.5 + 0.35 * 1.3 / 3)
    # A4 runs and another plans to take it over: (1 + 1/2) / 3. It comes from Surabaya, which has signed.
    assert_allclose(table.loc["A4", ["evidence", "likeness", "agreement"]], [0.5, (0.05 + 0) / 2, 1])
    assert_allclose(table.at["A4", "score"], 0.25 + 0.35 * 0.025 + 0.15)
    assert table.at["A4", "outside_sumatra"]
    assert list(table["rank"]) == [1, 1, 2]
    assert list(table["gap"]) == ["unknown"] * 3
    # A2: nothing known of Ye's people, same province.
    assert_allclose(table.at["A2", "likeness"], 1)


def test_public_code_alone_is_no_proof_that_it_runs():
    apps = APPS.assign(evidence=[None, "kode", None, None, None, None, None])
    table = suggest_adoptions(apps, CITIES, "1202", population=PEOPLE, spbe=SPBE).set_index("app_id")
    assert table.at["A2", "evidence"] == 0
    reasons = dict(each for each in table.at["A2", "reasons"] if each[0] != "unknown")
    assert "unconfirmed" in reasons and "running" not in reasons


def test_reasons_say_what_is_known_and_what_is_not():
    table = suggestions().set_index("app_id")["reasons"]
    best = dict(table["A1"])
    assert best["awarded"] == {"recognition": "Juara"}
    assert best["replicated"] == {"by": ["Ye"], "years": [None], "codes": ["1201"]}
    assert best["agreement"]["instrument"] == "lainnya"  # shown, not counted
    assert ("unknown", {"what": "launched_year"}) in table["A1"]
    assert dict(table["A4"])["outside_sumatra"] == {"donor": "3578"}
    assert ("unknown", {"what": "spbe", "cities": ["3578"]}) in table["A4"]
    assert ("unknown", {"what": "population"}) in table["A2"]
    assert dict(table["A2"])["same_province"] == {"province_code": "12"}


COPIES = pd.DataFrame(
    [
        ("A1", "Lapor", "1101", "Ye", "1201", 2016, AGREED),
        ("A5", "Wisata", "1202", "Kabupaten Wa", "1299", None, USE),
        (None, "60 aplikasi", "1101", "Zo", "1202", 2018, AGREED),
    ],
    columns=["app_id", "app", "donor_code", "adopter", "adopter_code", "year", "proof"],
)


def test_a_signed_paper_is_no_proof_of_use():
    told = suggestions(replications=COPIES).set_index("app_id")
    # Runs and was awarded, and a paper counts half: (1 + 1 + 1/2) / 3.
    assert_allclose(told.at["A1", "evidence"], 2.5 / 3)
    reasons = dict(told.at["A1", "reasons"])
    assert "replicated" not in reasons
    assert reasons["replication_agreed"] == {"by": ["Ye"], "years": [2016], "codes": ["1201"]}
    # What the two signed themselves is told beside every application of the donor.
    assert reasons["begun"] == {"app": "60 aplikasi", "proof": AGREED, "year": 2018}
    # Who only signed may still be offered it; who uses it is not.
    signed = COPIES.assign(app_id="A5", adopter_code="1201", proof=AGREED)
    assert "A5" in set(suggestions(city="1201", replications=signed)["app_id"])
    assert "A5" not in set(suggestions(city="1201", replications=signed.assign(proof=USE))["app_id"])


@pytest.mark.parametrize(
    ("words", "proof"),
    [
        ("MoU (Munas APEKSI Jambi)", AGREED),
        ("Kesepakatan Bersama dan PKS", AGREED),
        ("Swakelola Tipe II", AGREED),
        ("komitmen replikasi ditandatangani 19 kabupaten/kota", AGREED),
        ("disebut sudah memakai; instrumen tidak disebut", USE),
        ("diadopsi; instrumen tidak disebut", USE),
        ("studi tiru, bukan perjanjian", VISIT),
        ("kunjungan; hibah direncanakan", VISIT),
        ("entah", None),
        (None, None),
    ],
)
def test_what_the_words_of_a_source_prove(words, proof):
    assert proof_of(words) == proof


def test_adopters_are_read_with_their_notes():
    assert told_adopters("Palembang (rencana 2026);Medan; ;") == [
        ("Palembang", "rencana 2026"),
        ("Medan", ""),
    ]
    assert told_adopters(None) == []


def test_a_known_gap_stands_before_one_only_not_recorded():
    stated = pd.DataFrame({"region_code": ["1202"], "service_domain": ["pengaduan"]})
    table = suggestions(stated=stated)
    assert list(zip(table["app_id"], table["gap"], strict=True)) == [
        ("A1", "lacking"), ("A2", "lacking"), ("A4", "unknown"),
    ]  # fmt: skip
    # The city's own word counts more than what was found about it, and can name a new domain.
    more = pd.DataFrame({"region_code": ["1101"] * 2, "service_domain": ["pengaduan", "arsip"]})
    assert (
        service_gaps(APPS, CITIES.index, stated=more).loc["1101", ["pengaduan", "arsip"]].to_list()
        == ["lacking"] * 2
    )


def test_nothing_known_beside_the_application_still_ranks_it():
    table = suggestions(cooperation=None, population=None, spbe=None).set_index("app_id")
    assert table["agreement"].isna().all()
    assert_allclose(table.at["A1", "score"], 0.5 / 0.85)


def test_who_took_it_over_is_not_told_again():
    taken = suggestions(city="1201")
    assert "A1" not in set(taken["app_id"])
    assert set(suggest_recipients(APPS, CITIES, "1101")["adopter"]) == {"1202"}


def test_golden_recipients():
    table = suggest_recipients(APPS, CITIES, "3578", cooperation=COOPERATION, population=PEOPLE)
    # 1202 would score higher, but of 1101 the gap is known: it plans one and runs none.
    assert list(table["adopter"]) == ["1101", "1202", "1201"]
    assert list(table["rank"]) == [1, 2, 3]
    assert table["app_id"].unique().tolist() == ["A4"]
    assert list(table["gap"]) == ["planned", "unknown", "unknown"]
    assert table["outside_sumatra"].all()
    same = suggestions().set_index("app_id").at["A4", "score"]
    with_spbe = suggest_recipients(
        APPS, CITIES, "3578", cooperation=COOPERATION, population=PEOPLE, spbe=SPBE
    )
    assert_allclose(with_spbe.set_index("adopter").at["1202", "score"], same)


def test_nothing_to_suggest_is_an_empty_table_with_the_same_columns():
    full = suggestions()
    none = suggestions(domains=["wisata"])
    assert none.empty
    assert list(none.columns) == list(full.columns)
    assert suggest_recipients(APPS.iloc[:0], CITIES, "1101").empty


WRONG = {
    "city": (lambda: suggestions(city="9999"), r"'9999'.*1101"),
    "domain": (lambda: suggestions(domains=["musik"]), r"musik.*pengaduan"),
    "donor": (lambda: suggest_recipients(APPS, CITIES, "9999"), r"'9999'"),
    "column": (lambda: service_gaps(APPS.drop(columns="status")), r"kolom: status"),
    "twice": (lambda: service_gaps(APPS, ["1101", "1101"]), r"dua kali: 1101"),
}


@pytest.mark.parametrize(("call", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_every_city_gets_advice_within_bounds():
    apps, cities, cooperation = data.load("apps"), data.cities(), data.load("cooperation")
    people = data.regencies()["population_registered_2024"]
    gaps = service_gaps(apps, cities.index)
    assert gaps.shape == (34, apps["service_domain"].nunique())
    assert (gaps.loc["1572"] == "unknown").all()  # nothing was found for Sungai Penuh
    for city in cities.index:
        table = suggest_adoptions(apps, cities, city, cooperation=cooperation, population=people)
        assert len(table) > 0
        assert table["score"].between(0, 1).all()
        assert city not in set(table["donor"])
        assert (gaps.loc[city, table["service_domain"].unique()] != "has").all()
        assert (table.groupby("service_domain")["rank"].min() == 1).all()
    binjai = suggest_adoptions(apps, cities, "1276", cooperation=cooperation, population=people)
    assert binjai["outside_sumatra"].any()
    # Tangerang LIVE went to Medan, Palembang, Batam and Padang Panjang: they are not offered it again.
    offered = suggest_recipients(apps, cities, "3671", cooperation=cooperation, population=people)
    live = offered[offered["app"] == "Tangerang LIVE"]
    assert not {"1275", "1671", "2171", "1374"} & set(live["adopter"])
