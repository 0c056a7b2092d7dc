"""Say what each column of a file is: by its heading, and by what its cells hold."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import replace

from data.reading.grid import Cell, blank
from data.reading.headings import (
    NAME,
    PARENT,
    PROOF,
    QUARTER,
    UNIT,
    Heading,
    known_headings,
    plain,
    without_unit,
)
from data.reading.labels import read_label
from data.reading.moments import read_quarter
from data.reading.units import read_unit
from data.schema import Table
from data.validation.lists import code_text
from data.validation.places import Places, places
from data.validation.shape.headers import Header, above_members, lookup, names_region
from data.validation.shape.members import LISTED

SAMPLED = 300
MOST, MANY = 0.8, 0.6
QUARTER_HEADINGS = re.compile(r"^(triwulan|triw|tw|kuartal|quarter|qtr|periode triwulan)\b")
UNIT_HEADINGS = re.compile(r"^(satuan|unit|unit satuan|satuan data|units?)$")
CODE_HEADING = re.compile(r"\b(kode|code|kd|id)\b")
PROVINCE = re.compile(r"\b(provinsi|propinsi|prov|province)\b")


def take_roles(
    header: Header, body: list[tuple[int, list[Cell]]], table: Table, chosen: dict[str, str] | None = None
) -> list[Heading]:
    """Return every heading of a file with what its column is.

    Parameters
    ----------
    body
        The rows below the headings.
    chosen
        What the user says: heading -> column, ``""`` for one that means none, or a member (an indicator).
    """
    headings = _by_heading(header, table, chosen or {})
    samples = {each.position: _sample(body, each.position) for each in headings}
    headings = [_unit_or_quarter(each, samples[each.position], table) for each in headings]
    headings = _listed(headings, samples, table, chosen or {})
    if table.region_column or any(column.refers == "regions.region_code" for column in table.columns):
        headings = _regions(headings, samples, table, chosen or {})
    return headings


def _by_heading(header: Header, table: Table, chosen: dict[str, str]) -> list[Heading]:
    known = known_headings(table)
    answer = []
    for position, (cells, text) in enumerate(zip(header.levels, header.texts, strict=True)):
        if not plain(text):
            continue
        column = lookup(known, cells) if not above_members(cells, table) else ""
        if text in chosen:
            column = chosen[text] if chosen[text] in table.names else ""
        word = plain(text)[:80]
        near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.8) if not column else []
        role = NAME if not column and names_region(cells) else ""
        answer.append(Heading(position, text, column, known[near[0]] if near else "", role))
    return answer


def _sample(body: list[tuple[int, list[Cell]]], position: int) -> list[str]:
    found: list[str] = []
    for _line, cells in body:
        if position < len(cells) and not blank(cells[position]):
            found.append(code_text(cells[position]))
            if len(found) >= SAMPLED:
                break
    return found


def _part(sample: list[str], fits: Callable[[str], object]) -> float:
    return sum(bool(fits(text)) for text in sample) / len(sample) if sample else 0.0


def _unit_or_quarter(heading: Heading, sample: list[str], table: Table) -> Heading:
    word = without_unit(plain(heading.text))
    if QUARTER_HEADINGS.match(word) and heading.column in ("", "period", "year"):
        if not sample or _part(sample, read_quarter) >= MANY:
            return replace(heading, column="", role=QUARTER, suggestion="")
    if UNIT_HEADINGS.match(word) and not heading.column and "unit" not in table.names:
        return replace(heading, role=UNIT, suggestion="")
    if not heading.column and not heading.role and "unit" not in table.names:
        if (
            sample
            and _part(sample, lambda text: re.search(r"[a-z]", text.lower()) and read_unit(text)) >= MOST
        ):
            return replace(heading, role=UNIT, suggestion="")
    return heading


def _listed(
    headings: list[Heading], samples: dict[int, list[str]], table: Table, chosen: dict[str, str]
) -> list[Heading]:
    """Recognise columns of codes of a list by their cells: the code goes before the label beside it."""
    for column in table.columns:
        if column.name not in LISTED or not column.closed or column.separator:
            continue

        def fits(text: str, kind: str = column.codes) -> object:
            return (label := read_label(kind, text)) and label.code

        by_cells = [
            each
            for each in headings
            if each.text not in chosen
            and (each.column in ("", column.name) or each.column == table.region_column)
            and len(set(samples[each.position])) > (1 if each.column != column.name else 0)
            and _part(samples[each.position], fits) >= MOST
        ]
        stated = [each for each in headings if each.column == column.name]
        candidates = [
            each for each in by_cells if each.column != table.region_column or not _are_places(samples, each)
        ]
        if not candidates or (stated and all(each in stated for each in candidates) and len(candidates) == 1):
            continue
        best = max(
            candidates, key=lambda each: (_are_codes(samples, each, column.codes), each.column == column.name)
        )
        for at, each in enumerate(headings):
            if each is best:
                headings[at] = replace(each, column=column.name, role="", suggestion="")
            elif each in candidates or each in stated:
                headings[at] = replace(each, column="", role=PROOF, suggestion=column.name)
    return headings


def _are_codes(samples: dict[int, list[str]], heading: Heading, kind: str) -> float:
    return _part(
        samples[heading.position],
        lambda text: (label := read_label(kind, text)) and label.told in ("code", "case"),
    )


def _are_places(samples: dict[int, list[str]], heading: Heading) -> bool:
    known = places()
    return _part(samples[heading.position], lambda text: _is_code(known, text) or known.called(text)) >= MANY


def _is_code(known: Places, text: str) -> bool:
    return text in known.names or text in known.from_home_affairs


def _regions(
    headings: list[Heading], samples: dict[int, list[str]], table: Table, chosen: dict[str, str]
) -> list[Heading]:
    """Recognise names and codes of regions by their cells; a province above a city's column is its parent."""
    known, region = places(), table.region_column
    taken = region is None or any(each.column == region for each in headings)
    free = [each for each in headings if not each.column and each.role in ("", NAME)]
    codes = {}
    for each in free:
        sample = samples[each.position]
        fits = (
            each.role == "" and each.text not in chosen and _part(sample, lambda text: _is_code(known, text))
        )
        # One cell alone proves little, unless the heading speaks of codes.
        if fits >= MOST and (len(set(sample)) > 1 or CODE_HEADING.search(plain(each.text))):
            codes[each.position] = max(len(re.sub(r"\D", "", text)) for text in sample)
    names = {}
    for each in free:
        sample, written = samples[each.position], _part(samples[each.position], known.called)
        # What a text column of the table may be is none of ours: needs and flows name places freely.
        if each.position not in codes and written >= MANY and re.search(r"[A-Za-z]", sample[0]):
            level = _part(sample, lambda text: any(len(code) == 4 for code in known.called(text)))
            names[each.position] = (level, bool(each.role))
    best_code = max(codes, key=lambda at: (codes[at], not PROVINCE.search(_text(headings, at))), default=None)
    best_name = max(names, key=lambda at: names[at], default=None)
    answer = []
    for each in headings:
        changed = each
        if each.position in codes:
            region_here = each.position == best_code and not taken
            changed = replace(each, column=region or "") if region_here else replace(each, role=PARENT)
        elif each.position in names:
            changed = replace(each, role=NAME if each.position == best_name else PARENT)
        elif each.role == NAME and best_name is not None:
            changed = replace(each, role="")
        answer.append(changed if changed is each else replace(changed, suggestion=""))
    return answer


def _text(headings: list[Heading], position: int) -> str:
    return next(plain(each.text) for each in headings if each.position == position)
