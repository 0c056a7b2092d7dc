"""Which sheets a workbook has: the frames of the story, with words beside their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pandas as pd

import data
from analysis.deals import EVIDENCE
from data.quality import caveats
from data.schema import codes, label
from data.sourcing import provenance
from data.versioning import versions
from findings import deals, story
from findings.deals.records import HUB
from findings.deals.summary import CARD_TABLES
from findings.story import tables
from i18n import N_, _, language
from wording import formats, reasons
from wording.applications import gap_name
from wording.deals import EVIDENCE as EVIDENCE_NAMES
from wording.deals import FORMS, LIGHTS, STATES
from wording.goods import good_name
from wording.names import home_komwil
from wording.names import place_name as name

LIGHT_NAMES = LIGHTS | {HUB: FORMS[HUB]}
SOURCE_COLUMNS = (
    N_("Kode sumber"),
    N_("Penerbit"),
    N_("Judul"),
    N_("Tanggal"),
    N_("Sifat"),
    N_("Lisensi"),
    N_("Rujukan"),
)
WHOLE, TWO, SHARE, MONEY = "#,##0", "#,##0.00", "0.0%", "#,##0.0"
CODE_LISTS = (
    "sector",
    "category",
    "role",
    "service_domain",
    "status",
    "certainty",
    "indicator",
    "origin_status",
)
PLACES = ("region_code", "supplier", "buyer", "partner", "donor", "adopter", "one", "other")
WORDS = {
    "sector": "sector",
    "category": "category",
    "need_category": "need_category",
    "role": "role",
    "service_domain": "service_domain",
    "indicator": "indicator",
    "measure": "indicator",
    "stage": "stage",
}
NUMBERS = {
    "share": SHARE,
    "reference_share": SHARE,
    "lq": TWO,
    "score": TWO,
    "value": "#,##0.####",
    "value_billion_rupiah": MONEY,
    "rupiah": WHOLE,
    **dict.fromkeys(("demand_ton", "demand_pieces", "demand_rupiah", "supply_ton", "amount_ton"), WHOLE),
    **dict.fromkeys(("unit_value_supplier", "unit_value_buyer"), WHOLE),
    "km": WHOLE,
}
USED_TABLES = tuple(dict.fromkeys((
    "regions", "sectors", "grdp_sectors", "grdp_totals", "indicators", "products", "needs", "supply_links",
    "apps", "cooperation", "household_spending", "sources", *CARD_TABLES,
)))  # fmt: skip


@dataclass
class Sheet:
    """One sheet: its name, the frame, what its columns are called and how their numbers are written."""

    name: str
    frame: pd.DataFrame
    about: str = ""
    numbers: dict[str, str] = field(default_factory=lambda: dict(NUMBERS))

    @property
    def sources(self) -> list[str]:
        """Sources the rows name."""
        return list(self.frame["source_id"].dropna()) if "source_id" in self.frame else []


@dataclass(frozen=True)
class Plan:
    """A sheet not made yet."""

    name: str
    make: Callable[[], pd.DataFrame]
    about: str = ""

    def sheet(self) -> Sheet:
        """Make it."""
        return Sheet(self.name, words_beside(self.make()), self.about)


def heading(column: str) -> str:
    """What a column is called in the language in force."""
    names = {
        "region_code": _("Kode kota"),
        "region_code_name": _("Kota"),
        "supplier": _("Kode pemasok"),
        "supplier_name": _("Pemasok"),
        "buyer": _("Kode penerima"),
        "buyer_name": _("Penerima"),
        "partner": _("Kode mitra"),
        "partner_name": _("Mitra"),
        "donor": _("Kode pemilik"),
        "donor_name": _("Pemilik"),
        "adopter": _("Kode pengambil"),
        "adopter_name": _("Pengambil"),
        "one": _("Kode kota pertama"),
        "one_name": _("Kota pertama"),
        "other": _("Kode kota kedua"),
        "other_name": _("Kota kedua"),
        "measure": _("Kode ukuran"),
        "measure_name": _("Ukuran"),
        "indicator": _("Kode indikator"),
        "indicator_name": _("Indikator"),
        "value": _("Nilai"),
        "unit": _("Satuan"),
        "period": _("Periode"),
        "year": _("Tahun"),
        "rank": _("Peringkat"),
        "of": _("Di antara kota"),
        "rank_low": _("Peringkat terbaik"),
        "rank_high": _("Peringkat terburuk"),
        "source_id": _("Kode sumber"),
        "sector": _("Kode sektor"),
        "sector_name": _("Sektor"),
        "share": _("Pangsa di kota"),
        "reference_share": _("Pangsa di pembanding"),
        "lq": _("LQ"),
        "rupiah": _("Rupiah dalam triwulan"),
        "small": _("Di bawah 1% kota"),
        "value_billion_rupiah": _("PDRB, miliar rupiah"),
        "score": _("Skor"),
        "km": _("Jarak, km"),
        "good": _("Kode barang"),
        "stage_name": _("Keterangan yang tercatat"),
        "good_name": _("Barang"),
        "demand_ton": _("Kebutuhan pembeli, ton setahun"),
        "demand_pieces": _("Kebutuhan pembeli, butir setahun"),
        "demand_rupiah": _("Kebutuhan pembeli, rupiah setahun"),
        "demand_year": _("Tahun survei kebutuhan"),
        "supply_ton": _("Hasil pemasok, ton"),
        "supply_status": _("Sifat angka hasil"),
        "supply_year": _("Tahun hasil"),
        "amount_ton": _("Sisa pemasok, ton"),
        "unit_value_supplier": _("Harga di pemasok, rupiah"),
        "unit_value_buyer": _("Harga di pembeli, rupiah"),
        **{code: _(words) for code, words in EVIDENCE_NAMES.items()},
        "light": _("Bukti"),
        "stage": _("Yang tercatat"),
        "stage_year": _("Tahun yang tercatat"),
        "product": _("Produk"),
        "category": _("Kode jenis"),
        "category_name": _("Jenis"),
        "role": _("Kode peran"),
        "role_name": _("Peran"),
        "description": _("Keterangan"),
        "commodity": _("Barang"),
        "supplier_as_stated": _("Pemasok menurut sumber"),
        "app_id": _("Kode aplikasi"),
        "app": _("Aplikasi"),
        "service_domain": _("Kode urusan"),
        "service_domain_name": _("Urusan"),
        "cities": _("Kota {home} belum terdata").format(home=home_komwil()),
        "gap": _("Kode celah"),
        "gap_name": _("Celah"),
        "goods_out": _("Barang keluar, tercatat atau cocok menurut nama"),
        "goods_in": _("Barang masuk, tercatat atau cocok menurut nama"),
    }
    return names.get(column, column)


def words_beside(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with a column of words after every column of codes."""
    shown = frame.copy()
    for column in list(frame.columns):
        if column in PLACES:
            words = frame[column].map(name)
        elif column == "good":
            words = frame[column].map(good_name)
        elif column == "light":
            shown[column] = frame[column].map(lambda code: _(LIGHT_NAMES[code]) if code else code)
            continue
        elif column == "gap":
            words = frame[column].map(gap_name)
        elif column in EVIDENCE:
            shown[column] = frame[column].map(lambda code: _(STATES[code]))
            continue
        elif column in WORDS:
            words = frame[column].map(lambda code, kind=WORDS[column]: _word(kind, code))
        else:
            continue
        shown.insert(shown.columns.get_loc(column) + 1, f"{column}_name", words)
    return shown


