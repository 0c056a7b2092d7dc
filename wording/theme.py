"""Colours and symbols, the same on screen, on paper and in slides."""

from __future__ import annotations

ACCENT = "#0B6E69"
INK = "#17211F"
INK_ON_DARK = "#EAF2F0"
MUTED = "#6B6B6B"
MISSING = "#BDBDBD"
SUPPLY = "#0072B2"
NEED = "#D55E00"

# Okabe-Ito, told apart by colour-blind people; each category has a symbol beside its colour.
CATEGORY_COLOURS = {
    "kerajinan": "#CC79A7",
    "kuliner": "#E69F00",
    "pertanian": "#009E73",
    "perikanan": "#0072B2",
    "industri": "#D55E00",
    "pariwisata": "#56B4E9",
    "jasa": "#6B6B6B",
}
CATEGORY_SYMBOLS = {
    "kerajinan": "◆",
    "kuliner": "●",
    "pertanian": "▲",
    "perikanan": "▼",
    "industri": "■",
    "pariwisata": "★",
    "jasa": "✚",
}
# For up to six cities side by side.
SERIES = ["#0B6E69", "#D55E00", "#0072B2", "#CC79A7", "#E69F00", "#56B4E9"]
SEQUENTIAL = ["#FFFFCC", "#C7E9B4", "#7FCDBB", "#41B6C4", "#2C7FB8", "#253494"]  # YlGnBu, ColorBrewer
DIVERGING = ["#542788", "#998EC3", "#D8DAEB", "#F7F7F7", "#FEE0B6", "#F1A340", "#B35806"]  # PuOr
