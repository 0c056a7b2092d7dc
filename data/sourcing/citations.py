"""How a source is cited, publisher first and a copy's address last, and whether it may lead a headline."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

from data.schema import label
from data.sourcing.addresses import site_of
from data.sourcing.provenance import BPS, Origin, UnknownSource, source
from data.versioning.cache import by_language
from i18n import _

FILE = Path(__file__).resolve().parents[1] / "facts" / "source_kinds.csv"
# Sites that keep copies of what others publish.
MIRRORS = ("github.com", "gitlab.com", "raw.githubusercontent.com")
LEADING = frozenset(("official", "news"))
_NUMBERS = re.compile(r"(?:tabel dinamis(?: var)?|\bvar) (\d{2,4}(?:(?:, | dan |-)\d{2,4})*)")
_SAID_BEFORE = (
    re.compile(r"^BPS(?: tabel dinamis)?(?: var)?(?: \d{2,4})?: "),
    re.compile(r" ?\(BPS tabel dinamis [^)]*\)"),
    re.compile(r", lewat repo \S+"),
)


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[str, str, str], ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple((row["where"], row["pattern"], row["kind"]) for row in csv.DictReader(file))


def table_numbers(origin: Origin) -> str:
    """Return the numbers of the publisher's tables as its title names them; empty where it names none."""
    found = _NUMBERS.search(origin.title)
    return found[1] if found else ""


def is_mirror(origin: Origin) -> bool:
    """Whether the address is a copy's, not the publisher's."""
    host = site_of(origin.link)
    return host in MIRRORS and origin.publisher.lower() not in MIRRORS


def kind(source_id: str) -> str:
    """Return what kind of source this is, a code of the list ``source_kind``.

    Returns
    -------
    str
        ``official`` (a statistical or government office), ``news``, ``journal``, ``encyclopaedia``,
        ``blog``, ``copy`` (a host of copied documents), ``student`` (thesis) or ``code`` (public code of an
        application).

    Raises
    ------
    UnknownSource
        If there is no such source.
    """
    origin = source(source_id)
    host = site_of(origin.link)
    for where, pattern, found in _rules():
        if where == "host" and (host == pattern or host.endswith("." + pattern)):
            return found
        if where == "licence" and origin.licence.startswith(pattern):
            return found
    return "news" if origin.status == "reported" else "official"


def may_lead(source_id: str) -> bool:
    """Whether a headline may rest on this source: never on a blog, a copy, a thesis or mere code."""
    return kind(source_id) in LEADING


def told(source_id: str) -> str:
    """Return a source in a line as :func:`cited`; its code where the edition in force does not hold it."""
    try:
        return cited(source_id)
    except UnknownSource:
        return str(source_id)


@by_language("sources", size=2048)
def cited(source_id: str) -> str:
    """Return a source in a line: publisher and table, title, date, kind where it is weak, address last.

    Raises
    ------
    UnknownSource
        If there is no such source.
    """
    origin = source(source_id)
    numbers = table_numbers(origin)
    publisher = origin.publisher
    if numbers and publisher == BPS:
        publisher = _("{publisher}, tabel {numbers}").format(publisher=publisher, numbers=numbers)
    title = origin.title.removesuffix(f"({origin.publisher})").strip()
    for said in _SAID_BEFORE:
        title = said.sub("", title)
    address = re.sub(r"@([0-9a-f]{7})[0-9a-f]{20,}", r"@\1", origin.reference)
    if is_mirror(origin):
        address = _("salinan: {address}").format(address=address.removeprefix("https://"))
    weak = "" if may_lead(source_id) else label("source_kind", kind(source_id))
    return ". ".join(dict.fromkeys(filter(None, [publisher, title, origin.date, weak, address])))
