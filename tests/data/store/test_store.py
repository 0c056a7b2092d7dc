import threading

import pandas as pd
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import data
from data.errors import UnknownTable, UnknownVersion
from data.store import Conflict, StoreError, WrongContent, open_store
from data.store.connect import store_url as where
from data.versioning.versions import table_names


def changed(value=123.5, table="awards"):
    frame = data.load(table, 1)
    frame.loc[0, "note"] = f"catatan {value}"
    return frame


def test_shipped_tables_are_version_one(store):
    assert store.current("awards") == 1
    assert store.edition() == 1
    history = store.history("awards")
    assert history["number"].tolist() == [1]
    assert history.loc[0, "rows"] == len(data.load("awards"))
    pd.testing.assert_frame_equal(store.read("awards"), data.load("awards"))


@pytest.mark.parametrize("table", table_names())
def test_every_shipped_table_survives_being_stored(tmp_path, table):
    with open_store(tmp_path / "s.db") as store:
        published = store.publish(table, data.load(table, 1), "ana@kota.go.id", "sama", parent=1)
        pd.testing.assert_frame_equal(store.read(table, 2), data.load(table, 1))
        pd.testing.assert_frame_equal(store.read(table, 1), data.load(table, 1))
        assert published.content_sha256 == store.version(table, 1).content_sha256


def test_publish_makes_the_next_version(store):
    version = store.publish("awards", changed(), "ana@kota.go.id", "perbaikan", parent=1, upload=b"berkas")
    assert (version, version.kind, version.edition, version.parent) == (2, "publish", 2, 1)
    assert version.at.tzinfo is not None
    assert len(version.upload_sha256) == len(version.content_sha256) == 64
    assert store.current("awards") == version
    pd.testing.assert_frame_equal(store.read("awards"), changed())
    pd.testing.assert_frame_equal(store.read("awards", 1), data.load("awards", 1))
    history = store.history("awards")
    assert history["number"].tolist() == [2, 1]
    assert history["author"].tolist() == ["ana@kota.go.id", "Sinergi Kota"]
    assert history["note"].tolist() == ["perbaikan", ""]


def test_kinds_of_versions_are_counted_as_the_history_tells_them(store):
    assert set(store.kinds().get("awards", {})) <= {"shipped"}
    store.publish("awards", changed(1), "a", "", parent=1)
    store.publish("awards", changed(2), "a", "", parent=2)
    store.roll_back("awards", 1, "a", "", parent=3)
    assert store.kinds()["awards"] == {"shipped": 1, "publish": 2, "rollback": 1}
    assert store.kinds()["awards"] == store.history("awards")["kind"].value_counts().to_dict()


def test_the_same_content_is_kept_once(store):
    store.publish("awards", changed(), "a", "", parent=1)
    store.publish("awards", data.load("awards", 1), "a", "", parent=2)
    store.publish("awards", changed(), "a", "", parent=3)
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sinergi_content")).scalar() == 2


def test_roll_back_is_a_new_version(store):
    store.publish("awards", changed(), "a", "", parent=1)
    back = store.roll_back("awards", 1, "b", "keliru", parent=2)
    assert (back, back.kind, back.restored, back.parent) == (3, "rollback", 1, 2)
    pd.testing.assert_frame_equal(store.read("awards"), data.load("awards", 1))
    with pytest.raises(UnknownVersion):
        store.roll_back("awards", 9, "b", "", parent=3)
    with pytest.raises(Conflict):
        store.roll_back("awards", 2, "b", "", parent=2)
    assert store.edition() == 3


def test_a_parent_that_is_no_longer_current_is_refused(store):
    store.publish("awards", changed(1), "a", "", parent=1)
    with pytest.raises(Conflict) as conflict:
        store.publish("awards", changed(2), "b", "", parent=1)
    assert (conflict.value.parent, conflict.value.current) == (1, 2)
    assert store.edition() == 2
    assert store.history("awards")["author"].tolist() == ["a", "Sinergi Kota"]


