"""Agreements of the city on the food that have an end: how many weeks are left, how the deliveries stand."""

from __future__ import annotations

import streamlit as st

from data import store as stores
from data.proposals import Proposals
from data.store import StoreError
from findings.cooperation import agreements as findings
from findings.cooperation.deliveries import WARN_DAYS
from i18n import _
from ui import pages, widgets
from ui.cards import parts
from ui.cooperation import deliveries
from ui.cooperation import proposal_actions as actions
from wording import agreements as words


def draw(city: str, good: str, numbers: parts.Numbers) -> None:
    """Draw what runs and until when; a sentence where nothing with an end is recorded."""
    st.subheader(_("Perjanjian dan sisa waktunya"))
    opened = stores.start()
    try:
        proposals = Proposals(opened).all() if opened else []
    except StoreError:  # the page says so at its head already; what the news tells goes on to be shown
        proposals = []
    table = findings.of_city(city, good, proposals, actions.today())
    if table.empty:
        st.caption(
            _(
                "Belum ada perjanjian pangan ini dengan tanggal akhir yang tercatat; tanggalnya diisi pada "
                "syarat usulan di halaman Kerja sama."
            )
        )
        return
    for row in table.itertuples():
        standing = deliveries.standing(row.standing) if row.standing in ("never_started", "ahead") else ""
        text = words.line(row, standing)
        if row.kind == findings.NEWS:
            st.html(parts.block(parts.sentence("", text, numbers.marks([row.source_id]))))
            continue
        if row.days_left <= WARN_DAYS or row.standing == "never_started":
            st.warning(widgets.plain(text), icon=":material/schedule:")
        else:
            st.markdown(widgets.plain(text))
        pages.link(
            "kerja_sama", _("Buka {key}").format(key=row.key), icon=":material/assignment:",
            bagian="papan", usulan=row.key,
        )  # fmt: skip
