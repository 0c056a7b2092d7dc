"""Sentences and tables of the page that puts cities side by side."""

from __future__ import annotations

import pandas as pd

import data
from data.schema import label
from findings.cities import comparison as findings
from i18n import _
from ui import widgets
from ui.comparison.charts import QUADRANTS
from wording import formats, periods
from wording.names import city_name, full_name, place_name, word
from wording.phrases import inside, lower_first, upper_first

NO_YARDSTICK = "tanpa"
LEADERS = ("grdp_per_capita_adhb", "hdi", "poverty_pct", "unemployment_pct")


def place(code: str) -> str:
    """A region in a list of all: its name and province."""
    if code == NO_YARDSTICK:
        return _("Tanpa tolok ukur")
    return _with_provinces()[code]


@data.by_language("regions")
def yardsticks() -> dict[str, str]:
    """Return code -> name in a list of every region that may be a yardstick; none of them is the first."""
    return {NO_YARDSTICK: place(NO_YARDSTICK)} | _with_provinces()


@data.by_version("regions")
def _with_provinces() -> dict[str, str]:
    provinces = data.regencies()["province"]
    return {code: f"{full_name(code)} – {province}" for code, province in provinces.items()}


def short(code: str) -> str:
    """A place inside a chart: a kabupaten is told from the kota of its name."""
    return _("Indonesia") if code == findings.NATION else place_name(code)


def twice(codes: list[str]) -> str:
    """Say that cities were asked for more than once."""
    return _("{cities} dipilih dua kali; ditampilkan sekali.").format(
        cities=formats.listing([short(code) for code in codes])
    )


def headline(frame: pd.DataFrame) -> str:
    """Who leads in what, in one sentence, of indicators with one year."""
    said = []
    words = {
        "grdp_per_capita_adhb": _("PDRB per kapita tertinggi di {city} ({value}, {year})"),
        "hdi": _("IPM tertinggi di {city} ({value}, {year})"),
        "poverty_pct": _("kemiskinan terendah di {city} ({value}, {year})"),
        "unemployment_pct": _("pengangguran terendah di {city} ({value}, {year})"),
    }
    for code in LEADERS:
        best = frame[(frame["indicator"] == code) & frame["best"]]
        if len(best):
            row = best.iloc[0]
            said.append(
                words[code].format(
                    city=short(row["region_code"]),
                    value=formats.indicator(code, row["value"]),
                    year=int(row["year"]),
                )
            )
    if not said:
        return _("Belum ada indikator setahun yang sama untuk kota-kota ini")
    sentence = formats.listing(said)
    return upper_first(sentence)


def indicator_table(frame: pd.DataFrame, cities: list[str]) -> pd.DataFrame:
    """Indicators x cities in words; the best of a row is marked, a mixed row shows each year."""
    rows = []
    for code, part in frame.groupby("indicator", sort=False):
        mixed = bool(part["mixed"].any())
        year = _("tahun berbeda") if mixed else int(part["year"].iloc[0])
        row = {_("Indikator"): f"{label('indicator', code)}, {year}"}
        known = part.set_index("region_code")
        for city in cities:
            row[short(city)] = _cell(code, known.loc[city], mixed) if city in known.index else formats.MISSING
        rows.append(row)
    return pd.DataFrame(rows)


def _cell(code: str, figure: pd.Series, mixed: bool) -> str:
    text = formats.indicator(code, figure["value"])
    if mixed:
        return f"{text} ({int(figure['year'])})"
    return f"▲ {text}" if figure["best"] else text


def indicators_note(frame: pd.DataFrame) -> str:
    """How to read the table of indicators."""
    note = _("▲ terbaik di antara yang dibandingkan, pada tahun yang sama. Strip berarti belum terdata.")
    if frame["mixed"].any():
        note += " " + _("Baris “tahun berbeda” memuat tahun yang tidak sama dan tidak untuk diperbandingkan.")
    return note


def structure_headline(structure: pd.DataFrame, cities: list[str]) -> str:
    """The largest sector of each city, in one sentence."""
    said = []
    for city in cities:
        own = structure[structure["region_code"] == city].set_index("sector")
        largest = own["share"].idxmax()
        said.append(
            _("{city} bertumpu pada {sector} ({share})").format(
                city=short(city),
                sector=inside("sector", largest),
                share=formats.percent(own.at[largest, "share"], 0),
            )
        )
    return "; ".join(said)


def structure_table(structure: pd.DataFrame) -> pd.DataFrame:
    """Numbers behind structure and LQ."""
    return pd.DataFrame(
        {
            _("Wilayah"): [short(code) for code in structure["region_code"]],
            _("Sektor"): [word("sector", code) for code in structure["sector"]],
            _("Pangsa"): structure["share"].to_numpy(),
            _("Pangsa pembanding"): structure["reference_share"].to_numpy(),
            _("Kekhasan (LQ)"): structure["lq"].to_numpy(),
            _("Di bawah 1% kota"): [_("ya") if small else _("tidak") for small in structure["small"]],
        }
    )


