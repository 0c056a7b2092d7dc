"""The rows of every table that tells of goods moving between places, before goods are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

import data
from analysis import deals as rules
from analysis import goods
from data.sourcing import citations
from findings.deals import naming
from findings.goods import GROUP_GOOD, vocabulary

TABLES = (
    "supply_links", "supply_links_new", "supply_links_regencies", "needs", "food_agreement_pairs",
    "food_agreements", "sources", "regions", "place_aliases", "foods",
)  # fmt: skip
DENIED = "bukan_dari_sana"
FAILED = ("terputus", "kalah_bersaing", DENIED, rules.STOPPED)
FIRST_PURCHASE = "pembelian pertama"
PLANNED = re.compile(
    r"menjajaki|dijajaki|rencana|berkunjung|membahas|menawarkan|mengusulkan|ditetapkan sebagai"
)
ONE_BUYER = re.compile(r"satu (?:kedai|toko|warung|kios|penenun)")
# A journal may tell of a flow; these may not lead.
WEAK_KINDS = ("blog", "copy", "student", "encyclopaedia")
POOR_SOURCE = re.compile(r"\(blog\)|\bskripsi\b|\btesis\b", re.IGNORECASE)
IN_RETURN = "sebagai imbalan"
THROUGH = re.compile(r"\(?\blewat\b[^;]*")
NOT_A_FLOW = ("kunjungan", "titik transit", "terminal di kota")
YEAR = re.compile(r"(19|20)\d{2}")
GROUP_IDS = {"kelompok_sayur": GROUP_GOOD}


@dataclass(frozen=True)
class Row:
    """One row of any table before its goods and places are read."""

    suppliers: tuple[str, ...]
    buyer: str
    text: str
    stage: str
    year: int | None
    source_id: str
    table: str
    note: str = ""
    sure: bool = True
    hub: bool = False
    names: tuple[str, ...] = ()
    amount: str = ""
    price: str = ""
    good: str = ""
    maker: bool = False
    of_several: bool = False


@data.by_version("sources")
def _source_years() -> dict[str, int]:
    dates = data.load("sources").set_index("source_id")["source_date"].dropna()
    return {source: int(str(day)[:4]) for source, day in dates.items()}


@data.by_version("sources")
def poor_sources() -> frozenset[str]:
    """Return the sources that never lead: blogs, copies, students' papers."""
    table = data.load("sources")
    titles = table["title"].fillna("")
    named = set(table.loc[titles.str.contains(POOR_SOURCE), "source_id"])
    return frozenset(named | {code for code in table["source_id"] if citations.kind(code) in WEAK_KINDS})


def year_of(value: object, source: str) -> int | None:
    """Return the year a row names, else that of its source; None where neither does."""
    found = None if pd.isna(value) else YEAR.search(str(value))
    return int(found.group(0)) if found else _source_years().get(source)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _shipped() -> list[Row]:
    rows = []
    for row in data.load("supply_links").itertuples():
        certainty = _text(row.certainty)
        if certainty in NOT_A_FLOW or row.supplier_city_code == row.buyer_city_code:
            continue
        note = _note_of(row.source_id, row.buyer_city_code, _text(row.commodity))
        explored = PLANNED.search(f"{certainty} {note}".casefold()) is not None
        behind = "hub" in certainty
        rows.append(
            Row(
                (row.supplier_city_code,),
                row.buyer_city_code,
                _text(row.commodity),
                "dijajaki" if explored else "hub" if behind else "diberitakan",
                year_of(pd.NA, row.source_id),
                row.source_id,
                "supply_links",
                note=note,
                sure=not certainty.startswith("ambigu"),
                hub=behind,
            )
        )
    return rows


@data.by_version("needs")
def _need_notes() -> dict[tuple[str, str, str], str]:
    found: dict[tuple[str, str, str], str] = {}
    for row in data.load("needs").itertuples():
        note = _text(row.description)
        found[row.source_id, row.buyer_code, row.commodity] = note
        found.setdefault((row.source_id, row.buyer_code, ""), note)
    return found


def _note_of(source: str, buyer: str, commodity: str) -> str:
    """What the table of needs tells of the same good, else of the same source and buyer."""
    notes = _need_notes()
    return notes.get((source, buyer, commodity)) or notes.get((source, buyer, ""), "")


def _found_later() -> list[Row]:
    rows = []
    for row in data.load("supply_links_new").itertuples():
        certainty, note = _text(row.certainty), _text(row.note)
        if certainty in NOT_A_FLOW or ONE_BUYER.search(note):
            continue
        rows.append(
            Row(
                (row.supplier_code,),
                row.buyer_code,
                _text(row.commodity),
                "hub" if certainty.startswith("hub") else "diberitakan",
                year_of(pd.NA, row.source_id),
                row.source_id,
                "supply_links_new",
                note=note,
                sure=not certainty.startswith("ambigu"),
                hub=certainty.startswith("hub"),
            )
        )
    return rows


