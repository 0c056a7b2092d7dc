"""Proposals: what is accepted, how they move, who may, and that nothing is lost when two move at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import pytest

from data import stages
from data.permissions import Identity, Refused
from data.proposals import (
    LONGEST,
    Proposal,
    ProposalError,
    Proposals,
    changed,
    check,
    clean,
    moved,
    next_stage,
    possible_moves,
)
from data.store import Conflict, open_store

ME = Identity(login_required=False, this_machine=True, name="Analis")
STRANGER = Identity(login_required=False, this_machine=False, peer="10.0.0.9")
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 0)
MEDAN, BINJAI, SURABAYA = "1275", "1276", "3578"


def proposal(**changes) -> Proposal:
    plain = Proposal("Pasokan ikan", (MEDAN, BINJAI), "produk", created="2026-11-01")
    return replace(plain, **changes)


@pytest.fixture
def desk(tmp_path):
    with open_store(tmp_path / "store.db") as opened:
        yield Proposals(opened)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": ""}, "belum berjudul"),
        ({"title": "\u202e \x00"}, "belum berjudul"),
        ({"title": "x" * (LONGEST["title"] + 1)}, "terlalu panjang"),
        ({"notes": "x" * 100_000}, "terlalu panjang"),
        ({"parties": ()}, "dua pihak"),
        ({"parties": (MEDAN,)}, "dua pihak"),
        ({"parties": (MEDAN, MEDAN)}, "dua kali"),
        ({"parties": (MEDAN, "9999")}, "9999"),
        ({"parties": (MEDAN, "<script>")}, "berkode"),
        ({"subject_kind": "tanah"}, "tidak dikenal"),
        ({"burdens": "entah"}, "ya, tidak, atau belum"),
        ({"stage": "rahasia"}, "Tahap tidak dikenal"),
        ({"evidence": tuple({"kind": str(n)} for n in range(40))}, "bukti"),
    ],
)
def test_a_wrong_proposal_is_answered_with_a_sentence(changes, words):
    with pytest.raises(ProposalError, match=words):
        check(proposal(**changes))


def test_all_reasons_are_given_at_once():
    with pytest.raises(ProposalError) as problem:
        check(proposal(title="", parties=(MEDAN, "9999"), subject_kind="x"))
    assert len(str(problem.value).split("\n")) == 3


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<b>tebal</b> **x**", "<b>tebal</b> **x**"),
        ("مرحبا שלום", "مرحبا שלום"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("a\x00\x07b\r", "ab"),
        ("satu  \ndua\t", "satu\ndua"),
    ],
)
def test_only_control_signs_are_taken_out_of_a_text(text, kept):
    assert clean(text) == kept


def test_a_party_outside_the_cities_may_be_in_words():
    assert check(proposal(parties=(MEDAN,), other_parties="Johor Bahru")).other_parties == "Johor Bahru"
    assert check(proposal(parties=(MEDAN, SURABAYA))).parties[1] == SURABAYA


def at(stage: str, burdens: str = "tidak", unbudgeted: str = "tidak") -> Proposal:
    return proposal(stage=stage, burdens=burdens, unbudgeted=unbudgeted)


@pytest.mark.parametrize(
    ("burdens", "unbudgeted", "following"),
    [
        ("tidak", "tidak", "penyusunan_pks"),
        ("ya", "tidak", "dprd"),
        ("belum", "ya", "dprd"),
        ("tidak", "belum", None),
        ("belum", "belum", None),
    ],
)
def test_the_council_is_asked_exactly_when_the_rules_say_so(burdens, unbudgeted, following):
    assert next_stage(at("ttd_kb", burdens, unbudgeted)) == following


def test_every_step_leads_to_the_next_and_the_last_to_the_end():
    for here, following in pairwise(stages.ORDER):
        if following != stages.DPRD:
            assert (
                following in possible_moves(at(here, "ya" if here == stages.DPRD else "tidak"))
                or here == "ttd_kb"
            )
    assert possible_moves(at("pelaksanaan"))[0] == "selesai"
    assert possible_moves(at("selesai")) == ()


@pytest.mark.parametrize(
    ("start", "to", "on", "note", "words"),
    [
        ("pemetaan", "kajian", TODAY, "", "dilompati"),
        ("pemetaan", "ttd_pks", TODAY, "", "dilompati"),
        ("pemetaan", "selesai", TODAY, "", "dilompati"),
        ("pemetaan", "pemetaan", TODAY, "", "sudah berada"),
        ("pemetaan", "melompat", TODAY, "", "tidak dikenal"),
        ("kajian", "pemetaan", TODAY, "  ", "alasannya"),
        ("kajian", "dihentikan", TODAY, "", "alasannya"),
        ("pemetaan", "persiapan", date(2026, 11, 25), "", "belum tiba"),
        ("pemetaan", "persiapan", date(2026, 10, 31), "", "mendahului"),
        ("pemetaan", "persiapan", TODAY, "x" * 5_000, "paling banyak"),
        ("dihentikan", "persiapan", TODAY, "", "sudah berakhir"),
        ("ttd_kb", "dprd", TODAY, "", "tidak diperlukan"),
    ],
)
def test_a_wrong_move_is_answered_with_a_sentence(start, to, on, note, words):
    with pytest.raises(ProposalError, match=words):
        moved(at(start), to, on, note, author="a", now=NOW)


@pytest.mark.parametrize(("burdens", "words"), [("belum", "Tentukan dahulu"), ("ya", "tidak dapat dilewati")])
def test_the_council_cannot_be_passed_over(burdens, words):
    with pytest.raises(ProposalError, match=words):
        moved(at("ttd_kb", burdens), "penyusunan_pks", TODAY, "", author="a", now=NOW)


def test_dates_keep_their_order_over_several_moves():
    first = moved(at("pemetaan"), "persiapan", date(2026, 11, 10), "", author="a", now=NOW)
    assert first.since == "2026-11-10"
    assert first.days_at_stage(TODAY) == 14
    with pytest.raises(ProposalError, match="mendahului"):
        moved(first, "inisiasi", date(2026, 11, 9), "", author="a", now=NOW)


def test_everything_is_kept_with_its_history(desk):
    made = desk.create(proposal(title="**Ikan** <b>", notes="baris\nbaris"), ME, TODAY)
    assert (made.key, made.revision, made.stage, made.created) == ("KS-001", 1, "pemetaan", "2026-11-24")
    step = desk.move(made, "persiapan", TODAY, "mulai", identity=ME, now=NOW)
    other = desk.update(replace(step, contact="Bagian Kerja Sama"), ME)
    assert desk.get("KS-001") == other
    revisions = desk.history("KS-001")
    assert [each.revision for each in revisions] == [3, 2, 1]
    assert {each.author for each in revisions} == {"Analis (mesin ini)"}
    assert changed(revisions[1], revisions[0]) == ("contact",)
    assert set(changed(revisions[2], revisions[1])) == {"stage", "moves"}
    assert other.moves[0].note == "mulai"
    assert desk.create(proposal(), ME, TODAY).key == "KS-002"
    actions = list(desk._store.audit.entries()["action"])
    assert actions == ["proposal_created", "proposal_changed", "proposal_moved", "proposal_created"]


def test_two_moving_at_once_the_second_is_told_and_nothing_is_lost(desk):
    made = desk.create(proposal(), ME, TODAY)
    first = desk.move(made, "persiapan", TODAY, "oleh A", identity=ME, now=NOW)
    with pytest.raises(Conflict):
        desk.move(made, "persiapan", TODAY, "oleh B", identity=ME, now=NOW)
    with pytest.raises(Conflict):
        desk.update(replace(made, title="Lain"), ME)
    assert desk.get(made.key) == first
    assert len(desk.history(made.key)) == 2


def test_a_number_somebody_took_meanwhile_is_passed_over(desk, monkeypatch):
    desk.create(proposal(), ME, TODAY)
    monkeypatch.setattr(desk, "all", list)
    assert desk.create(proposal(), ME, TODAY).key == "KS-002"


def test_who_may_not_write_is_refused_and_that_is_recorded(desk):
    made = desk.create(proposal(), ME, TODAY)
    for attempt in (
        lambda: desk.create(proposal(), STRANGER, TODAY),
        lambda: desk.update(replace(made, title="Lain"), STRANGER),
        lambda: desk.move(made, "persiapan", TODAY, "", identity=STRANGER, now=NOW),
    ):
        with pytest.raises(Refused):
            attempt()
    assert desk.get(made.key) == made
    assert list(desk._store.audit.entries(action="refused")["actor"]) == ["anonim (10.0.0.9)"] * 3


@pytest.mark.parametrize(
    ("role", "cities", "allowed"),
    [
        ("editor", (), True),
        ("admin", (), True),
        ("analyst", (MEDAN,), True),
        ("analyst", ("1171",), False),
        (None, (), False),
    ],
)
def test_roles_decide_where_a_login_exists(desk, role, cities, allowed):
    who = Identity(email="a@kota.go.id", email_verified=True, login_required=True, this_machine=True)
    if role:
        desk._store.roles.grant("a@kota.go.id", role, "admin", cities)
    if allowed:
        assert desk.create(proposal(), who, TODAY).author == "a@kota.go.id"
    else:
        with pytest.raises(Refused):
            desk.create(proposal(), who, TODAY)


def test_an_analyst_cannot_take_over_a_proposal_by_naming_their_city(desk):
    made = desk.create(proposal(), ME, TODAY)
    who = Identity(email="b@kota.go.id", email_verified=True, login_required=True)
    desk._store.roles.grant("b@kota.go.id", "analyst", "admin", ("1171",))
    with pytest.raises(Refused):
        desk.update(replace(made, parties=("1171", MEDAN)), who)


def test_every_point_of_the_rules_names_its_source():
    for stage in stages.STAGES:
        assert stage.sources
        assert set(stage.sources) <= set(stages.SOURCES)
    for point in stages.POINTS:
        assert point.sources or point.unverified
        assert set(point.sources) <= set(stages.SOURCES)
