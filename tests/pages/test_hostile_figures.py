"""Hostile texts in charts: labels and hover boxes read a little HTML, also where no browser looks."""

from __future__ import annotations

import json
from collections.abc import Iterator

import hostile_texts
import pytest
from framed import opened

from data import store as stores
from data.store import open_store
from ui import pages

PARTS = {
    "profil": ["struktur", "mitra", "produk", "pangan", "aplikasi"],
    "aplikasi": ["katalog", "matriks", "replikasi", "jaringan"],
    "kerja_sama": ["daftar"],
}
VIEWS = [(entry.stem, part) for entry in pages.existing() for part in PARTS.get(entry.stem, [""])]
FIRST = ("beranda", "pangan", "banding", "aplikasi")
SIGNS = (f"<b>{hostile_texts.BOLD}", "<img", "<a href", "$\\mathrm", "%{x}")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("hostile") / "s.db") as store:
        hostile_texts.publish(store, names=True)
        stores.activate(store)
        yield
        stores.activate(None)


def texts(spec: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(spec, str):
        yield path, spec
    elif isinstance(spec, dict):
        for name, value in spec.items():
            yield from texts(value, f"{path}.{name}")
    elif isinstance(spec, list):
        for value in spec:
            yield from texts(value, path)


@pytest.mark.parametrize(
    ("stem", "part"),
    [pytest.param(*each, marks=() if each[0] in FIRST else pytest.mark.heavy) for each in VIEWS],
)
def test_no_text_of_the_data_is_markup_in_a_chart(hostile, stem, part):
    at = opened(stem, **({"bagian": part} if part else {}))
    found = {
        path
        for chart in at.get("plotly_chart")
        for path, text in texts(json.loads(chart.proto.spec))
        if any(sign in text for sign in SIGNS) and hostile_texts.BOLD in text
    }
    assert not found