def _word(kind: str, code: object) -> str | None:
    if formats.is_missing(code):
        return None
    return _("PDRB harga berlaku") if code == story.OUTPUT else label(kind, str(code), language())


def plans(subject: story.Subject) -> dict[str, Plan]:
    """Return code -> plan of the sheets of figures of a story, in the order of its slides."""
    cities = subject.cities
    made = {
        "angka_kunci": Plan(_("Angka kunci"), lambda: _each(cities, _key_figures)),
        "pdrb": Plan(_("PDRB tahunan"), lambda: _each(cities, story.output_by_year)),
        "sektor": Plan(
            _("Sektor"),
            lambda: _each(cities, tables.sectors),
            _("Pembanding: Indonesia, jumlah 514 wilayah."),
        ),
        "indikator": Plan(_("Indikator"), lambda: _each(cities, tables.indicators)),
        "produk": Plan(_("Produk"), lambda: story.products(cities)[tables.PRODUCT_COLUMNS]),
        "kebutuhan": Plan(_("Kebutuhan"), lambda: tables.needs(cities)),
        "pasokan": Plan(_("Pasokan tercatat"), lambda: story.flows(subject.city, subject.other)),
    }
    if subject.kind == "pair":
        made["peluang"] = Plan(_("Peluang"), lambda: tables.deals_between(*cities))
    if subject.kind == "all":
        made["pasangan"] = Plan(_("Peluang terkuat"), lambda: tables.deals_of(deals.strongest()))
    if subject.kind != "pair":
        cards = lambda: [card for city in cities for card in deals.cards(city).all]  # noqa: E731
        made["peluang"] = Plan(_("Peluang"), lambda: tables.deals_of(cards()))
    return made | {
        "mitra": Plan(_("Mitra"), lambda: _each(cities, _partners)),
        "ambil": Plan(_("Aplikasi layak direplikasi"), lambda: _each(cities, _taken)),
        "bagi": Plan(_("Aplikasi dibagikan"), lambda: _each(cities, story.to_give)),
    }


