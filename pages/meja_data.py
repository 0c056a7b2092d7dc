"""Data: how complete it is, files to fill, checking and publishing an upload, history, access."""

import streamlit as st

from data.store import StoreError
from i18n import N_, _
from ui import choices, widgets
from ui.desk import access as data_access
from ui.desk import actions as data_actions
from ui.desk import completeness as data_completeness
from ui.desk import downloads as data_downloads
from ui.desk import history as data_history
from ui.desk import offers as data_offers
from ui.desk import statements as data_statements
from ui.desk import upload as data_upload
from ui.frame import my_city

SECTIONS = {
    "kelengkapan": (N_("Kelengkapan"), data_completeness.draw),
    "unduh": (N_("Unduh"), data_downloads.draw),
    "unggah": (N_("Unggah"), data_upload.draw),
    "pernyataan": (N_("Pernyataan kota"), data_statements.draw),
    "riwayat": (N_("Riwayat"), data_history.draw),
    "akses": (N_("Akses"), data_access.draw),
}


def main() -> None:
    st.title(data_completeness.headline(my_city.chosen()))
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
    # One after the other: what the edition in force holds is shown although the store does not answer.
    said = set()
    for draw in (data_offers.notice_if_open, SECTIONS[section][1]):
        try:
            draw()
        except StoreError as trouble:
            if str(trouble) not in said:
                st.error(widgets.plain(str(trouble)), icon=":material/database_off:")
            said.add(str(trouble))


main()
