"""Sentences and tables of the page on complementarity."""

from __future__ import annotations

import pandas as pd

import data
from data.schema import label
from findings import interregional, validation
from findings.complementarity import (
    View,
    all_sectors,
    distances,
    pair_totals,
    sectors_behind,
    tradable_sectors,
)
from i18n import _
from ui import widgets
from ui.profile.words import reference_name, source_link, source_short
from ui.structure import charts as charts_links
from wording import formats
from wording.names import city_name, reference_label
from wording.phrases import inside, sectors
from wording.sources import source_text

SMALLEST_INDEX = 0.01


def order(code: str) -> str:
    """Name of an order of the matrix."""
    return {"similarity": _("Kemiripan"), "province": _("Provinsi"), "name": _("Abjad")}[code]


@data.by_language("sectors")
def tradable_note(chosen: tuple[str, ...]) -> str:
    """Which sectors count as traded between cities."""
    out = [code for code in all_sectors() if code not in chosen]
    if not out:
        return _("Semua 17 sektor ikut dihitung.")
    return _("Ikut dihitung: {inside}. Tidak ikut: {outside}.").format(
        inside=sectors(chosen), outside=sectors(out)
    )


def headline(links: pd.DataFrame, view: View) -> str:
    """The pair whose structures fit best, in one sentence; cities level with it are named too."""
    if links.empty:
        return _("Tidak ada pasangan yang saling melengkapi pada pilihan ini.")
    first = links.iloc[0]
    level = links[(links["index"] - first["index"]).abs() < 1e-9]
    level = level[level["buyer"] == first["buyer"]]
    return _("{strong} kuat di {sectors}, bidang yang lemah di {weak} (indeks {index})").format(
        strong=formats.listing([city_name(code) for code in level["supplier"]]),
        weak=city_name(first["buyer"]),
        sectors=sectors(first["sectors"]),
        index=index(first["index"]),
    )


@data.by_language()
def finding(view: View, strong: str, weak: str) -> str:
    """What the structures of a pair say in its stronger direction, as the title of the page."""
    names = {"strong": city_name(strong), "weak": city_name(weak)}
    behind = sectors_behind(view, strong, weak) if strong != weak else pd.DataFrame()
    if behind.empty:
        return _("Siapa kuat di bidang yang lemah di kota lain?")
    if behind["contribution"].sum() < SMALLEST_INDEX:
        return _("{strong} dan {weak} hampir tidak saling melengkapi").format(**names)
    return _("{strong} kuat di {sectors}, bidang yang lemah di {weak}").format(
        sectors=sectors(behind.index[:2]), **names
    )


@data.by_language()
def reason(view: View, strong: str, weak: str) -> str:
    """How strong that is among all pairs, and how far apart the two are."""
    totals = pair_totals(view, strong, weak)
    said = _("Indeks {index} dari 1 menurut susunan ekonomi {period}; jarak {km} km garis lurus.").format(
        index=index(totals["index"]),
        period=formats.period(data.latest_quarter()),
        km=formats.number(distances().at[strong, weak]),
    )
    if formats.is_missing(totals["rank"]):
        return said
    place = _("Urutan ke-{rank} dari {of} pasangan.").format(
        rank=formats.number(totals["rank"]), of=formats.number(totals["of"])
    )
    return f"{said} {place}"


def index(value: float) -> str:
    """An index for a sentence: two decimals, and never a nought for what is there."""
    if 0 < value < SMALLEST_INDEX:
        return _("di bawah {least}").format(least=formats.fixed(SMALLEST_INDEX, 2))
    return formats.fixed(value, 2)


@data.by_language()
def differs() -> str:
    """Whether recorded trade follows this picture or size and distance, in plain words."""
    table = validation.validate_trade()["rho_sumatra"]
    pattern = (
        _(
            "Gambar susunan ekonomi, bukan saran dagang: dagang barang yang tercatat antarprovinsi pada "
            "{year} lebih mengikuti besar dan jarak daripada indeks ini."
        )
        if table["size_distance"] > table["complementarity"]
        else _(
            "Gambar susunan ekonomi, bukan saran dagang: dagang barang yang tercatat antarprovinsi pada "
            "{year} ikut mengikuti indeks ini."
        )
    )
    return pattern.format(year=interregional.year())


