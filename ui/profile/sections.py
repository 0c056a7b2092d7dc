"""Parts of a city's profile, each drawn on its own: what it shows, its proof and its remarks."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from data.quality.caveats import caveats_for
from data.schema import label
from findings import applications as app_findings
from findings import complementarity, deals
from findings.cities import growth as city_growth
from findings.cities import profile as city_profile
from findings.cities import records as city_records
from findings.food import market
from findings.statements import APPLICATION, PRODUCT
from i18n import _
from ui import finished, pages, stated, tables, widgets
from ui.cards import deal, look, parts
from ui.partners import words as partner_words
from ui.profile import charts as charts_structure
from ui.profile import sector_growth, words
from wording import applications as app_words
from wording import deal_headlines, formats, periods, theme
from wording.cutting import short
from wording.names import city_name, reference_label

SHOWN_FOODS = 12
TOLD = 5  # figures of a chart that its text alternative says


def _told(what: str, figures: dict[str, str]) -> str:
    """Return a chart's text alternative: what it is, and its largest figures in words."""
    largest = "; ".join(f"{name} {figure}" for name, figure in figures.items())
    return _("{what} Terbesar: {figures}.").format(what=what, figures=largest)


def structure(city: str, reference: str) -> None:
    """Shares beside the reference's, and location quotients on a log axis."""
    frame = city_profile.structure(city, reference).sort_values("share", ascending=False)
    against = words.reference_name(reference, city)
    name = city_name(city)
    st.header(words.structure_sentence(frame, against))
    names = {code: label("sector", code) for code in frame.index}
    note = _("{period}, harga berlaku; pembanding: {reference}.").format(
        period=formats.period(data.latest_quarter()), reference=reference_label(reference)
    )
    sources = [*frame["source_id"], *complementarity.sources()]
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("**" + _("Bagian tiap sektor dalam PDRB") + "**")
        st.caption(
            _("Batang: {city}, berwarna tua bila sektornya menonjol. Garis jingga: {reference}.").format(
                city=name, reference=against
            )
        )
        widgets.chart(
            finished.chart(charts_structure.shares_against, frame, names, name, against),
            key="profil_pangsa",
            alt=_told(
                _("Batang pangsa 17 sektor {city} dengan tanda pangsa {reference}.").format(
                    city=name, reference=against
                ),
                {names[code]: formats.percent(share) for code, share in frame["share"].head(TOLD).items()},
            ),
            table=lambda: words.structure_table(frame, against),
            reading=_(
                "Batang adalah bagian sektor dalam PDRB kota; garis tegak jingga adalah bagian sektor yang "
                "sama pada ekonomi pembanding. Batang berwarna tua adalah sektor yang menonjol."
            ),
            source_ids=sources,
            note=note,
        )
    with right:
        st.markdown("**" + _("Kekhasan tiap sektor: berapa kali porsi pembanding") + "**")
        st.caption(
            _(
                "● menonjol, 1 kali ke atas · ◇ di bawah 1 kali · ✕ porsi kecil, di bawah 1% PDRB. "
                "Skala kelipatan."
            )
        )
        widgets.chart(
            finished.chart(charts_structure.quotients, frame, names, against),
            key="profil_lq",
            alt=_told(
                _("Kekhasan 17 sektor {city} pada skala kelipatan; garis 1 adalah {reference}.").format(
                    city=name, reference=against
                ),
                {
                    names[code]: formats.fixed(lq, 1)
                    for code, lq in frame.loc[~frame["small"], "lq"].nlargest(TOLD).items()
                },
            ),
            table=lambda: words.structure_table(frame, against),
            reading=_(
                "Bagian sektor di kota dibagi bagiannya pada ekonomi pembanding. 2 berarti bagiannya dua "
                "kali lebih besar. Tanda silang adalah sektor di bawah 1% PDRB kota: angkanya mudah "
                "melonjak, karena itu tidak disebut menonjol."
            ),
            source_ids=sources,
            note=note,
        )
    far = city_profile.concentration(city, reference)
    st.write(
        _(
            "Supaya susunannya sama dengan {reference}, {share} ekonomi {city} harus berpindah sektor: "
            "urutan ke-{rank} paling khas dari {of} kota."
        ).format(
            reference=against,
            share=formats.percent(far["krugman"] / 2, 0),
            city=name,
            rank=int(far["rank"]),
            of=int(far["of"]),
        )
    )
    _caveats("grdp_sectors", city, data.latest_quarter())


def partners(city: str, _reference: str) -> None:
    """Draw what the city could buy and sell, a line of proof each; the cards stand on Mitra."""
    found = deals.cards(city)
    st.header(widgets.plain(deal_headlines.best(found.all, city)))
    look.draw()
    numbers = parts.Numbers()
    sides = (("beli", found.buying), ("jual", found.selling))
    for (side, cards), column in zip(sides, st.columns(2), strict=True):
        with column:
            st.markdown(f"**{widgets.plain(partner_words.side(side, city))}**")
            for card in cards:
                with st.container(border=True):
                    st.html(deal.said(deal.line, card, numbers, False))
            pages.link("mitra", _("Buka kartunya"), icon=":material/handshake:", kota=city, sisi=side)
    look.sources(numbers)
    widgets.caveat("from_news")


