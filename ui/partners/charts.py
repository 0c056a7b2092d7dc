"""Charts of the ranking of partners."""

from __future__ import annotations

import pandas as pd

from i18n import _
from ui.still import pen
from ui.still.rows import Bar, Row, Rows
from wording import formats, reasons, theme

COLOURS = {
    "supply": theme.SERIES[0],
    "demand": theme.SERIES[4],
    "nearness": theme.SERIES[2],
    "needs": theme.SERIES[1],
    "applications": theme.SERIES[3],
    "agreements": theme.MUTED,
}
ROW = 42  # pixels a partner


def score_parts(parts: pd.DataFrame, ranking: pd.DataFrame, names: dict[str, str]) -> Rows:
    """Return what each subject adds to the score of each partner as a bar in parts, the best on top.

    Parameters
    ----------
    parts
        Partner x subject, from :func:`findings.partners.contributions`; what is missing adds nothing.
    ranking
        The same partners with ``rank``, ``rank_low``, ``rank_high``, ``score``.
    names
        Region code -> short name.
    """
    places = ranking.set_index("partner").loc[parts.index]
    called = {subject: reasons.subject(subject) for subject in parts.columns}
    rows = []
    for code, place in zip(parts.index, places.itertuples(), strict=True):
        label, bars, reached = f"{place.rank}. {names[code]}", [], 0.0
        for subject, part in parts.loc[code].dropna().items():
            said = f"<b>{label}</b><br>{called[subject]}: {formats.fixed(part, 2)}"
            bars.append(Bar(reached, reached + part, COLOURS[subject], said))
            reached += part
        words = _("{score}, peringkat {low}–{high}").format(
            score=formats.fixed(place.score, 2), low=place.rank_low, high=place.rank_high
        )
        rows.append(Row(label, tuple(bars), words=words))
    top = float(places["score"].max()) if len(places) else 1.0
    keys = tuple((pen.Sign("square", COLOURS[subject]), name) for subject, name in called.items())
    return Rows(tuple(rows), 0, top, ROW, legend=keys)
