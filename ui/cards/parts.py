"""Light, bars, price line, evidence and source numbers as HTML; words are given and escaped here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from data import by_language
from i18n import _
from wording.escaping.html import plain
from wording.sources import source_address, source_text

YES, NO, UNKNOWN = "yes", "no", "unknown"
_SIGNS = {YES: "✓", NO: "✗", UNKNOWN: "?"}
LEAST_BAR = 0.012  # of the width: a small amount stays visible
MOST_TOLD = 2048


class Numbers:
    """Numbers of the sources of one page: the first one cited is 1; each is listed once."""

    def __init__(self, cited: Iterable[str] = ()) -> None:
        self._numbers: dict[str, int] = {}
        self.of(cited)

    def of(self, source_ids: Iterable[str]) -> list[int]:
        """Return the numbers of sources, giving new ones where needed."""
        return sorted({self._numbers.setdefault(each, len(self._numbers) + 1) for each in source_ids if each})

    def marks(self, source_ids: Iterable[str]) -> str:
        """Return the raised numbers of sources, each a link to the list; empty for none."""
        numbers = self.of(source_ids)
        links = " ".join(f'<a href="#sumber-{each}">{each}</a>' for each in numbers)
        return f"<sup>{links}</sup>" if links else ""

    def cited(self) -> tuple[str, ...]:
        """Return the sources cited so far, number 1 first: ``Numbers(cited)`` counts on from there."""
        return tuple(self._numbers)

    def listed(self) -> str:
        """Return the list of all sources cited so far."""
        return _listed(self.cited())

    def __len__(self) -> int:
        return len(self._numbers)


def told(make: Callable[..., str], numbers: Numbers, *arguments) -> str:
    """Return what ``make(numbers, *arguments)`` says; made once for the same arguments and sources before it.

    Parameters
    ----------
    make
        A function of a module: what it says comes from its arguments, the data set and the language.
    arguments
        Small and hashable. What depends on the session (theme, my city) must be among them.
    """
    said, cited = _told(make, numbers.cited(), arguments)
    numbers.of(cited)
    return said


@by_language(size=MOST_TOLD)
def _told(make: Callable[..., str], cited: tuple[str, ...], arguments: tuple) -> tuple[str, tuple[str, ...]]:
    numbers = Numbers(cited)
    return make(numbers, *arguments), numbers.cited()


@by_language("sources")
def _listed(cited: tuple[str, ...]) -> str:
    rows = "".join(
        f'<li id="sumber-{number}"><b>{number}</b> {_source(source)}</li>'
        for number, source in enumerate(cited, start=1)
    )
    return f'<div class="sk"><ol class="daftar">{rows}</ol></div>' if rows else ""


def _source(source_id: str) -> str:
    where, text = source_address(source_id), plain(source_text(source_id))
    if not where:
        return text
    # The copy's address stands last in the text; it is what opens.
    opens = f'<a href="{plain(where)}" target="_blank" rel="noopener noreferrer">{plain(_("buka"))}</a>'
    return f"{text} {opens}"


def light(word: str, evidence: Sequence[str], count: str) -> str:
    """Return the light: a square for each evidence (yes, no, unknown), its word and the count in words."""
    order = (YES, UNKNOWN, NO)
    squares = "".join(f'<i class="{plain(each)}"></i>' for each in sorted(evidence, key=order.index))
    said = f"<span>{plain(word)}</span>" if word else ""
    return f'<div class="lampu">{squares}{said}<span class="kecil">{plain(count)}</span></div>'


def bar(label: str, value: str, share: float | None, *, need: bool = False, marks: str = "") -> str:
    """Return a labelled bar.

    Parameters
    ----------
    share
        Of the full width, 0..1; None: the amount is not known, an outlined bar instead.
    need
        Whether it is a need (slate) or a supply (teal).
    marks
        Source numbers, from :meth:`Numbers.marks`.
    """
    kind = "bilah butuh" if need else "bilah"
    drawn = (
        '<div class="bilah belum"></div>'
        if share is None
        else f'<div class="{kind}" style="width:{100 * _length(share):.1f}%"></div>'
    )
    amount = f"<span><b>{plain(value)}</b>{marks}</span>"
    return f'<div class="tajuk"><span>{plain(label)}</span>{amount}</div>{drawn}'


def _length(share: float) -> float:
    """A small amount stays visible; none at all has no bar."""
    return max(LEAST_BAR, min(1.0, share)) if share > 0 else 0.0


def price_line(
    heading: str, supplier: tuple[str, str, float], buyer: tuple[str, str, float], marks: str = ""
) -> str:
    """Return two prices on one line: (place, price in words, rupiah) of supplier and buyer.

    The scale reaches a little beyond both; supplier a teal circle, buyer a slate square.
    """
    low, high = sorted((supplier[2], buyer[2]))
    room = (high - low) or high or 1.0
    ends = [0.12 + 0.76 * (value - low) / room for value in (supplier[2], buyer[2])]
    if supplier[2] == buyer[2]:
        ends = [0.46, 0.54]
    left, right = sorted(ends)
    line = (
        f'<div class="harga"><u style="left:{100 * left:.1f}%;width:{100 * (right - left):.1f}%"></u>'
        f'<i style="left:{100 * ends[0]:.1f}%"></i><b style="left:{100 * ends[1]:.1f}%"></b></div>'
    )
    first, second = (supplier, buyer) if ends[0] <= ends[1] else (buyer, supplier)
    words = f'<div class="tajuk"><b>{plain(first[1])}</b><b>{plain(second[1])}</b></div>'
    places = f'<div class="tajuk"><span>{plain(first[0])}</span><span>{plain(second[0])}</span></div>'
    return f"<div>{plain(heading)}{marks}</div>{words}{line}{places}"


def chips(evidence: Sequence[tuple[str, str, str]]) -> str:
    """Return the evidence as chips: (yes | no | unknown, words, source numbers as HTML)."""
    made = "".join(
        f'<span class="{plain(verdict)}">{_SIGNS[verdict]} {plain(words)}{marks}</span>'
        for verdict, words, marks in evidence
    )
    return f'<div class="keping">{made}</div>'


def sentence(lead: str, text: str, marks: str = "", *, against: bool = False) -> str:
    """Return a line with a bold lead: **Sudah ada:** kerja sama berjalan."""
    kind = ' class="lawan"' if against else ""
    return f"<p{kind}><b>{plain(lead)}</b> {plain(text)}{marks}</p>"


def block(*inner: str) -> str:
    """Return the parts in one block of our own look."""
    return f'<div class="sk">{"".join(inner)}</div>'
