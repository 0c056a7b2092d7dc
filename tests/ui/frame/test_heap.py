"""The heap is collected once and frozen when the pages are warm; Streamlit does not collect it each run."""

from __future__ import annotations

import gc
import tomllib
from collections import deque
from pathlib import Path

from ui.frame.running import heap

ROOT = Path(__file__).resolve().parents[3]


def test_streamlit_is_told_not_to_collect_after_each_run():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["runner"]["postScriptGC"] is False
    assert gc.isenabled()


def test_frozen_once_after_warming_up(monkeypatch):
    monkeypatch.setattr(heap, "_runs", 0)
    monkeypatch.setattr(heap, "_frozen", False)
    before = gc.get_freeze_count()
    try:
        for _run in range(heap.RUNS_TO_WARM - 1):
            heap.after_run()
        assert not heap.frozen()
        assert gc.get_freeze_count() == before
        heap.after_run()
        assert heap.frozen()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


def test_garbage_made_after_freezing_is_found_early(monkeypatch):
    monkeypatch.setattr(heap, "_runs", heap.RUNS_TO_WARM - 1)
    monkeypatch.setattr(heap, "_frozen", False)
    tables = [{number: [number]} for number in range(200_000)]
    try:
        heap.after_run()
        before = gc.get_stats()[2]["collections"]
        held: deque = deque(maxlen=3_000)
        for _ in range(200_000):
            knot: list = []
            knot.append(knot)
            held.append(knot)
        # Left to count from the frozen heap, Python would wait for a quarter of it.
        assert gc.get_stats()[2]["collections"] > before
    finally:
        gc.unfreeze()
        tables.clear()
