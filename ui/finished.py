"""Figures made once and handed over finished, to every run and every session.

Building a chart costs Plotly ten to fifty times what sending a finished one costs. A page therefore says
which function draws from what (:func:`chart`) instead of calling it; :func:`figure` calls it once for the
same arguments, language, theme and edition of the data, and hands out the same object from then on.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from data.versioning.cache import Memory
from data.versioning.versions import current_edition, source_number
from i18n import language
from ui import charts

MOST_KEPT = 512

_kept = Memory(MOST_KEPT)


@dataclass(frozen=True)
class Recipe:
    """A function of a module that draws a figure, and what it is to be called with."""

    make: Callable[..., go.Figure]
    arguments: tuple
    named: dict = field(default_factory=dict)

    def key(self) -> tuple[str, str, bytes]:
        """Return what tells it from another: the function's name and a digest of the arguments' content."""
        content = pickle.dumps((self.arguments, sorted(self.named.items())), pickle.HIGHEST_PROTOCOL)
        return self.make.__module__, self.make.__qualname__, hashlib.sha256(content).digest()


def chart(make: Callable[..., go.Figure], *arguments, **named) -> Recipe:
    """Return the recipe of ``make(*arguments, **named)``, for :func:`ui.widgets.chart`.

    Parameters
    ----------
    make
        A function of a module: all it draws comes from its arguments, the data set, the language and
        the theme, and it keeps no reference to the figure.
    arguments, named
        Tables, dictionaries, texts, numbers: compared by content, so a table computed anew that holds the
        same finds the figure again.

    Raises
    ------
    TypeError
        For a function defined inside another: what it draws from besides its arguments is not seen here.
    """
    if "<" in make.__qualname__:
        raise TypeError(f"{make.__qualname__} is defined inside another function; give it as one of a module")
    return Recipe(make, arguments, named)


class Finished(go.Figure):
    """A figure whose content for the wire is made once: asked for it, it does not copy itself again."""

    def __init__(self, figure: go.Figure):
        super().__init__(figure)
        # Plotly keeps every name of its own on the object; this is none of them.
        self.__dict__["_content"] = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Return the content as plain lists, numbers and texts; whoever gets it must not change it."""
        return self.__dict__["_content"]


def figure(recipe: Recipe, *, dark: bool) -> go.Figure:
    """Return the recipe's figure in full ink for the theme; whoever gets it must not change it.

    Errors of the function pass through, and nothing is kept then.
    """

    def made() -> go.Figure:
        return Finished(charts.with_ink(recipe.make(*recipe.arguments, **recipe.named), dark=dark))

    return _kept.get((source_number(), current_edition(), language(), dark, *recipe.key()), made)


def clear() -> None:
    """Forget all figures."""
    _kept.clear()
