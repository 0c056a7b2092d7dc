"""What each table holds: keys, columns, types, units, ranges, code lists, and labels in two languages."""

from __future__ import annotations

from data.schema.descriptor import FOLDER, PACKAGE, read_fixed, read_package
from data.schema.facts import read_code_lists, read_indicators
from data.schema.model import Column, Fixed, Indicator, Table, Text
from i18n import language as language_in_force

TABLES: dict[str, Table] = read_package()
GEO_TABLES: dict[str, Table] = read_package(FOLDER.parent / "geo")
FIXED: dict[str, Fixed] = read_fixed()
INDICATORS: dict[str, Indicator] = read_indicators()

_LABELS: dict[str, dict[str, Text]] = {
    **read_code_lists(),
    "indicator": {code: each.label for code, each in INDICATORS.items()},
    "table": {name: table.label for name, table in (TABLES | GEO_TABLES | FIXED).items()},
}


def codes(kind: str) -> tuple[str, ...]:
    """Return the codes of list `kind` in their order of display; empty for an unknown list."""
    return tuple(_LABELS.get(kind, {}))


def label(kind: str, code: str, language: str | None = None) -> str:
    """Return what a screen calls `code`.

    Parameters
    ----------
    kind
        A code list: ``sector`` (short), ``sector_name`` (official), ``group``, ``price_basis``,
        ``component``, ``level``, ``komwil``, ``reference``, ``category``, ``need_category``, ``role``,
        ``inputs_basis``, ``relation``, ``status``, ``service_domain``, ``platform``,
        ``development_status``, ``software_type``, ``maintenance_type``, ``yes_no``, ``instrument``,
        ``certainty``, ``fact``, ``commodity_group``, ``commodity``, ``port_kind``, ``origin_status``,
        ``better``, ``theme``, ``unit``, ``indicator``, ``table``; or ``column:<table>`` for its headings.
    code
        The code as it stands in the data. Several platforms in one cell (``web|android``) are named each.
    language
        ``"id"``, ``"en"``; None is the language in force.

    Returns
    -------
    str
        The label; the code itself when list or code is unknown.
    """
    language = language or language_in_force()
    code = str(code)
    known = _LABELS.get(kind, {})
    if kind.startswith("column:"):
        table = (TABLES | GEO_TABLES).get(kind.removeprefix("column:"))
        known = {column.name: column.label for column in table.columns} if table else {}
    if code in known:
        return known[code].in_(language)
    if kind == "platform" and "|" in code:
        return ", ".join(label(kind, each, language) for each in code.split("|"))
    return code


__all__ = [
    "FIXED",
    "FOLDER",
    "GEO_TABLES",
    "INDICATORS",
    "PACKAGE",
    "TABLES",
    "Column",
    "Fixed",
    "Indicator",
    "Table",
    "Text",
    "codes",
    "label",
]