@data.by_language()
def proxy(view: View) -> str:
    """What the numbers are, and what they are not."""
    return _(
        "Indeks dari susunan ekonomi, bukan perdagangan yang diamati: kelebihan pangsa PDRB satu kota "
        "terhadap {reference} dipertemukan dengan kekurangan kota lain, {period}. Jarak tidak ikut dihitung."
    ).format(reference=reference_name(view.reference), period=formats.period(data.latest_quarter()))


@data.by_language()
def note(view: View) -> str:
    """Period, reference and source line under a chart."""
    return _("{period}, harga berlaku; pembanding: {reference}.").format(
        period=formats.period(data.latest_quarter()), reference=reference_label(view.reference)
    )


def matrix_table(matrix: pd.DataFrame) -> pd.DataFrame:
    """The matrix with names, suppliers down the first column."""
    table = matrix.rename(index=city_name, columns=city_name)
    return table.rename_axis(index=_("Kuat \\ Lemah"), columns=None).reset_index()


def links_table(links: pd.DataFrame) -> pd.DataFrame:
    """Links as numbers, for a spreadsheet."""
    columns = {
        _("Kode kota yang kuat"): links["supplier"],
        _("Kota yang kuat"): links["supplier"].map(city_name),
        _("Kode kota yang lemah"): links["buyer"],
        _("Kota yang lemah"): links["buyer"].map(city_name),
        _("Indeks"): links["index"],
    }
    if "sectors" in links:
        columns[_("Sektor terbesar")] = links["sectors"].map(sectors)
    return pd.DataFrame(columns)


def links_shown(links: pd.DataFrame) -> pd.DataFrame:
    """Links as a reader sees them."""
    return pd.DataFrame(
        {
            _("Kota yang kuat"): links["supplier"].map(city_name),
            _("Kota yang lemah"): links["buyer"].map(city_name),
            _("Sektor"): links["sectors"].map(sectors),
            _("Indeks"): [formats.fixed(value, 2) for value in links["index"]],
        }
    )


def direction(supplier: str, buyer: str) -> str:
    """Who supplies whom, as a heading."""
    return _("{supplier} → {buyer}").format(supplier=city_name(supplier), buyer=city_name(buyer))


def pair_sentence(totals: dict[str, float], behind: pd.DataFrame, supplier: str, buyer: str) -> str:
    """What one city could supply to the other, in one sentence."""
    names = {"supplier": city_name(supplier), "buyer": city_name(buyer)}
    if behind.empty:
        return _("Tidak ada bidang tempat {supplier} kuat dan {buyer} lemah.").format(**names)
    text = _("{supplier} kuat di {sectors}, bidang yang lemah di {buyer}: indeks {index}.").format(
        **names, sectors=sectors(behind.index[:3]), index=index(totals["index"])
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
            _("Kota yang kuat"): city_name(supplier),
            _("Kota yang lemah"): city_name(buyer),
            _("Kode sektor"): behind.index,
            _("Sektor"): [label("sector_name", code) for code in behind.index],
            _("Sumbangan pada indeks"): behind["contribution"].to_numpy(),
            _("Bagian dalam kelebihan"): behind["surplus_share"].to_numpy(),
            _("Bagian dalam kekurangan"): behind["deficit_share"].to_numpy(),
        }
    )


def cited(source_id: str) -> str:
    """Name a source with its address as a link, in Markdown."""
    name, address = widgets.plain(source_short(source_id)), source_link(source_id)
    if not address:
        return name
    safe = address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    return f"[{name}]({safe})"


def flow_line(row) -> str:
    """One documented flow in Markdown: goods, certainty, source."""
    certainty = inside("certainty", row.certainty)
    return f"{widgets.plain(row.commodity)} ({certainty}; {cited(row.source_id)})"


def cooperation_sentence(found: pd.DataFrame) -> str:
    """What the two cities have agreed on or done together."""
    if found.empty:
        return _("Belum ada kerja sama yang tercatat antara keduanya.")
    signed = int(found["agreement"].sum())
    return _(
        "Kerja sama yang tercatat antara keduanya: {signed} perjanjian, {others} pertemuan atau kegiatan."
    ).format(signed=signed, others=len(found) - signed)


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
    return _("Peta {count} pasangan terkuat; yang terbesar {supplier} ke {buyer}, {amount}.").format(
        count=len(links),
        supplier=city_name(first["supplier"]),
        buyer=city_name(first["buyer"]),
        amount=charts_links.amount(first[measure_code], measure_code),
    )
