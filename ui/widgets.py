"""Pieces every page is made of: a chart with its proof, a table with its download, sources, caveats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from data import by_language
from data.quality import caveats
from data.versioning import versions
from i18n import _, decimal_comma, language, using
from ui import charts, finished, picture, still
from ui.frame import session
from wording import export, formats
from wording.escaping.markdown import plain
from wording.sources import source_address, source_text

MOST_SOURCES = 60


def source_line(source_id: str) -> None:
    """Draw one source as a small line, its address as a link where it is one."""
    address = source_address(source_id)
    st.caption(plain(source_text(source_id)))
    if address:
        st.link_button(_("Buka sumber"), address, icon=":material/open_in_new:", type="tertiary")


def sources(ids: Iterable[str], *, key: str) -> None:
    """Draw the mark that opens the list of sources behind a figure, each numbered."""
    unique = _unique(ids)
    if unique:
        finished.piece(_sources, unique, key)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(item for item in dict.fromkeys(ids) if not formats.is_missing(item))


def _sources(ids: tuple[str, ...], key: str) -> None:
    with st.popover(_("Sumber ({count})").format(count=len(ids)), icon=":material/link:", key=key):
        st.markdown(_listed(ids[:MOST_SOURCES]))
        if len(ids) > MOST_SOURCES:
            st.caption(
                _("… dan {count} sumber lagi, lengkap pada unduhan.").format(count=len(ids) - MOST_SOURCES)
            )


@by_language("sources")
def _listed(ids: tuple[str, ...]) -> str:
    """Return sources as numbered paragraphs: one element a list, not one a source."""
    lines = []
    for number, item in enumerate(ids, start=1):
        address = source_address(item)
        opens = f" [{_('Buka sumber')}](<{address}>)" if address else ""
        lines.append(plain(f"[{number}] {source_text(item)}") + opens)
    return "\n\n".join(lines)


def caveat(*ids: str) -> None:
    """Draw caveats of the data where their figure stands."""
    for each in caveats.CAVEATS:
        if each.id in ids:
            st.caption(f":material/info: {each.text}")


def as_seen(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return `make` bound to the language and edition of this run.

    A download is made in a thread that knows neither the visitor's session nor what the run looks at.
    """
    words, edition = language(), versions.current_edition()

    def made() -> bytes:
        with using(words), versions.held(edition):
            return make()

    return made


def download(
    frame: Callable[[], pd.DataFrame] | pd.DataFrame,
    file_name: str,
    *,
    key: str,
    label_text: str | None = None,
) -> None:
    """Draw a button that hands out `frame` as CSV; a function is called only when it is pressed."""

    def content() -> bytes:
        table = frame() if callable(frame) else frame
        return export.csv_bytes(table, indonesian=decimal_comma())

    st.download_button(
        label_text or _("Unduh CSV"),
        as_seen(content),
        file_name=f"{file_name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=key,
        type="tertiary",
    )


def chart(
    figure: go.Figure | finished.Recipe | still.Pictures,
    *,
    key: str,
    alt: str,
    table: Callable[[], pd.DataFrame] | pd.DataFrame,
    reading: str,
    source_ids: Sequence[str] = (),
    note: str | None = None,
) -> None:
    """Draw `figure` with what belongs to it: how to read it, data, picture, sources.

    Parameters
    ----------
    figure
        Best a recipe, ``finished.recipe(function, …)``: then it is built once and not on every run. A map
        nobody moves is ``still.pictures(function, …)``: the browser needs no chart code for it.
    key
        Names the chart and its download.
    alt
        What the chart shows, in a sentence, for those who cannot see it.
    table
        The numbers in the chart, or a function that makes them.
    reading
        How to read this chart, in two or three plain sentences.
    source_ids
        Where the numbers come from.
    note
        Period, reference economy and the like; stands under the chart.
    """
    if isinstance(figure, still.Pictures):
        finished.piece(_pictured, figure, key, alt)
    elif isinstance(figure, finished.Recipe):
        finished.piece(_plot, figure, key, alt, dark=session.is_dark())
    else:
        _plotted(charts.with_ink(figure, dark=session.is_dark()), key, alt)
    with st.container(horizontal=True, vertical_alignment="center"):
        finished.piece(_before_download, key, reading, note)
        download(table, key, key=f"{key}_csv")
        finished.piece(_after_download, key, alt, note or "", _unique(source_ids))


def _before_download(key: str, reading: str, note: str | None) -> None:
    if note:
        st.caption(note)
    with st.popover(_("Cara membaca"), icon=":material/help:", key=f"{key}_reading"):
        st.markdown(reading)


def _after_download(key: str, alt: str, note: str, source_ids: tuple[str, ...]) -> None:
    picture.buttons(key, alt, note)
    if source_ids:
        _sources(source_ids, f"{key}_sources")


def _plot(figure: finished.Recipe, key: str, alt: str, *, dark: bool) -> None:
    _plotted(finished.figure(figure, dark=dark), key, alt)


def _plotted(figure: go.Figure, key: str, alt: str) -> None:
    st.plotly_chart(figure, key=key, theme="streamlit", config=charts.CONFIG, alt=alt)


def _pictured(pictures: still.Pictures, key: str, alt: str) -> None:
    with st.container(key=key):
        st.html(pictures.drawn(alt))


def missing_note(what: str) -> None:
    """Say that a figure is not there, instead of an empty chart."""
    st.info(_("Belum terdata: {what}.").format(what=what), icon=":material/help_center:")
