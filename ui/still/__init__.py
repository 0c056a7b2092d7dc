"""Charts and maps as pictures in the page: no Plotly in the browser, half of a first visit.

What a reader asks of them is where things are, how long a bar is and what a mark means: the words beside a
mark come by CSS (``ui/assets/shell.css``), the picture can be taken along like a chart
(``ui/assets/picture.js``). What is moved, zoomed or played stays a chart of Plotly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from ui import charts_map
from ui.still import cells, lines, maps, playing, quadrants, rows


@dataclass(frozen=True)
class Pictures:
    """A function of a module, its arguments, how what it makes is drawn, and the widths to draw it for."""

    make: Callable[..., Any]
    arguments: tuple
    widths: tuple[float, ...]

    def drawn(self, alt: str) -> str:
        """Return the pictures as HTML; of two, a window shows the first and a phone the second."""
        names = ("lebar", "sempit") if len(self.widths) > 1 else ("",)
        return "".join(
            self._one(width, alt=alt, name=name) for width, name in zip(self.widths, names, strict=True)
        )

    def _one(self, width: float, *, alt: str, name: str) -> str:
        return maps.drawing(self.make(*self.arguments, width), width, alt=alt, name=name)


@dataclass(frozen=True)
class LaidOut(Pictures):
    """As :class:`Pictures`; what the function makes knows no width, `draw` lays it out for each."""

    draw: Callable[..., str]

    def _one(self, width: float, *, alt: str, name: str) -> str:
        return self.draw(self.make(*self.arguments), width, alt=alt, name=name)


@dataclass(frozen=True)
class Playing(LaidOut):
    """As :class:`LaidOut`, of rows whose signs move; the controls stand below the pictures."""

    def drawn(self, alt: str) -> str:
        """Return the pictures and their controls as HTML."""
        return super().drawn(alt) + playing.controls(self.make(*self.arguments).frames)


def pictures(
    make: Callable[..., go.Figure],
    *arguments,
    widths: tuple[float, ...] = (charts_map.PLOT_WIDTH, charts_map.PHONE_WIDTH),
) -> Pictures:
    """Return the pictures of the map ``make(*arguments, width)`` for each width, for `ui.widgets.chart`.

    Parameters
    ----------
    make, arguments
        As for :func:`ui.finished.recipe`; it returns a map of ``ui.charts_map`` for a column so wide.
    widths
        Pixels of the column in a window and, where the map is another one there, on a phone.
    """
    return Pictures(make, arguments, widths)


def row_pictures(make: Callable[..., rows.Rows], *arguments, widths: tuple[float, ...]) -> Pictures:
    """Return the pictures of the rows ``make(*arguments)`` for each width, as :func:`pictures`."""
    return LaidOut(make, arguments, widths, rows.drawing)


def playing_pictures(make: Callable[..., rows.Rows], *arguments, widths: tuple[float, ...]) -> Pictures:
    """Return the pictures of rows with ``frames``, which play, for each width, as :func:`pictures`."""
    return Playing(make, arguments, widths, rows.drawing)


def line_pictures(make: Callable[..., lines.Lines], *arguments, widths: tuple[float, ...]) -> Pictures:
    """Return the pictures of the lines ``make(*arguments)`` for each width, as :func:`pictures`."""
    return LaidOut(make, arguments, widths, lines.drawing)


def cell_pictures(make: Callable[..., cells.Cells], *arguments, widths: tuple[float, ...]) -> Pictures:
    """Return the pictures of the cells ``make(*arguments)`` for each width, as :func:`pictures`."""
    return LaidOut(make, arguments, widths, cells.drawing)


def quadrant_pictures(
    make: Callable[..., quadrants.Quadrants], *arguments, widths: tuple[float, ...]
) -> Pictures:
    """Return the pictures of the quadrants ``make(*arguments)`` for each width, as :func:`pictures`."""
    return LaidOut(make, arguments, widths, quadrants.drawing)
