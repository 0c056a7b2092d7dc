"""Read units as people write them, and the factor between two that measure the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.reading.headings import SCALES

SMALL = {"rb": 1e3, "jt": 1e6, "mlr": 1e9, "mil": 1e9, "trn": 1e12, "miliaran": 1e9, "triliunan": 1e12}
MEASURES = {
    "rupiah": "rupiah", "rp": "rupiah", "idr": "rupiah", "rupiahs": "rupiah", "jiwa": "orang",
    "orang": "orang", "people": "orang", "persons": "orang", "person": "orang", "persen": "persen",
    "percent": "persen", "%": "persen", "km2": "km2", "km²": "km2", "ha": "ha", "hektar": "ha",
    "hektare": "ha", "ton": "ton",
    "kg": "kg", "kilogram": "kg", "kuintal": "kuintal", "kw": "kuintal", "tahun": "tahun", "indeks": "indeks",
}  # fmt: skip
SAME = {("ha", "km2"): 0.01, ("ton", "kg"): 1000.0, ("kuintal", "kg"): 100.0, ("kuintal", "ton"): 0.1}
PER = {
    "kapita": "orang", "orang": "orang", "jiwa": "orang", "capita": "orang", "person": "orang",
    "tahun": "tahun", "setahun": "tahun", "year": "tahun", "bulan": "bulan", "sebulan": "bulan",
    "month": "bulan", "minggu": "minggu", "seminggu": "minggu", "week": "minggu", "hari": "hari",
}  # fmt: skip
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, how many of the plain unit one is, and per what."""

    measure: str
    scale: float = 1.0
    per: frozenset[str] = frozenset()


def read_unit(text: object) -> Unit | None:
    """Return the unit a text names; None when it names none. ``"Juta Rupiah"`` is a million rupiah."""
    written = str(text or "").lower().strip().strip("()[].")
    if not written or len(written) > LONGEST:
        return None
    first, *rest = re.split(r"\s*/\s*|\s+per\s+", written)
    scale, measure = 1.0, ""
    for word in re.findall(r"[a-z0-9²%]+", first):
        if word in SCALES or word in SMALL:
            scale *= SCALES.get(word) or SMALL[word]
        elif word in MEASURES and not measure:
            measure = MEASURES[word]
        elif word in PER and measure:
            rest.append(word)
        else:
            return None
    if not measure:
        return None
    per = frozenset(PER[word] for part in rest for word in re.findall(r"[a-z]+", part) if word in PER)
    return Unit(measure, scale, per)


UNIT_IN_TEXT = re.compile(
    r"\b((?:ribu|juta|mil[iy]ar|tril[iy]un|thousand|million|billion|trillion)(?:an)?)\s+"
    r"(rupiahs?|rp|idr|jiwa|orang)\b|\b(rupiah)\b",
    re.IGNORECASE,
)


def unit_in(text: str) -> str:
    """Return the unit a title or heading names, as written; empty when none: ``"juta rupiah"``."""
    # A bilingual line names it twice; the first counts, unless they differ.
    found = [match.group(0).lower() for match in UNIT_IN_TEXT.finditer(text.replace("_", " "))]
    scaled = [each for each in found if " " in each]
    units = {read_unit(each) for each in scaled or found}
    return (scaled or found)[0] if len(units) == 1 else ""


def factor(given: Unit, wanted: Unit) -> float | None:
    """Return what turns a figure in `given` into one in `wanted`; None when they measure other things.

    A unit that says per head or a year less than the other measures the same: titles shorten it.
    """
    if given.per and wanted.per and given.per != wanted.per:
        return None
    if given.measure == wanted.measure:
        return given.scale / wanted.scale
    if (given.measure, wanted.measure) in SAME:
        return SAME[given.measure, wanted.measure] * given.scale / wanted.scale
    if (wanted.measure, given.measure) in SAME:
        return given.scale / wanted.scale / SAME[wanted.measure, given.measure]
    return None
