import json
from types import SimpleNamespace

import pandas as pd
import pytest
from bps_server import KEY, REGIONS, SECTORS, BpsServer, sector_table, table

import data
from data.bps import collect, main, publish
from data.changes.differences import difference
from data.importers.bps_api import BpsError, Client, NotAvailable
from data.importers.bps_tables import rows_of
from data.store import open_store

NO_PROBLEMS = pd.DataFrame(columns=["severity", "line", "column", "value", "reason", "remedy"])


@pytest.fixture
def bps():
    server = BpsServer()
    server.tables[2776, 126] = sector_table()
    yield server
    server.close()


@pytest.fixture
def client(bps):
    with Client(KEY, base_url=bps.url, tries=4, first_wait_s=0.01, timeout_s=0.5) as opened:
        yield opened


@pytest.fixture
def command(bps, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 's.db'}")
    monkeypatch.setenv("BPS_API_KEY", KEY)
    monkeypatch.setenv("BPS_API_URL", bps.url)
    quick = ["--folder", str(tmp_path / "bps"), "--percobaan", "4", "--jeda", "0.01", "--tunggu", "0.5"]
    return lambda *given, check=passing: main([*given, *quick], check=check)


def passing(content, filename, table):
    """Stand in for the checks of an upload: accepts, and reads as the data set is read."""
    import io

    from data.loading import read_csv

    path = io.BytesIO(content)
    return SimpleNamespace(ok=True, frame=read_csv(path, table), problems=NO_PROBLEMS)


def failing(content, filename, table):
    wrong = pd.DataFrame([["error", 2, "value", "x", "salah", "perbaiki"]], columns=NO_PROBLEMS.columns)
    return SimpleNamespace(ok=False, frame=None, problems=wrong)


def test_a_table_is_read(client):
    answer = client.fetch(2776, 2026)
    assert (answer.unit, answer.updated) == ("Milyar Rupiah", "2026-06-18 10:00:00")
    assert len(answer.rows) == 3 * 18
    found = rows_of(answer, "S0005")
    assert found.table == "grdp_sectors"
    assert found.unknown_regions == ("9999",)
    assert set(found.frame["sector"]) == {*data.load("sectors")["sector"], "TOTAL"}
    assert set(found.frame["period"]) == {"2026Q1"}
    assert set(found.frame["price_basis"]) == {"ADHB"}
    assert found.frame.columns.tolist() == data.load("grdp_sectors").columns.tolist()
    total = found.frame.query("region_code == '1275' and sector == 'TOTAL'")
    assert total["value_billion_rupiah"].item() == sum(10.0 + place for place in range(17))


@pytest.mark.parametrize(
    "failures",
    [
        [500],
        [503, 502, 500],
        [429, (429, {"Retry-After": "0"})],
        [b"<html><body>Situs dalam perawatan</body></html>"],
        [b""],
        [b'{"status": "OK", "data-avail'],
        [0.9],
    ],
)
def test_failures_that_pass_are_tried_again(bps, client, failures):
    bps.failures.extend(failures)
    assert len(client.fetch(2776, 2026).rows) == 54
    assert len(bps.asked) == len(failures) + 1


@pytest.mark.parametrize("failure", [500, 429, 0.9, b"<html>", b"[]"])
def test_failures_that_stay_are_said_without_the_key(bps, client, failure):
    bps.failures.extend([failure] * 9)
    with pytest.raises(BpsError) as error:
        client.fetch(2776, 2026)
    told = f"{error.value!r} {error.value.__cause__!r}"
    assert KEY not in told
    assert len(bps.asked) == (1 if failure == b"[]" else 4)


def test_a_slow_answer_within_the_limit_is_waited_for(bps, client):
    bps.failures.append(0.2)
    assert len(client.fetch(2776, 2026).rows) == 54
    assert len(bps.asked) == 1


def test_nobody_there(bps):
    url = bps.url
    bps.close()
    with Client(KEY, base_url=url, tries=2, first_wait_s=0.01) as client, pytest.raises(BpsError) as error:
        client.fetch(2776, 2026)
    assert KEY not in str(error.value)


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_a_refusal_is_not_tried_again(bps, client, status):
    bps.failures.extend([status] * 3)
    with pytest.raises(BpsError, match=str(status)):
        client.fetch(2776, 2026)
    assert len(bps.asked) == 1


def test_what_bps_does_not_have(client):
    with pytest.raises(NotAvailable):
        client.fetch(2776, 2031)
    with pytest.raises(NotAvailable):
        client.fetch(1, 2026)


