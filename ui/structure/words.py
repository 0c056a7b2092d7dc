"""Sentences and tables of the page on complementarity."""

from __future__ import annotations

import pandas as pd

import data
from data.schema import label
from findings.complementarity import View, tradable_sectors
from i18n import _
from ui import widgets
from ui.profile.words import reference_name, source_link, source_short
from ui.structure import charts as charts_links
from wording import formats
from wording.names import city_name
from wording.phrases import sectors
from wording.sources import source_text


def scope(code: str) -> str:
    """Name of a set of cities."""
    return {"I": _("24 kota Komwil I"), "I+II": _("34 kota Komwil I dan II")}[code]


def measure(code: str) -> str:
    """Name of a measure."""
    return {"index": _("Indeks (0–1)"), "rupiah": _("Rupiah, satu triwulan")}[code]


def order(code: str) -> str:
    """Name of an order of the matrix."""
    return {"similarity": _("Kemiripan"), "province": _("Provinsi"), "name": _("Abjad")}[code]


def tradable_note(chosen: tuple[str, ...]) -> str:
    """Which sectors count as traded between cities."""
    out = [code for code in data.load("sectors")["sector"] if code not in chosen]
    if not out:
        return _("Semua 17 sektor ikut dihitung.")
    return _("Ikut dihitung: {inside}. Tidak ikut: {outside}.").format(
        inside=sectors(chosen), outside=sectors(out)
    )


def headline(links: pd.DataFrame, view: View, measure_code: str) -> str:
    """The strongest link of the view, in one sentence; cities level with it are named too."""
    if links.empty:
        return _("Tidak ada pasangan yang surplus dan defisitnya bertemu pada pilihan ini.")
    first = links.iloc[0]
    level = links[(links[measure_code] - first[measure_code]).abs() < 1e-9]
    level = level[level["buyer"] == first["buyer"]]
    suppliers = [city_name(code) for code in level["supplier"]]
    return _("Terkuat: {suppliers} dapat memasok {buyer} pada {sectors} ({amount}).").format(
        amount=_("indeks {index}").format(index=formats.fixed(first["index"], 2))
        if measure_code == "index"
        else formats.rupiah(first["rupiah"]),
        suppliers=formats.listing(suppliers),
        buyer=city_name(first["buyer"]),
        sectors=sectors(first["sectors"]),
    )


def proxy(view: View) -> str:
    """What the numbers are, and what they are not."""
    return _(
        "Ini perkiraan dari struktur ekonomi, bukan perdagangan yang diamati: kelebihan PDRB satu kota "
        "terhadap {reference} dipertemukan dengan kekurangan kota lain, {period}. Jarak tidak ikut dihitung; "
        "halaman Mitra memperhitungkannya."
    ).format(reference=reference_name(view.reference), period=formats.period(data.latest_quarter()))


def quarter() -> str:
    """What an amount of rupiah stands for."""
    return _(
        "Rupiah adalah potensi satu triwulan ({period}), bukan setahun dan bukan ramalan perdagangan."
    ).format(period=formats.period(data.latest_quarter()))


def note(view: View) -> str:
    """Period, reference and source line under a chart."""
    return _("{period}, harga berlaku; pembanding: {reference}.").format(
        period=formats.period(data.latest_quarter()), reference=label("reference", view.reference)
    )


def matrix_table(matrix: pd.DataFrame) -> pd.DataFrame:
    """The matrix with names, suppliers down the first column."""
    table = matrix.rename(index=city_name, columns=city_name)
    return table.rename_axis(index=_("Pemasok \\ Pembeli"), columns=None).reset_index()


def links_table(links: pd.DataFrame) -> pd.DataFrame:
    """Links as numbers, for a spreadsheet."""
    columns = {
        _("Kode pemasok"): links["supplier"],
        _("Pemasok"): links["supplier"].map(city_name),
        _("Kode pembeli"): links["buyer"],
        _("Pembeli"): links["buyer"].map(city_name),
        _("Indeks"): links["index"],
        _("Potensi satu triwulan (rupiah)"): links["rupiah"],
    }
    if "sectors" in links:
        columns[_("Sektor terbesar")] = links["sectors"].map(sectors)
    return pd.DataFrame(columns)


def links_shown(links: pd.DataFrame) -> pd.DataFrame:
    """Links as a reader sees them."""
    return pd.DataFrame(
        {
            _("Pemasok"): links["supplier"].map(city_name),
            _("Pembeli"): links["buyer"].map(city_name),
            _("Sektor"): links["sectors"].map(sectors),
            _("Indeks"): [formats.fixed(value, 2) for value in links["index"]],
            _("Potensi satu triwulan"): [formats.rupiah(value) for value in links["rupiah"]],
        }
    )


def direction(supplier: str, buyer: str) -> str:
    """Who supplies whom, as a heading."""
    return _("{supplier} → {buyer}").format(supplier=city_name(supplier), buyer=city_name(buyer))


