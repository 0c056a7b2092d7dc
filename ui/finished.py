"""Figures and parts of a page made once and handed over finished, to every run and every session.

Building a chart costs Plotly ten to fifty times what sending a finished one costs, and a table as much again
in pandas. A page therefore says which function draws from what (:func:`recipe`) instead of calling it;
:func:`figure` calls it once for the same arguments, language, theme and edition of the data, and hands out
the same object from then on. :func:`piece` does so for a part of the page: what its function drew the first
time, Streamlit sends again.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from data.versioning.cache import Memory
from data.versioning.versions import current_edition, source_number
from i18n import language
from ui import charts

MOST_KEPT = 512
MOST_PIECES = 2048

_kept = Memory(MOST_KEPT)
_inside: ContextVar[bool] = ContextVar("inside", default=False)


@dataclass(frozen=True)
class Recipe:
    """A function of a module that draws, and what it is to be called with."""

    make: Callable[..., Any]
    arguments: tuple
    named: dict = field(default_factory=dict)

    def key(self) -> tuple[str, str, bytes]:
        """Return what tells it from another: the function's name and a digest of the arguments' content."""
        content = pickle.dumps((self.arguments, sorted(self.named.items())), pickle.HIGHEST_PROTOCOL)
        return self.make.__module__, self.make.__qualname__, hashlib.sha256(content).digest()

    def made(self) -> Any:
        """Return what the function makes, made now."""
        return self.make(*self.arguments, **self.named)


def recipe(make: Callable[..., Any], *arguments, **named) -> Recipe:
    """Return the recipe of ``make(*arguments, **named)``, for :func:`ui.widgets.chart` and ``tables.draw``.

    Parameters
    ----------
    make
        A function of a module: all it makes comes from its arguments, the data set, the language and
        the theme, and it keeps no reference to what it made.
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


def figure(drawing: Recipe, *, dark: bool) -> go.Figure:
    """Return the recipe's figure in full ink for the theme; whoever gets it must not change it.

    Errors of the function pass through, and nothing is kept then.
    """

    def made() -> go.Figure:
        return Finished(charts.with_ink(drawing.made(), dark=dark))

    return _kept.get((source_number(), current_edition(), language(), dark, *drawing.key()), made)


def piece(make: Callable[..., None], *arguments, **named) -> None:
    """Draw what ``make(*arguments, **named)`` draws; from the second time on without calling it.

    Parameters
    ----------
    make
        As for :func:`recipe`, and it draws nothing that answers: no button, choice, download or component,
        and no link that carries the choices of a session. Popovers, columns and containers may be in it.
    arguments, named
        As for :func:`recipe`. What depends on the session or the moment (theme, my city, account, day,
        addresses) must be among them.

    Notes
    -----
    Errors of the function pass through, and nothing is kept then. A piece inside another is a part of that
    one: Streamlit would draw it, the second time, beside the container it stands in.
    """
    whole = recipe(make, *arguments, **named)
    if _inside.get():
        whole.made()
        return
    key = (source_number(), current_edition(), language(), *whole.key())
    # Streamlit hashes one text given by name six times faster than a tuple whose name it has to look up.
    _replayed(key=repr(key), _recipe=whole)


@st.cache_resource(max_entries=MOST_PIECES, show_spinner=False)
def _replayed(*, key: str, _recipe: Recipe) -> None:
    """Streamlit remembers what is drawn in here for the key, and draws it again by itself."""
    token = _inside.set(True)
    try:
        _recipe.made()
    finally:
        _inside.reset(token)


def clear() -> None:
    """Forget all figures and pieces."""
    _kept.clear()
    _replayed.clear()
