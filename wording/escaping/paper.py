"""Text of the data on paper and in slides: DOCX, PPTX, XLSX and typst take strings as they are.

There is nothing to escape: python-docx, python-pptx, xlsxwriter and typst's JSON write the text as text.
But a control character breaks the XML and a mark that turns directions turns a whole line.
"""

from __future__ import annotations

import re

from data.texts import readable
from wording.cutting import short

# What XML 1.0 cannot hold beside the control characters.
_NOT_XML = re.compile("[\ufffe\uffff]")


def plain(text: object, most: int | None = None) -> str:
    """Return `text` for a run, a cell or a string of typst; with `most` cut with an ellipsis."""
    words = _NOT_XML.sub("", readable(str(text)))
    return words if most is None else short(words, most)
