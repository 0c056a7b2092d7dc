"""Parts of a city's profile, each drawn on its own: what it shows, its proof and its remarks."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import data
from data.quality.caveats import caveats_for
from data.schema import label
from findings import applications as app_findings
from findings import deals
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
from ui.profile import sector_growth, structure, words
from wording import applications as app_words
from wording import formats, periods, theme
from wording.cutting import short
from wording.deals import headlines
from wording.names import city_name

SHOWN_FOODS = 12


def partners(city: str, _reference: str) -> None:
    """Draw what the city could buy and sell, a line of proof each; the cards stand on Mitra."""
    found = deals.cards(city)
    st.header(widgets.plain(headlines.best(found.all, city)))
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
        finished.recipe(charts_structure.output_lines, frame),
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


class Food(NamedTuple):
    """What is said of a city's food market."""

    header: str
    alt: str
    note: str
    sources: tuple[str, ...]


def _foods(city: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """The foods a city spends most on, and their names."""
    largest = market.largest_foods(city, SHOWN_FOODS)
    return largest, {code: label("commodity", code) for code in largest.index}


@data.by_language()
def _food(city: str) -> Food:
    basket, name = market.basket(city), city_name(city)
    largest, names = _foods(city)
    return Food(
        _(
            "Warga {city} membelanjakan {amount} setahun untuk ikan, sayur, buah, telur, susu, dan daging"
        ).format(city=name, amount=formats.rupiah(basket[basket["whole"]]["rupiah_year"].sum())),
        words.chart_alt(
            _("Batang {count} pangan dengan belanja terbesar di {city}.").format(
                count=len(largest), city=name
            ),
            {
                names[code]: formats.rupiah(each)
                for code, each in largest["rupiah_year"].head(words.TOLD).items()
            },
        ),
        _(
            "{spending} (BPS). Angka × membandingkan belanja per orang dengan rata-rata Indonesia. "
            "Belanja restoran dan industri tidak termasuk."
        ).format(spending=periods.spending()),
        market.spending_sources(city=city),
    )


def foods_of(city: str) -> go.Figure:
    """Return the foods a city spends most on as bars."""
    largest, names = _foods(city)
    return charts_structure.food_bars(largest, {code: short(text, 34) for code, text in names.items()})


def food(city: str) -> None:
    """Draw the foods a city spends most on, against the national basket."""
    told = _food(city)
    st.header(told.header)
    widgets.chart(
        finished.recipe(foods_of, city),
        key="profil_pangan",
        alt=told.alt,
        table=lambda: words.food_table(*_foods(city)),
        reading=_(
            "Batang adalah belanja rumah tangga setahun: rupiah per orang seminggu dikalikan 52,2 dan jumlah "
            "penduduk. Angka 1,3× berarti warga kota membelanjakan 1,3 kali rata-rata warga Indonesia."
        ),
        source_ids=told.sources,
        note=told.note,
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
        _(
            "Daftar kerja sama memuat {signed} perjanjian dan {others} pertemuan atau kegiatan yang bukan "
            "perjanjian. Kesepakatan pangan yang diberitakan ada di halaman Mitra."
        ).format(signed=signed, others=len(agreements) - signed)
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
    widgets.caveat(*(item for item in _caveat_ids(table, city, period) if item not in leave_out))


def _caveat_ids(table: str, city: str, period: str | None) -> tuple[str, ...]:
    return tuple(each.id for each in caveats_for(table, region=city, period=period))


DRAW = {
    "struktur": structure.draw,
    "mitra": partners,
    "produk": lambda city, _reference: products_and_flows(city),
    "pertumbuhan": lambda city, _reference: growth(city),
    "pangan": lambda city, _reference: food(city),
    "indikator": lambda city, _reference: indicators(city),
    "aplikasi": lambda city, _reference: applications(city),
    "data": lambda city, _reference: gaps(city),
}
