"""A private PostgreSQL for the tests, started from Debian's packages and stopped afterwards.

``TEST_DATABASE_URL`` names a server to use instead. Without either the tests of PostgreSQL are skipped,
or fail where ``REQUIRE_POSTGRES`` is set.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

import psycopg
import pytest

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
NO_POSTGRES = "no PostgreSQL here: install Debian's package `postgresql` or set TEST_DATABASE_URL"
SETTINGS = ["fsync=off", "listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=16MB"]


def _user() -> dict:
    """PostgreSQL refuses to run as root: run it as its own user, or as nobody."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    name = "postgres" if "postgres" in names else "nobody"
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}


class Cluster:
    """One PostgreSQL server on a loopback port."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sinergi-pg-"))
        self.binaries = BINARIES[-1]
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        if _user():
            shutil.chown(self.folder, _user()["user"])
        command = [self.binaries / "initdb", "-D", self.folder / "data", "-U", "sinergi"]
        options = ["--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]
        subprocess.run(
            [*command, *options], check=True, cwd=self.folder, stdout=subprocess.DEVNULL, **_user()
        )
        self.process: subprocess.Popen | None = None
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        command = [self.binaries / "postgres", "-D", self.folder / "data", "-p", str(self.port), *settings]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, **_user())
        deadline = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def stop_at_once(self) -> None:
        """Let the server drop everything and end, as on a power cut."""
        self.process.send_signal(subprocess.signal.SIGQUIT)
        self.process.wait(timeout=30)

    def url(self, database: str) -> str:
        return f"postgresql://sinergi@127.0.0.1:{self.port}/{database}"

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(subprocess.signal.SIGINT)
            self.process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)


class Borrowed:
    """A server somebody else runs, named by ``TEST_DATABASE_URL``."""

    def __init__(self, url: str):
        self.base = url.replace("postgres://", "postgresql://", 1).replace("+psycopg", "", 1)

    def url(self, database: str) -> str:
        address, _, _ = self.base.rpartition("/")
        return f"{address}/{database}"

    def close(self) -> None:
        """Leave it running."""


@pytest.fixture(scope="session")
def postgres():
    """The server; see the module for where it comes from."""
    if os.environ.get("TEST_DATABASE_URL"):
        server = Borrowed(os.environ["TEST_DATABASE_URL"])
    elif BINARIES:
        server = Cluster()
    elif os.environ.get("REQUIRE_POSTGRES"):
        pytest.fail(NO_POSTGRES)
    else:
        pytest.skip(NO_POSTGRES)
    yield server
    server.close()


def new_database(server) -> str:
    """Make an empty database; return its URL."""
    name = f"t_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return server.url(name)


def drop_database(server, url: str) -> None:
    """Drop it, whoever is still connected."""
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{url.rpartition("/")[2]}" WITH (FORCE)')


@pytest.fixture
def postgres_url(postgres):
    """An empty PostgreSQL database."""
    url = new_database(postgres)
    yield url
    drop_database(postgres, url)


BOTH = ["sqlite", "postgresql"]


@pytest.fixture(params=BOTH)
def store_url(request, tmp_path):
    """An empty store, once in SQLite and once in PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def store(store_url):
    """An open store, once in SQLite and once in PostgreSQL."""
    from data.store import open_store

    with open_store(store_url) as opened:
        yield opened
