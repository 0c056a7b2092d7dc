"""Data: how complete it is, files to fill, checking and publishing an upload, history, access."""

import streamlit as st

from data.store import StoreError
from i18n import N_, _
from ui import (
    choices,
    data_access,
    data_actions,
    data_completeness,
    data_downloads,
    data_history,
    data_upload,
    widgets,
)

SECTIONS = {
    "kelengkapan": (N_("Kelengkapan"), data_completeness.draw),
    "unduh": (N_("Unduh"), data_downloads.draw),
    "unggah": (N_("Unggah"), data_upload.draw),
    "riwayat": (N_("Riwayat"), data_history.draw),
    "akses": (N_("Akses"), data_access.draw),
}


def main() -> None:
    st.title(_("Data: dari kota, diperiksa, dan dapat dilacak"))
    st.markdown(
        _(
            "Siapa pun dapat melihat dan mengunduh. Analis kota mengisi templat, mengunggahnya, melihat apa "
            "yang berubah, lalu menerbitkan. Setiap versi tersimpan dan dapat dikembalikan."
        )
    )
    section = choices.choose(
        "bagian", list(SECTIONS), _("Lihat"), kind="segmented", show=lambda code: _(SECTIONS[code][0])
    )
    data_actions.show_message()
    try:
        SECTIONS[section][1]()
    except StoreError as trouble:
        st.error(widgets.plain(str(trouble)), icon=":material/database_off:")


main()
