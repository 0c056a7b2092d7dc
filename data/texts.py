"""Texts people hand in, without what is no text."""

from __future__ import annotations

import re
import unicodedata

# Marks that turn the direction of the text around them, or are no text at all.
_TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))

_NO_NAME = re.compile(r"[^\w .'’()/,-]|_|\.(?=\S)|//+")


def place_name(text: str) -> str:
    """Return what of `text` can be the name of a place: letters, digits, blanks and ``.'’()/,-``.

    No name of a region needs another sign. Names stand on every page, in every sentence, chart and file;
    a link or a formula in one, however it came into a store, is not carried there.
    """
    kept = " ".join(_NO_NAME.sub("", readable(text)).split())
    return kept.lstrip("0123456789 .'’()/,-") or "?"


def lower_first(text: str) -> str:
    """`text` as it stands inside a sentence: a lower first letter, unless it is an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def readable(text: str) -> str:
    """Return `text` without control characters and marks that reverse its direction; all else stays.

    Line ends and tabs stay too, a carriage return as the line end it stands for.
    """
    if text.isprintable():  # none of what is taken out is; most texts have no line end either
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        letter
        for letter in lines
        if letter in "\n\t" or (unicodedata.category(letter) not in ("Cc", "Cs") and letter not in _TURNING)
    )
