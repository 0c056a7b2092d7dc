"""Time and memory of the reports, beside the same deck made of pictures by Kaleido.

Run by hand: ``python benchmarks/reports.py``. The picture version needs the packages ``kaleido`` and
``python-pptx`` and a Chromium; without them it is left out and said so.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import plotly.graph_objects as go
from pptx import Presentation
from pptx.util import Inches

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import data
import reports
from findings import story
from reports import stories
from reports.blocks import Bars, Line

BRIEF_LIMIT_S, DECK_LIMIT_S = 1.0, 3.0
MEDAN, SIBOLGA = "1275", "1271"


def seconds(make: Callable[[], object], times: int = 5) -> float:
    """Median wall time of `make`."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        make()
        found.append(time.perf_counter() - start)
    return sorted(found)[times // 2]


def resident_mb() -> float:
    """Memory of this process in MB."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def warm_figures() -> bool:
    """Time each report on a warm server, and the first of a city nobody asked for yet."""
    cold = seconds(lambda: reports.city_brief(MEDAN), 1)
    print(f"first brief of the process                {cold:6.2f} s")
    other = seconds(lambda: reports.city_brief(SIBOLGA), 1)
    print(f"first brief of another city               {other:6.2f} s")
    brief = seconds(lambda: reports.city_brief(MEDAN))
    print(f"city brief, warm                          {brief:6.2f} s  (limit {BRIEF_LIMIT_S:g})")
    pair = seconds(lambda: reports.pair_brief(MEDAN, SIBOLGA))
    print(f"pair brief, warm                          {pair:6.2f} s")
    deck = seconds(lambda: reports.slides(MEDAN))
    print(f"deck of a city, warm                      {deck:6.2f} s  (limit {DECK_LIMIT_S:g})")
    whole = seconds(reports.slides)
    print(f"deck of Komwil I, warm                    {whole:6.2f} s")
    book = seconds(lambda: reports.workbook(MEDAN))
    print(f"workbook of a city, warm                  {book:6.2f} s")
    return brief < BRIEF_LIMIT_S and max(deck, whole) < DECK_LIMIT_S


def memory() -> bool:
    """Make brief and deck of all 24 three times over; memory must not go on growing."""
    rounds = []
    for _ in range(3):
        for code in data.cities(data.HOME_KOMWIL).index:
            reports.city_brief(code)
            reports.slides(code)
        rounds.append(resident_mb())
    print("memory after each round of all 24         " + ", ".join(f"{each:.0f}" for each in rounds) + " MB")
    return rounds[2] - rounds[1] < 40


def pictures() -> bytes:
    """The same deck as naive tools make it: every chart a picture drawn by Kaleido."""
    deck = Presentation()
    for slide in stories.tell(story.subject(MEDAN)).slides:
        page = deck.slides.add_slide(deck.slide_layouts[5])
        page.shapes.title.text = slide.title
        for block in slide.blocks:
            if isinstance(block, Bars):
                bars = go.Bar(
                    x=[each.value for each in block.items],
                    y=[each.label for each in block.items],
                    orientation="h",
                )
                figure = go.Figure(bars)
            elif isinstance(block, Line):
                figure = go.Figure(go.Scatter(x=block.years, y=block.values))
            else:
                continue
            picture = io.BytesIO(figure.to_image("png", width=1200, height=700, scale=2))
            page.shapes.add_picture(picture, Inches(0.5), Inches(1.8), width=Inches(8))
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def beside_pictures() -> None:
    """Time the deck of pictures, if this machine can make one."""
    ours = len(reports.slides(MEDAN))
    if find_spec("kaleido") is None:
        print("deck of pictures (Kaleido)                not measured: the package kaleido is not installed")
        return
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("deck of pictures (Kaleido)                not measured: no Chromium on this machine")
        return
    os.environ.setdefault("BROWSER_PATH", chromium)
    theirs = pictures()
    print(f"deck of pictures (Kaleido), warm          {seconds(pictures, 3):6.2f} s")
    print(f"size: ours, all editable {ours / 1e3:.0f} kB; pictures {len(theirs) / 1e3:.0f} kB")


def main() -> None:
    """Print everything; end with 1 if a limit is passed."""
    good = warm_figures()
    good &= memory()
    beside_pictures()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
