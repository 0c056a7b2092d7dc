"""Signs statistics offices put behind a figure or a year: preliminary, revised, with a footnote."""

from __future__ import annotations

import re

# Flag -> code of the sentence, see :mod:`data.validation.messages`.
PRELIMINARY, VERY_PRELIMINARY, REVISED, FOOTNOTE = "preliminary", "very_preliminary", "revised", "footnote"
_SIGNS = re.compile(
    r"^(?P<rest>.*\d)\s*\(?(?P<sign>\*{1,3}|[rR](?:ev(?:isi)?)?\.?|[\u00b9\u00b2\u00b3\u2070-\u2079]+)\s*\)?$",
    re.DOTALL,
)
_BEHIND = {"*": PRELIMINARY, "**": VERY_PRELIMINARY, "***": VERY_PRELIMINARY}


def split_flags(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the signs behind its last digit, and what they mean.

    ``"2024**"`` is (``"2024"``, very preliminary), ``"14 604,18 r)"`` is (``"14 604,18"``, revised).
    """
    flags: list[str] = []
    while len(flags) < 3 and (found := _SIGNS.match(text)):
        text, sign = found["rest"], found["sign"]
        flags.append(_BEHIND.get(sign) or (REVISED if sign[0] in "rR" else FOOTNOTE))
    return text, tuple(dict.fromkeys(flags))
