"""Peta Produk beside a naive streamlit-folium page, and each page's first view beside a one-line page.

Run by hand: ``python benchmarks/interaction.py [--pages beranda peta]``. One Chromium, both servers on
loopback, in one run, changes taken in turns so that the machine's moods reach both. Prints medians and
ratios; bytes are those of the line, packed as they are sent.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

from driving import CHROMIUM, FLAGS, running, wait_idle  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from benchmarks.visitors import Door, Seen, Step, Visitor  # noqa: E402
from benchmarks.wire import Counted, counted  # noqa: E402
from ui.pages import existing  # noqa: E402

CHANGES = 8
FIRST_VIEWS = 5
# A browser that is driven listens to errors, for which V8 reads the code of every function on the stack once
# more: half a second for Plotly's, which no visitor waits. Kept at the first reading, it need not.
AS_A_VISITOR_HAS_IT = "--js-flags=--no-enable-lazy-source-positions"
ALLOWED_S = 0.6, 0.3  # after the one-line page: first view, next view
TITLE, TEXT = (f'[data-testid="stMain"] {each} >> visible=true' for each in ("h1", "p"))
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
# What Streamlit's page shows where the code of a part is still read.
PLACEHOLDER = '[data-testid^="stSkeleton"], [data-testid="stAppSkeleton"]'


def change_ours(page, turn: int) -> None:
    """Press a category, or the same again to take it back."""
    page.get_by_role("button", name=["Perikanan", "Industri", "Jasa", "Pertanian"][turn % 4]).click()


def change_naive(page, turn: int) -> None:
    """Choose another category."""
    page.locator('[data-testid="stSelectbox"] input').click()
    page.get_by_role("option").nth(1 + turn % 6).click()


# When the reader pressed, and in which frame the map's marks were others. Taken by the page itself: what
# drives a browser takes time of its own to press and to ask.
WATCH = """
  if (window === top) {
    const now = () => performance.timeOrigin + performance.now();
    const seen = window.seen = {presses: [], changes: []};
    addEventListener('pointerdown', () => seen.presses.push(now()), true);
    let drawn, count = 0;
    const look = () => {
      const map = document.querySelector('iframe[title="streamlit_folium.st_folium"]')?.contentDocument;
      const marks = map?.querySelectorAll('.sk-value:not(.sk-missing), .leaflet-marker-icon b').length;
      if (marks && (map !== drawn || marks !== count)) {
        [drawn, count] = [map, marks];
        seen.changes.push(now());
      }
      requestAnimationFrame(look);
    };
    look();
  }
"""


def measure_change(page, line: Counted, change, turn: int) -> dict[str, float]:
    """Make one change of filter; return its bytes and the seconds from the last press to the map."""
    line.taken()
    page.evaluate("for (const times of Object.values(seen)) times.length = 0")
    change(page, turn)
    wait_for_map(page)
    wait_idle(page, settle_ms=700)
    seen = page.evaluate("seen")
    return {
        "bytes": line.taken(),
        "shown_s": (seen["changes"][0] - seen["presses"][-1]) / 1000,
    }


def wait_for_map(page) -> None:
    """Wait until the map's marks have become others; TimeoutError after a minute.

    Asked again and again from outside, as the page's own policy lets no text run as a script.
    """
    limit = time.perf_counter() + 60
    while not page.evaluate("seen.changes.length"):
        if time.perf_counter() > limit:
            raise TimeoutError("the map did not change")
        page.wait_for_timeout(20)


def opened(browser, url: str):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH)
    page.goto(url)
    wait_idle(page)
    wait_for_map(page)
    page.wait_for_timeout(4000)
    return page


def compare_changes(browser, ours: Counted, naive: Counted) -> None:
    """Print bytes over the line and time to the map for a filter change, ours beside naive."""
    pages = {
        "ours": (opened(browser, f"{ours.address}/peta"), ours, change_ours),
        "naive": (opened(browser, naive.address), naive, change_naive),
    }
    found: dict[str, list[dict]] = {name: [] for name in pages}
    for turn in range(CHANGES):
        for name, (page, line, change) in pages.items():
            found[name].append(measure_change(page, line, change, turn))
    print(f"filter change, median of {CHANGES}:")
    for figure, unit in (("bytes", "B"), ("shown_s", "s")):
        mine, theirs = (statistics.median(row[figure] for row in found[name]) for name in ("ours", "naive"))
        print(
            f"  {figure:9} ours {mine:12.3f} {unit}  naive {theirs:12.3f} {unit}  ratio 1/{theirs / mine:.1f}"
        )


def compare_server_time(ours: str, naive: str) -> None:
    """Print a change of category as the socket sees it, from asking to the run's end: no browser draws."""
    mine = asyncio.run(changes(ours, Step("peta", "", 40), "Kategori produk"))
    theirs = asyncio.run(changes(naive, Step("", "", 2), "Kategori"))
    mine_s, theirs_s = statistics.median(mine), statistics.median(theirs)
    print(f"script alone, median of {len(mine)}: ours {mine_s:.3f} s  naive {theirs_s:.3f} s", end="  ")
    print(f"ratio 1/{theirs_s / mine_s:.1f}")


