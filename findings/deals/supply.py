"""What a region is known to have of a good: recorded or reported, never a target, with word and year."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

import data
from analysis import deals as rules
from data import goods_facts
from findings.deals.naming import is_kota
from findings.deals.need import needs, rice_ton
from findings.goods import RICE, SEA_FISH, foods_of, good, makers, trade_goods

MEASURED = ("tercatat", "berita")
PROJECTED = "proyeksi"
OUTPUT = ("produksi", "pendaratan")
AREA = ("luas_panen", "luas_tanam")
FISH_YEARS = 2
NAN = float("nan")
UNHUSKED = "gabah"
DAILY = "ton/hari"
# Status of farmed fish whose species all moved by one ratio.
TOGETHER = "satu_perbandingan"
SAME_RATIO = 1.005
ROUNDED_TON = 10


@dataclass(frozen=True)
class Figure:
    """One figure: tons or hectares of a year, its status and source."""

    value: float
    year: int
    status: str
    source_id: str


@dataclass(frozen=True)
class Supply:
    """What is known of one good at one place.

    `ton` NaN where no measured figure since 2018 stands or two contradict (`doubt` says which). `series`
    the earlier measured years; `area` hectares; `projected` beside, in no sum; `old` the newest figure
    before 2018; `daily` a daily average, never made annual; `shared` the other region a figure belongs to,
    at `place`.
    """

    ton: float = NAN
    year: int | None = None
    status: str = ""
    form: str = ""
    source_ids: tuple[str, ...] = ()
    series: tuple[Figure, ...] = ()
    area: Figure | None = None
    projected: Figure | None = None
    old: Figure | None = None
    daily: Figure | None = None
    doubt: str = ""
    against: tuple[Figure, ...] = ()
    shared: str = ""
    place: str = ""
    place_source: str = ""

    @property
    def measured(self) -> bool:
        """Whether tons are known."""
        return self.ton == self.ton


NOTHING = Supply()


def _figures() -> pd.DataFrame:
    """All figures by region and good: value, unit, year, measure, status, form, source."""
    names = goods_facts.production_names()
    made = data.load("production").merge(names, on="commodity")
    made = made.assign(form=made["form"].fillna(""))
    made["value"] = pd.to_numeric(made["value"], errors="coerce")
    columns = ["region_code", "good", "commodity", "year", "measure", "value", "unit", "status", "form"]
    return pd.concat([made[[*columns, "source_id"]], _fish()[[*columns, "source_id"]]], ignore_index=True)


def _fish() -> pd.DataFrame:
    """Fish of ponds, lakes and rivers, by good and year; figures that move together are marked."""
    table = data.load("fish_production")
    newest = sorted(table["year"].unique())[-FISH_YEARS:]
    table = table[table["year"].isin(newest)]
    foods = data.load("foods")
    names = {}
    for code, each in trade_goods().items():
        if each.kind in ("ikan_tawar", "ikan_payau"):
            for cell in foods_of(code, foods)["fish_commodity"].dropna():
                # "GURAME; GURAMI" is one name of the source, so only a bare semicolon parts names.
                for name in cell.replace("; ", "\0").split(";"):
                    names[name.replace("\0", "; ")] = code
    mine = table[table["commodity"].isin(names)].assign(good=lambda rows: rows["commodity"].map(names))
    moving = _move_together(table)
    grouped = mine.groupby(["region_code", "good", "year"], as_index=False).agg(
        value=("volume_ton", "sum"), commodity=("commodity", "first"), source_id=("source_id", "first")
    )
    return grouped.assign(
        measure="produksi",
        unit="ton",
        status=[TOGETHER if code in moving else "tercatat" for code in grouped["region_code"]],
        form="",
    )


def _move_together(table: pd.DataFrame) -> frozenset[str]:
    """Regions whose farmed species all grew by one ratio: shared out from a total, not counted."""
    farmed = table[table["kind"] == "budidaya"]
    wide = farmed.pivot_table(
        index=["region_code", "commodity"], columns="year", values="volume_ton", aggfunc="sum"
    )
    wide = wide[(wide > ROUNDED_TON).all(axis=1)].dropna()
    if wide.shape[1] < FISH_YEARS:
        return frozenset()
    ratio = wide.iloc[:, -1] / wide.iloc[:, 0]
    by_region = ratio.groupby("region_code").agg(["size", "min", "max"])
    same = (by_region["size"] >= 3) & (by_region["max"] / by_region["min"] < SAME_RATIO)
    return frozenset(by_region.index[same])


@data.by_version("foods", "production", "fish_production")
def supplies() -> dict[tuple[str, str], Supply]:
    """Return what is known of each good at each place: (region, good) -> :class:`Supply`."""
    doubts = {(row.region_code, row.good): row.reason for row in goods_facts.doubtful_supply().itertuples()}
    shared = {(row.region_code, row.good): row for row in goods_facts.shared_supply().itertuples()}
    grouped: dict[tuple[str, str], list] = {}
    for row in _figures().dropna(subset=["value", "year"]).itertuples():
        grouped.setdefault((row.region_code, row.good), []).append(row)
    return {key: _supply(rows, doubts.get(key, ""), shared.get(key)) for key, rows in grouped.items()}


def _supply(rows: list, doubt: str, pair) -> Supply:
    rows = sorted(rows, key=lambda row: row.year)
    tons = [row for row in rows if row.measure in OUTPUT and row.unit == "ton"]
    measured = [row for row in tons if row.status in MEASURED]
    # Rice and unhusked rice of one place are two forms of one harvest, not two figures.
    if any(row.form == "" for row in measured):
        measured = [row for row in measured if row.form != UNHUSKED]
    if any(row.status == TOGETHER for row in tons):
        doubt = doubt or TOGETHER
    recent = [row for row in measured if row.year >= rules.FIRST_YEAR]
    zero = [row for row in tons if row.value == 0 and row.status in (*MEASURED, PROJECTED)]
    against: tuple[Figure, ...] = ()
    if not doubt and rules.contradictory([row.value for row in measured]):
        doubt = "berlawanan"
        extremes = sorted(measured, key=lambda row: row.value)
        against = (_figure(extremes[0]), _figure(extremes[-1]))
    chosen = None if doubt else (recent or zero or [None])[-1]
    amount = {}
    if chosen is not None:
        amount = {
            "ton": float(chosen.value),
            "year": int(chosen.year),
            "status": chosen.status,
            "form": chosen.form,
            "source_ids": (chosen.source_id,),
            "series": tuple(_figure(row) for row in recent[:-1]),
        }
    return Supply(
        **amount,
        area=_last([row for row in rows if row.measure in AREA and row.year >= rules.FIRST_YEAR]),
        projected=_last([row for row in tons if row.status == PROJECTED]),
        old=_last([row for row in measured if row.year < rules.FIRST_YEAR]),
        daily=_last([row for row in rows if row.unit == DAILY]),
        doubt=doubt,
        against=against,
        shared=pair.with_region_code if pair is not None else "",
        place=pair.place if pair is not None else "",
        place_source=pair.source_id if pair is not None else "",
    )


def _figure(row) -> Figure:
    return Figure(float(row.value), int(row.year), row.status, row.source_id)


def _last(rows: list) -> Figure | None:
    return _figure(rows[-1]) if rows else None


def supply(region: str, code: str) -> Supply:
    """Return what is known of a good at a place; an empty record where nothing is."""
    found = supplies().get((region, code))
    if found is not None:
        return found
    owner = next((own for own, named in _shared_with().get(region, ()) if named == code), "")
    return Supply(shared=owner, place=supplies()[owner, code].place) if owner else NOTHING


@data.by_version("foods", "production", "fish_production")
def _shared_with() -> dict[str, tuple[tuple[str, str], ...]]:
    """Regions that another region's figure covers too: region -> (owner, good)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for (owner, named), each in supplies().items():
        if each.shared:
            found.setdefault(each.shared, []).append((owner, named))
    return {region: tuple(each) for region, each in found.items()}


