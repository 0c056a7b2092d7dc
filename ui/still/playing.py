"""What a picture whose signs move from frame to frame is made of; ``ui/assets/playing.js`` moves them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from i18n import _
from wording.escaping.html import plain

FRAME_SIZE = 20  # pixels a letter of the frame's name is high
FRAME_ROOM = 34  # pixels above the rows for it


class Step(NamedTuple):
    """Where a sign is in a frame and the words beside it; NaN: no sign, the words where the scale begins."""

    at: float
    words: str


class Stop(NamedTuple):
    """A step on the picture: pixels from the left, what stands there, and whether there is a sign."""

    x: float
    words: str
    there: bool


def moving(stops: Sequence[Stop], sign: str, words: str) -> str:
    """Return a sign and the words beside it, both drawn as if at 0, where they stand in the last frame.

    Parameters
    ----------
    stops
        One a frame.
    sign, words
        SVG of one element each; `words` is a text.
    """
    last = stops[-1]
    known = plain(json.dumps([[each.x, each.words, int(each.there)] for each in stops]))
    shown = sign.replace(" ", f' opacity="{int(last.there)}" ', 1)
    return f'<g class="jalan" transform="translate({last.x:g})" data-jalan="{known}">{shown}{words}</g>'


def controls(frames: Sequence[str]) -> str:
    """Return the button that plays and the slider through the frames, for below their picture, as HTML.

    Parameters
    ----------
    frames
        What each frame is called; its last word stands at the end of the slider.
    """
    first, last = (frames[end].rpartition(" ")[2] for end in (0, -1))
    most = len(frames) - 1
    return (
        f'<div class="sk-putar" data-putar="{plain(json.dumps(list(frames)))}">'
        f'<button type="button" class="sk-gambar" data-lain="❚❚ {plain(_("Berhenti"))}">'
        f"▶ {plain(_('Putar'))}</button><span>{plain(first)}</span>"
        f'<input type="range" min="0" max="{most}" value="{most}" step="1" aria-label="{plain(_("Tahun"))}" '
        f'aria-valuetext="{plain(frames[-1])}"><span>{plain(last)}</span></div>'
    )
