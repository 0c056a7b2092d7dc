"""Every page while the store is away, damaged or deleted: the data in force, a sentence, never an apology."""

from __future__ import annotations

import shutil

import pytest
from postgres_cluster import postgres, postgres_url
from streamlit.testing.v1 import AppTest

import data
from data import store as stores
from data.store import open_store
from data.store import process as running
from data.versioning import releases
from ui import pages

__all__ = ["postgres", "postgres_url"]

# Two publications, then the releases that came with this application.
LATEST = 2 + releases.latest()
FRAME = """
import streamlit as st
from ui import pages
from ui.frame import edition, session

session.decide_language()
entries = [st.Page(each.path, url_path=each.stem, default=each.stem == "{stem}") for each in pages.existing()]
page = st.navigation(entries, position="hidden")
with edition.in_force() as number:
    edition.line(number)
    page.run()
"""


def visit(stem: str, **address: str) -> tuple[AppTest, str]:
    at = AppTest.from_string(FRAME.format(stem=stem), default_timeout=120)
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception, (stem, at.exception)
    shown = [*at.warning, *at.error, *at.info, *at.caption]
    return at, "\n".join(str(each.value) for each in shown).replace("\\", "")


@pytest.fixture
def forgotten(monkeypatch):
    monkeypatch.setattr("data.store.source.FRESH_S", 0.0)
    monkeypatch.setattr(running, "RETRY_S", 0.0)
    running._State.next_try = float("-inf")
    no_store()  # a page run by an earlier test of this process leaves its own behind
    yield
    no_store()


def no_store():
    if stores.active() is not None:
        stores.active().close()
    stores.activate(None)


def published(store):
    store.publish("awards", data.load("awards", 1).head(5), "ana", "", parent=1)
    store.publish("needs", data.load("needs", 1).head(40), "ana", "", parent=1)


def test_the_server_is_away(postgres, postgres_url, forgotten, monkeypatch):
    if not hasattr(postgres, "stop_at_once"):
        pytest.skip("the server of TEST_DATABASE_URL is not ours to stop")
    with open_store(postgres_url) as store:
        published(store)
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    stores.start()
    assert stores.active().edition() == LATEST
    postgres.stop_at_once()
    try:
        for entry in pages.existing():
            _at, said = visit(entry.stem)
            assert f"Data edisi {LATEST}" in said, entry.stem
            assert "Maaf" not in said, (entry.stem, said)
        # What is in force can be taken away as a file, read before or not.
        at, _said = visit("data", bagian="unduh", tabel="needs")
        assert any(": 40 baris, edisi data" in str(each.value) for each in at.header)
    finally:
        postgres.start()


@pytest.mark.parametrize("wound", ["damaged", "deleted"])
def test_the_file_is_wounded(tmp_path, forgotten, monkeypatch, wound):
    file = tmp_path / "sinergi.db"
    with open_store(file) as store:
        published(store)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    if wound == "damaged":
        file.write_bytes(b"x" * file.stat().st_size)
    else:
        stores.start()
        for each in tmp_path.glob("sinergi.db*"):
            each.unlink()
    for entry in pages.existing():
        _at, said = visit(entry.stem)
        edition = releases.latest() if wound == "damaged" else LATEST
        assert f"Data edisi {edition}" in said, entry.stem
        assert ("data bawaan" if wound == "damaged" else "penerbitan dihentikan") in said, entry.stem
        assert "pulihkan" in said or "diselamatkan" in said, entry.stem
        assert "Maaf" not in said, (entry.stem, said)
    shutil.rmtree(tmp_path)
