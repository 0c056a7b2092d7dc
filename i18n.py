"""Texts in several languages: Bahasa Indonesia in the code, the others in the catalogues.

The catalogues are the ``.po`` files of ``locale/<language>/LC_MESSAGES``; one file an area of the
application, all read together, compiled in memory so that no binary lies in the repository.

The language of a sentence is decided where it is written out, in this order: the innermost
:func:`using`, else what the source registered with :func:`set_language_source` says (the screen
registers the session's choice), else Indonesian.
"""

from __future__ import annotations

import csv
import gettext
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol

SOURCE_LANGUAGE = "id"
CATALOGUES = Path(__file__).parent / "locale"
with (CATALOGUES / "languages.csv").open(encoding="utf-8", newline="") as _file:
    _ROWS = list(csv.DictReader(_file))
LANGUAGES = {row["code"]: row["name"] for row in _ROWS}
LOCALES = {row["code"]: row["locale"] for row in _ROWS}

_active: ContextVar[str | None] = ContextVar("language", default=None)
_source: list[Callable[[], str | None]] = []


def set_language_source(source: Callable[[], str | None]) -> None:
    """Ask `source` for the language wherever no :func:`using` is open."""
    _source[:] = [source]


def language() -> str:
    """Language in force here, a code of :data:`LANGUAGES`."""
    chosen = _active.get() or (_source[0]() if _source else None)
    return chosen if chosen is not None and chosen in LANGUAGES else SOURCE_LANGUAGE


def settle(name: str) -> None:
    """Write in language `name` for the rest of this thread's run, save inside a :func:`using`."""
    _active.set(name)


def babel_locale() -> str:
    """Babel's name of the locale in force, for numbers and dates."""
    return LOCALES[language()]


def decimal_comma() -> bool:
    """Whether a comma stands before the decimals in the language in force."""
    return get_decimal_symbol(babel_locale()) == ","


@contextmanager
def using(name: str) -> Iterator[None]:
    """Write everything inside the block in language `name`."""
    token = _active.set(name)
    try:
        yield
    finally:
        _active.reset(token)


def read_catalogue(name: str) -> Catalog:
    """All ``.po`` files of language `name` as one Babel catalogue."""
    merged = Catalog(locale=name)
    for path in sorted((CATALOGUES / name / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=name):
                if message.id:
                    merged[message.id] = message
    return merged


@cache
def _translations(name: str) -> gettext.NullTranslations:
    if name == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, read_catalogue(name))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(message: str) -> str:
    """The Indonesian `message` in the language in force."""
    return _translations(language()).gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` by `count`, in the language in force (Indonesian uses `many` for any but 1)."""
    return _translations(language()).ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark `message` for the catalogues; translate it with :func:`_` where it is shown."""
    return message
