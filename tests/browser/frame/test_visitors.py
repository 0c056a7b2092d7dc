"""The visitors of these tests know nothing of each other, though they sit at the same computer."""

from __future__ import annotations

from conftest import shown
from driving import wait_idle


def test_a_visitor_leaves_nothing_to_the_next(wardrobe, address):
    first = shown(wardrobe.take(390, 844, True), address, "")
    first.evaluate(
        "localStorage.setItem('a', '1'); sessionStorage.setItem('a', '1'); document.cookie = 'a=1'"
    )
    wardrobe.put_back(first)
    second = shown(wardrobe.take(), address, "metode")
    assert second is first
    kept = second.evaluate("[localStorage.a, sessionStorage.a, document.cookie.includes('a=1')]")
    assert kept == [None, None, False]
    window = second.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]")
    assert window == [1280, False]
    assert second.watch.errors == [] and second.watch.outside == []
    wardrobe.put_back(second)


def test_two_at_once_are_two(visit):
    first, second = visit("metode"), visit("metode")
    assert first.context is not second.context


def test_a_page_tells_which_run_is_still_open(visit):
    """Without it `wait_idle` would rest before the server's first word."""
    page = visit("peta")
    page.evaluate(
        """() => {
          const told = window.sinergiTold, said = window.said = []
          let open = told.open
          Object.defineProperty(told, 'open', {get: () => open, set: now => { said.push(open = now) }})
        }"""
    )
    page.locator(".st-key-kategori").get_by_text("Perikanan").first.click()
    wait_idle(page)
    said = page.evaluate("window.said")
    assert said[0] is True and said[-1] is False
