"""An application as a card: what it does, whose it is, what is known of it, and its publiccode.yml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
STATUS_COLOURS = {"berjalan": "green", "rencana": "orange"}
BETWEEN = "\u2002 "  # two badges on a line, which may break after the space


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of a card in Markdown; `asks` is the city that can fill in what its file lacks, or empty."""

    head: str
    who: str
    text: str
    known: str
    lacking: str
    source: str
    asks: str


def row(app_ids: Sequence[str]) -> None:
    """Draw one or two applications of the catalogue beside each other, framed and of the same height."""
    # A bordered column is a card by itself; the empty one beside the last card has no border.
    columns = st.columns(2, border=len(app_ids) > 1)
    for column, app_id in zip(columns, app_ids, strict=False):
        with column if len(app_ids) > 1 else column.container(border=True):
            _card(app_id)


def _card(app_id: str) -> None:
    told = _told(app_id)
    st.markdown(told.head)
    st.caption(told.who)
    st.markdown(told.text)
    with st.expander(_("Data untuk berbagi pakai (publiccode.yml)")):
        if told.known:
            st.markdown(told.known)
        st.caption(told.lacking)
        sharing.button(app_id)
        pages.link(
            "aplikasi",
            _("Apa arti tiap isian, dan siapa yang tahu"),
            icon=":material/school:",
            bagian="berbagi",
            kota=told.asks,
            app=app_id if told.asks else "",
        )
    st.caption(told.source)


@by_language(*findings.TABLES, "sources", size=1024)
def _told(app_id: str) -> _Told:
    app = findings.known(app_id)
    who = _("{city}, {since}; {platform}.").format(
        city=app["city"],
        since=words.since(app["launched_year"]),
        platform=words.platforms(app["platforms"]),
    )
    text = [widgets.plain(str(app["description"]))]
    if app["awarded"]:
        text.append(f":material/trophy: {widgets.plain(app['recognition'])}")
    if app["adopters"]:
        text.append(f":material/content_copy: {widgets.plain(app_words.adopters(app['adopters']))}")
    filled = [
        f"{_(field.label)}: {widgets.plain(str(app[field.column]))}"
        for field in publiccode.FIELDS
        if not _is_missing(app[field.column])
    ]
    empty = [_(field.label).lower() for field in publiccode.FIELDS if _is_missing(app[field.column])]
    lacking = [_("Belum terdata: {what}.").format(what=formats.listing(empty))] if empty else []
    return _Told(
        head=f"**{widgets.plain(app['app'])}**\n\n{BETWEEN.join(_badges(app))}",
        who=widgets.plain(who),
        text="\n\n".join(text),
        known="\n\n".join(filled),
        lacking="\n\n".join([*lacking, sharing.state(app_id)]),
        source=_("Sumber: {source}").format(source=widgets.plain(source_text(app["source_id"]))),
        asks=app["region_code"] if app["region_code"] in data.cities().index else "",
    )


def _badges(app: dict) -> list[str]:
    """Status, what is to be known before it is believed, field of service, and whether it is from afar."""
    status = app["status"]
    icon = STATUS_ICONS.get(status, ":material/block:")
    badges = [_badge(STATUS_COLOURS.get(status, "gray"), word("status", status), icon)]
    if app["unconfirmed"]:
        badges.append(_badge("gray", _("belum dikonfirmasi kota"), ":material/help:"))
    if not _is_missing(app["stated_on"]):
        badges.append(_badge("primary", stated.mark(app["stated_on"]), ":material/campaign:"))
    badges.append(_badge("blue", word("service_domain", app["service_domain"])))
    if app["outside"]:
        badges.append(
            _badge("violet", _("Luar {island}").format(island=island()), ":material/travel_explore:")
        )
    return badges


def _badge(colour: str, text: str, icon: str = "") -> str:
    return f":{colour}-badge[{icon}{' ' if icon else ''}{widgets.plain(text)}]"


def _is_missing(value: object) -> bool:
    return value is pd.NA or formats.is_missing(value)
