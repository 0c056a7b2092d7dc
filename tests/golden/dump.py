"""Write down all the application shows and says, and compare two such dumps.

    python tests/golden/dump.py write var/before --root ../at-an-older-commit
    python tests/golden/dump.py write var/after [--all] [--cities 1271,1275] [--pages mitra,profil]
    python tests/golden/dump.py compare var/before var/after [--ignore REGEX] [--lines 40]

Content is compared (texts, figures, numbers in files), not bytes. A refactoring is right when `compare`
answers nothing, or only what was meant to change.
"""

from __future__ import annotations

import argparse
import difflib
import re
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path

import writing

HERE = Path(__file__).resolve().parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    write = commands.add_parser("write")
    write.add_argument("folder", type=Path)
    write.add_argument("--root", type=Path, default=HERE.parents[1], help="where the code lies")
    write.add_argument("--all", action="store_true", help="all 34 cities instead of six")
    write.add_argument("--cities", help="codes, with commas")
    write.add_argument("--pages", help="addresses of pages, with commas")
    write.add_argument("--only", choices=("screens", "papers", "answers"))
    write.add_argument("--jobs", type=int, default=2)
    compared = commands.add_parser("compare")
    compared.add_argument("before", type=Path)
    compared.add_argument("after", type=Path)
    compared.add_argument("--ignore", help="lines that match this do not count")
    compared.add_argument("--lines", type=int, default=40, help="differing lines shown of each file")
    options = parser.parse_args()
    return written(options) if options.command == "write" else compare(options)


def written(options) -> int:
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    root = options.root.resolve()
    with ProcessPoolExecutor(options.jobs, initializer=writing.enter, initargs=(root,)) as pool:
        cities = (
            tuple(options.cities.split(","))
            if options.cities
            else pool.submit(writing.cities, options.all).result()
        )
        pages = tuple(options.pages.split(",")) if options.pages else pool.submit(writing.pages).result()
        tasks: list[Future[int]] = []
        if options.only in (None, "answers"):
            tasks.append(pool.submit(writing.answers, folder, cities))
        if options.only in (None, "papers"):
            pairs = list(pairwise(cities))
            subjects = [(None, None), *((city, None) for city in cities), *((None, pair) for pair in pairs)]
            tasks += [pool.submit(writing.papers, folder, *subject) for subject in subjects]
        if options.only in (None, "screens"):
            tasks += [pool.submit(writing.screens, folder, page, cities) for page in pages]
        failed = sum(task.result() for task in tasks)
    print(f"{len(list(folder.iterdir()))} files in {folder}, {failed} views failed")
    return int(failed > 0)


def compare(options) -> int:
    ignored = re.compile(options.ignore) if options.ignore else None
    names = sorted({path.name for folder in (options.before, options.after) for path in folder.iterdir()})
    different = 0
    for name in names:
        old, new = (_read(folder / name, ignored) for folder in (options.before, options.after))
        if old == new:
            continue
        different += 1
        print(f"== {name}")
        changes = [
            line[:300]
            for line in difflib.unified_diff(old, new, n=0, lineterm="")
            if not line.startswith(("---", "+++", "@@"))
        ]
        print("\n".join(changes[: options.lines]))
        if len(changes) > options.lines:
            print(f"   … {len(changes) - options.lines} more lines")
    print(f"{different} of {len(names)} files differ")
    return int(different > 0)


def _read(path: Path, ignored: re.Pattern[str] | None) -> list[str]:
    if not path.exists():
        return ["(not there)"]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not (ignored and ignored.search(line))]


if __name__ == "__main__":
    raise SystemExit(main())
