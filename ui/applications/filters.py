"""Filters of the catalogue: two at hand, the rest folded away so that the first cards stand on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from findings import applications as findings
from i18n import _
from ui import choices
from wording.names import city_name, word

PLATFORMS = ("web", "android", "ios", "whatsapp")


def ask(everything: pd.DataFrame, statuses_offered: Sequence[str]) -> pd.DataFrame:
    """Draw the filters and return the rows of `everything` that pass them.

    `statuses_offered`: the codes of status of this group, all of them chosen at first.
    """
    first, second = st.columns(2)
    with first:
        text = choices.text("cari", _("Cari"), placeholder=_("nama, layanan, kota, penghargaan"))
    with second:
        owners = sorted(everything["region_code"].unique())
        cities = choices.choose_many("pemilik", owners, _("Kota pemilik"), show=city_name)
    with st.expander(_("Saring menurut status, bidang, platform, dan bukti"), icon=":material/tune:"):
        return _by_the_rest(everything, statuses_offered, text=text, cities=tuple(cities))


def _by_the_rest(
    everything: pd.DataFrame, statuses_offered: Sequence[str], *, text: str, cities: tuple[str, ...]
) -> pd.DataFrame:
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
            sorted(everything["service_domain"].unique()),
            _("Bidang layanan"),
            show=lambda code: word("service_domain", code),
        )
        awarded = choices.flag("penghargaan", _("Hanya yang diakui"))
        replicated = choices.flag("direplikasi", _("Hanya yang dipakai daerah lain"))
    return findings.select(
        everything,
        text=text,
        cities=cities,
        domains=tuple(domains),
        statuses=tuple(statuses),
        platforms=tuple(platforms),
        awarded=awarded,
        replicated=replicated,
    )
