"""Marks in a row: lanes only where they meet, around the middle, and none covers another."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from ui.still import room


def test_lanes_are_opened_only_where_marks_meet():
    assert room.lanes([0, 100, 1], 13) == [-0.5, 0, 0.5]
    assert room.lanes([0, 100, 200], 13) == [0, 0, 0]
    assert room.lanes([0, 0, 0], 13) == [-1, 0, 1]
    assert room.lanes([0, 10, 20], 13) == [-0.5, 0.5, -0.5]  # the third has room again beside the first
    assert room.lanes([], 13) == []


@given(st.lists(st.floats(0, 300), max_size=12), st.floats(1, 30))
def test_no_mark_covers_another_and_the_order_of_the_marks_is_nothing_to_their_lanes(places, apart):
    found = room.lanes(places, apart)
    for (a, b), (c, d) in itertools.combinations(zip(places, found, strict=True), 2):
        assert abs(a - c) >= apart * (1 - 1e-9) or abs(b - d) >= 1
    backwards = room.lanes(places[::-1], apart)
    assert sorted(zip(places, found, strict=True)) == sorted(zip(places[::-1], backwards, strict=True))
