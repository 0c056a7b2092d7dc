import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import data
import i18n
from data import store as stores
from data.store import StoreError, active, open_store
from data.versioning.cache import by_language, by_version
from data.versioning.versions import UnknownEdition, pinned, trial

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def activated(store):
    stores.activate(store)
    yield store
    stores.activate(None)


def shorter(rows):
    return data.load("awards", 1).head(rows)


def test_reading_needs_no_store_and_leaves_no_traces(tmp_path):
    code = "import data, data.store; data.load('awards'); data.cities(); print(data.store.active())"
    var = ROOT / "var" / "sinergi.db"
    before = var.exists()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "None\n"
    assert var.exists() == before


def test_load_follows_the_store(activated):
    whole = len(data.load("awards"))
    activated.publish("awards", shorter(5), "ana", "", parent=1)
    assert len(data.load("awards")) == 5
    assert data.current_version("awards") == 2
    assert len(data.load("awards", 1)) == whole
    with pytest.raises(data.UnknownVersion):
        data.load("awards", 3)


def test_another_process_publishes_and_the_next_action_sees_it(activated, store_url):
    assert data.current_version("awards") == 1
    with open_store(store_url) as other:
        other.publish("awards", shorter(5), "ana", "", parent=1)
    deadline = time.monotonic() + 1.5
    while data.current_version("awards") == 1 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(data.load("awards")) == 5


def test_remembered_results_follow_versions(activated):
    made = []

    @by_version("awards")
    def count():
        made.append(1)
        return len(data.load("awards"))

    whole = count()
    activated.publish("apps", data.load("apps", 1).head(3), "ana", "", parent=1)
    assert count() == whole
    assert len(made) == 1
    activated.publish("awards", shorter(5), "ana", "", parent=1)
    assert count() == 5
    with pinned(1):
        assert count() == whole
    assert len(made) == 2


def test_results_outlast_the_store_they_were_made_with(tmp_path):
    made = []

    @by_version("awards", "needs")
    def count():
        made.append(1)
        return len(data.load("awards"))

    whole = count()
    for name, rows in (("a", 5), ("b", 5), ("c", 6)):
        with open_store(tmp_path / name) as other:
            stores.activate(other)
            assert count() == whole
            other.publish("awards", shorter(rows), "ana", "", parent=1)
            assert count() == rows  # 5 twice: the same content in another store
            stores.activate(None)
    assert count() == whole
    assert len(made) == 3


def test_a_pinned_edition_stands_still(activated):
    activated.publish("awards", shorter(5), "ana", "", parent=1)
    activated.publish("awards", shorter(6), "ana", "", parent=2)
    with pinned(2):
        assert len(data.load("awards")) == 5
        with pinned(1):
            assert data.current_version("awards") == 1
    assert len(data.load("awards")) == 6
    for wrong in (0, 4, "2", None):
        with pytest.raises(UnknownEdition), pinned(wrong):
            pass


def test_one_computation_sees_one_edition(activated):
    publish_now, published = threading.Event(), threading.Event()

    @by_version("awards")
    def count():
        before = len(data.load("awards"))
        publish_now.set()
        published.wait(10)
        return before, len(data.load("awards"))

    def publish():
        publish_now.wait(10)
        activated.publish("awards", shorter(5), "ana", "", parent=1)
        published.set()

    other = threading.Thread(target=publish)
    other.start()
    before, after = count()
    other.join()
    assert before == after > 5
    assert count() == (5, 5)


def test_a_result_wanted_by_many_at_once_is_made_once():
    made = []

    @by_version("awards")
    def slow():
        made.append(1)
        time.sleep(0.2)
        return 1

    threads = [threading.Thread(target=slow) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_what_fails_is_not_remembered():
    calls = []

    @by_version("awards")
    def sometimes():
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError
        return 7

    with pytest.raises(RuntimeError):
        sometimes()
    assert sometimes() == 7


def test_words_are_remembered_apart_for_every_language_and_for_what_they_rest_on():
    written = []

    @by_language()
    def sentence(count: int) -> str:
        written.append(i18n.language())
        return f"{i18n.language()} {count} {len(data.load('awards'))}"

    assert [sentence(1), sentence(1), sentence(2)] == [sentence(1), sentence(1), sentence(2)]
    assert written == ["id", "id"]
    with i18n.using("en"):
        assert sentence(1).startswith("en 1")
    assert sentence(1).startswith("id 1")
    assert written == ["id", "id", "en"]
    with trial(awards=shorter(3)):
        assert sentence(1) == "id 1 3"


def test_a_trial_looks_as_if_published():
    @by_version("awards")
    def count():
        return len(data.load("awards"))

    whole = count()
    with trial(awards=shorter(4)):
        assert count() == 4
        assert data.current_version("awards") < 0
        with trial(awards=shorter(3)):
            assert count() == 3
        assert count() == 4
    assert count() == whole
    assert data.current_version("awards") == 1


def test_two_stores_are_not_mixed_up(tmp_path):
    try:
        for rows in (3, 4):
            with open_store(tmp_path / f"{rows}.db") as store:
                store.publish("awards", shorter(rows), "ana", "", parent=1)
                stores.activate(store)
                assert len(data.load("awards")) == rows
    finally:
        stores.activate(None)


def test_start_opens_once_and_says_what_is_wrong(tmp_path, monkeypatch):
    from data.store.process import _State

    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    try:
        assert stores.start() is None
        assert isinstance(stores.trouble(), StoreError)
        assert len(data.load("awards"))
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 's.db'}")
        assert stores.start() is None  # not asked again at once
        monkeypatch.setattr(_State, "next_try", 0.0)
        opened = stores.start()
        assert opened is stores.start() is active()
        assert stores.trouble() is None
        opened.close()
    finally:
        stores.activate(None)


def test_while_the_server_is_down_what_is_known_stands(postgres, postgres_url, monkeypatch):
    if not hasattr(postgres, "stop_at_once"):
        pytest.skip("the server of TEST_DATABASE_URL is not ours to stop")
    monkeypatch.setattr("data.store.source.FRESH_S", 0.0)
    monkeypatch.setattr("data.store.source.RETRY_S", 0.2)
    with open_store(postgres_url) as store:
        stores.activate(store)
        try:
            store.publish("awards", shorter(5), "ana", "", parent=1)
            assert len(data.load("awards")) == 5
            postgres.stop_at_once()
            assert len(data.load("awards")) == 5
            postgres.start()
            time.sleep(0.3)
            store.publish("awards", shorter(6), "ana", "", parent=2)
            assert len(data.load("awards")) == 6
        finally:
            if postgres.process.poll() is not None:
                postgres.start()
            stores.activate(None)


def test_asking_for_the_version_is_cheap(activated):
    data.current_version("awards")
    began = time.perf_counter()
    for _ in range(1000):
        data.current_version("awards")
    assert (time.perf_counter() - began) / 1000 < 0.001