async def changes(address: str, step: Step, label: str) -> list[float]:
    """Return the seconds that choosing another option takes a visitor who has the view open.

    Each option was chosen once before, so that the server is warm on both sides.
    """
    seen = Seen()
    async with Door(address, int(address.rpartition(":")[2])).opened() as socket:
        visitor = Visitor(socket, seen)
        await visitor.open(step)
        options = len(visitor.controls[label].options)
        for turn in range(options + CHANGES):
            await visitor.choose(step, label, turn % options)
    if seen.errors:
        raise RuntimeError(f"a page does not run: {dict(seen.errors)}")
    return seen.seconds[step][-CHANGES:]


class View(NamedTuple):
    """Seconds from the request until the answer stands there, the page rests, no part is missing; bytes."""

    answer_s: float
    rest_s: float
    whole_s: float
    bytes: float


def view(context, line: Counted, path: str, answer_at: str) -> View:
    """Open a path of the server behind `line` in a new tab; its answer is what `answer_at` selects."""
    page = context.new_page()
    line.taken()
    begun = time.perf_counter()
    page.goto(f"{line.address}/{path}", wait_until="commit")
    page.wait_for_selector(answer_at, timeout=60_000)
    answer = time.perf_counter() - begun
    page.wait_for_selector(IDLE, timeout=60_000)
    rest = time.perf_counter() - begun
    page.locator(PLACEHOLDER).first.wait_for(state="detached", timeout=60_000)
    whole = time.perf_counter() - begun
    page.wait_for_load_state("networkidle", timeout=60_000)
    page.close()
    return View(answer, rest, whole, line.taken())


def visit(browser, line: Counted, path: str = "", answer_at: str = TITLE) -> tuple[View, View]:
    """Return the first and the next view of a new visitor."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    cold, warm = (view(context, line, path, answer_at) for _time in range(2))
    context.close()
    return cold, warm


def median(seen: list[tuple[View, View]]) -> tuple[View, View]:
    """Return the median of first views and of next views, figure by figure."""
    cold, warm = (View(*map(statistics.median, zip(*each, strict=True))) for each in zip(*seen, strict=True))
    return cold, warm


def compare_first_views(browser, ours: Counted, one_line: Counted, stems: list[str]) -> None:
    """Print each page's first and second view on a warm server beside a one-line page's, and its bytes."""
    for stem in stems:
        visit(browser, ours, stem)
    visit(browser, one_line, answer_at=TEXT)
    base: list[tuple[View, View]] = []
    mine: dict[str, list[tuple[View, View]]] = {stem: [] for stem in stems}
    for _ in range(FIRST_VIEWS):
        base.append(visit(browser, one_line, answer_at=TEXT))
        for stem in stems:
            mine[stem].append(visit(browser, ours, stem))
    plain = median(base)
    print(
        f"views on a warm server, median of {FIRST_VIEWS}, plain HTTP (gzip); one-line page cold: text "
        f"{plain[0].answer_s:.2f} s, at rest {plain[0].rest_s:.2f} s, whole {plain[0].whole_s:.2f} s, "
        f"{plain[0].bytes / 1e6:.2f} MB; warm: {plain[1].answer_s:.2f} s, {plain[1].rest_s:.2f} s, "
        f"{plain[1].whole_s:.2f} s. Ours after it, "
        f"allowed {ALLOWED_S[0]:g} s cold and {ALLOWED_S[1]:g} s warm:"
    )
    for stem, seen in mine.items():
        told = [f"  {stem:17}"]
        for name, own, other, allowed in zip(("cold", "warm"), median(seen), plain, ALLOWED_S, strict=True):
            later = [ours - theirs for ours, theirs in zip(own[:3], other[:3], strict=True)]
            said = (
                f"{what} {seconds:+.2f} s{'' if seconds <= allowed else ' OVER'}"
                for what, seconds in zip(("answer", "at rest", "whole"), later, strict=True)
            )
            told.append(f"{name}: {', '.join(said)}")
        print("  ".join(told), f" {median(seen)[0].bytes / 1e6:.2f} MB")


def main() -> None:
    """Start the servers, time the scripts alone, then start a Chromium; print all comparisons."""
    every = [entry.stem for entry in existing()]
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", nargs="*", default=every, choices=every, metavar="PAGE")
    stems = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "line.py").write_text(
            'import streamlit as st\n\nst.write("satu baris")\n', encoding="utf-8"
        )
        with (
            running() as ours,
            running("app.py", ROOT / "benchmarks" / "naive") as naive,
            running("line.py", Path(folder)) as one_line,
            counted(ours) as our_line,
            counted(naive) as naive_line,
            counted(one_line) as its_line,
        ):
            compare_server_time(ours, naive)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=CHROMIUM, args=[*FLAGS, AS_A_VISITOR_HAS_IT]
                )
                compare_changes(browser, our_line, naive_line)
                compare_first_views(browser, our_line, its_line, stems)
                browser.close()


if __name__ == "__main__":
    main()
