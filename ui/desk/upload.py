"""Section: hand in a file, see what was recognised, mend it, see what it changes, publish."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from data import store as stores
from data.changes.differences import Difference, difference, key_of, merge_update
from data.loading import load
from data.permissions import Refused, authorise
from data.store import Store
from data.validation import Report, check
from data.versioning import versions
from findings import version_impact as impact
from i18n import N_, _
from ui import choices, widgets
from ui.desk import actions as data_actions
from ui.desk import changes as data_changes
from ui.desk import kept, limits, mending
from ui.desk import problems as data_problems
from ui.desk import reading as data_reading
from ui.desk import words as data_words
from ui.desk.actions import Upload
from ui.frame import edition, way_in
from wording import formats

MODES = {"pembaruan": N_("Pembaruan baris"), "penggantian": N_("Penggantian penuh")}
# Ways in the address -> what the checker and the store call them.
CHECKED_AS = {"pembaruan": "update", "penggantian": "replace"}
PUBLISHED_AS = {"pembaruan": "update", "penggantian": "publish"}
EXPLAINED = {
    "pembaruan": N_(
        "Baris yang kuncinya sudah ada diganti, baris baru ditambahkan, baris lain tidak disentuh. Kolom "
        "yang tidak ada dalam berkas tetap seperti sekarang. Kunci tabel ini: {key}."
    ),
    "penggantian": N_(
        "Berkas ini menjadi seluruh isi tabel: baris yang tidak ada di dalamnya dihapus. Kunci tabel ini: "
        "{key}."
    ),
}
LARGEST_MB = 5


def draw() -> None:
    """Draw the way of an upload from the file to the publication, as far as it has come."""
    store = stores.active()
    _who_may(store)
    left, right = st.columns(2)
    with left:
        table = data_words.choose_table(_("Tabel yang diisi"))
    with right:
        mode = choices.choose(
            "cara", list(MODES), _("Cara"), kind="segmented", show=lambda code: _(MODES[code])
        )
    key = formats.listing([data_words.column_name(table, name) for name in key_of(table)])
    explained = EXPLAINED[mode]
    st.caption(_(explained).format(key=key))
    upload = _file()
    if upload is None:
        st.button(
            _("Belum punya berkasnya? Ambil templat"),
            on_click=data_words.go,
            args=("unduh",),
            icon=":material/download:",
            type="tertiary",
        )
        return
    if edition.PIN in st.query_params:
        st.info(_("Unggahan selalu dibandingkan dengan data terbaru, bukan dengan edisi yang dilihat."))
    # Compared with the latest, whatever edition the address pins.
    with versions.held(versions.latest_edition()):
        _examine(store, upload, table, mode)


def _who_may(store: Store | None) -> None:
    if store is None:
        data_actions.store_closed()
        return
    granted, why = data_actions.allowed(store)
    if granted is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(
                _("{why} Memeriksa berkas tetap dapat dilakukan.").format(why=widgets.plain(why)),
                icon=":material/lock:",
            )
            way_in.draw("masuk_unggah")


def _file() -> Upload | None:
    """Return the file handed in, which stays when another section is looked at."""
    key = f"berkas_{st.session_state.get(data_actions.UPLOADER, 0)}"
    st.file_uploader(
        _("Berkas CSV atau XLSX, paling besar {most} MB").format(most=LARGEST_MB),
        key=key,
        on_change=_take,
        args=(key,),
        max_upload_size=LARGEST_MB,
    )
    upload = st.session_state.get(data_actions.UPLOAD)
    if upload is not None and st.session_state.get(key) is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(_("Berkas yang diperiksa: {name}").format(name=upload.name))
            st.button(_("Lepaskan berkas"), on_click=data_actions.let_go, icon=":material/close:")
    return upload


def _take(key: str) -> None:
    file = st.session_state.get(key)
    if file is None:
        st.session_state.pop(data_actions.UPLOAD, None)
        return
    content = file.getvalue()
    if not limits.admitted(len(content)):
        data_actions.let_go()
        data_actions.say(
            "warning",
            _(
                "Sudah {count} berkas atau {most} MB diperiksa dalam satu jam terakhir. Tunggu "
                "sebentar, lalu unggah lagi."
            ).format(
                count=formats.number(limits.MOST_FILES), most=formats.number(limits.MOST_BYTES // 1024**2)
            ),
        )
        return
    st.session_state[data_actions.UPLOAD] = Upload(file.name, content, hashlib.sha256(content).hexdigest())


def _examine(store: Store | None, upload: Upload, table: str, mode: str) -> None:
    said = data_reading.said(upload, table)
    asked = (upload.sha256, table, mode, _hashable(said), versions.current_edition())
    report = data_words.remembered("laporan", asked, lambda: _checked(upload, table, mode, said))
    st.header(_("1. Yang dikenali dari berkas"))
    data_reading.draw(report, upload, table)
    st.header(_("2. Yang perlu diperbaiki"))
    if not data_problems.draw(report, upload):
        return
    st.header(_("3. Yang berubah"))
    current = load(table)
    changes = data_words.remembered("selisih", asked, lambda: _changes(current, report, table, mode))
    if changes.empty:
        st.info(
            _("Isinya sama dengan versi yang berlaku; tidak ada yang perlu diterbitkan."),
            icon=":material/equal:",
        )
        return
    data_changes.draw_difference(changes, key="unggahan")
    if mode == "penggantian" and not changes.removed.empty:
        st.warning(
            _("Penggantian penuh ini menghapus {rows} yang sekarang berlaku.").format(
                rows=data_words.rows(len(changes.removed))
            ),
            icon=":material/delete:",
        )
    st.markdown(_("**Pengaruhnya pada jawaban dasbor**"))
    with st.spinner(_("Menghitung pengaruhnya pada LQ, peringkat, dan mitra …")):
        content = report.frame if mode == "penggantian" else _merged(current, report, table)
        moved = data_words.remembered("pengaruh", asked, lambda: impact.of_content(table, content))
    data_changes.draw_impact(moved, key="unggahan")
    st.header(_("4. Terbitkan"))
    _publishing(store, upload, report, changes, mode)


def _checked(upload: Upload, table: str, mode: str, said: Mapping[str, object]) -> Report:
    with st.spinner(_("Memeriksa berkas …")):
        return check(upload.content, upload.name, table, mode=CHECKED_AS[mode], **said)


def _changes(current: pd.DataFrame, report: Report, table: str, mode: str) -> Difference:
    new = report.frame if mode == "penggantian" else _merged(current, report, table)
    return difference(current, new, table)


def _merged(current: pd.DataFrame, report: Report, table: str) -> pd.DataFrame:
    return merge_update(current, report.frame, key_of(table))


def _hashable(said: Mapping[str, object]) -> tuple:
    return tuple(
        (name, tuple(value.items()) if isinstance(value, dict) else value)
        for name, value in sorted(said.items())
    )


def _publishing(store: Store | None, upload: Upload, report: Report, changes: Difference, mode: str) -> None:
    """Draw the form that publishes, or say why it cannot be done."""
    if store is None:
        data_actions.store_closed()
        return
    table, who = report.table, data_actions.identity()
    try:
        authorise(store, who, table, changes)
    except Refused as refusal:
        st.error(widgets.plain(str(refusal)), icon=":material/lock:")
        return
    parent = versions.current_version(table)
    if not st.session_state.get(data_actions.NOTE):
        st.session_state[data_actions.NOTE] = _told_by_file(report, upload)
    with st.form("terbitkan", border=True):
        if who.login_required:
            st.text(_("Penulis: {author}").format(author=who.actor))
        else:
            st.text_input(_("Nama Anda, untuk riwayat"), key=data_actions.NAME, max_chars=60)
        st.text_area(
            _("Catatan: apa yang berubah, dari mana, mengapa"),
            key=data_actions.NOTE,
            max_chars=data_actions.LONGEST_NOTE,
        )
        st.form_submit_button(
            _("Terbitkan versi {number}").format(number=formats.number(parent + 1)),
            type="primary",
            icon=":material/publish:",
            on_click=data_actions.publish,
            args=(store, table, report.frame, upload),
            kwargs={"mode": PUBLISHED_AS[mode], "parent": parent},
        )
    st.caption(
        _(
            "Terbit dalam satu langkah dan langsung berlaku untuk semua orang pada tindakan berikutnya. "
            "Versi sekarang tetap tersimpan dan dapat dikembalikan di Riwayat."
        )
    )


def _told_by_file(report: Report, upload: Upload) -> str:
    """Return what the file itself and the way it was mended have to say, as the beginning of the note."""
    recognised = report.recognised
    parts: list[str] = []
    if recognised.unfolded:
        parts += recognised.titles[:2]
    parts += recognised.notes[:4]
    changed = len(mending.mended(kept.prefix(upload, report.table)))
    if changed:
        parts.append(_("{count} sel diperbaiki di halaman ini.").format(count=formats.number(changed)))
    return " · ".join(parts)[: data_actions.LONGEST_NOTE]
