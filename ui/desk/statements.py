"""Section: a city states its featured products and applications, and what it has no application for."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

import pandas as pd
import streamlit as st

import data
from data import store as stores
from data.permissions import Permission
from data.schema import TABLES, codes, label
from data.store import Store
from data.validation import check
from data.versioning import versions
from findings import statements
from findings.statements import KINDS, PRODUCT, TABLE
from i18n import N_, _
from ui import choices, stated, widgets
from ui.desk import actions
from ui.desk import words as data_words
from ui.frame import my_city, way_in
from wording import formats
from wording.names import city_name

FORM = "pernyataan"
FIELDS = ("name", "description", "stated_by", "document")
EXAMPLES = {
    "produk": N_("misalnya Ikan asin Sibolga"),
    "aplikasi": N_("misalnya Sibisa"),
    "celah": N_("misalnya Pengaduan warga lewat WhatsApp"),
}


def draw() -> None:
    """Draw what my city states, and the form for those who may publish its rows."""
    city = my_city.shown()
    members = list(data.cities(data.HOME_KOMWIL).index)
    spoken = int((statements.counts(members).sum(axis=1) > 0).sum())
    st.header(
        _("{stated} dari {count} kota sudah membuat pernyataan").format(
            stated=formats.number(spoken), count=formats.number(len(members))
        )
    )
    st.markdown(
        _(
            "Yang lain di dasbor ini dicatat dari berita dan dokumen. Di sini kota sendiri menyatakan produk "
            "dan aplikasi unggulannya, dan layanan yang belum punya aplikasi. Pernyataan tampil bertanda "
            "“dinyatakan kota” dengan tanggalnya dan dihitung terpisah."
        )
    )
    store = stores.active()
    with versions.held(versions.latest_edition()):
        _standing(city)
        if store is None:
            actions.store_closed()
        elif _may_state(store, city):
            _form(store, city)
            _withdrawal(store, city)


def _standing(city: str) -> None:
    st.subheader(_("Pernyataan {city}").format(city=city_name(city)))
    rows = statements.of_city(city)
    if rows.empty:
        st.info(_("Belum ada pernyataan."), icon=":material/campaign:")
    for kind in KINDS:
        own = rows[rows["kind"] == kind]
        if len(own):
            st.markdown(f"**{widgets.plain(stated.counted(city, kind, len(own)))}**")
            st.markdown(
                "\n".join(f"- {widgets.plain(stated.sentence(row))}" for row in own.to_dict("records"))
            )


def _may_state(store: Store, city: str) -> bool:
    """Whether this session may state something for `city`; says why not."""
    granted, why = actions.allowed(store)
    if granted is None or not _speaks_for(granted, city):
        own = formats.listing([city_name(code) for code in granted.cities]) if granted else ""
        st.info(
            widgets.plain(
                why
                or _("Anda analis untuk {mine}; pernyataan {city} dibuat oleh kota itu sendiri.").format(
                    mine=own, city=city_name(city)
                )
            ),
            icon=":material/lock:",
        )
        way_in.draw("masuk_pernyataan")
        return False
    return True


def _speaks_for(granted: Permission, city: str) -> bool:
    return granted.everything or city in granted.cities


def _key(field: str) -> str:
    return f"{FORM}_{field}"


def _form(store: Store, city: str) -> None:
    st.subheader(_("Nyatakan"))
    kind = choices.choose(
        "jenis", list(KINDS), _("Yang dinyatakan"), kind="segmented",
        show=lambda code: label("statement_kind", code),
    )  # fmt: skip
    who = actions.identity()
    domain = "category" if kind == PRODUCT else "service_domain"
    with st.form(FORM, border=True):
        if not who.login_required:
            st.text_input(_("Nama Anda, untuk riwayat"), key=actions.NAME, max_chars=60)
        example = EXAMPLES[kind]
        st.text_input(_("Nama"), key=_key("name"), max_chars=_longest("name"), placeholder=_(example))
        st.selectbox(
            data_words.column_name(TABLE, domain),
            list(codes(domain)),
            index=None,
            format_func=lambda code: label(domain, code),
            placeholder=_("Pilih satu"),
            key=_key(domain),
        )
        st.text_area(
            _("Uraian: apa itu, untuk siapa, apa keunggulannya"),
            key=_key("description"),
            max_chars=_longest("description"),
        )
        left, middle, right = st.columns(3)
        with left:
            st.text_input(
                _("Perangkat daerah yang menyatakan"),
                key=_key("stated_by"),
                max_chars=_longest("stated_by"),
                placeholder=_("dinas, bukan nama orang"),
            )
        with middle:
            st.date_input(
                _("Tanggal pernyataan"), key=_key("stated_on"), max_value=date.today(), format="DD/MM/YYYY"
            )
        with right:
            st.text_input(
                _("Nomor surat atau keputusan, bila ada"),
                key=_key("document"),
                max_chars=_longest("document"),
            )
        st.form_submit_button(
            _("Terbitkan pernyataan {city}").format(city=city_name(city)),
            type="primary",
            icon=":material/publish:",
            on_click=_publish,
            args=(store, city, kind, versions.current_version(TABLE)),
        )
    st.caption(
        _(
            "Nama yang sama memperbarui pernyataan yang ada. Setiap versi tersimpan di Riwayat dengan "
            "penulisnya."
        )
    )


def _longest(field: str) -> int:
    return TABLES[TABLE][field].longest


def _publish(store: Store, city: str, kind: str, parent: int) -> None:
    """Check what was typed as any upload is checked, and publish it; what was typed stays when it is not."""
    domain = "category" if kind == PRODUCT else "service_domain"
    row: dict[Hashable, object] = {field: _typed(field) for field in FIELDS}
    row |= {"region_code": city, "kind": kind, domain: st.session_state.get(_key(domain))}
    day = st.session_state.get(_key("stated_on"))
    row["stated_on"] = day.isoformat() if day else None
    note = _("Pernyataan {city}: {name}").format(city=city_name(city), name=row["name"] or "–")
    if _publish_row(store, row, note, parent):
        for field in (*FIELDS, "category", "service_domain"):
            st.session_state.pop(_key(field), None)


def _typed(field: str) -> str | None:
    return " ".join(str(st.session_state.get(_key(field)) or "").split()) or None


def _publish_row(store: Store, row: dict, note: str, parent: int) -> bool:
    columns = TABLES[TABLE].names
    content = pd.DataFrame([row]).reindex(columns=columns).to_csv(index=False).encode()
    report = check(content, "pernyataan.csv", TABLE, mode="update")
    wrong = [each for each in report.found if each.severity == "error"]
    if wrong or report.frame is None:
        told = [
            f"{data_words.column_name(TABLE, each.column)}: {each.reason} {each.remedy}"
            if each.column
            else f"{each.reason} {each.remedy}"
            for each in wrong
        ]
        actions.say("warning", "\n\n".join([_("Belum diterbitkan; isian Anda masih ada."), *told]))
        return False
    return actions.publish_rows(
        store,
        TABLE,
        report.frame,
        note[: actions.LONGEST_NOTE],
        parent=parent,
        conflict=_(
            "Pernyataan lain terbit selagi Anda mengisi (versi {parent} menjadi {current}). Tidak ada yang "
            "ditimpa dan isian Anda masih ada: lihat daftar di bawah, lalu terbitkan lagi."
        ),
    )


def _withdrawal(store: Store, city: str) -> None:
    rows = statements.of_city(city)
    if rows.empty:
        return
    with st.expander(_("Cabut sebuah pernyataan")):
        told = [f"{label('statement_kind', row['kind'])}: {row['name']}" for row in rows.to_dict("records")]
        st.selectbox(_("Pernyataan"), range(len(told)), format_func=told.__getitem__, key=_key("cabut"))
        st.button(
            _("Cabut mulai hari ini"),
            icon=":material/undo:",
            on_click=_withdraw,
            args=(store, rows.drop(columns="recorded"), versions.current_version(TABLE)),
            key=_key("cabut_tombol"),
        )
        st.caption(_("Pernyataan yang dicabut tidak tampil lagi, tetapi tetap tersimpan dengan tanggalnya."))


def _withdraw(store: Store, rows: pd.DataFrame, parent: int) -> None:
    chosen = rows.iloc[int(st.session_state[_key("cabut")])]
    row = chosen.where(chosen.notna(), None).to_dict() | {"withdrawn_on": date.today().isoformat()}
    _publish_row(store, row, _("Pernyataan dicabut: {name}").format(name=row["name"]), parent)