def _regencies() -> list[Row]:
    rows = []
    for row in data.load("supply_links_regencies").itertuples():
        note = _text(row.description)
        rows.append(
            Row(
                (row.supplier_code,),
                row.buyer_code,
                _text(row.commodity),
                row.status if row.status in FAILED else "diberitakan",
                year_of(row.year, row.source_id),
                row.source_id,
                "supply_links_regencies",
                note=note,
                sure=not naming.speaks_of_province(note),
                maker=row.role == "penghasil",
                amount=" ".join(filter(None, (_text(row.amount_text), _text(row.unit)))),
            )
        )
    return rows


def _named_in_needs() -> list[Row]:
    behind = {
        (row.supplier_city_code, row.buyer_city_code, row.source_id)
        for row in data.load("supply_links").itertuples()
        if "hub" in _text(row.certainty)
    }
    rows = []
    for row in data.load("needs").itertuples():
        note, stated = _text(row.description), THROUGH.sub("", _text(row.supplier_as_stated))
        if "impor" in stated.casefold():
            continue
        parts = [part for part in re.split(r"[;,]", stated) if part.strip()]
        planned_of = {
            code: PLANNED.search(f"{note} {part}".casefold()) is not None
            for part in parts
            for code in naming.named_in(part)
        }
        for supplier in naming.named_in(stated):
            planned = planned_of.get(supplier, False)
            hub = (supplier, row.buyer_code, row.source_id) in behind
            rows.append(
                Row(
                    (supplier,),
                    row.buyer_code,
                    _text(row.commodity),
                    "dijajaki" if planned else "hub" if hub else "diberitakan",
                    year_of(pd.NA, row.source_id),
                    row.source_id,
                    "needs",
                    note=note,
                    sure=not naming.speaks_of_province(note),
                    hub=hub,
                    of_several=len(parts) > 1,
                )
            )
    return rows


def _agreements() -> list[Row]:
    rows = []
    for row in data.load("food_agreement_pairs").itertuples():
        food = _text(row.food_id)
        if not food or food == "bahan_pokok" or (food.startswith("kelompok_") and food not in GROUP_IDS):
            continue
        terms = _text(row.price_rule)
        first = row.stage == "terkirim" and FIRST_PURCHASE in terms
        stage = "dijajaki" if first or row.stage in rules.EXPLORED else row.stage
        amount = "" if pd.isna(row.volume) else f"{row.volume:g} {_text(row.volume_unit)}"
        rows.append(
            Row(
                (row.supplier_code,),
                row.buyer_code,
                _text(row.food_as_reported),
                "diberitakan" if stage not in (*rules.STAGES, *FAILED) else stage,
                year_of(row.year, row.source_id),
                row.source_id,
                "food_agreement_pairs",
                note=_note_of(row.source_id, row.buyer_code, _text(row.food_as_reported)),
                amount=amount,
                price=terms,
                good=GROUP_IDS.get(food, food),
            )
        )
    return rows


def _in_return() -> list[Row]:
    """Goods that the buyer of an agreement gives back, to each of the parties that supply it."""
    rows = []
    pairs = data.load("food_agreement_pairs")
    given_back = {
        row.agreement_line: (row.price_rule.split(IN_RETURN)[0].split(";")[-1].strip(), row.price_rule)
        for row in pairs.itertuples()
        if IN_RETURN in _text(row.price_rule)
    }
    parties = pairs.drop_duplicates(["agreement_line", "buyer_code", "supplier_code"])
    for row in parties[parties["agreement_line"].isin(given_back)].itertuples():
        given, note = given_back[row.agreement_line]
        rows.append(
            Row(
                (row.buyer_code,),
                row.supplier_code,
                "ikan laut" if given == "ikan" else given,
                row.stage,
                year_of(row.year, row.source_id),
                row.source_id,
                "food_agreements",
                note=note,
            )
        )
    for row in data.load("food_agreements").itertuples():
        returned = goods.read(_text(row.commodity), vocabulary()).returned
        buyers, suppliers = str(row.buyer_codes).split(";"), str(row.supplier_codes).split(";")
        if not returned or len(buyers) != 1 or len(suppliers) != 1:
            continue
        for named in returned:
            rows.append(
                Row(
                    (buyers[0],),
                    suppliers[0],
                    named.text,
                    "disepakati",
                    year_of(row.year, row.source_id),
                    row.source_id,
                    "food_agreements",
                )
            )
    return rows


def rows() -> list[Row]:
    """Return the rows of all tables."""
    return [*_shipped(), *_found_later(), *_regencies(), *_named_in_needs(), *_agreements(), *_in_return()]
