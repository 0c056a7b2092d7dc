"""Counts of applications in words, and why a service counts as lacking."""

from __future__ import annotations

import pytest

from analysis.replication import HAS_PLAN, LACKING, UNKNOWN
from findings.applications import Counts, Gap
from wording import applications


def test_kinds_are_told_apart_and_none_is_no_zero():
    said = applications.counted(Counts(5, 1, 2, 3, 4))
    assert said == (
        "5 aplikasi berjalan, 1 direncanakan dan 2 baru terlihat kode publiknya; 4 dinyatakan kota sendiri. "
        "Terpisah: 3 kanal nasional, program, atau produk bank"
    )
    assert applications.counted(Counts(0, 0, 0, 0)) == "Belum ada aplikasi berjalan yang tercatat"
    assert "0" not in applications.counted(Counts(0, 1, 0, 2))


@pytest.mark.parametrize(
    ("gap", "says"),
    [
        (Gap(HAS_PLAN, ("TOPS",)), "merencanakan TOPS"),
        (Gap(LACKING, stated_on="2026-11-20", stated_by="Diskominfo"), "menyatakan sendiri belum punya"),
        (Gap(UNKNOWN), "bukan bukti bahwa belum ada"),
    ],
)
def test_a_known_gap_and_an_unknown_one_are_never_said_alike(gap, says):
    said = applications.gap_reason(gap, "Binjai", "kesehatan")
    assert says in said
    assert gap.known == ("bukan bukti" not in said)
