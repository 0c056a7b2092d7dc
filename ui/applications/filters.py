"""Filters of the catalogue: two at hand, the rest folded away so that the first cards stand on the screen."""

from __future__ import annotations

import streamlit as st

from findings import applications as findings
from i18n import _
from ui import choices
from wording.names import city_name, word

PLATFORMS = ("web", "android", "ios", "whatsapp")


def ask(statuses_offered: tuple[str, ...]) -> tuple[str, ...]:
    """Draw the filters and return the codes of the applications that pass them.

    `statuses_offered`: the codes of status of this group, all of them chosen at first.
    """
    owners, domains = findings.offered(statuses_offered)
    first, second = st.columns(2)
    with first:
        text = choices.text("cari", _("Cari"), placeholder=_("nama, layanan, kota, penghargaan"))
    with second:
        cities = choices.choose_many("pemilik", owners, _("Kota pemilik"), show=city_name)
    with st.expander(_("Saring menurut status, bidang, platform, dan bukti"), icon=":material/tune:"):
        return _by_the_rest(statuses_offered, domains, text=text, cities=tuple(cities))


def _by_the_rest(
    statuses_offered: tuple[str, ...], domains_offered: tuple[str, ...], *, text: str, cities: tuple[str, ...]
) -> tuple[str, ...]:
    first, second = st.columns(2)
    with first:
        statuses = choices.choose_many(
            "status",
            statuses_offered,
            _("Status"),
            default=statuses_offered,
            kind="pills",
            show=lambda code: word("status", code),
        )
        platforms = choices.choose_many(
            "platform", PLATFORMS, _("Platform"), kind="pills", show=lambda code: word("platform", code)
        )
    with second:
        domains = choices.choose_many(
            "bidang",
            domains_offered,
            _("Bidang layanan"),
            show=lambda code: word("service_domain", code),
        )
        awarded = choices.flag("penghargaan", _("Hanya yang diakui"))
        replicated = choices.flag("direplikasi", _("Hanya yang dipakai daerah lain"))
    asked = findings.Filters(
        text=text,
        cities=cities,
        domains=tuple(domains),
        statuses=tuple(statuses),
        platforms=tuple(platforms),
        awarded=awarded,
        replicated=replicated,
    )
    return findings.found(statuses_offered, asked)
