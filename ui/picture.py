"""A chart to take along: the address of the view it stands in, and the chart as a picture file.

The browser that shows a chart draws its picture (``ui/assets/picture.js``): the server needs no browser,
and what is taken along is what was seen, in the same language and theme.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

from i18n import _
from wording.escaping.html import plain

FORMATS = ("png", "svg")
LONGEST_NAME = 70


def address() -> str:
    """Return the address of this view with the choices made so far."""
    query = urlencode(st.query_params.to_dict())
    return f"{st.context.url or ''}{'?' if query else ''}{query}"


def file_name(said: str) -> str:
    """Return a file's name, without its ending, that says what is in it.

    Parameters
    ----------
    said
        What the picture shows, in a sentence.

    Returns
    -------
    str
        ASCII letters, digits and hyphens, at most `LONGEST_NAME`, cut between words; ``gambar`` for nothing.
    """
    ascii_only = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:LONGEST_NAME]
        if len(longer) > LONGEST_NAME:
            break
        name = longer
    return name or "gambar"


def buttons(key: str, said: str, note: str = "", *, of: Literal["chart", "map"] = "chart") -> None:
    """Draw the buttons that hand out the chart or map drawn under `key` as PNG and as SVG.

    Parameters
    ----------
    key
        Key the chart was drawn with.
    said
        What it shows, in a sentence: stands above the picture and names the file.
    note
        Period, reference and the like: stands below the picture, before the product's name.
    of
        What is drawn there: a chart of plotly, or the map, which draws itself.
    """
    below = " · ".join(filter(None, (note, "Sinergi Kota")))
    shared = (
        f'type="button" class="sk-gambar" data-{of}="{plain(key)}" data-name="{plain(file_name(said))}" '
        f'data-title="{plain(said)}" data-note="{plain(below)}"'
    )
    title = _("Unduh grafik ini sebagai gambar") if of == "chart" else _("Unduh peta ini sebagai gambar")
    made = (
        f'<button {shared} data-format="{each}" title="{plain(title)}">'
        f"{plain(_('Gambar'))} {each.upper()}</button>"
        for each in FORMATS
    )
    st.html("".join(made), width="content")
