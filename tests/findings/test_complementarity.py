"""Complementarity on the real data: hand-worked pairs, identities, views."""

from __future__ import annotations

import numpy as np
import pytest

import data
from findings import complementarity
from findings.complementarity import View

MEDAN, SIBOLGA, DUMAI, BATAM, TANJUNGBALAI = "1275", "1271", "1473", "2171", "1272"


def by_hand(supplier: str, buyer: str, sectors: tuple[str, ...]) -> tuple[float, float]:
    """Index, and rupiah of the quarter, written out as in the definition."""
    output = data.sectors_matrix(regions=[supplier, buyer])
    reference = data.reference("indonesia")
    n = reference / reference.sum()
    s = output.div(output.sum(axis=1), axis=0)
    above = [max(s.at[supplier, k] - n[k], 0) for k in sectors]
    below = [max(n[k] - s.at[buyer, k], 0) for k in sectors]
    index = sum(min(a / sum(above), b / sum(below)) for a, b in zip(above, below, strict=True))
    x, y = output.loc[supplier].sum(), output.loc[buyer].sum()
    return index, sum(min(a * x, b * y) for a, b in zip(above, below, strict=True)) * 1e9


@pytest.mark.parametrize(("supplier", "buyer"), [(SIBOLGA, MEDAN), (MEDAN, BATAM), (DUMAI, SIBOLGA)])
def test_matrix_by_hand(supplier, buyer):
    index, rupiah = by_hand(supplier, buyer, complementarity.tradable_sectors())
    assert complementarity.matrix(View()).at[supplier, buyer] == pytest.approx(index)
    assert complementarity.matrix(View(), "rupiah").at[supplier, buyer] == pytest.approx(rupiah)


def test_tradable_sectors_leave_out_what_does_not_travel():
    assert not set(complementarity.tradable_sectors()) & {"O", "D", "E", "F", "L", "RSTU"}


def test_sector_switched_in_counts():
    everything = tuple(data.load("sectors")["sector"])
    index, _rupiah = by_hand(MEDAN, BATAM, everything)
    assert complementarity.matrix(View(sectors=everything)).at[MEDAN, BATAM] == pytest.approx(index)


@pytest.mark.parametrize("reference", data.REFERENCES)
@pytest.mark.parametrize("scope", complementarity.SCOPES)
def test_matrix_is_square_in_range_and_has_no_own_partner(scope, reference):
    table = complementarity.matrix(View(scope, reference))
    values = table.to_numpy()
    assert table.shape == ((24, 24) if scope == "I" else (34, 34))
    assert np.isnan(np.diag(values)).all()
    rest = values[~np.eye(len(values), dtype=bool)]
    assert ((rest >= 0) & (rest <= 1 + 1e-9)).all()


def test_scope_does_not_change_a_pair():
    one, both = complementarity.matrix(View("I")), complementarity.matrix(View("I+II"))
    assert np.allclose(one, both.loc[one.index, one.columns], equal_nan=True)


@pytest.mark.parametrize("by", complementarity.ORDERS)
def test_order_keeps_every_city_once(by):
    for view in (View(), View("I+II"), View(cities=(MEDAN, SIBOLGA))):
        codes = complementarity.order(view, by)
        assert sorted(codes) == sorted(complementarity.matrix(view).index)


def test_similar_cities_stand_together():
    codes = complementarity.order(View())
    assert abs(codes.index(DUMAI) - codes.index(BATAM)) == 1


@pytest.mark.parametrize("measure", complementarity.MEASURES)
def test_links_fall_and_agree_with_the_matrix(measure):
    found = complementarity.links(View(), measure)
    assert (np.diff(found[measure]) <= 1e-9).all()
    table = complementarity.matrix(View(), measure)
    first = found.iloc[0]
    assert first[measure] == pytest.approx(np.nanmax(table.to_numpy()))
    assert len(found) == int((table.to_numpy() > 0).sum())


def test_sectors_behind_add_up():
    for supplier, buyer in ((SIBOLGA, MEDAN), (MEDAN, BATAM), (DUMAI, SIBOLGA)):
        behind = complementarity.sectors_behind(View(), supplier, buyer)
        totals = complementarity.pair_totals(View(), supplier, buyer)
        assert behind["contribution"].sum() == pytest.approx(
            complementarity.matrix(View()).at[supplier, buyer]
        )
        assert totals["rupiah"] == pytest.approx(complementarity.matrix(View(), "rupiah").at[supplier, buyer])
        assert behind["contribution"].is_monotonic_decreasing


def test_what_cities_supply_is_what_they_are_known_for():
    assert complementarity.sectors_behind(View(), SIBOLGA, MEDAN).index[0] == "A"
    assert complementarity.sectors_behind(View(), MEDAN, BATAM).index[0] == "G"
    for maker in (DUMAI, BATAM):
        assert list(complementarity.sectors_behind(View(), maker, SIBOLGA).index) == ["C"]


def test_pair_outside_the_scope_has_no_rank_but_figures():
    totals = complementarity.pair_totals(View("I"), "1671", BATAM)
    assert np.isnan(totals["rank"])
    assert totals["index"] > 0


def test_own_province_as_reference_for_a_pair_of_two_provinces():
    view = View("I", "province")
    behind = complementarity.sectors_behind(view, SIBOLGA, BATAM)
    assert behind["contribution"].sum() == pytest.approx(complementarity.matrix(view).at[SIBOLGA, BATAM])


def test_narrowed_view_keeps_the_values():
    view = View(cities=(MEDAN, SIBOLGA, BATAM))
    table = complementarity.matrix(view)
    assert set(table.index) == {MEDAN, SIBOLGA, BATAM}
    assert table.at[SIBOLGA, MEDAN] == complementarity.matrix(View()).at[SIBOLGA, MEDAN]
    assert len(complementarity.links(view)) <= 6


def test_with_sectors_of_nothing_is_nothing():
    empty = complementarity.links(View()).head(0)
    assert complementarity.with_sectors(empty, View())["sectors"].tolist() == []


def test_distances():
    kilometres = complementarity.distances()
    assert kilometres.at[SIBOLGA, MEDAN] == pytest.approx(205, abs=2)
    assert (np.diag(kilometres) == 0).all()
