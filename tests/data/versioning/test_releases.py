"""Releases of the shipped tables: old figures stay readable, a store's own version is never overwritten.

``stores/first_release.db.gz`` was written by the application as it first came: own versions of ``needs``
and of ``supply_links``, the latter with a row of its own, a text of its own and a certainty of its own on a
cell release 2 corrects.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pandas as pd
import pytest

import data
from data import store as stores
from data.changes import offers
from data.store import open_store
from data.store.content import shipped_fingerprint
from data.validation import places
from data.versioning import releases, versions
from data.versioning.versions import pinned

SINCE = releases.latest() - 1  # releases after the one the old store knows
FIRST = Path(__file__).parent / "stores" / "first_release.db.gz"
# Content hashes of the tables as the application first brought them.
HASHES = dict(
    line.split()[:2]
    for line in """
    apps 7e074ea0cb5053c20481473e2e96fb29e1b3be09f4c87d8e4697618d0e3a109d
    awards db1b61612874276bea43a8e0f577feac6926cba15753fd09e06231dfb5aca689
    city_facts 87783a8c0509321977fd742d4b05e8492facd4ccf307c041d683ddcbeccb338d
    cooperation 9f6247abfa8a69f89a678fb73575a907ea2502f2c5af78e4751e2c15f886ce39
    grdp_expenditure 60c87ce38c9c800ba4d97f862b7f2bef4a8afc514e792ffaa7f706d24841b185
    grdp_groups 841cb1a073664d988c839a9c8c3d7dbfbf18acbdaeec91eb77dc100b149f1ecb
    grdp_sectors c119153acf127682d24382c7bb8d57d6a049a8e6d008d05f769bc10eff4e6103
    grdp_totals 871924afe58dba95bfd6e33dde46a3902915152ea8867373a422cd6568ee570a
    household_spending 50bb86e95e83bb0df321f97b9177e56779dda78dc1c09f046ab87ea584bc694c
    indicators 5f8a9e808ce8e967e396191b3dcd65a0249d9572df458cbc56f80caced8a8c4a
    needs f77efcabe9f6bd0579fc96061807446e65c8b767c9d127184813f8ff12a48dcb
    product_commodities 935c67bf916222fe3ab4548fef94a92c9bda467d17237f8ba3243b5c48074b04
    products 4b201204a31a3a7e66613fd33563c8f4c6e3d865bd94e60d94a61bac9772d39e
    regions 9aedf1c3e9b5207fec8181db79a60c8447336728ecaf14ea86c9ed56ca068c95
    sectors 7a5d596fa37dd43cfc1c2d21330414b1477e1ecac1d0de20db2ecddee9a9a418
    sources a65708f0f23ab23cb1ba42009211faafbb2c898c544c49bb83053dae2df00edb
    supply_links a990bd734759aa64e5a9a7809fc880cf7466f8aaf3d5d6ba490d6501a9772245
    """.strip().splitlines()
)


@pytest.fixture
def old(tmp_path):
    file = tmp_path / "sinergi.db"
    file.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return file


@pytest.fixture
def started(old, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{old}")
    stores.activate(None)
    store = stores.start()
    yield store
    stores.activate(None)
    store.close()


@pytest.mark.parametrize("table", HASHES)
def test_version_one_is_what_it_always_was(table):
    assert shipped_fingerprint(table, 1)[0] == HASHES[table]


def test_edition_one_shows_the_old_figures_and_the_newest_the_corrected():
    aceh = "region_code == '11' and period == '2023' and price_basis == 'ADHB'"
    with pinned(1):
        assert len(data.load("grdp_sectors").query(aceh)) == 18
        assert len(data.load("apps")) == 158
    assert data.load("grdp_sectors").query(aceh).empty
    assert data.current_version("grdp_sectors") == 2
    assert data.current_version("needs") == 1
    with pytest.raises(data.UnknownVersion):
        data.load("needs", 2)


def test_every_correction_is_named_with_its_reason_and_source():
    told = data.corrections()
    assert (told["reason"] != "").all()
    sources = set(data.load("sources")["source_id"])
    assert set(told.loc[told["source_id"] != "", "source_id"]) <= sources
    for release in releases.releases():
        for table in set(release.tables) - {"sources"}:
            assert table in set(told["table"])
    # No cell changed without a word.
    for table in ("supply_links", "apps", "products"):
        from data.changes.differences import difference

        named = " ".join(told.loc[told["table"] == table, "key"])
        for version in range(1, releases.version_of(table)):
            found = difference(data.load(table, version), data.load(table, version + 1), table)
            keys = found.changed.iloc[:, TABLE_KEYS.get(table, 0)].astype(str)
            assert len(keys) and all(key in named for key in keys)


TABLE_KEYS = {"supply_links": 0, "apps": 0, "products": 0}


def test_what_a_product_is_called_is_bahasa_and_no_mill_that_stopped():
    names = data.load("products").set_index("product_id")["product"]
    assert names[["P040", "P017"]].tolist() == [
        "Terasi ekspor",
        "Lem perekat (kayu lapis berhenti sekitar 2000)",
    ]
    assert not names.str.contains(r"\b(?:shrimp|paste|fish|coffee|crackers?)\b", case=False).any()
    before = data.load("products", 2).set_index("product_id")["product"]
    assert before["P040"] == "Terasi (shrimp paste) ekspor"


def test_a_store_of_the_first_release_opens_with_its_past_as_it_was(old):
    with open_store(old) as store:
        assert store.edition() == 3
        assert store.current("needs") == 2
        assert len(store.read("needs")) == 60
        pd.testing.assert_frame_equal(store.read("apps"), data.load("apps", 1))


def test_the_release_arrives_with_an_edition_of_its_own(started):
    assert started.edition() == 3 + SINCE
    assert len(data.load("apps")) == 227
    assert len(data.load("needs")) == 60
    assert data.load("needs").loc[0, "description"] == "Uraian kota sendiri."
    with pinned(3):
        assert len(data.load("apps")) == 158
    with pinned(1):
        assert len(data.load("needs")) == 208
    # Starting again changes nothing.
    started.admit()
    assert started.edition() == 3 + SINCE
    history = started.history("apps")
    assert history[["number", "edition", "kind"]].to_numpy().tolist() == [
        [2, 4, "shipped"],
        [1, 1, "shipped"],
    ]
    # What is published next goes on from the release.
    assert started.publish("apps", data.load("apps").head(9), "ana", "", parent=2) == 3
    assert [len(started.read("apps", number)) for number in (1, 2, 3)] == [158, 227, 9]
    assert started.history("apps")["edition"].tolist() == [4 + SINCE, 4, 1]


def test_own_versions_are_left_alone_and_the_merge_is_offered(started):
    assert offers.waiting(started) == ("supply_links",)
    assert offers.offer(started, "apps") is None
    assert offers.offer(started, "needs") is None
    assert len(data.load("supply_links")) == 94
    found = offers.offer(started, "supply_links")
    merged = found.frame
    assert not found.empty
    assert len(merged) == 94
    hub = merged[merged["supplier_text"].str.contains("Lima Puluh", na=False)]
    assert set(hub["certainty"]) == {"hub"}
    assert "Pasar Bukittinggi" in set(merged["supplier_text"])
    assert "ikan kering" in set(merged["commodity"])
    # The cell both changed keeps the own value and is told.
    assert found.kept[["column", "own", "release"]].to_numpy().tolist() == [
        ["certainty", "kota atau hub Sumatera Barat", "dijajaki"]
    ]
    assert len(found.changed) == 8
    version = started.publish(
        "supply_links", merged, "ana", "Koreksi digabungkan", parent=found.parent, kind="release"
    )
    assert version.kind == "release"
    assert offers.waiting(started) == ()
    assert offers.offer(started, "supply_links") is None
    assert versions.latest_edition() == 4 + SINCE


def test_a_backup_of_the_first_release_moves_into_a_new_store(old, tmp_path):
    from data import backup

    with open_store(old) as store:
        backup.save(store, tmp_path / "a.zip")
    with open_store(tmp_path / "b.db") as store:
        backup.restore(store, tmp_path / "a.zip", "ana")
        assert store.edition() == 3
        store.admit()
        assert store.edition() == 3 + SINCE
        assert len(store.read("apps")) == 227
        assert len(store.read("needs")) == 60


def test_a_renamed_region_has_its_name_of_today_and_answers_to_the_former_one():
    names = data.load("regions").set_index("region_code")["short_name"]
    assert names[["1206", "7605", "8101"]].tolist() == ["Toba", "Pasangkayu", "Kepulauan Tanimbar"]
    known = places.places()
    for name in ("Kab. Toba", "Kabupaten Toba Samosir", "TOBA SAMOSIR"):
        assert known.called(name) == ("1206",), name
    assert known.called("Mamuju Utara") == ("7605",)
    assert known.called("Kab. Maluku Tenggara Barat") == ("8101",)
