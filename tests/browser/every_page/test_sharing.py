"""Every view is handed on: its address to copy, and as a code that a phone in the room reads."""

from __future__ import annotations

import io
from urllib.parse import parse_qs, urlsplit

import pytest
import qr
import segno
from driving import wait_idle
from PIL import Image

from ui.pages import existing

SOME = ("mitra?kota=1271&sisi=jual", "banding?banding=1275,1471", "?kota=2171&lang=en")


@pytest.mark.parametrize("length", [10, 60, 110, 160])
def test_a_code_is_read_back(length):
    address = ("http://sinergi.example/mitra?kota=1271&sisi=beli&x=" + "y" * 200)[:length]
    made = io.BytesIO()
    segno.make(address, error="m", micro=False).save(made, kind="png", scale=4, border=qr.QUIET)
    assert qr.read(Image.open(made)) == address


def shared(page) -> tuple[str, str]:
    """What is written to copy, and what a phone reads from the code."""
    page.locator(".st-key-bagikan button").first.click()
    image = page.locator("img[src^='data:image/svg'][alt*='QR']")
    image.wait_for()
    # Drawn, not only there: a picture taken before holds no dots.
    image.evaluate("async (picture) => { await picture.decode(); }")
    wait_idle(page)
    written = page.locator("[data-testid=stPopoverBody] [data-testid=stCode] code").first.inner_text()
    return written.strip(), qr.read(Image.open(io.BytesIO(image.screenshot())))


@pytest.mark.parametrize("path", SOME)
def test_a_phone_reads_the_address_of_the_view(visit, path):
    page = visit(path)
    written, read = shared(page)
    assert read == written
    here, asked = urlsplit(page.url), urlsplit(read)
    assert (asked.netloc, asked.path.strip("/")) == (here.netloc, here.path.strip("/"))
    wanted = parse_qs(urlsplit(path).query)
    assert {name: parse_qs(asked.query)[name] for name in wanted} == wanted


@pytest.mark.heavy
@pytest.mark.parametrize("stem", [each.stem for each in existing()])
def test_every_page_hands_on_its_address(visit, stem):
    page = visit(f"{'' if stem == 'beranda' else stem}?kota=1271")
    written, read = shared(page)
    assert read == written and "kota=1271" in written
    page.get_by_label("Salin", exact=True).first.wait_for(state="attached")  # drawn on hover
