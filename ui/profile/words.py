"""Sentences and tables of a city's profile."""

from __future__ import annotations

import pandas as pd

import data
from analysis.replication import CODE
from data.schema import INDICATORS, label
from data.sourcing.provenance import source
from i18n import _, ngettext
from wording import formats, periods
from wording.names import city_name, home_komwil, island
from wording.phrases import inside, sectors
from wording.sources import source_text

NO_BREAK = "\u00a0"
SECTIONS = ("struktur", "mitra", "produk", "pertumbuhan", "pangan", "indikator", "aplikasi", "data")


TOLD = 5  # figures of a chart that its text alternative says


def chart_alt(what: str, figures: dict[str, str]) -> str:
    """Return a chart's text alternative: what it is, and its largest figures in words."""
    largest = "; ".join(f"{name} {figure}" for name, figure in figures.items())
    return _("{what} Terbesar: {figures}.").format(what=what, figures=largest)


def section(code: str) -> str:
    """Name of a part of the profile."""
    return {
        "struktur": _("Struktur ekonomi"),
        "mitra": _("Mitra"),
        "produk": _("Produk dan pasokan"),
        "pertumbuhan": _("PDRB per tahun"),
        "pangan": _("Pasar pangan"),
        "indikator": _("Indikator"),
        "aplikasi": _("Aplikasi dan penghargaan"),
        "data": _("Yang belum ada"),
    }[code]


def reference_name(code: str, city: str | None = None) -> str:
    """Short name of a reference economy inside a sentence; of ``province`` the city's own."""
    if code == "province":
        return data.cities().at[city, "province"] if city else _("provinsi masing-masing")
    return {"indonesia": "Indonesia", "sumatra": island(), "komwil_1": home_komwil()}[code]


def headline(leading: pd.DataFrame, city: str, reference: str) -> str:
    """Say what the city is specialised in: the share, and how many times that of the reference."""
    name = city_name(city)
    against = reference_name(reference, city)
    if leading.empty:
        return _("Struktur ekonomi {city} mirip {reference}: tidak ada sektor yang menonjol.").format(
            city=name, reference=against
        )
    items = [
        _("{sector} ({share} PDRB, {times} porsi {reference})").format(
            sector=inside("sector", code),
            share=formats.percent(row.share),
            times=formats.location_quotient(row.lq).replace(" ", NO_BREAK),
            reference=against,
        )
        for code, row in zip(leading.index, leading.itertuples(), strict=True)
    ]
    return _("{city} menonjol pada {sectors}.").format(city=name, sectors=formats.listing(items))


def known_for(products: pd.DataFrame, flows: pd.DataFrame, city: str) -> str:
    """Say what the city makes and whom it is documented to supply, in one or two sentences."""
    sentences = []
    made = products[products["role"] == "produk"]["product"].tolist() or products["product"].tolist()
    if made:
        sentences.append(
            _("Produk unggulannya antara lain: {products}.").format(products="; ".join(made[:3]))
        )
    plain = flows[(flows["direction"] == "out") & flows["plain"]]
    if len(plain):
        goods = plain["commodity"].value_counts().index[0]
        buyers = [city_name(code) for code in plain.loc[plain["commodity"] == goods, "partner"].unique()]
        if len(buyers) > 3:
            buyers = [*buyers[:2], _("{count} kota lain").format(count=len(buyers) - 2)]
        sentences.append(
            _("{city} tercatat memasok {goods} ke {cities}.").format(
                city=city_name(city), goods=goods, cities=formats.listing(buyers)
            )
        )
    return " ".join(sentences)


def key_value(code: str, value: float) -> str:
    """Write an indicator where there is little room: the label already says that it counts people."""
    return formats.number(value) if code == "population" else formats.indicator(code, value)


def place(rank: float, of: int, better: str) -> str:
    """Place among the cities of the same year: ``ke-4 dari 34 kota``."""
    if formats.is_missing(rank):
        return ngettext("terdata di {count} kota", "terdata di {count} kota", of).format(count=of)
    if better == "neutral":
        return _("terbesar ke-{rank} dari {of} kota").format(rank=int(rank), of=of)
    return _("urutan {rank} dari {of} kota").format(rank=int(rank), of=of)


