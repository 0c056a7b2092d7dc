"""Home: what the 24 cities bring, who fits whom, and the ways in."""

import streamlit as st

from findings import home
from i18n import _
from ui import pages, widgets
from ui.home import sections as home_sections
from wording import formats, periods
from wording.phrases import lower_first

totals = home.totals()
st.title(_("Apa yang dapat dikerjakan bersama oleh 24 kota?"))
st.markdown(
    _(
        "Kota-kota APEKSI Komwil I, dari Sabang sampai Batam, saling mengenal kekuatan dan kebutuhannya: "
        "**{products} produk unggulan**, **{applications} aplikasi yang berjalan**, ekonomi **{output}**."
    ).format(
        products=formats.number(totals["products"]),
        applications=formats.number(totals["applications"]),
        output=formats.rupiah_billion(totals["output"]),
    )
)
home_sections.figures(totals)
home_sections.ways_in()

overview = home.overview()
on_map, beside = st.columns([3, 2], gap="large")
with on_map:
    st.header(_("Tiap kota kuat di bidang yang berbeda"))
    widgets.chart(
        home_sections.overview_map(overview),
        key="overview_map",
        alt=_(
            "Peta 24 kota Komwil I: ukuran menurut PDRB, warna dan bentuk menurut kelompok sektor unggulan."
        ),
        table=lambda: home_sections.overview_table(overview),
        reading=_(
            "Makin besar tandanya, makin besar PDRB kota tahun {year}. Warna dan bentuk menunjukkan kelompok "
            "sektor yang porsinya paling jauh di atas Indonesia pada {period}."
        ).format(year=totals["output_year"], period=lower_first(periods.quarter())),
        source_ids=home_sections.output_sources(),
        note=_("PDRB {year} harga berlaku; sektor unggulan {period} dibanding Indonesia.").format(
            year=totals["output_year"], period=lower_first(periods.quarter())
        ),
    )
    pages.link("peta", _("Buka peta produk"), icon=":material/map:")
with beside:
    st.header(_("Yang paling saling melengkapi"))
    home_sections.strongest(home.strongest_links())
    widgets.caveat("one_quarter")
    st.caption(
        _(
            ":material/info: Pendekatan kami: surplus sektor satu kota bertemu kekurangan kota lain. "
            "Arus dagang sebenarnya tidak tercatat."
        )
    )

st.header(_("Seberapa lengkap dan baru data tiap kota"))
home_sections.completeness_table(home.data_state())
