"""An application worth replicating as a card: why, what kind of gap it fills, and what is not known."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from findings import applications as findings
from findings import replications
from findings.applications import Gap
from i18n import _
from ui import pages, widgets
from ui.applications import words
from wording import applications as app_words
from wording import formats
from wording.names import city_name, island

MOST_REASONS = 6
Letter = tuple[Callable[[str, str], str], Callable[[str, str], bytes]]


def draw(row, city: str, *, letter: Letter | None = None, offered: bool = False) -> None:
    """Draw one suggestion: what, from or for whom, why, which gap, and what is not known.

    Parameters
    ----------
    row
        Of :func:`findings.applications.adoptions`, or of ``recipients`` when `offered`.
    city
        My city: who takes, or who gives when `offered`.
    letter
        File name and maker of the letter that asks for an application; None draws no button.
    """
    other, taker = (row.adopter, row.adopter) if offered else (row.donor, city)
    app = findings.one(row.app_id)
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
        if app is not None and not offered:
            st.markdown(widgets.plain(str(app["description"])))
        why = findings.gap_of(taker, row.service_domain)
        gap(why, taker, row.service_domain)
        _reasons(row)
        ids = [*([] if app is None else [app["source_id"]]), *why.source_ids, *_proven(row.app_id)]
        with st.container(horizontal=True, vertical_alignment="center"):
            if letter is not None:
                _letter(row.app_id, city, letter)
            pages.link(
                "kerja_sama",
                _("Siapkan kerja sama dengan {city}").format(city=city_name(other)),
                icon=":material/assignment:",
                bagian="baru",
                pihak=f"{city},{other}",
                aplikasi=row.app_id,
            )
            widgets.sources(ids, key=f"saran_{row.app_id}_{other}")


def _letter(app_id: str, city: str, letter: Letter) -> None:
    named, make = letter
    st.download_button(
        _("Surat permintaan (DOCX)"),
        widgets.as_seen(lambda: make(app_id, city)),
        file_name=named(app_id, city),
        mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        icon=":material/mail:",
        on_click="ignore",
        key=f"surat_{app_id}",
        help=_("Draf surat kepada kota pemilik; bagian kuningnya hanya dapat diisi manusia."),
    )


def gap(why: Gap, taker: str, domain: str) -> None:
    """Say which kind of gap it is: one the city told, or one only nobody recorded; never the same sign."""
    name = widgets.plain(app_words.gap_name(why.code))
    badge = f":orange-badge[:material/flag: {name}]" if why.known else f":gray-badge[:material/help: {name}]"
    st.markdown(f"{badge} {widgets.plain(app_words.gap_reason(why, city_name(taker), domain))}")


def _reasons(row) -> None:
    good = words.for_it(row.reasons)[:MOST_REASONS]
    bad = words.against_it(row.reasons)
    if good:
        text = _("Yang mendukung: {reasons}.").format(reasons="; ".join(good))
        st.markdown(f":material/thumb_up: {widgets.plain(text)}")
    if bad:
        text = _("Yang perlu ditimbang: {reasons}.").format(reasons="; ".join(bad))
        st.markdown(f":material/warning: {widgets.plain(text)}")
    copy_of = replications.owners_of_copies().get(row.app_id)
    st.caption(f":material/quiz: {widgets.plain(words.unknown(row.reasons, copy_of))}")


def _proven(app_id: str) -> list[str]:
    """Sources of who took it over."""
    rows = replications.all_of_them()
    return list(rows.loc[rows["app_id"] == app_id, "source_id"])
