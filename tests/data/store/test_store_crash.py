"""Publishing is interrupted for real: killed, out of space, cut off. The old version has to stand."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pandas as pd
import psycopg
import pytest
from postgres_cluster import Borrowed
from sqlalchemy import event, func, select

import data
from data.store import StoreUnavailable, open_store
from data.store.schema import AUDIT, CONTENT, VERSION

ROOT = Path(__file__).resolve().parents[3]
PRELUDE = """
import sys, time, resource, pathlib
from sqlalchemy import event
import data
from data.store import open_store, StoreUnavailable
store = open_store(sys.argv[1])
"""
STEPS = {
    "content kept": "INSERT INTO sinergi_content",
    "version written": "INSERT INTO sinergi_version",
    "audit written": "INSERT INTO sinergi_audit",
}


def run(script: str, *arguments: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + textwrap.dedent(script), *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def assert_whole(store) -> int:
    """Check that nothing is half there; return the number of publications."""
    with store.engine.connect() as connection:
        contents = connection.execute(select(func.count()).select_from(CONTENT)).scalar()
        published = connection.execute(
            select(func.count()).select_from(VERSION).where(VERSION.c.kind != "shipped")
        ).scalar()
        audited = connection.execute(select(func.count()).select_from(AUDIT)).scalar()
        kept = set(connection.execute(select(VERSION.c.content_sha256)).scalars())
    assert store.edition() == 1 + published
    assert audited == published
    assert contents == len(kept)
    for table, number in store.versions_at(store.edition()).items():
        assert store.history(table)["number"].tolist() == list(range(number, 0, -1))
        if number > 1:
            for version in range(1, number + 1):
                assert len(store.read(table, version))
    return published


@pytest.mark.parametrize("statement", STEPS.values(), ids=STEPS)
def test_killed_at_a_step_of_publishing(store_url, statement):
    child = run(
        """
        def pause(connection, cursor, statement, *rest):
            if statement.startswith(sys.argv[2]):
                print("here", flush=True)
                time.sleep(60)
        event.listen(store.engine, "after_cursor_execute", pause)
        store.publish("awards", data.load("awards", 1).head(7), "ana", "", parent=1)
        """,
        store_url,
        statement,
    )
    assert child.stdout.readline() == "here\n"
    child.kill()
    assert child.wait(timeout=20) == -signal.SIGKILL
    with open_store(store_url) as store:
        assert assert_whole(store) == 0
        pd.testing.assert_frame_equal(store.read("awards"), data.load("awards", 1))
        assert store.publish("awards", data.load("awards", 1).head(7), "budi", "", parent=1) == 2
        assert assert_whole(store) == 1


def test_killed_at_any_moment(store_url):
    published = 0
    for _ in range(3):
        child = run(
            """
            frame = data.load("grdp_groups", 1)
            while True:
                parent = store.current("grdp_groups")
                frame.loc[0, "value_billion_rupiah"] = float(parent)
                store.publish("grdp_groups", frame, "ana", "", parent)
                print("published", flush=True)
            """,
            store_url,
        )
        assert child.stdout.readline() == "published\n"
        began = time.monotonic()
        assert child.stdout.readline() == "published\n"
        # Somewhere within the third publication, however slow the machine is.
        time.sleep(random.uniform(0, time.monotonic() - began))
        child.kill()
        child.wait(timeout=20)
        with open_store(store_url) as store:
            now = assert_whole(store)
        assert now >= published + 2
        published = now


FULL = """
store.publish("awards", data.load("awards", 1).head(9), "ana", "", parent=1)
try:
    {limit}
    store.publish("household_spending", data.load("household_spending", 1), "ana", "", parent=1)
    print("published")
except StoreUnavailable as error:
    print("refused", error.reason)
print(store.edition(), len(store.read("awards")))
"""


def test_no_room_for_the_file_to_grow(tmp_path):
    file = tmp_path / "store.db"
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, resource.RLIM_INFINITY))"
    child = run(FULL.format(limit=limit), str(f"sqlite:///{file}"))
    out, _ = child.communicate(timeout=60)
    assert out.startswith("refused")
    assert out.splitlines()[-1] == "2 9"
    with open_store(file) as store:
        assert assert_whole(store) == 1
        assert store.publish("household_spending", store.read("household_spending"), "b", "", parent=1) == 2


def test_full_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted by root only; the limit on the file's size is tested above")
    try:
        child = run(FULL.format(limit="pass"), f"sqlite:///{disk / 'store.db'}")
        out, _ = child.communicate(timeout=60)
        assert out.startswith("refused")
        assert out.splitlines()[-1] == "2 9"
        with open_store(disk / "store.db") as store:
            assert assert_whole(store) == 1
            assert store.publish("awards", store.read("awards").head(3), "b", "", parent=2) == 3
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_the_connection_is_cut_while_publishing(postgres, postgres_url):
    with open_store(postgres_url) as store:

        def cut(connection, cursor, statement, *_):
            if statement.startswith(STEPS["version written"]):
                with psycopg.connect(postgres.url("postgres"), autocommit=True) as other:
                    other.execute("SELECT pg_terminate_backend(%s)", [cursor.connection.info.backend_pid])

        event.listen(store.engine, "after_cursor_execute", cut)
        with pytest.raises(StoreUnavailable):
            store.publish("awards", data.load("awards", 1).head(7), "ana", "", parent=1)
        event.remove(store.engine, "after_cursor_execute", cut)
        assert assert_whole(store) == 0
        assert store.publish("awards", data.load("awards", 1).head(7), "ana", "", parent=1) == 2


def test_the_server_goes_down_while_publishing(postgres, postgres_url):
    if isinstance(postgres, Borrowed):
        pytest.skip("the server of TEST_DATABASE_URL is not ours to stop")
    with open_store(postgres_url) as store:

        def stop(connection, cursor, statement, *_):
            if statement.startswith(STEPS["version written"]):
                postgres.stop_at_once()

        event.listen(store.engine, "after_cursor_execute", stop)
        try:
            with pytest.raises(StoreUnavailable):
                store.publish("awards", data.load("awards", 1).head(7), "ana", "", parent=1)
            assert not store.reachable()
        finally:
            event.remove(store.engine, "after_cursor_execute", stop)
            if postgres.process.poll() is not None:
                postgres.start()
        assert assert_whole(store) == 0
        assert store.publish("awards", data.load("awards", 1).head(7), "ana", "", parent=1) == 2


def test_a_damaged_content_is_said_not_shown(tmp_path):
    from data.store import DamagedContent

    with open_store(tmp_path / "s.db") as store:
        store.publish("awards", data.load("awards", 1).head(7), "ana", "", parent=1)
        with store.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER sinergi_content_no_update")
            connection.exec_driver_sql("UPDATE sinergi_content SET gz = substr(gz, 1, length(gz) - 20)")
        with pytest.raises(DamagedContent):
            store.read("awards", 2)
