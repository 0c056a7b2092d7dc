"""The QR code of a view."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from ui.frame import sharing


def test_code_is_an_image_that_names_its_address_and_escapes_it():
    drawn = sharing.code('http://x/peta?cari="><script>')
    assert "<script>" not in drawn
    assert drawn.count("<") == 1
    image = unquote(html.unescape(re.search(r'src="([^"]+)"', drawn)[1]))
    assert image.startswith("data:image/svg+xml") and "<svg" in image


def test_another_address_is_another_code():
    one, other = (re.search(r'src="([^"]+)"', sharing.code(f"http://x/{name}"))[1] for name in "ab")
    assert one != other
