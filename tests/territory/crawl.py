"""Open every page and make every file of the dashboard of the territory in force; print the texts as JSON.

Run as a process of its own: whose dashboard it is is decided when the application starts.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[2]), str(HERE.parents[1] / "pages"), str(HERE.parents[1] / "reports")]

from framed import opened, texts  # noqa: E402
from pptx import Presentation  # noqa: E402

import data  # noqa: E402
import reports  # noqa: E402
from ui import pages  # noqa: E402
from wording.names import scope  # noqa: E402


def said(at) -> str:
    """Every sentence on the page and what its choices offer."""
    offered = [
        str(option)
        for kind in ("selectbox", "segmented_control", "pills", "multiselect", "radio")
        for each in at.get(kind)
        for option in getattr(each, "options", ())
    ]
    return "\n".join([texts(at), *offered])


def slides_text(content: bytes) -> str:
    return "\n".join(
        shape.text_frame.text
        for slide in Presentation(io.BytesIO(content)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )


def main() -> None:
    cities = data.cities(data.HOME_KOMWIL).index
    found: dict[str, str] = {}
    for number, entry in enumerate(pages.existing()):
        city = str(cities[number % len(cities)])
        found[f"{entry.stem}/id"] = said(opened(entry.stem))
        found[f"{entry.stem}/id/{city}"] = said(opened(entry.stem, kota=city))
        found[f"{entry.stem}/en"] = said(opened(entry.stem, "en"))
    first, second, *_rest = map(str, cities)
    found["slides"] = slides_text(reports.slides())
    found["slides of a city"] = slides_text(reports.slides(first))
    for name, content in (
        ("brief", reports.city_brief(first)),
        ("pair", reports.pair_brief(first, second)),
        ("workbook", reports.workbook()),
    ):
        found[name] = f"{len(content)} bytes"
    print(json.dumps({"home": scope(data.HOME_KOMWIL), "texts": found}, ensure_ascii=False))


if __name__ == "__main__":
    main()
