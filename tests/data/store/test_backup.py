import json
import zipfile

import pandas as pd
import pytest
from postgres_cluster import drop_database, new_database

import data
from data.backup import BadBackup, inspect, main, restore, save
from data.store import open_store


def fill(store):
    for rows in (5, 6):
        store.publish("awards", data.load("awards", 1).head(rows), "ana@kota.go.id", f"“{rows}”", rows - 4)
    store.publish("apps", data.load("apps", 1).head(3), "budi", "", parent=1, upload=b"x")
    store.roll_back("awards", 1, "ana", "", parent=3)
    store.documents.save("usulan", "a", {"kota": ["Medan"]}, "ana", 0)
    store.documents.save("usulan", "a", {"kota": ["Binjai"]}, "ana", 1)
    store.roles.grant("ana@kota.go.id", "analyst", "budi", ["1275"])


def everything(store):
    history = pd.concat([store.history(table) for table in ("awards", "apps")], ignore_index=True)
    trail = store.audit.entries().query("action != 'restore'").reset_index(drop=True)
    return history, trail, store.documents.history("usulan", "a"), store.roles.everyone(), store.edition()


@pytest.mark.parametrize("target", ["sqlite", "pg"])
def test_a_backup_moves_between_databases(store, tmp_path, request, target):
    fill(store)
    file = tmp_path / "cadangan" / "sinergi.zip"
    summary = save(store, file)
    assert (summary.edition, summary.versions) == (5, 6)
    server = request.getfixturevalue("postgres") if target == "pg" else None
    url = new_database(server) if server else str(tmp_path / "lain.db")
    try:
        with open_store(url) as other:
            assert other.edition() == 1
            assert restore(other, file, "budi") == summary
            for one, two in zip(everything(store), everything(other), strict=True):
                if isinstance(one, pd.DataFrame):
                    pd.testing.assert_frame_equal(one, two)
                else:
                    assert one == two
            pd.testing.assert_frame_equal(other.read("awards", 3), store.read("awards", 3))
            assert other.audit.entries().loc[0, "action"] == "restore"
            # Life goes on: numbers continue where they were.
            assert other.publish("awards", data.load("awards", 1).head(2), "ana", "", parent=4) == 5
            assert other.edition() == 6
            other.roles.revoke("ana@kota.go.id", "budi")
    finally:
        if server:
            drop_database(server, url)


def test_a_store_that_holds_something_is_not_overwritten(tmp_path):
    with open_store(tmp_path / "a.db") as store:
        fill(store)
        save(store, tmp_path / "b.zip")
        before = everything(store)
        with pytest.raises(BadBackup, match="kosong"):
            restore(store, tmp_path / "b.zip", "budi")
        assert everything(store)[-1] == before[-1]


def rewrite(source, target, change):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            payload = change(name, old.read(name))
            if payload is not None:
                new.writestr(name, payload)


def newer(name, payload):
    if name != "manifest.json":
        return payload
    return json.dumps({**json.loads(payload), "format": 99})


@pytest.mark.parametrize(
    "change",
    [
        lambda name, payload: payload + b" " if name.endswith("version.jsonl") else payload,
        lambda name, payload: payload[:-3] if name.startswith("content/") else payload,
        lambda name, payload: None if name.startswith("content/") else payload,
        lambda name, payload: None if name == "manifest.json" else payload,
        lambda name, payload: b"{}" if name == "manifest.json" else payload,
        lambda name, payload: b"[1" if name == "manifest.json" else payload,
        newer,
    ],
)
def test_a_damaged_backup_restores_nothing(tmp_path, change):
    with open_store(tmp_path / "a.db") as store:
        fill(store)
        save(store, tmp_path / "good.zip")
    rewrite(tmp_path / "good.zip", tmp_path / "bad.zip", change)
    with open_store(tmp_path / "b.db") as other:
        with pytest.raises(BadBackup):
            restore(other, tmp_path / "bad.zip", "budi")
        assert other.edition() == 1
        assert len(other.history("awards")) == 1


@pytest.mark.parametrize("cut", [0, 10, 0.5, 0.99])
def test_a_cut_off_or_flipped_file_is_recognised(tmp_path, cut):
    with open_store(tmp_path / "a.db") as store:
        fill(store)
        save(store, tmp_path / "good.zip")
    payload = bytearray((tmp_path / "good.zip").read_bytes())
    keep = int(cut * len(payload)) if cut < 1 else cut
    (tmp_path / "cut.zip").write_bytes(payload[:keep])
    with pytest.raises(BadBackup):
        inspect(tmp_path / "cut.zip")
    payload[keep // 2 + 60] ^= 0xFF
    (tmp_path / "flipped.zip").write_bytes(payload)
    try:
        inspect(tmp_path / "flipped.zip")
    except BadBackup:
        return


def test_an_interrupted_backup_leaves_the_old_one(tmp_path, monkeypatch):
    file = tmp_path / "b.zip"
    with open_store(tmp_path / "a.db") as store:
        save(store, file)
        before = file.read_bytes()
        monkeypatch.setattr("data.backup.inspect", lambda _path: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            save(store, file)
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.glob("b.zip*")] == ["b.zip"]


def test_the_commands(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'a.db'}")
    with open_store() as store:
        fill(store)
    file = str(tmp_path / "b.zip")
    assert main(["simpan", file]) == 0
    assert main(["periksa", file]) == 0
    assert main(["pulihkan", file]) == 1
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'baru.db'}")
    assert main(["pulihkan", file]) == 0
    assert main(["pulihkan", str(tmp_path / "tidak-ada.zip")]) == 1
    with open_store() as store:
        assert store.edition() == 5
    assert "edisi 5" in capsys.readouterr().out
