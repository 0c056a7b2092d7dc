"""What has to be said beside a figure, and which figures each remark concerns.

The remarks stand in ``data/facts/caveats.json``; `number` tells which point of the data set's documentation a
remark belongs to, one point being split where it concerns several kinds of figures.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.schema.descriptor import read_json, translated
from data.schema.model import Text
from data.territory import HOME
from i18n import language

FILE = HOME.file("facts", "caveats.json")


@dataclass(frozen=True, slots=True)
class Caveat:
    """One remark; `tables`, `indicators` and `regions` it concerns (no region named: all)."""

    id: str
    number: int
    message: Text
    tables: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The remark in the language in force."""
        return self.message.in_(language())


def _caveat(entry: dict) -> Caveat:
    concerns = (tuple(entry.get(each, ())) for each in ("tables", "indicators", "regions", "periods"))
    return Caveat(entry["id"], entry["number"], translated(entry, "text"), *concerns)


CAVEATS: tuple[Caveat, ...] = tuple(_caveat(entry) for entry in read_json(FILE)["caveats"])


def caveats_for(
    table: str | None = None,
    indicator: str | None = None,
    region: str | None = None,
    period: str | int | None = None,
) -> tuple[Caveat, ...]:
    """Return the remarks that concern a figure.

    Parameters
    ----------
    table, indicator
        What is shown. An indicator brings the remarks on it and on the table ``indicators``.
    region
        Whose figure; None: all regions', so that remarks on single regions are among the result.
    period
        Period or year shown; None: any.

    Returns
    -------
    tuple of Caveat
        In the order of the documentation; all of them when nothing is asked for.
    """
    if indicator is not None and table is None:
        table = "indicators"

    def concerns(caveat: Caveat) -> bool:
        about = (
            (table is None and indicator is None)
            or (table in caveat.tables)
            or (indicator in caveat.indicators)
            or (table == "indicators" and indicator is None and bool(caveat.indicators))
        )
        where = region is None or not caveat.regions or region in caveat.regions
        when = period is None or not caveat.periods or str(period) in caveat.periods
        return about and where and when

    return tuple(caveat for caveat in CAVEATS if concerns(caveat))
