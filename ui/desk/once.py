"""What is said once for the whole file: proposed from title and name of the file, never assumed."""

from __future__ import annotations

import streamlit as st

from data import schema
from data.loading import load
from data.periods import latest_quarter, latest_year
from data.reading.units import factor, read_unit
from data.schema import INDICATORS, TABLES
from data.validation import Report
from i18n import _
from ui import widgets
from ui.desk import kept, new_source
from ui.desk import words as data_words
from ui.desk.actions import Upload
from wording import formats

# Columns a single word for the whole file makes sense of, in the order they are asked for.
SAYABLE = ("indicator", "region_code", "period", "year", "price_basis", "sector", "component", "group",
           "commodity_group", "commodity", "market", "quality", "source_id")  # fmt: skip
# Of a list that only the table at hand names: said once where the column is one of its codes.
CODED = ("commodity", "market", "quality", "unit")
UNITS = ("rupiah", "ribu rupiah", "juta rupiah", "miliar rupiah", "triliun rupiah", "orang", "ribu orang")
LONGEST = 90


def _key(prefix: str, column: str) -> str:
    return f"{prefix}_sekali_{column}"


def constants(prefix: str) -> dict[str, str]:
    """Return what was said once, as the checker takes it."""
    said = {column: kept.value(_key(prefix, column)) for column in (*SAYABLE, "unit")}
    return {column: str(value).strip() for column, value in said.items() if value not in (None, "")}


def draw(report: Report, upload: Upload, table: str) -> None:
    """Ask for what the file does not say in its columns; one button agrees to all that its title says."""
    recognised, prefix = report.recognised, kept.prefix(upload, table)
    asked = [
        column
        for column in (*SAYABLE, "unit")
        if _sayable(table, column) and (column in recognised.missing or kept.value(_key(prefix, column)))
    ]
    unit = "unit" not in asked and _asks_unit(report, prefix)
    if not asked and not unit:
        return
    with st.container(border=True):
        st.markdown(_("**Dikatakan sekali untuk seluruh berkas**"))
        st.caption(_("Yang tidak ada sebagai kolom. Tidak ada yang diisi tanpa persetujuan Anda."))
        _agree(report, prefix, asked, unit)
        columns = st.columns(3)
        for position, column in enumerate(asked):
            with columns[position % 3]:
                _ask(prefix, table, column)
        if unit:
            with columns[len(asked) % 3]:
                _ask_unit(report, prefix)
        if "source_id" in asked:
            new_source.draw(_key(prefix, "source_id"), upload)


def _sayable(table: str, column: str) -> bool:
    """Whether one value of the column can be said for a whole file: a code, or one that has its own field."""
    if column not in TABLES[table].names:
        return False
    if column in CODED:
        return bool(TABLES[table][column].closed and TABLES[table][column].codes)
    return True


def _proposals(report: Report, prefix: str, asked: list[str], unit: bool) -> dict[str, tuple[str, str]]:
    proposed = dict(report.recognised.proposed)
    if unit and report.recognised.given_unit:
        proposed["unit"] = (_plain_unit(report.recognised.given_unit), _("satuan dalam berkas"))
    wanted = [*asked, *(["unit"] if unit else [])]
    return {
        column: proposed[column]
        for column in wanted
        if column in proposed
        and not kept.value(_key(prefix, column))
        and _possible(column, proposed[column][0])
    }


def _possible(column: str, value: str) -> bool:
    return column != "unit" or value in UNITS


def _plain_unit(written: str) -> str:
    """Return the one of :data:`UNITS` that a unit in a file is; the unit itself when it is none of them."""
    given = read_unit(written)
    same = (unit for unit in UNITS if given and (own := read_unit(unit)) and factor(given, own) == 1.0)
    return next(same, written)


def _agree(report: Report, prefix: str, asked: list[str], unit: bool) -> None:
    proposed = _proposals(report, prefix, asked, unit)
    if not proposed:
        return
    told = [
        _("{column}: {value} (menurut “{where}”)").format(
            column=_name(report.table, column), value=_shown(column, value), where=where[:LONGEST]
        )
        for column, (value, where) in proposed.items()
    ]
    st.markdown("\n".join(f"- {widgets.plain(each)}" for each in told))
    st.button(
        _("Setujui semua usul ini"),
        on_click=_say_all,
        args=(prefix, {column: value for column, (value, _where) in proposed.items()}),
        icon=":material/done_all:",
        type="primary",
        key=f"{prefix}_setujui",
    )


def _say_all(prefix: str, proposed: dict[str, str]) -> None:
    for column, value in proposed.items():
        kept.say(_key(prefix, column), value)


def _name(table: str, column: str) -> str:
    return _("Satuan angka") if column == "unit" else data_words.column_name(table, column)


def _shown(column: str, value: str) -> str:
    if column == "region_code":
        return _places().get(value, value)
    if column == "source_id":
        return new_source.named(value)
    if column == "indicator" and value in INDICATORS:
        unit = schema.label("unit", INDICATORS[value].unit)
        return _("{indicator} ({unit})").format(indicator=schema.label("indicator", value), unit=unit)
    if column == "period":
        return formats.period(value)
    return schema.label(column, value)


def _places() -> dict[str, str]:
    regions = load("regions")
    return dict(zip(regions["region_code"], regions["name"], strict=True))


def _ask(prefix: str, table: str, column: str) -> None:
    key, label = _key(prefix, column), data_words.column_name(table, column)
    if column in ("period", "year"):
        kept.seed(key)
        example = _("misalnya {year} atau {quarter}").format(year=latest_year(), quarter=latest_quarter())
        st.text_input(label, key=key, placeholder=example, max_chars=20)
        kept.kept()[key] = st.session_state[key]
        return
    options = {
        "region_code": lambda: list(_places()),
        "source_id": lambda: list(new_source.names()),
        "indicator": lambda: list(INDICATORS),
    }.get(column, lambda: list(schema.codes(TABLES[table][column].codes)))()
    kind = TABLES[table][column].codes or column

    def show(code: str) -> str:
        return schema.label(kind, code) if column in CODED else _shown(column, code)

    kept.pick(key, label, options, show, empty=_("Pilih sekali"))


def _asks_unit(report: Report, prefix: str) -> bool:
    codes = {problem.code for problem in report.found}
    asking = {
        "unit_other",
        "heading_unit",
        "unit_not_agreed",
        "unit_converted",
        "unit_of_indicator",
        "jump_scale",
    }
    return bool(codes & asking) or bool(kept.value(_key(prefix, "unit")))


def _ask_unit(report: Report, prefix: str) -> None:
    given = report.recognised.given_unit
    said = _("berkas menyebut {unit}").format(unit=given) if given else _("seperti tabel")
    kept.pick(
        _key(prefix, "unit"),
        _("Satuan angka dalam berkas"),
        list(UNITS),
        lambda unit: unit,
        empty=said,
        help_text=_("Angkanya diubah ke satuan tabel setelah Anda memilih."),
    )
