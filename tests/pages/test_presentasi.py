"""The presentation page: any city, pair and language, wrong addresses, sets kept and opened again."""

from __future__ import annotations

import json

import pytest
from framed import opened, seen, texts

import data
from data import store
from data.permissions import Identity, Refused
from data.store import Conflict, open_store
from data.versioning import versions
from findings import presentations, story
from findings.presentations import SetError, SlideSet, key_of

HERE = Identity(login_required=False, this_machine=True, name="Ibu Sari")
ELSEWHERE = Identity(login_required=False, this_machine=False)


@pytest.fixture
def opened_store(tmp_path):
    kept = open_store(tmp_path / "simpanan.db")
    store.activate(kept)
    yield kept
    store.activate(None)
    kept.close()


def slides_of(at) -> list[dict]:
    """What the page hands to the browser."""
    (sent,) = (each.proto for each in at.get("bidi_component") if each.proto.component_name.endswith("stage"))
    return json.loads(sent.json)["slides"]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("city", "other"), [("komwil_1", ""), ("1275", ""), ("1271", "1471")])
def test_overview_states_a_finding_a_slide(city, other, language):
    address = {"kota": city} | ({"dengan": other} if other else {})
    at = seen("presentasi", language, **address)
    slides = slides_of(at)
    assert len(slides) == (8 if city == "komwil_1" else 9)
    assert all(slide["title"] and slide["notes"][0] == slide["title"] for slide in slides)
    assert "Traceback" not in texts(at)


def test_all_slides_go_to_the_browser_at_once():
    at = seen("presentasi", kota="1271", mode="layar", slide="3")
    titles = [slide["title"] for slide in slides_of(at)]
    assert titles[2].startswith("Kekuatan utama Sibolga")
    assert titles[3] == "Sibolga membawa 7 produk unggulan, terbanyak kuliner dan jasa"


def test_a_wrong_city_or_slide_code_gives_a_sentence():
    at = seen("presentasi", kota="9999", isi="siapa,tidak_ada")
    said = texts(at)
    assert "9999" in said and "tidak_ada" in said


def test_words_of_the_presenter_are_only_text():
    at = seen("presentasi", kota="1271", mode="layar", judul="<script>x</script>", catatan="*a*")
    drawn = "".join(slide["html"] for slide in slides_of(at))
    assert "&lt;script&gt;" in drawn and "<script" not in drawn


def test_a_kept_set_shows_its_edition_and_order(opened_store):
    wanted = SlideSet("Raker Medan", story.Subject("1271"), ("usulan", "siapa"), 1, "Raker", "30 Oktober")
    kept = presentations.keep(opened_store, wanted, HERE)
    assert (kept.key, kept.revision) == ("raker-medan", 1)
    totals = data.load("grdp_totals")
    totals.loc[totals["region_code"] == "1271", "value_billion_rupiah"] *= 2
    opened_store.publish("grdp_totals", totals, author="uji", note="dua kali", parent=1)
    assert versions.latest_edition() == 2
    at = opened("presentasi", susunan="raker-medan", mode="layar", slide="2")
    assert [slide["kind"] for slide in slides_of(at)] == ["usulan", "siapa"]
    assert "PDRB Rp 7,58 triliun" in slides_of(at)[1]["title"]
    at = opened("presentasi", kota="1271", mode="layar", slide="2")
    assert "PDRB Rp 15,2 triliun" in slides_of(at)[1]["title"]


def test_a_copy_of_a_kept_set_can_be_changed(opened_store):
    wanted = SlideSet("Raker", story.Subject("1271", "1275"), ("usulan", "pasok"), 1, "Judul", "Catatan")
    presentations.keep(opened_store, wanted, HERE)
    at = opened("presentasi", susunan="raker", kota="1275", isi="sumber")
    at.button(key="ubah_salinan").click().run()
    assert not at.exception
    assert at.multiselect(key="isi").value == ["usulan", "pasok"]
    assert (at.selectbox(key="kota").value, at.selectbox(key="dengan").value) == ("1271", "1275")
    assert at.text_input(key="judul").value == "Judul"


def test_a_set_that_is_not_there_gives_a_sentence(opened_store):
    assert "tidak-ada" in texts(opened("presentasi", susunan="tidak-ada"))


def test_keeping_needs_permission_a_name_and_the_latest_revision(opened_store):
    wanted = SlideSet("A", story.Subject(), ("siapa",), 1)
    with pytest.raises(Refused):
        presentations.keep(opened_store, wanted, ELSEWHERE)
    with pytest.raises(SetError):
        presentations.keep(opened_store, SlideSet(" …", story.Subject(), ("siapa",), 1), HERE)
    presentations.keep(opened_store, wanted, HERE)
    with pytest.raises(Conflict):
        presentations.keep(opened_store, wanted, HERE)
    kept = presentations.every(opened_store)["a"]
    presentations.remove(opened_store, kept, HERE)
    assert presentations.every(opened_store) == {}


def test_a_set_that_names_what_is_gone_is_left_out(opened_store):
    save = opened_store.documents.save
    for key, payload in {
        "kota": {"subject": ["9999", ""]},
        "edisi": {"edition": 7},
        "rusak": {"subject": 5},
    }.items():
        good = {"name": key, "subject": ["1271", ""], "kinds": ["siapa"], "edition": 1}
        save(presentations.COLLECTION, key, good | payload, "uji", 0)
    assert presentations.every(opened_store) == {}


def test_key_of_a_name_is_plain():
    assert key_of("Raker Komwil I – Medan, 30/10") == "raker-komwil-i-medan-30-10"
