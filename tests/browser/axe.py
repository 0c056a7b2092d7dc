"""What axe-core finds on a page as a reader has it before them, frames included."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import axe_playwright_python

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# Of axe's four degrees the two that shut somebody out; the order of headings is asked for beside them.
GRAVE = ("serious", "critical")
ASKED_FOR = ("heading-order",)


@dataclass(frozen=True)
class Finding:
    """One element that breaks a rule."""

    rule: str
    target: str
    html: str
    why: str


def findings(page) -> list[Finding]:
    """Return what is grave on `page`, one finding an element."""
    for frame in page.frames:
        if not frame.is_detached():
            frame.evaluate(SCRIPT)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        Finding(rule["id"], str(node["target"]), node["html"], node.get("failureSummary", ""))
        for rule in result["violations"]
        if rule["impact"] in GRAVE or rule["id"] in ASKED_FOR
        for node in rule["nodes"]
    ]
