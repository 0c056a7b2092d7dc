"""How wide and how tall words come out, so that what is set on a slide is known to fit."""

from __future__ import annotations

from reports.drawing import fonts

INCH = 72.0  # points
LEADING = 1.2
# Slides are set in Calibri or what stands in for it; measured in Source Sans, which is a little wider
# than Calibri, with room for a wider stand-in.
WIDER, BOLDER = 1.06, 1.08
MEAN_SIGN = 0.55  # of the size, where the typeface to measure with is missing


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Width of `words` on one line, in inches, at `size` points."""
    try:
        wide = fonts.text_width(words, size, bold=bold)
    except fonts.FontMissing:
        wide = len(words) * size * MEAN_SIGN
    return wide * (BOLDER if bold else WIDER) / INCH


def lines(words: str, size: float, room: float, *, bold: bool = False) -> int:
    """Lines `words` need in `room` inches; a word wider than the room breaks over several."""
    count, used = 1, 0.0
    space = width("n n", size, bold=bold) - width("nn", size, bold=bold)
    for word in words.split(" "):
        wide = width(word, size, bold=bold)
        if used and used + space + wide > room:
            count, used = count + 1, 0.0
        used += wide + (space if used else 0)
        while used > room:
            count, used = count + 1, used - room
    return count


def height(count: int, size: float) -> float:
    """Height of `count` lines in inches."""
    return count * size * LEADING / INCH
