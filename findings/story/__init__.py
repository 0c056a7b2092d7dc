"""The figures behind a presentation, a brief or a workbook: of one city, of a pair, or of the home Komwil.

:func:`gather` hands over all of a story at once; telling and drawing ask nobody else.
"""

from findings.story.figures import (
    OUTPUT,
    categories,
    distance_km,
    flows,
    key_figures,
    lacking,
    nearest,
    offers,
    output_by_year,
    partners,
    products,
    sector_sources,
    strengths,
    structure,
    to_give,
    to_take,
)
from findings.story.gathering import gather, known
from findings.story.records import CityStory, Gathered, Known, KomwilStory, PairStory
from findings.story.subjects import Subject, subject

__all__ = [
    "OUTPUT", "CityStory", "Gathered", "Known", "KomwilStory", "PairStory", "Subject", "categories",
    "distance_km", "flows", "gather", "key_figures", "known", "lacking", "nearest", "offers",
    "output_by_year", "partners", "products", "sector_sources", "strengths", "structure", "subject",
    "to_give", "to_take",
]  # fmt: skip
