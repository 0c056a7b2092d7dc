"""Codes of the wrong scheme, names for codes, regencies for cities, and zeros a spreadsheet took."""

from __future__ import annotations

import pytest
from upload_files import GRDP, TOTALS, codes, csv_file, indicators, shipped_row, told, xlsx_file

from data import cities, load
from data.validation import check
from data.validation.places import places, split_name

NAMED = ["kode wilayah", "nama kota", "periode", "dasar harga", "nilai", "sumber"]


def totals(scheme: str, named: bool, dotted: bool = False) -> bytes:
    """GRDP 2023 of the 34 cities in the codes of one scheme."""
    regions = load("regions").set_index("region_code")
    rows = load("grdp_totals").query("period == '2023' and price_basis == 'ADHB'")
    rows = rows[rows["region_code"].isin(cities().index)]
    body = []
    for row in rows.itertuples():
        code = row.region_code
        if scheme == "kemendagri":
            code = regions.at[code, "kemendagri_code"]
            code = code if dotted else code.replace(".", "")
        value = repr(row.value_billion_rupiah)
        name = [regions.at[row.region_code, "name"]] if named else []
        body.append([code, *name, "2023", "ADHB", value, "S0025"])
    return csv_file([NAMED if named else TOTALS, *body])


RIGHT = load("grdp_totals").query("period == '2023' and price_basis == 'ADHB'").set_index("region_code")


def agrees(report) -> bool:
    """Whether every figure read is the figure of the region it was read for."""
    frame = report.frame.dropna(subset=["region_code", "value_billion_rupiah"])
    return (
        frame.set_index("region_code")["value_billion_rupiah"]
        == RIGHT["value_billion_rupiah"].reindex(frame["region_code"])
    ).all()


@pytest.mark.parametrize("named", [True, False])
def test_bps_codes_are_taken_as_they_are(named):
    report = check(totals("bps", named), "x", "grdp_totals")
    assert report.ok
    assert codes(report) == []
    assert report.recognised.codes == "bps"
    assert agrees(report)


@pytest.mark.parametrize("dotted", [True, False])
def test_home_affairs_codes_are_recognised_by_names_and_never_loaded_silently(dotted):
    report = check(totals("kemendagri", named=True, dotted=dotted), "x", "grdp_totals")
    assert not report.ok
    assert report.recognised.codes == "kemendagri"
    assert "home_affairs" in codes(report)
    assert "dotted" in codes(report)
    assert agrees(report)
    translated = check(
        totals("kemendagri", named=True, dotted=dotted), "x", "grdp_totals", translate_codes=True
    )
    assert translated.ok
    assert codes(translated) == ["home_affairs_translated"]
    assert agrees(translated)
    assert len(translated.frame) == 34


def test_home_affairs_codes_without_names_are_recognised_by_the_figures():
    report = check(totals("kemendagri", named=False), "x", "grdp_totals")
    assert not report.ok
    assert report.recognised.codes == "suspect"
    translated = check(totals("kemendagri", named=False), "x", "grdp_totals", translate_codes=True)
    assert translated.ok
    assert agrees(translated)


def test_dotted_codes_need_no_names():
    report = check(totals("kemendagri", named=False, dotted=True), "x", "grdp_totals")
    assert not report.ok
    assert agrees(report)
    assert agrees(
        check(totals("kemendagri", named=False, dotted=True), "x", "grdp_totals", translate_codes=True)
    )


def test_one_code_that_means_two_cities_is_told():
    content = csv_file([TOTALS, ["1275", "2030", "ADHB", "5", "S0025"]])
    assert "codes_unconfirmed" in codes(check(content, "x", "grdp_totals"))
    content = csv_file([TOTALS, ["1371", "2030", "ADHB", "5", "S0025"]])
    assert "codes_unconfirmed" not in codes(check(content, "x", "grdp_totals"))


def test_translating_does_not_touch_codes_the_names_confirm():
    report = check(totals("bps", named=True), "x", "grdp_totals", translate_codes=True)
    assert report.ok
    assert agrees(report)


@pytest.mark.parametrize(
    ("code", "name", "problem"),
    [
        ("1371", "Kota Padang", None),
        ("1371", "PADANG", None),
        ("1273", "Kota Pematang Siantar", None),
        ("1372", "Kota Solok", None),
        ("1303", "Kota Solok", "regency_for_city"),
        ("1372", "Kab. Solok", "regency_for_city"),
        ("1371", "Kota Medan", "other_name"),
        ("1371", "entah", None),
        ("1371", "", None),
        ("1303", "Kabupaten Solok", None),
        ("13", "Provinsi Sumatera Barat", None),
        ("13", "Sumatera Barat", None),
        ("9999", "Kota Padang", "unknown_region"),
    ],
)
def test_name_beside_a_code(code, name, problem):
    content = csv_file([NAMED, [code, name, "2030", "ADHB", "5", "S0025"]])
    found = [
        each
        for each in codes(check(content, "x", "grdp_totals"))
        if each not in ("future", "jump", "jump_scale", "codes_unconfirmed")
    ]
    assert found == ([problem] if problem else [])


@pytest.mark.parametrize("table", ["products", "city_facts"])
def test_tables_of_cities_take_no_regency(table):
    head = list(load(table).columns)
    row = shipped_row(table, region_code="1101")
    if table == "products":
        row |= {"product_id": "P900"}
    report = check(csv_file([head, [row[column] for column in head]]), "x", table)
    assert "not_a_member_kind" in codes(report)


