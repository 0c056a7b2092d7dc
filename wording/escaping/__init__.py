"""Text of the data on its way out: one module a medium, so that a text is never taken for an instruction.

``markdown`` for everything Streamlit draws from a string, ``html`` for our own HTML, ``chart`` for plotly
(which reads a little HTML and templates), ``paper`` for DOCX, PPTX, XLSX and typst. Each has
``plain(text)``; ``shorten`` is the one way to cut.
"""

from __future__ import annotations

ELLIPSIS = "…"


def shorten(text: str, most: int) -> str:
    """Return `text` in at most `most` characters, an ellipsis where it was cut, at a word where there is one.

    Cut before escaping: an escape must not be cut in half.
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1].rstrip()
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > most // 2 else cut).rstrip(" ,;:–-") + ELLIPSIS
