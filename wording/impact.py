"""Sentences on what a purchase sets in motion, for screen, brief and draft."""

from __future__ import annotations

from findings.impact.regional import RegionalImpact, enclave
from i18n import _
from wording import formats
from wording.names import city_name, place_name, word
from wording.phrases import lower_first

INDUSTRY = "C"


def headline(made: RegionalImpact) -> str:
    """The whole in a sentence: activity, and which part of it in the seller's province."""
    return _("Bila ditandatangani: sekitar {amount} kegiatan, {share} di {province}").format(
        amount=formats.rupiah(made.output),
        share=formats.percent(made.own["output"] / made.output, 0),
        province=city_name(made.province),
    )


def sureness(made: RegionalImpact) -> str:
    """How sure the whole is, in a line."""
    return _(
        "Perkiraan dari pola belanja antarprovinsi {year}: besarnya kira-kira, bukan hitungan proyek."
    ).format(year=made.year)


def own_province(made: RegionalImpact) -> str:
    """What the seller's province gets, and from which sectors beside the good itself."""
    rest = made.by_sector["output"].copy()
    rest[made.sector] -= made.amount
    named = [lower_first(word("sector", code)) for code in rest.nlargest(3).index if rest[code] > 0]
    return _("{direct} dari penjualan itu sendiri, {rest} dari pemasoknya: {sectors}").format(
        direct=formats.rupiah(made.amount),
        rest=formats.rupiah(made.own["output"] - made.amount),
        sectors=formats.listing(named),
    )


def value_added(made: RegionalImpact) -> str:
    """What value added is and is not."""
    return _(
        "Upah, laba, dan pajak atas produksi; {own} di {province}. Bukan pendapatan pemerintah daerah."
    ).format(own=formats.rupiah(made.own["value_added"]), province=city_name(made.province))


def at_the_place(made: RegionalImpact) -> str:
    """Within which range the seller's own place lies, and why."""
    return _(
        "Terendah bila semua bahan dari luar {place}, tertinggi bila semua yang dibeli di provinsi berasal "
        "dari sini; perkiraan tengah {middle}."
    ).format(place=place_name(made.seller), middle=formats.rupiah(made.place_output.middle))


def limits(made: RegionalImpact, *, retail: bool) -> list[str]:
    """What the estimate leaves out, a sentence each."""
    said = [
        _(
            "Pola belanja antarprovinsi tahun {year}; untuk tempat penjual koefisien nasional {national}."
        ).format(year=made.year, national=made.national_year)
    ]
    if retail:
        said.append(_("Dihitung dengan harga eceran; harga di petani atau nelayan lebih rendah."))
    said += [
        _("Barang yang pindah dari pembeli lama bukan tambahan."),
        _("Lapangan kerja tidak dihitung: koefisiennya belum ada."),
    ]
    world = enclave(made.province, made.sector)
    if world and made.sector == INDUSTRY:
        said.append(
            _(
                "Industri {province} menjual {abroad} keluarannya ke luar negeri dan {elsewhere} ke provinsi "
                "lain; {imported} bahannya dari luar negeri."
            ).format(
                province=city_name(made.province),
                abroad=formats.percent(world["abroad"], 0),
                elsewhere=formats.percent(world["elsewhere"], 0),
                imported=formats.percent(world["imported"], 0),
            )
        )
    return said


def clause(made: RegionalImpact) -> str:
    """The whole for a draft, which is Indonesian in both languages: amount, where it goes, limits."""
    own = formats.rupiah(made.own["output"])
    return (
        f"menurut perkiraan, pembelian senilai {formats.rupiah(made.amount)} setahun dari "
        f"{place_name(made.seller)} menggerakkan kegiatan {formats.rupiah(made.output)}, {own} di "
        f"antaranya di {city_name(made.province)}, dengan nilai tambah {formats.rupiah(made.value_added)}. "
        f"Di {place_name(made.seller)} sendiri antara {formats.rupiah(made.place_output.low)} dan "
        f"{formats.rupiah(made.place_output.high)}. "
        f"Dasar: tabel antarprovinsi BPS {made.year}; barang yang pindah dari pembeli lama bukan "
        "tambahan dan lapangan kerja tidak dihitung."
    )


def others(made: RegionalImpact) -> str:
    """What goes to the other provinces, in a line."""
    return _("Provinsi lain {amount}").format(amount=formats.rupiah(made.others["output"].sum()))