def test_a_regency_with_a_namesake_city_where_none_was_before():
    code = next(
        c for c, name in load("regions").set_index("region_code")["name"].items() if name == "Kabupaten Solok"
    )
    content = csv_file([TOTALS, [code, "2023", "ADHB", "5", "S0025"]])
    assert "namesake" in codes(check(content, "x", "grdp_totals"))
    # household_spending holds every regency already
    head = ["region_code", "year", "commodity_group", "commodity", "rupiah_per_capita_per_week", "source_id"]
    content = csv_file([head, [code, "2025", "ikan", "Tongkol", "800", "S0036"]])
    assert "namesake" not in codes(check(content, "x", "household_spending"))


def test_names_instead_of_codes():
    rows = [
        ["Kota", "Periode", "Dasar harga", "Nilai", "Sumber"],
        ["Kota Medan", "2023", "ADHB", "5", "S0025"],
        ["Binjai", "2023", "ADHB", "6", "S0025"],
    ]
    refused = check(csv_file(rows), "x", "grdp_totals")
    assert codes(refused) == ["missing_code"]
    assert refused.recognised.missing == ("region_code",)
    report = check(csv_file(rows), "x", "grdp_totals", translate_names=True)
    assert report.frame["region_code"].tolist() == ["1275", "1276"]
    assert [code for code in codes(report) if code == "label_translated"] == ["label_translated"] * 2


def test_labels_instead_of_codes():
    rows = [GRDP, ["1371", "2030Q1", "Harga berlaku", "Industri Pengolahan", "5", "S0005"]]
    assert told(check(csv_file(rows), "x", "grdp_sectors"), "code", "column")[:2] == [
        ("future", "period"),
        ("label_given", "price_basis"),
    ]
    report = check(csv_file(rows), "x", "grdp_sectors", translate_names=True)
    assert report.frame[["price_basis", "sector"]].iloc[0].tolist() == ["ADHB", "C"]


def test_codes_a_spreadsheet_turned_into_numbers():
    content = xlsx_file([TOTALS, [1371.0, 2023, "ADHB", 5.5, "S0025"]])
    report = check(content, "x", "grdp_totals")
    assert report.frame["region_code"].tolist() == ["1371"]
    assert report.frame["period"].tolist() == ["2023"]
    text = csv_file([TOTALS, ["1371.0", "2023.0", "ADHB", "5.5", "S0025"]])
    assert check(text, "x", "grdp_totals").frame["region_code"].tolist() == ["1371"]


def test_lost_zeros_are_offered_and_restored_on_demand():
    content = xlsx_file([TOTALS, [0, 2023, "ADHB", 20_892_376.7, "S0021"]])
    assert "zero_lost" in codes(check(content, "x", "grdp_totals"))
    restored = check(content, "x", "grdp_totals", restore_zeros=True)
    assert restored.frame["region_code"].tolist() == ["00"]
    assert "zero_restored" in codes(restored)


def test_a_home_affairs_code_that_lost_its_last_zero():
    head = list(load("regions").columns)
    row = shipped_row("regions", 1)
    assert row["kemendagri_code"] == "11.10"
    cells = [row[column] or None for column in head]
    cells[head.index("kemendagri_code")] = 11.1
    assert "zero_lost" in codes(check(xlsx_file([head, cells]), "x", "regions"))
    restored = check(xlsx_file([head, cells]), "x", "regions", restore_zeros=True)
    assert restored.frame["kemendagri_code"].tolist() == ["11.10"]
    # and as a region code it is Aceh Singkil's, not another one's
    report = indicators(["11.1", "poverty_pct", "2024", "12", "persen", "S0054", ""])
    assert not report.ok


def test_several_codes_in_one_cell():
    head = list(load("cooperation").columns)
    row = {
        "party_a": "Sumbar",
        "party_b": "BNI",
        "date": "2024",
        "instrument": "MoU",
        "subject": "x",
        "description": "y",
        "source_id": "S0544",
    }
    good = row | {"party_a_code": "1371;1374"}
    bad = row | {"party_a_code": "1371;9999"}
    cells = [[each.get(column, "") for column in head] for each in (good, bad)]
    report = check(csv_file([head, *cells]), "x", "cooperation")
    assert ("unknown_region", 3) in told(report, "code", "line")
    assert report.frame["party_a_code"].iloc[0] == "1371;1374"
    web = shipped_row("apps", platform="web|android")
    assert check(csv_file([list(web), list(web.values())]), "x", "apps").ok
    odd = web | {"platform": "web|fax"}
    assert "not_in_list" in codes(check(csv_file([list(odd), list(odd.values())]), "x", "apps"))


@pytest.mark.parametrize(
    ("name", "kind", "bare"),
    [
        ("Kota Medan", "kota", "medan"),
        ("KOTA BANDA ACEH", "kota", "bandaaceh"),
        ("Kab. Solok", "kabupaten", "solok"),
        ("Pematang Siantar", "", "pematangsiantar"),
        ("Kota Adm. Jakarta Pusat", "kota", "jakartapusat"),
        ("Prov. Riau", "provinsi", "riau"),
        ("Kota Medan, Sumatera Utara", "kota", "medan"),
        ("Kotabaru", "", "kotabaru"),
    ],
)
def test_split_name(name, kind, bare):
    assert split_name(name) == (kind, bare)


def test_every_region_is_found_by_its_own_name():
    known = places()
    for code, name in known.names.items():
        assert code in known.called(name)
        if known.levels[code] in ("kota", "kabupaten"):
            assert known.called(name) == (code,), name
