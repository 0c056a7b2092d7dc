"""Another Komwil runs the dashboard with its data only: Komwil II at home, and invented cities elsewhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import invented
import pytest

from data import territory
from data.territory import BadTerritory, Territory

CRAWL = Path(__file__).with_name("crawl.py")
PAGES = 13
# Komwil I itself; not the list that names both.
KOMWIL_I = re.compile(r"Komwil I(?![IV])(?! (dan|and) II)")


def begun(**settings: str) -> subprocess.Popen:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SINERGI_")}
    return subprocess.Popen(
        [sys.executable, CRAWL],
        env={**environment, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the dashboards say: by name of the territory, the home's name and text by page and file."""
    folder = invented.write(tmp_path_factory.mktemp("rekaan"))
    running = {
        "II": begun(SINERGI_KOMWIL="II"),
        "rekaan": begun(SINERGI_DATA=str(folder)),
    }
    found = {}
    for name, process in running.items():
        out, err = process.communicate(timeout=240)
        assert process.returncode == 0, err[-3000:]
        found[name] = json.loads(out)
    return found


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("name", "home"), [("II", "10 kota Komwil II"), ("rekaan", "6 kota Komwil VI")], ids=["II", "rekaan"]
)
def test_every_page_and_file_of_another_komwil(told, name, home):
    dashboard = told[name]
    assert dashboard["home"] == home
    stems = {key.partition("/")[0] for key in dashboard["texts"] if "/" in key}
    assert len(stems) >= PAGES
    wrong = {
        key: line
        for key, text in dashboard["texts"].items()
        for line in text.splitlines()
        if KOMWIL_I.search(line)
    }
    assert not wrong
    counted = {
        key: line
        for key, text in dashboard["texts"].items()
        for line in text.splitlines()
        if re.search(r"\b24 (kota|cities)\b", line)
    }
    assert not counted
    own = home.partition("kota ")[2]
    assert f"APEKSI {own}: potensi dan kerja sama" in dashboard["texts"]["slides"]


@pytest.mark.heavy
def test_yardsticks_stand_on_all_regions_and_goods_are_the_invented_ones(told):
    texts = told["rekaan"]["texts"]
    assert "Indonesia (jumlah 520 kabupaten/kota)" in texts["profil/id"]
    assert "Nusa Rekaan (jumlah 6 kabupaten/kota)" in texts["profil/id"]
    assert "Komwil VI (jumlah 6 kota)" in texts["profil/id"]
    assert "bawang merah" in texts["beranda/id"]
    shown = texts["peta/id"] + texts["mitra/id"] + texts["profil/id"] + texts["slides"]
    assert not re.search(r"\b(Medan|Sibolga|Batam|Palembang)\b", shown)
    # Nobody knows who sells abroad of the interregional table: said, not broken.
    assert "Tabel antarprovinsi tidak memuat" in texts["dampak/id"]


def test_home_is_komwil_i_unless_said_otherwise():
    assert territory.read({}) == Territory()
    assert territory.read({"SINERGI_KOMWIL": "", "SINERGI_DATA": " "}) == Territory()
    assert territory.read({"SINERGI_KOMWIL": "II"}).komwil == "II"


def test_a_folder_describes_itself(tmp_path):
    folder = invented.write(tmp_path / "rekaan")
    home = territory.read({"SINERGI_DATA": str(folder)})
    assert (home.komwil, home.island, home.provinces) == ("VI", "Nusa Rekaan", ("98",))
    assert home.file("tables", "products.csv").is_relative_to(folder)
    assert home.file("tables", "sectors.csv") == territory.SHIPPED / "tables" / "sectors.csv"
    assert home.own("geo", "lakes.geojson") is None
    assert territory.read({"SINERGI_DATA": str(folder), "SINERGI_KOMWIL": "V"}).komwil == "V"


@pytest.mark.parametrize("content", [None, "{", "[]", "{}"])
def test_a_folder_that_does_not_is_told(tmp_path, content):
    if content is not None:
        (tmp_path / "rumah.json").write_text(content)
    with pytest.raises(BadTerritory, match=r"rumah\.json"):
        territory.read({"SINERGI_DATA": str(tmp_path)})


@pytest.mark.parametrize("settings", [{"SINERGI_KOMWIL": "IX"}, {"SINERGI_DATA": "/tidak/ada"}])
def test_a_start_without_a_home_says_why(settings):
    environment = {**os.environ, **settings}
    code = "import data"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=territory.SHIPPED.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert f"BadTerritory: {next(iter(settings))}" in done.stderr


def looked_through(folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "data.own_folder"],
        env={**os.environ, "SINERGI_DATA": str(folder)},
        cwd=territory.SHIPPED.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_folder_is_looked_through_before_it_is_used(tmp_path):
    folder = invented.write(tmp_path / "rekaan")
    good = looked_through(folder)
    assert (good.returncode, good.stdout) == (0, "Komwil VI: 6 anggota.\nTidak ada masalah.\n"), good.stderr
    products = (folder / "tables" / "products.csv").read_text()
    (folder / "tables" / "products.csv").write_text(products.replace("kuliner", "makanan enak"))
    (folder / "tables" / "produk.csv").write_text("a,b\n1,2\n")
    for name in ("grdp_totals", "grdp_sectors"):
        rows = (folder / "tables" / f"{name}.csv").read_text().splitlines()
        kept = [line for line in rows if not line.startswith("9873")]
        (folder / "tables" / f"{name}.csv").write_text("\n".join(kept) + "\n")
    bad = looked_through(folder)
    assert bad.returncode == 1, bad.stderr
    said = bad.stdout.splitlines()
    assert any(line.startswith("tables/products.csv, baris 4, category:") for line in said)
    assert "tables/produk.csv: tidak ada tabel bernama itu." in said
    assert "Tidak ada tahun yang grdp_totals-nya lengkap bagi semua anggota." in said
    assert any(line.startswith("Tanpa grdp_sectors") and line.endswith(": 9873.") for line in said)


def test_no_sentence_names_the_first_komwil():
    """A sentence says whose dashboard this is by ``wording.names.home_komwil``."""
    catalogues = (territory.SHIPPED.parent / "locale").rglob("*.po")
    written = {file.name: re.sub(r'"\n"', "", file.read_text(encoding="utf-8")) for file in catalogues}
    said = {name: re.findall(r'^msgid ".*Komwil I(?![IV]).*"$', text, re.M) for name, text in written.items()}
    assert not {name: found for name, found in said.items() if found}
