"""The store is wounded for real: flipped, cut, deleted, replaced. Nothing wrong is shown, nothing lost."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import data
from data import backup
from data import store as stores
from data.store import (
    DamagedContent,
    StoreDamaged,
    StoreError,
    StoreLost,
    StoreSetAside,
    StoreUnavailable,
    open_store,
)
from data.store import process as running
from data.store.connect import reading, writing
from data.store.errors import Forbidden
from data.store.soundness import examine, look_over
from data.versioning import releases, versions

ROOT = Path(__file__).resolve().parents[3]
UNFILLED = {"city_statements"}  # ships empty: the cities themselves fill it
# Two publications, then the releases that came with this application.
LATEST = 2 + releases.latest()


def shorter(rows):
    return data.load("awards", 1).head(rows)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A store with two publications, closed; DATABASE_URL names it."""
    no_store()  # a page run by an earlier test of this process leaves its own behind
    path = tmp_path / "sinergi.db"
    with open_store(path) as store:
        store.publish("awards", shorter(5), "ana", "", parent=1)
        store.publish("apps", data.load("apps", 1).head(9), "ana", "", parent=1)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.setattr(running, "RETRY_S", 0.0)
    running._State.next_try = float("-inf")
    yield path
    no_store()


def no_store():
    if stores.active() is not None:
        stores.active().close()
    stores.activate(None)


def content_changed(path, table="awards", number=2):
    """Flip one byte in the middle of a kept content, as a failing disk does."""
    with closing(sqlite3.connect(path)) as raw:
        sha256, gz = raw.execute(
            "SELECT c.sha256, c.gz FROM sinergi_content c JOIN sinergi_version v ON "
            "v.content_sha256 = c.sha256 WHERE v.table_name = ? AND v.number = ?",
            (table, number),
        ).fetchone()
        raw.execute("DROP TRIGGER sinergi_content_no_update")
        flipped = bytearray(gz)
        flipped[len(gz) // 2] ^= 0xFF
        raw.execute("UPDATE sinergi_content SET gz = ? WHERE sha256 = ?", (bytes(flipped), sha256))
        raw.commit()


def header(path):
    content = bytearray(path.read_bytes())
    content[:16] = b"not a database!!"
    path.write_bytes(content)


def middle(path):
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)


