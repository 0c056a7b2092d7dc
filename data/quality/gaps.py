"""What is missing of a city, and how it can be supplied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from data.errors import UnknownCity
from data.quality.completeness import ALL_VERSIONED, NOT_TO_BE_HAD, RECORDS, SERIES, rows_of
from data.regions import cities
from data.schema import INDICATORS, label
from data.texts import lower_first
from data.versioning.cache import by_version
from i18n import N_, _

Kind = Literal["series", "part", "indicator", "year", "records", "field"]

WHAT = {
    "series": N_("{table} {code} belum terdata; sudah terdata di {others} kota lain."),
    "part": N_("{table} {code} belum lengkap; sudah terdata di {others} kota lain."),
    "indicator": N_("{code} belum terdata; sudah terdata di {others} kota lain."),
    "year": N_("{code} terakhir tahun {have}; kota lain sudah sampai {wanted}."),
    "records": N_("{table}: belum ada satu pun yang terdata."),
    "field": N_("{table}: {column} belum diisi pada {count} baris."),
}
HOW = {
    "grdp": N_(
        "BPS kota menerbitkannya: isi templat tabel ini dari publikasi BPS, lalu unggah di halaman Data."
    ),
    "bps": N_(
        "Ambil dari BPS kota atau Satu Data kota, isi templat tabel indikator, lalu unggah di halaman Data."
    ),
    "city": N_(
        "Perangkat daerah kota mengisinya pada templat tabel ini beserta sumbernya, lalu mengunggahnya."
    ),
    "field": N_("Unduh data kota ini, lengkapi kolomnya, lalu unggah sebagai pembaruan baris."),
}
# Fields a city can fill itself, by table.
FIELDS = {
    "products": ("recognition", "inputs", "latitude"),
    "apps": ("launched_year", "platform"),
    "cooperation": ("date",),
    "needs": ("supplier_as_stated",),
}
# Columns nobody names as the table does.
SPOKEN = {"latitude": N_("letak di peta")}
FROM_CITY_HALL = {"keuangan", "tata_kelola", "investasi"}


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing missing of a city.

    Attributes
    ----------
    kind
        ``series``: cells of a table other cities have; ``part``: some of them; ``indicator``: an
        indicator it has no year of; ``year``: an indicator whose latest year others are ahead of;
        ``records``: a table without a row of it; ``field``: a column left empty.
    table, code, column
        What is missing: the table, the indicator or period, the column.
    have, wanted
        The latest year there is and the one others have; empty where that does not apply.
    others
        How many of the other member cities have it.
    count
        Rows (for ``field``) or cells (for ``series`` and ``part``) concerned.
    """

    kind: Kind
    table: str
    code: str = ""
    column: str = ""
    have: str = ""
    wanted: str = ""
    others: int = 0
    count: int = 0

    @property
    def what(self) -> str:
        """What is missing, a sentence in the language in force."""
        indicator = self.kind in ("indicator", "year")
        message = WHAT[self.kind]
        return _(message).format(
            table=label("table", self.table),
            code=label("indicator", self.code) if indicator else self._cells(),
            column=self._column(),
            have=self.have,
            wanted=self.wanted,
            others=self.others,
            count=self.count,
        )

    @property
    def how(self) -> str:
        """How to supply it, a sentence in the language in force."""
        message = HOW[self._supplier()]
        return _(message)

    def _supplier(self) -> str:
        if self.kind == "field":
            return "field"
        if self.table.startswith("grdp_"):
            return "grdp"
        if self.table in ("food_quantities", "food_prices"):
            return "bps"
        if self.table == "indicators" and INDICATORS[self.code].theme not in FROM_CITY_HALL:
            return "bps"
        return "city"

    def _column(self) -> str:
        """The column as a city hall calls it, inside a sentence."""
        if self.column in SPOKEN:
            return _(SPOKEN[self.column])
        return lower_first(label(f"column:{self.table}", self.column))

    def _cells(self) -> str:
        """Period and price basis in words: ``2025 (harga berlaku)``."""
        period, _sign, basis = self.code.partition(" ")
        return f"{period} ({lower_first(label('price_basis', basis))})" if basis else period


def _series(city: str) -> list[Missing]:
    """Periods of GRDP that are expected of every city or that some cities have."""
    answer = []
    yearly = _sectors_by_year(city)
    for table in SERIES:
        if table == "indicators":
            continue
        keys = [key for key in SERIES[table] if key in ("period", "price_basis", "year")]
        rows = rows_of(table)
        have = rows[rows["city"] == city].groupby(keys).size()
        others = rows[rows["city"] != city].groupby(keys)["city"].nunique()
        cells = rows.drop_duplicates(SERIES[table]).groupby(keys).size()
        for key, count in others.items():
            lacking = int(cells[key] - have.get(key, 0))
            if table == "grdp_sectors" and key in yearly:
                continue  # the table of years has it
            if lacking > 0 and (table.startswith("grdp_") or key not in have.index):
                code = " ".join(map(str, key)) if isinstance(key, tuple) else str(key)
                kind: Literal["part", "series"] = "part" if key in have.index else "series"
                answer.append(Missing(kind, table, code, others=int(count), count=lacking))
    return answer


def _sectors_by_year(city: str) -> set[tuple[str, str]]:
    """Years and price bases for which the tables of years hold the city's sectors."""
    rows = pd.concat([rows_of(table) for table in SERIES if table.startswith("grdp_sectors_")])
    own = rows[rows["city"] == city]
    return set(zip(own["period"], own["price_basis"], strict=True))


def _indicators(city: str) -> list[Missing]:
    rows = rows_of("indicators")
    latest = rows.groupby(["indicator", "city"])["year"].max()
    answer = []
    for code in INDICATORS:
        if code in NOT_TO_BE_HAD or code not in latest.index.get_level_values(0):
            continue
        years = latest[code]
        others = years.drop(city, errors="ignore")
        if others.empty:
            continue
        wanted = int(others.max())
        ahead = int((others == wanted).sum())
        if city not in years.index:
            answer.append(Missing("indicator", "indicators", code, wanted=str(wanted), others=len(others)))
        elif years[city] < wanted:
            have = str(int(years[city]))
            answer.append(Missing("year", "indicators", code, have=have, wanted=str(wanted), others=ahead))
    return answer


def _records(city: str) -> list[Missing]:
    answer = []
    for table in RECORDS:
        rows = rows_of(table)
        mine = rows[rows["city"] == city]
        if mine.empty:
            others = rows["city"].nunique()
            answer.append(Missing("records", table, others=int(others)))
            continue
        for column in FIELDS.get(table, ()):
            empty = mine[column].isna() | (mine[column].astype("str") == "unknown")
            if empty.any():
                answer.append(Missing("field", table, column=column, count=int(empty.sum())))
    return answer


@by_version(*ALL_VERSIONED)
def missing(city: str) -> tuple[Missing, ...]:
    """Return what is missing of a member city, the most widely available first within each kind.

    Raises
    ------
    UnknownCity
        If it is no member city.
    """
    if city not in cities().index:
        raise UnknownCity(city, cities().index)
    found = [*_series(city), *_indicators(city), *_records(city)]
    order = ("series", "part", "indicator", "year", "records", "field")
    return tuple(
        sorted(found, key=lambda each: (order.index(each.kind), -each.others, each.table, each.code))
    )