def indicator_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Write indicators as a reader sees them: value with unit, year, place, source, note."""
    return pd.DataFrame(
        {
            _("Indikator"): [label("indicator", code) for code in frame.index],
            _("Nilai"): [
                formats.indicator(code, value)
                for code, value in zip(frame.index, frame["value"], strict=True)
            ],
            _("Tahun"): [str(year) for year in frame["year"]],
            _("Posisi"): [place(row.rank, row.of, row.better) for row in frame.itertuples()],
            _("Sumber"): [source_short(item) for item in frame["source_id"]],
            _("Catatan"): ["" if formats.is_missing(note) else note for note in frame["note"]],
        }
    )


def indicator_csv(frame: pd.DataFrame, city: str) -> pd.DataFrame:
    """Write indicators as numbers, for a spreadsheet."""
    return pd.DataFrame(
        {
            _("Kode kota"): city,
            _("Kota"): city_name(city),
            _("Tema"): [label("theme", code) for code in frame["theme"]],
            _("Indikator"): [label("indicator", code) for code in frame.index],
            _("Nilai"): frame["value"].to_numpy(),
            _("Satuan"): [label("unit", INDICATORS[code].unit) for code in frame.index],
            _("Tahun"): frame["year"].to_numpy(),
            _("Peringkat"): frame["rank"].to_numpy(),
            _("Kota terdata"): frame["of"].to_numpy(),
            _("Sumber"): [source_text(item) for item in frame["source_id"]],
            _("Catatan"): frame["note"].to_numpy(),
        }
    )


def structure_table(frame: pd.DataFrame, reference: str) -> pd.DataFrame:
    """Sectors of a city as numbers, for a spreadsheet."""
    return pd.DataFrame(
        {
            _("Kode sektor"): frame.index,
            _("Sektor"): [label("sector_name", code) for code in frame.index],
            _("PDRB {period} (rupiah)").format(period=periods.quarter()): frame["rupiah"].to_numpy(),
            _("Pangsa kota"): frame["share"].to_numpy(),
            _("Pangsa {reference}").format(reference=reference): frame["reference_share"].to_numpy(),
            _("Kekhasan (LQ)"): frame["lq"].to_numpy(),
            _("Menonjol"): [_("ya") if basis else _("tidak") for basis in frame["basis"]],
            _("Porsi kecil"): [_("ya") if small else _("tidak") for small in frame["small"]],
        }
    )


def structure_sentence(frame: pd.DataFrame, reference: str) -> str:
    """How many sectors stand out, and which are too small to judge."""
    basis = int(frame["basis"].sum())
    small = frame.index[frame["small"] & (frame["lq"] >= 1)]
    text = ngettext(
        "{count} sektor menonjol: bagiannya lebih besar daripada di {reference}.",
        "{count} sektor menonjol: bagiannya lebih besar daripada di {reference}.",
        basis,
    ).format(count=basis, reference=reference)
    if len(small):
        text += " " + _("Tidak dihitung: {sectors}, karena porsinya di bawah 1%.").format(
            sectors=sectors(small)
        )
    return text


def output_table(frame: pd.DataFrame) -> pd.DataFrame:
    """GRDP by year as numbers, for a spreadsheet."""
    return pd.DataFrame(
        {
            _("Tahun"): frame["year"].to_numpy(),
            _("Dasar harga"): [label("price_basis", code) for code in frame["price_basis"]],
            _("PDRB (rupiah)"): frame["rupiah"].to_numpy(),
            _("Pertumbuhan"): frame["growth"].to_numpy(),
            _("Status"): [periods.status(code) for code in frame["status"]],
            _("Sumber"): [source_text(item) for item in frame["source_id"]],
        }
    )


def growth_sentence(average: dict[str, float], frame: pd.DataFrame, city: str) -> str:
    """How fast the city grew, and how large it is in its latest year."""
    current = frame[frame["price_basis"] == "ADHB"]
    if current.empty or formats.is_missing(average["growth"]):
        return _("PDRB tahunan {city} belum terdata.").format(city=city_name(city))
    last = current.iloc[-1]
    return _(
        "PDRB riil {city} tumbuh rata-rata {growth} setahun pada {first}–{last}; nilainya {amount} "
        "pada {year} menurut harga berlaku."
    ).format(
        city=city_name(city),
        growth=formats.percent(average["growth"]),
        first=average["from"],
        last=average["to"],
        amount=formats.rupiah(last["rupiah"]),
        year=last["year"],
    )


def flow_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Documented flows with their certainty and source."""
    return pd.DataFrame(
        {
            _("Arah"): [_("memasok") if way == "out" else _("menerima dari") for way in frame["direction"]],
            _("Kota"): [city_name(code) for code in frame["partner"]],
            _("Barang"): frame["commodity"].to_numpy(),
            _("Kepastian"): [label("certainty", code) for code in frame["certainty"]],
            _("Sumber"): [source_short(item) for item in frame["source_id"]],
            _("Tautan"): [source_link(item) for item in frame["source_id"]],
        }
    )


