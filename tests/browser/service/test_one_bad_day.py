"""One bad day: twenty visitors, publishing, killing, a full disk, a database restarted, bombs uploaded.

Afterwards no figure shown was wrong, nothing published is lost, and every page answers within its bound.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import odd_files
import pytest
from driving import PATIENCE_MS, ROOT, free_port, wait_idle
from postgres_cluster import BINARIES, NO_POSTGRES, Cluster, new_database
from walking import AWAY, View, Walker

import data
from data.store import Conflict, StoreError, open_store
from data.store.soundness import examine
from ui import pages

WALKS = 20
BOUND_S = 12.0  # one visitor, two cores that other tests may share
DISK = "700m"
AWARDS = "bagian=unduh&tabel=awards"

pytestmark = pytest.mark.heavy


class Application:
    """The application on one port, to be killed and started again."""

    def __init__(self, database: str, folder: Path):
        self.port, self.database, self.folder = free_port(), database, folder
        self.address = f"http://localhost:{self.port}"
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "log").open("ab"),
            env={
                **os.environ,
                "DATABASE_URL": self.database,
                "SINERGI_KUNCI": str(self.folder / "kunci"),
            },
        )
        deadline = time.monotonic() + 90
        while True:
            try:
                Walker(self.address, 5).close()
                return
            except AWAY:
                assert self.process.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.3)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)


@contextmanager
def small_disk():
    """Mount a small disk; yield its folder and a function that fills it, None where nobody may mount."""
    folder = Path(tempfile.mkdtemp(prefix="sinergi-cakram-"))
    folder.chmod(0o755)  # the database's own user has to get in
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK},mode=1777", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield folder, None
        return
    ballast = folder / "penuh"

    def fill() -> Path:
        with ballast.open("wb") as file:
            try:
                while True:
                    file.write(b"\0" * 1_000_000)
                    file.flush()
            except OSError:
                return ballast

    try:
        yield folder, fill
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


class Day:
    """What the visitors saw and what was published."""

    def __init__(self, database: str):
        self.database = database
        self.over = threading.Event()
        self.views: list[View] = []
        self.published: list[tuple[int, int, int]] = []  # version, edition, rows
        self.refused = 0
        self._lock = threading.Lock()

    def walk(self, address: str, number: int) -> None:
        """Walk from page to page until the day is over, coming back whenever the server is away."""
        stems = [entry.stem for entry in pages.existing()]
        stops = ["data", *(stem for stem in stems[number % len(stems) :: 3] if stem != "beranda")]
        while not self.over.is_set():
            try:
                walker = Walker(address, 90)
                try:
                    while not self.over.is_set():
                        for stem in stops:
                            view = walker.open(stem, AWARDS if stem == "data" else "")
                            with self._lock:
                                self.views.append(view)
                            if self.over.wait(3.0):
                                break
                finally:
                    walker.close()
            except AWAY:
                self.over.wait(0.5)

    def publish(self) -> None:
        """Publish awards with one row more each time, also while nothing answers."""
        whole = data.load("awards", 1)
        rows = 5
        while not self.over.is_set():
            try:
                with open_store(self.database) as store:
                    parent = store.current("awards")
                    rows = 5 + (rows - 4) % (len(whole) - 5)
                    version = store.publish(
                        "awards", whole.head(rows), "petugas", f"hari buruk {rows}", parent
                    )
                    self.published.append((int(version), version.edition, rows))
            except Conflict:
                pass
            except StoreError:
                self.refused += 1
            self.over.wait(0.8)

    def kill_publishing(self) -> None:
        """Publish in a process of its own and kill it somewhere within."""
        code = (
            "import sys, data\nfrom data.store import open_store\nstore = open_store(sys.argv[1])\n"
            "print('here', flush=True)\nframe = data.load('apps', 1)\n"
            "while True:\n    store.publish('apps', frame.head(20), 'x', '', store.current('apps'))\n"
        )
        child = subprocess.Popen(
            [sys.executable, "-c", code, self.database], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        child.stdout.readline()
        time.sleep(0.4)
        child.kill()
        child.wait(timeout=20)


def upload_bombs(chromium, address: str) -> int:
    """Hand in every bomb as a visitor; return how many were answered with a sentence."""
    page = chromium.new_context(locale="id-ID").new_page()
    page.set_default_timeout(3 * PATIENCE_MS)  # twenty others are walking
    page.goto(f"{address}/data?bagian=unggah&tabel=awards")
    wait_idle(page)
    answered = 0
    for number, (_what, content) in enumerate(odd_files.bombs()):
        name = f"bom-{number}.xlsx"
        page.set_input_files(
            'input[type="file"]', files=[{"name": name, "mimeType": "application/zip", "buffer": content}]
        )
        page.get_by_text(name).first.wait_for()
        wait_idle(page, 2000)
        answered += page.get_by_test_id("stAlertContentError").count() > 0
    page.context.close()
    return answered


@pytest.mark.timeout(900)
def test_one_bad_day(chromium, tmp_path, monkeypatch):
    if not BINARIES:
        pytest.skip(NO_POSTGRES) if not os.environ.get("REQUIRE_POSTGRES") else pytest.fail(NO_POSTGRES)
    with small_disk() as (folder, fill):
        monkeypatch.setattr("tempfile.tempdir", str(folder))
        cluster = Cluster()
        monkeypatch.setattr("tempfile.tempdir", None)
        application = None
        day = None
        try:
            database = new_database(cluster)
            with open_store(database) as store:
                first = int(store.edition())
            application = Application(database, tmp_path)
            day = Day(database)
            threads = [
                threading.Thread(target=day.walk, args=(application.address, number), daemon=True)
                for number in range(WALKS)
            ]
            threads.append(threading.Thread(target=day.publish, daemon=True))
            for each in threads:
                each.start()
            time.sleep(25)
            day.kill_publishing()
            cluster.stop_at_once()
            time.sleep(5)
            cluster.start()
            assert upload_bombs(chromium, application.address) == len(list(odd_files.bombs()))
            application.kill()
            time.sleep(2)
            application.start()
            if fill is not None:
                ballast = fill()
                time.sleep(6)
                ballast.unlink()
                time.sleep(2)
                if cluster.process.poll() is not None:
                    cluster.start()
            day.kill_publishing()
            time.sleep(25)
            day.over.set()
            for each in threads:
                each.join(timeout=120)
            _nothing_is_lost(day, database, first)
            _no_figure_was_wrong(day, database)
            _every_page_answers(application)
            assert b"Traceback" not in (tmp_path / "log").read_bytes()
        finally:
            if day is not None:
                day.over.set()
            if application is not None:
                application.kill()
            cluster.close()


def _nothing_is_lost(day: Day, database: str, first: int) -> None:
    with open_store(database) as store:
        examine(store.engine)
        history = store.history("awards").set_index("number")
        assert len(day.published) > 10
        for version, edition, rows in day.published:
            assert tuple(history.loc[version, ["edition", "rows"]]) == (edition, rows)
        kept = sum(len(store.history(table)) - 1 for table in ("awards", "apps") if store.current(table) > 1)
        assert store.edition() >= first + max(kept, len(day.published))


def _no_figure_was_wrong(day: Day, database: str) -> None:
    with open_store(database) as store:
        history = store.history("awards").sort_values("edition")
    looked = [view for view in day.views if view.page == "data" and view.edition]
    assert len(looked) > WALKS
    for view in looked:
        in_force = history[history["edition"] <= view.edition]["rows"].iloc[-1]
        assert f": {in_force} baris, edisi data {view.edition}" in view.text, view.text[:600]
    assert not [view.text[:400] for view in day.views if view.broken]
    assert {view.page for view in day.views} >= {entry.stem for entry in pages.existing()} - {"beranda"}


def _every_page_answers(application: Application) -> None:
    walker = Walker(application.address)
    try:
        for entry in pages.existing():
            walker.open("" if entry.stem == "beranda" else entry.stem)  # the first of a new edition computes
        slow = {}
        for entry in pages.existing():
            view = walker.open("" if entry.stem == "beranda" else entry.stem)
            assert not view.broken, view.text[:400]
            assert "Maaf, halaman ini" not in view.text
            if view.seconds > BOUND_S:
                slow[entry.stem] = view.seconds
        assert not slow
    finally:
        walker.close()