def test_of_many_publishing_at_once_one_wins(store_url):
    threads, outcomes = 8, []
    start = threading.Barrier(threads)

    def publish(number):
        with open_store(store_url) as mine:
            start.wait()
            try:
                outcomes.append(mine.publish("awards", changed(number), f"u{number}", "", parent=1))
            except Conflict as conflict:
                outcomes.append(conflict)

    running = [threading.Thread(target=publish, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    assert len([each for each in outcomes if each == 2]) == 1
    assert len([each for each in outcomes if isinstance(each, Conflict)]) == threads - 1
    with open_store(store_url) as store:
        assert store.edition() == 2
        assert len(store.history("awards")) == 2


def test_editions_name_the_state_of_all_tables(store):
    store.publish("awards", changed(), "a", "", parent=1)
    store.publish("apps", data.load("apps", 1).head(5), "a", "", parent=1)
    store.publish("awards", changed(2), "a", "", parent=2)
    at = [store.versions_at(edition) for edition in (1, 2, 3, 4)]
    assert [(each["awards"], each["apps"]) for each in at] == [(1, 1), (2, 1), (2, 2), (3, 2)]
    assert set(at[0]) == set(table_names())


def test_several_tables_are_published_together_or_not_at_all(store):
    from data.store import Change

    good = Change("awards", changed(), 1, "import")
    with pytest.raises(Conflict):
        store.publish_together([good, Change("apps", data.load("apps", 1), 7)], "a", "")
    assert (store.edition(), store.current("awards")) == (1, 1)
    both = store.publish_together([good, Change("apps", data.load("apps", 1), 1)], "a", "")
    assert [version.edition for version in both] == [2, 2]
    assert store.audit.entries()["action"].tolist() == ["publish", "import"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda frame: frame.drop(columns="note"),
        lambda frame: frame.assign(extra=1),
        lambda frame: frame.head(0),
        lambda frame: frame.assign(index_value="abc"),
        lambda frame: frame.assign(note="nul\0"),
    ],
)
def test_a_frame_that_is_not_the_tables_is_refused(tmp_path, spoil):
    with open_store(tmp_path / "s.db") as store:
        with pytest.raises(WrongContent):
            store.publish("awards", spoil(data.load("awards", 1)), "a", "", parent=1)
        assert store.current("awards") == 1


def test_odd_texts_read_back_as_given(tmp_path):
    odd = ['a"b', "baris\nbaru", "koma, titik; tab\t", " spasi ", "=1+1", "NA", "null", "é∑🍍", "0012", "1e5"]
    frame = data.load("awards", 1).head(len(odd)).assign(note=odd)
    with open_store(tmp_path / "s.db") as store:
        store.publish("awards", frame, "a", "", parent=1)
        assert store.read("awards")["note"].tolist() == odd


def test_unknown_names_are_named(store):
    with pytest.raises(UnknownTable):
        store.current("tidak_ada")
    with pytest.raises(UnknownTable):
        store.publish("../../etc", changed(), "a", "", parent=1)
    with pytest.raises(UnknownVersion, match="5"):
        store.read("awards", 5)


def test_the_database_itself_refuses_to_change_the_past(store):
    store.publish("awards", changed(), "a", "", parent=1)
    for statement in ("UPDATE sinergi_version SET author = 'x'", "DELETE FROM sinergi_audit"):
        with pytest.raises(DBAPIError), store.engine.begin() as connection:
            connection.execute(text(statement))
    assert store.history("awards").loc[0, "author"] == "a"


def test_every_publication_is_in_the_audit_trail(store):
    store.publish("awards", changed(), "ana@kota.go.id", "alasan", parent=1)
    store.roll_back("awards", 1, "budi@kota.go.id", "", parent=2)
    trail = store.audit.entries()
    assert trail["action"].tolist() == ["rollback", "publish"]
    assert trail.loc[1, "detail"]["note"] == "alasan"
    assert trail.loc[0, "detail"]["restored"] == 1


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://u:p@h/db", "postgresql+psycopg"),
        ("postgresql://u:p@h/db", "postgresql+psycopg"),
        ("postgresql+psycopg://u:p@h/db", "postgresql+psycopg"),
        ("sqlite:///x.db", "sqlite"),
    ],
)
def test_urls(given, driver):
    assert where(given).drivername == driver


def test_other_databases_are_refused(monkeypatch):
    with pytest.raises(StoreError, match="mysql"):
        where("mysql://u@h/db")
    monkeypatch.setenv("DATABASE_URL", "postgres://u@h/db")
    assert where().drivername == "postgresql+psycopg"
    monkeypatch.delenv("DATABASE_URL")
    assert where().database.endswith("var/sinergi.db")


def test_sqlite_is_in_wal_mode(tmp_path):
    with open_store(tmp_path / "s.db") as store, store.engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
