"""What the news tells of goods moving between places, from every table that holds it, in one frame."""

from __future__ import annotations

from dataclasses import dataclass, replace

import data
from analysis import deals as rules
from analysis import goods
from findings.deals import told
from findings.deals.supply import is_producer
from findings.goods import GROUP_GOOD, vocabulary


@dataclass(frozen=True)
class Report:
    """One report that a good goes, or is to go, from a place to a place.

    `stage` as in :data:`analysis.deals.STAGES`, or what failed; `year` of the row, else of its source, None
    where neither tells; `sure` False for a name that may mean a province; `weak` for a blog, a copy or a
    student's paper; `maker` the source calls the supplier a producer; `hub` it may mean the province behind
    the city; `substitute` it only fills in; `text` the good as the source writes it; `note` what it says.
    """

    supplier: str
    buyer: str
    good: str
    kind: str
    text: str
    stage: str
    year: int | None
    source_id: str
    table: str
    note: str = ""
    sure: bool = True
    weak: bool = False
    maker: bool = False
    hub: bool = False
    substitute: bool = False
    raw: bool = False
    counted: bool = True
    amount: str = ""
    price: str = ""

    @property
    def old(self) -> bool:
        """Whether it is from before 2018; a report without year is not."""
        return self.year is not None and self.year < rules.FIRST_YEAR

    @property
    def agreed(self) -> bool:
        """Whether something was signed or runs."""
        return self.stage in rules.AGREED

    @property
    def failed(self) -> bool:
        """Whether it tells of an end."""
        return self.stage in told.FAILED


@data.by_version(*told.TABLES, "production", "fish_production", "food_quantities", "household_spending",
                 "indicators")  # fmt: skip
def reports() -> tuple[Report, ...]:
    """Return every report with its goods and places read, what only lists left uncounted.

    A source that lists (:func:`analysis.deals.listed`) counts for a good only with a second source on the
    same supplier, buyer and good, or with a table that shows the supplier as a producer.
    """
    rows = told.rows()
    first_purchases = {row.source_id for row in rows if row.price.startswith(told.FIRST_PURCHASE)}
    read = [
        (report, row)
        for row in rows
        for report in _read(row, first_purchases)
        if report.supplier != report.buyer and {len(report.supplier), len(report.buyer)} == {4}
    ]
    several: dict[tuple[str, str], set[str]] = {}
    sources: dict[tuple[str, str, str], set[str]] = {}
    for report, _row in read:
        several.setdefault((report.source_id, report.buyer), set()).add(report.supplier)
        sources.setdefault((report.supplier, report.buyer, report.good), set()).add(report.source_id)
    kept: dict[tuple, Report] = {}
    for report, row in read:
        reading = goods.read(row.text, vocabulary())
        count = 1 if row.table == "food_agreements" else reading.count
        suppliers = max(len(several[report.source_id, report.buyer]), 2 if row.of_several else 1)
        lists = rules.listed(count, suppliers, report.table.startswith("food_agreement"))
        second = len(sources[report.supplier, report.buyer, report.good]) > 1
        counted = (
            not lists or reading.first == report.good or second or is_producer(report.supplier, report.good)
        )
        key = (report.supplier, report.buyer, report.good, report.source_id)
        one = replace(report, counted=counted)
        if key not in kept or _better(one, kept[key]):
            kept[key] = one
    return tuple(kept.values())


def _better(one: Report, other: Report) -> bool:
    """Of two rows on one report: a failure or a hub is told first, then the further stage."""
    if one.failed != other.failed:
        return one.failed
    if one.hub != other.hub:
        return one.hub
    return rules.stage_rank(one.stage) < rules.stage_rank(other.stage)


def _read(row: told.Row, first_purchases: set[str]):
    known = vocabulary()
    reading = goods.read(row.text, known)
    named = reading.goods
    if row.good:
        named = tuple(each for each in named if each.good == row.good) or (
            goods.Named(row.good, goods.GOOD, row.good.replace("_", " "), False),
        )
    stage = row.stage
    if row.source_id in first_purchases and stage not in told.FAILED:
        stage = "dijajaki"
    for supplier in row.suppliers:
        names = _names_of(supplier)
        for each in named:
            if each.kind in (goods.COMPANY, goods.STAPLES) or (
                each.kind == goods.GROUP and each.good != GROUP_GOOD
            ):
                continue
            yield Report(
                str(supplier),
                str(row.buyer),
                each.good,
                each.kind,
                row.text if reading.count == 1 else each.text,
                stage,
                row.year,
                row.source_id,
                row.table,
                row.note,
                sure=row.sure,
                weak=row.source_id in told.poor_sources(),
                maker=row.maker,
                hub=row.hub,
                substitute=rules.substitute(row.note, names),
                raw=each.raw,
                amount=row.amount,
                price=row.price,
            )


@data.by_version("regions", "place_aliases")
def _all_names() -> dict[str, tuple[str, ...]]:
    names = {code: [name.casefold()] for code, name in data.regencies()["short_name"].items()}
    for row in data.load("place_aliases").itertuples():
        names.setdefault(row.region_code, []).append(row.alias.casefold())
    return {code: tuple(each) for code, each in names.items()}


def _names_of(code: str) -> tuple[str, ...]:
    return _all_names().get(code, ())


@data.by_version(*told.TABLES, "production", "fish_production", "food_quantities", "household_spending",
                 "indicators")  # fmt: skip
def by_triple() -> dict[tuple[str, str, str], tuple[Report, ...]]:
    """Return the counted reports that tell of a flow or a plan: (supplier, buyer, good) -> reports.

    The furthest stage first, then the newest; reports of what failed are in :func:`failures`.
    """
    found: dict[tuple[str, str, str], list[Report]] = {}
    for report in reports():
        if report.counted and not report.failed:
            found.setdefault((report.supplier, report.buyer, report.good), []).append(report)
    return {key: tuple(sorted(each, key=_order)) for key, each in found.items()}


def _order(report: Report) -> tuple:
    return (report.old, rules.stage_rank(report.stage), report.year is None, -(report.year or 0))


def failures(buyer: str, good: str) -> tuple[Report, ...]:
    """Return what is told to have failed in supplying a good to a place, the newest first."""
    mine = [each for each in reports() if each.failed and each.buyer == buyer and each.good == good]
    return tuple(sorted(mine, key=lambda each: -(each.year or 0)))
