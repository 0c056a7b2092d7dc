"""Steps of cooperation between regions, who does what, with the source of each point.

Written from public material (PP 28/2018, Permendagri 22/2020 and how cities work with them); the full
text of the rules was not read. What could not be seen is marked, and none of it is legal advice. The texts
stand in ``data/facts/steps.json``, their English in the catalogue like that of any sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.schema.descriptor import read_json


@dataclass(frozen=True, slots=True)
class Stage:
    """One step.

    Attributes
    ----------
    number
        Number of the step; None for an end that is no step of the rules but of this application.
    sources
        Numbers in :data:`SOURCES`.
    unverified
        What about this step could not be verified; empty when nothing is marked.
    """

    code: str
    number: int | None
    title: str
    who: str
    documents: tuple[str, ...]
    todo: str
    sources: tuple[int, ...]
    unverified: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the rules that is no step."""

    text: str
    sources: tuple[int, ...]
    unverified: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """The rule beside a clause of a draft: its number and article first, what it is said to say.

    None of them was read in the official text; `sources` (numbers in :data:`SOURCES`) say through what.
    """

    law: str
    says: str
    sources: tuple[int, ...] = ()

    @property
    def note(self) -> str:
        """The clause's note on paper, in Bahasa: a draft is Indonesian in every language."""
        through = "".join(f"[H{number}]" for number in self.sources)
        marks = f" {through}" if through else ""
        return f"{self.law}: {self.says}{marks}. Belum diperiksa pada naskah resmi."


def _several(entry: dict) -> dict:
    return {word: tuple(value) if isinstance(value, list) else value for word, value in entry.items()}


def _stage(entry: dict) -> Stage:
    absent = {"number": None, "who": "", "documents": (), "todo": "", "sources": ()}
    return Stage(**absent | _several(entry))


def _point(entry: dict) -> Point:
    return Point(**{"sources": ()} | _several(entry))


_STEPS = read_json(Path(__file__).parent / "facts" / "steps.json")
STAGES = tuple(map(_stage, _STEPS["stages"]))
# Ends are states of a proposal in this application, no steps of the rules.
ENDS = tuple(map(_stage, _STEPS["ends"]))
FINISHED, STOPPED = ENDS

BY_CODE = {stage.code: stage for stage in (*STAGES, *ENDS)}
ORDER = tuple(stage.code for stage in STAGES)
DPRD = "dprd"

POINTS = tuple(map(_point, _STEPS["points"]))
CLAUSES = {key: Clause(**_several(entry)) for key, entry in _STEPS["clauses"].items()}
# The sources' own words, Indonesian in both languages.
SOURCES = {int(number): text for number, text in _STEPS["sources"].items()}