def growth_headline(index: pd.DataFrame) -> str:
    """Who grew most since the base year, in one sentence."""
    last = index.drop(index=findings.NATION, errors="ignore").iloc[:, -1].dropna()
    if last.empty:
        return _("Deret PDRB riil sejak {base} belum terdata untuk pilihan ini").format(base=data.base_year())
    return _(
        "Di antaranya, ekonomi riil {city} tumbuh paling pesat sejak {base}: menjadi {times} kali pada {year}"
    ).format(
        city=short(last.idxmax()),
        times=formats.fixed(last.max() / 100, 2),
        year=index.columns[-1],
        base=data.base_year(),
    )


def growth_table(index: pd.DataFrame) -> pd.DataFrame:
    """Numbers behind the lines of growth."""
    frame = index.T.rename(columns=short)
    return frame.rename_axis(index=_("Tahun"), columns=None).reset_index()


def klassen_headline(frame: pd.DataFrame, cities: list[str]) -> str:
    """In which quadrant each city stands, in one sentence."""
    groups: dict[str, list[str]] = {}
    for city in cities:
        quadrant = frame["quadrant"].get(city)
        if isinstance(quadrant, str):
            groups.setdefault(quadrant, []).append(short(city))
    said = [f"{formats.listing(names)}: {lower_first(_(QUADRANTS[code]))}" for code, names in groups.items()]
    return "; ".join(said) or _("Tipologi Klassen hanya dihitung untuk kota anggota")


def klassen_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Numbers behind the quadrants."""
    first, last, per_head = findings.klassen_years()
    cities = frame.drop(index="reference")
    return pd.DataFrame(
        {
            _("Kota"): [city_name(code) for code in cities.index],
            _("Pertumbuhan rata-rata {first}–{last}").format(first=first, last=last): cities[
                "growth"
            ].to_numpy(),
            _("PDRB per kapita {year}, rupiah").format(year=per_head): cities["per_head"].to_numpy(),
            _("Kuadran"): [
                _(QUADRANTS[code]) if isinstance(code, str) else formats.MISSING
                for code in cities["quadrant"]
            ],
        }
    )


def records(frame: pd.DataFrame, city: str, what: str) -> str:
    """A city's products or applications in a paragraph (Markdown), the number first."""
    names = list(frame.loc[(frame["region_code"] == city) & (frame["what"] == what), "name"])
    if what == "product":
        title = _("{count} produk unggulan").format(count=len(names))
    else:
        title = _("{count} aplikasi berjalan").format(count=len(names))
    return f"*{title}.* {widgets.plain('; '.join(names))}"


def records_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Products and applications as rows, for the download."""
    lists = frame["what"].map({"product": "category", "app": "service_domain"})
    return pd.DataFrame(
        {
            _("Kota"): [short(code) for code in frame["region_code"]],
            _("Jenis"): [word(each, kind) for each, kind in zip(lists, frame["kind"], strict=True)],
            _("Nama"): frame["name"].to_numpy(),
        }
    )


def like_headline(alike: pd.DataFrame, city: str) -> str:
    """Which places elsewhere are most like the city, in one sentence."""
    if alike.empty:
        return _("Tidak ada wilayah lain dengan pilihan ini")
    first = alike.iloc[0]
    others = formats.listing(list(alike["name"].iloc[1:3]))
    sentence = _("Susunan ekonomi yang paling mirip dengan {city} ada di {first} ({similarity} dari 1)")
    text = sentence.format(
        city=short(city), first=first["name"], similarity=formats.fixed(first["similarity"], 2)
    )
    return text + (_("; lalu {others}").format(others=others) if others else "")


def like_table(alike: pd.DataFrame) -> pd.DataFrame:
    """Places most like a city, in words."""
    return pd.DataFrame(
        {
            _("Wilayah"): alike["name"].to_numpy(),
            _("Provinsi"): alike["province"].to_numpy(),
            _("Kemiripan struktur"): [formats.fixed(each, 2) for each in alike["similarity"]],
            _("Penduduk terdaftar {year}").format(year=data.registered_population().name): [
                formats.number(each) for each in alike["population"]
            ],
            _("PDRB per penduduk, satu triwulan"): [formats.rupiah(each) for each in alike["per_head"]],
            _("Jarak, km garis lurus"): [formats.number(each) for each in alike["km"]],
        }
    )


def sizes_table(sizes: pd.DataFrame, cities: list[str]) -> pd.DataFrame:
    """What exists for all 514: size and GRDP per registered person in one quarter."""
    frame = sizes.loc[cities]
    return pd.DataFrame(
        {
            _("Wilayah"): [short(code) for code in cities],
            _("Penduduk terdaftar {year}").format(year=data.registered_population().name): [
                formats.number(each) for each in frame["population"]
            ],
            _("PDRB satu triwulan ({period})").format(period=periods.quarter()): [
                formats.rupiah(each) for each in frame["rupiah"]
            ],
            _("PDRB per penduduk, satu triwulan"): [formats.rupiah(each) for each in frame["per_head"]],
        }
    )
