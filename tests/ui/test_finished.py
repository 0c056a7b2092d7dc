"""A figure is made once for the same content, language, theme and edition, and never changed after."""

from __future__ import annotations

import json

import pandas as pd
import plotly.graph_objects as go
import pytest
import streamlit as st
from plotly.io import to_json
from streamlit.testing.v1 import AppTest

import i18n
from data.versioning import versions
from ui import charts, finished

calls: list[str] = []


@pytest.fixture(autouse=True)
def nothing_kept():
    finished.clear()
    calls.clear()


def bars(frame: pd.DataFrame, name: str = "") -> go.Figure:
    calls.append(name)
    return charts.base().add_bar(x=frame["a"], y=frame["b"], name=name)


def table(value: float = 1.0) -> pd.DataFrame:
    return pd.DataFrame({"a": ["Medan", "Binjai"], "b": [value, float("nan")]})


def test_made_once_for_tables_of_the_same_content():
    first = finished.figure(finished.recipe(bars, table(), name="x"), dark=False)
    assert finished.figure(finished.recipe(bars, table(), name="x"), dark=False) is first
    assert calls == ["x"]


@pytest.mark.parametrize(
    ("other", "dark"),
    [
        (finished.recipe(bars, table(2.0), name="x"), False),
        (finished.recipe(bars, table(), name="y"), False),
        (finished.recipe(bars, table().iloc[::-1], name="x"), False),
        (finished.recipe(bars, table(), name="x"), True),
    ],
    ids=["a cell", "a word", "the order", "the theme"],
)
def test_what_differs_is_made_anew(other, dark):
    first = finished.figure(finished.recipe(bars, table(), name="x"), dark=False)
    assert finished.figure(other, dark=dark) is not first
    assert len(calls) == 2


def test_each_language_and_edition_has_its_own():
    recipe = finished.recipe(bars, table())
    shown = [finished.figure(recipe, dark=False)]
    with i18n.using("en"):
        shown.append(finished.figure(recipe, dark=False))
    with versions.pinned(versions.SHIPPED_EDITION):
        shown.append(finished.figure(recipe, dark=False))
    assert [each.layout.separators for each in shown[:2]] == [",.", ".,"]
    assert shown[0] is not shown[1]
    assert (shown[2] is shown[0]) == (versions.current_edition() == versions.SHIPPED_EDITION)


def test_an_error_is_not_kept():
    with pytest.raises(KeyError):
        finished.figure(finished.recipe(bars, pd.DataFrame()), dark=False)
    with pytest.raises(KeyError):
        finished.figure(finished.recipe(bars, pd.DataFrame()), dark=False)
    assert len(calls) == 2


def test_a_function_inside_another_is_refused():
    with pytest.raises(TypeError, match="inside another"):
        finished.recipe(lambda: charts.base(height=1))


def test_sending_it_changes_nothing():
    made = finished.figure(finished.recipe(bars, table()), dark=True)
    before = made.to_json()
    from streamlit.testing.v1 import AppTest

    def script():
        import streamlit as st
        from test_finished_holder import held

        st.plotly_chart(held[0], theme="streamlit")

    import sys
    import types

    holder = types.ModuleType("test_finished_holder")
    holder.held = [made]
    sys.modules["test_finished_holder"] = holder
    try:
        assert not AppTest.from_function(script).run().exception
    finally:
        del sys.modules["test_finished_holder"]
    assert made.to_json() == before


def test_its_content_for_the_wire_is_made_once_and_is_that_of_the_figure():
    made = finished.figure(finished.recipe(bars, table(), name="x"), dark=False)
    plain = charts.with_ink(bars(table(), name="x"), dark=False)
    assert made.to_dict() is made.to_dict()
    assert json.loads(to_json(made.to_dict(), validate=False)) == json.loads(plain.to_json())


def words(said: str) -> None:
    calls.append(said)
    with st.expander("Bagian"):
        st.caption(said)


def page(said: str) -> None:
    import streamlit

    from tests.ui.test_finished import words
    from ui.finished import piece

    streamlit.title("Halaman")
    with streamlit.container():
        piece(words, said)
    streamlit.caption("kaki")


def shown(said: str) -> list[tuple[str, str]]:
    run = AppTest.from_function(page, args=(said,)).run()
    assert not run.exception
    return [(each.type, each.value) for each in run if hasattr(each, "value")]


def test_a_piece_is_drawn_again_in_its_place_without_being_called():
    first = shown("satu")
    assert ("caption", "satu") in first
    assert shown("satu") == first
    assert calls == ["satu"]


def test_a_piece_is_made_anew_for_other_words_and_another_language():
    shown("satu")
    assert ("caption", "dua") in shown("dua")
    assert calls == ["satu", "dua"]
    for number in range(2):
        with i18n.using("en"):
            finished.piece(words, "satu")
        assert calls == ["satu", "dua", "satu"], number


def outer() -> None:
    with st.expander("Luar"):
        finished.piece(words, "dalam")
    st.caption("sesudah")


def nested() -> None:
    from tests.ui.test_finished import outer
    from ui.finished import piece

    piece(outer)


def test_a_piece_inside_another_stays_in_its_container():
    # Made for the first time inside of the other, then sent again with it.
    for _round in range(2):
        run = AppTest.from_function(nested).run()
        assert not run.exception
        assert [each.label for each in run.expander] == ["Luar", "Bagian"]
        assert [each.value for each in run.expander[0].caption] == ["dalam"]
        assert [each.label for each in run.expander[0].expander] == ["Bagian"]
    assert calls == ["dalam"]


def test_an_error_in_a_piece_is_not_kept():
    for _round in range(2):
        with pytest.raises(ZeroDivisionError):
            finished.piece(broken)
    assert calls == ["rusak", "rusak"]


def broken() -> None:
    calls.append("rusak")
    raise ZeroDivisionError
