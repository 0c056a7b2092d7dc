"""Parts of the page on applications that stand on one chart each: who has what, who took over what."""

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
        finished.chart(charts_applications.matrix, gaps, coverage, city_names()),
        key="aplikasi_matriks",
        alt=_(
            "Tabel kota dan bidang layanan: tanda penuh berarti ada yang berjalan, tanda kosong direncanakan."
        ),
        table=lambda: coverage.assign(apps=coverage["apps"].map("; ".join)),
        reading=_(
            "Satu baris satu kota. ● ada aplikasi yang berjalan, ○ baru direncanakan, tanpa tanda: belum "
            "ditemukan di sumber publik, yang tidak berarti tidak ada."
        ),
        source_ids=findings.catalogue()["source_id"],
        note=_("Keadaan menurut sumber publik yang terbaca; tanggal tiap sumber ada pada daftarnya."),
    )


def network() -> None:
    """Draw who took over what from whom, as a picture and on the map."""
    links = findings.takeovers()
    running = links[~links["planned"]]
    st.header(
        _("{count} kali sebuah kota memakai aplikasi daerah lain; {planned} lagi masih rencana").format(
            count=len(running), planned=len(links) - len(running)
        )
    )
    widgets.chart(
        finished.chart(charts_applications.network, links),
        key="aplikasi_jaringan",
        alt=_("Garis dari pemilik aplikasi ke kota yang memakainya juga."),
        table=links,
        reading=_(
            "Kiri pemilik, kanan pengadopsi; garis putus berarti masih rencana. Sentuh garis untuk "
            "aplikasinya."
        ),
        source_ids=links["source_id"],
    )
    places = findings.places(links)
    drawn = links[links["donor_code"].isin(places.index) & links["adopter_code"].isin(places.index)]
    widgets.chart(
        finished.chart(charts_applications.takeover_map, drawn, places),
        key="aplikasi_peta",
        alt=_("Peta dengan panah dari pemilik ke pengadopsi."),
        table=drawn,
        reading=_("Panah menuju kota yang mereplikasi; garis putus berarti masih rencana."),
        source_ids=drawn["source_id"],
        note=_("{count} di antaranya tidak tergambar: letak satu pihak tidak ada dalam data.").format(
            count=len(links) - len(drawn)
        ),
    )
    for row in links.itertuples():
        sentence = charts_applications.link_words(row.donor, row.adopter, (row.app,), row.planned)
        st.markdown(f"- {widgets.plain(sentence)}")
