"""A store of its own for the desk's pages, and who stands at the session."""

from __future__ import annotations

import pytest
from framed import HERE, seen

from data import store as stores
from data.permissions import Identity
from data.store import open_store
from ui.frame import connection


@pytest.fixture(scope="module", autouse=True)
def _no_page_of_another_file():
    seen.cache_clear()


@pytest.fixture
def store(tmp_path):
    with open_store(f"sqlite:///{tmp_path / 'toko.db'}") as opened:
        stores.activate(opened)
        yield opened
        stores.activate(None)


@pytest.fixture
def person(monkeypatch):
    """Return a function that says who stands at the session."""

    def be(identity: Identity) -> None:
        monkeypatch.setattr(connection, "identity", lambda: identity)
        monkeypatch.setattr(connection, "login_configured", lambda: identity.login_required)

    be(HERE)
    return be
