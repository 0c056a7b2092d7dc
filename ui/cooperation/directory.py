"""The directory of offices on the page: who buys, supplies, distributes or steers food, by place."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data.schema import codes, label
from findings.cooperation import directory as findings
from i18n import _, ngettext
from ui import choices, pages, tables, widgets
from ui.frame import my_city
from wording import formats
from wording.names import city_name, party_name
from wording.sources import source_text

KIND = "office_kind"
ALL = "semua"
CONTACTS = ("address", "phone", "email", "website")


def draw() -> None:
    """Draw the whole part."""
    rows, city = findings.offices(), my_city.shown()
    here = findings.of_places((city,))
    st.header(widgets.plain(headline(city, len(here), len(rows))))
    st.caption(
        _(
            "Hanya lembaga, tidak pernah orang. Terisi dari yang disebut sumber; yang belum diketahui "
            "kosong. Tercantum di sini bukan rekomendasi."
        )
    )
    left, right = st.columns(2)
    with left:
        places = [ALL, *dict.fromkeys(rows["region_code"])]
        place = choices.choose("daerah", places, _("Daerah"), show=_place)
    with right:
        kinds = choices.choose_many("lembaga", codes(KIND), _("Jenis lembaga"), show=_kind)
    # What is near stands first.
    near_first = pd.concat([here[rows.columns], rows]).drop_duplicates()
    shown = near_first if place == ALL else findings.of_places((place,))
    shown = shown[shown["kind"].isin(kinds)] if kinds else shown
    st.markdown(f"**{choices.count_shown(len(shown), len(rows), _('lembaga'))}**")
    if shown.empty:
        st.info(_("Belum ada lembaga yang tercatat; longgarkan saringan."), icon=":material/help_center:")
    else:
        tables.draw(table(shown), key="direktori")
        if shown[list(CONTACTS)].isna().all(axis=None):
            st.caption(_("Alamat, telepon, surel, dan situs kantor belum terdata."))
        widgets.sources(shown["source_id"], key="direktori_sumber")
    pages.link(
        "data",
        _("Lengkapi atau tambah lembaga"),
        icon=":material/upload:",
        bagian="unggah",
        tabel="directory",
    )


def headline(city: str, here: int, everywhere: int) -> str:
    """How many offices are known for a city and its province."""
    if not here:
        return _("Belum ada lembaga pangan {city} yang tercatat, dari {count} di direktori").format(
            city=city_name(city), count=everywhere
        )
    return ngettext(
        "{count} lembaga pangan tercatat untuk {city} dan provinsinya, dari {all} di direktori",
        "{count} lembaga pangan tercatat untuk {city} dan provinsinya, dari {all} di direktori",
        here,
    ).format(count=here, city=city_name(city), all=everywhere)


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """The offices in words; a way to reach them only where any of them has one."""
    contacts = {
        "address": _("Alamat kantor"),
        "phone": _("Telepon kantor"),
        "email": _("Surel"),
        "website": _("Situs"),
    }
    return pd.DataFrame({
        _("Lembaga"): rows["name"],
        _("Jenis"): rows["kind"].map(_kind),
        _("Daerah"): rows["region_code"].map(party_name),
        _("Pangan"): rows["foods"].fillna(formats.MISSING),
        **{
            title: rows[name].fillna(formats.MISSING)
            for name, title in contacts.items()
            if rows[name].notna().any()
        },
        _("Terakhir disebut"): [str(year) if pd.notna(year) else formats.MISSING for year in rows["year"]],
        _("Catatan"): rows["note"].fillna(formats.MISSING),
        _("Sumber"): rows["source_id"].map(source_text),
    })  # fmt: skip


def _kind(code: str) -> str:
    return label(KIND, code)


def _place(code: str) -> str:
    return _("Semua daerah") if code == ALL else party_name(code)
