"""Draw the rooms and the imports between them, from the code: writes ``docs/gambar/ruang.svg``."""

from __future__ import annotations

import ast
from collections import Counter
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "gambar" / "ruang.svg"
# Where each room stands: column, row, and what it is for.
ROOMS = {
    "pages": (1, 0, "cerita pendek tiap halaman"),
    "ui": (0, 1, "bingkai, pilihan, gambar; satu folder satu pokok"),
    "reports": (2, 1, "salindia, lembar ringkas, naskah, buku kerja"),
    "wording": (1, 2, "yang ditulis sama di layar dan kertas"),
    "findings": (1, 3, "data bertemu analisis, satu berkas satu pertanyaan"),
    "analysis": (0, 4, "ilmu wilayah murni"),
    "data": (2, 4, "tabel, skema, pemeriksaan, versi"),
}
WIDTH, HEIGHT, ACROSS, DOWN, MARGIN = 250, 74, 290, 122, 24


def imports() -> Counter[tuple[str, str]]:
    """Count the files of each room that import another."""
    found: Counter[tuple[str, str]] = Counter()
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            named = {
                node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
            }
            named |= {
                each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names
            }
            found.update({(room, name.split(".")[0]) for name in named if name.split(".")[0] in ROOMS})
    return Counter({pair: count for pair, count in found.items() if pair[0] != pair[1]})


def lines(room: str) -> int:
    """Count a room's lines of Python."""
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / room).rglob("*.py"))


def drawing() -> str:
    """Return the drawing as SVG."""
    middle = {
        room: (MARGIN + column * ACROSS + WIDTH / 2, MARGIN + row * DOWN + HEIGHT / 2)
        for room, (column, row, _job) in ROOMS.items()
    }
    width, height = 2 * ACROSS + WIDTH + 2 * MARGIN, 4 * DOWN + HEIGHT + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="Source Sans 3, sans-serif">',
        '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
        'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" fill="#5b6b69"/></marker>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for (above, below), count in sorted(imports().items()):
        (x1, y1), (x2, y2) = middle[above], middle[below]
        y1, y2 = y1 + HEIGHT / 2, y2 - HEIGHT / 2 - 2
        parts.append(
            f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="#5b6b69" '
            f'stroke-opacity=".55" stroke-width="{1 + count**0.5 / 3:.1f}" marker-end="url(#tip)">'
            f"<title>{above} → {below}: {count}</title></line>"
        )
    for room, (_column, _row, job) in ROOMS.items():
        x, y = middle[room]
        size = f"{lines(room):,}".replace(",", ".")
        parts.append(
            f'<rect x="{x - WIDTH / 2:g}" y="{y - HEIGHT / 2:g}" width="{WIDTH}" height="{HEIGHT}" rx="8" '
            'fill="#e8f3f2" stroke="#0b6e69"/>'
            f'<text x="{x:g}" y="{y - 10:g}" text-anchor="middle" font-size="19" font-weight="600" '
            f'fill="#17211f">{room}/</text>'
            f'<text x="{x:g}" y="{y + 9:g}" text-anchor="middle" font-size="11" fill="#17211f">'
            f"{escape(job)}</text>"
            f'<text x="{x:g}" y="{y + 26:g}" text-anchor="middle" font-size="12" fill="#0b6e69">'
            f"{size} baris</text>"
        )
    return "\n".join([*parts, "</svg>", ""])


def main() -> None:
    """Write the drawing."""
    TARGET.write_text(drawing(), encoding="utf-8")
    print(TARGET.relative_to(ROOT))


if __name__ == "__main__":
    main()