def pair_sentence(totals: dict[str, float], behind: pd.DataFrame, supplier: str, buyer: str) -> str:
    """What one city could supply to the other, in one sentence."""
    names = {"supplier": city_name(supplier), "buyer": city_name(buyer)}
    if behind.empty:
        return _("Tidak ada kelebihan {supplier} yang mengisi kekurangan {buyer} pada sektor ini.").format(
            **names
        )
    text = _(
        "{supplier} dapat mengisi kekurangan {buyer} pada {sectors}: indeks {index}, potensi {rupiah}."
    ).format(
        **names,
        sectors=sectors(behind.index[:3]),
        index=formats.fixed(totals["index"], 2),
        rupiah=formats.rupiah(totals["rupiah"]),
    )
    if formats.is_missing(totals["rank"]):
        return text
    return f"{text} " + _("Urutan ke-{rank} dari {of} pasangan.").format(
        rank=formats.number(totals["rank"]), of=formats.number(totals["of"])
    )


def behind_table(behind: pd.DataFrame, supplier: str, buyer: str) -> pd.DataFrame:
    """Sectors of one direction as numbers, for a spreadsheet."""
    return pd.DataFrame(
        {
            _("Pemasok"): city_name(supplier),
            _("Pembeli"): city_name(buyer),
            _("Kode sektor"): behind.index,
            _("Sektor"): [label("sector_name", code) for code in behind.index],
            _("Sumbangan pada indeks"): behind["contribution"].to_numpy(),
            _("Potensi satu triwulan (rupiah)"): behind["potential"].to_numpy(),
            _("Kelebihan pemasok (rupiah)"): behind["surplus"].to_numpy(),
            _("Kekurangan pembeli (rupiah)"): behind["deficit"].to_numpy(),
        }
    )


def why_fits(row) -> str:
    """Say why a reported need fits a supplier."""
    return {
        "named": _("disebut sumbernya"),
        "product": _("cocok dengan produk: {product}"),
        "unclear": _("disebut, tetapi bisa provinsinya"),
    }[row.fit].format(product=row.product)


def cited(source_id: str) -> str:
    """Name a source with its address as a link, in Markdown."""
    name, address = widgets.plain(source_short(source_id)), source_link(source_id)
    if not address:
        return name
    safe = address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    return f"[{name}]({safe})"


def flow_line(row) -> str:
    """One documented flow in Markdown: goods, certainty, source."""
    certainty = label("certainty", row.certainty).lower()
    return f"{widgets.plain(row.commodity)} ({certainty}; {cited(row.source_id)})"


def need_line(row) -> str:
    """One reported need in Markdown: goods, why it fits, source."""
    return f"{widgets.plain(row.commodity)} ({widgets.plain(why_fits(row))}; {cited(row.source_id)})"


def cooperation_sentence(found: pd.DataFrame) -> str:
    """What the two cities have agreed on or done together."""
    if found.empty:
        return _("Belum ada kerja sama yang tercatat antara keduanya.")
    signed = int(found["agreement"].sum())
    return _(
        "Kerja sama yang tercatat antara keduanya: {signed} perjanjian, {others} pertemuan atau kegiatan."
    ).format(signed=signed, others=len(found) - signed)


def fitting_needs_table(needs: pd.DataFrame) -> pd.DataFrame:
    """Reported needs that fit, why they fit, and their source."""
    return pd.DataFrame(
        {
            _("Kebutuhan"): needs["commodity"].to_numpy(),
            _("Mengapa cocok"): [why_fits(row) for row in needs.itertuples()],
            _("Pemasok menurut sumber"): needs["supplier_as_stated"].to_numpy(),
            _("Uraian"): needs["description"].to_numpy(),
            _("Sumber"): [source_text(item) for item in needs["source_id"]],
        }
    )


def flows_table(flows: pd.DataFrame) -> pd.DataFrame:
    """Documented flows of one direction, with certainty and source."""
    return pd.DataFrame(
        {
            _("Barang"): flows["commodity"].to_numpy(),
            _("Kepastian"): [label("certainty", code) for code in flows["certainty"]],
            _("Pemasok menurut sumber"): flows["supplier_text"].to_numpy(),
            _("Sumber"): [source_text(item) for item in flows["source_id"]],
        }
    )


def default_sectors() -> tuple[str, ...]:
    """Sectors that count unless the reader says otherwise."""
    return tradable_sectors()


def map_alt(links: pd.DataFrame, measure_code: str) -> str:
    """What the map shows, for those who cannot see it."""
    if links.empty:
        return _("Peta tanpa hubungan.")
    first = links.iloc[0]
    return _("Peta {count} hubungan terkuat; yang terbesar {supplier} ke {buyer}, {amount}.").format(
        count=len(links),
        supplier=city_name(first["supplier"]),
        buyer=city_name(first["buyer"]),
        amount=charts_links.amount(first[measure_code], measure_code),
    )