def test_a_wrong_key_is_refused_by_bps(bps):
    with (
        Client("lain", base_url=bps.url, first_wait_s=0.01) as client,
        pytest.raises(BpsError, match="Invalid"),
    ):
        client.fetch(2776, 2026)
    for wrong in ("", "a/b", "kunci?x=1", "a" * 200):
        with pytest.raises(BpsError, match="BPS_API_KEY"):
            Client(wrong, base_url=bps.url)


def spoiled(change):
    answer = sector_table()
    change(answer)
    return answer


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda a: a["var"][0].update(unit="Juta Rupiah"), "Juta Rupiah"),
        (lambda a: a["turvar"][0].update(label="Z Lain"), "Z Lain"),
        (lambda a: a["turvar"][0].update(label="Pertanian"), "Pertanian"),
        (lambda a: a["turtahun"][0].update(label="Semester I"), "Semester I"),
        (lambda a: a["datacontent"].update({"123": 1}), "1 angka"),
        (lambda a: a["vervar"].pop(0), "18 angka"),
        (lambda a: a.pop("var"), "tabel dinamis"),
        (lambda a: a.pop("vervar"), "angka"),
        (lambda a: a.update(vervar=[{"nama": "x"}]), "tabel dinamis"),
        (lambda a: a.update(datacontent=[1, 2]), "tabel dinamis"),
    ],
)
def test_a_table_of_another_form_is_not_guessed_at(bps, client, change, says):
    bps.tables[2776, 126] = spoiled(change)
    with pytest.raises(BpsError, match=says):
        rows_of(client.fetch(2776, 2026), "S0005")


def test_figures_that_are_none_are_left_out_and_said(bps, client):
    answer = sector_table()
    keys = list(answer["datacontent"])
    answer["datacontent"].update({keys[0]: None, keys[1]: "-", keys[2]: "", keys[3]: "12.5", keys[4]: "1,5"})
    bps.tables[2776, 126] = answer
    found = client.fetch(2776, 2026)
    assert len(found.rows) == 54 - 4
    assert found.rows.iloc[0]["value"] == 12.5
    assert list(found.unread.values()) == ["1,5"]


def test_spending_and_expenditure(bps, client):
    fish = ["IKAN/UDANG/CUMI/KERANG", "Tongkol", "Cakalang, dencis"]
    values = {("1275", place): 100.0 * place for place in range(3)}
    bps.tables[2551, 125] = table(2551, "Rupiah/Kapita/Minggu", fish, values, part=(0, "Tahun"), year=2025)
    found = rows_of(client.fetch(2551, 2025), "S0036").frame
    assert found["commodity"].tolist() == ["TOTAL", "Tongkol", "Cakalang, dencis"]
    assert found["year"].tolist() == [2025] * 3
    assert set(found["commodity_group"]) == {"ikan"}
    parts = data.load("grdp_expenditure")["component"].unique().tolist()
    values = {("1276", place): -1.5 * place for place in range(len(parts))}
    bps.tables[2773, 126] = table(2773, "Milyar Rupiah", parts, values)
    found = rows_of(client.fetch(2773, 2026), "S0035").frame
    assert found["component"].tolist() == parts
    assert set(found["price_basis"]) == {"ADHK"}


def test_any_other_variable_is_an_indicator_when_it_is_named_one(bps, client):
    values = {(code, 0): 5.5 for code, _name in REGIONS}
    bps.tables[413, 125] = table(413, "Persen", ["Tidak Ada"], values, part=(0, "Tahun"), year=2025)
    answer = client.fetch(413, 2025)
    with pytest.raises(BpsError, match="indikator"):
        rows_of(answer, "S0005")
    found = rows_of(answer, "S0005", "poverty_rate_pct").frame
    assert found[["region_code", "year", "value"]].values.tolist() == [
        ["1275", 2025, 5.5],
        ["1276", 2025, 5.5],
    ]
    bps.tables[413, 125] = table(413, "Persen", ["L", "P"], {("1275", 0): 1}, part=(0, "Tahun"), year=2025)
    bps.tables[413, 125]["datacontent"] |= {"127541320061250": 2.0}
    with pytest.raises(BpsError, match="satu angka"):
        rows_of(client.fetch(413, 2025), "S0005", "poverty_rate_pct")


