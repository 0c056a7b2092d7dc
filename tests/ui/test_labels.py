"""Names on a map stand where the slow rule puts them, however crowded the map is."""

from __future__ import annotations

import label_rule
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui import labels

FRAME = label_rule.Box(94.0, -6.0, 107.0, 6.0)
FARTHER = tuple(range(4, 41, 4))


def both(
    circles: list[tuple[float, float, float]], names: list[str], pixel: float, clear: float, farther
) -> tuple:
    """Where the names stand by the application and by the slow rule."""
    room = labels.Room(
        FRAME,
        np.array(circles).reshape(-1, 3),
        np.array([bool(name) for name in names], dtype=bool),
        pixel=pixel,
        clear=clear,
        farther=farther,
    )
    mine = [room.stand(number, name) if name else None for number, name in enumerate(names)]
    rule = label_rule.placed(
        FRAME,
        [label_rule.Circle(*each) for each in circles],
        names,
        pixel=pixel,
        clear=clear,
        farther=farther,
    )
    return mine, rule


@pytest.mark.parametrize("clear", [0, 8])
@pytest.mark.parametrize("farther", [(), FARTHER])
@pytest.mark.parametrize("count", [100, 150])
def test_a_crowded_map_is_labelled_as_by_the_slow_rule(count, farther, clear):
    random = np.random.default_rng(count)
    # Some stand on the very place of another, some have no name.
    places = random.uniform((95, -5), (106, 5), (count, 2))
    places[::9] = places[0]
    radii = random.choice([0.05, 0.1, 0.4], count)
    names = ["" if number % 7 == 3 else "Nama kota"[: 1 + number % 9] for number in range(count)]
    mine, rule = both([*np.column_stack([places, radii]).tolist()], names, 0.02, clear, farther)
    assert mine == rule
    stood = [each for each in mine if each is not None]
    # Some found room, some none; where lines are allowed, some are led to.
    assert 8 < len(stood) < sum(map(bool, names))
    assert any(each.off for each in stood) == bool(farther)


def test_a_name_keeps_off_what_stands_there_already():
    where = [(100.0, 0.0, 0.25)]
    beside = (100.5, -1.0, 102.0, 1.0)
    stands = [
        labels.Room(
            FRAME, np.array(where), np.array([True]), pixel=0.02, clear=0, farther=(), taken=taken
        ).stand(0, "Medan")
        for taken in ((), (beside,), (beside, FRAME))
    ]
    assert [each and (each.right, each.up) for each in stands] == [(1, 0), (-1, 0), None]


COORDINATE = st.integers(0, 26).map(lambda step: step / 2)  # often the same place, or edges that touch
POINT = st.tuples(
    COORDINATE.map(lambda step: 94 + step),
    COORDINATE.map(lambda step: step - 6),
    st.sampled_from([0.0, 0.25, 0.5, 1.0]),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(POINT, st.sampled_from(["", "A", "Medan", "Lhokseumawe"])), max_size=14),
    st.sampled_from([0.03125, 0.05]),
    st.sampled_from([0, 4, 8]),
    st.sampled_from([(), (4, 12), FARTHER]),
)
def test_any_map_is_labelled_as_by_the_slow_rule(points, pixel, clear, farther):
    mine, rule = both([point for point, _ in points], [name for _, name in points], pixel, clear, farther)
    assert mine == rule
