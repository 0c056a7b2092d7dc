"""The record an entry of the methods page is written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    r"""One measure.

    Attributes
    ----------
    code
        Key of its example in :func:`findings.methods.examples.example`.
    topic
        Part of the page it stands in.
    functions
        What of ``analysis`` it explains, ``module.function``.
    title, meaning, limits
        Indonesian, marked for the catalogues; what it says in plain words, and what it does not say.
    formula
        LaTeX.
    reference
        Where it comes from; names and titles are not translated.
    """

    code: str
    topic: str
    functions: tuple[str, ...]
    title: str
    meaning: str
    formula: str
    limits: str
    reference: str
