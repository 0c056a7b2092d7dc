"""docs/pengembang.md, followed to the letter in a copy of the application."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.heavy
ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("analysis", "data", "findings", "wording", "ui", "reports", "pages", "locale", ".streamlit")
FILES = ("i18n.py", "dashboard.py", "app.py")
DRIVE = """
from pathlib import Path
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash
def opened(stem, **address):
    at = AppTest.from_string(Path("dashboard.py").read_text(encoding="utf-8"), default_timeout=120)
    at._page_hash = calc_hash(stem) if stem else ""
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception, at.exception
    return at
"""


@pytest.fixture
def copy(tmp_path) -> Path:
    for name in ROOMS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def said(root: Path, code: str) -> str:
    """Run `code` in the copy and return what it prints."""
    script = DRIVE + code
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")


def test_a_language(copy):
    append(copy / "locale/languages.csv", "fr,Français,fr_FR\n")
    catalogue = copy / "locale/fr/LC_MESSAGES/core.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "triliun"\nmsgstr "billions"\n\nmsgid "Triwulan {roman} {year}"\n'
        'msgstr "{roman}e trimestre {year}"\n',
        encoding="utf-8",
    )
    told = said(
        copy,
        "import i18n\nfrom wording import formats, periods\n"
        "with i18n.using('fr'):\n    print(formats.rupiah(1.53e12), '|', periods.quarter())\n"
        "print(opened('metode', lang='fr').title[0].value)\n",
    )
    assert "Rp 1,53 billions" in told and "Ie trimestre 2026" in told


def test_an_indicator(copy):
    path = copy / "data/facts/indicators.json"
    known = json.loads(path.read_text(encoding="utf-8"))
    known["indicators"].append(
        {
            "code": "parks_ha",
            "title": "Taman kota",
            "description": "Luas taman.",
            "unit": "indeks",
            "theme": known["indicators"][0]["theme"],
            "better": "higher",
            "rankable_years": [2025],
            "translations": {"en": {"title": "City parks", "description": "Area of parks."}},
        }
    )
    path.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    table = copy / "data/tables/indicators.csv"
    header = table.read_text(encoding="utf-8").splitlines()[0].split(",")
    row = {"region_code": "1271", "indicator": "parks_ha", "year": "2025", "value": "12.5"}
    row |= {"unit": "indeks", "source_id": "S0001"}
    append(table, ",".join(row.get(name, "") for name in header) + "\n")
    told = said(
        copy,
        "import data\nfrom data.schema import label\nfrom findings import product_map\n"
        "from findings.cities import profile as city_profile\n"
        "value = city_profile.indicators('1271').at['parks_ha', 'value']\n"
        "print(value, label('indicator', 'parks_ha', 'en'))\n"
        "print('parks_ha' in product_map.measures())\n"
        "at = opened('profil', kota='1271', bagian='indikator')\n"
        "print(any('Taman kota' in frame.value.to_string() for frame in at.dataframe))\n",
    )
    assert told.split("\n")[:3] == ["12.5 City parks", "True", "True"]


def test_a_table(copy):
    package = copy / "data/tables/datapackage.json"
    known = json.loads(package.read_text(encoding="utf-8"))
    like = next(each for each in known["resources"] if each["name"] == "awards")
    known["resources"].append(
        like | {"name": "parks", "path": "parks.csv", "schema": "schema/parks.json", "title": "Taman"}
    )
    package.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    awards = json.loads((copy / "data/tables/schema/awards.json").read_text(encoding="utf-8"))
    wanted = ("region_code", "year", "note", "source_id")
    awards["fields"] = [field for field in awards["fields"] if field["name"] in wanted]
    awards["primaryKey"] = ["region_code", "year"]
    (copy / "data/tables/schema/parks.json").write_text(json.dumps(awards), encoding="utf-8")
    (copy / "data/tables/parks.csv").write_text(
        "region_code,year,note,source_id\n1271,2025,dua taman,S0001\n", encoding="utf-8"
    )
    told = said(
        copy,
        "import data\nfrom data import validation\nframe = data.load('parks')\n"
        "print(frame.to_dict('records'))\n"
        "rows = b'region_code,year,note,source_id\\n9999,2025,x,S0001\\n'\n"
        "print(validation.check(rows, 'p.csv', 'parks').ok)\nat = opened('data', bagian='unduh')\n",
    )
    assert "'region_code': '1271'" in told and "False" in told


def test_a_page(copy):
    (copy / "pages/taman.py").write_text(
        'import streamlit as st\n\nfrom i18n import _\n\nst.title(_("Taman kota"))\n', encoding="utf-8"
    )
    navigation = copy / "ui/pages.py"
    text = navigation.read_text(encoding="utf-8")
    entry = '    PageEntry("taman", N_("Jelajah"), N_("Taman kota"), ":material/park:"),\n'
    place = text.index('    PageEntry("banding"')
    navigation.write_text(text[:place] + entry + text[place:], encoding="utf-8")
    append(copy / "locale/en/LC_MESSAGES/core.po", '\nmsgid "Taman kota"\nmsgstr "City parks"\n')
    told = said(copy, "print(opened('taman', lang='en').title[0].value)\n")
    assert told.strip() == "City parks"
