"""The one way to cut a text that is too long for its place."""

from __future__ import annotations

from wording import formats

ELLIPSIS = "…"


def short(text: object, most: int = 60) -> str:
    """`text` in at most `most` signs, cut between words; a remark in brackets at its end goes first."""
    if formats.is_missing(text):
        return formats.MISSING
    text = " ".join(str(text).split())
    if len(text) > most and text.endswith(")") and " (" in text:
        text = text[: text.rindex(" (")]
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    whole = (cut[: cut.rindex(" ")] if " " in cut[most // 2 :] else cut).rstrip(" ,;:(–-")
    return whole.removesuffix(" dan").rstrip(" ,;") + ELLIPSIS
