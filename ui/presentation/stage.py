"""Meeting mode: all slides go to the browser with the page, which moves through them by itself.

Neither internet nor the server is needed once the page is there. The address names mode and place
(``mode=layar&slide=3``); the browser reads and writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st

from i18n import _

ASSETS = Path(__file__).parents[1] / "assets"
SCRIPTS, STYLES = ("stage.js", "notes.js", "slide_order.js"), ("meeting.css", "stage.css")
KEY, ORDER = "panggung", "order"
_component = st.components.v2.component(
    "sinergi_stage",
    html="",
    css="\n".join((ASSETS / name).read_text("utf-8") for name in STYLES),
    js="\n".join((ASSETS / name).read_text("utf-8") for name in SCRIPTS),
)


def draw(slides: Sequence[Mapping], reorder: Callable[[list[str]], None] | None) -> None:
    """Draw the button that starts the meeting mode, and below it the slides in their order.

    Parameters
    ----------
    slides
        What ``reports.drawing.screen.slides`` makes of a story; its HTML is escaped there.
    reorder
        Takes the kinds of the slides in the order the presenter put them in; None: it stands.
    """

    def moved() -> None:
        wanted = st.session_state[KEY].get(ORDER)
        if reorder is not None and wanted and set(wanted) <= {slide["kind"] for slide in slides}:
            reorder(list(wanted))

    _component(
        key=KEY,
        data={"slides": slides, "words": words(), "movable": reorder is not None},
        on_order_change=moved,
    )


def words() -> dict[str, str]:
    """Return the words of the meeting mode in the language in force."""
    return {
        "begin": _("Mulai presentasi"),
        "previous": _("Sebelumnya"),
        "next": _("Berikutnya"),
        "notes": _("Catatan penyaji"),
        "whole": _("Layar penuh"),
        "end": _("Tutup"),
        "bar": _("Presentasi"),
        "at": _("Salindia {number} dari {count}"),
        "now": _("Sekarang"),
        "then": _("Sesudah ini"),
        "last": _("Ini salindia terakhir"),
        "order": _("Urutan salindia"),
        "earlier": _("Geser {name} ke depan"),
        "later": _("Geser {name} ke belakang"),
        "moved": _("{name} kini di urutan {number}"),
        "from": _("Tayangkan mulai dari {name}"),
        "none": _("Tidak ada salindia “{asked}”; yang ditampilkan salindia pertama."),
        "blocked": _("Peramban menahan jendela catatan; izinkan jendela baru, lalu coba lagi."),
        "noWhole": _("Peramban ini tidak dapat memenuhi layar; tekan F11 bila ada."),
    }
