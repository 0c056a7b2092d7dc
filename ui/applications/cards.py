"""An application as a card: what it does, whose it is, what is known of it, and its publiccode.yml."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import streamlit as st

import data
from data import by_language, publiccode
from findings import applications as findings
from i18n import _
from ui import pages, stated, widgets
from ui.applications import sharing, words
from wording import applications as app_words
from wording import formats
from wording.names import island, word
from wording.sources import source_text

STATUS_ICONS = {"berjalan": ":material/check_circle:", "rencana": ":material/schedule:"}
STATUS_COLOURS: dict[str, Literal["green", "orange"]] = {"berjalan": "green", "rencana": "orange"}


def card(app: pd.Series) -> None:
    """Draw one application of the catalogue."""
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{widgets.plain(app['app'])}**")
        with st.container(horizontal=True, gap="small"):
            st.badge(
                word("status", app["status"]),
                icon=STATUS_ICONS.get(app["status"], ":material/block:"),
                color=STATUS_COLOURS.get(app["status"], "gray"),
            )
            if app["unconfirmed"]:
                st.badge(_("belum dikonfirmasi kota"), icon=":material/help:", color="gray")
            if not _is_missing(app["stated_on"]):
                st.badge(stated.mark(app["stated_on"]), icon=":material/campaign:", color="primary")
            st.badge(word("service_domain", app["service_domain"]), color="blue")
            if app["outside"]:
                st.badge(
                    _("Luar {island}").format(island=island()),
                    icon=":material/travel_explore:",
                    color="violet",
                )
        who = _("{city}, {since}; {platform}.").format(
            city=app["city"],
            since=words.since(app["launched_year"]),
            platform=words.platforms(app["platforms"]),
        )
        st.caption(widgets.plain(who))
        st.markdown(widgets.plain(str(app["description"])))
        if app["awarded"]:
            st.markdown(f":material/trophy: {widgets.plain(app['recognition'])}")
        if app["adopters"]:
            st.markdown(f":material/content_copy: {widgets.plain(app_words.adopters(app['adopters']))}")
        _fields(app)
        st.caption(_("Sumber: {source}").format(source=widgets.plain(source_text(app["source_id"]))))


def _fields(app: pd.Series) -> None:
    known, empty = _told(app["app_id"])
    with st.expander(_("Data untuk berbagi pakai (publiccode.yml)")):
        if known:
            st.markdown(known)
        if empty:
            st.caption(_("Belum terdata: {what}.").format(what=empty))
        sharing.download(app, app["app_id"])
        pages.link(
            "aplikasi",
            _("Apa arti tiap isian, dan siapa yang tahu"),
            icon=":material/school:",
            bagian="berbagi",
            kota=app["region_code"] if app["region_code"] in data.cities().index else "",
            app=app["app_id"] if app["region_code"] in data.cities().index else "",
        )


@by_language(*findings.TABLES)
def _told(app_id: str) -> tuple[str, str]:
    """Return what an application's publiccode.yml holds (paragraphs), and what it lacks (a list)."""
    rows = findings.catalogue()
    app = rows[rows["app_id"] == app_id].iloc[0]
    known = [
        f"{_(field.label)}: {widgets.plain(str(app[field.column]))}"
        for field in publiccode.FIELDS
        if not _is_missing(app[field.column])
    ]
    empty = [_(field.label).lower() for field in publiccode.FIELDS if _is_missing(app[field.column])]
    return "\n\n".join(known), formats.listing(empty) if empty else ""


def _is_missing(value: object) -> bool:
    return value is pd.NA or formats.is_missing(value)
