"""The read-only addresses for other programs."""

from __future__ import annotations

import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
from data import store as stores
from data.store import open_store, process
from ui.frame import open_data


@pytest.fixture
def client():
    return TestClient(Starlette(routes=open_data.routes()))


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("datapackage.json", 200, '"resources"'),
        ("datapackage.json?edition=1", 200, '"version": "1"'),
        ("openapi.json", 200, '"openapi"'),
        ("tables/regions.csv", 200, "region_code,name"),
        ("tables/regions.csv?style=excel", 200, "region_code;name"),
        ("tables/regions.json?limit=1", 200, "Kabupaten Simeulue"),
        ("tables/irio_2016_output.csv?limit=2", 200, "province_code,sector"),
        ("tables/rahasia.csv", 404, "tabel tidak dikenal"),
        ("tables/..%2F..%2Fetc%2Fpasswd.csv", 404, ""),
        ("tables/apps.csv?version=99", 404, "versi tidak dikenal"),
        ("tables/apps.csv?version=0", 400, "version harus bilangan bulat"),
        ("tables/apps.csv?version=1e3", 400, "version harus bilangan bulat"),
        ("tables/apps.csv?versi=1", 400, "Parameter versi tidak dikenal"),
        ("tables/apps.csv?version=1&version=2", 400, "hanya boleh sekali"),
        ("tables/apps.csv?style=pdf", 400, "style harus"),
        ("tables/apps.json?offset=-1", 400, "offset harus"),
        ("datapackage.json?edition=99999", 404, "edisi data tidak dikenal"),
    ],
)
def test_answers(client, address, status, said):
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == status
    assert said in answer.text
    if status != 200 and answer.headers["content-type"].startswith("application/json"):
        assert set(answer.json()) == {"error"}


def test_what_did_not_change_is_not_sent_again(client):
    first = client.get("/api/v1/tables/sectors.csv")
    again = client.get("/api/v1/tables/sectors.csv", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head("/api/v1/tables/sectors.csv").headers["etag"] == first.headers["etag"]
    assert client.post("/api/v1/tables/sectors.csv").status_code == 405


def test_a_publication_changes_the_mark_and_the_old_version_stays(client, tmp_path):
    before = client.get("/api/v1/tables/awards.csv")
    with open_store(tmp_path / "s.db") as store:
        stores.activate(store)
        try:
            store.publish("awards", data.load("awards", 1).head(5), "ana", "", parent=1)
            after = client.get("/api/v1/tables/awards.csv")
            assert after.headers["etag"] != before.headers["etag"]
            assert len(after.text.splitlines()) == 6
            old = client.get("/api/v1/tables/awards.csv?version=1")
            assert old.headers["etag"] == before.headers["etag"]
            told = client.get("/api/v1/datapackage.json").json()
            awards = next(each for each in told["resources"] if each["name"] == "awards")
            assert awards["version"] == "2"
        finally:
            stores.activate(None)


def test_a_server_that_showed_no_page_yet_answers_what_is_published(client, tmp_path, monkeypatch):
    file = tmp_path / "s.db"
    with open_store(file) as store:
        store.admit()
        store.publish("awards", data.load("awards", 1).head(5), "ana", "", parent=store.current("awards"))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    stores.activate(None)  # as a process that has just begun
    monkeypatch.setattr(process._State, "next_try", float("-inf"))
    try:
        assert len(client.get("/api/v1/tables/awards.csv").text.splitlines()) == 6
    finally:
        opened = stores.active()
        stores.activate(None)
        if opened is not None:
            opened.close()


@pytest.mark.parametrize("again", [False, True])
def test_while_the_store_is_away_nothing_shipped_is_answered_as_if_in_force(
    client, tmp_path, monkeypatch, again
):
    """Neither by the request that finds it away nor by those before the next try; then it is answered."""
    folder = tmp_path / "later"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{folder / 's.db'}")
    folder.write_text("no folder")  # a file where the folder of the store should be
    stores.activate(None)
    monkeypatch.setattr(process._State, "next_try", float("-inf"))
    try:
        if again:
            stores.start()
        for address in ("tables/awards.csv", "tables/awards.json?limit=1", "datapackage.json"):
            answer = client.get(f"/api/v1/{address}")
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "15")
            assert set(answer.json()) == {"error"}
            assert answer.json()["error"].startswith("Data yang berlaku tidak dapat dibaca saat ini")
            assert str(tmp_path) not in answer.text
        assert client.get("/api/v1/openapi.json").status_code == 200
        folder.unlink()
        monkeypatch.setattr(process._State, "next_try", float("-inf"))
        assert client.get("/api/v1/tables/awards.csv").status_code == 200
    finally:
        opened = stores.active()
        stores.activate(None)
        if opened is not None:
            opened.close()


@pytest.mark.heavy
@pytest.mark.timeout(600)
def test_the_addresses_are_what_openapi_says():
    """Schemathesis sends what the description allows and what it does not; the answers must fit it."""
    import schemathesis
    from hypothesis import HealthCheck, Phase, given, settings

    app = Starlette(routes=open_data.routes())
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    tried = 0
    for operation in schema.get_all_operations():
        endpoint = operation.ok()

        @settings(
            max_examples=60,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
            database=None,
        )
        @given(case=endpoint.as_strategy())
        def check(case):
            nonlocal tried
            tried += 1
            case.call_and_validate()

        check()
    assert tried > 100


def test_openapi_names_every_address_and_table():
    told = json.loads(open_data.open_data.openapi().content)
    assert {route.path for route in open_data.routes()} == set(told["paths"])
    assert set(told["components"]["parameters"]["table"]["schema"]["enum"]) == {
        *data.schema.TABLES,
        *data.schema.FIXED,
    }
