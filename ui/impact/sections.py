"""Parts of the page on impact: what is asked, the flow, the cards, where it leads."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st

import data
from analysis.checks import AnalysisError
from data import goods_facts
from data.schema import label
from findings.goods import trade_goods
from findings.impact import deal as deal_impact
from findings.impact import regional as regional_impact
from findings.impact.regional import RegionalImpact
from i18n import _
from ui import choices, pages, widgets
from ui.cards import look
from ui.frame import my_city
from ui.impact import blocks
from wording import formats
from wording import impact as words
from wording.goods import good_name
from wording.names import city_name, place_name
from wording.phrases import upper_first

SECTOR = "sektor_"
AMOUNTS = (1, 1_000_000)
PRICES = (100, 2_000_000)
BILLIONS = (1, 100_000)
FIRST_GOOD = "cabai_merah"


def options() -> list[str]:
    """Goods by name, then the sectors."""
    goods = sorted(deal_impact.goods(), key=good_name)
    return [*goods, *(SECTOR + code for code in data.load("sectors")["sector"])]


def shown(code: str) -> str:
    """What a good or a sector is called in the list."""
    if code.startswith(SECTOR):
        return _("Sektor: {sector}").format(sector=label("sector", code.removeprefix(SECTOR)))
    return upper_first(good_name(code))


class Asked(NamedTuple):
    """What was worked out: who buys from whom, amount times price, whether at retail prices."""

    made: RegionalImpact
    buyer: str
    buys: str
    how: str
    retail: bool


def ask() -> Asked | None:
    """What the reader wants worked out; None, said on the page, where the table does not know the seller."""
    columns = st.columns([1.1, 1.3, 1.3, 1, 1])
    with columns[0]:
        buyer = my_city.shown()
        st.caption(_("Pembeli"))
        st.markdown(f"**{city_name(buyer)}**")
    with columns[2]:
        what = choices.choose("barang", options(), _("Barang atau sektor"), default=FIRST_GOOD, show=shown)
    good = "" if what.startswith(SECTOR) else what
    near = deal_impact.sellers(buyer)
    with columns[1]:
        seller = choices.choose(
            "penjual",
            near,
            _("Penjual"),
            default=deal_impact.first_seller(buyer, good) if good else near[0],
            show=place_name,
        )
    buys = _("{buyer} membeli dari {seller}").format(buyer=city_name(buyer), seller=place_name(seller))
    if not good:
        with columns[3]:
            billions = choices.whole("nilai", _("Nilai, miliar rupiah"), default=10, between=BILLIONS)
        sector = what.removeprefix(SECTOR)
        made = _worked_out(seller, sector, billions * 1e9)
        return made and Asked(made, buyer, buys, label("sector", sector), retail=False)
    start = deal_impact.start(buyer, seller, good)
    pieces = trade_goods()[good].pieces
    with columns[3]:
        label_text = _("Ribu butir setahun") if pieces else _("Ton setahun")
        amount = choices.whole("jumlah", label_text, default=int(start.amount), between=AMOUNTS)
    with columns[4]:
        label_text = _("Rupiah per butir") if pieces else _("Rupiah per kg")
        default = int(start.price) if start.price > 0 else PRICES[0]
        price = choices.whole("harga", label_text, default=default, between=PRICES, step=100)
    _of_need(start, buyer, amount, pieces=pieces)
    made = _worked_out(seller, deal_impact.sector_of(good), amount * 1000.0 * price)
    how = (
        _("{good}: {amount} ribu butir × {price} per butir")
        if pieces
        else _("{good}: {amount} ton × {price} per kg")
    ).format(good=upper_first(good_name(good)), amount=formats.number(amount), price=formats.rupiah(price))
    return made and Asked(made, buyer, buys, how, retail=True)


def _worked_out(seller: str, sector: str, rupiah: float) -> RegionalImpact | None:
    try:
        return regional_impact.purchase(seller, sector, rupiah)
    except AnalysisError:
        st.info(
            _(
                "Tabel antarprovinsi tidak memuat {sector} di {province}; dampaknya belum dapat dihitung. "
                "Pilih penjual di provinsi lain."
            ).format(sector=label("sector", sector), province=data.regencies().at[seller, "province"]),
            icon=":material/table_view:",
        )
        return None


def _of_need(start: deal_impact.Start, buyer: str, amount: int, *, pieces: bool) -> None:
    said = []
    if start.need > 0:
        said.append(
            (
                _("{amount} ribu butir adalah {share} dari yang dipakai rumah tangga {buyer} setahun.")
                if pieces
                else _("{amount} ton adalah {share} dari yang dipakai rumah tangga {buyer} setahun.")
            ).format(
                amount=formats.number(amount),
                share=formats.percent(amount / start.need, 0),
                buyer=city_name(buyer),
            )
        )
    else:
        said.append(_("Kebutuhan rumah tangga {buyer} belum terdata.").format(buyer=city_name(buyer)))
    if start.months:
        first, last = map(formats.period, start.months)
        said.append(
            _("Harga awal: harga konsumen di {place}, rata-rata {first} sampai {last}.").format(
                place=place_name(start.price_at), first=first, last=last
            )
        )
    elif start.price_at:
        ramadan = goods_facts.survey_remark(str(start.year)) == "ramadan"
        said.append(
            _("Harga awal: eceran di {place}, Susenas Maret {year}{note}.").format(
                place=place_name(start.price_at),
                year=start.year,
                note=_(", bulan Ramadan") if ramadan else "",
            )
        )
    else:
        said.append(_("Harga belum terdata: isi harga Anda sendiri."))
    st.caption(" ".join(said))


def headline(asked: Asked) -> None:
    """The answer in a sentence, how sure it is, and the next step; before what it is worked out from."""
    st.title(words.headline(asked.made))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(words.sureness(asked.made))
        pages.link(
            "kerja_sama",
            _("Masukkan ke usulan"),
            icon=":material/assignment:",
            pihak=f"{asked.buyer},{asked.made.seller}",
        )


def draw(asked: Asked) -> None:
    """What the answer is made of: flow, other provinces, three cards."""
    made = asked.made
    look.draw()
    left, right = st.columns([2, 1.15], gap="large")
    left.html(blocks.flow(made, asked.buys, asked.how, words.own_province(made), words.others(made)))
    right.html(blocks.provinces(made))
    first, second, third = st.columns(3)
    with first.container(border=True, key="dampak_nilai_tambah", height="stretch"):
        st.html(blocks.card(_("Nilai tambah"), [formats.rupiah(made.value_added)], [words.value_added(made)]))
    with second.container(border=True, key="dampak_tempat", height="stretch"):
        found = made.place_output
        ends = [formats.rupiah(found.low), formats.rupiah(found.high)]
        title = _("Untuk {place} sendiri").format(place=place_name(made.seller))
        st.html(blocks.card(title, ends, [words.at_the_place(made)], blocks.span(found)))
    with third.container(border=True, key="dampak_batas", height="stretch"):
        st.html(blocks.card(_("Batas perkiraan ini"), [], words.limits(made, retail=asked.retail)))
    with st.container(horizontal=True, vertical_alignment="center"):
        widgets.sources(regional_impact.source_ids(), key="dampak_sumber")
        widgets.download(lambda: table(made), "dampak", key="dampak_csv")
        pages.link("metode", _("Cara menghitung"), icon=":material/menu_book:", bagian="dagang")


def table(made: RegionalImpact) -> pd.DataFrame:
    """Output and value added by province, in rupiah."""
    rows = made.by_province
    return pd.DataFrame(
        {
            _("Provinsi"): [city_name(code) for code in rows.index],
            _("Keluaran, rupiah"): rows["output"].round().to_numpy(),
            _("Nilai tambah, rupiah"): rows["value_added"].round().to_numpy(),
        }
    )
