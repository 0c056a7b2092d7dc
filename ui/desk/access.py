"""Section: who you are and what you may do; for admins the roles and the audit trail."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from data import store as stores
from data.permissions import Identity, Permission
from data.schema import TABLES
from data.store import Store
from data.store.journal import ACTIONS
from data.store.roles import ADMIN, ANALYST, EDITOR, ROLES
from i18n import N_, _
from ui import choices, tables, widgets
from ui.desk import actions as data_actions
from ui.desk import emblem
from ui.desk import words as data_words
from ui.frame import connection, way_in
from wording import formats
from wording.names import city_name
from wording.phrases import dated

ROLE_NAMES = {ANALYST: N_("Analis kota"), EDITOR: N_("Penyunting"), ADMIN: N_("Pengelola")}
ROLE_MEANING = {
    ANALYST: N_("mengubah baris kota yang disebut saja"),
    EDITOR: N_("mengubah semua baris semua tabel"),
    ADMIN: N_("seperti penyunting, dan mengatur peran"),
}
ACTION_NAMES = {
    "publish": N_("Terbit"),
    "rollback": N_("Dikembalikan"),
    "import": N_("Impor dari BPS"),
    "refused": N_("Ditolak"),
    "conflict": N_("Bentrok"),
    "role": N_("Peran"),
    "restore": N_("Dipulihkan dari cadangan"),
    "threshold_set": N_("Ambang harga"),
    "emblem_set": N_("Lambang"),
}
ALL = "semua"
MOST_ENTRIES = 500
FORM = "peran"


def draw() -> None:
    """Draw who stands here, and what an admin keeps."""
    store = stores.active()
    who = data_actions.identity()
    if store is None:
        data_actions.store_closed()
        return
    granted, why = data_actions.allowed(store)
    _yourself(who, granted, why)
    with st.expander(_("Siapa boleh apa")):
        _rules()
    emblem.draw(store)
    if granted is not None and granted.role == ADMIN:
        _roles(store)
        _trail(store)


def _yourself(who: Identity, granted: Permission | None, why: str) -> None:
    if granted is None:
        st.header(_("Anda dapat melihat dan mengunduh semua data"))
        st.info(widgets.plain(why), icon=":material/lock:")
    elif not who.login_required:
        st.header(_("Anda dapat menerbitkan semua tabel"))
        st.markdown(
            _(
                "Anda berada di komputer tempat aplikasi ini berjalan dan sudah memasukkan kunci pemiliknya. "
                "Dari komputer lain tidak ada yang dapat menerbitkan."
            )
        )
    elif granted.everything:
        st.header(_("Anda dapat menerbitkan semua tabel"))
        st.text(_("{email}: {role}").format(email=granted.author, role=_(ROLE_NAMES[granted.role])))
    else:
        cities = formats.listing([city_name(code) for code in granted.cities])
        st.header(_("Anda dapat menerbitkan baris milik {cities}").format(cities=cities))
        st.text(_("{email}: {role}").format(email=granted.author, role=_(ROLE_NAMES[granted.role])))
    if connection.login_configured() and who.email:
        st.button(_("Keluar"), on_click=st.logout, icon=":material/logout:", key="keluar")
    way_in.draw("masuk")


def _rules() -> None:
    st.markdown(
        "\n".join(f"- **{_(ROLE_NAMES[role])}**: {_(ROLE_MEANING[role])}." for role in ROLES)
        + "\n- "
        + _("**Tanpa akun**: melihat, mengunduh, dan memeriksa berkas.")
    )
    st.caption(
        _(
            "Hak diperiksa di server pada setiap penerbitan, apa pun yang tampil di halaman. Baris milik dua "
            "kota (kerja sama, aliran pasokan) dapat diubah analis kedua kota. Setiap penerbitan, penolakan, "
            "bentrokan, dan perubahan peran tercatat."
        )
    )


def _roles(store: Store) -> None:
    st.header(_("Daftar peran"))
    if not connection.login_configured():
        st.caption(_("Peran baru dipakai setelah masuk dengan akun diatur; dapat disiapkan dari sekarang."))
    everyone = store.roles.everyone()
    if everyone.empty:
        st.markdown(_("Belum ada peran yang diberikan."))
    else:
        tables.draw(
            pd.DataFrame(
                {
                    _("Surel"): everyone["email"],
                    _("Peran"): [_(ROLE_NAMES[role]) for role in everyone["role"]],
                    _("Kota"): [
                        ", ".join(map(city_name, codes)) or _("semua") for codes in everyone["cities"]
                    ],
                    _("Diberikan"): everyone["at"].map(data_words.when),
                    _("Oleh"): everyone["granted_by"],
                }
            ),
            key="peran_tabel",
        )
    left, right = st.columns([3, 2])
    with left, st.form(FORM, border=True):
        st.markdown(_("**Beri atau ubah peran**"))
        st.text_input(_("Surel"), key=f"{FORM}_email", max_chars=200)
        st.selectbox(
            _("Peran"), list(ROLES), format_func=lambda role: _(ROLE_NAMES[role]), key=f"{FORM}_role"
        )
        st.multiselect(
            _("Kota, untuk analis"),
            list(data.cities().index),
            format_func=city_name,
            placeholder=_("Pilih kota"),
            key=f"{FORM}_cities",
        )
        st.form_submit_button(
            _("Simpan peran"), on_click=data_actions.grant, args=(store, FORM), icon=":material/person_add:"
        )
    if not everyone.empty:
        with right, st.form("cabut", border=True):
            st.markdown(_("**Cabut peran**"))
            st.selectbox(_("Surel"), everyone["email"].tolist(), key="cabut_email")
            st.form_submit_button(
                _("Cabut"),
                on_click=data_actions.revoke,
                args=(store, "cabut"),
                icon=":material/person_remove:",
            )


def _trail(store: Store) -> None:
    st.header(_("Jejak"))
    action = choices.choose(
        "jejak",
        [ALL, *ACTIONS],
        _("Tindakan"),
        show=lambda code: _("Semua") if code == ALL else _(ACTION_NAMES[code]),
        kind="pills",
    )
    entries = store.audit.entries(MOST_ENTRIES, None if action == ALL else action)
    if entries.empty:
        st.markdown(_("Belum ada yang tercatat."))
        return
    table = pd.DataFrame(
        {
            _("Kapan"): entries["at"].map(data_words.when),
            _("Siapa"): entries["actor"],
            _("Tindakan"): [_(ACTION_NAMES[code]) for code in entries["action"]],
            _("Tentang"): [_about(subject) for subject in entries["subject"]],
            _("Rincian"): [_detail(*row) for row in entries[["action", "detail"]].itertuples(index=False)],
        }
    )
    tables.draw(
        table,
        column_config={_("Rincian"): st.column_config.TextColumn(width="large")},
        key=f"jejak_{action}_tabel",
    )
    widgets.download(table, "jejak", key="jejak_csv", label_text=_("Unduh jejak"))
    if len(entries) == MOST_ENTRIES:
        st.caption(_("Ditampilkan {count} yang terakhir.").format(count=formats.number(MOST_ENTRIES)))


def _about(subject: str) -> str:
    """What an action was about: a table or a city by its name, a person as written."""
    return data_words.table_name(subject) if subject in TABLES else city_name(subject)


def _detail(action: str, detail: dict) -> str:
    """What the trail says beside an action, as one sentence."""
    if action in ("publish", "rollback", "import"):
        return _("versi {number} dari versi {parent}, edisi {edition}, {rows}. {note}").format(
            number=formats.number(detail.get("number")),
            parent=formats.number(detail.get("parent")),
            edition=dated(detail["edition"]),
            rows=data_words.rows(detail.get("rows", 0)),
            note=detail.get("note") or "",
        )
    if action == "conflict":
        return _("bekerja dari versi {parent}, yang berlaku versi {current}").format(
            parent=formats.number(detail.get("parent")), current=formats.number(detail.get("current"))
        )
    if action == "role":
        name = ROLE_NAMES.get(str(detail.get("role")), N_("dicabut"))
        return ", ".join([_(name), *map(city_name, detail.get("cities") or ())])
    if action == "refused":
        return str(detail.get("reason", ""))
    return ", ".join(f"{name}: {value}" for name, value in detail.items())