def cut(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def emptied(path):
    path.write_bytes(b"")


def no_table(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE sinergi_version")
        raw.commit()


def no_text(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER sinergi_version_no_update")
        raw.execute(
            "UPDATE sinergi_version SET table_name = CAST(x'ff61' AS TEXT) "
            "WHERE number = 2 AND table_name = 'apps'"
        )
        raw.commit()


def no_number(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE sinergi_state SET edition = 'dua'")
        raw.commit()


def no_state(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM sinergi_state")
        raw.commit()


WOUNDS = [header, middle, cut, emptied, no_table, no_text, no_number, no_state, content_changed]


@pytest.mark.parametrize("wound", WOUNDS)
def test_a_damaged_file_is_set_aside_and_the_shipped_data_shown(file, wound):
    wound(file)
    damaged = file.read_bytes()
    assert stores.start() is None
    problem = stores.trouble()
    assert isinstance(problem, StoreSetAside)
    assert problem.aside in str(problem)
    assert "pulihkan" in str(problem)
    if wound in (header, middle, cut, emptied):
        assert Path(problem.aside).read_bytes() == damaged
    assert not file.exists()
    assert len(data.load("awards")) == len(data.load("awards", 1)) > 5
    assert versions.latest_edition() == releases.latest()
    # Asked again, nothing new and empty takes its place: that would hide what was published.
    assert stores.start() is None
    assert isinstance(stores.trouble(), StoreSetAside)
    assert not file.exists()


@pytest.mark.parametrize("wound", [header, content_changed])
def test_the_way_back_is_a_backup(file, wound, tmp_path, capsys):
    kept = str(tmp_path / "cadangan.zip")
    assert backup.main(["simpan", kept]) == 0
    assert backup.main(["periksa"]) == 0
    wound(file)
    assert stores.start() is None
    assert backup.main(["periksa"]) == 1
    assert backup.main(["pulihkan", kept]) == 0
    assert backup.main(["periksa"]) == 0
    store = stores.start()
    assert stores.trouble() is None
    assert len(data.load("awards")) == 5
    assert store.edition() == LATEST
    assert "Traceback" not in "".join(capsys.readouterr())


def test_a_store_made_anew_is_somebodys_decision(file):
    header(file)
    assert stores.start() is None
    Path(stores.trouble().aside).rename(file.with_name("lama"))
    assert stores.start().edition() == releases.latest()


@pytest.mark.parametrize("wound", [header, middle, content_changed])
def test_damaged_while_in_use(file, wound, monkeypatch):
    monkeypatch.setattr("data.store.source.FRESH_S", 0.0)
    stores.start()
    assert len(data.load("awards")) == 5
    stores.active().engine.dispose()
    wound(file)
    running.examine_now()
    assert stores.active() is None
    assert isinstance(stores.trouble(), StoreSetAside)
    assert len(data.load("awards")) > 5


def test_a_damaged_old_version_takes_nothing_else_away(file):
    with open_store(file) as store:
        store.publish("awards", shorter(7), "ana", "", parent=2)
    content_changed(file, "awards", 2)
    store = stores.start()
    running.examine_now()
    assert stores.active() is store
    assert isinstance(stores.trouble(), DamagedContent)
    assert len(data.load("awards")) == 7
    with pytest.raises(DamagedContent):
        stores.hold(2)


def test_a_document_of_another_kind_is_not_renamed(tmp_path, monkeypatch):
    letter = tmp_path / "surat.docx"
    letter.write_bytes(b"PK\3\4 this is somebody's letter" * 99)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{letter}")
    running._State.next_try = float("-inf")
    assert stores.start() is None
    assert isinstance(stores.trouble(), StoreDamaged)
    assert letter.exists()
    running._State.trouble, running._State.next_try = None, float("-inf")


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bytes_anywhere_raise_only_the_stores_own_errors(file, seed):
    chance = random.Random(seed)
    content = bytearray(file.read_bytes())
    for _ in range(40):
        content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)
    asked = [
        lambda store: store.edition(),
        lambda store: store.hold(3),
        lambda store: store.current("awards"),
        lambda store: store.history("apps"),
        lambda store: store.read("awards", 2),
        lambda store: store.read("apps"),
        lambda store: store.audit.entries(),
        lambda store: store.roles.everyone(),
        lambda store: store.documents.of_collection("proposals"),
        lambda store: store.publish("awards", shorter(6), "ana", "", parent=2),
        lambda store: look_over(store.engine),
        lambda store: examine(store.engine),
    ]
    try:
        store = open_store(file)
    except StoreError:
        return
    with store:
        for ask in asked:
            try:
                ask(store)
            except (StoreError, data.UnknownTable, data.UnknownVersion):
                pass


# The file taken away while in use ------------------------------------------------------------------


def deleted(path):
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink()


def moved(path):
    path.rename(path.with_name("pindah"))


def replaced(path):
    other = path.with_name("lain.db")
    with open_store(other):
        pass
    os.replace(other, path)


def log_deleted(path):
    path.with_name(path.name + "-wal").unlink()


@pytest.mark.parametrize("take", [deleted, moved, replaced, log_deleted])
def test_nothing_is_taken_for_published_that_would_be_gone(file, take):
    with open_store(file) as store:
        store.publish("awards", shorter(6), "ana", "", parent=2)
        take(file)
        with pytest.raises(StoreLost):
            store.publish("awards", shorter(7), "ana", "", parent=3)
        with pytest.raises(StoreLost):
            store.documents.save("sets", "a", {"x": 1}, "ana", 0)
        assert store.read("awards", 3).equals(shorter(6))


def test_taken_away_in_the_middle_of_publishing(file):
    from sqlalchemy import event

    with open_store(file) as store:

        def take(connection, cursor, statement, *_):
            if statement.startswith("INSERT INTO sinergi_version"):
                deleted(file)

        event.listen(store.engine, "after_cursor_execute", take)
        with pytest.raises(StoreLost):
            store.publish("awards", shorter(7), "ana", "", parent=2)


def test_a_deleted_store_is_said_kept_in_memory_and_rescued(file, monkeypatch):
    monkeypatch.setattr("data.store.source.FRESH_S", 0.0)
    store = stores.start()
    deleted(file)
    assert versions.latest_edition() == LATEST
    problem = stores.trouble()
    assert isinstance(problem, StoreLost)
    assert stores.active() is store
    assert len(data.load("awards")) == 5
    assert len(data.load("apps")) == 9  # not read before
    rescued = Path(problem.rescued)
    assert str(rescued) in str(problem)
    with open_store(shutil.copy(rescued, file.with_name("salinan.db"))) as copy:
        assert examine(copy.engine).edition == LATEST
        assert copy.read("awards").equals(shorter(5))
    # After a restart no empty store pretends that nothing was ever published.
    store.close()
    running._State.next_try = float("-inf")
    stores.activate(None)
    assert stores.start() is None
    assert str(rescued) in str(stores.trouble())
    rescued.rename(file)
    assert stores.start().edition() == LATEST


def test_a_new_store_appears_whole_or_not_at_all(tmp_path):
    code = """
import sys, time
from data.store import open_store, connect
made = connect._create
def slow(connection):
    made(connection)
    print("here", flush=True)
    time.sleep(60)
connect._create = slow
open_store(sys.argv[1])
"""
    path = tmp_path / "s.db"
    child = subprocess.Popen(
        [sys.executable, "-c", code, f"sqlite:///{path}"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout.readline() == "here\n"
    child.kill()
    child.wait(timeout=20)
    assert not path.exists()
    with open_store(path) as store:
        assert store.edition() == 1


# The past cannot be written over --------------------------------------------------------------------

REPLACED = [
    "INSERT OR REPLACE INTO sinergi_version SELECT table_name, number, edition, kind, 'x', at, note, rows, "
    "content_sha256, upload_sha256, parent, restored FROM sinergi_version WHERE number = 2",
    "REPLACE INTO sinergi_content SELECT sha256, x'00', size, rows FROM sinergi_content",
    "INSERT OR REPLACE INTO sinergi_content (rowid, sha256, gz, size, rows) VALUES (1, 'x', x'00', 1, 1)",
    "INSERT OR REPLACE INTO sinergi_audit VALUES (1, 'now', 'x', 'publish', 'x', '{}')",
    "UPDATE OR REPLACE sinergi_audit SET id = 1 WHERE id = 2",
    "INSERT INTO sinergi_content SELECT sha256, gz, size, rows FROM sinergi_content WHERE true "
    "ON CONFLICT (sha256) DO UPDATE SET rows = 0",
]


@pytest.mark.parametrize("statement", REPLACED)
def test_sqlite_refuses_to_replace_history(file, statement):
    with closing(sqlite3.connect(file)) as raw:
        before = list(raw.iterdump())
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
        raw.rollback()
        assert list(raw.iterdump()) == before


def test_an_older_store_gets_the_guards(file):
    with closing(sqlite3.connect(file)) as raw:
        for table in ("content", "version", "audit", "role", "document"):
            raw.execute(f"DROP TRIGGER sinergi_{table}_no_replace")
        raw.commit()
    with open_store(file) as store:
        with pytest.raises(DBAPIError, match="append-only"), store.engine.begin() as connection:
            connection.execute(text(REPLACED[0]))
        assert store.publish("awards", shorter(8), "ana", "", parent=2) == 3


def test_what_the_database_forbids_is_the_stores_own_error(store):
    store.publish("awards", shorter(5), "ana", "", parent=1)
    with pytest.raises(StoreError), writing(store.engine) as connection:
        connection.execute(text("UPDATE sinergi_version SET author = 'x'"))
    again = text("INSERT INTO sinergi_content SELECT sha256, gz, size, rows FROM sinergi_content")
    with pytest.raises(Forbidden), writing(store.engine) as connection:
        connection.execute(again)


# PostgreSQL goes away -------------------------------------------------------------------------------


@pytest.fixture
def server(postgres, postgres_url, monkeypatch):
    if not hasattr(postgres, "stop_at_once"):
        pytest.skip("the server of TEST_DATABASE_URL is not ours to stop")
    monkeypatch.setattr("data.store.source.FRESH_S", 0.0)
    with open_store(postgres_url) as store:
        store.publish("awards", shorter(5), "ana", "", parent=1)
        store.publish("apps", data.load("apps", 1).head(9), "ana", "", parent=1)
        stores.activate(store)
        yield postgres, store
        if postgres.process.poll() is not None:
            postgres.start()
        stores.activate(None)


def test_the_edition_in_force_stands_whole_while_the_server_is_away(server):
    postgres, _store = server
    assert versions.latest_edition() == 3
    postgres.stop_at_once()
    # Nothing of these was read before the server went away.
    assert len(data.load("awards")) == 5
    assert len(data.load("apps")) == 9
    for table in versions.table_names():
        assert len(data.load(table)) or table in UNFILLED
    assert versions.latest_edition() == 3
    with pytest.raises(StoreUnavailable):
        stores.hold(2)


def test_what_one_publishes_after_it_is_back_counts_at_once(server):
    postgres, store = server
    postgres.stop_at_once()
    assert versions.latest_edition() == 3  # notices the silence, and would not ask again for a while
    postgres.start()
    parent = data.current_version("awards")
    assert store.publish("awards", shorter(6), "ana", "", parent=parent) == 3
    assert data.current_version("awards") == 3
    assert len(data.load("awards")) == 6
    assert store.publish("awards", shorter(7), "ana", "", data.current_version("awards")) == 4


def test_an_edition_comes_into_force_when_all_of_it_is_there(server, store_url=None):
    _postgres, store = server
    held = store.hold
    store.hold = lambda *asked: (_ for _ in ()).throw(StoreUnavailable("cut"))
    with open_store(store.url.render_as_string(hide_password=False)) as other:
        other.publish("awards", shorter(6), "budi", "", parent=2)
    assert versions.latest_edition() == 3
    assert len(data.load("awards")) == 5
    store.hold = held
    stores.active().edition()
    assert len(data.load("awards")) == 6


def test_a_database_that_went_back_is_read_anew(tmp_path, monkeypatch):
    monkeypatch.setattr("data.store.source.FRESH_S", 0.0)
    with open_store(tmp_path / "s.db") as store:
        store.publish("awards", shorter(5), "ana", "", parent=1)
        stores.activate(store)
        try:
            assert len(data.load("awards")) == 5
            monkeypatch.setattr(type(store), "edition", lambda self, max_age_s=0.0: 1)
            assert versions.latest_edition() == 1
            assert len(data.load("awards")) > 5
        finally:
            stores.activate(None)


def test_only_one_waits_for_a_slow_database(tmp_path, monkeypatch):
    import threading

    monkeypatch.setattr("data.store.source.FRESH_S", 0.0)
    with open_store(tmp_path / "s.db") as store:
        stores.activate(store)
        try:
            begun, go_on = threading.Event(), threading.Event()

            def slow(self, max_age_s=0.0):
                begun.set()
                go_on.wait(10)
                return 1

            monkeypatch.setattr(type(store), "edition", slow)
            first = threading.Thread(target=versions.latest_edition)
            first.start()
            assert begun.wait(5)
            asked = time.monotonic()
            assert versions.latest_edition() == 1
            assert time.monotonic() - asked < 1
            go_on.set()
            first.join()
        finally:
            stores.activate(None)


def test_readings_are_the_same_as_before(file):
    with open_store(file) as store, reading(store.engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM sinergi_version")).scalar() == 4
        pd.testing.assert_frame_equal(store.hold(2).read("awards", 2), shorter(5))
