"""The ground every plotly chart stands on, and the charts several pages share.

Functions here build a figure from a DataFrame and know no Streamlit, so that a test can look at
what they built; :func:`ui.widgets.chart` puts one on a page.
"""

from __future__ import annotations

import plotly.graph_objects as go

from i18n import decimal_comma
from wording import theme

FONT = "Source Sans, Source Sans Pro, Segoe UI, Arial, sans-serif"
TYPE_SIZE = 16


def base(height: int = 420, **layout) -> go.Figure:
    """Return an empty figure in the house style: numbers in the language in force, no tool bar."""
    figure = go.Figure()
    figure.update_layout(
        height=height,
        font={"family": FONT, "size": TYPE_SIZE},
        separators=",." if decimal_comma() else ".,",
        margin={"l": 10, "r": 10, "t": 10, "b": 10},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=theme.SERIES,
        hoverlabel={"font": {"size": TYPE_SIZE}},
        dragmode=False,
        legend={"orientation": "h", "y": 1.08, "x": 0},
    )
    figure.update_xaxes(automargin=True, zeroline=False)
    figure.update_yaxes(automargin=True, zeroline=False)
    figure.update_layout(**layout)
    return figure


def with_ink(figure: go.Figure, *, dark: bool) -> go.Figure:
    """Write every word of `figure` in full ink: Streamlit's own chart theme writes in a pale grey.

    Text that was given a colour keeps it.
    """
    ink = theme.INK_ON_DARK if dark else theme.INK
    figure.update_layout(font_color=ink, legend_font_color=ink)
    figure.layout.legend.font.size = figure.layout.legend.font.size or TYPE_SIZE - 1
    for axes in (figure.update_xaxes, figure.update_yaxes):
        axes(tickfont_color=ink, title_font_color=ink)
        axes(tickfont_size=TYPE_SIZE - 2, selector=lambda axis: axis.tickfont.size is None)
    figure.update_traces(textfont_color=ink, selector={"type": "bar", "textposition": "outside"})
    for note in figure.layout.annotations:
        if note.font.color is None:
            note.font.color = ink
    return figure


CONFIG = {"displayModeBar": False, "scrollZoom": False, "responsive": True}
