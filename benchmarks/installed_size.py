"""Print what the requirements take on disk: the application alone, and with what only checks need.

Counts the files of every distribution installed in this environment that a requirements file names, by
itself or through others.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
RUNNING, CHECKS = "requirements.txt", "requirements-dev.txt"
PYTEST = "# Running pytest"


def named(path: Path, until: str = "") -> list[str]:
    """Return the requirements a file names, up to a comment; files it includes are left out."""
    text = path.read_text(encoding="utf-8")
    lines = (text.split(until)[0] if until else text).splitlines()
    return [line.split("#")[0].strip() for line in lines if re.match(r"[A-Za-z]", line)]


def reached(wanted: list[str]) -> dict[str, Distribution]:
    """Return every installed distribution that the requirements need, by name."""
    found: dict[str, Distribution] = {}
    waiting = [(Requirement(each), "") for each in wanted]
    while waiting:
        need, extra = waiting.pop()
        if need.marker is not None and not need.marker.evaluate({"extra": extra}):
            continue
        try:
            known = distribution(need.name)
        except PackageNotFoundError:
            continue
        name = known.metadata["Name"].lower()
        if name in found and not need.extras:
            continue
        found[name] = known
        for each in known.requires or ():
            waiting += [(Requirement(each), extra) for extra in ("", *need.extras)]
    return found


def megabytes(packages: dict[str, Distribution]) -> float:
    """Return the size of the packages' files in MB, compiled Python files left out."""
    files = {
        str(known.locate_file(file))
        for known in packages.values()
        for file in known.files or ()
        if file.suffix != ".pyc"
    }
    return sum(Path(file).stat().st_size for file in files if Path(file).is_file()) / 1e6


def main() -> None:
    """Print the sizes."""
    running = named(ROOT / RUNNING, PYTEST)
    for label, wanted in (
        ("application", running),
        ("application and pytest", named(ROOT / RUNNING)),
        ("all checks", [*named(ROOT / RUNNING), *named(ROOT / CHECKS)]),
    ):
        packages = reached(wanted)
        print(f"{label}: {megabytes(packages):.0f} MB in {len(packages)} packages")


if __name__ == "__main__":
    main()
