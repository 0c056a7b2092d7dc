"""Part of the page on applications: who has what in which service domain."""

from __future__ import annotations

import streamlit as st

import data
from findings import applications as findings
from findings import complementarity
from i18n import _
from ui import choices, finished, widgets
from ui.applications import charts as charts_applications
from wording.names import city_names
from wording.names import scope as scope_name

SCOPES = dict(zip(complementarity.SCOPES, (data.HOME_KOMWIL, None), strict=True))


def matrix() -> None:
    """Draw who has what, and where nothing was found."""
    scope = choices.choose("cakupan", list(SCOPES), _("Kota"), kind="segmented", show=scope_name)
    gaps = findings.gaps(SCOPES[scope])
    coverage = findings.coverage(SCOPES[scope])
    st.header(charts_applications.matrix_words(gaps))
    widgets.chart(
        finished.recipe(charts_applications.matrix, gaps, coverage, city_names()),
        key="aplikasi_matriks",
        alt=_(
            "Tabel kota dan bidang layanan: tanda penuh berarti ada yang berjalan, tanda kosong direncanakan."
        ),
        table=lambda: coverage.assign(apps=coverage["apps"].map("; ".join)),
        reading=_(
            "Satu baris satu kota. ● ada aplikasi yang berjalan, ○ baru direncanakan, ✕ kotanya menyatakan "
            "belum punya, tanpa tanda: belum ditemukan di sumber publik, yang tidak berarti tidak ada."
        ),
        source_ids=findings.catalogue()["source_id"],
        note=_("Keadaan menurut sumber publik yang terbaca; tanggal tiap sumber ada pada daftarnya."),
    )
