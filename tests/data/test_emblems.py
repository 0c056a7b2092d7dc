"""Emblems of cities: only dots are kept, the city's own people set them, and every page shows them."""

from __future__ import annotations

import base64
import io

import pytest
from framed import opened, texts
from PIL import Image, PngImagePlugin

from data import emblems
from data import store as stores
from data.emblems import EmblemError, Emblems
from data.permissions import Identity, Refused
from data.store.roles import ANALYST
from i18n import using
from ui.frame import connection, my_city

MEDAN, BATAM = "1275", "2171"
ME = Identity(login_required=False, this_machine=True, name="Sekda")
STRANGER = Identity(login_required=False, this_machine=False, peer="10.0.0.9")


def picture(side: int = 400, kind: str = "PNG", **options) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (side, side), (11, 110, 105)).save(made, kind, **options)
    return made.getvalue()


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(connection, "identity", lambda: ME)
    with stores.open_store(tmp_path / "store.db") as opened_store:
        stores.activate(opened_store)
        yield opened_store
        stores.activate(None)


@pytest.mark.parametrize("kind", emblems.KINDS)
def test_a_picture_is_drawn_anew_as_a_small_png(kind):
    kept = Image.open(io.BytesIO(emblems.cleaned(picture(kind=kind))))
    assert kept.format == "PNG" and kept.size == (emblems.SIDE, emblems.SIDE)
    red, green, blue, seen = kept.convert("RGBA").getpixel((80, 80))
    assert abs(red - 11) < 6 and abs(green - 110) < 6 and abs(blue - 105) < 6 and seen == 255


def test_what_hides_in_a_picture_is_left_behind():
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "<script>alert(1)</script>")
    content = picture(pnginfo=told) + b"<script>alert(2)</script>"
    assert b"script" in content
    assert b"script" not in emblems.cleaned(content)


HOSTILE = {
    "script": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "event": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "outside": b"<?xml version='1.0'?><svg xmlns:x='http://www.w3.org/1999/xlink'><image x:href='http://a/b'/></svg>",
    "entities": b"<!DOCTYPE s [<!ENTITY a 'aaaa'>]><svg>&a;</svg>",
    "blank before": b"\xef\xbb\xbf \n<svg/>",
    "html": b"<html><body>hi</body></html>",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_svg_is_not_taken_and_the_sentence_says_why(content):
    with pytest.raises(EmblemError, match=r"SVG.*skrip.*PNG"):
        emblems.cleaned(content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "bukan gambar PNG"),
        (b"%PDF-1.7", "bukan gambar PNG"),
        (picture(kind="GIF"), "bukan gambar PNG"),
        (picture()[:200], "rusak"),
        (picture(16), "terlalu kecil"),
        (b"\x89PNG" + bytes(emblems.LARGEST), "paling besar 1 MB"),
        (picture(6000), "terlalu besar"),
    ],
)
def test_a_bad_file_gets_a_sentence(content, said):
    with pytest.raises(EmblemError, match=said):
        emblems.cleaned(content)
    with using("en"), pytest.raises(EmblemError) as told:
        emblems.cleaned(content)
    assert said not in str(told.value)


def test_who_may_publish_for_the_city_sets_it(store):
    desk = Emblems(store)
    with pytest.raises(Refused):
        desk.put(MEDAN, picture(), STRANGER)
    store.roles.grant("a@medan.go.id", ANALYST, "pengelola", [MEDAN])
    analyst = Identity(login_required=True, this_machine=False, email="a@medan.go.id", email_verified=True)
    desk.put(MEDAN, picture(), analyst)
    with pytest.raises(Refused, match="terbatas pada kota Anda"):
        desk.put(BATAM, picture(), analyst)
    assert set(desk.all()) == {MEDAN}
    assert len(store.audit.entries(action="emblem_set")) == 1


def test_it_is_seen_at_once_replaced_and_taken_away(store):
    desk = Emblems(store)
    assert emblems.address(store, MEDAN) == ""
    desk.put(MEDAN, picture(), ME)
    image = emblems.address(store, MEDAN)
    assert base64.b64decode(image.removeprefix("data:image/png;base64,")) == desk.all()[MEDAN]
    desk.put(MEDAN, picture(64), ME)
    assert emblems.address(store, MEDAN) != image
    desk.put(MEDAN, None, ME)
    assert emblems.address(store, MEDAN) == "" and emblems.address(store, BATAM) == ""
    desk.put(MEDAN, picture(), ME)
    assert emblems.address(store, MEDAN) == image


def test_the_head_of_the_city_and_the_data_desk_show_it(store):
    assert my_city._emblem(MEDAN) == ""
    Emblems(store).put(MEDAN, picture(), ME)
    head = my_city._emblem(MEDAN)
    assert head.startswith('<img class="lambang" alt="Lambang Kota Medan" src="data:image/png;base64,')
    at = opened("data", bagian="akses", kota=MEDAN)
    assert any("data:image/png" in str(each.proto.body) for each in at.get("html"))
    assert any(each.label == "Lepas lambang" for each in at.button)
    next(each for each in at.button if each.label == "Pasang lambang").click().run()
    assert any("Pilih dahulu berkas" in each.value for each in at.error)
    next(each for each in at.button if each.label == "Lepas lambang").click().run()
    assert any("dilepas" in each.value for each in at.success)
    assert "Lambang Kota Medan" in texts(at)
    # The trail names what was done, a city by its name.
    assert any("Lambang" in each.value.to_string() for each in at.dataframe)
