"""Who has signed what with whom, out of the register of cooperation."""

from __future__ import annotations

import re
from itertools import product

import numpy as np
import pandas as pd

from analysis.checks import columns_present

# Instruments that bind; the rest (``lainnya``) are meetings and visits, shown and never counted.
AGREEMENTS = ("MoU", "Kesepakatan Bersama", "PKS", "LoI")
_CITY = re.compile(r"(?:kota\s+)?([^(;]+?)\s*(?:\(|$)", re.IGNORECASE)


def agreements_between(
    cooperation: pd.DataFrame, cities: pd.DataFrame, others: dict[str, str] | None = None
) -> dict[frozenset[str], list[dict]]:
    """Return the documented agreements and meetings of each pair of cities.

    Parameters
    ----------
    cooperation
        `party_a`, `party_a_code`, `party_b`, `party_b_code`, `instrument`, `date`; several codes or names
        in one cell are separated by semicolons. Cells without a code are read by name.
    cities
        Indexed by code, with `short_name`.
    others
        Further names (lower case, without "Kota") and their codes, for cities outside `cities`; None: the
        cities that lend applications: Surabaya, Tangerang, Bandung, Yogyakarta, Semarang, Makassar,
        Samarinda.

    Returns
    -------
    dict
        {codes of the pair: [{instrument, date, subject, source_id}]}, where a whole association is one
        party no pair is made. An absent pair has no documented agreement, which does not prove that there
        is none.

    Raises
    ------
    AnalysisError
        If a column lacks.
    """
    wanted = ["party_a", "party_a_code", "party_b", "party_b_code", "instrument", "date"]
    columns_present(cooperation, wanted, "cooperation")
    codes = {name.lower(): code for code, name in cities["short_name"].items()}
    codes |= OUTSIDE if others is None else others
    pairs: dict[frozenset[str], list[dict]] = {}
    for row in cooperation.to_dict("records"):
        # "24 kota; tuan rumah Kota X" has the host's code only: a meeting of all is no deal of two.
        if any(str(row[side]).startswith("APEKSI") for side in ("party_a", "party_b")):
            continue
        one, other = (_codes(row[side], row[f"{side}_code"], codes) for side in ("party_a", "party_b"))
        paper = {key: _plain(row.get(key)) for key in ("instrument", "date", "subject", "source_id")}
        for a, b in product(one, other):
            if a != b:
                pairs.setdefault(frozenset((a, b)), []).append(paper)
    return pairs


def agreement_matrix(pairs: dict[frozenset[str], list[dict]], cities: pd.Index) -> pd.DataFrame:
    """Return 1 where two cities have signed an agreement, 0 where none is documented.

    Parameters
    ----------
    pairs
        From :func:`agreements_between`.
    cities
        Codes wanted.

    Returns
    -------
    DataFrame
        City x city, symmetric, 0 or 1; meetings (``lainnya``) do not count.
    """
    place = {city: position for position, city in enumerate(cities)}
    values = np.zeros((len(cities), len(cities)))
    for pair, papers in pairs.items():
        if pair <= place.keys() and any(paper["instrument"] in AGREEMENTS for paper in papers):
            a, b = (place[city] for city in pair)
            values[a, b] = values[b, a] = 1.0
    return pd.DataFrame(values, index=cities, columns=cities)


def codes_in(cell: object) -> list[str]:
    """Return the codes of a cell that may name several: ``1371;1374``; empty where it names none."""
    return [code.strip() for code in cell.split(";") if code.strip()] if isinstance(cell, str) else []


OUTSIDE = {
    "dki jakarta": "31", "bandung": "3273", "semarang": "3374", "yogyakarta": "3471", "surabaya": "3578",
    "tangerang": "3671", "samarinda": "6472", "makassar": "7371",
}  # fmt: skip


def _codes(names: object, given: object, known: dict[str, str]) -> set[str]:
    found = set(codes_in(given))
    for name in str(names).split(";"):
        match = _CITY.fullmatch(name.strip()) or _CITY.match(name.strip())
        word = match.group(1).strip().lower() if match else ""
        # "Kabupaten Solok" is not Kota Solok: only a name that starts with Kota, or no kind at all, counts.
        word = word.removeprefix("provinsi ")
        if word in known:
            found.add(known[word])
    return found


def _plain(value: object) -> str | None:
    return value if isinstance(value, str) else None
