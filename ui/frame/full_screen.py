"""Meeting mode: a slide over the whole window, buttons and keys to move, the place in the address."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from i18n import _
from wording import formats

STYLES = Path(__file__).parents[1] / "assets" / "stage.css"
MODE, SCREEN, PLACE = "mode", "layar", "slide"


def presenting() -> bool:
    """Whether the address asks for the meeting mode."""
    return st.query_params.get(MODE) == SCREEN


def begin() -> None:
    """Go into the meeting mode at the first slide."""
    st.query_params[MODE] = SCREEN
    st.query_params[PLACE] = "1"


def end() -> None:
    """Leave the meeting mode."""
    for name in (MODE, PLACE):
        if name in st.query_params:
            del st.query_params[name]


def place(count: int) -> tuple[int, str | None]:
    """Return the place (from 1) the address asks for, and what it asked for if there is no such place."""
    asked = st.query_params.get(PLACE, "1")
    if asked.isascii() and asked.isdigit() and 1 <= int(asked[:6]) <= count:
        return int(asked), None
    return 1, asked[:20]


def _go(number: int) -> None:
    st.query_params[PLACE] = str(number)


def show(html: str, names: Sequence[str]) -> None:
    """Draw the slide in force over the whole window and the bar to move below it.

    Parameters
    ----------
    html
        The slide, escaped by whoever made it.
    names
        Short names of all slides, for the bar.
    """
    number, wrong = place(len(names))
    st.html(STYLES)
    with st.container(key="stage"):
        if wrong is not None:
            st.toast(
                _("Tidak ada salindia “{asked}”; yang ditampilkan salindia pertama.").format(asked=wrong)
            )
        st.html(f'<div class="stage">{html}</div>')
        with st.container(key="stage_bar", horizontal=True, vertical_alignment="center"):
            _bar(number, names)
        with st.container(key="stage_keys"):
            _keys(number, len(names))


def _bar(number: int, names: Sequence[str]) -> None:
    count = len(names)
    st.button(
        _("Sebelumnya"),
        icon=":material/arrow_back:",
        shortcut="Left",
        on_click=_go,
        args=(max(number - 1, 1),),
        disabled=number == 1,
        key="stage_previous",
    )
    with st.container(key="stage_places", horizontal=True, gap=None, width="content"):
        for place_of, name in enumerate(names, start=1):
            st.button(
                formats.number(place_of),
                help=name,
                on_click=_go,
                args=(place_of,),
                type="primary" if place_of == number else "secondary",
                key=f"stage_place_{place_of}",
            )
    st.button(
        _("Berikutnya"),
        icon=":material/arrow_forward:",
        icon_position="right",
        shortcut="Right",
        on_click=_go,
        args=(min(number + 1, count),),
        disabled=number == count,
        type="primary",
        key="stage_next",
    )
    st.space("stretch")
    st.button(_("Tutup"), icon=":material/close:", shortcut="Esc", on_click=end, key="stage_end")


def _keys(number: int, count: int) -> None:
    """Keys a remote control sends, and first and last; each a button nobody sees."""
    for name, key, to in (
        ("page_down", "PageDown", min(number + 1, count)),
        ("page_up", "PageUp", max(number - 1, 1)),
        ("first", "Home", 1),
        ("last", "End", count),
    ):
        st.button(key, key=f"stage_{name}", shortcut=key, on_click=_go, args=(to,))