def test_the_command_checks_and_publishes(command, tmp_path, capsys):
    assert command("2776", "--tahun", "2026") == 0
    with open_store() as store:
        assert store.edition() == 1
    assert command("2776", "--tahun", "2026", "--terbitkan", "--catatan", "Triwulan baru") == 0
    out = capsys.readouterr()
    assert KEY not in out.out + out.err
    assert "9999" in out.out
    with open_store() as store:
        version = store.current("grdp_sectors")
        assert (version, version.kind, version.note) == (2, "import", "Triwulan baru")
        assert store.current("sources").edition == version.edition == 2
        table = store.read("grdp_sectors")
        medan = table.query("region_code == '1275' and period == '2026Q1' and price_basis == 'ADHB'")
        assert medan.set_index("sector")["value_billion_rupiah"]["A"] == 10.0
        source = store.read("sources").set_index("source_id").loc[medan["source_id"].iloc[0]]
        assert "2776" in source["title"] and source["source_date"] == "2026-06-18"
        assert len(table) == len(data.load("grdp_sectors", 1))
        assert store.audit.entries().loc[0, "action"] == "import"
    # The same again: nothing new, no version.
    assert command("2776", "--tahun", "2026", "--terbitkan") == 0
    with open_store() as store:
        assert store.edition() == 2


def test_raw_and_parsed_are_kept_side_by_side(command, bps, tmp_path):
    bps.tables[2776, 126]["echo"] = f"key={KEY}"
    assert command("2776", "--tahun", "2026") == 0
    raw = next((tmp_path / "bps").glob("2776-2026-*.json"))
    assert json.loads(raw.read_text())["datacontent"]
    assert len(pd.read_csv(raw.with_suffix(".csv"))) == 54
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes()


def test_the_newest_year_is_taken_when_none_is_named(command, bps):
    bps.tables[2776, 125] = sector_table(year=2025)
    assert command("2776") == 0
    assert "/th/126/" in bps.asked[-1]


def test_what_the_checks_refuse_is_not_published(command):
    assert command("2776", "--tahun", "2026", "--terbitkan", check=failing) == 1
    with open_store() as store:
        assert store.edition() == 1


def test_one_table_missing_publishes_none(command, bps):
    assert command("2776", "2775", "--tahun", "2026", "--terbitkan") == 1
    with open_store() as store:
        assert store.edition() == 1


def test_two_variables_of_a_table_make_one_version(bps, client, tmp_path):
    bps.tables[2775, 126] = sector_table(2775, 7.0)
    with open_store(tmp_path / "s.db") as store:
        wanted = [(2776, 2026), (2775, 2026)]
        result = collect(store, client, wanted, folder=tmp_path, base_url=bps.url, check=passing)
        published = publish(store, result, "uji", "")
        assert [version.table for version in published] == ["sources", "grdp_sectors"]
        assert len(store.read("sources")) == len(data.load("sources", 1)) + 2


def as_shipped(change=0.0):
    """The table of Medan and Binjai as the data set has it, agriculture in Medan `change` more."""
    long = data.load("grdp_sectors").query("period == '2026Q1' and price_basis == 'ADHB'")
    wide = long.pivot(index="region_code", columns="sector", values="value_billion_rupiah")
    figures = {
        (code, place): wide.at[code, sector]
        for code in ("1275", "1276")
        for place, sector in enumerate([*data.load("sectors")["sector"], "TOTAL"])
    }
    for place in (0, 17):
        figures["1275", place] = round(figures["1275", place] + change, 2)
    return table(2776, "Milyar Rupiah", SECTORS, figures)


def test_figures_that_stay_keep_their_source(bps, client, tmp_path):
    bps.tables[2776, 126] = as_shipped(1.25)
    with open_store(tmp_path / "s.db") as store:
        result = collect(store, client, [(2776, 2026)], folder=tmp_path, base_url=bps.url, check=passing)
        publish(store, result, "uji", "")
        changed = difference(store.read("grdp_sectors", 1), store.read("grdp_sectors", 2), "grdp_sectors")
        assert changed.after["sector"].tolist() == ["A", "TOTAL"]
        assert set(changed.changed["column"]) == {"value_billion_rupiah", "source_id"}


@pytest.mark.parametrize(("change", "edition"), [(1.25, 2), (0.0, 1)])
def test_the_checks_of_uploads_accept_what_bps_sends(command, bps, change, edition):
    bps.tables[2776, 126] = as_shipped(change)
    assert command("2776", "--tahun", "2026", "--terbitkan", check=None) == 0
    with open_store() as store:
        assert store.edition() == edition


def test_the_checks_of_uploads_refuse_sectors_that_do_not_add_up(command, bps, capsys):
    bps.tables[2776, 126] = as_shipped()
    bps.tables[2776, 126]["datacontent"]["127527762007" + "12631"] *= 3
    assert command("2776", "--tahun", "2026", "--terbitkan", check=None) == 1
    assert "Jumlah" in capsys.readouterr().out
    with open_store() as store:
        assert store.edition() == 1