def sheets(subject: story.Subject) -> Iterator[Sheet]:
    """Yield the sheets of figures of a story."""
    for plan in plans(subject).values():
        yield plan.sheet()


def _each(cities: tuple[str, ...], figures) -> pd.DataFrame:
    """The same frame of every city, one under the other."""
    frames = []
    for code in cities:
        frame = figures(code)
        frame.insert(0, "region_code", code)
        frames.append(frame)
    kept = [frame for frame in frames if len(frame)]
    return pd.concat(kept, ignore_index=True) if kept else frames[0]


def _key_figures(city: str) -> pd.DataFrame:
    """The key figures, each with its unit: a sheet has no prefix that would say it."""
    frame = story.key_figures(city)
    units = {**tables.indicators(city).set_index("indicator")["unit"], story.OUTPUT: _("miliar rupiah")}
    frame.insert(frame.columns.get_loc("value") + 1, "unit", frame["measure"].map(units))
    return frame


def _taken(city: str) -> pd.DataFrame:
    return story.to_take(city).drop(columns="why")


def _partners(city: str) -> pd.DataFrame:
    return _with_goods(story.partners(city, len(data.cities())))


def _with_goods(frame: pd.DataFrame) -> pd.DataFrame:
    """Reasons as the goods each side offers, in the words of page Mitra."""
    goods = {
        column: ["; ".join(reasons.goods_offered(found, ours=ours)) for found in frame["reasons"]]
        for column, ours in (("goods_out", True), ("goods_in", False))
    }
    return frame.drop(columns="reasons").assign(**goods)


def appendix(used: list[str], edition: int) -> Iterator[Sheet]:
    """Yield the sheets about the data: sources, caveats, versions, code lists."""
    rows = [(code, _origin(code)) for code in used]
    yield Sheet(
        _("Sumber"),
        pd.DataFrame(
            [
                (code, o.publisher, o.title, o.date, label("origin_status", o.status), o.licence, o.reference)
                for code, o in rows
            ],
            columns=list(map(_, SOURCE_COLUMNS)),
        ),
    )
    yield Sheet(
        _("Catatan data"),
        pd.DataFrame([(c.number, c.text) for c in caveats.CAVEATS], columns=[_("Nomor"), _("Catatan")]),
    )
    yield Sheet(
        _("Versi data"),
        pd.DataFrame(
            [(edition, t, label("table", t), versions.current_version(t)) for t in USED_TABLES],
            columns=[_("Edisi"), _("Kode tabel"), _("Tabel"), _("Versi")],
        ),
    )
    yield Sheet(
        _("Daftar kode"),
        pd.DataFrame(
            [(kind, code, label(kind, code)) for kind in CODE_LISTS for code in codes(kind)],
            columns=[_("Daftar"), _("Kode"), _("Arti")],
        ),
    )


def _origin(code: str) -> provenance.Origin:
    try:
        return provenance.source(code)
    except provenance.UnknownSource:
        return provenance.Origin("", code, "", "reported")
