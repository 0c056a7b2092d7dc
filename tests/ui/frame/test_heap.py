"""The heap is collected once and frozen when the pages are warm; Streamlit does not collect it each run."""

from __future__ import annotations

import gc
import tomllib
from pathlib import Path

from ui.frame import heap

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