def products_and_flows(city: str) -> None:
    """Featured products, documented flows, and needs, each with its source."""
    goods = city_records.products(city)
    name = city_name(city)
    st.header(_("{count} produk unggulan tercatat").format(count=formats.number(len(goods))))
    stated.block(city, PRODUCT)
    if goods.empty:
        widgets.missing_note(_("produk unggulan {city}").format(city=name))
    for half, column in zip((goods[::2], goods[1::2]), st.columns(2), strict=True):
        with column:
            for product in half.itertuples():
                _product(product)
    flows = city_records.flows(city)
    st.header(_("Arus pasokan yang tercatat dengan kota anggota lain"))
    if flows.empty:
        widgets.missing_note(_("arus pasokan {city}").format(city=name))
    else:
        _records(words.flow_table(flows), "profil_arus", flows["source_id"])
    needs = city_records.needs(city)
    st.header(_("Yang dibeli {city} dari tempat lain menurut berita").format(city=name))
    if needs.empty:
        widgets.missing_note(_("kebutuhan {city}").format(city=name))
    else:
        _records(words.need_table(needs), "profil_kebutuhan", needs["source_id"])
    widgets.caveat("from_news")


def _product(product) -> None:
    with st.expander(widgets.plain(f"{theme.CATEGORY_SYMBOLS[product.category]} {product.product}")):
        st.caption(
            f"{label('category', product.category)} · {label('role', product.role)} · "
            f"{label('sector', product.sector)}"
        )
        if not formats.is_missing(product.description):
            st.text(product.description)
        if not formats.is_missing(product.recognition):
            st.text(_("Pengakuan: {text}").format(text=product.recognition))
        if not formats.is_missing(product.inputs):
            st.text(_("Bahan baku: {inputs}").format(inputs=product.inputs.replace(";", ", ")))
        widgets.source_line(product.source_id)


def growth(city: str) -> None:
    """GRDP by year at current and constant prices; never a quarter beside years."""
    frame = city_growth.yearly(city)
    st.header(words.growth_sentence(city_growth.average_growth(city), frame, city))
    if frame.empty:
        widgets.missing_note(_("PDRB tahunan"))
        return
    widgets.chart(
        finished.chart(charts_structure.output_lines, frame),
        key="profil_pdrb",
        alt=" ".join(
            (
                words.growth_sentence(city_growth.average_growth(city), frame, city),
                _("Garis PDRB {city} menurut tahun, harga berlaku dan harga konstan {base}.").format(
                    city=city_name(city), base=data.base_year()
                ),
            )
        ),
        table=lambda: words.output_table(frame),
        reading=_(
            "Harga berlaku memuat kenaikan harga; harga konstan {base} menunjukkan pertumbuhan riil. "
            "Lingkaran kosong dan garis putus-putus adalah angka sementara."
        ).format(base=data.base_year()),
        source_ids=frame["source_id"],
        note=_("PDRB setahun; angka yang belum tetap berasal dari tabel BPS yang lain. {unsettled}").format(
            unsettled=periods.unsettled()
        ),
    )
    _caveats("grdp_totals", city, None, leave_out=("one_quarter", "same_reference"))
    sector_growth.draw(city)


def food(city: str) -> None:
    """Draw the foods a city spends most on, against the national basket."""
    basket = market.basket(city)
    name = city_name(city)
    groups = basket[basket["whole"]]
    st.header(
        _(
            "Warga {city} membelanjakan {amount} setahun untuk ikan, sayur, buah, telur, susu, dan daging"
        ).format(city=name, amount=formats.rupiah(groups["rupiah_year"].sum()))
    )
    largest = market.largest_foods(city, SHOWN_FOODS)
    names = {code: label("commodity", code) for code in largest.index}
    ids = market.spending_sources(city=city)
    widgets.chart(
        finished.chart(
            charts_structure.food_bars, largest, {code: short(text, 34) for code, text in names.items()}
        ),
        key="profil_pangan",
        alt=_told(
            _("Batang {count} pangan dengan belanja terbesar di {city}.").format(
                count=len(largest), city=name
            ),
            {names[code]: formats.rupiah(each) for code, each in largest["rupiah_year"].head(TOLD).items()},
        ),
        table=lambda: words.food_table(largest, names),
        reading=_(
            "Batang adalah belanja rumah tangga setahun: rupiah per orang seminggu dikalikan 52 dan jumlah "
            "penduduk. Angka 1,3× berarti warga kota membelanjakan 1,3 kali rata-rata warga Indonesia."
        ),
        source_ids=ids,
        note=_(
            "{spending} (BPS). Angka × membandingkan belanja per orang dengan rata-rata Indonesia. "
            "Belanja restoran dan industri tidak termasuk."
        ).format(spending=periods.spending()),
    )
    pages.link("pangan", _("Siapa dapat memasoknya"), icon=":material/storefront:", lihat="kota", kota=city)


