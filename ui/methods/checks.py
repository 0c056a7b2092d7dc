"""What the rankings find of what is documented, each beside what is simplest."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from findings import interregional, validation
from i18n import _
from ui import finished, tables, widgets
from ui.methods import charts
from wording import formats


def draw() -> None:
    """Draw the three checks and what they do not prove."""
    score()
    trade()
    suppliers()
    st.markdown("**" + widgets.plain(_("Yang tidak dibuktikan pemeriksaan ini")) + "**")
    for text in not_proven():
        st.markdown(f"- {widgets.plain(text)}")


def score() -> None:
    """Draw how well the score finds documented flows between cities."""
    table = validation.validate_score()
    ours, plain, distance = (table.loc[name] for name in ("score", "size_distance", "distance"))
    says = (
        _("Skor menemukan arus antarkota sebaik penduduk dan jarak, tidak lebih: {score} dibanding {plain}")
        if reaches(ours)
        else _("Skor menemukan arus antarkota kurang baik daripada penduduk dan jarak: {score}, {plain}")
    )
    figures = {name: formats.fixed(row["auc_both"], 2) for name, row in (("score", ours), ("plain", plain))}
    st.header(says.format(**figures))
    st.write(
        _(
            "Ambil satu pasangan kota dengan arus pasokan yang terdokumentasi dan satu pasangan tanpa arus. "
            "Angka di bawah adalah peluang bahwa pasangan pertama mendapat skor lebih tinggi. Yang diperiksa "
            "hanya pasokan, pembeli, dan kedekatan: kebutuhan menurut berita dan perjanjian berasal dari "
            "berita yang sama, dan produk yang sumbernya juga sumber sebuah arus tidak ikut."
        )
    )
    widgets.chart(
        finished.recipe(charts.validation_intervals, table),
        key="metode_pemeriksaan",
        alt=_(
            "Luas di bawah kurva ROC dari skor, tiap komponennya, dan jarak; skor {score}, jarak {distance}."
        ).format(score=formats.fixed(ours["auc_both"], 2), distance=formats.fixed(distance["auc_both"], 2)),
        table=lambda: score_table(table),
        reading=_(
            "Titik: luas di bawah kurva ROC. Garis: rentang 95% bila kota diambil ulang. Di kanan garis "
            "putus-putus lebih baik daripada menebak; rentang yang menyentuh garis itu berarti belum tentu."
        ),
        note=_(
            "{news} arus yang diberitakan ({news_auc}) dan {later} yang ditemukan kemudian ({later_auc}), "
            "dari {pairs} pasangan; bobot awal."
        ).format(
            news=int(ours["links_news"]),
            news_auc=formats.fixed(ours["auc_news"], 2),
            later=int(ours["links_later"]),
            later_auc=formats.fixed(ours["auc_later"], 2),
            pairs=formats.number(ours["pairs"]),
        ),
    )
    st.write(
        _(
            "Komplementaritas sektor ({fit}) dan pasar pangan bagi produk pemasok ({market}) hampir tidak "
            "lebih baik daripada menebak; karena itu keduanya tidak lagi bagian dari skor."
        ).format(
            fit=formats.fixed(table.at["complementarity", "auc_both"], 2),
            market=formats.fixed(table.at["market", "auc_both"], 2),
        )
    )


def reaches(row: pd.Series) -> bool:
    """Whether the difference to size and distance is none, or in favour, on both grounds."""
    return row["gap_news_high"] >= 0 and row["gap_later_high"] >= 0


def score_table(table: pd.DataFrame) -> pd.DataFrame:
    """Numbers behind the chart of the check."""
    return pd.DataFrame(
        {
            _("Ukuran"): [charts.measure(code) for code in table.index],
            _("AUC, diberitakan"): table["auc_news"].to_numpy(),
            _("AUC, ditemukan kemudian"): table["auc_later"].to_numpy(),
            _("AUC, keduanya"): table["auc_both"].to_numpy(),
            _("Batas bawah 95%"): table["low"].to_numpy(),
            _("Batas atas 95%"): table["high"].to_numpy(),
            _("Pasangan"): table["pairs"].to_numpy(),
        }
    )


def trade() -> None:
    """Draw how well each measure finds the trade recorded between provinces."""
    table = validation.validate_trade()
    ours, fit = table.loc["score"], table.loc["complementarity"]
    st.header(
        _(
            "Dagang antarprovinsi Sumatera mengikuti besar dan jarak ({score}), bukan "
            "komplementaritas ({fit})"
        ).format(score=formats.fixed(ours["rho_sumatra"], 2), fit=formats.fixed(fit["rho_sumatra"], 2))
    )
    st.write(
        _(
            "Pembelian barang antara antarprovinsi {year} menurut BPS, dibandingkan dengan tiap ukuran: "
            "korelasi peringkat antara sepuluh provinsi Sumatera, dan berapa bagian dari tiga penjual "
            "terbesar setiap provinsi yang ada di tiga teratas ukuran itu (menebak: {chance}). Di seluruh "
            "Indonesia bentuk skor ini lebih lemah."
        ).format(year=interregional.year(), chance=formats.percent(1 / 3))
    )
    tables.draw(trade_table(table), key="metode_dagang")
    widgets.download(trade_table(table), "pemeriksaan_dagang", key="metode_dagang_csv")


def trade_table(table: pd.DataFrame) -> pd.DataFrame:
    """The check on provinces in words."""
    named = {"size_distance": _("Besar kali besar dibagi kuadrat jarak")}
    return pd.DataFrame(
        {
            _("Ukuran"): [named.get(code) or charts.measure(code) for code in table.index],
            _("Korelasi, Sumatera"): [formats.fixed(each, 2) for each in table["rho_sumatra"]],
            _("Tiga teratas, Sumatera"): [formats.fixed(each, 2) for each in table["top3_sumatra"]],
            _("Korelasi, Indonesia"): [formats.fixed(each, 2) for each in table["rho_indonesia"]],
            _("Tiga teratas, Indonesia"): [formats.fixed(each, 2) for each in table["top3_indonesia"]],
        }
    )


def suppliers() -> None:
    """Draw how near the top simple orders put the kabupaten that cities dealt with."""
    table = validation.validate_suppliers()
    nearest = table.loc["nearest"]
    st.header(
        _(
            "Untuk pemasok pangan, belum ada yang terbukti lebih baik daripada yang terdekat: {share} masuk "
            "lima teratas"
        ).format(share=formats.percent(nearest["top"], 0))
    )
    st.write(
        _(
            "{pairs} pasangan kota dan kabupaten yang pernah menjajaki atau menandatangani kerja sama "
            "pangan; calonnya semua kabupaten di Sumatera. Rata-rata kebalikan urutan: 1 bila selalu "
            "teratas. Rentang 95% dengan mengambil ulang {buyers} kota pembeli saling menindih, jadi besar "
            "pertanian atau harga tidak dapat dikatakan memperbaiki urutan."
        ).format(pairs=int(nearest["pairs"]), buyers=int(nearest["buyers"]))
    )
    tables.draw(suppliers_table(table), key="metode_pemasok")
    widgets.download(suppliers_table(table), "pemeriksaan_pemasok", key="metode_pemasok_csv")


def suppliers_table(table: pd.DataFrame) -> pd.DataFrame:
    """The check on suppliers of food in words."""
    return pd.DataFrame(
        {
            _("Urutan menurut"): [charts.measure(code) for code in table.index],
            _("Rata-rata kebalikan urutan"): [formats.fixed(each, 2) for each in table["mrr"]],
            _("Rentang 95%"): [
                formats.MISSING
                if formats.is_missing(low)
                else f"{formats.fixed(low, 2)}–{formats.fixed(high, 2)}"
                for low, high in zip(table["low"], table["high"], strict=True)
            ],
            _("Lima teratas"): [formats.percent(each, 0) for each in table["top"]],
        }
    )


def not_proven() -> list[str]:
    """What the checks do not prove."""
    row = validation.validate_score().loc["score"]
    return [
        _("Hanya {count} pasangan, kebanyakan pangan, ditemukan di berita: arus lain tidak terlihat.").format(
            count=int(row["links_news"] + row["links_later"])
        ),
        _("Pasangan tanpa berita dianggap tanpa arus, padahal mungkin hanya belum diberitakan."),
        _(
            "Angka tinggi berarti skor menemukan arus seperti itu; bukan ramalan perdagangan dan bukan "
            "bukti manfaat."
        ),
        _(
            "Bobot tidak disesuaikan dengan arus ini, dan rentangnya lebar: beda kecil antarkomponen "
            "tidak berarti."
        ),
        _("Komponen kebutuhan, aplikasi, dan perjanjian tidak diperiksa sama sekali."),
        _(
            "Dua pertiga pemasok kota yang tercatat adalah kabupaten, dan separuh arus antarkota berawal di "
            "kota yang hanya memperdagangkan barangnya: skor tidak tahu siapa yang membuatnya."
        ),
    ]
