"""Text of the data in a plotly chart: labels read a little HTML and formulas, hover texts are templates."""

from __future__ import annotations

from data.texts import readable
from wording.cutting import short

# Plotly reads <b>, <br>, <a href> and the like, entities, $formula$, and %{name} in its templates.
_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "%{": "%\u2060{"}


def plain(text: object, most: int | None = None) -> str:
    """Return `text` for a label, a hover text or a value in its template, on one line.

    Parameters
    ----------
    most
        At most that many characters, cut with an ellipsis before it is escaped.
    """
    words = " ".join(readable(str(text)).split())
    if most is not None:
        words = short(words, most)
    for sign, written in _SIGNS.items():
        words = words.replace(sign, written)
    return words
