"""Which edition of the data a visitor looks at: the latest, or the one the address pins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from data import store
from data.versioning import versions
from i18n import _
from ui import widgets
from wording.phrases import changes_line, dated, version_line

PIN = "edisi"


@contextmanager
def in_force() -> Iterator[int]:
    """Let the whole run see one edition: the pinned one, else the latest at its beginning."""
    store.start()
    asked = st.query_params.get(PIN)
    edition = int(asked) if asked and asked.isascii() and asked.isdigit() and len(asked) < 9 else None
    known = edition if edition is not None and _can_be_shown(edition) else None
    latest = versions.latest_edition()
    shown = latest if known is None else known
    with versions.held(shown):
        _say(asked, known, latest)
        yield shown


def _can_be_shown(edition: int) -> bool:
    if not versions.is_edition(edition):
        return False
    try:
        store.hold(edition)
    except store.StoreError as problem:
        st.warning(widgets.plain(str(problem)), icon=":material/database_off:")
        return False
    return True


def _say(asked: str | None, pinned: int | None, latest: int) -> None:
    problem = store.trouble()
    if problem is not None and store.active() is None:
        st.warning(
            _("Penyimpanan data tidak dapat dibuka; yang ditampilkan adalah data bawaan. {reason}").format(
                reason=widgets.plain(str(problem))
            )
        )
    elif problem is not None:
        st.warning(widgets.plain(str(problem)), icon=":material/database_off:")
    if asked is not None and pinned is None:
        st.warning(
            _(
                "Alamat ini meminta edisi data “{asked}”, yang tidak ada atau tidak terbaca. "
                "Yang ditampilkan: edisi {latest}."
            ).format(asked=widgets.plain(asked[:20]), latest=dated(latest)),
            icon=":material/link_off:",
        )
    elif pinned is not None and pinned != latest:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(
                widgets.plain(
                    _("Anda melihat edisi data {pinned}; yang terbaru edisi {latest}.").format(
                        pinned=dated(pinned), latest=dated(latest)
                    )
                    + f" {changes_line(latest)}"
                ),
                icon=":material/history:",
            )
            st.button(_("Lihat yang terbaru"), on_click=_unpin, key="unpin")


def _unpin() -> None:
    if PIN in st.query_params:
        del st.query_params[PIN]


def line(edition: int) -> None:
    """Draw the small line that names the edition of the data, its date and what changed with it."""
    st.caption(widgets.plain(f"{version_line(edition)}. {changes_line(edition)}".strip()))
