"""Terms and deliveries on the cooperation page: booked, refused with a sentence, and nothing lost."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from framed import opened as open_page
from framed import texts

from data import store as stores
from data.permissions import Identity
from data.proposals import Proposal, Proposals, Terms
from ui.cooperation import proposal_actions as actions
from ui.frame import connection

ME = Identity(login_required=False, this_machine=True, name="Analis")
BATAM, BUKITTINGGI = "2171", "1375"
TERMS = Terms(
    good="Cabai merah", volume=10.0, unit="ton", period="minggu", rule="tetap", price=40_000.0,
    start="2026-01-01", end="2027-12-31",
)  # fmt: skip
TODAY = date(2026, 2, 11)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setattr(connection, "identity", lambda: ME)
    monkeypatch.setattr(actions, "today", lambda: TODAY)
    with stores.open_store(tmp_path / "store.db") as opened:
        stores.activate(opened)
        yield Proposals(opened)
        stores.activate(None)


@pytest.fixture
def kept(desk):
    return desk.create(
        Proposal("Cabai untuk Batam", (BATAM, BUKITTINGGI), "produk", terms=TERMS), ME, date(2026, 1, 1)
    )


def opened(language: str = "id", **address: str):
    return open_page("kerja_sama", language, **address)


def button(at, label: str):
    return next(each for each in at.button if each.label == label)


def test_terms_typed_in_the_form_are_kept(desk):
    at = opened(pihak=f"{BATAM},{BUKITTINGGI}")
    at.text_input(key="baru_title").input("Cabai")
    at.text_input(key="nama_pencatat").input("Sekda")
    at.text_input(key="baru_terms_good").input("Cabai merah")
    at.number_input(key="baru_terms_volume").set_value(10.0)
    at.selectbox(key="baru_terms_unit").select("ton")
    at.selectbox(key="baru_terms_period").select("minggu")
    at.date_input(key="baru_terms_start").set_value(date(2026, 1, 1))
    button(at, "Simpan usulan").click().run()
    assert not at.exception
    (saved,) = desk.all()
    assert saved.terms == Terms(
        good="Cabai merah", volume=10.0, unit="ton", period="minggu", start="2026-01-01"
    )


def test_parties_below_the_heads_are_chosen_from_the_directory_or_typed(desk):
    at = opened(pihak="1275,1210")
    at.text_input(key="baru_title").input("Cabai")
    at.text_input(key="nama_pencatat").input("Sekda")
    buyer, seller = at.selectbox(key="baru_terms_buyer"), at.selectbox(key="baru_terms_seller")
    assert "PUD Pasar Medan" in buyer.options
    assert "Koperasi Aur Dairi Botanikal" in seller.options
    assert not any("TPID" in option for option in buyer.options + seller.options)
    buyer.select("PUD Pasar Medan")
    seller.select("Koperasi Aur Dairi Botanikal")
    button(at, "Simpan usulan").click().run()
    assert not at.exception
    (saved,) = desk.all()
    assert (saved.terms.buyer, saved.terms.seller) == ("PUD Pasar Medan", "Koperasi Aur Dairi Botanikal")
    # A name of their own stays, although the directory does not know it.
    own = desk.update(
        replace(saved, terms=replace(saved.terms, seller="Koperasi Baru")), ME
    )  # fmt: skip
    again = opened(bagian="papan", usulan=own.key)
    assert again.selectbox(key=f"ubah_{own.key}_{own.revision}_terms_seller").value == "Koperasi Baru"


def test_units_of_the_terms_speak_the_readers_language(desk, kept):
    said = texts(opened("en", bagian="papan", usulan=kept.key))
    assert re.search(r"Volume: \*\*[\d.,]+ tons per week\*\*", said), said


def test_a_volume_without_unit_is_a_sentence_and_nothing_is_lost(desk):
    at = opened(pihak=f"{BATAM},{BUKITTINGGI}")
    at.text_input(key="baru_title").input("Cabai")
    at.number_input(key="baru_terms_volume").set_value(10.0)
    button(at, "Simpan usulan").click().run()
    assert "belum bersatuan" in at.error[0].value
    assert at.number_input(key="baru_terms_volume").value == 10.0
    assert not desk.all()


def test_two_deliveries_are_booked_and_the_balance_stands_there(desk, kept):
    for amount in (4.0, 6.0):
        at = opened(bagian="papan", usulan=kept.key)
        now = desk.get(kept.key)
        form = f"kirim_{now.key}_{now.revision}"
        at.date_input(key=f"{form}_on").set_value(date(2026, 1, 20))
        at.number_input(key=f"{form}_amount").set_value(amount)
        button(at, "Catat pengiriman").click().run()
        assert not at.exception
    said = texts(at)
    # 42 days of ten tons a week
    assert "Dijanjikan 60 ton sampai hari ini, terkirim 10 ton: kurang 50 ton." in said.replace("\\", "")
    assert [each.amount for each in desk.get(kept.key).deliveries] == [4.0, 6.0]


def test_an_impossible_delivery_is_a_sentence_and_stays_typed(desk, kept):
    at = opened(bagian="papan", usulan=kept.key)
    form = f"kirim_{kept.key}_{kept.revision}"
    at.number_input(key=f"{form}_amount").set_value(90_000.0)
    button(at, "Catat pengiriman").click().run()
    assert "sepuluh kali" in at.error[0].value
    assert at.number_input(key=f"{form}_amount").value == 90_000.0
    assert not desk.get(kept.key).deliveries


@pytest.mark.parametrize(
    ("changes", "words"),
    [({}, "belum pernah ada pengiriman"), ({"end": "2026-03-01"}, "belum pernah ada pengiriman")],
)
def test_the_board_names_what_needs_a_look(desk, kept, changes, words):
    desk.update(replace(kept, terms=replace(TERMS, **changes)), ME)
    assert words in " ".join(each.value for each in opened(bagian="papan").warning)


def test_the_second_of_two_editors_sees_the_difference(desk, kept):
    at = opened(bagian="papan", usulan=kept.key)
    form = f"ubah_{kept.key}_{kept.revision}"
    other = desk.update(replace(kept, title="Cabai dan bawang", terms=replace(TERMS, volume=12.0)), ME)
    at.text_input(key=f"{form}_title").input("Cabai rawit")
    button(at, "Simpan perubahan").click().run()
    assert "sudah diubah orang lain" in at.warning[0].value
    shown = next(each.value for each in at.dataframe if "Tulisan Anda" in each.value.columns)
    rows = {row[0]: (row[1], row[2]) for row in shown.itertuples(index=False)}
    assert rows["Judul"] == ("Cabai dan bawang", "Cabai rawit")
    assert rows["Volume"] == ("12 ton per minggu", "10 ton per minggu")
    assert desk.get(kept.key).revision == other.revision


def test_a_proposal_started_from_a_deal_inherits_it(desk):
    at = opened(bagian="baru", pihak=f"{BATAM},1205", peluang="cabai_merah")
    assert at.text_input(key="baru_title").value == "Cabai merah dari Kab. Tapanuli Utara untuk Batam"
    assert at.text_input(key="baru_terms_good").value == "cabai merah"
    assert at.number_input(key="baru_terms_volume").value is None
    assert "Rp 50.839 di Batam" in at.text_area(key="baru_subject").value
    button(at, "Simpan usulan").click().run()
    assert not at.exception
    (saved,) = desk.all()
    assert saved.origin == ("1205", BATAM, "cabai_merah")
    assert "peluang" in [item["kind"] for item in saved.evidence]
    deal = next(item for item in saved.evidence if item["kind"] == "peluang")
    assert deal["sources"]


def test_a_reported_volume_is_inherited_with_its_year(desk):
    at = opened(bagian="baru", pihak="1275,1210", peluang="cabai_merah")
    assert at.number_input(key="baru_terms_volume").value == 40.0
    assert at.selectbox(key="baru_terms_unit").value == "ton"
    assert at.selectbox(key="baru_terms_period").value == "bulan"
    said = at.text_area(key="baru_subject").value
    assert "Volume menurut berita 2023: 40 ton per bulan; sesuaikan." in said


def test_a_deal_that_is_not_there_starts_an_empty_proposal(desk):
    at = opened(bagian="baru", pihak=f"{BATAM},1205", peluang="<script>")
    assert not at.exception
    assert at.text_input(key="baru_title").value == ""
