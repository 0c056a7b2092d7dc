"""The economy a city is measured against, chosen once and kept on every page."""

from __future__ import annotations

import data
from i18n import _
from ui import choices
from wording.names import reference_label


def choose(label: str = "", *, disabled: bool = False) -> str:
    """Let the reader choose the reference economy; one of ``data.REFERENCES``."""
    return choices.choose(
        "pembanding",
        data.REFERENCES,
        label or _("Ekonomi pembanding"),
        show=reference_label,
        remember=True,
        disabled=disabled,
    )
