"""Part of the page on applications: publiccode.yml in words of a city hall, and what it still lacks."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data import by_language, publiccode
from data.publiccode import Guide
from findings import applications as findings
from i18n import _, language, ngettext
from ui import choices, pages, tables, widgets
from ui.frame import my_city
from wording import formats
from wording.names import city_name
from wording.sources import source_text


def draw() -> None:
    """Draw, for one application of my city, what it still lacks to be shared, who knows it, and the file."""
    city = my_city.shown()
    apps = findings.catalogue()
    apps = apps[(apps["region_code"] == city) & apps["status"].isin(findings.OWN)].set_index("app_id")
    st.markdown(
        _(
            "publiccode.yml adalah kartu identitas aplikasi pemerintah yang dipakai banyak negara: satu "
            "berkas kecil yang menjawab apa aplikasinya, bolehkah dipakai, dan siapa yang memeliharanya. "
            "Kota lain dapat menilai tanpa harus berkunjung lebih dahulu."
        )
    )
    if apps.empty:
        widgets.missing_note(_("aplikasi {city}").format(city=city_name(city)))
    else:
        _one(city, apps)
    _guide()


def _one(city: str, apps: pd.DataFrame) -> None:
    lacking = {code: publiccode.lacking(row.to_dict()) for code, row in apps.iterrows()}
    ready = sum(not fields for fields in lacking.values())
    st.header(
        _("{city}: {ready} dari {count} aplikasi lengkap untuk dibagikan").format(
            city=city_name(city), ready=formats.number(ready), count=formats.number(len(apps))
        )
    )
    code = choices.choose(
        "app",
        list(apps.index),
        _("Aplikasi"),
        show=lambda each: f"{apps.at[each, 'app']} – {_state(lacking[each])}",
    )
    missing = lacking[code]
    left, right = st.columns(2)
    with left.container(border=True, height="stretch"):
        st.markdown(f"**{_('Yang masih harus diisi')}**")
        if not missing:
            st.markdown(_("Tidak ada: berkasnya sah menurut standar."))
        for guide in missing:
            _ask(guide)
    with right.container(border=True, height="stretch"):
        st.markdown(f"**{_('Yang sudah tercatat')}**")
        row = apps.loc[code]
        for column, guide in publiccode.GUIDES.items():
            if not formats.is_missing(row[column]) and row[column] != findings.UNKNOWN_PLATFORM:
                st.markdown(f"{_(guide.field.label)}: {widgets.plain(str(row[column]))}")
        st.caption(state(code))
        button(code)
        pages.link(
            "data",
            _("Isi lewat halaman Data"),
            icon=":material/upload:",
            bagian="unggah",
            tabel="apps",
        )


def _state(missing: tuple[Guide, ...]) -> str:
    if not missing:
        return _("lengkap")
    return ngettext("{count} isian kurang", "{count} isian kurang", len(missing)).format(count=len(missing))


def _ask(guide: Guide) -> None:
    words = language()
    st.markdown(f"◌ **{_(guide.field.label)}**: {widgets.plain(guide.what.in_(words))}")
    st.caption(
        widgets.plain(
            _("{why} Yang tahu: {who}. Contoh: {example}").format(
                why=guide.why.in_(words), who=guide.who.in_(words), example=guide.example
            )
        )
    )


@by_language(*findings.TABLES, "sources", size=1024)
def _exported(app_id: str) -> publiccode.Export:
    app = findings.known(app_id)
    used_by = tuple(each.name for each in app["adopters"] if each.in_use)
    return publiccode.export(app, used_by, source_text(app["source_id"]))


def state(app_id: str) -> str:
    """Say whether an application's publiccode.yml is valid, and how much it lacks."""
    exported = _exported(app_id)
    if exported.valid:
        return _("Semua kunci wajib publiccode.yml terisi.")
    return _("Belum sah menurut standar: {count} kunci wajib belum diisi oleh kota pemilik.").format(
        count=len(exported.missing)
    )


def button(app_id: str) -> None:
    """Draw the button that hands out an application's publiccode.yml."""
    st.download_button(
        _("Unduh publiccode.yml"),
        _exported(app_id).text,
        file_name=f"{app_id}_publiccode.yml",
        mime="application/yaml",
        icon=":material/download:",
        on_click="ignore",
        key=f"publiccode_{app_id}",
        type="tertiary",
    )


def _guide() -> None:
    """Every field explained once, for those who collect the answers."""
    words = language()
    table = pd.DataFrame(
        [
            {
                _("Isian"): _(guide.field.label),
                _("Wajib"): _("ya") if guide.required else _("bila ada"),
                _("Apa itu"): guide.what.in_(words),
                _("Mengapa ditanyakan"): guide.why.in_(words),
                _("Yang tahu di kota"): guide.who.in_(words),
                _("Contoh"): guide.example,
                _("Kolom"): column,
            }
            for column, guide in publiccode.GUIDES.items()
        ]
    )
    st.subheader(_("Semua isian dijelaskan"))
    tables.draw(table, key="publiccode_panduan")
    widgets.download(table, "panduan_publiccode", key="publiccode_panduan_csv")
