"""The typeface of briefs and maps: Source Sans, from a package, so that no system font is needed."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from i18n import _

FAMILY = "Source Sans Pro"
PACKAGE = "font_source_sans_pro"


class FontMissing(RuntimeError):
    """The typeface is not installed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Huruf {family} tidak terpasang, sehingga lembar ringkas dan peta tidak dapat dibuat. "
                "Pasang kembali kebutuhan aplikasi: pip install -r requirements.txt."
            ).format(family=FAMILY)
        )


@cache
def folder() -> Path:
    """Return the folder of the typeface.

    Raises
    ------
    FontMissing
        If the package is not installed.
    """
    found = find_spec(PACKAGE)
    files = Path(found.origin).parent / "files" if found and found.origin else None
    if files is None or not (files / "SourceSansPro-Regular.otf").exists():
        raise FontMissing
    return files


@cache
def _face(bold: bool):
    from PIL import ImageFont  # noqa: PLC0415 - only for those who draw a map

    return ImageFont.truetype(folder() / f"SourceSansPro-{'Semibold' if bold else 'Regular'}.otf", 100)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of `text` set on one line at `size`, in the unit of `size`."""
    return _face(bold).getlength(" ".join(text.split())) * size / 100
