"""The work of the dump's processes. A module of its own: Streamlit takes the place of ``__main__``."""

from __future__ import annotations

import logging
import os
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LANGUAGES = ("id", "en")


def enter(root: Path) -> None:
    """Let a worker run the code at `root`, whatever commit it is of."""
    logging.disable(logging.WARNING)
    os.chdir(root)
    sys.path[:0] = [str(root), str(HERE)]


def cities(everything: bool) -> tuple[str, ...]:
    import asked

    import data

    return tuple(data.cities().index) if everything else asked.FEW


def pages() -> tuple[str, ...]:
    named = {"meja_data": "data"}
    return tuple(named.get(path.stem, path.stem) for path in sorted(Path("pages").glob("*.py")))


def keep(folder: Path, name: str, lines: list[str]) -> None:
    safe = re.sub(r"[^\w.,=+-]", "_", name)
    (folder / f"{safe}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def screens(folder: Path, page: str, cities: tuple[str, ...]) -> int:
    import asked
    import screens

    failed = 0
    for name, address in asked.views(cities, (page,)):
        for language in LANGUAGES:
            where = ",".join(f"{key}={value}" for key, value in address.items())
            try:
                lines = screens.show(name, language, address)
            except RuntimeError as error:  # AppTest's own time limit
                lines = [f"failed {error}"]
                failed += 1
            keep(folder, f"screen {name} {where} {language}", lines)
    return failed


def papers(folder: Path, city: str | None, pair: tuple[str, str] | None) -> int:
    import papers

    for language in LANGUAGES:
        for kind, lines in papers.of(city, pair, language).items():
            keep(folder, f"paper {kind} {city or '-'.join(pair or ('all',))} {language}", lines)
    return 0


def answers(folder: Path, cities: tuple[str, ...]) -> int:
    import answers

    for name, lines in answers.all_of(cities):
        keep(folder, f"finding {name}", lines)
    return 0