def indicators(city: str) -> None:
    """Every indicator known, with year, place and source."""
    frame = city_profile.indicators(city)
    st.header(
        _("{count} indikator terdata, {ranked} di antaranya dapat diperingkat").format(
            count=formats.number(len(frame)), ranked=formats.number(int(frame["rank"].notna().sum()))
        )
    )
    st.caption(
        _("Urutan 1 adalah yang terbaik; “terbesar ke-” dipakai bila besar bukan berarti baik atau buruk.")
    )
    table = words.indicator_table(frame)
    tables.draw(table, height=min(720, 36 * len(table) + 40), key="profil_indikator")
    with st.container(horizontal=True):
        widgets.download(
            lambda: words.indicator_csv(frame, city), "profil_indikator", key="profil_indikator_csv"
        )
        widgets.sources(frame["source_id"], key="profil_indikator_sumber")
    own = [each.id for each in data.caveats_for("indicators", region=city) if city in each.regions]
    widgets.caveat("ranking", "two_hdi", "two_populations", *own)


def applications(city: str) -> None:
    """Applications, awards, and agreements of the city."""
    name = city_name(city)
    apps = city_records.apps(city)
    st.header(app_words.counted(app_findings.counts([city])))
    stated.block(city, APPLICATION)
    if apps.empty:
        widgets.missing_note(_("aplikasi {city}").format(city=name))
    else:
        _records(words.app_table(apps), "profil_aplikasi", apps["source_id"])
    awards = city_records.awards(city)
    if len(awards):
        st.header(_("Penghargaan inovasi dan kota cerdas"))
        _records(words.award_table(awards), "profil_penghargaan", awards["source_id"])
    agreements = city_records.cooperation(city)
    signed = int(agreements["agreement"].sum())
    st.header(_("Kerja sama yang tercatat"))
    if agreements.empty:
        widgets.missing_note(_("kerja sama {city}").format(city=name))
        return
    st.write(
        _("{signed} perjanjian dan {others} pertemuan atau kegiatan yang bukan perjanjian.").format(
            signed=signed, others=len(agreements) - signed
        )
    )
    _records(words.cooperation_table(agreements), "profil_kerja_sama", agreements["source_id"])


def gaps(city: str) -> None:
    """List what is missing of the city, and how to supply it."""
    found = data.missing(city)
    summary = data.city_summary().loc[city]
    st.header(
        _("{indicators} dari {expected} indikator yang dapat diperoleh sudah terdata").format(
            indicators=summary["indicators"], expected=summary["indicators_expected"]
        )
    )
    for how in dict.fromkeys(each.how for each in found):
        st.markdown(f"**{how}**")
        st.markdown("\n".join(f"- {widgets.plain(each.what)}" for each in found if each.how == how))
    table = pd.DataFrame(
        {
            _("Yang belum ada"): [each.what for each in found],
            _("Cara melengkapi"): [each.how for each in found],
        }
    )
    with st.container(horizontal=True):
        widgets.download(table, "profil_kekurangan", key="profil_kekurangan_csv")
        pages.link("data", _("Ke halaman Data untuk melengkapi"), icon=":material/upload:", kota=city)


def _records(table: pd.DataFrame, key: str, source_ids) -> None:
    """Draw a table of records whose last column is an address, with its download and sources."""
    link = table.columns[-1]
    texts = [name for name in table.columns if name != link]
    tables.draw(
        table.fillna(dict.fromkeys(texts, formats.MISSING)),
        key=key,
        column_config={
            link: st.column_config.LinkColumn(display_text=_("buka")),
            _("Uraian"): st.column_config.TextColumn(width="large"),
        },
    )
    with st.container(horizontal=True):
        widgets.download(table, key, key=f"{key}_csv")
        widgets.sources(source_ids, key=f"{key}_sumber")


def _caveats(table: str, city: str, period: str | None, leave_out: tuple[str, ...] = ()) -> None:
    ids = [each.id for each in caveats_for(table, region=city, period=period)]
    widgets.caveat(*(item for item in ids if item not in leave_out))


DRAW = {
    "struktur": structure,
    "mitra": partners,
    "produk": lambda city, _reference: products_and_flows(city),
    "pertumbuhan": lambda city, _reference: growth(city),
    "pangan": lambda city, _reference: food(city),
    "indikator": lambda city, _reference: indicators(city),
    "aplikasi": lambda city, _reference: applications(city),
    "data": lambda city, _reference: gaps(city),
}
