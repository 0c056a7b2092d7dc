"""Charts of the ranking of partners."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from i18n import _
from ui import charts
from wording import formats, reasons, theme

COLOURS = {
    "supply": theme.SERIES[0],
    "demand": theme.SERIES[4],
    "nearness": theme.SERIES[2],
    "needs": theme.SERIES[1],
    "applications": theme.SERIES[3],
    "agreements": theme.MUTED,
}
BAR_HEIGHT = 40


def score_parts(parts: pd.DataFrame, ranking: pd.DataFrame, names: dict[str, str]) -> go.Figure:
    """Draw what each subject adds to the score of each partner, the best on top.

    Parameters
    ----------
    parts
        Partner x subject, from :func:`findings.partners.contributions`.
    ranking
        The same partners with ``rank``, ``rank_low``, ``rank_high``, ``score``.
    names
        Region code -> short name.
    """
    places = ranking.set_index("partner").loc[parts.index]
    labels = [
        f"{row.rank}. {names[code]}" for code, row in zip(parts.index, places.itertuples(), strict=True)
    ]
    figure = charts.base(150 + BAR_HEIGHT * len(parts), barmode="stack", bargap=0.35)
    for name in parts.columns:
        called = reasons.subject(name)
        figure.add_bar(
            x=parts[name].fillna(0),
            y=labels,
            orientation="h",
            name=called,
            marker={"color": COLOURS[name], "line": {"width": 1, "color": "rgba(255,255,255,0.6)"}},
            customdata=[formats.fixed(each, 2) for each in parts[name]],
            hovertemplate="%{y}<br>" + called + ": %{customdata}<extra></extra>",
        )
    for label, row in zip(labels, places.itertuples(), strict=True):
        figure.add_annotation(
            x=row.score,
            y=label,
            text=_("{score}, peringkat {low}–{high}").format(
                score=formats.fixed(row.score, 2), low=row.rank_low, high=row.rank_high
            ),
            showarrow=False,
            xanchor="left",
            xshift=6,
            font={"size": charts.TYPE_SIZE - 1},
        )
    top = float(places["score"].max()) if len(places) else 1.0
    figure.update_xaxes(range=[0, top * 1.75], visible=False, fixedrange=True)
    figure.update_yaxes(autorange="reversed", fixedrange=True, tickfont_size=charts.TYPE_SIZE, ticksuffix=" ")
    figure.update_layout(legend={"y": 1.0, "yanchor": "bottom", "traceorder": "normal", "font_size": 15})
    return figure
