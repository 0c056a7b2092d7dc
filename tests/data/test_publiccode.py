"""publiccode.yml: what a city supplied stands there, what nobody supplied is named as missing."""

from __future__ import annotations

import json

import pytest

from data import publiccode

APP = {
    "app": "Sibisa",
    "description": "Layanan daring pengurusan dokumen kependudukan.",
    "platform": "web|android",
    "recognition": "Terbaik 2",
}
SUPPLIED = {
    "development_status": "stable",
    "software_type": "standalone/web",
    "repository_url": "https://git.medan.go.id/sibisa",
    "licence": "AGPL-3.0-or-later",
    "maintenance_type": "internal",
    "contact_name": "Dinas Kominfo",
    "languages": "id;en",
    "localisation_ready": "tidak",
    "features": "cetak mandiri;antar ke rumah",
    "long_description": "Layanan " * 30,
}


def read(text: str) -> dict:
    """Read the YAML this module writes: block style, JSON scalars."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return _block(lines, 0)[0]


def _block(lines: list[str], depth: int):
    pad = "  " * depth
    if lines[0].startswith(f"{pad}- "):
        items = []
        while lines and lines[0].startswith(f"{pad}- "):
            rest = lines[0].removeprefix(f"{pad}- ")
            if rest.startswith('"'):
                items.append(json.loads(rest))
                lines = lines[1:]
            else:
                item, lines = _block([f"{pad}  {rest}", *lines[1:]], depth + 1)
                items.append(item)
        return items, lines
    found = {}
    while lines and lines[0].startswith(pad) and not lines[0].startswith(f"{pad} "):
        key, _, value = lines[0].strip().partition(":")
        lines = lines[1:]
        if value:
            found[key] = json.loads(value)
        else:
            found[key], lines = _block(lines, depth + 1)
    return found, lines


def test_an_entry_as_public_sources_tell_it_names_what_is_missing():
    exported = publiccode.export(APP)
    assert not exported.valid
    assert {"url", "legal/license", "developmentStatus", "maintenance/contacts"} <= set(exported.missing)
    tree = read(exported.text)
    assert tree["publiccodeYmlVersion"] == "0.4"
    assert tree["platforms"] == ["web", "android"]
    assert tree["description"]["id"]["awards"] == ["Terbaik 2"]
    assert "legal" not in tree  # nothing is invented
    for key in exported.missing:
        assert f"# {key}\n" in exported.text


def test_an_entry_a_city_completed_is_valid():
    exported = publiccode.export(APP | SUPPLIED, ("Binjai",))
    assert exported.missing == ()
    tree = read(exported.text)
    assert tree["usedBy"] == ["Binjai"]
    assert tree["localisation"] == {"localisationReady": False, "availableLanguages": ["id", "en"]}
    assert tree["maintenance"]["contacts"] == [{"name": "Dinas Kominfo"}]
    assert len(tree["description"]["id"]["longDescription"]) >= publiccode.SHORTEST_LONG


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"maintenance_type": "contract"}, "maintenance/contractors"),
        (
            {"maintenance_type": "contract", "maintainer": "PT X", "maintained_until": "2027"},
            "maintenance/contractors",
        ),
        ({"repository_url": "javascript:alert(1)"}, "url"),
        ({"licence": "bebas"}, "legal/license"),
        ({"development_status": "bagus"}, "developmentStatus"),
        ({"long_description": "pendek"}, "description/id/longDescription"),
        ({"localisation_ready": "mungkin"}, "localisation/localisationReady"),
    ],
)
def test_a_value_the_standard_does_not_know_is_no_value(changed, missing):
    assert missing in publiccode.export(APP | SUPPLIED | changed).missing


@pytest.mark.parametrize(
    "evil",
    ["x\ny: 1", 'a" b', "# bukan komentar", "- daftar", "مرحبا \u202e", "a\u2028b\x85c", "{{x}}", "<b>"],
)
def test_no_text_breaks_out_of_its_value(evil):
    exported = publiccode.export(APP | SUPPLIED | {"app": evil, "legal_basis": evil}, source=evil)
    tree = read(exported.text)
    assert tree["name"] == evil.strip()
    assert set(tree) == set(read(publiccode.export(APP | SUPPLIED).text))


def test_a_long_description_is_cut_at_a_word():
    short = read(publiccode.export(APP | {"description": "kata " * 60}).text)["description"]["id"][
        "shortDescription"
    ]
    assert len(short) <= publiccode.LONGEST_SHORT
    assert short.endswith("kata…")


def test_every_field_is_explained_in_both_languages():
    assert set(publiccode.GUIDES) == {*publiccode.COLUMNS, "platform"}
    for guide in publiccode.GUIDES.values():
        for text in (guide.what, guide.why, guide.who):
            assert text.in_("id") and text.in_("en") and text.in_("id") != text.in_("en"), guide.key
        assert guide.example and guide.asked


def test_what_is_lacking_is_asked_by_its_column_and_filling_it_makes_the_file_valid():
    row = dict(APP)
    asked = [guide.field.column for guide in publiccode.lacking(row)]
    assert set(asked) == set(SUPPLIED)
    for column in asked:
        assert not publiccode.export(row).valid
        row[column] = SUPPLIED[column]
        assert column not in [guide.field.column for guide in publiccode.lacking(row)]
    assert publiccode.export(row).valid
    assert publiccode.lacking(row) == ()


def test_a_contract_asks_for_the_supplier_and_its_end():
    row = APP | SUPPLIED | {"maintenance_type": "contract", "contact_name": None}
    assert {guide.field.column for guide in publiccode.lacking(row)} == {"maintainer", "maintained_until"}
    assert publiccode.lacking(row | {"maintainer": "PT Contoh", "maintained_until": "2027-12-31"}) == ()


def test_the_examples_of_the_guide_are_values_that_count():
    row = APP | {column: guide.example for column, guide in publiccode.GUIDES.items()}
    exported = publiccode.export(row)
    # The example of the long description is cut for the screen; a real one has 150 letters.
    assert set(exported.missing) <= {"description/id/longDescription"}
