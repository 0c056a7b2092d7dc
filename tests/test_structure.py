"""Imports point one way; pages stay short stories; no HTML is let through."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import data
from benchmarks import rooms_drawing
from ui.pages import ENTRIES

ROOT = Path(__file__).resolve().parents[1]
OURS = {"analysis", "data", "findings", "i18n", "pages", "reports", "ui", "wording"}
MAY_IMPORT = {
    "analysis": {"analysis"},
    "data": {"data", "i18n"},
    "findings": {"analysis", "data", "findings", "i18n"},
    "wording": {"analysis", "data", "findings", "i18n", "wording"},
    "ui": {"analysis", "data", "findings", "i18n", "ui", "wording"},
    "reports": {"analysis", "data", "findings", "i18n", "reports", "wording"},
    "pages": OURS - {"pages"},
}
WITHOUT_STREAMLIT = ("analysis", "data", "findings", "reports", "wording")
MOST_FLAT = 20
LONGEST_PAGE = 200
LONGEST_FILE = 400


def modules(folder: str) -> list[Path]:
    path = ROOT / folder
    return [path] if path.suffix == ".py" else sorted(path.rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            # `from wording import formats` names the module wording.formats
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def allowed(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_imports_point_one_way(folder: str):
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(folder)
        for name in imported(path)
        if name.split(".")[0] in OURS and not allowed(name, MAY_IMPORT[folder])
    ]
    assert not wrong


@pytest.mark.parametrize("folder", WITHOUT_STREAMLIT)
def test_knows_no_streamlit(folder: str):
    wrong = [
        str(path.relative_to(ROOT))
        for path in modules(folder)
        if any(name.split(".")[0] in ("streamlit", "streamlit_folium") for name in imported(path))
    ]
    assert not wrong


@pytest.mark.parametrize("path", modules("pages"), ids=lambda path: path.stem)
def test_page_is_a_short_story(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE


def test_files_have_one_job():
    long = [
        str(path.relative_to(ROOT))
        for folder in MAY_IMPORT
        for path in modules(folder)
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE
    ]
    assert not long


# What the telling is given: the records of a story, no function that answers.
RECORDS = {
    "findings.deals.records", "findings.deals.table", "findings.story.records", "findings.story.subjects",
}  # fmt: skip
BLOCKS = {"reports.blocks", "reports.drawing", "wording.theme", "wording.escaping"}
# The coast under a map lies in a file beside the data; a missing typeface is said in a sentence.
DRAWN_WITH = {"ground.py": {"data.geometry"}, "fonts.py": {"i18n"}}


@pytest.mark.parametrize("path", modules("reports/telling"), ids=lambda path: path.stem)
def test_telling_asks_nobody(path: Path):
    given = RECORDS | {"reports.blocks", "reports.telling", "wording", "i18n"}
    ours = [name for name in imported(path) if name.split(".")[0] in OURS]
    assert not [name for name in ours if not allowed(name, given)]


@pytest.mark.parametrize("path", modules("reports/drawing"), ids=lambda path: path.stem)
def test_drawing_knows_blocks_alone(path: Path):
    given = BLOCKS | DRAWN_WITH.get(path.name, set())
    ours = [name for name in imported(path) if name.split(".")[0] in OURS]
    assert not [name for name in ours if not allowed(name, given)]


def test_no_raw_html():
    assert not [
        str(path.relative_to(ROOT))
        for folder in ("pages", "ui")
        for path in modules(folder)
        if "unsafe_allow_html=True" in path.read_text(encoding="utf-8")
    ]


def test_a_room_is_not_a_heap_of_files():
    rooms = ("analysis", "data", "findings", "reports", "ui", "wording")
    folders = {path.parent for room in rooms for path in modules(room)}
    assert not [path for path in folders if len(list(path.glob("*.py"))) > MOST_FLAT]


def test_the_readme_lists_the_pages_of_the_navigation():
    table = (ROOT / "README.md").read_text("utf-8").split("| Halaman |")[1].split("\n\n")[0]
    listed = [line.split("|")[1].strip() for line in table.splitlines()[2:]]
    assert listed == [each.title for each in ENTRIES]


def test_the_drawing_of_the_rooms_is_that_of_the_code():
    drawn = rooms_drawing.TARGET.read_text(encoding="utf-8")
    arrows = {
        (above, below): int(count) for above, below, count in re.findall(r"(\w+) → (\w+): (\d+)", drawn)
    }
    found = rooms_drawing.imports()
    assert set(arrows) == set(found)  # else: just drawing
    for pair, count in found.items():
        assert abs(arrows[pair] - count) <= max(3, count / 4), pair
    sizes = re.findall(r"font-weight=\"600\"[^>]*>(\w+)/<.*?>([\d.]+) baris<", drawn, re.DOTALL)
    assert {room for room, _lines in sizes} == set(rooms_drawing.ROOMS)
    for room, lines in sizes:
        counted = rooms_drawing.lines(room)
        assert abs(int(lines.replace(".", "")) - counted) <= counted / 4, room


# Where labels may stand to the left of a point; the place of any other is computed.
NAMED_BY_HAND = {"ui/map/content.py"}


def test_no_member_city_is_typed_into_a_module():
    codes = {f'"{code}"' for code in data.cities().index}
    found = [
        str(path.relative_to(ROOT))
        for room in ("findings", "wording", "ui", "reports", "pages")
        for path in modules(room)
        if any(code in path.read_text(encoding="utf-8") for code in codes)
    ]
    assert set(found) <= NAMED_BY_HAND


def test_tables_are_drawn_in_one_way():
    """A bare ``st.dataframe`` shows 0.329 in Bahasa too, and nothing at all on paper."""
    assert [
        str(path.relative_to(ROOT))
        for room in ("pages", "ui")
        for path in modules(room)
        if re.search(r"\bst\.(dataframe|table)\(", path.read_text(encoding="utf-8"))
    ] == ["ui/tables.py"]
