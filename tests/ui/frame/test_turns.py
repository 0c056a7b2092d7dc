"""A turn is held by one, waited for with patience, and given back however the run ends."""

from __future__ import annotations

from threading import Event, Semaphore, Thread

import pytest
from streamlit.testing.v1 import AppTest

from ui.frame.running import turns


def test_the_second_waits_until_the_first_is_done():
    turn, order, inside, may_end = Semaphore(1), [], Event(), Event()

    def first() -> None:
        with turns.taken(turn, 30) as mine:
            inside.set()
            may_end.wait(30)
            order.append(("first", mine))

    def second() -> None:
        with turns.taken(turn, 30) as mine:
            order.append(("second", mine))

    running = [Thread(target=first), Thread(target=second)]
    running[0].start()
    assert inside.wait(30)
    running[1].start()
    running[1].join(0.1)
    assert running[1].is_alive()
    may_end.set()
    for each in running:
        each.join(30)
    assert order == [("first", True), ("second", True)]


def test_who_has_waited_long_enough_goes_on_and_gives_back_nothing():
    turn = Semaphore(1)
    with turns.taken(turn, 30):
        with turns.taken(turn, 0.01) as mine:
            assert not mine
        assert not turn.acquire(blocking=False)


@pytest.mark.parametrize("ended_by", [ValueError, KeyboardInterrupt])
def test_an_error_gives_the_turn_back(ended_by):
    turn = Semaphore(1)
    with pytest.raises(ended_by), turns.taken(turn, 30):
        raise ended_by
    assert turn.acquire(blocking=False)


@pytest.mark.parametrize("how", ["stop", "rerun"])
def test_a_page_that_streamlit_ends_gives_the_turn_back(how):
    def page(how: str) -> None:
        import streamlit as st

        from ui.frame.running import turns

        with turns.taken():
            st.session_state["runs"] = st.session_state.get("runs", 0) + 1
            if how == "stop":
                st.stop()
            if st.session_state["runs"] == 1:
                st.rerun()

    run = AppTest.from_function(page, args=(how,)).run()
    assert not run.exception
    with turns.taken(patience_s=0) as mine:
        assert mine