@data.by_version("foods", "production", "fish_production", "food_quantities", "household_spending", "regions",
                 "indicators")  # fmt: skip
def surpluses() -> dict[tuple[str, str], float]:
    """Return supply less own need, hotels and restaurants included: (region, good) -> tons a year.

    A figure that belongs to two regions has both needs taken off. Rice has none: its need is not recorded.
    Nothing for a place without measured supply.
    """
    need = needs()["ton"].to_dict()
    found = {}
    for (region, code), known in supplies().items():
        if not known.measured or known.form == UNHUSKED:
            continue
        own = need.get((region, code), NAN)
        if known.shared:
            own += need.get((known.shared, code), NAN)
        found[region, code] = rules.surplus(known.ton, own, good(code).io_factor)
    return {key: left for key, left in found.items() if left == left}  # noqa: PLR0124 NaN left out


def surplus_of(region: str, code: str) -> float:
    """Return the surplus of a place in tons a year; NaN where supply or own need is not known."""
    return surpluses().get((region, code), NAN)


def is_producer(region: str, code: str) -> bool:
    """Whether a table shows that the place has more of the good than it uses, in tons or in hectares."""
    left = surpluses().get((region, code))
    if left is not None:
        return rules.is_supplier(left, is_kota(region))
    known = supply(region, code)
    if known.measured and code == RICE:
        # Its own need is not recorded; unhusked, it is a third more than it will be as rice.
        return rules.is_supplier(
            rules.surplus(known.ton, rice_ton(region), good(code).io_factor), is_kota(region)
        )
    if known.measured:
        return known.ton > (rules.KOTA_LEAST_SURPLUS if is_kota(region) else 0)
    return known.area is not None and not known.doubt


@data.by_version("foods", "production", "fish_production", "products", "product_commodities")
def fishing_ports() -> frozenset[str]:
    """Return the places where fish of the sea is landed, by the table or by a product of their own."""
    landed = {region for (region, code) in supplies() if code == SEA_FISH}
    return frozenset(landed | {city for city, code in makers() if code == SEA_FISH})


def landings() -> frozenset[str]:
    """Return the places with a recorded landing of fish of the sea."""
    return frozenset(region for (region, code) in supplies() if code == SEA_FISH)
