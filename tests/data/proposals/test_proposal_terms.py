"""Terms and deliveries of a proposal: what is refused with which sentence, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from data.permissions import Identity
from data.proposals import Proposal, ProposalError, Proposals, Terms, booked, check
from data.store import Conflict, open_store

NOW = datetime(2026, 11, 24, 10, 0)
GOOD = Terms(
    good="Cabai merah", volume=5.0, unit="ton", period="minggu", rule="bagi", price=35_000.0, share=25.0,
    seller="Koperasi", buyer="BUMD", start="2026-01-05", end="2027-01-04",
)  # fmt: skip
PLAIN = Proposal("Cabai untuk Batam", ("2171", "1209"), "produk", created="2026-01-01", terms=GOOD)
ME = Identity(login_required=False, this_machine=True, name="Analis")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"unit": ""}, "belum bersatuan"),
        ({"period": ""}, "belum berkala"),
        ({"volume": -3.0}, "lebih besar dari nol"),
        ({"volume": float("nan")}, "lebih besar dari nol"),
        ({"unit": "truk"}, "Satuan tidak dikenal"),
        ({"end": "2025-01-01"}, "mendahului tanggal mulai"),
        ({"start": "kapan"}, "tidak terbaca"),
        ({"price": -1.0}, "negatif"),
        ({"share": 140.0}, "0 sampai 100"),
        ({"share": -10.0}, "0 sampai 100"),
        ({"share": None}, "berapa persen"),
        ({"price": None}, "harga pokok"),
        ({"rule": "batas"}, "batas bawah, batas atas"),
        ({"rule": "batas", "floor": 9.0, "cap": 3.0}, "lebih tinggi"),
        ({"rule": "lelang"}, "tidak dikenal"),
        ({"loss": 120.0}, "persen"),
        ({"place": "x" * 400}, "terlalu panjang"),
    ],
)
def test_wrong_terms_are_answered_with_a_sentence(changes, words):
    with pytest.raises(ProposalError, match=words):
        check(replace(PLAIN, terms=replace(GOOD, **changes)))


def test_right_terms_and_none_at_all_are_kept():
    assert check(PLAIN).terms == GOOD
    assert check(replace(PLAIN, terms=Terms())).terms == Terms()


def book(proposal=PLAIN, on=date(2026, 1, 12), amount=4.0, unit="ton", **more):
    return booked(proposal, on, amount, unit, author="Analis", now=NOW, **more)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"amount": 0.0}, "lebih besar dari nol"),
        ({"amount": float("nan")}, "lebih besar dari nol"),
        ({"unit": "butir"}, "tidak dapat dibandingkan"),
        ({"unit": ""}, "belum bersatuan"),
        ({"price": -5.0}, "negatif"),
        ({"on": date(2026, 12, 1)}, "belum tiba"),
        ({"on": date(2026, 1, 1)}, "mendahului mulainya"),
        # five tons booked as five thousand: the unit slipped
        ({"amount": 5_000.0}, "sepuluh kali"),
        ({"proposal": replace(PLAIN, terms=Terms())}, "Isi dahulu volume"),
    ],
)
def test_a_wrong_delivery_is_answered_with_a_sentence(changes, words):
    with pytest.raises(ProposalError, match=words):
        book(**changes)


def test_deliveries_stand_by_day_and_in_their_own_unit():
    two = book(book(on=date(2026, 2, 1)), on=date(2026, 1, 12), amount=900, unit="kg", price=36_000.0)
    assert [(each.on, each.amount, each.unit) for each in two.deliveries] == [
        ("2026-01-12", 900, "kg"),
        ("2026-02-01", 4.0, "ton"),
    ]


def test_the_store_keeps_terms_and_deliveries_and_reads_proposals_of_before(tmp_path):
    with open_store(tmp_path / "store.db") as store:
        desk = Proposals(store)
        saved = desk.create(PLAIN, ME, date(2026, 1, 1))
        done = desk.book(saved, date(2026, 1, 12), 4.0, "ton", identity=ME, now=NOW, note="pertama")
        again = desk.get(saved.key)
        assert again.terms == GOOD
        assert [each.note for each in again.deliveries] == ["pertama"]
        assert done.revision == saved.revision + 1
        with pytest.raises(Conflict):
            desk.book(saved, date(2026, 1, 13), 4.0, "ton", identity=ME, now=NOW)
        old = {
            "title": "Lama",
            "parties": ["1275", "1276"],
            "subject_kind": "produk",
            "created": "2026-01-01",
        }
        store.documents.save("proposals", "KS-900", old, "Analis", 0)
        assert desk.get("KS-900").terms == Terms()
        assert desk.get("KS-900").deliveries == ()
