"""The main paths in Debian's Firefox ESR, what a city hall's computer most often has beside Chromium."""

from __future__ import annotations

import os

import pytest
from firefox import FIREFOX, firefox

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(600)]

NO_FIREFOX = "no Firefox on this machine: install Debian's package `firefox-esr` to run these tests"
SEARCH = "document.querySelector('.st-key-kepala_cari [data-testid=stBidiComponentIsolated]')?.shadowRoot"
# Streamlit's tables and formats try WebAssembly, which the policy forbids; Firefox alone calls that an error.
FORBIDDEN = "blocked WebAssembly"


@pytest.fixture(scope="module")
def browser():
    if FIREFOX is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(NO_FIREFOX)
        pytest.skip(NO_FIREFOX)
    with firefox() as opened:
        yield opened


@pytest.fixture
def tab(browser, address):
    """The tab at the size of a projector; afterwards: no error, nobody else was asked."""
    browser.fresh()
    browser.size(1280, 720)
    yield browser
    inside = (address, address.replace("http", "ws", 1), "data:", "blob:", "about:")
    assert [each for each in browser.requests if not each.startswith(inside)] == []
    assert [each for each in browser.errors if FORBIDDEN not in each] == []


def shadow(selector: str) -> str:
    """The document or the isolated component that holds what a selector names."""
    hosts = "[...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)"
    return f"[document, ...{hosts}].find(e => e.querySelector({selector!r}))"


def with_text(selector: str, text: str) -> str:
    return f"[...document.querySelectorAll({selector!r})].find(e => e.innerText.trim() === {text!r})"


def test_from_three_deals_to_the_proof_and_a_proposal(tab, address):
    tab.go(f"{address}/?kota=1271")
    tab.until("document.querySelectorAll('[class*=st-key-kartu_pendek_] .judul').length === 3")
    assert tab.value("document.querySelector('h1').innerText").startswith("Sibolga")
    assert (
        tab.value("document.querySelector('[class*=st-key-kartu_pendek_]').getBoundingClientRect().bottom")
        < 720
    )
    tab.click(with_text(".st-key-kepala a p", "Mitra"))
    tab.until("location.pathname === '/mitra' && document.querySelector('[class*=st-key-kartu_1271_beli]')")
    tab.click(with_text("button", "Sibolga menjual"))
    tab.until("document.querySelector('[class*=st-key-kartu_1271_jual] summary')")
    tab.click("document.querySelector('[class*=st-key-kartu_1271_jual] summary')")
    tab.until("document.querySelector('[class*=st-key-kartu_1271_jual] details[open] .sk p')")
    tab.click(with_text("[class*=st-key-kartu_1271_jual] a p", "Buat usulan"))
    tab.until("location.pathname === '/kerja_sama' && /pihak=/.test(location.search)")
    tab.until("document.querySelector('[data-testid=stMain] input')")


def test_search_forgives_a_typing_error(tab, address):
    tab.go(f"{address}/metode")
    tab.click(f"{SEARCH}?.querySelector('input')")
    tab.type("gunungstolli")
    tab.until(f"[...{SEARCH}.querySelectorAll('[role=option]')].some(e => /Gunungsitoli/.test(e.innerText))")
    tab.type("\ue007")
    tab.until("location.pathname === '/profil' && /kota=1278/.test(location.search)")
    tab.until("document.querySelector('h1')?.innerText === 'Kota Gunungsitoli'")


def test_map_is_drawn_from_our_own_server(tab, address):
    tab.go(f"{address}/peta?kota=1275")
    tab.until("document.querySelector('iframe')?.contentDocument?.querySelectorAll('.sk-value').length >= 24")
    tab.until("document.querySelector('iframe').contentDocument.querySelector('.leaflet-interactive, path')")


def test_prices_are_drawn_and_the_language_changes(tab, address):
    tab.go(f"{address}/pangan?kota=2171")
    tab.until("document.querySelector('.st-key-pangan_harga svg.sk-diam > path')")
    tab.click(with_text("button", "EN"))
    tab.until("/lang=en/.test(location.search)")
    tab.until(with_text("[data-testid=stMain] h2", "Balance of a year"))


def test_slides_follow_the_keys(tab, address):
    tab.go(f"{address}/presentasi?mode=layar&kota=1271&slide=1")
    slide = f"{shadow('dialog[open]')}?.querySelector('dialog[open] .slide:not([hidden]) h1')"
    tab.until(slide)
    tab.type("\ue014")
    tab.until("/slide=2/.test(location.search)")
    tab.until(f"{slide}.innerText.startsWith('Sibolga')")
    assert tab.value("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.parametrize("stem", ["", "pangan", "profil", "mitra", "kerja_sama", "data"])
def test_a_phone_is_wide_enough(tab, address, stem):
    tab.size(390, 844)
    tab.go(f"{address}/{stem}?kota=1275")
    tab.until("document.querySelector('[data-testid=stMain] h1')")
    assert tab.value("document.documentElement.scrollWidth") <= 390