def need_table(frame: pd.DataFrame) -> pd.DataFrame:
    """List what a city is reported to buy from elsewhere, with the source."""
    return pd.DataFrame(
        {
            _("Barang"): frame["commodity"].to_numpy(),
            _("Jenis"): [label("need_category", code) for code in frame["category"]],
            _("Pemasok menurut sumber"): frame["supplier_as_stated"].to_numpy(),
            _("Uraian"): frame["description"].to_numpy(),
            _("Sumber"): [source_short(item) for item in frame["source_id"]],
            _("Tautan"): [source_link(item) for item in frame["source_id"]],
        }
    )


def app_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Applications of a city, with their status and source."""
    return pd.DataFrame(
        {
            _("Aplikasi"): frame["app"].to_numpy(),
            _("Status"): [
                label("status", code) + (f", {_('belum dikonfirmasi kota')}" if seen == CODE else "")
                for code, seen in zip(frame["status"], frame["evidence"], strict=True)
            ],
            _("Bidang"): [label("service_domain", code) for code in frame["service_domain"]],
            _("Uraian"): frame["description"].to_numpy(),
            _("Pengakuan"): frame["recognition"].to_numpy(),
            _("Sumber"): [source_short(item) for item in frame["source_id"]],
            _("Tautan"): [source_link(item) for item in frame["source_id"]],
        }
    )


def award_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Innovation and smart-city awards, with the source."""
    return pd.DataFrame(
        {
            _("Tahun"): frame["year"].astype(str).to_numpy(),
            _("Penghargaan"): frame["award"].to_numpy(),
            _("Predikat"): frame["predicate"].to_numpy(),
            _("Nilai"): [formats.number(value, 2) for value in frame["index_value"]],
            _("Sumber"): [source_short(item) for item in frame["source_id"]],
            _("Tautan"): [source_link(item) for item in frame["source_id"]],
        }
    )


def cooperation_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Agreements and meetings of a city, with the source."""
    return pd.DataFrame(
        {
            _("Tanggal"): [formats.day(value, "medium") for value in frame["date"]],
            _("Bentuk"): [label("instrument", code) for code in frame["instrument"]],
            _("Para pihak"): (frame["party_a"] + " – " + frame["party_b"]).to_numpy(),
            _("Pokok"): frame["subject"].to_numpy(),
            _("Sumber"): [source_short(item) for item in frame["source_id"]],
            _("Tautan"): [source_link(item) for item in frame["source_id"]],
        }
    )


def source_short(source_id: str) -> str:
    """Write publisher and date of a source, for a cell."""
    if formats.is_missing(source_id):
        return formats.MISSING
    found = source(source_id)
    return f"{found.publisher}, {formats.day(found.date, 'medium')}" if found.date else found.publisher


def source_link(source_id: str) -> str | None:
    """Address of a source; None where there is none."""
    return None if formats.is_missing(source_id) else source(source_id).link or None


def food_table(foods: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Return the numbers behind the bars of foods with headings."""
    return pd.DataFrame(
        {
            _("Pangan"): [names[code] for code in foods.index],
            _("Belanja setahun (rupiah)"): foods["rupiah_year"].to_numpy(),
            _("Rupiah per orang seminggu"): foods["per_week"].to_numpy(),
            _("Kali rata-rata Indonesia"): foods["ratio"].to_numpy(),
        }
    )
