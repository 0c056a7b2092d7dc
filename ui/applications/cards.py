"""An application as a card: what it does, whose it is, what is known of it, and its publiccode.yml."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import streamlit as st

from data import publiccode
from findings import applications as findings
from i18n import _
from ui import pages, widgets
from ui.applications import words
from wording import formats
from wording.names import city_name, island, word
from wording.sources import source_text

STATUS_ICONS = {"berjalan": ":material/check_circle:", "rencana": ":material/schedule:"}
STATUS_COLOURS: dict[str, Literal["green", "orange"]] = {"berjalan": "green", "rencana": "orange"}
MOST_REASONS = 6


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
            st.markdown(f":material/content_copy: {widgets.plain(words.adopters(app['adopters']))}")
        _fields(app)
        st.caption(_("Sumber: {source}").format(source=widgets.plain(source_text(app["source_id"]))))


def _fields(app: pd.Series) -> None:
    exported = publiccode.export(
        app.to_dict(),
        tuple(each.name for each in app["adopters"] if each.in_use),
        source_text(app["source_id"]),
    )
    with st.expander(_("Data untuk berbagi pakai (publiccode.yml)")):
        known = [
            (field, app[field.column]) for field in publiccode.FIELDS if not _is_missing(app[field.column])
        ]
        for field, value in known:
            st.markdown(f"{_(field.label)}: {widgets.plain(str(value))}")
        empty = [_(field.label).lower() for field in publiccode.FIELDS if _is_missing(app[field.column])]
        if empty:
            st.caption(_("Belum terdata: {what}.").format(what=formats.listing(empty)))
        if exported.valid:
            st.caption(_("Semua kunci wajib publiccode.yml terisi."))
        else:
            st.caption(
                _("Belum sah menurut standar: {count} kunci wajib belum diisi oleh kota pemilik.").format(
                    count=len(exported.missing)
                )
            )
        st.download_button(
            _("Unduh publiccode.yml"),
            exported.text,
            file_name=f"{app['app_id']}_publiccode.yml",
            mime="application/yaml",
            icon=":material/download:",
            on_click="ignore",
            key=f"publiccode_{app['app_id']}",
            type="tertiary",
        )


def _is_missing(value: object) -> bool:
    return value is pd.NA or formats.is_missing(value)


def suggestion(row, city: str, copies: dict[str, str], *, offered: bool = False) -> None:
    """Draw one suggestion: what, from or for whom, why, and what is not known.

    Parameters
    ----------
    row
        Of :func:`findings.applications.adoptions`, or of ``recipients`` when `offered`.
    copies
        Application -> owner, for those that are themselves copies.
    """
    other = row.adopter if offered else row.donor
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            title = city_name(other) if offered else f"{row.app} – {city_name(other)}"
            st.markdown(f"**{row.rank}. {widgets.plain(title)}**")
            st.badge(_("nilai {score}").format(score=formats.fixed(row.score, 2)), color="blue")
            if row.outside_sumatra:
                st.badge(
                    _("Luar {island}").format(island=island()),
                    icon=":material/travel_explore:",
                    color="violet",
                )
        if not offered:
            app = findings.one(row.app_id)
            if app is not None:
                st.markdown(widgets.plain(str(app["description"])))
        good = words.for_it(row.reasons)[:MOST_REASONS]
        bad = words.against_it(row.reasons)
        if good:
            text = _("Yang mendukung: {reasons}.").format(reasons="; ".join(good))
            st.markdown(f":material/thumb_up: {widgets.plain(text)}")
        if bad:
            text = _("Yang perlu ditimbang: {reasons}.").format(reasons="; ".join(bad))
            st.markdown(f":material/warning: {widgets.plain(text)}")
        st.caption(f":material/help: {widgets.plain(words.unknown(row.reasons, copies.get(row.app_id)))}")
        pages.link(
            "kerja_sama",
            _("Siapkan kerja sama dengan {city}").format(city=city_name(other)),
            icon=":material/assignment:",
            bagian="baru",
            pihak=f"{city},{other}",
            aplikasi=row.app_id,
        )
