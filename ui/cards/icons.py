"""Pictograms of goods and ways: drawn here as SVG, shown as an image because ``st.html`` drops inline SVG."""

from __future__ import annotations

import base64
from functools import lru_cache

# ruff: noqa: E501 - a path of a drawing has no place to break
FISH, FARM, EGG, CRAFT, PLAIN = "#0072B2", "#007F5C", "#8A5A00", "#A2497F", "#5B6966"

_LEAF = "M22 34V22M22 24c-6 0-9-4-9-9 6 0 9 3 9 9zM22 22c0-6 3-9 9-10 0 6-3 10-9 10z"
_SHAPES = {
    "ikan": (FISH, '<path fill="#fff" d="M8 22c4-7 13-9 20-4l7-5v18l-7-5c-7 5-16 3-20-4z"/>'
                   f'<circle cx="15" cy="20.5" r="1.9" fill="{FISH}"/>'),
    "cabai": (FARM, '<path fill="#fff" d="M27 10c2 0 3 1 3 3 3 9-5 19-17 21 6-5 9-11 10-19 0-3 2-5 4-5z"/>'
                    '<path fill="none" stroke="#fff" stroke-width="2.4" d="M28 10c0-2 1-4 3-5"/>'),
    "sayur": (FARM, f'<path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" d="{_LEAF}"/>'),
    "buah": (FARM, '<path fill="#fff" d="M22 16c3-4 11-3 11 5 0 7-5 13-11 13s-11-6-11-13c0-8 8-9 11-5z"/>'
                   '<path fill="none" stroke="#fff" stroke-width="2.4" d="M22 15c0-4 2-6 5-7"/>'),
    "telur": (EGG, '<path fill="#fff" d="M22 9c6 0 10 9 10 15a10 10 0 0 1-20 0c0-6 4-15 10-15z"/>'),
    "daging": (EGG, '<path fill="#fff" d="M12 27c-3-8 4-17 13-16 7 1 10 8 7 13-3 6-10 4-13 8-2 3-6 1-7-5z"/>'
                    f'<circle cx="26" cy="18" r="3" fill="{EGG}"/>'),
    "beras": (EGG, '<path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" '
                   'd="M22 35V14M22 18l-6-5M22 18l6-5M22 24l-7-5M22 24l7-5M22 30l-7-5M22 30l7-5M22 14v-5"/>'),
    "kerajinan": (CRAFT, '<path fill="#fff" d="M11 13h22v18H11z"/>'
                         f'<path fill="none" stroke="{CRAFT}" stroke-width="2" d="M11 19h22M11 25h22M18 13v18M26 13v18"/>'),
    "lain": (PLAIN, '<path fill="none" stroke="#fff" stroke-width="2.6" stroke-linejoin="round" '
                    'd="M10 16l12-6 12 6v12l-12 6-12-6zM10 16l12 6 12-6M22 22v12"/>'),
}  # fmt: skip
_WAYS = {
    "darat": '<path fill="none" stroke="{ink}" stroke-width="1.8" d="M1 4h12v9H1zM13 7h4l3 3v3h-7z"/>'
             '<circle cx="6" cy="14" r="2.2" fill="{ink}"/><circle cx="16" cy="14" r="2.2" fill="{ink}"/>',
    "laut": '<path fill="none" stroke="{ink}" stroke-width="1.8" stroke-linejoin="round" '
            'd="M2 10h18l-3 5H5zM6 10V5h8l3 5"/>',
}  # fmt: skip
# Goods by what their code begins with or holds; the rest is a parcel.
_OF_GOOD = (
    ("cabai", "cabai"), ("telur", "telur"), ("daging", "daging"), ("ayam", "daging"), ("sapi", "daging"),
    ("susu", "telur"), ("beras", "beras"), ("gabah", "beras"), ("padi", "beras"), ("ikan", "ikan"),
    ("nila", "ikan"), ("lele", "ikan"), ("patin", "ikan"), ("gurame", "ikan"), ("bandeng", "ikan"),
    ("gabus", "ikan"), ("mujair", "ikan"), ("udang", "ikan"), ("terasi", "ikan"), ("rebon", "ikan"),
    ("sayur", "sayur"), ("bawang", "sayur"), ("kubis", "sayur"), ("wortel", "sayur"), ("buncis", "sayur"),
    ("tomat", "sayur"), ("kentang", "sayur"), ("sawi", "sayur"), ("jeruk", "buah"), ("pisang", "buah"),
    ("salak", "buah"), ("nanas", "buah"), ("alpukat", "buah"), ("duku", "buah"), ("rambutan", "buah"),
    ("jambu", "buah"), ("durian", "buah"), ("tenun", "kerajinan"), ("batik", "kerajinan"),
    ("sulam", "kerajinan"), ("songket", "kerajinan"), ("bordir", "kerajinan"), ("anyam", "kerajinan"),
)  # fmt: skip


def kind_of(good: str) -> str:
    """Return which pictogram stands for a good by its code or name."""
    text = good.casefold()
    return next((kind for part, kind in _OF_GOOD if part in text.replace("-", "_")), "lain")


@lru_cache(maxsize=64)
def _image(svg: str, width: int, height: int, kind: str) -> str:
    data = base64.b64encode(svg.encode()).decode()
    # The word beside it says what it is: nothing to read out.
    size = f'width="{width}" height="{height}"'
    return f'<img class="{kind}" alt="" {size} src="data:image/svg+xml;base64,{data}">'


def good(code: str) -> str:
    """Return the pictogram of a good as an image."""
    ground, shape = _SHAPES[kind_of(code)]
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44">'
        f'<rect width="44" height="44" rx="9" fill="{ground}"/>{shape}</svg>'
    )
    return _image(svg, 44, 44, "gambar")


def way(sea: bool, *, dark: bool = False) -> str:
    """Return a lorry or a ship."""
    ink = "#C7D3D0" if dark else "#3F4D4A"
    shape = _WAYS["laut" if sea else "darat"].format(ink=ink)
    return _image(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 18">{shape}</svg>', 22, 18, "jalan"
    )
