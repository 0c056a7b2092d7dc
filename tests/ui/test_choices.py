"""Choices and the address: what decides when, without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

SCRIPT = """
import streamlit as st
from ui import choices

def first():
    st.text(choices.choose("kota", ["a", "b", "c"], "Kota", remember=True))
    st.text(",".join(choices.choose_many("jenis", ["x", "y"], "Jenis")))
    st.text(str(choices.weight("bobot", "Bobot", default=2)))
    st.text(str(choices.flag("ya", "Ya")))
    st.button("b", on_click=choices.put, args=("kota", "b"))

def second():
    st.text(choices.choose("kota", ["a", "b"], "Kota", remember=True))
    st.text(choices.text("cari", "Cari"))

def third():
    st.text(str(choices.amount("ongkos", "Ongkos", most=100.0)))

def fourth():
    city = st.selectbox("Untuk", ["a", "b", "c"], key="untuk")
    first = {"a": "x", "b": "y", "c": "z"}[city]
    st.text(choices.choose("barang", ["x", "y", "z"], "Barang", default=first))

pages = {
    "satu": st.Page(first, url_path="satu", default=True),
    "dua": st.Page(second, url_path="dua"),
    "tiga": st.Page(third, url_path="tiga"),
    "empat": st.Page(fourth, url_path="empat"),
}
to = st.session_state.pop("to", None)
page = st.navigation(list(pages.values()), position="hidden")
if to:
    st.switch_page(pages[to], query_params=st.session_state.pop("params", {}))
page.run()
"""


def start(**address: str) -> AppTest:
    at = AppTest.from_string(SCRIPT, default_timeout=30)
    for name, value in address.items():
        at.query_params[name] = value
    return at.run()


def go(at: AppTest, page: str, **params: str) -> AppTest:
    at.session_state["to"], at.session_state["params"] = page, params
    return at.run()


def shown(at: AppTest) -> list[str]:
    assert not at.exception
    return [each.value for each in at.text]


def test_default_that_moves_takes_along_who_chose_nothing_and_leaves_who_did():
    at = go(start(), "empat")
    assert shown(at) == ["x"]
    assert shown(at.selectbox(key="untuk").select("b").run()) == ["y"]
    assert "barang" not in at.query_params
    assert shown(at.selectbox(key="barang").select("z").run()) == ["z"]
    assert shown(at.selectbox(key="untuk").select("a").run()) == ["z"]
    assert at.query_params["barang"] == "z"
    go(at, "dua")
    assert shown(go(at, "empat")) == ["z"]
    at.selectbox(key="barang").select("x").run()
    go(at, "dua")
    assert shown(go(at, "empat")) == ["x"]


def test_choice_of_a_link_comes_along_to_the_next_page_and_back():
    at = start(kota="b", jenis="y", bobot="5")
    assert shown(at) == ["b", "y", "5", "False"]
    assert shown(go(at, "dua")) == ["b", ""]
    assert shown(go(at, "satu")) == ["b", "y", "5", "False"]


def test_choice_made_on_a_page_comes_along_and_the_page_keeps_the_rest():
    at = start()
    at.selectbox(key="kota").set_value("b").run()
    at.toggle(key="ya").set_value(True).run()
    assert shown(go(at, "dua")) == ["b", ""]
    at.text_input(key="cari").set_value("ikan").run()
    assert shown(go(at, "satu")) == ["b", "", "2", "True"]
    assert shown(go(at, "dua")) == ["b", "ikan"]


def test_link_with_choices_of_its_own_starts_from_the_defaults():
    at = start(jenis="x,y", bobot="4")
    go(at, "dua")
    assert shown(go(at, "satu", ya="1")) == ["a", "", "2", "True"]


def test_link_that_names_only_the_city_brings_back_the_rest():
    at = start(jenis="x,y")
    go(at, "dua")
    assert shown(go(at, "satu", kota="c")) == ["c", "x,y", "2", "False"]


def test_choice_another_page_does_not_offer_is_quietly_its_default():
    at = start(kota="c")
    go(at, "dua")
    assert shown(at) == ["a", ""]
    assert not at.warning


def test_parameter_taken_from_the_address_means_the_default():
    at = start(kota="b", bobot="5")
    del at.query_params["bobot"]
    assert shown(at.run()) == ["b", "", "2", "False"]


def test_same_address_again_leaves_what_was_chosen():
    at = start(kota="b")
    at.slider(key="bobot").set_value(3).run()
    assert shown(at.run()) == ["b", "", "3", "False"]


def test_choice_set_by_a_callback_wins_over_the_address():
    at = start(kota="c")
    at.button[0].click().run()
    assert shown(at)[0] == "b"
    assert at.query_params["kota"] in ("b", ["b"])


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("kota", "zz"), ("jenis", "x,zz"), ("bobot", "99"), ("bobot", "²"), ("bobot", "--3"), ("ya", "2")],
)
def test_wrong_value_is_named_once(name, wrong):
    at = start(**{name: wrong})
    assert len(at.warning) == 1
    assert not at.exception
    assert not at.run().warning


def test_amount_is_empty_at_first_and_travels_in_the_address():
    at = go(start(), "tiga")
    assert shown(at)[-1] == "None"
    at.number_input(key="ongkos").set_value(2.5).run()
    assert at.query_params["ongkos"] in ("2.5", ["2.5"])
    there = AppTest.from_string(SCRIPT, default_timeout=30).run()
    assert shown(go(there, "tiga", ongkos="2.5"))[-1] == "2.5"
    assert shown(go(there, "tiga", ongkos="2,5"))[-1] == "2.5"


@pytest.mark.parametrize("wrong", ["-1", "101", "1e2", "nan", "²", "9" * 12])
def test_wrong_amount_is_named_and_the_field_stays_empty(wrong):
    at = go(start(), "tiga", ongkos=wrong)
    assert shown(at)[-1] == "None"
    assert len(at.warning) == 1


def folded():
    import streamlit as st

    from ui import choices

    with choices.said_in(st.empty()):
        st.title("Halaman")
        with st.expander("Saring"):
            choices.choose("warna", ["merah", "biru"], "Warna")
            choices.choose("ukuran", ["kecil", "besar"], "Ukuran")


def test_a_wrong_address_is_told_above_the_page_even_where_the_choice_is_folded_away():
    at = AppTest.from_function(folded)
    at.query_params["warna"] = "emas"
    at.query_params["ukuran"] = "raksasa"
    at.run()
    assert not at.exception
    assert [each.value.split("“")[1].split("”")[0] for each in at.warning] == ["emas", "raksasa"]
    assert not at.expander[0].warning
