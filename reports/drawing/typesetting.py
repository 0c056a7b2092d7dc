"""Run typst: data go in as JSON, never as markup, and a document or a picture comes out."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Literal

from reports.drawing import fonts

TEMPLATES = Path(__file__).parent / "templates"
_one_at_a_time = Lock()


@lru_cache(maxsize=8)
def _compiler(template: str):
    import typst  # noqa: PLC0415 - only for those who print

    shipped = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts.folder())]
    )
    return typst.Compiler(
        str(TEMPLATES / f"{template}.typ"), root=str(TEMPLATES), font_paths=shipped, ignore_system_fonts=True
    )


def typeset(
    template: str,
    content: dict,
    form: Literal["pdf", "svg", "png"] = "pdf",
    *,
    ppi: float = 144,
    **texts: str,
) -> bytes:
    """Set `content` with a template of ``reports/drawing/templates``.

    Parameters
    ----------
    template
        File stem of the template.
    content
        What the template reads as JSON; text in it is text, whatever signs it holds.
    ppi
        Sharpness of a PNG.
    texts
        Further inputs handed on as they are (the ground of a map as SVG).

    Returns
    -------
    bytes
        The document; of a picture with several pages the first.
    """
    inputs = {"content": json.dumps(content, ensure_ascii=False), **texts}
    with _one_at_a_time:
        made = _compiler(template).compile(format=form, sys_inputs=inputs, ppi=ppi)
    return made[0] if isinstance(made, list) else made
