"""Turn BPS tables into rows of ours: which variable is which table, what its labels mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from data.importers.bps_api import Answer, BpsError
from data.loading import load
from data.reading.labels import read_label
from data.reading.moments import read_quarter
from i18n import _

PUBLISHER = "Badan Pusat Statistik"
LICENCE = "data publik BPS; sebutkan sumber"


@dataclass(frozen=True, slots=True)
class Variable:
    """What a BPS variable is to us: the table, its fixed columns and the unit it has to come in."""

    table: str
    fixed: dict[str, str]
    unit: str


GRDP_UNIT = r"mil(y|i)ar rupiah"
FOOD_UNIT = r"rupiah ?/ ?kapita ?/ ?minggu"
VARIABLES = {
    2776: Variable("grdp_sectors", {"price_basis": "ADHB"}, GRDP_UNIT),
    2775: Variable("grdp_sectors", {"price_basis": "ADHK"}, GRDP_UNIT),
    2774: Variable("grdp_expenditure", {"price_basis": "ADHB"}, GRDP_UNIT),
    2773: Variable("grdp_expenditure", {"price_basis": "ADHK"}, GRDP_UNIT),
    2551: Variable("household_spending", {"commodity_group": "ikan"}, FOOD_UNIT),
    2553: Variable("household_spending", {"commodity_group": "daging"}, FOOD_UNIT),
    2555: Variable("household_spending", {"commodity_group": "telur_susu"}, FOOD_UNIT),
    2557: Variable("household_spending", {"commodity_group": "sayur"}, FOOD_UNIT),
    2559: Variable("household_spending", {"commodity_group": "buah"}, FOOD_UNIT),
}


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one of our tables and what was left out: codes of regions we do not have."""

    table: str
    frame: pd.DataFrame
    unknown_regions: tuple[str, ...]


def rows_of(answer: Answer, source_id: str, indicator: str | None = None) -> Rows:
    """Return a BPS table as rows of ours.

    Parameters
    ----------
    source_id
        The source the rows name.
    indicator
        For a variable not in :data:`VARIABLES`: code of the indicator its figures are.

    Raises
    ------
    BpsError
        If the variable is not ours and no indicator is named, or if unit, labels or periods are not what
        they have to be: a figure is never put where it may not belong.
    """
    known = load("regions")["region_code"]
    here = answer.rows["region_code"].isin(known)
    rows = answer.rows[here]
    unknown = tuple(sorted(set(answer.rows.loc[~here, "region_code"])))
    variable = VARIABLES.get(answer.variable)
    if variable is None:
        return Rows("indicators", _indicator_rows(answer, rows, source_id, indicator), unknown)
    if not re.search(variable.unit, answer.unit.lower()):
        raise BpsError(
            _("Variabel {var} datang dalam satuan “{unit}”, bukan yang diharapkan; tidak dipakai.").format(
                var=answer.variable, unit=answer.unit
            )
        )
    make = {"grdp_sectors": _sector_rows, "grdp_expenditure": _component_rows}.get(variable.table, _food_rows)
    frame = make(rows).assign(**variable.fixed, region_code=rows["region_code"], source_id=source_id)
    return Rows(variable.table, frame[list(load(variable.table).columns)].reset_index(drop=True), unknown)


def next_source(answer: Answer, sources: pd.DataFrame, base_url: str) -> pd.Series:
    """Return the row of ``sources`` for an answer: the one there is, or a new one with the next number."""
    updated = answer.updated[:10] if re.match(r"\d{4}-\d\d-\d\d", answer.updated) else None
    title = f"BPS tabel dinamis {answer.variable}: {answer.title}, {answer.year}"
    title += f" (pemutakhiran {updated})" if updated else ""
    there = sources[sources["title"] == title]
    if not there.empty:
        return there.iloc[0]
    numbers = sources["source_id"].str.extract(r"^S(\d+)$")[0].dropna().astype(int)
    values = {
        "source_id": f"S{numbers.max() + 1:04d}",
        "title": title,
        "publisher": PUBLISHER,
        "reference": f"{base_url}/list/model/data/lang/ind/var/{answer.variable}/th/{answer.year - 1900}",
        "licence": LICENCE,
        "source_date": updated,
    }
    return pd.Series(values).reindex(sources.columns)


def _periods(rows: pd.DataFrame) -> pd.Series:
    part = rows["part"].str.lower()
    quarter = part.map({text: f"Q{number}" for text in part.unique() if (number := read_quarter(text))})
    annual = part.str.contains("tahun") | part.eq("")
    lost = sorted(set(rows.loc[quarter.isna() & ~annual, "part"]))
    if lost:
        raise BpsError(_("Periode BPS tidak dikenal: {labels}").format(labels=", ".join(lost)))
    return rows["year"] + quarter.fillna("")


def _codes(labels: pd.Series, kind: str) -> pd.Series:
    """Return what labels mean, read as in uploads. Raises BpsError for one that means nothing."""
    meant = {text: read_label(kind, text) for text in labels.unique()}
    codes = labels.map({text: label.code for text, label in meant.items() if label and label.code})
    _all_known(labels, codes)
    return codes


def _sector_rows(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "period": _periods(rows),
            "sector": _codes(rows["item"], "sector"),
            "value_billion_rupiah": rows["value"],
        }
    )


def _component_rows(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "period": _periods(rows),
            "component": _codes(rows["item"], "component"),
            "value_billion_rupiah": rows["value"],
        }
    )


def _food_rows(rows: pd.DataFrame) -> pd.DataFrame:
    # The group itself stands among its goods, in capitals.
    commodity = rows["item"].mask(rows["item"].str.isupper(), "TOTAL")
    return pd.DataFrame(
        {
            "year": rows["year"].astype("int64"),
            "commodity": commodity,
            "rupiah_per_capita_per_week": rows["value"],
        }
    )


def _indicator_rows(
    answer: Answer, rows: pd.DataFrame, source_id: str, indicator: str | None
) -> pd.DataFrame:
    if indicator is None:
        raise BpsError(
            _(
                "Variabel {var} tidak termasuk tabel yang dikenal. Tabelnya sudah disimpan; sebutkan "
                "--indikator KODE bila angkanya sebuah indikator."
            ).format(var=answer.variable)
        )
    if rows["item"].nunique() > 1 or rows["part"].nunique() > 1:
        raise BpsError(_("Sebuah indikator hanya punya satu angka per wilayah dan tahun; tabel ini lebih."))
    return pd.DataFrame(
        {
            "region_code": rows["region_code"],
            "indicator": indicator,
            "year": rows["year"].astype("int64"),
            "value": rows["value"],
            "unit": _unit_of(indicator) or answer.unit,
            "source_id": source_id,
            "note": None,
        }
    ).reset_index(drop=True)


def _unit_of(indicator: str) -> str | None:
    units = load("indicators").query("indicator == @indicator")["unit"]
    return None if units.empty else units.iloc[0]


def _all_known(labels: pd.Series, codes: pd.Series) -> None:
    lost = sorted(set(labels[codes.isna()]))
    if lost:
        raise BpsError(_("Label BPS tidak dikenal: {labels}").format(labels="; ".join(lost[:10])))
